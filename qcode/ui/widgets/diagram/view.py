"""The diagram that is worked with, by mouse and by keys.

Arrows go to the nearest box, with Alt or Shift they move the chosen ones, L goes through the
relations of a box, R begins a new one, Enter opens, Delete removes.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent

from qcode.ui.widgets.diagram import hits
from qcode.ui.widgets.diagram.canvas import STEP
from qcode.ui.widgets.diagram.hits import Hit
from qcode.ui.widgets.diagram.moving import Moving
from qcode.ui.widgets.diagram.pointing import PointedCanvas

NUDGE, NUDGE_FINELY = 20.0, 4.0  # points that a press of a key moves a box

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class DiagramView(PointedCanvas):
    """What keys and menus do; see ``ChoosingCanvas`` for the signals."""

    # ------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.drawing is None or not self._on_key(event.key(), held):
            super().keyPressEvent(event)

    def _on_key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        """Do what a key means here; False leaves it to others."""
        if key in _ARROWS:
            return self._arrow(_ARROWS[key], held)
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif key == Qt.Key.Key_0 and held == _PLAIN:
            self.fit()
        elif key == Qt.Key.Key_1 and held == _PLAIN:
            self.show_full_size()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.here)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removeWanted.emit()
        elif key == Qt.Key.Key_R and held == _PLAIN:
            self.relationWanted.emit()
        elif key == Qt.Key.Key_L and held in (_PLAIN, _SHIFT):
            self._go_along(-1 if held == _SHIFT else 1)
        elif key == Qt.Key.Key_Escape:
            return self._escape()
        else:
            return False
        return True

    def _arrow(self, direction: hits.Direction, held: Qt.KeyboardModifier) -> bool:
        if held == Qt.KeyboardModifier.AltModifier:
            self._nudge(direction, NUDGE)
        elif held == _SHIFT:
            self._nudge(direction, NUDGE_FINELY)
        elif held == _PLAIN:
            start = self.box if self.tie is None else self._ends(self.tie)[0]
            found = hits.beside(self.drawing.arrangement, start, direction)
            if found is not None:
                self.choose(Hit(found), tell=True)
                self.reveal()
        else:
            return False
        return True

    def _nudge(self, direction: hits.Direction, step: float) -> None:
        if not self.boxes or not self._writable or self._pressed is not None:
            return
        if self._moving is None or self._moving.boxes != self.boxes:
            self._moving = Moving(self.drawing, self.boxes)
        moving = self._moving
        moving.by(moving.dx + direction[0] * step, moving.dy + direction[1] * step)
        self._settle.start()
        if self.box is not None:
            self.bring_into_view(moving.drawn().arrangement.boxes[self.box])
        self.viewport().update()

    def _go_along(self, step: int) -> None:
        """Choose the next relation of the box with the cursor, round and round."""
        ties = self.drawing.model.ties
        start = self.box
        if start is None and self.tie is not None:
            start = self._from
        listed = [t.id for t in ties if start in (t.source, t.target)] or [t.id for t in ties]
        if not listed:
            return
        place = listed.index(self.tie) + step if self.tie in listed else 0 if step > 0 else -1
        self._from = start
        self.choose(Hit(None, listed[place % len(listed)]), tell=True)
        self.reveal()

    _from: int | None = None
    """The box whose relations are gone through."""

    def _escape(self) -> bool:
        if self._line is not None or self._pressed is not None:
            self._line = self._pressed = None
            self.drop_moves()
            return True
        if self.tie is not None:
            back = self._from if self._from in self._ends(self.tie) else self._ends(self.tie)[0]
            self.choose(Hit(back), tell=True)
            return True
        return False

    # ------------------------------------------------------------------ focus and menus

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.drawing is None:
            return
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.reveal()
            where = self.viewport().mapToGlobal(self._corner())
        else:
            found = self._under(event.pos())
            if found.box is None or found.box not in self.boxes:
                self.choose(found, tell=True)
        self.menuWanted.emit(where)

    def _corner(self) -> QPoint:
        """The place below what is chosen, in the viewport."""
        where = self.drawing.arrangement
        if self.tie is not None:
            x, y = self.offset()
            label = where.routes[self.tie].label
            return QPoint(round(label.x * self.scale) - x, round(label.y * self.scale) - y)
        if self.box is not None:
            return self.seen(where.boxes[self.box]).bottomLeft()
        return self.viewport().rect().center()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()
        self.viewport().update()
