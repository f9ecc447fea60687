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
from qcode.ui.widgets.text.pieces import Piece, StripLines, VisibleBlock, stretch_pieces

_LINE, _CHOSEN_LINE, _LANE_STEP = 1.5, 2.5, 2.5
_MOST_LANES = 3
_DASH = [1.5, 1.5]

Place = tuple[int, int]
"""Start and end in the document or in a block (UTF-16 units), half-open."""

NOWHERE: Place = (0, 0)


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


@dataclass(slots=True)
class Picture:
    """Boxes, frames and lines to draw, in this order; and the rows of the stripes beside.

    ``place`` is where the strip is in the document, ``codings`` are the ids of those in it.
    """

    marks: StripMarks
    place: Place
    codings: frozenset[int]
    fills: list[tuple[QRectF, QColor]] = field(default_factory=list)
    lines: list[tuple[QRectF, QColor]] = field(default_factory=list)
    dashes: list[tuple[QRectF, QPen]] = field(default_factory=list)
    frames: list[tuple[QRectF, QPen]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def picture(
    strip: VisibleBlock,
    here: list[Stretch],
    marks: StripMarks,
    *,
    edges: dict[int, float],
    column: Column,
    colors: CodingColors,
    lanes: Lanes,
) -> Picture:
    """Work out what lies behind ``strip``, whose codings are ``here``, in reading order.

    ``edges`` are the places in its lines that are known already, and is added to.
    """
    at = strip.block.position()
    ids = frozenset([stretch.coding.coding_id for stretch in here])
    made = Picture(marks, (at + strip.start, at + strip.end), ids)
    lines = StripLines(strip, column.band, edges)
    _draw_selection(made, strip, column, colors)
    _draw_bands(made, lines, here, colors)
    _draw_hits(made, lines, colors)
    _draw_lines(made, lines, here, colors, lanes)
    return made


def box(left: float, right: float, top: float, bottom: float) -> QRectF:
    """A rectangle whose sides are on whole pixels, so that neighbours leave no seam."""
    x = round(left)
    return QRectF(x, top, round(right) - x, bottom - top)


def _draw_selection(
    made: Picture, strip: VisibleBlock, column: Column, colors: CodingColors
) -> None:
    start, end = made.marks.selected
    if start >= end:
        return
    color = colors.tint([], None, selected=True)
    for line, pieces in stretch_pieces(strip.layout, start, end, turned=strip.turned):
        bottom = round(column.slot_bottom(line))
        for left, right in pieces:
            made.fills.append((box(left, right, bottom - column.pitch, bottom), color))


def _draw_bands(
    made: Picture, lines: StripLines, here: list[Stretch], colors: CodingColors
) -> None:
    marks = made.marks
    raised = {marks.lit, marks.chosen} - {None}
    for start, end, over in _segments(here, marks.selected):
        strong = None
        if raised:
            strong = next((c.color for c in over if c.coding_id in raised), None)
        inside = marks.selected[0] <= start < marks.selected[1]
        color = colors.tint(over, strong, selected=inside)
        for top, bottom, pieces in lines.pieces(start, end):
            for left, right in pieces:
                made.fills.append((box(left, right, top, bottom), color))


def _draw_hits(made: Picture, lines: StripLines, colors: CodingColors) -> None:
    for start, end in made.marks.hits:
        current = (start, end) == made.marks.current
        color = colors.current_hit if current else colors.hit
        for top, bottom, pieces in lines.pieces(start, end):
            for left, right in pieces:
                area = box(left, right, top, bottom)
                made.fills.append((area, color))
                if current:
                    pen = QPen(colors.hit_outline, 2.0)
                    made.frames.append((area.adjusted(-1, -1, 1, 1), pen))


def _draw_lines(
    made: Picture,
    lines: StripLines,
    here: list[Stretch],
    colors: CodingColors,
    lanes: Lanes,
) -> None:
    spare = _spare_lanes(here, lanes)
    for stretch in here:
        coding = stretch.coding
        chosen = coding.coding_id == made.marks.chosen
        raised = chosen or coding.coding_id == made.marks.lit
        mine = coding.mine or chosen
        color = colors.line(coding.color, mine=coding.mine or raised)
        width = _CHOSEN_LINE if chosen else _LINE
        lane = lanes[coding.coding_id]
        parts = [(stretch.start, stretch.end, min(lane, _MOST_LANES - 1))]
        if lane >= _MOST_LANES and not raised:
            parts = spare.get(coding.coding_id, [])
        for start, end, level in parts:
            down = level * _LANE_STEP - _LINE
            for _, bottom, pieces in lines.pieces(start, end):
                _underline(made, pieces, bottom + down, color, width, mine=mine)
        if (reach := lines.reach(stretch.start, stretch.end)) is not None:
            made.rows.append(Row(coding, *reach, stretch.begins, stretch.ends))


def _underline(
    made: Picture, pieces: list[Piece], y: float, color: QColor, width: float, *, mine: bool
) -> None:
    """A line under pieces of one line of words: dashed under the codings of others."""
    for left, right in pieces:
        area = box(left, right, y, y + width)
        if mine:
            made.lines.append((area, color))
        else:
            pen = QPen(color, width)
            pen.setDashPattern(_DASH)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            made.dashes.append((area, pen))


def _spare_lanes(here: list[Stretch], lanes: Lanes) -> dict[int, list[tuple[int, int, int]]]:
    """Coding id → start, end and lane where one that has none of the few lanes finds one free.

    That is so where fewer others lie over the same words: alone it would look as if nobody had
    coded them.
    """
    found: dict[int, list[tuple[int, int, int]]] = {}
    if all(lanes[stretch.coding.coding_id] < _MOST_LANES for stretch in here):
        return found
    for start, end, over in _segments(here, NOWHERE):
        taken = sorted((lanes[coding.coding_id], coding.coding_id) for coding in over)
        free = set(range(_MOST_LANES)) - {lane for lane, _ in taken}
        late = [coding_id for lane, coding_id in taken if lane >= _MOST_LANES]
        for lane, coding_id in zip(sorted(free), late, strict=False):
            found.setdefault(coding_id, []).append((start, end, lane))
    return found


def _segments(
    here: list[Stretch], selected: Place
) -> Iterator[tuple[int, int, list[PaintedCoding]]]:
    """Stretches under the same codings, each wholly selected or not, with those codings."""
    changes: dict[int, list[tuple[bool, PaintedCoding]]] = {}
    for stretch in here:
        changes.setdefault(stretch.start, []).append((True, stretch.coding))
        changes.setdefault(stretch.end, []).append((False, stretch.coding))
    if selected[0] < selected[1]:
        changes.setdefault(selected[0], [])
        changes.setdefault(selected[1], [])
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
