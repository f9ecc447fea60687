"""Coded passages as a list: Word and HTML for reading, CSV, XLSX and JSON Lines for working on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from qcode.formats.codebook_words import DOT
from qcode.formats.docx_text import quoted
from qcode.formats.headings import Headings, load
from qcode.formats.rows_out import Cell, unknown_ending, write_csv, write_jsonl
from qcode.model.report import PageSetup, QuotedPassage

COLUMNS: tuple[str, ...] = (
    "label", "document", "start", "end", "quote", "code", "coder", "memo", "created",
)  # fmt: skip
FORMATS: tuple[str, ...] = (".docx", ".csv", ".xlsx", ".html", ".jsonl")


def write(
    passages: Sequence[QuotedPassage],
    path: str | os.PathLike[str],
    *,
    project: str,
    date: str,
    setup: PageSetup | None = None,
) -> None:
    """Write ``passages`` in the format of the file's ending.

    ``date`` is an ISO 8601 day. CSV and JSON Lines have the columns of ``COLUMNS``, which the
    import of codings reads. Raises ``QcodeError`` for another ending and for a file that cannot be
    written; an older file is then kept.
    """
    setup = setup or PageSetup()
    words = load(setup.headings, setup.terms)
    ending = Path(path).suffix.lower()
    if ending == ".docx":
        _write_docx(passages, path, project, date, setup, words)
    elif ending in {".html", ".htm"}:
        _write_html(passages, path, project, date, words)
    elif ending == ".csv":
        write_csv(path, COLUMNS, _rows(passages))
    elif ending == ".jsonl":
        write_jsonl(path, COLUMNS, _rows(passages))
    elif ending == ".xlsx":
        _write_xlsx(passages, path, project, words)
    else:
        raise unknown_ending(path, FORMATS)


def _rows(passages: Sequence[QuotedPassage]) -> Iterator[list[Cell]]:
    for passage in passages:
        yield [getattr(passage, column) for column in COLUMNS]


def _write_xlsx(
    passages: Sequence[QuotedPassage], path: str | os.PathLike[str], project: str, words: Headings
) -> None:
    from qcode.formats.sheets_out import Column, Sheet, write_sheets

    columns = [
        Column(words.label, 12),
        Column(words.document, 28),
        Column(words.start, 9),
        Column(words.end, 9),
        Column(words.passage, 80),
        Column(words.code, 30),
        Column(words.coder, 16),
        Column(words.memo, 30),
        Column(words.created, 22),
    ]
    title = f"{words.passage_list}{DOT}{project}"
    write_sheets(path, [Sheet(words.passages, columns, _rows(passages))], title=title)


def _summary(
    passages: Sequence[QuotedPassage], date: str, words: Headings
) -> list[tuple[str, str]]:
    coders = dict.fromkeys(passage.coder for passage in passages)
    # Passages of several codes stand in the list once a code and are one passage all the same.
    spans = {(passage.document, passage.start, passage.end) for passage in passages}
    material = (
        words.count(len({passage.document for passage in passages}), "documents"),
        words.count(len(spans), "passages"),
        words.count(len({passage.code for passage in passages}), "codes"),
    )
    lines = [
        (words.date, words.day(date)),
        (words.coders, words.join(coders)),
        (words.material, words.join(material)),
    ]
    return [(label, text) for label, text in lines if text]


def _columns(passages: Sequence[QuotedPassage], words: Headings) -> dict[str, str]:
    """The columns that people read, with their heads; without memos there is none for them."""
    columns = {
        "label": words.label,
        "quote": words.passage,
        "code": words.code,
        "coder": words.coder,
        "memo": words.memo,
    }
    if not any(passage.memo.strip() for passage in passages):
        del columns["memo"]
    return columns


def _write_docx(
    passages: Sequence[QuotedPassage],
    path: str | os.PathLike[str],
    project: str,
    date: str,
    setup: PageSetup,
    words: Headings,
) -> None:
    from qcode.formats.docx_frame import WordFile
    from qcode.formats.docx_writing import Row, facts_table, paragraph, table, text

    lines = _summary(passages, date, words)
    file = WordFile(
        title=f"{words.passage_list}{DOT}{project}",
        author=words.join(dict.fromkeys(passage.coder for passage in passages)),
        date=date,
        setup=setup,
        header=(project, words.passage_list),
        footer=words.page_of,
    )
    file.add(text("Subtitle", words.passage_list))
    file.add(text("Title", project))
    file.add(facts_table(lines, file.text_width))
    file.add(paragraph("Normal"))
    columns = _columns(passages, words)
    shares = {"label": 11, "quote": 47, "code": 18, "coder": 11, "memo": 20}
    whole = sum(shares[column] for column in columns)
    widths = [file.text_width * shares[column] // whole for column in columns]
    rows = [Row([text("TableHead", head) for head in columns.values()])]
    rows += [
        Row(
            [
                text(
                    "PassageLabel" if column == "label" else "TableText",
                    quoted(passage.quote) if column == "quote" else getattr(passage, column),
                )
                for column in columns
            ]
        )
        for passage in passages
    ]
    file.add(table(rows, widths, rules="three"))
    file.write(path)


def _write_html(
    passages: Sequence[QuotedPassage],
    path: str | os.PathLike[str],
    project: str,
    date: str,
    words: Headings,
) -> None:
    from qcode.formats.html_page import said, title_block, write_page

    columns = _columns(passages, words)
    heads = "".join(f'<th scope="col">{said(head)}</th>' for head in columns.values())
    rows = "\n".join(
        f'<tr id="passage-{index}">{"".join(_html_cell(passage, name) for name in columns)}</tr>'
        for index, passage in enumerate(passages, start=1)
    )
    body = (
        title_block(words.passage_list, project, _summary(passages, date, words))
        + f'\n<main class="scroll">\n<table class="list">\n<thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table>\n</main>"
    )
    write_page(path, f"{words.passage_list}{DOT}{project}", body, words)


def _html_cell(passage: QuotedPassage, column: str) -> str:
    from qcode.formats.html_page import said

    if column == "label":
        return f'<td class="label" title="{said(passage.document)}">{said(passage.label)}</td>'
    if column == "quote":
        return f'<td dir="auto">{said(quoted(passage.quote))}</td>'
    fixed = ' class="fixed"' if column == "coder" else ""
    return f'<td{fixed} dir="auto">{said(getattr(passage, column))}</td>'
