"""Words on which the two edges of a passage are moved, by keys and by the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QTextLayout
from PySide6.QtWidgets import QWidget

from qcode.ui.shell import theme
from qcode.ui.widgets.text.coding_grips import Edge, Grip, paint_grip
from qcode.ui.workspaces.review.quotation_sheet import Sheet, Stretch

_REACH = 9  # pixels beside an edge at which a mouse takes hold of it
_KEYS: dict[Qt.Key, tuple[Edge, bool]] = {
    Qt.Key.Key_Right: ("end", True),
    Qt.Key.Key_Left: ("end", False),
    Qt.Key.Key_Down: ("start", True),
    Qt.Key.Key_Up: ("start", False),
}
"""Which edge a key moves, and whether further on: the arrows of the edges in the text."""


class EdgeSheet(Sheet):
    """Shows one stretch of its words and lets its edges be moved.

    Enter, or ``keep``, tells ``kept`` with the stretch in code points of the words; Esc ``left``.
    """

    kept = Signal(int, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span = (0, 0)  # in units
        self._held: Edge | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def edit(self, words: str, stretch: Stretch, color: str) -> None:
        """Show ``words`` and begin with a stretch of them."""
        self.show_words(words, [stretch], color)
        self._span = self._ranges[0]

    def stretch(self) -> Stretch:
        """Return what lies between the edges now."""
        start, end = (_points(self.words, unit) for unit in self._span)
        return Stretch(start, end)

    def keep(self) -> None:
        """Tell what lies between the edges now."""
        self.kept.emit(*self.stretch())

    def _put(self, start: int, end: int) -> None:
        if start < end and (start, end) != self._span:
            self._span = (start, end)
            self._ranges = [self._span]
            self._tint()
            self._broken = 0  # other formats, other lines
            self.updateGeometry()
            self.update()

    # ------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _KEYS:
            self._move(*_KEYS[key], whole=bool(held & Qt.KeyboardModifier.ControlModifier))
        elif not event.text() or event.text().isdigit():  # other letters would be a slip here
            super().keyPressEvent(event)

    def _move(self, edge: Edge, further: bool, *, whole: bool) -> None:
        mode = QTextLayout.CursorMode.SkipWords if whole else QTextLayout.CursorMode.SkipCharacters
        start, end = self._span
        here = start if edge == "start" else end
        if further:
            there = self._layout.nextCursorPosition(here, mode)
        else:
            there = self._layout.previousCursorPosition(here, mode)
        if edge == "start":
            self._put(there, end)
        else:
            self._put(start, there)

    # ------------------------------------------------------------------ mouse

    def _near(self, place: QPointF) -> Edge | None:
        for edge, unit in (("end", self._span[1]), ("start", self._span[0])):
            rect = self.edge(unit).adjusted(-_REACH, -2, _REACH, 2)
            if rect.contains(place):
                return "end" if edge == "end" else "start"
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._held = self._near(event.position())
        if self._held is None:  # the nearer edge comes to where one clicked
            unit = self.unit_at(event.position())
            start, end = self._span
            self._held = "start" if abs(unit - start) < abs(unit - end) else "end"
            self._drag(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position())
        else:
            near = self._near(event.position()) is not None
            self.setCursor(
                Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.PointingHandCursor
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._held = None

    def _drag(self, place: QPointF) -> None:
        unit, (start, end) = self.unit_at(place), self._span
        if self._held == "start":
            self._put(unit, end)
        else:
            self._put(start, unit)

    # ------------------------------------------------------------------ painting

    def paint_over(self, painter: QPainter) -> None:
        shown = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edges: tuple[tuple[Edge, int], ...] = (("start", self._span[0]), ("end", self._span[1]))
        for edge, unit in edges:
            rect = self.edge(unit)
            grip = Grip(rect.x(), rect.top(), rect.bottom())
            paint_grip(painter, grip, edge, shown.color("accent"), QColor(shown.paper))


def _points(words: str, unit: int) -> int:
    """Return the place in code points of a place in UTF-16 units."""
    before = words.encode("utf-16-le", "surrogatepass")[: 2 * unit]
    return len(before.decode("utf-16-le", "surrogatepass"))
