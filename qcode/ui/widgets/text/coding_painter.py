"""Paints codings behind the text: tints, underlines, the selection, the chosen coding, finds.

Only what is on screen is looked at. A passage under several codings is one band in a colour mixed
from theirs; each coding has an underline of its own, one below the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRect
from PySide6.QtGui import QColor, QPainter, QPen

from qcode.model.span import Span
from qcode.ui.shell.theme import Theme
from qcode.ui.widgets.stripes.lanes import Extent, Lanes
from qcode.ui.widgets.text.coding_colors import CodingColors
from qcode.ui.widgets.text.coding_layer import CodingLayer, PaintedCoding
from qcode.ui.widgets.text.coding_outline import outlines, without_empty_lines
from qcode.ui.widgets.text.coding_picture import (
    NOWHERE,
    Picture,
    Place,
    Row,
    Stretch,
    StripMarks,
    box,
    picture,
)
from qcode.ui.widgets.text.layout import Column
from qcode.ui.widgets.text.pieces import VisibleBlock
from qcode.ui.widgets.text.position_map import PositionMap

HANGING = 8
"""Pixels at the top edge of the view in which only what hangs down from the line above can end."""

_OUTLINE = 1.5
_MOST_PICTURES = 400
_MOST_MOVES = 4
# From so many changed codings on, all pictures are made anew rather than compared with each.
_FEW = 50


class Marks(NamedTuple):
    """What is marked apart from codings; places are positions in the document."""

    selection: Place | None = None
    chosen: PaintedCoding | None = None
    lit: PaintedCoding | None = None
    target: Place | None = None
    flash: Place | None = None
    flash_strength: float = 0.0


class CodingPainter:
    """Paints one text view. What lies behind a strip is kept until something about it changes."""

    def __init__(self, theme: Theme, column: Column) -> None:
        self._layer = CodingLayer()
        self._positions = PositionMap("")
        self._column = column
        self._pictures: dict[tuple[int, int], Picture] = {}
        self._lanes = Lanes()
        self._moved = False
        self._hits: Sequence[Span] = ()
        self._current: Span | None = None
        self.set_theme(theme)

    @property
    def colors(self) -> CodingColors:
        """The colours in use."""
        return self._colors

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._colors = CodingColors(theme)
        self._pictures.clear()

    def set_text(self, positions: PositionMap, layer: CodingLayer) -> None:
        """Another text is shown."""
        self._positions, self._layer = positions, layer
        self._hits, self._current = (), None
        self.forget_codings()

    def set_column(self, column: Column) -> None:
        """Lines go to other places."""
        self._column = column
        self._pictures.clear()

    def set_hits(self, hits: Sequence[Span], current: Span | None) -> None:
        """Mark these places of the text, sorted by start and apart from each other.

        Only those on screen are looked at: there may be a hundred thousand.
        """
        self._hits, self._current = hits, current

    def forget_codings(self, coding_ids: set[int] | None = None) -> None:
        """These codings (or all) have changed: find room for their underlines again.

        What lies behind strips with none of them, before or now, stays known.
        """
        if coding_ids is None or len(coding_ids) > _FEW:
            self._pictures.clear()
        else:
            now = [self._place_of(one) for one in map(self._layer.get, coding_ids) if one]
            for made in self._pictures.values():
                if _touches(made.place, now) or not made.codings.isdisjoint(coding_ids):
                    made.marks = None
        self._lanes.forget(coding_ids)

    def take_moves(self) -> bool:
        """Whether underlines have moved since this was last asked: all is to be painted anew."""
        moved, self._moved = self._moved, False
        return moved

    def paint(
        self, painter: QPainter, strips: Sequence[VisibleBlock], marks: Marks, area: QRect
    ) -> None:
        """Paint what belongs behind the glyphs of ``strips``, as far as it meets ``area``."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for strip, made in zip(strips, self.pictures(strips, marks), strict=True):
            # At the top edge of the view, nothing of a line that is out of sight.
            low = max(area.top(), HANGING if strip.top < 0 else 0) - strip.top
            high = area.bottom() + 1 - strip.top
            painter.translate(0, strip.top)
            for shape in (*made.fills, *made.lines):
                if shape.bottom > low and shape.top < high:
                    painter.fillRect(shape.area, shape.look)
            for shape in made.dashes:
                if shape.bottom > low and shape.top < high:
                    painter.setPen(shape.look)
                    left, y, right = shape.area.left(), shape.area.center().y(), shape.area.right()
                    painter.drawLine(QLineF(left, y, right, y))
            for frame, pen in made.frames:
                painter.setPen(pen)
                painter.drawRect(frame)
            if marks.target is not None:
                self._paint_outline(painter, strip, marks.target, 1.0)
            if marks.flash is not None:
                self._paint_outline(painter, strip, marks.flash, marks.flash_strength)
            painter.translate(0, -strip.top)
        for coding in dict.fromkeys((marks.lit, marks.chosen)):
            if coding is not None:
                self._paint_frame(painter, strips, coding)

    def _paint_frame(
        self, painter: QPainter, strips: Sequence[VisibleBlock], coding: PaintedCoding
    ) -> None:
        """One frame around all lines of a coding, over the boundaries of strips."""
        span = without_empty_lines(coding.span, self._positions.text)
        to_qt = self._positions.to_qt
        start, end = to_qt(span.start), to_qt(span.end, end=True)
        painter.setPen(QPen(self._colors.line(coding.color, mine=True), _OUTLINE))
        for frame in outlines(strips, start, end, self._column):
            painter.drawPolygon(frame)

    def rows(self, strips: Sequence[VisibleBlock], marks: Marks) -> list[Row]:
        """Where the codings of ``strips`` are from top to bottom, in pixels of the view."""
        found: list[Row] = []
        for strip, made in zip(strips, self.pictures(strips, marks), strict=True):
            found += made.rows_at(strip.top)
        return found

    def pictures(self, strips: Sequence[VisibleBlock], marks: Marks) -> list[Picture]:
        """What lies behind each strip, from earlier frames where nothing has changed."""
        kept = self._pictures
        if len(kept) > _MOST_PICTURES:
            kept.clear()
        keys = [(strip.number, strip.start) for strip in strips]
        wanted = self._strip_marks(strips, marks)
        stale = self._stale(keys, wanted)
        here = {number: self._codings_of(strips[number]) for number in stale}
        for _ in range(_MOST_MOVES):
            if not self._lanes.give(_extents(here.values())):
                break
            # Underlines drawn before may be in the way of one that had to move.
            self._moved = True
            for made in kept.values():
                made.marks = None
            stale = self._stale(keys, wanted)
            here = {number: self._codings_of(strips[number]) for number in stale}
        for number in stale:
            kept[keys[number]] = picture(
                strips[number],
                here[number],
                wanted[number],
                before=kept.get(keys[number]),
                column=self._column,
                colors=self._colors,
                lanes=self._lanes,
            )
        return [kept[key] for key in keys]

    def _stale(self, keys: list[tuple[int, int]], wanted: list[StripMarks]) -> list[int]:
        """Which of the strips have no picture that shows what is wanted."""
        kept = self._pictures
        return [
            number
            for number, (key, marks) in enumerate(zip(keys, wanted, strict=True))
            if (made := kept.get(key)) is None or made.marks != marks
        ]

    def _strip_marks(self, strips: Sequence[VisibleBlock], marks: Marks) -> list[StripMarks]:
        """What is marked in each of the strips."""
        chosen, lit = self._place_of(marks.chosen), self._place_of(marks.lit)
        current = None if self._current is None else self._place_of(self._current)
        return [
            StripMarks(
                selected=_inside(strip, marks.selection),
                chosen=marks.chosen.coding_id if _inside(strip, chosen) != NOWHERE else None,
                lit=marks.lit.coding_id if _inside(strip, lit) != NOWHERE else None,
                hits=self._hits_inside(strip, current),
                current=_inside(strip, current),
            )
            for strip in strips
        ]

    def _place_of(self, what: PaintedCoding | Span | None) -> Place | None:
        if what is None:
            return None
        to_qt = self._positions.to_qt
        return to_qt(what.start), to_qt(what.end, end=True)

    def _hits_inside(self, strip: VisibleBlock, current: Place | None) -> tuple[Place, ...]:
        hits = self._hits
        if not hits and current is None:
            return ()
        from_qt = self._positions.from_qt
        low, high = from_qt(strip.at + strip.start), from_qt(strip.at + strip.end, up=True)
        found = {_inside(strip, current)}
        # One before may reach into the strip.
        number = max(0, bisect_left(hits, (low, low)) - 1)
        while number < len(hits) and hits[number].start < high:
            found.add(_inside(strip, self._place_of(hits[number])))
            number += 1
        return tuple(sorted(found - {NOWHERE}))

    def _codings_of(self, strip: VisibleBlock) -> list[Stretch]:
        """Codings in a strip, each with its stretch there."""
        at = strip.at
        to_qt, from_qt = self._positions.to_qt, self._positions.from_qt
        seen = Span(from_qt(at + strip.start), from_qt(at + strip.end, up=True))
        here = []
        for coding in self._layer.within(seen):
            start, end = to_qt(coding.start) - at, to_qt(coding.end, end=True) - at
            low, high = max(start, strip.start), min(end, strip.end)
            if low < high:
                here.append(Stretch(low, high, coding, start >= low, end <= high))
        return here

    def _paint_outline(
        self, painter: QPainter, strip: VisibleBlock, place: Place | None, strength: float
    ) -> None:
        """A frame in the accent colour: where a drop would land, or what was jumped to."""
        start, end = _inside(strip, place)
        if start >= end or strength <= 0:
            return
        color = QColor(self._colors.theme.accent)
        color.setAlphaF(min(1.0, strength))
        painter.setPen(QPen(color, 2.0))
        for line, pieces in strip.lines.pieces(start, end):
            for left, right in pieces:
                area = box(left, right, line.top, line.bottom).adjusted(-2, -1, 2, 1)
                painter.drawRoundedRect(area, 3.0, 3.0)


def _inside(strip: VisibleBlock, place: Place | None) -> Place:
    """The part of ``place`` in a strip, relative to its block; or (0, 0)."""
    if place is None:
        return NOWHERE
    at = strip.at
    start, end = max(place[0] - at, strip.start), min(place[1] - at, strip.end)
    return (start, end) if start < end else NOWHERE


def _touches(strip: Place, places: Iterable[Place]) -> bool:
    return any(start < strip[1] and strip[0] < end for start, end in places)


def _extents(strips: Iterable[list[Stretch]]) -> list[Extent]:
    """The codings of some strips, each once, sorted by start."""
    codings = {one.coding.coding_id: one.coding for here in strips for one in here}
    found = [Extent(coding.coding_id, coding.start, coding.end) for coding in codings.values()]
    return sorted(found, key=lambda one: (one.start, -one.end, one.key))
