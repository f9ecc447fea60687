"""Shift+F10 opens the menu of what has the focus, where there is no Menu key."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from tests.ui.coding_window import ids, path, select, window

__all__ = ["path", "window"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there Qt hears it itself")


def press(window, widget, qtbot):
    window.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    qtbot.keyClick(widget, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def opened(monkeypatch):
    """What stands in the menus that were opened; the plugin that draws in memory shows none."""
    found = []

    def popup(menu, *_):
        found.append([action.objectName() for action in menu.actions()])

    monkeypatch.setattr(QMenu, "popup", popup)
    return found


def test_it_opens_the_menu_of_the_words_in_the_text(window, opened, qtbot):
    select(window, 0, 6)
    press(window, window.workspace.text, qtbot)
    assert "coding.in_vivo" in opened[0]


def test_it_opens_the_menu_of_the_chosen_code_in_the_tree(window, opened, qtbot):
    panel = window.workspace.codes_panel
    panel.select_code(ids(window)["tides"])
    press(window, panel.view, qtbot)
    assert "code.rename" in opened[0]


def test_it_opens_the_menu_of_a_passage_in_the_list(window, opened, qtbot):
    space = window.workspace
    select(window, 0, 6)
    space.coding_commands.apply([ids(window)["tides"]])
    space.show_passages([ids(window)["tides"]])
    listed = space.passages_panel.list
    qtbot.waitUntil(lambda: listed.model().rowCount() == 1)
    listed.selectAll()
    press(window, listed, qtbot)
    assert len(opened[0]) > 3
