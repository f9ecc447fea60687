"""The diagram under the mouse: boxes are chosen and dragged, relations chosen and drawn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from qcode.model.diagram import Point
from qcode.ui.widgets.diagram import hits
from qcode.ui.widgets.diagram.choosing import ChoosingCanvas
from qcode.ui.widgets.diagram.hits import Hit
from qcode.ui.widgets.diagram.marks import HANDLE
from qcode.ui.widgets.diagram.moving import Moving

NEAR = 6.0  # pixels from which a line is met
_MORE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class PointedCanvas(ChoosingCanvas):
    """What the mouse does.

    A click chooses, with Ctrl or Shift one more box; a drag moves boxes, draws a relation from a
    handle, or moves the plane where nothing is.
    """

    def _under(self, place: QPointF | QPoint) -> Hit:
        if self.drawing is None:
            return hits.NOWHERE
        return hits.hit(self.drawing.arrangement, self.plane(place), NEAR / self.scale)

    def _handle_under(self, place: QPointF) -> tuple[int, Point] | None:
        """The handle of the hovered or the current box that lies under the pointer."""
        if self.drawing is None or not self._writable:
            return None
        here, reach = self.plane(place), (HANDLE + 4) / self.scale
        for key in (self._hovered, self.box):
            if key is None or key not in self.drawing.arrangement.boxes:
                continue
            for point in hits.handles(self.drawing.arrangement.boxes[key]):
                if abs(point.x - here.x) <= reach and abs(point.y - here.y) <= reach:
                    return key, point
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._begin_pan(event)
            return
        if event.button() != Qt.MouseButton.LeftButton or self.drawing is None:
            return
        self.settle()
        self._pointer = event.position()
        self._line = self._handle_under(event.position())
        if self._line is not None:
            self.viewport().update()
            return
        found = self._under(event.position())
        more = bool(event.modifiers() & _MORE)
        if found.box is None and found.tie is None:
            if not more:
                self.choose(found, tell=True)
            self._begin_pan(event)
        else:
            if found.box not in self.boxes or more:
                self.choose(found, more=more, tell=True)
            else:
                self.box = found.box
                self.viewport().update()
            if found.box is not None and self._writable:
                self._pressed = self.plane(event.position())
                self._pressed_at = event.position().toPoint()

    def _begin_pan(self, event: QMouseEvent) -> None:
        self._panned = event.position().toPoint()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.drawing is None:
            return
        self._pointer = event.position()
        if self._panned is not None:
            step = event.position().toPoint() - self._panned
            self._panned = event.position().toPoint()
            x, y = self.offset()
            self._go(x - step.x(), y - step.y())
        elif self._line is not None:
            self.viewport().update()
        elif self._pressed is not None:
            self._drag(event)
        else:
            self._hover(event.position())

    def _drag(self, event: QMouseEvent) -> None:
        if self._moving is None:
            far = (event.position().toPoint() - self._pressed_at).manhattanLength()
            if far < QApplication.startDragDistance() or not self.boxes:
                return
            self._moving = Moving(self.drawing, self.boxes)
            self.viewport().setCursor(Qt.CursorShape.SizeAllCursor)
        here = self.plane(event.position())
        self._moving.by(here.x - self._pressed.x, here.y - self._pressed.y)
        self.carried.emit(sorted(self.boxes), event.globalPosition().toPoint(), False)
        self.viewport().update()

    def _hover(self, place: QPointF) -> None:
        at_handle = self._handle_under(place)
        found = self._under(place)
        hovered = at_handle[0] if at_handle else found.box
        handle = at_handle[1] if at_handle else None
        if (hovered, handle) != (self._hovered, self._handle):
            self._hovered, self._handle = hovered, handle
            self.viewport().update()
        shape = Qt.CursorShape.ArrowCursor
        if handle is not None:
            shape = Qt.CursorShape.CrossCursor
        elif found.tie is not None:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._panned is not None:
            self._panned = None
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            return
        where = event.globalPosition().toPoint()
        if self._line is not None:
            self._pointer = event.position()
            source, target = self._line[0], self._target()
            self._line = None
            self.viewport().update()
            if target is not None:
                self.relationDrawn.emit(source, target, where)
            return
        pressed, self._pressed = self._pressed, None
        if self._moving is None or pressed is None:
            return
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        if self.rect().contains(self.mapFromGlobal(where)):
            self.settle()
        else:
            boxes = sorted(self._moving.boxes)
            self.drop_moves()
            self.carried.emit(boxes, where, True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self._under(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = self._handle = None
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return super().viewportEvent(event)

    def _tell(self, event: QHelpEvent) -> None:
        found = self._under(event.pos())
        words = self._describe(found) if found != hits.NOWHERE else ""
        QToolTip.showText(event.globalPos(), words, self.viewport())

    def _open(self, found: Hit) -> None:
        if found.box is not None:
            self.boxOpened.emit(found.box)
        elif found.tie is not None:
            self.tieOpened.emit(found.tie)
