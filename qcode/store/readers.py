"""Read-only connections to a project file, kept from one reading to the next."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from qcode.store import migrations, visibility
from qcode.store.connection import Connection, connect

_Seen = tuple[int, str | None]  # after how many writings, and by whom


class Readers:
    """Read-only connections to one file; any thread may read."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._idle: list[Connection] = []
        self._guard = threading.Lock()
        self._closed = False
        self._threads = _Threads()
        self._writes = 0

    def begin(self, viewer: str | None) -> tuple[Connection, bool]:
        """Begin a reading: of one state of the file, whatever is written meanwhile.

        In a project that is coded blind it sees what the coder ``viewer`` may see, None sees all.
        What is returned is the connection and whether others share it; the same thread hands both
        to ``end``.
        """
        mine, wanted = self._threads.mine, (self._writes, viewer)
        reader = mine.reader
        if reader is None or mine.seen != wanted:
            if not mine.gathering or mine.users:
                return self._begun(viewer), False
            self._end_shared(mine)
            reader = mine.reader = self._begun(viewer)
            mine.seen = wanted
        mine.users += 1
        return reader, True

    def end(self, reader: Connection, shared: bool, error: BaseException | None) -> None:
        """End a reading in which ``error`` happened, None where all went well."""
        if not shared:
            self._ended(reader, error)
            return
        mine = self._threads.mine
        mine.users -= 1
        if isinstance(error, sqlite3.Error):  # nobody reads on with what may be damaged
            if mine.reader is reader:
                mine.reader = mine.seen = None
            reader.raw.close()
        elif not mine.users and mine.reader is not reader:  # it was used longer than the others
            self._ended(reader)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let all that this thread reads inside be one reading, begun anew after each writing.

        A step of the user has a dozen small readings follow it, and to begin one takes as long as
        most of them last.
        """
        mine = self._threads.mine
        if mine.gathering:
            yield
            return
        mine.gathering = True
        try:
            yield
        finally:
            mine.gathering = False
            self._end_shared(mine)

    def written(self) -> None:
        """Tell that the file has another state now: no reading that is gathered goes on."""
        self._writes += 1

    def _end_shared(self, mine: _Mine) -> None:
        reader, mine.reader, mine.seen = mine.reader, None, None
        if reader is not None and not mine.users:
            self._ended(reader)

    def _ended(self, reader: Connection, error: BaseException | None = None) -> None:
        try:
            if reader.raw.in_transaction:
                reader.raw.execute("ROLLBACK")
        except sqlite3.Error as failed:
            error = failed
        if error is None:
            self._give_back(reader)
        else:
            reader.raw.close()

    def _begun(self, viewer: str | None) -> Connection:
        reader = self._take()
        try:
            _begin(reader, viewer)
        except BaseException:
            reader.raw.close()
            raise
        return reader

    def _take(self) -> Connection:
        with self._guard:
            reader = self._idle.pop() if self._idle else None
        if reader is None:
            reader = Connection(connect(self._file, "ro"))
            (version,) = reader.raw.execute("PRAGMA user_version").fetchone()
            migrations.stand_in(reader.raw, version)
        return reader

    def _give_back(self, reader: Connection) -> None:
        with self._guard:
            if not self._closed:
                self._idle.append(reader)
                return
        reader.raw.close()

    def close(self) -> None:
        """Close the idle connections now and those in use when they come back."""
        self._end_shared(self._threads.mine)
        with self._guard:
            self._closed = True
            idle, self._idle = self._idle, []
        for reader in idle:
            reader.raw.close()


class Reading:
    """A block that reads with the connection which it is given; a dozen of them follow each step.

    ``allow`` is called first and may refuse; ``explain`` hears what failed and may raise the
    sentence for it.
    """

    __slots__ = ("_allow", "_begun", "_explain", "_readers", "_viewer")

    def __init__(
        self,
        readers: Readers,
        viewer: str | None,
        allow: Callable[[], None],
        explain: Callable[[BaseException], None],
    ) -> None:
        self._readers = readers
        self._viewer = viewer
        self._allow = allow
        self._explain = explain

    def __enter__(self) -> Connection:
        self._allow()
        try:
            self._begun = self._readers.begin(self._viewer)
        except Exception as error:
            self._explain(error)
            raise
        return self._begun[0]

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self._readers.end(*self._begun, error)
        if error is not None:
            self._explain(error)


class _Mine:
    """What one thread reads together: see ``Readers.together``."""

    __slots__ = ("gathering", "reader", "seen", "users")

    def __init__(self) -> None:
        self.gathering = False
        self.reader: Connection | None = None
        self.seen: _Seen | None = None  # by ``reader``
        self.users = 0  # who reads with it just now


class _Threads(threading.local):
    def __init__(self) -> None:
        self.mine = _Mine()


def _begin(reader: Connection, viewer: str | None) -> None:
    """Begin a reading that is limited as the state which it sees demands.

    Whether the project is coded blind may have changed since the connection was used last, also by
    another program, so it is asked in the reading itself.
    """
    raw: sqlite3.Connection = reader.raw
    raw.execute("BEGIN")
    while (wanted := visibility.limit_for(raw, viewer)) != reader.limit:
        raw.execute("ROLLBACK")  # views that are made inside would go with the reading
        visibility.limit(raw, wanted)
        reader.limit = wanted
        raw.execute("BEGIN")
