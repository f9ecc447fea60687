"""The table of a typology: one axis down, one across, and what belongs to each cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qcode.formats.docx_text import ink
from qcode.formats.docx_writing import Row, Rules, label_width, text, together
from qcode.formats.printable import shorten
from qcode.formats.tables_words import TableWords, counted, noted, passage
from qcode.model.thesis import AxisKind, AxisLine, Cell, Quote, Typology

_NARROWEST, _WIDEST = 1450, 1900  # twips that a column has at least, by its head
_TEXT = 2000  # twips of a column with memos and passages in it
_FIRST_SHARE = 20  # per cent of the width, for the titles down
_TITLE_SIGNS = 90
_TOGETHER = 8  # rows up to which the table stays on one page
_LONGEST = 160  # Latin letters of a passage or memo in the short form: columns are narrow
_BOLD = ink(bold=True)
_NAMED = {
    AxisKind.GROUPS: "axis_groups",
    AxisKind.DOCUMENTS: "axis_documents",
    AxisKind.MAIN: "axis_main",
    AxisKind.CATEGORIES: "axis_categories",
}


def caption(found: Typology, words: TableWords) -> str:
    """Return the caption: both axes by their names."""
    across = _named(found.across, words)
    if not found.across.name:  # a word of the language, within the sentence
        across = across[:1].lower() + across[1:]
    return words.say("typology_caption", down=_named(found.down, words), across=across)


def parts(found: Typology, words: TableWords, width: int) -> list[range]:
    """Return the columns of each part: as many parts as the page needs; ``width`` in twips."""
    heads = [_title(found.across, place, words) for place in range(len(found.across.titles))]
    least = label_width(" ".join(heads).split(), least=_NARROWEST, most=_WIDEST)
    most = max(1, (width - _first(width)) // (_TEXT if _has_text(found) else least))
    count = len(found.across.titles)
    number = -(-count // most)
    ends = [count * part // number for part in range(number + 1)]  # of much the same width
    return [range(start, end) for start, end in pairwise(ends)]


def blocks(
    found: Typology, columns: range, words: TableWords, width: int, rules: Rules, *, long: bool
) -> list[str]:
    """Return one part of the table and the note below it."""
    first = _first(width)
    each = (width - first) // len(columns)
    heads = [_named(found.down, words)]
    heads += [_title(found.across, place, words) for place in columns]
    rows = [Row([text("TableHead", head) for head in heads])]
    for place, cells in enumerate(found.cells):
        titled = text("TableText", _title(found.down, place, words), _BOLD)
        rows.append(Row([titled, *(_cell(cells[at], found, words, long=long) for at in columns)]))
    widths = [width - each * len(columns), *[each] * len(columns)]
    return noted(together(rows, _TOGETHER), widths, rules, words, [words.say(_note(found))])


def _first(width: int) -> int:
    return width * _FIRST_SHARE // 100


def _named(line: AxisLine, words: TableWords) -> str:
    return line.name or words.say(_NAMED[line.kind])


def _title(line: AxisLine, place: int, words: TableWords) -> str:
    title = line.titles[place]
    if title:
        return shorten(title, _TITLE_SIGNS)
    return words.say("no_group" if line.kind is AxisKind.GROUPS else "no_value")


def _cell(cell: Cell, found: Typology, words: TableWords, *, long: bool) -> str:
    said = words.headings
    if not (cell.documents or cell.summaries):
        return text("TableText", words.say("nothing"))
    if not _has_text(found):
        listed = text("TableText", said.join(cell.documents))
        codes = found.down.kind.of_codes and cell.passages
        count = said.count(len(cell.passages), "passages") if codes else ""
        return listed + (text("TableCount", count) if count else "")
    told = cell.summaries if long else [shorten(one, _LONGEST) for one in cell.summaries]
    quotes = [
        one if long else Quote(one.label, shorten(one.words, _LONGEST)) for one in cell.quotes
    ]
    lines = [line for one in told for line in one.splitlines() if line.strip()]
    count = counted(cell.evidence, said) if cell.passages else ""
    return (
        "".join(text("TableText", line) for line in lines)
        + "".join(map(passage, quotes))
        + (text("TableCount", count) if count else "")
    )


def _has_text(found: Typology) -> bool:
    """Whether documents cross codes: then memos and passages are printed."""
    return found.down.kind.of_codes is not found.across.kind.of_codes


def _note(found: Typology) -> str:
    if _has_text(found):
        return "typology_note"
    return "typology_codes_note" if found.down.kind.of_codes else "typology_documents_note"


def holds_anything(found: Typology) -> bool:
    """Whether there are both axes, and something in a cell."""
    cells: Sequence[Sequence[Cell]] = found.cells
    return bool(found.across.titles) and any(
        cell.documents or cell.summaries for row in cells for cell in row
    )
