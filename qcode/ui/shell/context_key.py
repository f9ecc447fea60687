"""Shift+F10 opens the menu of what has the focus, as the Menu key does.

Many keyboards have no Menu key. On Windows Qt hears this combination itself; elsewhere it does not.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def listen(window: QWidget) -> QShortcut | None:
    """Let the key act in ``window``; None where the system has it already."""
    if sys.platform == "win32":
        return None
    shortcut = QShortcut(QKeySequence("Shift+F10"), window)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(lambda: _open_menu(window.focusWidget()))
    return shortcut


def _open_menu(focused: QWidget | None) -> None:
    if focused is None:
        return
    # What Qt itself does with the Menu key.
    place = focused.rect().center()
    if focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
        caret = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        place = QRectF(caret).toRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, focused.mapToGlobal(place))
    QApplication.sendEvent(focused, event)
