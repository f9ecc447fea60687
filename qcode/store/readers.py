"""Read-only connections to a project file, kept from one reading to the next."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
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
        self._mine = _Mine()
        self._writes = 0

    @contextmanager
    def snapshot(self, viewer: str | None = None) -> Iterator[Connection]:
        """Yield a connection that sees one state of the file, whatever is written meanwhile.

        In a project that is coded blind it sees what the coder ``viewer`` may see, None sees all.
        """
        mine, wanted = self._mine, (self._writes, viewer)
        if mine.gathering and (mine.seen == wanted or not mine.users):
            with self._shared(wanted) as reader:
                yield reader
            return
        with self._single(viewer) as reader:
            yield reader

    @contextmanager
    def _single(self, viewer: str | None) -> Iterator[Connection]:
        reader = self._begun(viewer)
        try:
            try:
                yield reader
            finally:
                _end(reader)
        except BaseException:
            reader.raw.close()
            raise
        self._give_back(reader)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let all that this thread reads inside be one reading, begun anew after each writing.

        A step of the user has a dozen small readings follow it, and to begin one takes as long as
        most of them last.
        """
        if self._mine.gathering:
            yield
            return
        self._mine.gathering = True
        try:
            yield
        finally:
            self._mine.gathering = False
            self._end_shared()

    def written(self) -> None:
        """Tell that the file has another state now: no reading that is gathered goes on."""
        self._writes += 1

    @contextmanager
    def _shared(self, wanted: _Seen) -> Iterator[Connection]:
        mine = self._mine
        if mine.seen != wanted:
            self._end_shared()
            mine.reader, mine.seen = self._begun(wanted[1]), wanted
        reader = mine.reader
        assert reader is not None
        mine.users += 1
        try:
            yield reader
        except sqlite3.Error:  # nobody reads on with what may be damaged
            if mine.reader is reader:
                mine.reader = mine.seen = None
            reader.raw.close()
            raise
        finally:
            mine.users -= 1
        if not mine.users and mine.reader is not reader:  # it was used longer than the others
            self._ended(reader)

    def _end_shared(self) -> None:
        mine = self._mine
        reader, mine.reader, mine.seen = mine.reader, None, None
        if reader is not None and not mine.users:
            self._ended(reader)

    def _ended(self, reader: Connection) -> None:
        try:
            _end(reader)
        except sqlite3.Error:
            reader.raw.close()
        else:
            self._give_back(reader)

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
        self._end_shared()
        with self._guard:
            self._closed = True
            idle, self._idle = self._idle, []
        for reader in idle:
            reader.raw.close()


class _Mine(threading.local):
    """What one thread reads together: see ``Readers.together``."""

    gathering = False
    reader: Connection | None = None
    seen: _Seen | None = None  # by ``reader``
    users: int = 0  # who reads with it just now


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


def _end(reader: Connection) -> None:
    if reader.raw.in_transaction:
        reader.raw.execute("ROLLBACK")
