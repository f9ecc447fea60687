"""Listens to the window while a step is done, and remembers how long it was silent."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.benchmarks import office

PAUSE_MS = 350  # a hand's own pause, longer than the pauses after which panels read again


class Heart:
    """Beats every millisecond and remembers the longest silence of each kind of step."""

    def __init__(self) -> None:
        self.silences: dict[str, list[tuple[float, float]]] = {}
        self._last = (0.0, 0.0)  # seconds passed, seconds worked
        self._longest = (0.0, 0.0)  # of each by itself: perhaps of two different silences
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        passed, worked = self._longest
        self._longest = max(passed, now[0] - self._last[0]), max(worked, now[1] - self._last[1])
        self._last = now

    def step(self, kind: str, work: Callable[[], object]) -> None:
        """Do one step as the event loop would, and listen until its traces are settled."""
        QApplication.processEvents()
        self._last, self._longest = (time.perf_counter(), time.thread_time()), (0.0, 0.0)
        QTimer.singleShot(0, work)
        office.wait(PAUSE_MS)
        self._beat()
        passed, worked = self._longest
        self.silences.setdefault(kind, []).append((passed * 1000, worked * 1000))


def type_into(heart: Heart, kind: str, letters: str) -> None:
    """Type into the field that has the keyboard, and clear it."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    for letter in letters:
        heart.step(kind, lambda letter=letter: QTest.keyClick(field, letter))
    heart.step(f"{kind}: clear", field.clear)
