"""Where a stretch of a block is on the screen: line by line, piece by piece.

A stretch of a line that runs in one direction is one piece. On a line with right-to-left text it
can be several, and only the glyph runs tell where (the caret's x does not).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine

Piece = tuple[float, float]
"""Left and right edge in pixels."""


@dataclass(frozen=True, slots=True)
class VisibleBlock:
    """A strip on screen: a whole block, or some lines of a tall one.

    ``number`` and ``top`` are the block's number and its top edge in the view; ``start`` and
    ``end`` say which stretch of it the strip is (units of the block). Where a block is cut into
    strips does not depend on what of it is on screen, so what is known of a strip stays true.
    """

    block: QTextBlock
    layout: QTextLayout
    number: int
    top: float
    start: int
    end: int
    turned: bool


# Letters written from right to left, and the invisible marks that turn a line around.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def turns(text: str) -> bool:
    """Whether ``text`` may hold a stretch that does not run from left to right."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def line_pieces(line: QTextLine, start: int, end: int, *, turned: bool) -> list[Piece]:
    """Pieces of ``[start, end)`` (UTF-16 units in the block) on one line, from left to right."""
    first = line.textStart()
    last = first + line.textLength()
    low, high = max(start, first), min(end, last)
    if low >= high:
        return []
    if turned:
        return _merged(run.boundingRect() for run in line.glyphRuns(low, high - low))
    left = line.x() if low == first else line.cursorToX(low)[0]
    # Spaces at the end of a wrapped line hang beyond the column: no band under them.
    right = line.x() + line.naturalTextWidth() if high == last else line.cursorToX(high)[0]
    return [(left, right)] if right > left else []


def character_edge(line: QTextLine, unit: int, *, last: bool, turned: bool) -> float:
    """Where the character at ``unit`` of the block begins, or with ``last`` where it ends.

    A character written from right to left begins at its right edge.
    """
    pieces = line_pieces(line, unit, unit + 1, turned=turned)
    if not pieces:
        return line.cursorToX(unit + 1 if last else unit)[0]
    runs = line.glyphRuns(unit, 1) if turned else []
    from_right = bool(runs) and runs[0].isRightToLeft()
    return pieces[-1][1] if last != from_right else pieces[0][0]


def stretch_pieces(
    layout: QTextLayout, start: int, end: int, *, turned: bool
) -> Iterator[tuple[QTextLine, list[Piece]]]:
    """Each line that ``[start, end)`` touches, with its pieces there."""
    first = layout.lineForTextPosition(start)
    if not first.isValid():
        return
    for number in range(first.lineNumber(), layout.lineCount()):
        line = layout.lineAt(number)
        if line.textStart() >= end:
            return
        pieces = line_pieces(line, start, end, turned=turned)
        if pieces:
            yield line, pieces


class _Line(NamedTuple):
    """A line with what Qt says about it: units it holds, left and right edge, its band."""

    line: QTextLine
    first: int
    last: int
    left: float
    right: float
    top: float
    bottom: float


class StripLines:
    """The lines of a strip for those who ask many times: Qt is asked once for each answer.

    ``band`` gives top and bottom of the tint behind a line; ``edges`` are the places (pixels from
    the left) of units of the block that were asked for before, and is added to.
    """

    def __init__(
        self,
        strip: VisibleBlock,
        band: Callable[[QTextLine], tuple[float, float]],
        edges: dict[int, float] | None = None,
    ) -> None:
        self._turned = strip.turned
        self._edges = {} if edges is None else edges
        self._lines: list[_Line] = []
        layout = strip.layout
        line = layout.lineForTextPosition(strip.start)
        number, count = line.lineNumber() if line.isValid() else 0, layout.lineCount()
        while number < count:
            line = layout.lineAt(number)
            first, left = line.textStart(), line.x()
            if first >= strip.end:
                break
            last, right = first + line.textLength(), left + line.naturalTextWidth()
            self._lines.append(_Line(line, first, last, left, right, *band(line)))
            number += 1
        self._starts = [each.first for each in self._lines]

    def pieces(self, start: int, end: int) -> Iterator[tuple[float, float, list[Piece]]]:
        """Top and bottom of the band of each line that ``[start, end)`` touches, and its pieces.

        The same as ``stretch_pieces`` gives for a stretch of the strip.
        """
        for number in range(max(0, bisect_right(self._starts, start) - 1), len(self._lines)):
            line, first, last, left, right, top, bottom = self._lines[number]
            if first >= end:
                return
            low, high = max(start, first), min(end, last)
            if low >= high:
                continue
            if self._turned:
                pieces = line_pieces(line, low, high, turned=True)
            else:
                left = left if low == first else self._edge(line, low)
                right = right if high == last else self._edge(line, high)
                pieces = [(left, right)] if right > left else []
            if pieces:
                yield top, bottom, pieces

    def reach(self, start: int, end: int) -> tuple[float, float] | None:
        """Top of the first and bottom of the last band that ``pieces`` gives; None without any."""
        found = list(self.pieces(start, end))
        return (found[0][0], found[-1][1]) if found else None

    def _edge(self, line: QTextLine, unit: int) -> float:
        found = self._edges.get(unit)
        if found is None:
            found = self._edges[unit] = line.cursorToX(unit)[0]
        return found


def _merged(rects: Iterator) -> list[Piece]:
    edges = sorted((rect.left(), rect.right()) for rect in rects)
    pieces: list[Piece] = []
    for left, right in edges:
        if pieces and left <= pieces[-1][1] + 0.5:
            pieces[-1] = (pieces[-1][0], max(right, pieces[-1][1]))
        elif right > left:
            pieces.append((left, right))
    return pieces
