"""Hands for dialogs that run until they are closed."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

PATIENCE_MS = 20
MOST_LOOKS = 250  # of the patience above, until somebody gives up


def drive(call, *acts):
    """Run ``call``, which shows dialogs; act on the topmost active one, each act in its turn.

    An act is a function of the dialog. Returns what ``call`` returns. Fails when an act fails, when
    a dialog that an act waits for never comes, or when one stays open after the last act.
    """
    waiting = list(acts)
    looks = 0
    failures = []

    def look():
        nonlocal looks
        looks += 1
        dialog = QApplication.activeModalWidget()
        if looks > MOST_LOOKS:
            failures.append("a dialog stayed open" if not waiting else "no dialog was shown")
            _close_all()
        elif not waiting or dialog is None or not dialog.isActiveWindow():
            timer.start(PATIENCE_MS)
        else:
            timer.start(PATIENCE_MS)
            try:
                waiting.pop(0)(dialog)
            except BaseException as error:  # raised below, after the dialogs are gone
                failures.append(error)
                timer.stop()
                _close_all()

    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(look)
    timer.start(0)
    result = call()
    timer.stop()
    for failure in failures:
        if isinstance(failure, BaseException):
            raise failure
        pytest.fail(failure)
    assert not waiting, "not every act had its dialog"
    return result


def _close_all():
    """Close every dialog; one that asks back stays open and is left to the test's time limit."""
    for dialog in QApplication.topLevelWidgets():
        if dialog.isModal() and dialog.isVisible():
            dialog.close()
