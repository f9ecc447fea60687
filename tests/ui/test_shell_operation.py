"""Running services from the window."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from qcode.model.errors import Cancelled, QcodeError
from qcode.model.messages import Message
from qcode.ui.shell import operation
from qcode.ui.shell.operation import Operation, background, inline, quietly, sliced
from qcode.ui.shell.progress import ProgressDialog


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def presented(monkeypatch):
    shown = []
    monkeypatch.setattr(
        operation, "present", lambda parent, error, heading="": shown.append((error, heading))
    )
    return shown


def open_dialog():
    return next(
        (
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, ProgressDialog) and widget.isVisible()
        ),
        None,
    )


def refuse(*_):
    raise QcodeError("It cannot be.")


def test_an_operation_hands_the_project_over_and_the_result_back():
    operation_ = Operation("project", "Join", lambda p, a, b="": f"{p} {a} {b}", "x", b="y")
    assert operation_.run() == "project x y"
    assert operation_.error is None


def test_a_refused_operation_is_presented_under_its_label_and_gives_none(presented, window):
    operation_ = Operation(None, "Apply a12", refuse)
    assert operation_.run(window) is None
    [(error, heading)] = presented
    assert heading == "Apply a12"
    assert operation_.error is error


def test_a_bug_in_an_operation_is_not_swallowed(presented):
    with pytest.raises(ZeroDivisionError):
        Operation(1, "Divide", lambda one: one / 0).run()
    assert presented == []


def test_background_work_runs_elsewhere_and_ends_in_the_window(window, qtbot):
    threads, done = [], []

    def work(progress):
        threads.append(threading.get_ident())
        progress(1, 2)
        return "plan"

    background(window, work, lambda result: done.append((result, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(done))
    assert done == [("plan", threading.get_ident())]
    assert threads[0] != threading.get_ident()


def test_progress_of_background_work_is_told_in_the_window(window, qtbot):
    told, done = [], []

    def work(progress):
        for step in range(1, 4):
            progress(step, 3, Message("reading"))

    background(
        window,
        work,
        done.append,
        lambda *report: told.append((report, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(done))
    assert told[-1] == ((3, 3, Message("reading")), threading.get_ident())


def test_tests_run_background_work_inline(window):
    done = []
    with operation.executor(inline):
        background(window, lambda progress: threading.get_ident(), done.append)
    assert done == [threading.get_ident()]


def test_an_expected_failure_of_background_work_is_presented(window, qtbot, presented):
    failed = []
    background(window, refuse, failed.append, title="Import", on_failed=failed.append)
    qtbot.waitUntil(lambda: bool(presented))
    assert presented[0][1] == "Import"
    assert isinstance(failed[0], QcodeError)
    assert len(failed) == 1


def test_a_bug_in_background_work_reaches_the_reporter(window, qtbot, presented):
    with qtbot.captureExceptions() as caught:
        background(window, lambda progress: 1 / 0, lambda result: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert presented == []


def test_cancel_stops_background_work_at_its_next_report(window, qtbot, presented, monkeypatch):
    monkeypatch.setattr(operation, "PATIENCE", 0)
    failed, done = [], []

    def work(progress):
        for step in range(1_000_000):
            progress(step, 1_000_000, Message("reading"))
            QThread.msleep(1)

    background(window, work, done.append, title="Import", on_failed=failed.append)
    qtbot.waitUntil(lambda: open_dialog() is not None)
    dialog = open_dialog()
    assert dialog.isModal()
    dialog.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], Cancelled)
    assert done == []
    assert open_dialog() is None


def test_work_whose_window_went_away_is_stopped_and_told_to_nobody(qtbot):
    ended, done = threading.Event(), []
    window = QWidget()

    def work(progress):
        try:
            while True:
                progress(0)
                QThread.msleep(1)
        finally:
            ended.set()

    background(window, work, done.append, on_failed=done.append)
    window.deleteLater()
    qtbot.waitUntil(ended.is_set)
    qtbot.waitUntil(lambda: not operation._jobs)
    assert done == []


def test_at_closing_time_all_workers_are_stopped_and_waited_for(window):
    started, ended = threading.Event(), threading.Event()

    def work(progress):
        started.set()
        try:
            while True:
                progress(0)
                QThread.msleep(1)
        finally:
            ended.set()

    quietly(window, work, lambda result: None)
    assert started.wait(5)
    operation.stop_all()
    assert ended.is_set()


def test_sliced_work_runs_here_and_returns_its_result(window):
    assert sliced(window, "Merge", lambda progress: threading.get_ident()) == threading.get_ident()
    assert not operation.busy()


def test_sliced_work_keeps_the_window_alive(window, monkeypatch):
    monkeypatch.setattr(operation, "TICK", 0)
    beats = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(operation.busy()))
    timer.start(0)

    def work(progress):
        for step in range(50):
            progress(step, 50)

    sliced(window, "Merge", work)
    timer.stop()
    assert len(beats) > 10
    assert all(beats)


def test_cancel_makes_sliced_work_roll_back_and_gives_none(window, presented, monkeypatch):
    monkeypatch.setattr(operation, "TICK", 0)
    monkeypatch.setattr(operation, "PATIENCE", 0)
    rolled_back = []

    def work(progress):
        try:
            for step in range(1_000):
                progress(step, 1_000)
                if step == 5:
                    QTest.keyClick(open_dialog(), Qt.Key.Key_Escape)
        except Cancelled:
            rolled_back.append(step)
            raise
        return "finished"

    assert sliced(window, "Merge", work) is None
    assert rolled_back and rolled_back[0] < 10
    assert [type(error) for error, _ in presented] == [Cancelled]
    assert open_dialog() is None
    assert not operation.busy()


def test_a_refusal_in_sliced_work_is_presented(window, presented):
    assert sliced(window, "Merge", refuse) is None
    assert presented[0][1] == "Merge"


def test_a_bug_in_sliced_work_leaves_the_window_usable(window):
    with pytest.raises(ZeroDivisionError):
        sliced(window, "Merge", lambda progress: 1 / 0)
    assert not operation.busy()
    assert sliced(window, "Merge", lambda progress: "again") == "again"


def test_sliced_work_inside_sliced_work_is_refused(window):
    with pytest.raises(RuntimeError, match="inside"):
        sliced(window, "Merge", lambda progress: sliced(window, "Merge", lambda inner: None))
    assert not operation.busy()


def test_keys_typed_before_the_dialog_of_background_work_shows_are_not_lost_into_the_window(
    qtbot, window, monkeypatch
):
    monkeypatch.setattr(operation, "PATIENCE", 60)
    field = QLineEdit(window)
    field.show()
    stop, done = threading.Event(), []
    background(window, lambda progress: stop.wait(5), done.append)
    QTest.keyClick(field, Qt.Key.Key_A)
    assert field.text() == ""
    stop.set()
    qtbot.waitUntil(lambda: bool(done))
    QTest.keyClick(field, Qt.Key.Key_A)
    assert field.text() == "a"
