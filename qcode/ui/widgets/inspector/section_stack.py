"""Sections below each other that scroll, laid out before they are painted."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from qcode.ui.widgets.column_scroll import ColumnScroll
from qcode.ui.widgets.ground import Ground

_SPACING = 16  # pixels between two sections
_TURNS = 3  # lines break anew at a new width, then fields grow, then a scroll bar may come


class SectionStack(ColumnScroll):
    """A column of sections, children of ``widget()``, of which some are shown.

    A layout would ask each section how large it would like to be at several widths, with and
    without a scroll bar, and would learn of new heights when everything has been painted. Here each
    section gets the width there is and the height that it needs there, from the inside out.
    """

    def __init__(self, side: int, edge: int, parent: QWidget | None = None) -> None:
        """``side`` pixels stay free left and right of all sections, ``edge`` above and below."""
        self._side, self._edge = side, edge
        self._sections: tuple[QWidget, ...] = ()
        self._placing = False
        super().__init__(Ground(), parent)
        self.setWidgetResizable(False)

    def set_sections(self, sections: Iterable[QWidget]) -> None:
        """Take the sections from top to bottom."""
        self._sections = tuple(sections)

    def show_only(self, *shown: QWidget) -> None:
        """Show these sections, laid out anew, and hide all others."""
        for section in self._sections:
            section.setVisible(section in shown)
        self.place()

    def place(self) -> None:
        """Lay out what is shown, down to the innermost."""
        if self._placing or not self.isVisible():
            return
        self._placing = True
        for _ in range(_TURNS):
            width = self.viewport().width()
            kept = self._stack(width)
            self._fit_bar()
            if kept and self.viewport().width() == width:
                break
        self._placing = False

    def _stack(self, width: int) -> bool:
        """Put the sections below each other; return whether all were as wide as this before."""
        room, kept, y = width - 2 * self._side, True, self._edge
        for section in self._sections:
            if not section.isHidden():
                for layout in reversed(section.findChildren(QLayout)):
                    layout.activate()
                kept &= section.width() == room
                height = section.heightForWidth(room)
                section.setGeometry(self._side, y, room, height)
                y += height + _SPACING
        self.widget().resize(width, max(y - _SPACING + self._edge, self.viewport().height()))
        return kept

    def _fit_bar(self) -> None:
        """Let the scroll bar come or go now; Qt waits until everything has been painted."""
        needed = self.widget().height() > self.maximumViewportSize().height()
        if needed is not self.verticalScrollBar().isVisible():
            QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.place()  # something in a section has become higher or lower
        return super().eventFilter(watched, event)
