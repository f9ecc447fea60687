"""Connections to a project file: one writer, readers beside it.

WAL while the file is open for writing, with ``synchronous=FULL``: a step that was reported as done
survives a killed process and a power cut. ``recursive_triggers`` is on, because without it
``INSERT OR REPLACE`` deletes rows behind the journal's back.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

BUSY_SECONDS = 5.0


def uri_of(path: Path, mode: str) -> str:
    """Return SQLite's URI for ``path``; ``mode`` is ``ro``, ``rw`` or ``rwc``."""
    return f"file:{quote(str(path.resolve()))}?mode={mode}"


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
        connection.execute("PRAGMA cache_size=-32768")
        if mode != "ro":
            connection.execute("PRAGMA synchronous=FULL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def writer_engine(path: Path) -> Engine:
    """Return an engine with exactly one connection whose transactions are ``BEGIN IMMEDIATE``."""
    engine = create_engine("sqlite://", creator=lambda: connect(path, "rw"), poolclass=StaticPool)
    _begin_with(engine, "BEGIN IMMEDIATE")
    return engine


def reader_engine(path: Path) -> Engine:
    """Return an engine of read-only connections; each transaction sees one snapshot."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, "ro"),
        poolclass=QueuePool,
        pool_size=3,
        max_overflow=8,
    )
    _begin_with(engine, "BEGIN")
    return engine


def _begin_with(engine: Engine, statement: str) -> None:
    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql(statement)
