"""Errors as the user meets them."""

from __future__ import annotations

import logging
import sys
import threading

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from qcode.model.errors import Cancelled, QcodeError
from qcode.ui.shell import errors
from qcode.ui.shell.message import MessageDialog, ReportDialog


@pytest.fixture
def dialogs(qapp):
    """Read and close every dialog that opens; holds the words of each."""
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            words = [label.text() for label in dialog.findChildren(QLabel)]
            seen.append((type(dialog), words))
            dialog.accept()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    yield seen
    timer.stop()


def log(home):
    return (home / "logs" / "qcode.log").read_text(encoding="utf-8")


def test_an_expected_error_is_a_sentence_under_what_was_being_done(qapp, dialogs):
    errors.present(None, QcodeError("{file} is locked. Close it first.", file="a.qcode"), "Open")
    [(kind, words)] = dialogs
    assert kind is MessageDialog
    assert "Open" in words
    assert "a.qcode is locked. Close it first." in words


def test_a_cancellation_needs_no_words(qapp, dialogs):
    errors.present(None, Cancelled("Stopped."))
    assert dialogs == []


def test_an_unexpected_exception_in_a_slot_is_reported_and_the_program_goes_on(
    reporter, dialogs, qtbot, home
):
    sys.excepthook(*caught(ValueError("text of the user")))
    qtbot.waitUntil(lambda: bool(dialogs))
    assert dialogs[0][0] is ReportDialog
    assert "ValueError: text of the user" in log(home)


def test_an_exception_in_a_thread_is_shown_in_the_thread_of_the_window(
    reporter, dialogs, qtbot, home
):
    def work():
        raise KeyError("gone")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(dialogs))
    assert dialogs[0][0] is ReportDialog
    assert "KeyError" in log(home)


def test_an_expected_error_that_nobody_caught_is_still_only_a_sentence(reporter, dialogs, qtbot):
    sys.excepthook(*caught(QcodeError("The disk is full. Make room.")))
    qtbot.waitUntil(lambda: bool(dialogs))
    assert dialogs[0][0] is MessageDialog
    assert "The disk is full. Make room." in dialogs[0][1]


def test_a_fault_that_comes_again_and_again_opens_one_dialog(reporter, qtbot, home):
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            seen.append(dialog)
            for _ in range(5):
                reporter.handle(ValueError("again"))
            QTimer.singleShot(50, dialog.accept)

    QTimer.singleShot(30, look)
    reporter.handle(ValueError("first"))
    qtbot.waitUntil(lambda: bool(seen) and QApplication.activeModalWidget() is None)
    qtbot.wait(60)
    assert len(seen) == 1
    assert QApplication.activeModalWidget() is None
    assert log(home).count("ValueError: again") == 5


def test_warnings_of_qt_are_logged(reporter, home):
    qWarning("a pen without ink")
    assert "a pen without ink" in log(home)


def test_removing_gives_the_former_hooks_back(qapp):
    before = (sys.excepthook, threading.excepthook, list(logging.getLogger().handlers))
    made = errors.Reporter()
    made.install()
    assert sys.excepthook is not before[0]
    made.remove()
    assert (sys.excepthook, threading.excepthook) == before[:2]
    assert logging.getLogger().handlers == before[2]


def test_the_report_names_lines_and_nothing_of_the_user(tmp_path):
    try:
        try:
            raise KeyError("a secret quotation")
        except KeyError as inner:
            raise ValueError(f"in {tmp_path}") from inner
    except ValueError as error:
        words = errors.report(error)
    assert "builtins.ValueError" in words
    assert "caused by builtins.KeyError" in words
    assert "test_shell_errors.py:" in words
    assert "secret" not in words
    assert str(tmp_path) not in words
    assert "qcode 0" in words
    assert "Qt 6" in words


def test_the_report_can_be_copied(qtbot, tmp_path):
    dialog = ReportDialog(None, "qcode\nlines", tmp_path)
    qtbot.addWidget(dialog)
    copy = next(
        button for button in dialog.findChildren(QPushButton) if button.text() == "Copy report"
    )
    copy.click()
    assert QGuiApplication.clipboard().text() == "qcode\nlines"
    assert copy.text() == "Copied"


def test_a_full_log_gives_way_to_a_new_one(home, monkeypatch):
    monkeypatch.setattr(errors, "LOG_BYTES", 200)
    file = errors.LogFile()
    for number in range(40):
        file.emit(logging.LogRecord("qcode", logging.INFO, "", 0, f"line {number}", None, None))
    file.close()
    names = sorted(path.name for path in (home / "logs").iterdir())
    assert names == ["qcode.1.log", "qcode.2.log", "qcode.log"]
    assert "line 39" in log(home)
    assert "line 39" not in (home / "logs" / "qcode.1.log").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_stops_nothing(home, monkeypatch):
    home.mkdir(parents=True)
    (home / "logs").write_text("a file where the folder should be", encoding="utf-8")
    file = errors.LogFile()
    file.emit(logging.LogRecord("qcode", logging.INFO, "", 0, "words", None, None))
    file.close()
    assert (home / "logs").is_file()


def caught(error):
    try:
        raise error
    except type(error) as raised:
        return type(raised), raised, raised.__traceback__
