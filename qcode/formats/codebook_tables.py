"""The codebook outside Word: CSV, XLSX and HTML with the same content.

The columns of the CSV file have the names of the JSON contract, whatever language the headings
are in, so that the file can be read in again; XLSX and HTML are for reading and say everything in
the chosen language.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from qcode.formats.codebook_words import FIELDS, with_parents
from qcode.formats.headings import Headings, load
from qcode.formats.rows_out import Cell, unknown_ending, write_csv
from qcode.model.report import Codebook, CodeEntry, PageSetup

CSV_COLUMNS: tuple[str, ...] = (
    "number", "name", "parent", "kind", "level", "color",
    "definition", "use_when", "not_when", "typical", "boundary",
    "codings", "subtree_codings", "documents", "quotations", "guid",
)  # fmt: skip
FORMATS: tuple[str, ...] = (".csv", ".xlsx", ".html")


def write(codebook: Codebook, path: str | os.PathLike[str], setup: PageSetup | None = None) -> None:
    """Write ``codebook`` in the format of the file's ending; of ``setup`` the headings count.

    Raises ``QcodeError`` for another ending and for a file that cannot be written.
    """
    setup = setup or PageSetup()
    words = load(setup.headings, setup.terms)
    ending = Path(path).suffix.lower()
    if ending == ".csv":
        write_csv(path, CSV_COLUMNS, _csv_rows(codebook))
    elif ending == ".xlsx":
        _write_xlsx(codebook, path, words)
    elif ending in {".html", ".htm"}:
        from qcode.formats.codebook_html import write_html

        write_html(codebook, path, words)
    else:
        raise unknown_ending(path, FORMATS)


def _csv_rows(codebook: Codebook) -> Iterator[list[Cell]]:
    names = Counter(entry.name for entry in codebook.entries)
    for entry, parent in with_parents(codebook.entries):
        yield [
            entry.number,
            entry.name,
            _reference(parent, names),
            entry.kind.value,
            entry.kind.level.value,
            entry.color,
            *_fields(entry),
            entry.own_passages,
            entry.passages,
            entry.documents,
            _quotations(entry),
            entry.guid,
        ]


def _reference(parent: CodeEntry | None, names: Counter[str]) -> str:
    """The parent's name, or its path where another code has the same name."""
    if parent is None:
        return ""
    return parent.name if names[parent.name] == 1 else parent.path


def _fields(entry: CodeEntry) -> list[str]:
    return [getattr(entry, name) for name in FIELDS]


def _quotations(entry: CodeEntry) -> str:
    """The quoted passages in one cell, a line each: label, two spaces, text."""
    return "\n".join(
        f"{passage.label}  {' '.join(passage.quote.split())}" for passage in entry.quoted
    )


def _write_xlsx(codebook: Codebook, path: str | os.PathLike[str], words: Headings) -> None:
    from qcode.formats.sheets_out import Column, Sheet, write_sheets

    codes = [
        Column(words.number, 8),
        Column(words.name, 34),
        Column(words.parent, 28),
        Column(words.kind, 17),
        Column(words.level, 17),
        Column(words.color, 10),
        *(Column(getattr(words, name), 44) for name in FIELDS),
        Column(words.own_passages, 14),
        Column(words.passages, 12),
        Column(words.documents, 12),
    ]
    passages = [
        Column(words.number, 8),
        Column(words.code, 30),
        Column(words.label, 12),
        Column(words.passage, 80),
        Column(words.document, 28),
        Column(words.start, 9),
        Column(words.end, 9),
        Column(words.coder, 16),
        Column(words.memo, 30),
        Column(words.created, 22),
    ]
    write_sheets(
        path,
        [
            Sheet(words.codes, codes, _code_rows(codebook, words)),
            Sheet(words.passages, passages, _passage_rows(codebook)),
        ],
        title=f"{words.codebook} · {codebook.project}",
    )


def _code_rows(codebook: Codebook, words: Headings) -> Iterator[list[Cell]]:
    names = Counter(entry.name for entry in codebook.entries)
    for entry, parent in with_parents(codebook.entries):
        yield [
            entry.number,
            entry.name,
            _reference(parent, names),
            words.kind_name(entry.kind),
            words.level_name(entry.kind.level),
            entry.color,
            *_fields(entry),
            entry.own_passages,
            entry.passages,
            entry.documents,
        ]


def _passage_rows(codebook: Codebook) -> Iterator[list[Cell]]:
    for entry in codebook.entries:
        for passage in entry.quoted:
            yield [
                entry.number,
                entry.name,
                passage.label,
                passage.quote,
                passage.document,
                passage.start,
                passage.end,
                passage.coder,
                passage.memo,
                passage.created,
            ]
