"""A margin under the pointer: what is pointed at, chosen by a click, told of, asked a menu for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from qcode.ui.widgets.text.coding_layer import PaintedCoding


class PointedMargin(QWidget):
    """Hands on what the pointer does to codings; where they are, a subclass says.

    Nothing here takes the focus: the keys of the text choose codings, N and P go to the next.
    """

    pointed = Signal(object)
    """Id of the coding whose stripe or name is under the pointer, or None."""

    chosen = Signal(int)
    """A stripe or a name was clicked: id of its coding."""

    spanWanted = Signal(int)
    """A stripe was double-clicked: id of the coding whose passage is to be selected."""

    menuWanted = Signal(QPoint, int)
    """A menu is wanted at a global position for a coding."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def codings_at(self, point: QPoint) -> list[PaintedCoding]:
        """Codings whose stripe or name is at ``point``, the nearest first."""
        raise NotImplementedError

    def tip_at(self, point: QPoint) -> str:
        """What is told of ``point``, as rich text; empty where there is nothing."""
        raise NotImplementedError

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.codings_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        self.pointed.emit(found[0].coding_id if found else None)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press(event, self.chosen)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._press(event, self.spanWanted)

    def _press(self, event: QMouseEvent, signal: Signal) -> None:
        found = self.codings_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and found:
            signal.emit(found[0].coding_id)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        found = self.codings_at(event.pos())
        if found:
            self.menuWanted.emit(event.globalPos(), found[0].coding_id)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The margin is no part of what scrolls by itself.
        self.parentWidget().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            tip = self.tip_at(event.pos())
            if tip:
                QToolTip.showText(event.globalPos(), tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
