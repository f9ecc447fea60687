"""Versions of the codebook are named, compared and written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit
from qcode.model.versions import DifferenceKind
from qcode.services import codes, versions

from tests.ui.dialogs.driving import drive


@pytest.fixture
def shown(page):
    return page("versions")


@pytest.fixture
def named(shown, project):
    """The page with a version, and a codebook that has changed since."""
    first = versions.name_version(project, "After three talks", "before the theory")
    shown._compare_from(shown.rows.index(0, 0))
    return first


def test_the_present_codebook_is_named_in_a_dialog(shown, project, window):
    def act(dialog):
        dialog.findChild(QLineEdit).setText("  Pilot   study ")
        dialog.accept()

    drive(shown.make.click, act)
    assert [one.name for one in versions.listed(project)] == ["Pilot study"]
    assert shown.rows.at(0).name == "Pilot study"
    window.undo()
    assert shown.rows.rowCount() == 0


def test_what_comes_after_a_version_is_shown_once_it_is_named(shown, project, made):
    def act(dialog):
        dialog.findChild(QLineEdit).setText("Pilot")
        dialog.accept()

    assert shown.differences.kinds() == [DifferenceKind.ADDED]
    drive(shown.make.click, act)
    assert (shown.older.currentText(), shown._result.text()) == ("Pilot", "Nothing differs.")
    codes.rename(project, made.lamp, "waiting")
    assert shown.differences.kinds() == [DifferenceKind.RENAMED]


def test_what_has_changed_since_is_listed_by_kind(shown, named, project, made):
    codes.merge(project, [made.near], made.twice, reason="one gesture")
    codes.rename(project, made.lamp, "waiting")
    assert shown.differences.kinds() == [DifferenceKind.MERGED, DifferenceKind.RENAMED]
    lower = shown.differences.first().data(Qt.ItemDataRole.UserRole)
    assert "calling twice" in lower
    assert "because: one gesture" in lower
    assert "merged: 1" in shown._result.text()


def test_nothing_differs_from_the_present_state(shown, named):
    assert shown._result.text() == "Nothing differs."
    assert not shown.export.isEnabled()


def test_two_versions_are_compared_and_the_beginning_is_one_of_them(shown, named):
    shown.older.setCurrentIndex(shown.older.findText("the beginning"))
    shown.newer.setCurrentIndex(shown.newer.findText("After three talks"))
    shown.newer.activated.emit(shown.newer.currentIndex())
    assert shown.differences.kinds() == [DifferenceKind.ADDED]
    assert shown.newer.currentText() == "After three talks"


def test_enter_on_a_difference_opens_the_passages_of_the_code(shown, named, project, made):
    codes.rename(project, made.lamp, "waiting")
    asked = []
    shown.passagesRequested.connect(asked.append)
    shown.list.setCurrentIndex(shown.differences.first())
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert asked == [[made.lamp]]


def test_a_version_is_renamed_and_deleted(shown, named, project, window):
    def act(dialog):
        dialog.findChild(QLineEdit).setText("Pilot")
        dialog.accept()

    drive(shown.edit.click, act)
    assert shown.rows.at(0).name == "Pilot"
    assert shown.older.findText("Pilot") >= 0
    shown.delete.click()
    assert versions.listed(project) == []
    assert shown.older.currentText() == "the beginning"
    window.undo()
    assert shown.rows.at(0).name == "Pilot"


def test_comparison_and_version_are_written(shown, named, project, made, tmp_path):
    codes.rename(project, made.lamp, "waiting")
    for button, name in ((shown.export, "compared.docx"), (shown.export_version, "then.docx")):
        out = tmp_path / name

        def write(dialog, out=out):
            dialog._file.set_path(out)
            dialog.accept()

        def close(dialog):
            dialog.findChild(QDialogButtonBox).rejected.emit()

        drive(button.click, write, close)
        assert out.read_bytes().startswith(b"PK")
