"""The verbs of a change: what a service may do to rows inside a step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update
from sqlmodel import SQLModel

from qcode.model.changes import ChangeSet
from qcode.model.messages import Message
from qcode.model.stamps import new_guid, now
from qcode.model.tables import Coder, table_of
from qcode.store import journal, queries


class Writer:
    """One open step. ``connection`` serves the queries that a service asks before it writes."""

    def __init__(self, connection: Connection, step: int, coder: str) -> None:
        self.connection = connection
        self.at = now()
        self.coder = coder
        self.changes: ChangeSet | None = None  # known once the step is committed
        self._step = step

    def relabel(self, label: Message) -> None:
        """Replace the step's label, once the work has shown what it was."""
        journal.relabel(self.connection, self._step, label)

    def close_to_undo(self) -> None:
        """Keep this step out of reach of undo."""
        journal.close_to_undo(self.connection, self._step)

    def insert(self, model: type[SQLModel], **values: Any) -> int:
        """Insert a row and return its id; a GUID and ``created`` are filled in where missing."""
        table = table_of(model)
        for column in table.columns:
            if column.name == "guid":
                values.setdefault("guid", new_guid())
            elif column.name in ("created", "modified"):
                values.setdefault(column.name, self.at)
            elif column.default is None and column.nullable and column.name != "id":
                values.setdefault(column.name, None)
        row = model(**values).model_dump(exclude={"id"} if values.get("id") is None else set())
        key = self.connection.execute(insert(table).values(**row)).inserted_primary_key
        assert key is not None
        return int(key[0])

    def next_id(self, model: type[SQLModel]) -> int:
        """Return the id that the next inserted row gets, for rows that refer to each other."""
        return queries.next_id(self.connection, table_of(model).name)

    def insert_rows(
        self, model: type[SQLModel], columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Insert many rows at the driver's pace; every column without a default must be given."""
        if not rows:
            return
        named = ", ".join(f'"{name}"' for name in columns)
        places = ", ".join("?" * len(columns))
        self.connection.exec_driver_sql(
            f'INSERT INTO "{table_of(model).name}" ({named}) VALUES ({places})', list(rows)
        )

    def update(self, model: type[SQLModel], row_id: int, **values: Any) -> None:
        """Set columns of one row; values that are already there leave no trace in the journal."""
        table = table_of(model)
        self.connection.execute(update(table).where(table.c.id == row_id).values(**values))

    def update_if_new(self, model: type[SQLModel], row_id: int, **values: Any) -> None:
        """Set columns of one row and its ``modified`` time, only where something differs."""
        table = table_of(model)
        differs = or_(*(table.c[name].is_distinct_from(value) for name, value in values.items()))
        self.connection.execute(
            update(table).where(table.c.id == row_id, differs).values(**values, modified=self.at)
        )

    def update_rows(
        self, model: type[SQLModel], column: str, values: Iterable[tuple[int, Any]]
    ) -> None:
        """Set one column of many rows from ``(id, value)`` pairs."""
        table = table_of(model)
        rows = [{"row_id": row_id, "new_value": value} for row_id, value in values]
        if rows:
            self.connection.execute(
                update(table)
                .where(table.c.id == bindparam("row_id"))
                .values({column: bindparam("new_value")}),
                rows,
            )

    def put(self, model: type[SQLModel], key: dict[str, Any], **values: Any) -> None:
        """Update the row that ``key`` names, or insert it."""
        table = table_of(model)
        named = [table.c[name] == value for name, value in key.items()]
        found = self.connection.execute(select(table.c.id).where(*named)).scalar_one_or_none()
        if found is None:
            self.insert(model, **key, **values)
        else:
            self.update(model, found, **values)

    def delete(self, model: type[SQLModel], ids: Iterable[int]) -> None:
        """Delete rows by id; what hangs on them goes with them as the tables say."""
        table = table_of(model)
        for part in queries.slices(ids):
            self.connection.execute(delete(table).where(table.c.id.in_(part)))

    def delete_where(self, model: type[SQLModel], key: dict[str, Any]) -> None:
        """Delete the rows that ``key`` names by columns and values."""
        table = table_of(model)
        self.connection.execute(
            delete(table).where(*(table.c[name] == value for name, value in key.items()))
        )

    def coder_id(self, name: str | None = None) -> int:
        """Return the id of a coder (default: who acts), made on first use."""
        wanted = self.coder if name is None else name
        found = self.connection.exec_driver_sql(
            "SELECT id FROM coder WHERE name = ?", (wanted,)
        ).scalar_one_or_none()
        return int(found) if found is not None else self.insert(Coder, name=wanted)
