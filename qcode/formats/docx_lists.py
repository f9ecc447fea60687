"""Captioned three-line tables of plain cells: what reports from the log are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from qcode.formats import type_metrics
from qcode.formats.docx_frame import WordFile
from qcode.formats.docx_pictures import TWIPS_PER_POINT
from qcode.formats.docx_text import quoted
from qcode.formats.docx_writing import Row, paragraph, table, text
from qcode.formats.headings import Headings
from qcode.formats.tables_words import Captions, TableWords

_LEAST = 700
_MOST = 1_900  # of a column that is as wide as its longest word
_PADDING = 195  # on both sides of a cell together, with a little to spare
_TIGHT, _TIGHT_MARGIN = 110, 45  # together and at each side, where columns are many
_HEAD_SIZE = 9.4  # points: bold letters of 9 are a little wider than the usual ones
_SHARE = 700  # that a share of the width has at least
_MOST_KEPT = 12  # rows that stay on one page, since they have their first cell together
_DASHES = frozenset("\u2013\u2212")  # in figures, where they are as wide as a digit
_NONE: frozenset[int] = frozenset()
_FIRST = frozenset({0})


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its head, and its share of the width that is left.

    Without a share it is as wide as its longest cell, up to a few centimetres, and at least
    ``least`` (twips). ``number`` puts its cells to the right.
    """

    head: str
    share: int = 0
    number: bool = False
    least: int = _LEAST


class Lists:
    """Adds captioned tables to a Word file; Word numbers the captions."""

    def __init__(self, file: WordFile, words: Headings) -> None:
        self._file = file
        self._captions = Captions(TableWords.of(words), "")

    def add(
        self,
        caption: str,
        columns: Sequence[ListColumn],
        rows: Iterable[Sequence[str]],
        *,
        together: bool = False,
        noted: bool = False,
    ) -> None:
        """Add a caption and its table. The heads never stand alone at the end of a page.

        ``together`` makes one cell of equal first cells that follow each other. ``noted`` keeps the
        last rows on the page of a note that follows.
        """
        listed = list(rows)
        widths, margin = _widths(columns, listed, self._file.text_width)
        heads = ["TableHeadRight" if column.number else "TableHead" for column in columns]
        styles = ["TableNumber" if column.number else "TableText" for column in columns]
        made = [
            Row(
                [
                    text(style, column.head, keep_next=True)
                    for style, column in zip(heads, columns, strict=True)
                ]
            )
        ]
        for place, cells in enumerate(listed):
            before = place > 0 and listed[place - 1][0] == cells[0]
            after = place + 1 < len(listed) and listed[place + 1][0] == cells[0]
            made.append(
                Row(
                    [text(style, cell) for style, cell in zip(styles, cells, strict=True)],
                    begins=_FIRST if together and after and not before else _NONE,
                    continues=_FIRST if together and before else _NONE,
                    # No row stands alone above or below the foot of a page.
                    keep=noted
                    if place + 1 == len(listed)
                    else place in (0, len(listed) - 2)
                    or (together and after and place % _MOST_KEPT < _MOST_KEPT - 1),
                )
            )
        self._file.add(self._captions.table(caption))
        self._file.add(table(made, widths, margin=margin))
        self._file.add(paragraph("Gap", keep_next=noted))


def marked(name: str) -> str:
    """Return a name or quotation between quotation marks, unless it begins with its own."""
    return name if name.lstrip().startswith(("“", "「", "«", '"')) else quoted(name)


def _widths(
    columns: Sequence[ListColumn], rows: Sequence[Sequence[str]], width: int
) -> tuple[list[int], int | None]:
    """Return the widths of the columns, and the margins of cells where they had to be narrower.

    Columns without a share come first and the rest is shared. Where they are too wide cells get
    narrow margins, and what is too wide even so is cut down.
    """
    shares = sum(column.share for column in columns)
    most = width - min(shares * _SHARE, width // 2) if shares else width
    margin = None
    fixed = _fixed(columns, rows, _PADDING)
    if sum(fixed) > most:
        fixed, margin = _fixed(columns, rows, _TIGHT), _TIGHT_MARGIN
    if sum(fixed) > most:
        fixed = _cut(fixed, most)
    rest = width - sum(fixed)
    found = [
        one or rest * column.share // shares for one, column in zip(fixed, columns, strict=True)
    ]
    found[found.index(max(found)) if shares else 0] += width - sum(found)
    return found, margin


def _fixed(columns: Sequence[ListColumn], rows: Sequence[Sequence[str]], padding: int) -> list[int]:
    return [
        0
        if column.share
        else _width(column.head, (row[place] for row in rows), padding, column.least)
        for place, column in enumerate(columns)
    ]


def _cut(widths: Sequence[int], most: int) -> list[int]:
    """Cut columns down to ``most`` in all: the narrowest ones have nothing to give."""
    kept = [min(one, _LEAST) for one in widths]
    spare = sum(widths) - sum(kept)
    if sum(kept) >= most:
        return [one * most // sum(widths) for one in widths]
    room = most - sum(kept)
    return [least + (one - least) * room // spare for one, least in zip(widths, kept, strict=True)]


def _width(head: str, cells: Iterable[str], padding: int, least: int) -> int:
    """The width that holds every cell, and of the head its longest word."""
    widths = [
        round(type_metrics.width(word, _HEAD_SIZE) * TWIPS_PER_POINT) for word in head.split(" ")
    ]
    widths += [_of_cell(cell) for cell in cells]
    return max(least, min(_MOST, max(widths) + padding))


def _of_cell(text: str) -> int:
    """The width of a cell on one line; East Asian signs (and arrows) are wide."""
    return sum(map(_of_sign, text))


def _of_sign(sign: str) -> int:
    if sign.isdecimal() or sign in _DASHES:
        return 101  # half an em, of which long numbers need every bit
    return 205 if east_asian_width(sign) in "WFA" else 93
