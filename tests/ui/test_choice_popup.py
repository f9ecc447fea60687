"""Ticking values below a button: Space ticks, Enter and Escape close, words narrow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from qcode.ui.widgets.choice_popup import Choice, ChoicePopup

KEY = Qt.Key
FEW = [Choice("a", "Ann", 2), Choice("b", "Bo", 1)]
MANY = [
    Choice(n, f"{n:02}  {name} talk", n) for n, name in enumerate(["one", "two", "three", "four"])
]
MANY += [Choice(n, f"{n:02}  other", n) for n in range(10, 16)]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def button(qtbot):
    made = QPushButton("Filter")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def opened(button, qtbot):
    def open_it(choices):
        popup = ChoicePopup("Values", choices, frozenset(), button)
        popup.told = []
        popup.chosen.connect(popup.told.append)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(popup)
        popup.open_below(button)
        return popup

    return open_it


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_space_ticks_and_unticks_and_enter_only_closes(opened, qtbot):
    popup = opened(FEW)
    assert QApplication.focusWidget() is popup.list
    press(qtbot, KEY.Key_Space)
    press(qtbot, KEY.Key_Down)
    press(qtbot, KEY.Key_Space)
    press(qtbot, KEY.Key_Up)
    press(qtbot, KEY.Key_Space)
    assert popup.told[-1] == {"b"} and popup.isVisible()
    press(qtbot, KEY.Key_Return)
    assert popup.rows.chosen == {"b"} and not popup.isVisible()


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Escape])
def test_a_key_closes_and_ticks_nothing(opened, qtbot, key):
    popup = opened(FEW)
    press(qtbot, key)
    assert popup.told == [] and not popup.isVisible()


def test_space_ticks_from_the_empty_field_and_is_a_letter_among_words(opened, qtbot):
    popup = opened(MANY)
    assert QApplication.focusWidget() is popup.field
    press(qtbot, KEY.Key_Space)
    assert popup.told == [{0}] and popup.field.text() == ""
    qtbot.keyClicks(popup.field, "t")
    press(qtbot, KEY.Key_Space)
    qtbot.keyClicks(popup.field, "th")
    assert popup.field.text() == "t th"
    assert popup.told == [{0}]


def test_enter_on_typed_words_takes_the_row_that_they_found(opened, qtbot):
    popup = opened(MANY)
    qtbot.keyClicks(popup.field, "three")
    press(qtbot, KEY.Key_Return)
    assert popup.told == [{2}] and not popup.isVisible()


def test_enter_on_typed_words_never_takes_a_tick_away_and_finds_nothing_in_nothing(opened, qtbot):
    popup = opened(MANY)
    qtbot.keyClicks(popup.field, "two")
    press(qtbot, KEY.Key_Down)
    press(qtbot, KEY.Key_Space)
    press(qtbot, KEY.Key_Up)
    assert QApplication.focusWidget() is popup.field
    press(qtbot, KEY.Key_Return)
    assert popup.told == [{1}]
    again = opened(MANY)
    qtbot.keyClicks(again.field, "nobody")
    press(qtbot, KEY.Key_Return)
    assert again.told == [] and not again.isVisible()


def test_down_goes_from_the_field_into_the_rows_and_up_from_the_first_row_back(opened, qtbot):
    popup = opened(MANY)
    press(qtbot, KEY.Key_Down)
    assert QApplication.focusWidget() is popup.list
    assert popup.list.currentIndex().row() == 0
    press(qtbot, KEY.Key_Down)
    press(qtbot, KEY.Key_Up)
    assert QApplication.focusWidget() is popup.list
    press(qtbot, KEY.Key_Up)
    assert QApplication.focusWidget() is popup.field
