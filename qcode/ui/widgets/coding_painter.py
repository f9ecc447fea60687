"""Paints codings behind the text: tints, underlines, the selection, the chosen coding.

Only what is on screen is looked at. A passage under several codings is one band in a colour mixed
from theirs; each coding has an underline of its own, one below the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from qcode.model.span import Span
from qcode.ui.shell.theme import Theme
from qcode.ui.widgets.coding_layer import CodingLayer, PaintedCoding
from qcode.ui.widgets.position_map import PositionMap
from qcode.ui.widgets.text_layout import Column
from qcode.ui.widgets.text_pieces import VisibleBlock, stretch_pieces
from qcode.ui.widgets.tints import line_color, tint

_LINE, _CHOSEN_LINE, _LANE_STEP = 1.5, 2.5, 2.5
_MOST_LANES = 3
_OUTLINE = 1.5
_MOST_PICTURES = 400

_Stretch = tuple[int, int, PaintedCoding]


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked apart from codings; spans are positions in the document."""

    selection: tuple[int, int] | None = None
    chosen: int | None = None
    target: tuple[int, int] | None = None
    flash: tuple[int, int] | None = None
    flash_strength: float = 0.0


@dataclass(slots=True)
class _Picture:
    """What lies behind one block, relative to its top: made once, drawn every frame."""

    key: tuple[object, ...]
    fills: list[tuple[QRectF, QColor]] = field(default_factory=list)
    frames: list[tuple[QRectF, QPen]] = field(default_factory=list)


class CodingPainter:
    """Paints one text view. What lies behind a block is kept until something about it changes."""

    def __init__(self, theme: Theme, column: Column) -> None:
        self._layer = CodingLayer()
        self._positions = PositionMap("")
        self._column = column
        self._pictures: dict[int, _Picture] = {}
        self._lanes: dict[int, int] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        self._tints: dict[tuple[object, ...], QColor] = {}
        self._lines: dict[str, QColor] = {}
        self._pictures.clear()

    def set_text(self, positions: PositionMap, layer: CodingLayer) -> None:
        """Another text is shown."""
        self._positions, self._layer = positions, layer
        self.forget_codings()

    def set_column(self, column: Column) -> None:
        """Lines go to other places."""
        self._column = column
        self._pictures.clear()

    def forget_codings(self, coding_ids: set[int] | None = None) -> None:
        """These codings (or all) have changed: find room for their underlines again."""
        self._pictures.clear()
        if coding_ids is None:
            self._lanes.clear()
        else:
            for coding_id in coding_ids:
                self._lanes.pop(coding_id, None)

    def paint(self, painter: QPainter, blocks: list[VisibleBlock], marks: Marks) -> None:
        """Paint everything that belongs behind the glyphs of ``blocks``."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self._pictures) > _MOST_PICTURES:
            self._pictures.clear()
        for shown in blocks:
            picture = self._picture_of(shown, marks)
            painter.translate(0, shown.top)
            for box, color in picture.fills:
                painter.fillRect(box, color)
            for box, pen in picture.frames:
                painter.setPen(pen)
                painter.drawRect(box)
            self._paint_outline(painter, shown, marks.target, 1.0)
            self._paint_outline(painter, shown, marks.flash, marks.flash_strength)
            painter.translate(0, -shown.top)

    def _picture_of(self, shown: VisibleBlock, marks: Marks) -> _Picture:
        number = shown.block.blockNumber()
        selected = _inside(shown, marks.selection)
        key = (shown.start, shown.end, selected, marks.chosen)
        picture = self._pictures.get(number)
        if picture is None or picture.key != key:
            picture = _Picture(key)
            here = self._codings_of(shown)
            # Before drawing: giving lanes may find that older pictures are out of date.
            self._give_lanes([coding for _, _, coding in here])
            self._draw_selection(picture, shown, selected)
            self._draw_bands(picture, shown, here, selected, marks.chosen)
            self._draw_lines(picture, shown, here, marks.chosen)
            self._pictures[number] = picture
        return picture

    def _codings_of(self, shown: VisibleBlock) -> list[_Stretch]:
        """Codings in the visible part of a block, each with its stretch there."""
        at = shown.block.position()
        to_qt, from_qt = self._positions.to_qt, self._positions.from_qt
        seen = Span(from_qt(at + shown.start), from_qt(at + shown.end, up=True))
        here = []
        for coding in self._layer.within(seen):
            start = max(to_qt(coding.start) - at, shown.start)
            end = min(to_qt(coding.end, end=True) - at, shown.end)
            if start < end:
                here.append((start, end, coding))
        return here

    def _draw_selection(
        self, picture: _Picture, shown: VisibleBlock, selected: tuple[int, int]
    ) -> None:
        if selected[0] >= selected[1]:
            return
        color = self._tint((), 0, None, selected=True)
        for line, pieces in stretch_pieces(shown.layout, *selected, turned=shown.turned):
            bottom = round(self._column.slot_bottom(line))
            for left, right in pieces:
                box = _box(left, right, bottom - self._column.pitch, bottom)
                picture.fills.append((box, color))

    def _draw_bands(
        self,
        picture: _Picture,
        shown: VisibleBlock,
        here: list[_Stretch],
        selected: tuple[int, int],
        chosen: int | None,
    ) -> None:
        for start, end, over in _segments(here, selected):
            strong = next((c.color for c in over if c.coding_id == chosen), None)
            colors = tuple(sorted({c.color for c in over}))
            inside = selected[0] <= start < selected[1]
            color = self._tint(colors, len(over), strong, selected=inside)
            for line, pieces in stretch_pieces(shown.layout, start, end, turned=shown.turned):
                top, bottom = self._column.band(line)
                for left, right in pieces:
                    picture.fills.append((_box(left, right, top, bottom), color))

    def _draw_lines(
        self, picture: _Picture, shown: VisibleBlock, here: list[_Stretch], chosen: int | None
    ) -> None:
        for start, end, coding in here:
            is_chosen = coding.coding_id == chosen
            lane = self._lanes[coding.coding_id]
            if lane >= _MOST_LANES and not is_chosen:
                continue
            color = self._line(coding.color)
            thick = _CHOSEN_LINE if is_chosen else _LINE
            down = min(lane, _MOST_LANES - 1) * _LANE_STEP - _LINE
            pen = QPen(color, _OUTLINE)
            for line, pieces in stretch_pieces(shown.layout, start, end, turned=shown.turned):
                top, bottom = self._column.band(line)
                for left, right in pieces:
                    y = bottom + down
                    picture.fills.append((_box(left, right, y, y + thick), color))
                    if is_chosen:
                        picture.frames.append((_box(left, right, top, bottom), pen))

    def _paint_outline(
        self,
        painter: QPainter,
        shown: VisibleBlock,
        place: tuple[int, int] | None,
        strength: float,
    ) -> None:
        """A frame in the accent colour: where a drop would land, or what was jumped to."""
        start, end = _inside(shown, place)
        if start >= end or strength <= 0:
            return
        color = QColor(self._theme.accent)
        color.setAlphaF(min(1.0, strength))
        painter.setPen(QPen(color, 2.0))
        for line, pieces in stretch_pieces(shown.layout, start, end, turned=shown.turned):
            top, bottom = self._column.band(line)
            for left, right in pieces:
                box = _box(left, right, top, bottom).adjusted(-2, -1, 2, 1)
                painter.drawRoundedRect(box, 3.0, 3.0)

    def _give_lanes(self, codings: list[PaintedCoding]) -> None:
        """Give each coding the first underline lane that no coding it overlaps here has.

        A lane once given is kept while the text scrolls, so that underlines do not jump; only two
        that were given apart and now meet are parted.
        """
        lanes = self._lanes
        before: list[PaintedCoding] = []
        for number, coding in enumerate(codings):
            before = [other for other in before if other.end > coding.start]
            taken = {lanes[other.coding_id] for other in before}
            known = lanes.get(coding.coding_id)
            if known is None or known in taken:
                for other in codings[number + 1 :]:
                    if other.start >= coding.end:
                        break
                    taken.add(lanes.get(other.coding_id, -1))
                lane = 0
                while lane in taken:
                    lane += 1
                lanes[coding.coding_id] = lane
                if known is not None:
                    self._pictures.clear()
            before.append(coding)

    def _tint(
        self, colors: tuple[str, ...], count: int, strong: str | None, *, selected: bool
    ) -> QColor:
        """Tint of ``count`` codings in these different colours."""
        key = (colors, count, strong, selected)
        found = self._tints.get(key)
        if found is None:
            theme = self._theme
            # Two passages of one code on top of each other are deeper than one.
            shades = colors + colors[:1] * max(0, min(count, 4) - len(colors))
            over = theme.selection if selected else None
            found = QColor(tint(theme.paper, theme.ink, shades, strong=strong, over=over))
            self._tints[key] = found
        return found

    def _line(self, color: str) -> QColor:
        found = self._lines.get(color)
        if found is None:
            found = QColor(line_color(self._theme.paper, self._theme.ink, color))
            self._lines[color] = found
        return found


def _inside(shown: VisibleBlock, place: tuple[int, int] | None) -> tuple[int, int]:
    """The part of ``place`` in the visible part of a block, relative to the block; or (0, 0)."""
    if place is None:
        return (0, 0)
    at = shown.block.position()
    start, end = max(place[0] - at, shown.start), min(place[1] - at, shown.end)
    return (start, end) if start < end else (0, 0)


def _box(left: float, right: float, top: float, bottom: float) -> QRectF:
    """A rectangle whose sides are on whole pixels, so that neighbours leave no seam."""
    x = round(left)
    return QRectF(x, top, round(right) - x, bottom - top)


def _segments(
    here: list[_Stretch], selected: tuple[int, int]
) -> Iterator[tuple[int, int, list[PaintedCoding]]]:
    """Stretches under the same codings, each wholly selected or not, with those codings."""
    changes: dict[int, list[tuple[bool, PaintedCoding]]] = {}
    for start, end, coding in here:
        changes.setdefault(start, []).append((True, coding))
        changes.setdefault(end, []).append((False, coding))
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
