"""What a window does while nobody does anything: small things, one after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from importlib import import_module
from linecache import clearcache

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 60
"""Rest between two steps, in which keys and clicks are heard."""


class Idle(QObject):
    """Takes ``steps`` once, the first after ``begin_ms``; each must be shorter than a picture.

    It makes ready what was not made when the window opened, so that its first use is no slower
    than the second. Nothing may depend on it: who is quicker makes what he needs himself.
    """

    def __init__(
        self, steps: Iterable[Callable[[], object]], begin_ms: int, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._steps = deque(steps)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        # From the moment at which what is going on now is over, however long that takes.
        QTimer.singleShot(0, self, lambda: self._begin(begin_ms))

    def stop(self) -> None:
        """Leave out what is still to be done."""
        self._steps.clear()
        self._timer.stop()

    def _begin(self, begin_ms: int) -> None:
        if self._steps:
            self._timer.start(begin_ms)

    def _next(self) -> None:
        if self._steps:
            step = self._steps.popleft()
            step()
        if self._steps:
            self._timer.start(PAUSE_MS)


def loading(*modules: str) -> list[Callable[[], object]]:
    """Return one step for each module, which loads it."""
    return [lambda name=name: import_module(name) for name in modules]


def forget_sources() -> None:
    """Let go of the sources of the modules loaded so far.

    PySide looks into the source of each, and Python keeps what was read for ever: seven megabytes
    that only a traceback asks for, which reads them from the disk again.
    """
    clearcache()
