"""A column that is as wide as its place and scrolls when it is higher."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QTextEdit, QWidget

_AIR = 12  # pixels that stay free around a line that is kept in view


class ColumnScroll(QScrollArea):
    """Without a frame, never scrolled sideways, and passed over by Tab."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keep_line(self, editor: QTextEdit) -> None:
        """Keep the line in which the caret of a field in the column stands in view."""
        line = editor.cursorRect()
        place = editor.viewport().mapTo(self.widget(), line.center())
        self.ensureVisible(place.x(), place.y(), 0, line.height() + _AIR)
