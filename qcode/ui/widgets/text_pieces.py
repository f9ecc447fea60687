"""Where a stretch of a block is on the screen: line by line, piece by piece.

A stretch of a line that runs in one direction is one piece. On a line with right-to-left text it
can be several, and only the glyph runs tell where (the caret's x does not).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine

Piece = tuple[float, float]
"""Left and right edge in pixels."""


@dataclass(frozen=True, slots=True)
class VisibleBlock:
    """A block on screen: its top edge in the view and the stretch of it that shows (units)."""

    block: QTextBlock
    layout: QTextLayout
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


def _merged(rects: Iterator) -> list[Piece]:
    edges = sorted((rect.left(), rect.right()) for rect in rects)
    pieces: list[Piece] = []
    for left, right in edges:
        if pieces and left <= pieces[-1][1] + 0.5:
            pieces[-1] = (pieces[-1][0], max(right, pieces[-1][1]))
        elif right > left:
            pieces.append((left, right))
    return pieces
