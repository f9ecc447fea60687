"""What every panel starts with: a heading in small capitals and a note at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qcode.ui.widgets.elided_label import ElidedLabel

MARGIN = 12


class Panel(QWidget):
    """A column below a heading. Whoever lays panels out gives them their frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setProperty("role", "section")
        self._note = ElidedLabel(parent=self)
        self._note.setProperty("role", "small")
        # In a narrow panel the heading stays whole and the note is what gives way.
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head = line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._title)
        line.addWidget(self._note, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 4)
        self.column.setSpacing(8)
        self.column.addLayout(line)

    def set_heading(self, title: str, note: str = "") -> None:
        """Show a title and a short note."""
        self._title.setText(title)
        self._note.setText(note)
