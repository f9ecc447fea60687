"""The page of keys is searched by words and by keys; dialogs fit on low screens."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QScrollArea, QTreeWidget
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.dialogs.shortcuts import show_shortcuts
from qcode.ui.shell.shortcut_page import shortcut_page

from tests.ui.dialogs.driving import drive


def rows(dialog):
    tree = dialog.findChild(QTreeWidget)
    heads = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    return [
        (head.child(row).text(0), head.child(row).text(1))
        for head in heads
        for row in range(head.childCount())
        if not head.isHidden() and not head.child(row).isHidden()
    ]


def searched(window, words):
    found = []

    def act(dialog):
        QTest.keyClicks(QApplication.focusWidget(), words)
        found.extend(rows(dialog))
        dialog.reject()

    drive(lambda: show_shortcuts(window), act)
    return found


def test_without_words_every_key_is_there(window):
    assert searched(window, "") == [row for _, entries in shortcut_page() for row in entries]


@pytest.mark.parametrize("words", ["in vivo", "VIVO text", "code in vivo i"])
def test_a_row_is_found_by_its_words_in_any_order_and_by_where_it_acts(window, words):
    assert ("Code in vivo", "I") in searched(window, words)


def test_a_row_is_found_by_its_keys(window):
    assert searched(window, "ctrl+k") == [("All commands", "Ctrl+K")]


def test_escape_empties_the_field_before_it_closes_the_page(window):
    states = []

    def act(dialog):
        field = dialog.findChild(QLineEdit)
        QTest.keyClicks(field, "zzz")
        states.append((rows(dialog), dialog.findChild(QTreeWidget).isVisible()))
        QTest.keyClick(field, Qt.Key.Key_Escape)
        states.append((field.text(), dialog.isVisible()))
        QTest.keyClick(field, Qt.Key.Key_Escape)

    drive(lambda: show_shortcuts(window), act)
    assert states == [([], False), ("", True)]


class LowScreen:
    """A screen of which little is left beside panels and docks."""

    def availableGeometry(self):
        return QRect(0, 0, 683, 384)


class LowDialog(FormDialog):
    def screen(self):
        return LowScreen()


def test_on_a_low_screen_the_rows_scroll_and_the_buttons_stay_in_sight(window):
    dialog = LowDialog(window, "Heading", "Do it")
    for number in range(30):
        dialog.body.addWidget(QLabel(f"row {number}"))
    sizes = []

    def act(shown: QDialog):
        area = shown.findChild(QScrollArea)
        below = dialog.accept_button.mapTo(shown, dialog.accept_button.rect().bottomRight())
        sizes.append((shown.size(), shown.rect().contains(below)))
        sizes.append(area.verticalScrollBar().maximum() > 0)
        shown.reject()

    drive(dialog.asked, act)
    size, in_sight = sizes[0]
    assert size.boundedTo(QSize(683, 384)) == size
    assert in_sight
    assert sizes[1]
