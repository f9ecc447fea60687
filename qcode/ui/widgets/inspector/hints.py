"""What the inspector says while nothing is chosen: how coding goes, in three lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from qcode.ui.widgets.inspector.field_editor import PAD


class Hints(QWidget):
    """Three numbered sentences for beginners and one that reassures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setProperty("role", "section")
        self._lines: list[QLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(PAD, 0, PAD, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._title, 0, 0, 1, 2)
        for row in range(1, 4):
            number = QLabel(str(row), self)
            number.setProperty("role", "step")
            number.setAlignment(Qt.AlignmentFlag.AlignCenter)
            number.setFixedSize(26, 26)
            line = QLabel(self)
            line.setWordWrap(True)
            self._lines.append(line)
            grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line, row, 1)
        self._note = QLabel(self)
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        grid.addWidget(self._note, 4, 0, 1, 2)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("Nothing chosen"))
        for line, text in zip(
            self._lines,
            (
                self.tr("Select words in the text that say something about your question."),
                self.tr("Press Enter and name what they say: that is a code."),
                self.tr("Click marked words to see their codes here and write a memo on them."),
            ),
            strict=True,
        ):
            line.setText(text)
        keys = QKeySequence(QKeySequence.StandardKey.Undo)
        words = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self._note.setText(self.tr("{keys} takes any step back.").format(keys=words))
