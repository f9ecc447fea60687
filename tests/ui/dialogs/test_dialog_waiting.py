"""A dialog that waits for a worker gets its result, or nothing when that was stopped or refused."""

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qcode.model.errors import QcodeError
from qcode.ui.dialogs.waiting import waited
from qcode.ui.shell import operation
from qcode.ui.shell.message import MessageDialog
from qcode.ui.shell.operation import executor, in_thread
from qcode.ui.shell.progress import ProgressDialog


@pytest.fixture(autouse=True)
def threads():
    with executor(in_thread):
        yield


def test_the_result_of_a_worker_comes_back(window):
    here = threading.get_ident()
    there = waited(window, "Counting", lambda _: threading.get_ident())
    assert there is not None
    assert there != here


def test_cancel_gives_nothing(window, monkeypatch):
    monkeypatch.setattr(operation, "PATIENCE", 0)
    begun = threading.Event()

    def work(progress):
        begun.set()
        while True:
            progress(1, 2)
            threading.Event().wait(0.001)

    def stop():
        shown = QApplication.activeModalWidget()
        if begun.is_set() and isinstance(shown, ProgressDialog):
            shown.reject()

    timer = QTimer()
    timer.timeout.connect(stop)
    timer.start(5)
    assert waited(window, "Counting", work) is None
    timer.stop()


def test_a_refusal_is_shown_and_gives_nothing(window, monkeypatch):
    told = []
    monkeypatch.setattr(MessageDialog, "exec", lambda box: told.append(box))

    def refuse(_):
        raise QcodeError("The disk is full.")

    assert waited(window, "Counting", refuse) is None
    assert len(told) == 1


def test_the_window_may_be_waited_for_again_and_again(window):
    assert [waited(window, "Counting", lambda _, n=n: n) for n in range(5)] == list(range(5))
