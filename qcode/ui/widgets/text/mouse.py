"""Selecting and choosing in a coded text by mouse."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from qcode.analysis.words.units import paragraph_at, sentence_at, word_at
from qcode.model.span import Span
from qcode.ui.widgets.text.autoscroll import AutoScroll
from qcode.ui.widgets.text.choosing import ChoosingText
from qcode.ui.widgets.text.coding_layer import PaintedCoding

_UNITS = {2: word_at, 3: sentence_at, 4: paragraph_at}


class MouseText(ChoosingText):
    """A coded text for the mouse.

    Two clicks select the word, three the sentence, four the paragraph; dragging on takes more of
    them, and beyond the border the text scrolls. A click on a coded passage chooses its innermost
    coding, another click at the same place the next one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clicks = 0
        self._click_time = 0
        self._click_point = QPoint()
        self._clicked: int | None = None
        self._unit_anchor: Span | None = None
        self._by_mouse = False
        self._unit_scroll = AutoScroll(self, self._drag_units)

    def set_document(self, text: str, codings: Iterable[PaintedCoding] = ()) -> None:
        self._clicked = self._unit_anchor = None
        self._by_mouse = False
        self._unit_scroll.stop()
        super().set_document(text, codings)

    def _in_hand(self) -> bool:
        return self._by_mouse or self._unit_anchor is not None

    def _choose_by_click(self, point: QPoint) -> None:
        at = self.position_at(point)
        ids = [coding.coding_id for coding in self.codings_at(at)] if at is not None else []
        if not ids:
            self._choose(None)
        elif at == self._clicked and self._chosen in ids:
            self._choose(ids[(ids.index(self._chosen) + 1) % len(ids)])
        else:
            self._choose(ids[0])
        self._clicked = at

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            if self._clicks >= 2 and self._same_click(event):
                self._select_unit(event, min(self._clicks + 1, 4))
                return
            self._clicks = 1
            self._unit_anchor = None
            self._by_mouse = True
        self._click_point = event.position().toPoint()
        super().mousePressEvent(self._on_a_line(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            # Qt counts in pairs: the fourth click is to it the second of another two.
            again = self._clicks >= 3 and self._same_click(event)
            self._select_unit(event, 4 if again else 2)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._unit_anchor is not None and event.buttons() & Qt.MouseButton.LeftButton:
            point = event.position().toPoint()
            self._unit_scroll.follow(point)
            self._drag_units(point)
            return
        super().mouseMoveEvent(self._on_a_line(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._unit_anchor is not None:
            self._unit_anchor = None
            self._unit_scroll.stop()
            self._report()
            return
        super().mouseReleaseEvent(self._on_a_line(event))
        if event.button() == Qt.MouseButton.LeftButton and self._by_mouse:
            self._by_mouse = False
            point = event.position().toPoint()
            if self.textCursor().hasSelection():
                self._report()
            elif self._near(point):
                self._rest.stop()
                self._report_span(None)
                self._choose_by_click(point)

    def _select_unit(self, event: QMouseEvent, clicks: int) -> None:
        self._clicks = clicks
        self._click_time = event.timestamp()
        self._click_point = event.position().toPoint()
        self._by_mouse = False
        span = _UNITS[clicks](self.text, self._nearest(self._click_point))
        self._unit_anchor = span
        self._select_in_place(span.start, span.end)
        event.accept()

    def _drag_units(self, point: QPoint) -> None:
        """Select whole units from those pressed on to those under ``point``."""
        anchor = self._unit_anchor
        if anchor is None:
            return
        view = self.viewport().rect()
        inside = QPoint(point.x(), min(max(point.y(), view.top()), view.bottom()))
        here = _UNITS[self._clicks](self.text, self._nearest(inside))
        span = Span(min(anchor.start, here.start), max(anchor.end, here.end))
        self._select_in_place(*(span if here.start >= anchor.start else (span.end, span.start)))

    def _same_click(self, event: QMouseEvent) -> bool:
        soon = event.timestamp() - self._click_time <= QApplication.doubleClickInterval()
        return soon and self._near(event.position().toPoint())

    def _near(self, point: QPoint) -> bool:
        away = (point - self._click_point).manhattanLength()
        return away < QApplication.startDragDistance()

    def _on_a_line(self, event: QMouseEvent) -> QMouseEvent:
        point = event.position().toPoint()
        # Outside, the height tells Qt to scroll.
        inside = self.viewport().rect().contains(point)
        snapped = self._snapped(point) if inside else point
        if snapped == point:
            return event
        local = QPointF(event.position().x(), snapped.y())
        return QMouseEvent(
            event.type(),
            local,
            event.scenePosition(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )
