"""Once for all that is going on now, and in time for the next picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Soon(QObject):
    """Calls ``work`` once after any number of ``start``, as soon as the present event is over.

    A timer of no milliseconds would come after the window has been painted, and have it painted
    once more; this comes before.
    """

    _due = Signal()

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._waiting = False
        self._due.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Have it called soon."""
        if not self._waiting:
            self._waiting = True
            self._due.emit()

    def stop(self) -> None:
        """Have it not called any more: what it does has been done."""
        self._waiting = False

    def _call(self) -> None:
        if self._waiting:
            self._waiting = False
            self._work()
