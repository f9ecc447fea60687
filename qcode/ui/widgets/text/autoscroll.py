"""Scrolling on by itself while a hand that drags is beyond the border of a view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

_EVERY_MS = 40
_PIXELS_A_LINE = 24


class AutoScroll(QObject):
    """Scrolls ``area`` up or down while the last point it was given lies outside the viewport.

    The further outside, the faster. After each step ``moved`` is called with that point, so that
    what is dragged follows the text.
    """

    def __init__(self, area: QAbstractScrollArea, moved: Callable[[QPoint], None]) -> None:
        super().__init__(area)
        self._area = area
        self._moved = moved
        self._point = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.step)

    def follow(self, point: QPoint) -> None:
        """The hand is at ``point`` (viewport) now."""
        self._point = QPoint(point)
        if not self._lines():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The hand has let go."""
        self._timer.stop()

    def step(self) -> None:
        """Scroll once, as far as the point asks for."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + self._lines())
        self._moved(self._point)

    def _lines(self) -> int:
        view = self._area.viewport().rect()
        if self._point.y() < view.top():
            return -1 - (view.top() - self._point.y()) // _PIXELS_A_LINE
        if self._point.y() > view.bottom():
            return 1 + (self._point.y() - view.bottom()) // _PIXELS_A_LINE
        return 0
