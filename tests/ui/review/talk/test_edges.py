"""The edges of a passage moved by keys and by the mouse before they are settled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.review import talk_project
from tests.ui.review.talk.talking import agreed, press

pytestmark = pytest.mark.usefixtures("at_once")


def test_edges_are_moved_by_keys_and_settled_with_enter(world, talk, qtbot):
    press(qtbot, talk, "6")
    sheet = talk.detail.cards.editing.sheet
    assert sheet.isVisible()
    assert sheet.hasFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Left)
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    for _ in range(2):
        qtbot.keyClick(sheet, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(sheet, Qt.Key.Key_Down)
    qtbot.keyClick(sheet, Qt.Key.Key_Up)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    start, end = talk_project.LONGER
    assert agreed(world) == {(world.ferry, start, end - len("twice."), world.call)}
    assert talk.view.current_row() == 1
    assert talk.view.hasFocus()
    assert not sheet.isVisible()


def test_edges_can_be_left_as_they_were(world, talk, qtbot):
    press(qtbot, talk, "6")
    sheet = talk.detail.cards.editing.sheet
    qtbot.keyClick(sheet, Qt.Key.Key_Left)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert agreed(world) == set()
    assert not sheet.isVisible()
    assert talk.view.hasFocus()


def test_edges_are_dragged_to_where_the_mouse_goes(world, talk, qtbot):
    press(qtbot, talk, "6")
    sheet = talk.detail.cards.editing.sheet
    words = sheet.words
    start, end = (sheet.edge(place).center().toPoint() for place in sheet.stretch())
    goal = sheet.edge(words.index(" mainland")).center().toPoint()
    left = Qt.MouseButton.LeftButton
    assert start != end
    qtbot.mousePress(sheet, left, pos=end)
    qtbot.mouseMove(sheet, goal)
    qtbot.mouseRelease(sheet, left, pos=goal)
    assert words[slice(*sheet.stretch())] == "The deck hands call the"


def test_edges_that_are_being_moved_stay_when_all_is_found_again(world, talk, qtbot):
    press(qtbot, talk, "6")
    sheet = talk.detail.cards.editing.sheet
    qtbot.keyClick(sheet, Qt.Key.Key_Left)
    before = sheet.stretch()
    talk.load(*talk_project.compared(world.project))
    assert sheet.isVisible()
    assert sheet.stretch() == before
