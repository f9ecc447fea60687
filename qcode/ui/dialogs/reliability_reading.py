"""Tables of ratings read and measured in a worker; what was asked for last is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qcode.model.errors import QcodeError
from qcode.services.agreement import rating_tables, ratings
from qcode.services.agreement.rating_tables import RatingTable
from qcode.ui.shell.operation import quietly


class RatingReader(QObject):
    """Keeps where the table came from, so that it can be read otherwise."""

    tableRead = Signal(object, object)
    """The ``RatingTable`` or a ``QcodeError``, and how its first row was to be read."""

    measured = Signal(object, object)
    """The ``Reliability`` or a ``QcodeError``, and the coders that were compared."""

    begun, ended = Signal(), Signal()
    """Something is being read or measured; what was asked for last is there, or given up."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._read: Callable[[bool | None], RatingTable] | None = None
        self._asked = 0

    @property
    def knows(self) -> bool:
        """Whether there is something that can be read again."""
        return self._read is not None

    def read_text(self, text: str) -> None:
        """Read a table that was copied from a sheet."""
        self._read = lambda headed: rating_tables.from_text(text, headed)
        self.again(None)

    def read_file(self, path: Path) -> None:
        """Read the table in a file."""
        self._read = lambda headed: rating_tables.from_file(path, headed)
        self.again(None)

    def again(self, headed: bool | None) -> None:
        """Read once more; ``headed``: the first row names the coders, None: as it seems."""
        read = self._read
        if read is not None:
            self._work(lambda: read(headed), lambda found: self.tableRead.emit(found, headed))

    def measure(
        self,
        table: RatingTable,
        offered: Sequence[str],
        coders: Sequence[str],
        missing: Sequence[str],
    ) -> None:
        """Measure the agreement of some columns of a table."""
        self._work(
            lambda: ratings.of_table(table, offered, coders, missing),
            lambda found: self.measured.emit(found, coders),
        )

    def forget(self) -> None:
        """Tell nothing of what is going on."""
        self._asked += 1
        self.ended.emit()

    def _work(self, call: Callable[[], object], tell: Callable[[object], None]) -> None:
        self._asked += 1
        asked = self._asked

        def work(_: object) -> object:
            try:
                return call()
            except QcodeError as error:
                return error

        def done(found: object) -> None:
            if asked == self._asked:
                self.ended.emit()
                tell(found)

        self.begun.emit()
        quietly(self, work, done)
