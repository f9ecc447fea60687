"""Whole tables, steps and entries of the journal, as merging reads them: in sets, not singly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from qcode.store.connection import Connection

Row = tuple[Any, ...]


class StepRow(NamedTuple):
    """A step as far as merging looks at it; ``last`` is the number of its last entry, 0: none."""

    id: int
    guid: str
    at: str
    kind: str
    target: int | None
    images: int
    last: int


class Entry(NamedTuple):
    """An entry of the journal; ``image`` is JSON as it stands."""

    id: int
    step: int
    table: str
    row: int
    op: str
    image: str | None


def rows(connection: Connection, table: str, columns: Sequence[str]) -> list[Row]:
    """Return a table's rows with these columns, in order of their ids."""
    named = ", ".join(f'"{name}"' for name in columns)
    return connection.run(f'SELECT {named} FROM main."{table}" ORDER BY id').all()


def has_table(connection: Connection, table: str) -> bool:
    """Whether the file itself has the table; one of an older schema may lack it."""
    found = connection.run(
        "SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = ?", (table,)
    )
    return found.first() is not None


def version(connection: Connection) -> int:
    """Return the number of the file's schema."""
    return int(connection.run("PRAGMA user_version").value())


def steps(connection: Connection) -> list[StepRow]:
    """Return every step in order."""
    return [
        StepRow(*row)
        for row in connection.run(
            "SELECT id, guid, at, kind, target, coalesce(images, id), coalesce(last_change, 0)"
            " FROM step ORDER BY id"
        )
    ]


def entries(connection: Connection, after: int) -> Iterator[Entry]:
    """Yield the entries of the journal behind entry ``after`` in order."""
    return (
        Entry(*row)
        for row in connection.run(
            "SELECT id, step_id, tbl, row_id, op, image FROM change WHERE id > ? ORDER BY id",
            (after,),
        )
    )


def entries_of_step(connection: Connection, step: int) -> list[Entry]:
    """Return the entries of one step in order."""
    return [
        Entry(*row)
        for row in connection.run(
            "SELECT c.id, c.step_id, c.tbl, c.row_id, c.op, c.image FROM change AS c JOIN step AS s"
            " ON c.id BETWEEN s.first_change AND s.last_change AND c.step_id = s.id"
            " WHERE s.id = ? ORDER BY c.id",
            (step,),
        )
    ]


def steps_of_merged(connection: Connection) -> dict[str, int]:
    """Return GUID of a row of ``merged`` → the step in which it was written."""
    return dict(
        connection.run(
            "SELECT guid, max(step_id) FROM change WHERE tbl = 'merged' AND op = 'i'"
            " AND guid IS NOT NULL GROUP BY guid"
        ).all()
    )


def hashes(connection: Connection, table: str) -> dict[int, str]:
    """Return id → SHA-256 of the texts, or of the codebooks, that a file keeps."""
    return dict(connection.run(f"SELECT id, sha256 FROM {table}").all())


def body(connection: Connection, table: str, sha256: str) -> str:
    """Return a kept text by its SHA-256."""
    return connection.run(f"SELECT body FROM {table} WHERE sha256 = ?", (sha256,)).text() or ""


def next_ids(connection: Connection) -> dict[str, int]:
    """Return table → the id that its next row gets, for tables that ever had a row."""
    found = connection.run("SELECT name, seq FROM main.sqlite_sequence")
    return {row[0]: int(row[1]) + 1 for row in found}


def newest(connection: Connection, but: int = 0) -> tuple[int, int]:
    """Return id and last entry of the newest step, passing over the ``but`` newest ones."""
    row = connection.run(
        "SELECT id, coalesce(last_change, 0) FROM step ORDER BY id DESC LIMIT 1 OFFSET ?", (but,)
    ).first()
    return (0, 0) if row is None else (row[0], row[1])


def seen(connection: Connection) -> set[str]:
    """Return the GUIDs of codings, memos and decisions that a connection lets one see."""
    return set(
        connection.run(
            "SELECT guid FROM coding UNION ALL SELECT guid FROM memo UNION ALL"
            " SELECT guid FROM decision"
        ).column()
    )


def coder_guid(connection: Connection, name: str) -> str | None:
    """Return the GUID of a coder, None where there is none of this name."""
    return connection.run("SELECT guid FROM coder WHERE name = ?", (name,)).text()
