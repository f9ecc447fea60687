"""The line of a dimension: a tick for every passage, and a handle for the one that is placed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider

from qcode.ui.shell import theme

STEP = 5  # of a hundred between the poles: a press of an arrow key


class DimensionSlider(QSlider):
    """A dimension with a tick for every passage; without a place of its own it has no handle."""

    settled = Signal(int)
    """The place that was chosen: by an arrow key, a click, or at the end of a drag."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, 100)
        self.setSingleStep(STEP)
        self.setPageStep(4 * STEP)
        self.setTracking(True)
        self._placed = False
        self._others: list[int] = []
        self._filling = False
        self.valueChanged.connect(self._moved)
        self.sliderReleased.connect(lambda: self.settled.emit(self.value()))
        self.setMinimumHeight(22)

    def show_places(self, here: int | None, others: list[int]) -> None:
        """Show the place of one passage (None: it has none yet) and those of all others."""
        self._filling = True
        self._placed = here is not None
        self._others = others
        self.setValue(50 if here is None else here)
        self._filling = False
        self.update()

    def _moved(self, value: int) -> None:
        if self._filling:
            return
        self._placed = True
        self.update()
        if not self.isSliderDown():
            self.settled.emit(value)

    # Qt would step towards the pointer; a passage is put where one points.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._placed = True
        self.setSliderDown(True)
        self._point_at(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._point_at(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self._point_at(event)
            self.setSliderDown(False)

    def _point_at(self, event: QMouseEvent) -> None:
        left, right = self._x(0), self._x(100)
        share = (event.position().x() - left) / (right - left)
        self.setValue(round(100 * min(max(share, 0.0), 1.0)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        shown = theme.current()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = self.height() / 2
            painter.setPen(QPen(shown.color("edge"), 2))
            painter.drawLine(round(self._x(0)), round(middle), round(self._x(100)), round(middle))
            painter.setPen(QPen(shown.color("muted"), 1.5))
            for place in self._others:
                x = self._x(place)
                painter.drawLine(round(x), round(middle - 5), round(x), round(middle + 5))
            if self.isEnabled():
                strong = shown.color("accent")
                painter.setPen(QPen(strong, 2))
                painter.setBrush(strong if self._placed else shown.color("paper"))
                x, size = self._x(self.value()), 6.5 if self._placed else 5.0
                painter.drawEllipse(
                    round(x - size), round(middle - size), round(2 * size), round(2 * size)
                )
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(shown.color("accent"), 1))
                painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        finally:
            painter.end()

    def _x(self, place: int) -> float:
        """Return where a place stands; in a window from right to left the low pole is right."""
        share = place / 100
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        return 9 + share * (self.width() - 18)
