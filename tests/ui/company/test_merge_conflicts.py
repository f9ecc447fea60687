"""What both sides changed is settled by keyboard alone, field by field, or at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from qcode.model.join_records import Choice
from qcode.ui.dialogs.merge_conflicts import ConflictsPage
from qcode.ui.itemmodels.conflict_rows import Column

from tests.ui.company import merge_plans as made
from tests.ui.spoken import nameless

MINE, THEIRS, BOTH = Choice.MINE, Choice.THEIRS, Choice.BOTH


@pytest.fixture
def page(qtbot):
    shown = ConflictsPage(made.plan())
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    qtbot.waitExposed(shown)
    shown.view.setFocus()
    return shown


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.view, key)


def words(page, column=Column.CHOICE):
    return [page.rows.index(row, column).data() for row in range(page.rows.rowCount())]


def test_one_key_chooses_and_goes_on_to_the_next(page):
    press(page, Qt.Key.Key_M, Qt.Key.Key_2)
    assert page.view.currentIndex().row() == 2
    assert words(page) == ["mine", "theirs", "open", "open"]
    press(page, Qt.Key.Key_B, Qt.Key.Key_T)
    assert page.rows.open == 0
    assert page.rows.choices == {
        made.CHANGED.key: MINE,
        made.PROSE.key: THEIRS,
        made.DELETED_HERE.key: BOTH,
        made.DELETED_THERE.key: THEIRS,
    }


def test_a_choice_is_taken_back_by_key(page):
    press(page, Qt.Key.Key_M, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
    assert words(page)[0] == "open" and page.rows.open == 4
    assert page.rows.choices == {}


def test_letters_with_ctrl_choose_nothing(page):
    QTest.keyClick(page.view, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert page.rows.choices == {}


def test_several_are_chosen_at_once(page):
    page.view.selectAll()
    press(page, Qt.Key.Key_T)
    assert words(page) == ["theirs"] * 4


def test_each_field_can_have_its_own_side(page):
    page.detail.radios["name", BOTH].click()
    assert words(page)[0] == "partly" and page.rows.open == 4
    page.detail.radios["kind", MINE].click()
    assert words(page)[0] == "by field" and page.rows.open == 3
    assert page.rows.choices == {
        made.CHANGED.key.of("name"): BOTH,
        made.CHANGED.key.of("kind"): MINE,
    }
    press(page, Qt.Key.Key_T)  # the whole counts anew
    assert page.rows.choices == {made.CHANGED.key: THEIRS}


def test_one_field_is_chosen_otherwise_than_the_whole(page):
    press(page, Qt.Key.Key_M, Qt.Key.Key_Up)
    assert page.detail.radios["name", MINE].isChecked()
    page.detail.radios["name", THEIRS].click()
    assert page.rows.choices == {
        made.CHANGED.key.of("name"): THEIRS,
        made.CHANGED.key.of("kind"): MINE,
    }
    assert page.rows.open == 3


def test_both_is_offered_only_where_texts_can_be_joined(page):
    assert ("name", BOTH) in page.detail.radios
    assert ("kind", BOTH) not in page.detail.radios
    press(page, Qt.Key.Key_B, Qt.Key.Key_Up)
    assert page.detail.radios["name", BOTH].isChecked()
    assert page.detail.radios["kind", MINE].isChecked()  # what cannot be joined stays


def test_the_rest_is_chosen_at_once_and_what_was_chosen_stays(page):
    press(page, Qt.Key.Key_M)
    page.detail.radios["text", BOTH].click()
    page.rest_buttons[THEIRS].setFocus()
    QTest.keyClick(page.rest_buttons[THEIRS], Qt.Key.Key_Space)
    assert page.view.hasFocus()  # and not Cancel
    assert words(page) == ["mine", "by field", "theirs", "theirs"]
    assert page.rows.open == 0
    assert not page.rest_buttons[THEIRS].isEnabled()


def test_both_sides_and_what_was_before_stand_beside_each_other(page):
    spoken = {label.accessibleName() for label in page.detail.findChildren(QLabel)}
    assert {
        "name, Before: lamp",
        "name, Mine: the lamp",
        "name, Theirs: a lamp",
        "kind, Before: concept",
        "kind, Mine: category",
        "kind, Theirs: –",
    } <= spoken
    assert words(page, Column.KIND) == [
        "name, kind",
        "text",
        "deleted here, used or changed there",
        "deleted there, used or changed here",
    ]
    page.view.selectRow(1)
    spoken = {label.accessibleName() for label in page.detail.findChildren(QLabel)}
    assert "text, Theirs: Theirs." in spoken
    assert not any("Before" in name for name in spoken)  # nothing is known of it
    page.view.selectRow(2)
    shown = " ".join(label.text() for label in page.detail.findChildren(QLabel))
    assert "Deleted here; bo.qcode has used or changed it since." in shown
    assert "12 codings, links or memos rest on it." in shown and "merged into" not in shown
    assert page.detail.radios == {}
    page.view.selectRow(3)
    shown = " ".join(label.text() for label in page.detail.findChildren(QLabel))
    assert "It was merged into “Lamp”: what rests on it moves there, too." in shown


def test_everything_has_a_name_and_rows_are_spoken_with_their_heads(page):
    assert nameless(page) == []
    assert (
        page.rows.index(0, Column.CHOICE).data(Qt.ItemDataRole.AccessibleTextRole) == "Choice: open"
    )
