"""A line of text that leaves Undo to the window when there is nothing of its own to take back."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class TitleEdit(QLineEdit):
    """Ctrl+Z takes back what was typed here, then goes on to the window's own Undo."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._nothing_left_for(event):
            event.ignore()
            return False
        return super().event(event)

    def forget_typing(self) -> None:
        """Keep nothing to take back: another step came after what was typed."""
        if self.isUndoAvailable() or self.isRedoAvailable():
            place = self.cursorPosition()
            self.setText(self.text())
            self.setCursorPosition(place)

    def _nothing_left_for(self, keys: QKeyEvent) -> bool:
        if keys.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        if keys.matches(QKeySequence.StandardKey.Redo):
            return not self.isRedoAvailable()
        return False
