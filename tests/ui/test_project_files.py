"""Opening a project that cannot be written: reading is offered, and Cancel leaves all as it was."""

import os

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from qcode.model.errors import WriteProtected
from qcode.store.lock import WriteLock

from tests.ui.inspector_project import make


@pytest.fixture
def path(tmp_path):
    make(tmp_path / "harbour.qcode").session.close()
    return tmp_path / "harbour.qcode"


@pytest.fixture
def window(at_once, path, main_window):
    main_window.show()
    yield main_window
    main_window.leave_project()


def answered(key):
    """Press a key in the dialog that opens next; returns its words and buttons, once it did."""
    seen = []

    def answer():
        dialog = QApplication.activeModalWidget()
        seen.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        seen.append([button.text() for button in dialog.findChildren(QPushButton)])
        QTest.keyClick(dialog, key)

    QTimer.singleShot(50, answer)
    return seen


@pytest.fixture(params=["the file", "the folder"])
def protected(request, path, monkeypatch):
    """The system refuses to have the file, or anything beside it, written."""
    if request.param == "the file":
        may = os.access
        monkeypatch.setattr(os, "access", lambda name, mode: mode != os.W_OK and may(name, mode))
    else:

        def refuse(lock, **_):
            raise PermissionError(lock.lock_file)

        monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    return path


def test_a_write_protected_project_is_offered_for_reading(window, protected):
    seen = answered(Qt.Key.Key_Return)
    window.files.open_path(protected)
    assert "write-protected" in seen[0] and "Open read-only" in seen[1]
    assert window.session.project.path == protected
    assert not window.session.writable


def test_who_declines_to_read_a_protected_project_has_none_open(window, protected):
    seen = answered(Qt.Key.Key_Escape)
    window.files.open_path(protected)
    assert "write-protected" in seen[0]
    assert window.session is None


def test_a_project_that_became_protected_leaves_the_open_one_open(window, path, tmp_path):
    other = tmp_path / "other.qcode"
    make(other).session.close()
    window.files.open_path(path)
    with pytest.MonkeyPatch.context() as patch:
        may = os.access
        patch.setattr(os, "access", lambda name, mode: mode != os.W_OK and may(name, mode))
        answered(Qt.Key.Key_Escape)
        window.files.open_path(other)
    assert window.session.project.path == path and window.session.writable


def test_the_lock_tells_a_protected_folder_apart_from_a_held_lock(path, monkeypatch):
    def refuse(lock, **_):
        raise PermissionError(lock.lock_file)

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    with pytest.raises(WriteProtected):
        WriteLock(path).acquire("now", "test")
