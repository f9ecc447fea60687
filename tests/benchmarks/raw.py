"""The same rows written by sqlite3 alone: the baseline of what a step costs.

A copy of the thesis without triggers; every write is one transaction with the pragmas of an open
project (a write-ahead log, ``synchronous=FULL``).
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks import thesis

Statement = tuple[str, tuple[object, ...]]


class Raw:
    """A plain connection; ``time`` runs statements as one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def time(self, statements: list[Statement]) -> float:
        """Milliseconds until the statements are committed."""
        begun = time.perf_counter()
        self.connection.execute("BEGIN IMMEDIATE")
        for statement, values in statements:
            self.connection.execute(statement, values)
        self.connection.execute("COMMIT")
        return (time.perf_counter() - begun) * 1000


@contextmanager
def raw(folder: Path) -> Iterator[Raw]:
    """Open a copy of the thesis in ``folder`` without triggers."""
    with without_triggers(thesis.project_file(), folder / "raw.db") as connection:
        yield Raw(connection)


@contextmanager
def without_triggers(project: Path, path: Path) -> Iterator[sqlite3.Connection]:
    """Open a copy of a project file at ``path`` without triggers."""
    shutil.copyfile(project, path)
    connection = sqlite3.connect(path, isolation_level=None, cached_statements=256)
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type='trigger'"
    ).fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-32768"):
        connection.execute(f"PRAGMA {pragma}")
    yield connection
    connection.close()


class CodingStep:
    """The rows of applying a code, and of taking that back: passage, coding, history."""

    def __init__(self, database: Raw, code: int) -> None:
        self._raw = database
        self._code = code
        one = database.connection.execute
        (self._selection,) = one("SELECT max(id) FROM selection").fetchone()
        (self._coding,) = one("SELECT max(id) FROM coding").fetchone()
        (self._step,) = one("SELECT max(id) FROM step").fetchone()
        (self._change,) = one("SELECT max(id) FROM change").fetchone()

    def apply(self, start: int, end: int) -> float:
        """Milliseconds of writing a coding."""
        self._selection += 1
        self._coding += 1
        at = "2026-01-01T00:00:00Z"
        selection, coding = f"s{self._selection}", f"c{self._coding}"
        return self._raw.time(
            [
                (
                    'INSERT INTO selection (id, guid, document_id, start, "end", created)'
                    " VALUES (?, ?, 1, ?, ?, ?)",
                    (self._selection, selection, start, end, at),
                ),
                (
                    "INSERT INTO coding (id, guid, selection_id, code_id, coder_id, memo, typical,"
                    " created, modified) VALUES (?, ?, ?, ?, 1, '', 0, ?, ?)",
                    (self._coding, coding, self._selection, self._code, at, at),
                ),
                *self._history("do", [("selection", selection), ("coding", coding)], "i"),
            ]
        )

    def undo(self) -> float:
        """Milliseconds of taking the coding away again."""
        selection, coding = f"s{self._selection}", f"c{self._coding}"
        return self._raw.time(
            [
                ("DELETE FROM coding WHERE id = ?", (self._coding,)),
                ("DELETE FROM selection WHERE id = ?", (self._selection,)),
                ("UPDATE step SET state = 'undone' WHERE id = ?", (self._step,)),
                *self._history("undo", [("coding", coding), ("selection", selection)], "d"),
            ]
        )

    def _history(self, kind: str, rows: list[tuple[str, str]], op: str) -> list[Statement]:
        self._step += 1
        first, self._change = self._change + 1, self._change + len(rows)
        image = None if op == "i" else '{"document_id":1,"start":1,"end":2}'
        return [
            (
                "INSERT INTO step (id, guid, at, coder, template, params, kind, state,"
                " first_change, last_change, merge_key)"
                " VALUES (?, ?, '2026-01-01T00:00:00Z', 'Ann', 'Apply {code}', '{}', ?, 'done', ?,"
                " ?, '')",
                (self._step, f"t{self._step}", kind, first, self._change),
            ),
            *(
                (
                    "INSERT INTO change (id, step_id, tbl, row_id, guid, op, image)"
                    " VALUES (?, ?, ?, 1, ?, ?, ?)",
                    (first + place, self._step, table, guid, op, image),
                )
                for place, (table, guid) in enumerate(rows)
            ),
        ]
