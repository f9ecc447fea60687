"""Coding a share again: drawn in a dialog, and a reminder at the bottom when it is due."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from qcode.model.enums import WorkStatus
from qcode.services import coders, recoding
from qcode.ui.dialogs.recoding import code_again
from qcode.ui.workspaces.due_button import DueButton

from tests.ui.dialogs.driving import drive
from tests.ui.spoken import nameless

pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def finished(world):
    coders.set_status(world.project, [world.pier, world.quay], "Ann", WorkStatus.FINISHED)
    return world


def test_a_share_is_drawn_and_begun_at_once_where_nobody_waits(window, finished):
    def draw(dialog):
        assert not dialog.view.isVisible()
        dialog.share.setValue(50)
        dialog.days.setValue(0)
        assert dialog.told.text() == "1 of 2 finished documents, from now on"
        assert nameless(dialog) == []
        dialog.accept_button.click()
        item = dialog.view.topLevelItem(0)
        assert [item.text(place) for place in range(3)] == ["Ann (2)", "0 of 1", "now"]
        assert dialog.code_button.text() == "Code as Ann (2)"
        dialog.code_button.click()

    assert drive(lambda: code_again(window, finished.session), draw) == "Ann (2)"


def test_enter_in_the_list_begins_and_draws_nothing_more(window, finished):
    def draw(dialog):
        dialog.days.setValue(0)
        dialog.accept_button.click()
        QTest.keyClick(dialog.view, Qt.Key.Key_Return)

    assert drive(lambda: code_again(window, finished.session), draw) == "Ann (2)"
    assert [one.again.name for one in recoding.listed(finished.project)] == ["Ann (2)"]


def test_enter_in_the_list_draws_nothing_before_the_day_either(window, finished):
    def draw(dialog):
        dialog.accept_button.click()
        QTest.keyClick(dialog.view, Qt.Key.Key_Return)
        dialog.reject()

    assert drive(lambda: code_again(window, finished.session), draw) is None
    assert [one.again.name for one in recoding.listed(finished.project)] == ["Ann (2)"]


def test_before_its_day_nobody_begins(window, finished):
    def draw(dialog):
        dialog.accept_button.click()
        assert not dialog.code_button.isEnabled()
        assert "out of mind" in dialog.waiting.text()
        dialog.reject()

    assert drive(lambda: code_again(window, finished.session), draw) is None
    (made,) = recoding.listed(finished.project)
    assert made.due == date.today() + timedelta(days=14)  # noqa: DTZ011 - as people count days


def test_without_anything_finished_it_is_said_why_nothing_can_be_drawn(window, world):
    def act(dialog):
        assert not dialog.accept_button.isEnabled()
        dialog.reject()

    assert drive(lambda: code_again(window, world.session), act) is None


def test_a_reminder_comes_when_it_is_due_and_goes_when_it_is_done(qtbot, finished):
    line = QWidget()
    qtbot.addWidget(line)
    button = DueButton(line)
    button.follow(finished.session)
    button.look()
    assert button.isHidden()
    recoding.begin(finished.project, "Ann", share=100, seed=1, days=3)
    button.look()
    assert button.isHidden()
    (made,) = recoding.listed(finished.project)
    finished.project.undo()
    again = recoding.begin(finished.project, "Ann", share=100, seed=1)
    button.look()
    assert not button.isHidden()
    assert button.text() == "2 documents to code again…"
    finished.session.act_as("Bo")
    button.look()
    assert button.isHidden()  # it is Ann's
    finished.session.act_as("Ann")
    coders.set_status(finished.project, again.document_ids, again.again.name, WorkStatus.FINISHED)
    button.look()
    assert button.isHidden()
    assert made.again.name == again.again.name
    button.leave()


def test_the_reminder_of_the_window_opens_the_dialog(qtbot, main_window, finished, tmp_path):
    recoding.begin(finished.project, "Ann", share=50, seed=1)
    finished.session.close()
    main_window.files.open_path(finished.project.path)
    main_window.show()
    main_window.desk.show_workspace("review")
    qtbot.waitUntil(lambda: main_window._due.isVisible())

    def act(dialog):
        assert dialog.code_button.isEnabled()
        dialog.code_button.click()

    drive(lambda: QTest.mouseClick(main_window._due, Qt.MouseButton.LeftButton), act)
    assert main_window.session.project.coder == "Ann (2)"
    (drawn,) = coders.to_do(main_window.session.project, "Ann (2)")
    assert main_window.desk.shown == "code"
    assert main_window.workspace.document.id == drawn
    qtbot.waitUntil(lambda: not main_window._due.isVisible())
    main_window.leave_project()
