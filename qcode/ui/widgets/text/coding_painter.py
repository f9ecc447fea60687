"""Paints codings behind the text: tints, underlines, the selection, the chosen coding, finds.

Only what is on screen is looked at. A passage under several codings is one band in a colour mixed
from theirs; each coding has an underline of its own, one below the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLineF, QRectF
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
from qcode.ui.widgets.text.pieces import VisibleBlock, stretch_pieces
from qcode.ui.widgets.text.position_map import PositionMap

HANGING = 8
"""Pixels at the top edge of the view in which only what hangs down from the line above can end."""

_OUTLINE = 1.5
_MOST_PICTURES = 400
_MOST_MOVES = 4
# From so many changed codings on, all pictures are made anew rather than compared with each.
_FEW = 50


@dataclass(frozen=True, slots=True)
class Marks:
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
        # Of each strip, by unit of the block: asking Qt for one takes as long as drawing a band.
        self._edges: dict[tuple[int, int], dict[int, float]] = {}
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
        self._edges.clear()
        self.forget_codings()

    def set_column(self, column: Column) -> None:
        """Lines go to other places."""
        self._column = column
        self._pictures.clear()
        self._edges.clear()

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
            for key, made in list(self._pictures.items()):
                if not made.codings.isdisjoint(coding_ids) or _touches(made.place, now):
                    del self._pictures[key]
        self._lanes.forget(coding_ids)

    def take_moves(self) -> bool:
        """Whether underlines have moved since this was last asked: all is to be painted anew."""
        moved, self._moved = self._moved, False
        return moved

    def paint(self, painter: QPainter, strips: Sequence[VisibleBlock], marks: Marks) -> None:
        """Paint everything that belongs behind the glyphs of ``strips``."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for strip, made in zip(strips, self.pictures(strips, marks), strict=True):
            painter.translate(0, strip.top)
            for area, color in _in_sight(made.fills, strip):
                painter.fillRect(area, color)
            for area, color in _in_sight(made.lines, strip):
                painter.fillRect(area, color)
            for area, pen in _in_sight(made.dashes, strip):
                painter.setPen(pen)
                y = area.center().y()
                painter.drawLine(QLineF(area.left(), y, area.right(), y))
            for area, pen in made.frames:
                painter.setPen(pen)
                painter.drawRect(area)
            self._paint_outline(painter, strip, marks.target, 1.0)
            self._paint_outline(painter, strip, marks.flash, marks.flash_strength)
            painter.translate(0, -strip.top)
        for coding in {marks.chosen, marks.lit} - {None}:
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
        found = []
        for strip, made in zip(strips, self.pictures(strips, marks), strict=True):
            at = strip.top
            found += [
                Row(coding, top + at, bottom + at, begins, ends)
                for coding, top, bottom, begins, ends in made.rows
            ]
        return found

    def pictures(self, strips: Sequence[VisibleBlock], marks: Marks) -> list[Picture]:
        """What lies behind each strip, from earlier frames where nothing has changed."""
        kept = self._pictures
        if len(kept) > _MOST_PICTURES:
            kept.clear()
            self._edges.clear()
        keys = [(strip.number, strip.start) for strip in strips]
        wanted = [self._strip_marks(strip, marks) for strip in strips]
        stale = self._stale(keys, wanted)
        here = {number: self._codings_of(strips[number]) for number in stale}
        for _ in range(_MOST_MOVES):
            if not self._lanes.give(_extents(here.values())):
                break
            # Underlines drawn before may be in the way of one that had to move.
            self._moved = True
            kept.clear()
            stale = self._stale(keys, wanted)
            here = {number: self._codings_of(strips[number]) for number in stale}
        for number in stale:
            kept[keys[number]] = picture(
                strips[number],
                here[number],
                wanted[number],
                edges=self._edges.setdefault(keys[number], {}),
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

    def _strip_marks(self, strip: VisibleBlock, marks: Marks) -> StripMarks:
        return StripMarks(
            selected=_inside(strip, marks.selection),
            chosen=self._id_inside(strip, marks.chosen),
            lit=self._id_inside(strip, marks.lit),
            hits=self._hits_inside(strip),
            current=self._place_inside(strip, self._current),
        )

    def _id_inside(self, strip: VisibleBlock, coding: PaintedCoding | None) -> int | None:
        if coding is None:
            return None
        start, end = _inside(strip, self._place_of(coding))
        return coding.coding_id if start < end else None

    def _place_of(self, coding: PaintedCoding) -> Place:
        to_qt = self._positions.to_qt
        return to_qt(coding.start), to_qt(coding.end, end=True)

    def _hits_inside(self, strip: VisibleBlock) -> tuple[Place, ...]:
        hits, at = self._hits, strip.block.position()
        from_qt = self._positions.from_qt
        low, high = from_qt(at + strip.start), from_qt(at + strip.end, up=True)
        found = {self._place_inside(strip, self._current)}
        # One before may reach into the strip.
        number = max(0, bisect_left(hits, (low, low)) - 1)
        while number < len(hits) and hits[number].start < high:
            found.add(self._place_inside(strip, hits[number]))
            number += 1
        return tuple(sorted(found - {NOWHERE}))

    def _place_inside(self, strip: VisibleBlock, span: Span | None) -> Place:
        if span is None:
            return NOWHERE
        to_qt = self._positions.to_qt
        return _inside(strip, (to_qt(span.start), to_qt(span.end, end=True)))

    def _codings_of(self, strip: VisibleBlock) -> list[Stretch]:
        """Codings in a strip, each with its stretch there."""
        at = strip.block.position()
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
        for line, pieces in stretch_pieces(strip.layout, start, end, turned=strip.turned):
            top, bottom = self._column.band(line)
            for left, right in pieces:
                area = box(left, right, top, bottom).adjusted(-2, -1, 2, 1)
                painter.drawRoundedRect(area, 3.0, 3.0)


def _in_sight(areas: list[tuple[QRectF, Any]], strip: VisibleBlock) -> list[tuple[QRectF, Any]]:
    """Areas without those, at the top edge of the view, of a line that is out of sight."""
    if strip.top >= 0:
        return areas
    return [one for one in areas if strip.top + one[0].bottom() > HANGING]


def _inside(strip: VisibleBlock, place: Place | None) -> Place:
    """The part of ``place`` in a strip, relative to its block; or (0, 0)."""
    if place is None:
        return NOWHERE
    at = strip.block.position()
    start, end = max(place[0] - at, strip.start), min(place[1] - at, strip.end)
    return (start, end) if start < end else NOWHERE


def _touches(strip: Place, places: list[Place]) -> bool:
    return any(start < strip[1] and strip[0] < end for start, end in places)


def _extents(strips: Iterable[list[Stretch]]) -> list[Extent]:
    """The codings of some strips, each once, sorted by start."""
    codings = {one.coding.coding_id: one.coding for here in strips for one in here}
    found = [Extent(coding.coding_id, coding.start, coding.end) for coding in codings.values()]
    return sorted(found, key=lambda one: (one.start, -one.end, one.key))
