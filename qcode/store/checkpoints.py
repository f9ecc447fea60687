"""Folding the write-ahead log into the project file, by a thread of its own while one rests.

SQLite folds the log in at the end of whichever change makes it long enough, and that change waits:
fifty milliseconds in the middle of a day's coding, more after a large one. Here a thread does the
same over a connection of its own. It reads the log and writes the file, so changes and readings go
on meanwhile; a process killed in the midst of it loses nothing, for the log stays valid until every
page of it is on the disk.

Should the thread never come to it, changes fold a log of ``MOST_PAGES`` in themselves, as ever.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import suppress
from pathlib import Path

from qcode.model.errors import QcodeError
from qcode.store.connection import connect
from qcode.store.standing import Standing

MOST_PAGES = 16_384  # 64 megabytes: from there on a change waits for the log
CHANGES = 50  # changes after which the log is folded in
ROWS = 2_000  # or so many rows of them
BYTES = 4_000_000  # or so many bytes by which the log has grown
REST = 2.0  # seconds without a change before it begins
PATIENCE = 20.0  # seconds after which it begins although changes go on


class Checkpoints:
    """Counts what is written to one project file and folds the log in when it is worth it."""

    def __init__(self, file: Path, standing: Standing, writer: sqlite3.Connection) -> None:
        self._file = file
        self._standing = standing
        self._writer = writer
        self._changes = 0
        self._rows = writer.total_changes
        self._bytes = 0  # the size of the log when it was folded in last
        self._news = threading.Condition()
        self._written = False
        self._ended = False
        self._thread: threading.Thread | None = None
        self._connection: sqlite3.Connection | None = None  # of the thread
        writer.execute(f"PRAGMA wal_autocheckpoint={MOST_PAGES}")

    def written(self) -> None:
        """Hear that a change was committed; some microseconds."""
        self._changes += 1
        with self._news:
            if self._thread is not None and self._thread.is_alive():
                self._written = True  # it begins the later
                return
        if not self._due():
            return
        self._changes, self._rows = 0, self._writer.total_changes
        if self._connection is None:
            # Now, when the file has just been found to be ours, and kept: who opened another file
            # that came into its place would fold our log into that, if only by closing it again.
            try:
                self._connection = connect(self._file, "rw")
            except sqlite3.Error:
                return  # the change stands; the log grows until a later one
        self._thread = threading.Thread(
            target=self._run, args=(self._connection,), name="qcode checkpoint", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End for good; a folding that has begun is waited for."""
        with self._news:
            self._ended = True
            self._news.notify()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _due(self) -> bool:
        return (
            self._changes >= CHANGES
            or self._writer.total_changes - self._rows >= ROWS
            or self._standing.log_size() - self._bytes >= BYTES
        )

    def _run(self, connection: sqlite3.Connection) -> None:
        if not self._rest():
            return
        # Another file may have come into the place of this one: the next change will say so.
        with suppress(QcodeError, OSError, sqlite3.Error), self._standing.folding():
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")  # passive: it waits for nobody
        self._bytes = self._standing.log_size()

    def _rest(self) -> bool:
        """Wait until nothing has been written for a while; False where the file is closed."""
        waits = max(1, round(PATIENCE / REST)) if REST else 0
        with self._news:
            while waits and not self._ended:
                self._written = False
                self._news.wait(REST)
                waits = waits - 1 if self._written else 0
            return not self._ended
