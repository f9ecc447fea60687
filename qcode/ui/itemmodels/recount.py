"""Reading again what takes long in a large project, without holding the window."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from qcode.ui.shell.operation import quietly

PROMPT_BYTES = 4_000_000  # a project file of this size is counted faster than a thread starts
PROMPT_SECONDS = 0.02


class Recount(QObject):
    """Calls ``take(read())`` whenever asked: at once while that is quick, else in a worker.

    Requests that come while the worker reads are answered by one more reading.
    """

    def __init__(
        self,
        owner: QObject,
        file: Path,
        read: Callable[[], Any],
        take: Callable[[Any], None],
    ) -> None:
        super().__init__(owner)
        self._read = read
        self._take = take
        self._prompt = _size(file) < PROMPT_BYTES
        self._reading = False
        self._again = False
        self._once: tuple[Callable[[], Any], Callable[[Any], None]] | None = None

    @property
    def reading(self) -> bool:
        """Whether a worker is on its way."""
        return self._reading

    def ask(self) -> None:
        """Read soon; the result is taken in the window's thread."""
        if self._reading:
            self._again = True
        elif self._prompt:
            began = time.perf_counter()
            result = self._read()
            self._prompt = time.perf_counter() - began < PROMPT_SECONDS
            self._take(result)
        else:
            self._reading = True
            QTimer.singleShot(0, self, self._start)  # after what is being painted now

    def ask_once(self, read: Callable[[], Any], take: Callable[[Any], None]) -> None:
        """Call ``take(read())`` from a worker instead, for a shorter way to the same result.

        Where another change comes meanwhile, its result is dropped and everything is read.
        """
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._once = (read, take)
        QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        if self._again and self._once is not None:
            self._again, self._once = False, None
        read = self._once[0] if self._once is not None else self._read
        job = quietly(self, lambda _progress: read(), self._done)
        job.failed.connect(self._failed)

    def _done(self, result: Any) -> None:
        self._reading = False
        once, self._once = self._once, None
        if once is None:
            self._take(result)
        elif not self._again:
            once[1](result)
        if self._again:
            self._again = False
            self.ask()

    def _failed(self, error: BaseException) -> None:
        self._reading = self._again = False
        self._once = None
        del error  # told by whoever started the worker


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
