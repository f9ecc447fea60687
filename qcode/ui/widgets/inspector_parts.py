"""Small parts that the sections of the inspector share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from qcode.ui.widgets.field_editor import PAD


class Section(QWidget):
    """A column with a small heading, and a button at its right if one is given."""

    def __init__(self, button: QToolButton | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label("section")
        self.heading.setContentsMargins(PAD, 0, PAD, 0)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.heading, 1)
        if button is not None:
            top.addWidget(button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addLayout(top)


def label(role: str, *, wraps: bool = False) -> QLabel:
    """Return a label of plain text in the look of ``role``, set in like the words of a field."""
    made = QLabel()
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    made.setContentsMargins(PAD, 0, PAD, 0)
    return made


def link() -> QPushButton:
    """Return a quiet button that reads like a link."""
    made = QPushButton()
    made.setProperty("flat", True)
    made.setStyleSheet("padding: 2px 6px; min-height: 0; text-align: left;")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made
