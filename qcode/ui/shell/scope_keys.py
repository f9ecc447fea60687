"""Keys that act only while one part of the window has the focus."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class ScopeKeys(QObject):
    """Triggers actions for the keys that arrive at a widget, or that its children leave to it.

    Not shortcuts of Qt's: those of an action that stands in a menu also match while the menu is
    open, so that a letter meant as an access key would code a passage.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}

    def add(self, keys: str, action: QAction) -> None:
        """Let ``keys`` (portable, ``Alt+Up``) trigger ``action`` while it is enabled."""
        self._actions[QKeySequence(keys).toString()] = action

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QWidget):
            return False
        from PySide6.QtCore import Qt  # several hundred enums, not needed before the first key

        pressed = cast("QKeyEvent", event)
        plain = pressed.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        keys = QKeySequence(plain.value | pressed.key()).toString()
        action = self._actions.get(keys)
        if action is None or not action.isEnabled():
            return False
        action.trigger()
        return True
