"""Connections to a project file: one writer, readers beside it.

WAL while the file is open for writing, with ``synchronous=FULL``: a step that was reported as done
survives a killed process and a power cut. ``recursive_triggers`` is on, because without it
``INSERT OR REPLACE`` deletes rows behind the journal's back.

Statements go to ``sqlite3`` as they are. SQLModel says what the tables are (``model.tables``), but
an engine between the statement and the driver would cost half a second of every start and half of
the time of every list.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

BUSY_SECONDS = 5.0

# Kilobytes of pages that a connection keeps. A writer's large step changes many pages more than
# once. What readers keep is worth little: each step that is written makes it void, the system keeps
# the file anyway, and every thread that reads has a connection of its own.
WRITER_CACHE = 32_768
READER_CACHE = 1_024

Values = Sequence[Any] | Mapping[str, Any]


def uri_of(path: Path, mode: str) -> str:
    """Return SQLite's URI for ``path``; ``mode`` is ``ro``, ``rw`` or ``rwc``."""
    # As bytes: a name on the disk need not be Unicode.
    return f"file:{quote(os.fsencode(path.resolve()))}?mode={mode}"


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open a plain connection with the pragmas that every connection of qcode has.

    Transactions are begun explicitly (``isolation_level=None``). Raises ``sqlite3.Error``.
    """
    connection = sqlite3.connect(
        uri_of(path, mode),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
        cached_statements=256,
    )
    try:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA recursive_triggers=ON")
        connection.execute("PRAGMA trusted_schema=ON")
        # A statement whose triggers may fail keeps a journal of its own; in memory, not in a file.
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute(f"PRAGMA cache_size=-{READER_CACHE if mode == 'ro' else WRITER_CACHE}")
        if mode != "ro":
            connection.execute("PRAGMA synchronous=FULL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class Rows(sqlite3.Cursor):
    """What a statement gave: iterate over it, or take a part."""

    __slots__ = ()

    def all(self) -> list[tuple[Any, ...]]:
        """Every row that is left."""
        return self.fetchall()

    def first(self) -> tuple[Any, ...] | None:
        """The first row, None where there is none."""
        row: tuple[Any, ...] | None = self.fetchone()
        return row

    def one(self) -> tuple[Any, ...]:
        """The first row; ``LookupError`` where there is none."""
        row = self.first()
        if row is None:
            raise LookupError("no row")
        return row

    def value(self) -> Any:
        """First column of the first row, None where there is none."""
        row = self.fetchone()
        return None if row is None else row[0]

    def text(self) -> str | None:
        """``value`` of a text column."""
        found = self.value()
        return None if found is None else str(found)

    def number(self) -> int | None:
        """``value`` of an integer column."""
        found = self.value()
        return None if found is None else int(found)

    def column(self) -> list[Any]:
        """First column of every row."""
        return [row[0] for row in self]


class Connection:
    """One connection inside a transaction that somebody else begins and ends.

    ``limit`` is the coder (an id) whose view of a project that is coded blind it gives, None where
    it sees everything; see ``visibility``.
    """

    __slots__ = ("limit", "raw")

    def __init__(self, raw: sqlite3.Connection, limit: int | None = None) -> None:
        self.raw = raw
        self.limit = limit

    def run(self, statement: str, values: Values = ()) -> Rows:
        """Run one statement."""
        return self.raw.cursor(Rows).execute(statement, values)

    def run_many(self, statement: str, rows: Iterable[Values]) -> None:
        """Run one statement for many rows, at the driver's pace."""
        self.raw.executemany(statement, rows)


class Transaction:
    """Runs a block as one ``BEGIN IMMEDIATE`` … ``COMMIT``; a failure rolls everything back.

    A block that rolls back itself commits nothing.
    """

    __slots__ = ("_raw",)

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw

    def __enter__(self) -> Connection:
        self._raw.execute("BEGIN IMMEDIATE")
        return Connection(self._raw)

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        raw = self._raw
        try:
            if error is None and raw.in_transaction:
                raw.execute("COMMIT")
        finally:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
