"""What lies behind a strip of lines: worked out once, drawn at every frame.

A strip is a whole paragraph, or some lines of a tall one. Everything is relative to the top of the
strip's block, so that scrolling changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from qcode.ui.widgets.stripes.lanes import Lanes
from qcode.ui.widgets.text.coding_colors import CodingColors
from qcode.ui.widgets.text.coding_layer import PaintedCoding
from qcode.ui.widgets.text.layout import Column
from qcode.ui.widgets.text.pieces import StripLines, VisibleBlock

_LINE, _CHOSEN_LINE, _LANE_STEP = 1.5, 2.5, 2.5
_MOST_LANES = 3
_DASH = [1.5, 1.5]

Place = tuple[int, int]
"""Start and end in the document or in a block (UTF-16 units), half-open."""

NOWHERE: Place = (0, 0)


Segment = tuple[int, int, list[PaintedCoding]]
"""A stretch of a strip under the same codings, in units of the block, with those codings."""

_Part = tuple[int, int, int]  # start, end and level of a line below the words


class Stretch(NamedTuple):
    """The part of a coding in a strip, in units of the block."""

    start: int
    end: int
    coding: PaintedCoding
    begins: bool
    ends: bool


class Row(NamedTuple):
    """Where a coding is from top to bottom in a strip, relative to the top of its block.

    ``begins`` and ``ends`` say whether the coding's own ends are in the strip.
    """

    coding: PaintedCoding
    top: float
    bottom: float
    begins: bool
    ends: bool


class StripMarks(NamedTuple):
    """What is marked in a strip apart from codings, in units of its block."""

    selected: Place
    chosen: int | None
    lit: int | None
    hits: tuple[Place, ...]
    current: Place


class Shape(NamedTuple):
    """A box to draw with its colour, or a line with its pen; its edges again, to be compared."""

    top: float
    bottom: float
    area: QRectF
    look: QColor | QPen


class Underline(NamedTuple):
    """The lines under one coding in a strip, and where it is there."""

    lines: list[Shape]
    dashes: list[Shape]
    row: Row | None


@dataclass(slots=True)
class Picture:
    """Boxes, frames and lines to draw, in this order; and the rows of the stripes beside.

    ``marks`` are what it shows, None once it is out of date; ``place`` is where the strip is in the
    document, ``codings`` are the ids of those in it. ``bands`` and ``underlines`` are the parts it
    is made of, by all that they depend on: most are the same in the next picture of the strip.
    """

    marks: StripMarks | None
    place: Place
    codings: frozenset[int]
    bands: dict[tuple[object, ...], list[Shape]] = field(default_factory=dict)
    underlines: dict[tuple[object, ...], Underline] = field(default_factory=dict)
    fills: list[Shape] = field(default_factory=list)
    lines: list[Shape] = field(default_factory=list)
    dashes: list[Shape] = field(default_factory=list)
    frames: list[tuple[QRectF, QPen]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    _shown: tuple[float, list[Row]] | None = None

    def rows_at(self, at: float) -> list[Row]:
        """The rows while the block's top is at ``at``, in the pixels of that."""
        if self._shown is None or self._shown[0] != at:
            rows = [
                Row(coding, top + at, bottom + at, begins, ends)
                for coding, top, bottom, begins, ends in self.rows
            ]
            self._shown = at, rows
        return self._shown[1]


def picture(
    strip: VisibleBlock,
    here: list[Stretch],
    marks: StripMarks,
    *,
    before: Picture | None,
    column: Column,
    colors: CodingColors,
    lanes: Lanes,
) -> Picture:
    """Work out what lies behind ``strip``, whose codings are ``here``, in reading order.

    ``before`` is the strip's last picture with the same lines and colours, out of date or not.
    """
    ids = frozenset([stretch.coding.coding_id for stretch in here])
    made = Picture(marks, (strip.at + strip.start, strip.at + strip.end), ids)
    segments = list(_segments(here))
    _draw_selection(made, strip.lines, marks.selected, column, colors)
    _draw_bands(made, before.bands if before else {}, strip.lines, segments, marks, colors)
    _draw_hits(made, strip.lines, marks, colors)
    known = before.underlines if before else {}
    _draw_lines(made, known, strip.lines, here, segments, marks, colors, lanes)
    return made


def box(left: float, right: float, top: float, bottom: float) -> QRectF:
    """A rectangle whose sides are on whole pixels, so that neighbours leave no seam."""
    x = round(left)
    return QRectF(x, top, round(right) - x, bottom - top)


def _boxes(lines: StripLines, start: int, end: int, color: QColor) -> list[Shape]:
    """The bands of a stretch, line by line."""
    return [
        Shape(line.top, line.bottom, box(left, right, line.top, line.bottom), color)
        for line, pieces in lines.pieces(start, end)
        for left, right in pieces
    ]


def _draw_selection(
    made: Picture, lines: StripLines, selected: Place, column: Column, colors: CodingColors
) -> None:
    start, end = selected
    if start >= end:
        return
    color = colors.tint([], None, selected=True)
    for line, pieces in lines.pieces(start, end):
        bottom = round(line.floor)
        top = bottom - column.pitch
        made.fills += [Shape(top, bottom, box(*piece, top, bottom), color) for piece in pieces]


def _draw_bands(
    made: Picture,
    known: dict[tuple[object, ...], list[Shape]],
    lines: StripLines,
    segments: list[Segment],
    marks: StripMarks,
    colors: CodingColors,
) -> None:
    raised = {marks.lit, marks.chosen} - {None}
    for start, end, over in _parted(segments, marks.selected):
        strong = None
        if raised:
            strong = next((c.color for c in over if c.coding_id in raised), None)
        inside = marks.selected[0] <= start < marks.selected[1]
        key = (start, end, strong, inside, *over)
        band = known.get(key)
        if band is None:
            band = _boxes(lines, start, end, colors.tint(over, strong, selected=inside))
        made.bands[key] = band
        made.fills += band


def _draw_hits(made: Picture, lines: StripLines, marks: StripMarks, colors: CodingColors) -> None:
    for start, end in marks.hits:
        current = (start, end) == marks.current
        shapes = _boxes(lines, start, end, colors.current_hit if current else colors.hit)
        made.fills += shapes
        if current:
            pen = QPen(colors.hit_outline, 2.0)
            made.frames += [(shape.area.adjusted(-1, -1, 1, 1), pen) for shape in shapes]


def _draw_lines(
    made: Picture,
    known: dict[tuple[object, ...], Underline],
    lines: StripLines,
    here: list[Stretch],
    segments: list[Segment],
    marks: StripMarks,
    colors: CodingColors,
    lanes: Lanes,
) -> None:
    lane_of = {stretch.coding.coding_id: lanes[stretch.coding.coding_id] for stretch in here}
    late = [one for one in here if lane_of[one.coding.coding_id] >= _MOST_LANES]
    spare = _spare_lanes(segments, late, lane_of)
    for stretch in here:
        coding_id = stretch.coding.coding_id
        chosen = coding_id == marks.chosen
        raised = chosen or coding_id == marks.lit
        lane = lane_of[coding_id]
        if lane < _MOST_LANES or raised:
            parts = ((stretch.start, stretch.end, min(lane, _MOST_LANES - 1)),)
        else:
            parts = tuple(spare.get(coding_id, ()))
        key = (stretch, parts, chosen, raised)
        drawn = known.get(key)
        if drawn is None:
            drawn = _underline(lines, stretch, parts, colors, chosen=chosen, raised=raised)
        made.underlines[key] = drawn
        made.lines += drawn.lines
        made.dashes += drawn.dashes
        if drawn.row is not None:
            made.rows.append(drawn.row)


def _underline(
    lines: StripLines,
    stretch: Stretch,
    parts: tuple[_Part, ...],
    colors: CodingColors,
    *,
    chosen: bool,
    raised: bool,
) -> Underline:
    """A line under each part of a coding: dashed under the codings of others."""
    coding = stretch.coding
    color = colors.line(coding.color, mine=coding.mine or raised)
    width = _CHOSEN_LINE if chosen else _LINE
    solid = coding.mine or chosen
    look = color if solid else _dashed(color, width)
    shapes = []
    for start, end, level in parts:
        down = level * _LANE_STEP - _LINE
        for line, pieces in lines.pieces(start, end):
            y = line.bottom + down
            shapes += [Shape(y, y + width, box(*piece, y, y + width), look) for piece in pieces]
    held = [line for line, _ in lines.pieces(stretch.start, stretch.end)]
    row = None
    if held:
        row = Row(coding, held[0].top, held[-1].bottom, stretch.begins, stretch.ends)
    return Underline(shapes, [], row) if solid else Underline([], shapes, row)


def _dashed(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setDashPattern(_DASH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _spare_lanes(
    segments: list[Segment], late: list[Stretch], lane_of: dict[int, int]
) -> dict[int, list[_Part]]:
    """Coding id → start, end and lane where one that has none of the few lanes finds one free.

    That is so where fewer others lie over the same words: alone it would look as if nobody had
    coded them.
    """
    found: dict[int, list[_Part]] = {}
    if not late:
        return found
    first, last = min(one.start for one in late), max(one.end for one in late)
    for start, end, over in segments:
        if end <= first or start >= last:
            continue
        taken = sorted([(lane_of[coding.coding_id], coding.coding_id) for coding in over])
        free = set(range(_MOST_LANES)) - {lane for lane, _ in taken}
        without = [coding_id for lane, coding_id in taken if lane >= _MOST_LANES]
        for lane, coding_id in zip(sorted(free), without, strict=False):
            found.setdefault(coding_id, []).append((start, end, lane))
    return found


def _segments(here: list[Stretch]) -> Iterator[Segment]:
    """Stretches under the same codings, with those codings."""
    changes: dict[int, list[tuple[bool, PaintedCoding]]] = {}
    for stretch in here:
        changes.setdefault(stretch.start, []).append((True, stretch.coding))
        changes.setdefault(stretch.end, []).append((False, stretch.coding))
    over: dict[int, PaintedCoding] = {}
    previous = 0
    for place in sorted(changes):
        if over:
            yield previous, place, list(over.values())
        for begins, coding in changes[place]:
            if begins:
                over[coding.coding_id] = coding
            else:
                over.pop(coding.coding_id, None)
        previous = place


def _parted(segments: list[Segment], selected: Place) -> Iterator[Segment]:
    """The same stretches, each wholly selected or not."""
    for start, end, over in segments:
        for edge in selected:
            if start < edge < end:
                yield start, edge, over
                start = edge
        yield start, end, over
