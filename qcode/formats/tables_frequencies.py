"""The tables of frequencies: codes × groups, documents or values of a variable, with their sums."""

from __future__ import annotations

from collections.abc import Iterable

from qcode.formats import type_metrics
from qcode.formats.docx_pictures import TWIPS_PER_POINT
from qcode.formats.docx_text import PLAIN, ink, run
from qcode.formats.docx_writing import Row, Rules, paragraph, text
from qcode.formats.printable import shorten
from qcode.formats.tables_words import TableWords, noted
from qcode.model.enums import CodeKind
from qcode.model.theory_records import Evidence
from qcode.model.thesis import Frequencies, FrequencyRow

_NAME = 2300  # twips of the column of names at least
_TOTALS = ("passages", "documents", "percent")
_NARROWEST, _WIDEST = 540, 1500
_NAME_SIGNS = 40
_DIGIT, _PADDING = 100, 190  # twips of a digit of a cell, and beside it on both sides together
_HEAD_SIZE = 9.4  # points: bold letters of 9 are a little wider than the usual ones
_STEP = 170
_DEEPEST = 6


def parts(found: Frequencies, words: TableWords, width: int) -> list[range]:
    """Return the columns of each part: as many parts as the page needs; ``width`` in twips."""
    totals = sum(_total_widths(found, words))
    column = _column_width(found, words)
    first = max(0, (width - _NAME - totals) // column)
    rest = max(1, (width - _NAME) // column)
    count = len(found.columns)
    listed = [range(min(first, count))]
    while listed[-1].stop < count:
        start = listed[-1].stop
        listed.append(range(start, min(start + rest, count)))
    return listed


def blocks(
    found: Frequencies, columns: range, words: TableWords, width: int, rules: Rules
) -> list[str]:
    """Return one part of the table; the first has the sums and is the one that starts at 0."""
    totals = _total_widths(found, words) if columns.start == 0 else []
    column = _column_width(found, words)
    chosen = [found.columns[place] for place in columns]
    heads = [text("TableHead", words.say("code"))]
    if totals:
        heads += [text("TableHeadRight", head) for head in _total_heads(found, words)]
    heads += [text("TableHeadRight", _head(name, size, found, words)) for name, size in chosen]
    rows = [Row(heads)]
    rows += [_row(row, columns, found, totals=bool(totals)) for row in found.rows]
    widths = [*totals, *[column] * len(chosen)]
    return noted(rows, [width - sum(widths), *widths], rules, words, _notes(found, columns, words))


def _row(row: FrequencyRow, columns: range, found: Frequencies, *, totals: bool) -> Row:
    look = _BOLD if row.kind.rank >= CodeKind.MAIN_CATEGORY.rank else PLAIN
    indent = min(row.depth, _DEEPEST) * _STEP
    cells = [paragraph("TableText", run(row.title, look), hanging=(indent, 0))]
    if totals and found.variable:
        cells.append(text("TableNumber", _shared(row.evidence, found.documents), look))
    elif totals:
        share = 100 * row.evidence.documents / found.documents if found.documents else 0.0
        numbers = (str(row.evidence.passages), str(row.evidence.documents), f"{share:.0f}")
        cells += [text("TableNumber", number, look) for number in numbers]
    told = _shared if found.variable else _cell
    cells += [
        text("TableNumber", told(row.by_column[place], found.columns[place][1]), look)
        for place in columns
    ]
    # What is above others does not stand alone at the foot of a page.
    return Row(cells, keep=row.kind.rank >= CodeKind.MAIN_CATEGORY.rank)


def _cell(evidence: Evidence, documents: int) -> str:
    if not evidence.passages:
        return "0"
    return (
        f"{evidence.passages} ({evidence.documents})" if documents > 1 else str(evidence.passages)
    )


def _shared(evidence: Evidence, documents: int) -> str:
    """Passages, documents, and their share of the documents of the column."""
    if not evidence.passages:
        return "0"
    share = 100 * evidence.documents / documents
    return f"{evidence.passages} ({evidence.documents}; {share:.0f}%)"


def _head(name: str, size: int, found: Frequencies, words: TableWords) -> str:
    nothing = "no_value" if found.variable else "no_group"
    title = shorten(name, _NAME_SIGNS) if name else words.say(nothing)
    return f"{title} ({size})" if found.of == "groups" else title


def _notes(found: Frequencies, columns: range, words: TableWords) -> list[str]:
    if found.variable:
        return [words.say("share_note")]
    notes: list[str] = []
    if columns.start == 0:
        documents = words.headings.count(found.documents, "documents")
        notes.append(words.say("frequency_note", document_count=documents))
        if any(size > 1 for _, size in found.columns):
            notes.append(words.say("columns_note"))
    return notes


def _total_heads(found: Frequencies, words: TableWords) -> list[str]:
    if found.variable:
        return [f"{words.say('together')} ({found.documents})"]
    return [words.say(key) for key in _TOTALS]


def _total_widths(found: Frequencies, words: TableWords) -> list[int]:
    cells = [_shared(row.evidence, found.documents) for row in found.rows] if found.variable else []
    return [_width([head], cells) for head in _total_heads(found, words)]


def _column_width(found: Frequencies, words: TableWords) -> int:
    heads = [_head(name, size, found, words) for name, size in found.columns]
    told = _shared if found.variable else _cell
    cells = [
        told(evidence, size)
        for row in found.rows
        for evidence, (_, size) in zip(row.by_column, found.columns, strict=True)
    ]
    return _width(heads, cells)


def _width(heads: Iterable[str], cells: Iterable[str]) -> int:
    """The width that holds every cell on one line, and of each head its longest word."""
    words = " ".join(heads).split()
    of_head = max(
        (type_metrics.width(word, _HEAD_SIZE) * TWIPS_PER_POINT for word in words), default=0
    )
    of_cell = max((len(cell) for cell in cells), default=0) * _DIGIT
    return max(of_cell + _PADDING, min(round(of_head) + _PADDING, _WIDEST), _NARROWEST)


_BOLD = ink(bold=True)
