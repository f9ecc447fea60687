"""Prose on a page of its own: fills its place, scrolls, and is saved while one types."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from qcode.ui.widgets.inspector.field_editor import FieldEditor


class PageEditor(FieldEditor):
    """Saves as ``FieldEditor`` does, with ``save`` as there; looks like a sheet of paper."""

    def __init__(self, save: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(save, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setViewportMargins(0, 0, 0, 0)
        self.setMinimumHeight(60)

    def _fit(self) -> None:
        """The layout says how high it is."""

    def _paint_ground(self) -> None:
        """It lies on paper: the panel around shows that it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        QTextEdit.wheelEvent(self, event)
