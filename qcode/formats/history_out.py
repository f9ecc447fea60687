"""Steps of the history as a list: Word for reading, CSV and XLSX for working on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from qcode.formats.codebook_words import DOT
from qcode.formats.headings import Headings, load
from qcode.formats.rows_out import Cell, unknown_ending, write_csv
from qcode.model.report import PageSetup

COLUMNS: tuple[str, ...] = ("id", "at", "coder", "label", "kind", "undone")
FORMATS: tuple[str, ...] = (".docx", ".csv", ".xlsx")


class Line(NamedTuple):
    """A step as it is printed: ``at`` is ISO 8601 in UTC, ``kind`` do, undo or redo."""

    id: int
    at: str
    coder: str
    label: str
    kind: str
    undone: bool


def write(
    lines: Sequence[Line],
    path: str | os.PathLike[str],
    *,
    project: str,
    date: str,
    setup: PageSetup | None = None,
) -> None:
    """Write steps in the format of the file's ending; ``date`` is an ISO 8601 day.

    Raises ``QcodeError`` for another ending and for a file that cannot be written.
    """
    setup = setup or PageSetup()
    words = load(setup.headings, setup.terms)
    ending = Path(path).suffix.lower()
    if ending == ".csv":
        write_csv(path, COLUMNS, ([*line[:5], int(line.undone)] for line in lines))
    elif ending == ".xlsx":
        _write_xlsx(lines, path, project, words)
    elif ending == ".docx":
        _write_docx(lines, path, project, date, setup, words)
    else:
        raise unknown_ending(path, FORMATS)


def _write_xlsx(
    lines: Sequence[Line], path: str | os.PathLike[str], project: str, words: Headings
) -> None:
    from qcode.formats.sheets_out import Column, Sheet, write_sheets

    said = words.history
    columns = [
        Column(said["id"], 8),
        Column(said["at"], 18),
        Column(said["coder"], 18),
        Column(said["what"], 70),
        Column(said["state"], 14),
    ]
    title = f"{said['title']}{DOT}{project}"
    write_sheets(path, [Sheet(said["title"], columns, _rows(lines, words))], title=title)


def _rows(lines: Sequence[Line], words: Headings) -> Iterator[list[Cell]]:
    for line in lines:
        state = words.history["undone"] if line.undone else ""
        yield [line.id, local(line.at), line.coder, line.label, state]


def _write_docx(
    lines: Sequence[Line],
    path: str | os.PathLike[str],
    project: str,
    date: str,
    setup: PageSetup,
    words: Headings,
) -> None:
    from qcode.formats.docx_frame import WordFile
    from qcode.formats.docx_lists import ListColumn, Lists
    from qcode.formats.docx_writing import facts_table, text

    said = words.history
    coders = list(dict.fromkeys(line.coder for line in lines))
    file = WordFile(
        title=f"{said['title']}{DOT}{project}",
        author=words.join(coders),
        date=date,
        setup=setup,
        header=(project, said["title"]),
        footer=words.page_of,
    )
    facts = [(words.date, words.day(date)), (said["filter"], words.count(len(lines), "steps"))]
    if coders:
        facts.insert(1, (words.coders, words.join(coders)))
    file.add(text("Subtitle", said["title"]))
    file.add(text("Title", project))
    file.add(facts_table(facts, file.text_width))
    if lines:
        columns = [
            ListColumn(said["id"], number=True),
            ListColumn(said["at"]),
            ListColumn(said["coder"]),
            ListColumn(said["what"], 1),
            ListColumn(said["state"]),
        ]
        rows = [[str(cell) for cell in row] for row in _rows(lines, words)]
        if not any(line.undone for line in lines):
            columns, rows = columns[:-1], [row[:-1] for row in rows]
        Lists(file, words).add(said["title"], columns, rows)
    else:
        file.add(text("Note", said["none"]))
    file.write(path)


def local(at: str) -> str:
    """Return a time as people on this computer read it: ``2026-03-14 09:30``."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at
