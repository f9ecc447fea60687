"""Read-only connections to a project file, kept from one reading to the next."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qcode.store import migrations, visibility
from qcode.store.connection import Connection, connect


class Readers:
    """Read-only connections to one file; any thread may read."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._idle: list[Connection] = []
        self._guard = threading.Lock()
        self._closed = False

    @contextmanager
    def snapshot(self, viewer: str | None = None) -> Iterator[Connection]:
        """Yield a connection that sees one state of the file, whatever is written meanwhile.

        In a project that is coded blind it sees what the coder ``viewer`` may see, None sees all.
        """
        with self._guard:
            reader = self._idle.pop() if self._idle else None
        if reader is None:
            reader = Connection(connect(self._file, "ro"))
            (version,) = reader.raw.execute("PRAGMA user_version").fetchone()
            migrations.stand_in(reader.raw, version)
        raw = reader.raw
        try:
            _begin(reader, viewer)
            try:
                yield reader
            finally:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")
        except BaseException:
            raw.close()
            raise
        with self._guard:
            if not self._closed:
                self._idle.append(reader)
                return
        raw.close()

    def close(self) -> None:
        """Close the idle connections now and those in use when they come back."""
        with self._guard:
            self._closed = True
            idle, self._idle = self._idle, []
        for reader in idle:
            reader.raw.close()


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
