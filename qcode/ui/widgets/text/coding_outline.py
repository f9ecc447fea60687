"""One frame around a passage of several lines, as a selection is shaped.

A box around each line would make a passage of many lines a ruled table. The frame is as wide as the
column between the line where the passage begins and the one where it ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from qcode.model.span import Span
from qcode.ui.widgets.text.layout import Column
from qcode.ui.widgets.text.pieces import VisibleBlock

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

    place: tuple[int, int]  # numbers of the block and of the line in it
    top: float
    bottom: float
    pieces: list[tuple[float, float]]
    from_right: bool


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
        if (low := max(start - strip.at, strip.start)) < (high := min(end - strip.at, strip.end))
    ]
    if not touched:
        return []
    begins = start >= strips[0].at + strips[0].start
    ends = end <= strips[-1].at + strips[-1].end
    strip, low, _ = touched[0]
    other, from_there, high = touched[-1]
    first, last = _end(strip, low, low, strip.end), _end(other, high - 1, from_there, high)
    if first.place == last.place and begins and ends:
        pieces = strip.lines.pieces_of(strip.lines.line_of(low), low, high)
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
        turned = first.from_right
        x = max(edge for _, edge in first.pieces) if turned else first.pieces[0][0]
        yield _Row(first.top, high, left if turned else x, x if turned else right)
    if low > high:
        yield _Row(high, low, left, right)
    if ends:
        turned = last.from_right
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


def _end(strip: VisibleBlock, unit: int, low: int, high: int) -> _End:
    """The line of the character at ``unit``, with what ``[low, high)`` is on it."""
    line = strip.lines.line_of(unit)
    # A line of nothing but hanging spaces has no pieces.
    pieces = strip.lines.pieces_of(line, low, high) or [(line.left, line.left)]
    place, at = (strip.number, line.number), strip.top
    return _End(place, at + line.top, at + line.bottom, pieces, strip.lines.from_right)
