"""Escape leads from the menu bar back into the text, also where Qt has forgotten the way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.coding_window import path, window

__all__ = ["path", "window"]


def test_escape_gives_the_keyboard_back(window, qtbot):
    text, bar = window.workspace.text, window.menuBar()
    window.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    bar.setFocus(Qt.FocusReason.MenuBarFocusReason)  # as after two menus, one after the other
    assert QApplication.focusWidget() is bar
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    qtbot.waitUntil(text.hasFocus)
