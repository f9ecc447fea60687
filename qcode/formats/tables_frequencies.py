"""The table of frequencies: codes × groups or documents, with passages, documents, per cent."""

from __future__ import annotations

from qcode.formats.docx_text import PLAIN, ink, run
from qcode.formats.docx_writing import Row, Rules, label_width, paragraph, text
from qcode.formats.printable import shorten
from qcode.formats.tables_words import TableWords, noted
from qcode.model.enums import CodeKind
from qcode.model.theory_records import Evidence
from qcode.model.thesis import Frequencies, FrequencyRow

_NAME = 2300  # twips of the column of names at least
_TOTALS = ("passages", "documents", "percent")
_NARROWEST, _WIDEST = 620, 1500
_NAME_SIGNS = 40
_ADVANCE = 100  # of a letter of a head, as ``label_width`` means it
_STEP = 170
_DEEPEST = 6


def parts(found: Frequencies, words: TableWords, width: int) -> list[range]:
    """Return the columns of each part: as many parts as the page needs; ``width`` in twips."""
    totals = sum(_total_widths(words))
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
    totals = _total_widths(words) if columns.start == 0 else []
    column = _column_width(found, words)
    chosen = [found.columns[place] for place in columns]
    heads = [text("TableHead", words.say("code"))]
    if totals:
        heads += [text("TableHeadRight", words.say(key)) for key in _TOTALS]
    heads += [text("TableHeadRight", _head(name, size, found, words)) for name, size in chosen]
    rows = [Row(heads)]
    rows += [_row(row, columns, found, totals=bool(totals)) for row in found.rows]
    widths = [*totals, *[column] * len(chosen)]
    return noted(rows, [width - sum(widths), *widths], rules, words, _notes(found, columns, words))


def _row(row: FrequencyRow, columns: range, found: Frequencies, *, totals: bool) -> Row:
    look = _BOLD if row.kind.rank >= CodeKind.MAIN_CATEGORY.rank else PLAIN
    indent = min(row.depth, _DEEPEST) * _STEP
    cells = [paragraph("TableText", run(row.title, look), hanging=(indent, 0))]
    if totals:
        share = 100 * row.evidence.documents / found.documents if found.documents else 0.0
        numbers = (str(row.evidence.passages), str(row.evidence.documents), f"{share:.0f}")
        cells += [text("TableNumber", number, look) for number in numbers]
    cells += [
        text("TableNumber", _cell(row.by_column[place], found.columns[place][1]), look)
        for place in columns
    ]
    return Row(cells)


def _cell(evidence: Evidence, documents: int) -> str:
    if not evidence.passages:
        return "0"
    return (
        f"{evidence.passages} ({evidence.documents})" if documents > 1 else str(evidence.passages)
    )


def _head(name: str, size: int, found: Frequencies, words: TableWords) -> str:
    title = shorten(name, _NAME_SIGNS) if name else words.say("no_group")
    return f"{title} ({size})" if found.of == "groups" else title


def _notes(found: Frequencies, columns: range, words: TableWords) -> list[str]:
    notes: list[str] = []
    if columns.start == 0:
        documents = words.headings.count(found.documents, "documents")
        notes.append(words.say("frequency_note", document_count=documents))
        if any(size > 1 for _, size in found.columns):
            notes.append(words.say("columns_note"))
    return notes


def _total_widths(words: TableWords) -> list[int]:
    return [
        label_width(words.say(key).split(), least=_NARROWEST, most=_WIDEST, advance=_ADVANCE)
        for key in _TOTALS
    ]


def _column_width(found: Frequencies, words: TableWords) -> int:
    heads = [_head(name, size, found, words) for name, size in found.columns]
    # A head breaks between its words.
    return label_width(" ".join(heads).split(), least=_NARROWEST, most=_WIDEST, advance=_ADVANCE)


_BOLD = ink(bold=True)
