"""The margin beside a text: a stripe for each coding on screen, and its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import QApplication, QWidget

from qcode.ui.widgets.stripes.layout import CoderLanes, Group, Name, Stripe, merged, names
from qcode.ui.widgets.stripes.names import NamePainter
from qcode.ui.widgets.stripes.pointed import PointedMargin
from qcode.ui.widgets.stripes.shapes import around, paint_stripe, stripe_area
from qcode.ui.widgets.stripes.shown import Key, Look, Places, Shown, placed
from qcode.ui.widgets.text.coding_colors import CodingColors
from qcode.ui.widgets.text.coding_layer import PaintedCoding
from qcode.ui.widgets.text.coding_picture import Row

Stripes = Literal["full", "lanes", "off"]

_SMALL = 0.87
_LANES, _LANES_MORE, _MOST_LANES_ROOM = 40, 30, 160
_NAMES_GAP = 8
_LEAST_NAMES, _MOST_NAMES = 150, 250
_LEAST_EM = 30.0
_REACH = 3.0
_BEFORE_A_PICTURE = QEvent.Type.UpdateRequest


class StripeMargin(PointedMargin):
    """Paints the codings of the strips that ``rows`` gives; knows nothing of the text."""

    def __init__(
        self,
        rows: Callable[[], list[Row]],
        is_long: Callable[[PaintedCoding], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._rows, self._is_long = rows, is_long
        self._lanes = CoderLanes()
        self._mode: Stripes = "full"
        self._named = False
        self._lanes_room = _LANES
        self._chosen: int | None = None
        self._lit: frozenset[int] = frozenset()
        self._laid_out: tuple[list[Group], list[Stripe], list[Name]] = ([], [], [])
        self._laid_out_for: object = None
        self._forgotten = 0
        self._places: Places = {}
        self._placed_for: object = None
        self._shown = Shown()
        self._fresh = False  # whether all of it has just been laid out
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._use_font()
        self._retranslate()

    # What it shows

    @property
    def mode(self) -> Stripes:
        """Whether there are to be stripes with names where there is room, without, or none."""
        return self._mode

    def set_mode(self, mode: Stripes) -> None:
        """Choose what is shown; raises ValueError for any other word."""
        if mode not in ("full", "lanes", "off"):
            raise ValueError(mode)
        self._mode = mode

    @property
    def named(self) -> bool:
        """Whether there is room for names at the width given last."""
        return self._named

    def set_colors(self, colors: CodingColors) -> None:
        """Use these colours."""
        self._colors = colors
        self.update()

    def set_coders(self, coders: list[str]) -> bool:
        """Keep lanes for these coders, the own one first; whether the room for that changes."""
        before = self._room_for_lanes()
        if self._lanes.set_coders(coders):
            self.update()
        return self._room_for_lanes() != before

    def forget(self, coding_ids: set[int] | None = None) -> None:
        """These codings (or all) have changed, or lines have moved: find lanes for them again."""
        self._lanes.forget(coding_ids)
        self._forgotten += 1
        if coding_ids is None:
            self.update()

    def refresh(self) -> None:
        """Codings have come, gone or changed: paint anew what looks different for that.

        What that is gets worked out just before the next frame, once for all changes until then.
        """
        if self.isVisible():
            self.window().installEventFilter(self)
            self.update(0, 0, 1, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == _BEFORE_A_PICTURE:
            watched.removeEventFilter(self)
            self._lay_out()
            self.update(self._shown.changes(self._places))
            self._shown.turn_to(self._places)
            # The picture comes within this very event, and nothing else happens before.
            self._fresh = True
            QTimer.singleShot(0, self, self._grow_stale)
        return False

    def _grow_stale(self) -> None:
        self._fresh = False

    def set_marked(self, chosen: int | None, lit: frozenset[int]) -> None:
        """Emphasise the chosen coding and those under the pointer."""
        if (chosen, lit) != (self._chosen, self._lit):
            self._chosen, self._lit = chosen, lit
            self.refresh()

    def room_for(self, room: int, em: float, measure: float, gaps: int) -> int:
        """Pixels that stripes want on a paper of ``room`` pixels with a text of ``measure`` em.

        Names are left out rather than making the lines shorter than 30 em; ``gaps`` are the
        pixels that stay empty around the text.
        """
        if self._mode == "off":
            return 0
        self._lanes_room = lanes = min(self._room_for_lanes(), max(_LANES // 2, room // 7))
        left = room - gaps - lanes - _NAMES_GAP
        self._named = self._mode == "full" and left - _LEAST_NAMES >= min(measure, _LEAST_EM) * em
        if not self._named:
            return lanes
        wide = min(max(left - measure * em, _LEAST_NAMES), _MOST_NAMES)
        return round(lanes + _NAMES_GAP + wide)

    def _room_for_lanes(self) -> int:
        more = max(0, len(self._lanes.coders) - 1)
        return min(_LANES + more * _LANES_MORE, _MOST_LANES_ROOM)

    def sizeHint(self) -> QSize:
        return QSize(_LANES, 0)

    # Laying out

    def _lay_out(self) -> None:
        rows = self._rows()
        marked = (self._chosen, self._lit)
        room = (self.size(), self._lanes_room, self._named, self._words, self._forgotten)
        given = (rows, marked, room, self._lanes.coders)
        if given == self._laid_out_for:
            return
        self._laid_out_for = given
        groups, stripes = self._lanes.stripes(merged(rows), self._lanes_room, self._is_long)
        named: list[Name] = []
        if self._named:
            named = self._place_names(stripes, None)
            told = {name.stripe.coding.coding_id for name in named}
            silent = [one for one in stripes if one.coding.coding_id not in told]
            asked = [one for one in silent if one.coding.coding_id in self._lit]
            asked += [one for one in silent if one.coding.coding_id == self._chosen]
            if asked:
                # The pointer, or else the choice, asks for a name that found no room.
                named = self._place_names(stripes, asked[0].coding.coding_id)
        self._laid_out = groups, stripes, named
        words, head, (left, right) = self._words, self._head(), self._names_column()
        within = (self.size(), left, words, head)
        known = self._places if within == self._placed_for else {}
        self._placed_for = within

        def area_of(thing: Group | Stripe | Name) -> QRect:
            """All pixels on which a thing may be painted."""
            if isinstance(thing, Stripe):
                return stripe_area(thing)
            if isinstance(thing, Name):
                return words.painted_area(thing, left, right, head)
            return around(0, 0, self.width(), 2 * head)

        self._places = placed(self._looks(), area_of, known)

    def _looks(self) -> dict[Key, Look]:
        """What has been laid out, in the order in which it is painted."""
        groups, stripes, named = self._laid_out
        raised = self._lit | {self._chosen}
        looks: dict[Key, Look] = {}
        for stripe in stripes:
            coding_id = stripe.coding.coding_id
            looks["stripe", coding_id] = Look(stripe, coding_id in raised)
        for name in named:
            coding_id = name.stripe.coding.coding_id
            looks["name", coding_id] = Look(name, coding_id in raised)
        for group in groups:
            looks["group", group.coder] = Look(group, raised=False)
        return looks

    def _place_names(self, stripes: list[Stripe], first: int | None) -> list[Name]:
        bottom = float(self.height())
        return names(
            stripes, line=self._words.line, top=self._head() + 1.0, bottom=bottom, first=first
        )

    def _head(self) -> float:
        """Height of the heading that names the coders; none for a single one."""
        return self._words.line + 5.0 if len(self._lanes.coders) > 1 else 0.0

    @property
    def _names_left(self) -> float:
        return float(self._lanes_room + _NAMES_GAP)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._fresh:
            self._lay_out()
        self._fresh = False
        region = event.region()
        whole = region.boundingRect() == self.rect() and region.rectCount() == 1
        # Normally nothing: who changed something has asked for all the places where it shows.
        late = QRegion() if whole else self._shown.changes(self._places) - region
        self._shown.turn_to(self._places)
        painter = QPainter(self)
        try:
            self._paint(painter, None if whole else region)
        finally:
            painter.end()
        if not late.isEmpty():
            self.update(late)

    def _paint(self, painter: QPainter, region: QRegion | None) -> None:
        """Paint what meets ``region``, everything without one."""
        colors, head = self._colors, self._head()
        painter.fillRect(self.rect(), colors.paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        left, right = self._names_column()
        for look, area in self._places.values():
            if region is not None and not region.intersects(area):
                continue
            if isinstance(look.thing, Stripe):
                coding = look.thing.coding
                color = colors.line(coding.color, mine=coding.mine or look.raised)
                paint_stripe(painter, look.thing, color, raised=look.raised)
            elif isinstance(look.thing, Name):
                self._paint_name(painter, look.thing, left, right, head, raised=look.raised)
        if head:
            area = QRectF(0, 0, self.width(), head)
            self._words.paint_head(painter, self._laid_out[0], area, colors.theme)

    def _paint_name(
        self, painter: QPainter, name: Name, left: float, right: float, head: float, *, raised: bool
    ) -> None:
        colors, words, coding = self._colors, self._words, name.stripe.coding
        strong = coding.mine or raised
        if raised:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.tint([coding], None, selected=False))
            painter.drawRoundedRect(self._name_area(name), 3.0, 3.0)
        if name.moved:
            pen = colors.leader(coding.color, mine=strong, raised=raised)
            words.paint_leader(painter, name, left, head, pen)
        words.paint_name(
            painter,
            name,
            left,
            right,
            color=colors.line(coding.color, mine=strong),
            ink=colors.ink if strong else colors.muted,
            muted=colors.muted,
        )

    # Under the pointer

    def codings_at(self, point: QPoint) -> list[PaintedCoding]:
        _, stripes, named = self._laid_out
        if point.y() < self._head():
            return []
        if self._named and point.x() >= self._names_left - 2:
            for name in named:
                if self._name_area(name).contains(QPointF(point)):
                    return [name.stripe.coding, *name.more]
            return []
        near = []
        for stripe in stripes:
            away = abs(point.x() + 0.5 - stripe.x - stripe.width / 2) - stripe.width / 2
            if away <= _REACH and stripe.top - 1 <= point.y() <= stripe.bottom + 1:
                near.append((away, stripe.bottom - stripe.top, stripe.coding.coding_id, stripe))
        return [stripe.coding for *_, stripe in sorted(near)]

    def stripe_rect(self, coding_id: int) -> QRectF:
        """Where the stripe of a coding is; null where it is not on screen."""
        for stripe in self._laid_out[1]:
            if stripe.coding.coding_id == coding_id:
                return QRectF(stripe.x, stripe.top, stripe.width, stripe.bottom - stripe.top)
        return QRectF()

    def name_rects(self) -> dict[int, QRectF]:
        """Where the names are, by id of the coding."""
        return {name.stripe.coding.coding_id: self._name_area(name) for name in self._laid_out[2]}

    def _name_area(self, name: Name) -> QRectF:
        left, right = self._names_column()
        return QRectF(left, name.top, right - left, self._words.line)

    def _names_column(self) -> tuple[float, float]:
        """Left and right edge of the names."""
        left = self._names_left - 2
        return left, min(float(self.width() - 2), self._names_left + _MOST_NAMES)

    def tip_at(self, point: QPoint) -> str:
        found = self.codings_at(point)
        if found:
            from qcode.ui.widgets.stripes.tips import coding_tip

            return coding_tip(found, self._colors.theme)
        if point.y() < self._head():
            for group in self._laid_out[0]:
                if group.x <= point.x() < group.x + group.width:
                    return group.coder
        return ""

    # Events

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.ApplicationFontChange:
            self._use_font()

    def _use_font(self) -> None:
        font = QFont(QApplication.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * _SMALL)
        self.setFont(font)
        self._words = NamePainter(font)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Stripes"))
        self.setAccessibleDescription(
            self.tr("The codings beside the text; the keys of the text reach them too")
        )
