"""Widgets that paint the ground they stand on, and words that need none.

Where a widget lets through what is behind it, Qt paints all of that first: the window, the desk,
its splitters and the panel with its round corners, from the outside to the inside, for each word
that changes. A widget that paints all of its own ground ends that chain.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from qcode.ui.shell import theme


def stands_alone(widget: QWidget) -> None:
    """Promise that ``widget`` paints every pixel of itself, beginning with ``paint_ground``.

    What it shows can then be moved on the screen when it is scrolled, too.
    """
    widget.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)


def lies_on_top(widget: QWidget) -> None:
    """Have no background looked up and painted for words that lie on what others have painted."""
    widget.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)


def paint_ground(widget: QWidget, event: QPaintEvent, role: str = "panel") -> None:
    """Fill what is to be painted with a colour of the theme; ``role`` is its name there."""
    painter = QPainter(widget)
    painter.fillRect(event.rect(), ground_color(role))
    painter.end()


def ground_color(role: str = "panel") -> QColor:
    """Return the colour of a ground, for who has a painter already."""
    return _color(theme.current().name, role)


@lru_cache(maxsize=32)
def _color(name: str, role: str) -> QColor:
    return theme.THEMES[name].color(role)


class OwnGround:
    """What makes a widget stand alone, also when its style changes; before it among the bases."""

    def showEvent(self, event: QShowEvent) -> None:
        stands_alone(self)  # the style sheet, which comes just before, takes it back
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            stands_alone(self)


class Ground(OwnGround, QWidget):
    """What others stand on inside a panel, in the panel's colour."""

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self, event)
