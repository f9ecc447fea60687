"""Restoring says what it will do before it does it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from qcode.services import backups, overview
from qcode.ui.dialogs.restore import BackupChoice, RestoreDialog, choose_backup

from tests.ui.dialogs.driving import drive


@pytest.fixture
def kept(session):
    """Two backups, and one step after the second."""
    project = session.project
    first = backups.back_up(project, "opened")
    overview.rename(project, "Second name")
    second = backups.back_up(project, "asked")
    overview.rename(project, "Third name")
    return first, second


def cells(dialog):
    view = dialog.view
    return [
        [view.topLevelItem(row).text(column) for column in range(1, 3)]
        for row in range(view.topLevelItemCount())
    ]


def outcome(dialog):
    return dialog._outcome.text()


def test_backups_are_listed_newest_first_with_reason_and_steps(window, session, settings, kept):
    dialog = RestoreDialog(window, session.project, settings)
    assert cells(dialog) == [["made by hand", "1"], ["when the project was opened", "2"]]


def test_the_newest_goes_to_the_open_project_unless_told_otherwise(window, session, settings, kept):
    choice = drive(lambda: choose_backup(window, session.project, settings), lambda d: d.accept())
    assert choice == BackupChoice(kept[1].path, session.project.path)


def test_it_says_that_the_present_state_is_backed_up_first(window, session, settings, kept):
    dialog = RestoreDialog(window, session.project, settings)
    assert "backed up first" in outcome(dialog)
    assert "study.qcode" in outcome(dialog)
    dialog.target.set_path(session.project.path.with_name("copy.qcode"))
    assert "Nothing is replaced" in outcome(dialog)


def test_cancelling_chooses_nothing(window, session, settings, kept):
    assert (
        drive(lambda: choose_backup(window, session.project, settings), lambda d: d.reject())
        is None
    )


def test_another_file_can_be_chosen(window, session, settings, kept, tmp_path, monkeypatch):
    other = tmp_path / "elsewhere.qcode"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))

    def act(dialog):
        (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Other file…"]
        button.click()
        assert "elsewhere.qcode" in outcome(dialog)
        dialog.accept()

    choice = drive(lambda: choose_backup(window, session.project, settings), act)
    assert choice.backup == other


def test_without_a_backup_or_a_place_nothing_can_be_restored(window, settings, tmp_path):
    dialog = RestoreDialog(window, None, settings)
    assert not dialog.accept_button.isEnabled()
    assert dialog.view.isHidden()


def test_without_an_open_project_every_project_with_backups_is_offered(
    window, session, settings, kept, tmp_path
):
    dialog = RestoreDialog(window, None, settings)
    assert dialog._which.currentText() == "Second name"
    assert dialog.view.topLevelItemCount() == 2
    assert not dialog.accept_button.isEnabled()
    dialog.target.field.setText(str(tmp_path / "again"))
    assert dialog.accept_button.isEnabled()
    assert dialog.choice() == BackupChoice(kept[1].path, tmp_path / "again.qcode")


def test_the_place_of_a_project_that_was_open_before_is_proposed(window, session, settings, kept):
    settings.remember(session.project.path, "Second name")
    assert RestoreDialog(window, None, settings).target.path() == session.project.path


def test_a_backup_is_not_put_in_its_own_place(window, session, settings, kept):
    dialog = RestoreDialog(window, session.project, settings)
    dialog.target.set_path(kept[1].path)
    assert not dialog.accept_button.isEnabled()


def test_steps_are_not_counted_for_a_course_that_was_left(session, kept):
    project = session.project
    later = backups.BackupFile(Path("x"), datetime(2000, 1, 1, tzinfo=UTC), "asked", 2, 1, "0")
    ahead = backups.BackupFile(Path("y"), datetime.now(UTC), "asked", 99, 1, "0")
    assert backups.steps_since(project, [*kept, later, ahead]) == {
        kept[0].path: 2,
        kept[1].path: 1,
    }


def test_a_folder_alone_is_no_place_for_a_project(window, session, settings, kept):
    dialog = RestoreDialog(window, session.project, settings)
    dialog.target.set_path(Path("/"))
    assert not dialog.accept_button.isEnabled()
    dialog.target.set_path(session.project.path.with_name("copy"))
    assert dialog._target() == session.project.path.with_name("copy.qcode")
