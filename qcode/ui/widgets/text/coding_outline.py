"""One frame around a passage of several lines, as a selection is shaped.

A box around each line would make a passage of many lines a ruled table. The frame is as wide as the
column between the line where the passage begins and the one where it ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPolygonF, QTextBlock, QTextLine

from qcode.model.span import Span
from qcode.ui.widgets.text.layout import Column
from qcode.ui.widgets.text.pieces import VisibleBlock, line_pieces

_BESIDE = 2.0  # pixels between the column's edge and the frame
_BELOW = 6.0  # most pixels between a line and a corner below it: room for underlines
_FAR = 100.0  # pixels that are surely out of sight


class _Row(NamedTuple):
    """A part of the frame: from top to bottom, from left to right, in pixels of the view."""

    top: float
    bottom: float
    left: float
    right: float


class _End(NamedTuple):
    """The line where a passage begins or ends, with what of it is in the passage."""

    block: QTextBlock
    line: QTextLine
    top: float
    bottom: float
    pieces: list[tuple[float, float]]


def without_empty_lines(span: Span, text: str) -> Span:
    """``span`` without lines of white space at its beginning and its end; all of it if only such.

    A frame around nothing says nothing, and where it ends would depend on what is on screen.
    """
    first, last = span
    while first < last and text[first].isspace():
        first += 1
    if first == last:
        return span
    while text[last - 1].isspace():
        last -= 1
    start = text.rfind("\n", span.start, first) + 1 or span.start
    end = text.find("\n", last, span.end)
    return Span(start, span.end if end < 0 else end)


def outlines(
    strips: Sequence[VisibleBlock], start: int, end: int, column: Column
) -> list[QPolygonF]:
    """Frames around ``[start, end)`` (positions in the document) as far as strips show it.

    Mostly one. There are two where the passage ends, on the next line, before the place where it
    began; none where nothing of it is shown.
    """
    touched = [
        (strip, low, high)
        for strip in strips
        if (low := max(start - strip.block.position(), strip.start))
        < (high := min(end - strip.block.position(), strip.end))
    ]
    if not touched:
        return []
    begins = start >= strips[0].block.position() + strips[0].start
    ends = end <= strips[-1].block.position() + strips[-1].end
    first, last = _first(*touched[0], column), _last(*touched[-1], column)
    together = first.block == last.block and first.line.lineNumber() == last.line.lineNumber()
    if together and begins and ends:
        strip, low, _ = touched[0]
        pieces = line_pieces(first.line, low, touched[-1][2], turned=strip.turned)
        return [_polygon([_Row(first.top, first.bottom, *one)]) for one in pieces]
    return [_polygon(rows) for rows in _joined(_rows(first, last, begins, ends, column))]


def _rows(first: _End, last: _End, begins: bool, ends: bool, column: Column) -> Iterator[_Row]:
    """The line where it begins, those between, the line where it ends; without those of no height.

    What begins or ends out of sight has a frame that is open there.
    """
    left, right = column.left - _BESIDE, column.left + column.width + _BESIDE
    gap = max(0.0, column.pitch - (first.bottom - first.top))
    high = first.bottom + min(gap - 0.5, _BELOW) if begins else first.top - _FAR
    low = last.top - 0.5 if ends else last.bottom + _FAR
    if begins and ends and low - high < column.pitch / 2:
        high = low  # the next line
    if begins:
        turned = first.block.textDirection() == Qt.LayoutDirection.RightToLeft
        x = max(edge for _, edge in first.pieces) if turned else first.pieces[0][0]
        yield _Row(first.top, high, left if turned else x, x if turned else right)
    if low > high:
        yield _Row(high, low, left, right)
    if ends:
        turned = last.block.textDirection() == Qt.LayoutDirection.RightToLeft
        x = last.pieces[0][0] if turned else max(edge for _, edge in last.pieces)
        yield _Row(low, last.bottom, x if turned else left, right if turned else x)


def _joined(rows: Iterator[_Row]) -> Iterator[list[_Row]]:
    """Rows that touch, from top to bottom."""
    together: list[_Row] = []
    for row in rows:
        if together and max(together[-1].left, row.left) >= min(together[-1].right, row.right):
            yield together
            together = []
        together.append(row)
    yield together


def _polygon(rows: Sequence[_Row]) -> QPolygonF:
    """The right side down and the left side up."""
    right = [QPointF(row.right, y) for row in rows for y in (row.top, row.bottom)]
    left = [QPointF(row.left, y) for row in reversed(rows) for y in (row.bottom, row.top)]
    return QPolygonF(right + left)


def _first(strip: VisibleBlock, low: int, _high: int, column: Column) -> _End:
    line = strip.layout.lineForTextPosition(low)
    return _end(strip, line, low, strip.end, column)


def _last(strip: VisibleBlock, low: int, high: int, column: Column) -> _End:
    line = strip.layout.lineForTextPosition(high - 1)
    return _end(strip, line, low, high, column)


def _end(strip: VisibleBlock, line: QTextLine, low: int, high: int, column: Column) -> _End:
    top, bottom = column.band(line)
    pieces = line_pieces(line, low, high, turned=strip.turned)
    # A line of nothing but hanging spaces has no pieces.
    return _End(strip.block, line, strip.top + top, strip.top + bottom, pieces or [(line.x(),) * 2])
