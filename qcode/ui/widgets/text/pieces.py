"""Where a stretch of a block is on the screen: line by line, piece by piece.

A stretch of a line that runs in one direction is one piece. On a line with right-to-left text it
can be several, and only the glyph runs tell where (the caret's x does not).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGlyphRun, QTextBlock, QTextLayout, QTextLine

from qcode.ui.widgets.text.layout import Column

Piece = tuple[float, float]
"""Left and right edge in pixels."""


# Letters written from right to left, and the invisible marks that turn a line around.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def turns(text: str) -> bool:
    """Whether ``text`` may hold a stretch that does not run from left to right."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def _turned_edge(line: QTextLine, unit: int, *, last: bool) -> float:
    """Where a character begins or ends on a line that does not run from left to right alone."""
    runs = line.glyphRuns(unit, 1)
    pieces = _merged(runs)
    if not pieces:
        return line.cursorToX(unit + 1 if last else unit)[0]
    return pieces[-1][1] if last != runs[0].isRightToLeft() else pieces[0][0]


class Line(NamedTuple):
    """A line with what Qt says about it: units it holds, left and right edge, its band.

    ``floor`` is where it ends and the next one begins.
    """

    number: int
    first: int
    last: int
    left: float
    right: float
    top: float
    bottom: float
    floor: float


class StripLines:
    """The lines of a strip for those who ask many times: Qt is asked once for each answer.

    ``start`` and ``end`` say which stretch of ``block`` the strip is. The answers are true until
    lines are placed anew. The block's layout is asked for each time: it belongs to Qt, and kept,
    one would be taken for whatever comes to lie at its address.
    """

    def __init__(
        self, block: QTextBlock, start: int, end: int, column: Column, *, turned: bool
    ) -> None:
        self._block = block
        self._turned = turned
        self._edges: dict[int, float] = {}
        self._lines: list[Line] = []
        layout = block.layout()
        line = layout.lineForTextPosition(start)
        number, count = line.lineNumber() if line.isValid() else 0, layout.lineCount()
        while number < count:
            line = layout.lineAt(number)
            first, left = line.textStart(), line.x()
            if first >= end:
                break
            last, right = first + line.textLength(), left + line.naturalTextWidth()
            floor = column.slot_bottom(line)
            self._lines.append(Line(number, first, last, left, right, *column.band(line), floor))
            number += 1
        self._starts = [each.first for each in self._lines]
        self.from_right = block.textDirection() == Qt.LayoutDirection.RightToLeft
        """Whether the block as a whole is written from right to left."""

    def pieces(self, start: int, end: int) -> Iterator[tuple[Line, list[Piece]]]:
        """Each line that ``[start, end)`` touches, with its pieces there."""
        for number in range(max(0, bisect_right(self._starts, start) - 1), len(self._lines)):
            line = self._lines[number]
            if line.first >= end:
                return
            pieces = self.pieces_of(line, start, end)
            if pieces:
                yield line, pieces

    def pieces_of(self, line: Line, start: int, end: int) -> list[Piece]:
        """Pieces of ``[start, end)`` on one of the lines, from left to right."""
        low, high = max(start, line.first), min(end, line.last)
        if low >= high:
            return []
        if self._turned:
            return _merged(self._asked(line).glyphRuns(low, high - low))
        # Spaces at the end of a wrapped line hang beyond the column: no band under them.
        left = line.left if low == line.first else self._edge(line, low)
        right = line.right if high == line.last else self._edge(line, high)
        return [(left, right)] if right > left else []

    def line_of(self, unit: int) -> Line:
        """The line that holds the character at ``unit`` of the block."""
        return self._lines[bisect_right(self._starts, unit) - 1]

    def character_edge(self, unit: int, *, last: bool) -> float:
        """Where the character at ``unit`` of the block begins, or with ``last`` where it ends.

        A character written from right to left begins at its right edge.
        """
        line = self.line_of(unit)
        if self._turned:
            return _turned_edge(self._asked(line), unit, last=last)
        if unit + last < line.last:
            return self._edge(line, unit + last)
        # A space that hangs over the end of the line has no piece.
        pieces = self.pieces_of(line, unit, unit + 1)
        return pieces[0][last] if pieces else self._edge(line, unit + last)

    def _edge(self, line: Line, unit: int) -> float:
        found = self._edges.get(unit)
        if found is None:
            found = self._edges[unit] = self._asked(line).cursorToX(unit)[0]
        return found

    def _asked(self, line: Line) -> QTextLine:
        return self._block.layout().lineAt(line.number)


class VisibleBlock(NamedTuple):
    """A strip on screen: a whole block, or some lines of a tall one.

    ``number`` and ``top`` are the block's number and its top edge in the view, ``words_top`` the
    same to a fraction of a pixel, as Qt draws glyphs; ``at`` is where the block begins in the
    document; ``start`` and ``end`` say which stretch of it the strip is (units of the block). Where
    a block is cut into strips does not depend on what of it is on screen, so what is known of a
    strip stays true.
    """

    block: QTextBlock
    layout: QTextLayout
    number: int
    top: float
    words_top: float
    at: int
    start: int
    end: int
    turned: bool
    lines: StripLines


def _merged(runs: Sequence[QGlyphRun]) -> list[Piece]:
    """Where runs of glyphs are, those that touch as one piece."""
    rects = [run.boundingRect() for run in runs]
    edges = sorted((rect.left(), rect.right()) for rect in rects)
    pieces: list[Piece] = []
    for left, right in edges:
        if pieces and left <= pieces[-1][1] + 0.5:
            pieces[-1] = (pieces[-1][0], max(right, pieces[-1][1]))
        elif right > left:
            pieces.append((left, right))
    return pieces
