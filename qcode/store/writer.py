"""The verbs of a change: what a service may do to rows inside a step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from qcode.model.stamps import new_guid
from qcode.model.table_names import TableName
from qcode.store import journal, queries
from qcode.store.connection import Connection
from qcode.store.journal import OpenStep


class _Table(NamedTuple):
    """What a table has: all columns, values of those that need not be given, and its stamps."""

    columns: frozenset[str]
    defaults: dict[str, Any]
    has_guid: bool
    times: tuple[str, ...]


@cache
def _table(name: TableName) -> _Table:
    """Return what is to know of a table.

    The table class knows them; loading it takes a while, so only who inserts needs it. No object
    of the class is made: the first would have the whole mapping of tables worked out, 50 ms in
    the middle of the first change, and nothing of that is used here.
    """
    from qcode.model.tables import BY_NAME

    fields = BY_NAME[name].model_fields
    defaults = {one: field.default for one, field in fields.items() if not field.is_required()}
    times = tuple(one for one in ("created", "modified") if one in fields)
    return _Table(frozenset(fields), defaults, "guid" in fields, times)


@cache
def _insertion(into: TableName, columns: tuple[str, ...]) -> str:
    named = ", ".join(f'"{name}"' for name in columns)
    return f'INSERT INTO "{into}" ({named}) VALUES ({queries.places(columns)})'


class Writer:
    """One open step. ``connection`` serves the queries that a service asks before it writes."""

    def __init__(self, connection: Connection, step: OpenStep, coder: str) -> None:
        self.connection = connection
        self.at = step.at
        self.coder = coder
        self._step = step.id

    def close_to_undo(self) -> None:
        """Keep this step out of reach of undo."""
        journal.close_to_undo(self.connection, self._step)

    def insert(self, into: TableName, /, **values: Any) -> int:
        """Insert a row and return its id; GUID, times and defaults are filled in where missing."""
        table = _table(into)
        if unknown := values.keys() - table.columns:
            raise TypeError(f"no such columns of {into}: {', '.join(sorted(unknown))}")
        row = table.defaults | dict.fromkeys(table.times, self.at) | values
        if table.has_guid and "guid" not in row:
            row["guid"] = new_guid()
        if not row.get("id"):
            row.pop("id", None)  # it is the database's to choose
        cursor = self.connection.run(_insertion(into, tuple(row)), tuple(row.values()))
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def next_id(self, into: TableName, /) -> int:
        """Return the id that the next inserted row gets, for rows that refer to each other."""
        return queries.next_id(self.connection, into)

    def insert_rows(
        self, into: TableName, /, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Insert many rows at the driver's pace; every column without a default must be given."""
        if not rows:
            return
        named = ", ".join(f'"{name}"' for name in columns)
        places = ", ".join("?" * len(columns))
        self.connection.run_many(f'INSERT INTO "{into}" ({named}) VALUES ({places})', rows)

    def update(self, into: TableName, /, row_id: int, **values: Any) -> None:
        """Set columns of one row; values that are already there leave no trace in the journal."""
        assigned = ", ".join(f'"{name}" = ?' for name in values)
        self.connection.run(
            f'UPDATE "{into}" SET {assigned} WHERE id = ?', (*values.values(), row_id)
        )

    def update_if_new(self, into: TableName, /, row_id: int, **values: Any) -> None:
        """Set columns of one row and its ``modified`` time, only where something differs."""
        assigned = ", ".join(f'"{name}" = ?' for name in values)
        differs = " OR ".join(f'"{name}" IS NOT ?' for name in values)
        self.connection.run(
            f'UPDATE "{into}" SET {assigned}, modified = ? WHERE id = ? AND ({differs})',
            (*values.values(), self.at, row_id, *values.values()),
        )

    def update_rows(
        self, into: TableName, /, column: str, values: Iterable[tuple[int, Any]]
    ) -> None:
        """Set one column of many rows from ``(id, value)`` pairs."""
        self.connection.run_many(
            f'UPDATE "{into}" SET "{column}" = ? WHERE id = ?',
            [(value, row_id) for row_id, value in values],
        )

    def put(self, into: TableName, /, key: dict[str, Any], **values: Any) -> None:
        """Update the row that ``key`` names, or insert it."""
        named = " AND ".join(f'"{name}" = ?' for name in key)
        found = self.connection.run(
            f'SELECT id FROM "{into}" WHERE {named}', tuple(key.values())
        ).value()
        if found is None:
            self.insert(into, **key, **values)
        else:
            self.update(into, found, **values)

    def delete(self, into: TableName, /, ids: Iterable[int]) -> None:
        """Delete rows by id; what hangs on them goes with them as the tables say."""
        for part in queries.slices(ids):
            self.connection.run(f'DELETE FROM "{into}" WHERE id IN ({queries.places(part)})', part)

    def delete_where(self, into: TableName, /, key: dict[str, Any]) -> None:
        """Delete the rows that ``key`` names by columns and values."""
        named = " AND ".join(f'"{name}" = ?' for name in key)
        self.connection.run(f'DELETE FROM "{into}" WHERE {named}', tuple(key.values()))

    def coder_id(self, name: str | None = None) -> int:
        """Return the id of a coder (default: who acts), made on first use."""
        wanted = self.coder if name is None else name
        found = self.connection.run("SELECT id FROM coder WHERE name = ?", (wanted,)).value()
        return int(found) if found is not None else self.insert("coder", name=wanted)
