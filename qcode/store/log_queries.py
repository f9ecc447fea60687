"""Questions to the log: what happened to codes, and which steps touched what.

The journal has no index but its order (it is the hottest insert of all), so each question about
rows is one pass over it, some 35 ms where a project has 100,000 codings.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any, cast

from qcode.model.enums import CodeEventKind
from qcode.model.log_records import CodeEventRecord, LogChange
from qcode.store import visibility
from qcode.store.connection import Connection
from qcode.store.queries import LISTED, ids_json, pairs, slices

_EVENT = (
    "SELECT e.id, e.guid, e.what, e.code_guid, e.code_name, e.into_guid, e.into_name, e.passages,"
    " e.reason, k.name, e.created FROM code_event AS e JOIN coder AS k ON k.id = e.coder_id"
)


def code_events(connection: Connection, guid: str | None = None) -> list[CodeEventRecord]:
    """Return what happened to codes, or to one, in order of time."""
    rows = (
        connection.run(f"{_EVENT} ORDER BY e.id")
        if guid is None
        else connection.run(
            f"{_EVENT} WHERE e.code_guid = ?1 OR e.into_guid = ?1 ORDER BY e.id", (guid,)
        )
    )
    return _events(connection, rows)


def code_events_by_id(connection: Connection, ids: Iterable[int]) -> list[CodeEventRecord]:
    """Return some events in order of time; ids that no longer exist are left out."""
    rows = connection.run(f"{_EVENT} WHERE e.id IN ({LISTED}) ORDER BY e.id", ids_json(ids))
    return _events(connection, rows)


def _events(connection: Connection, rows: Iterable[tuple[Any, ...]]) -> list[CodeEventRecord]:
    hidden = visibility.hides(connection)
    return [
        CodeEventRecord(
            row[0],
            row[1],
            CodeEventKind(row[2]),
            row[3],
            row[4],
            row[5],
            row[6],
            passages=None if hidden else row[7],
            reason=row[8],
            coder=row[9],
            created=row[10],
        )
        for row in rows
    ]


def passages_of(connection: Connection, code_ids: Iterable[int]) -> dict[int, int]:
    """Return code id → its distinct passages, for those codes that have any."""
    return pairs(
        connection.run(
            "SELECT code_id, count(DISTINCT selection_id) FROM coding"
            f" WHERE code_id IN ({LISTED}) GROUP BY code_id",
            ids_json(code_ids),
        )
    )


# ---------------------------------------------------------------------- the journal


def changes_of_codes(connection: Connection, since: int) -> list[LogChange]:
    """Return entries of the journal after entry ``since`` about codes and code events, in order."""
    return [
        LogChange(*row)
        for row in connection.run(
            "SELECT id, step_id, tbl, row_id, guid, op, image FROM change"
            " WHERE id > ? AND tbl IN ('code', 'code_event') ORDER BY id",
            (since,),
        )
    ]


def standing_steps(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[Any, ...]]:
    """Return step id → ``(at, coder, template, params)`` for steps done and not taken back."""
    found: dict[int, tuple[Any, ...]] = {}
    for part in slices(ids):
        for row in connection.run(
            "SELECT id, at, coder, template, params FROM step WHERE kind = 'do'"
            f" AND state IN ('done', 'closed') AND id IN ({', '.join('?' * len(part))})",
            part,
        ):
            found[row[0]] = row[1:]
    return found


def coding_months(connection: Connection, code_id: int) -> list[tuple[str, int, str, str]]:
    """Return ``(month, codings, first, last)`` of a code's codings, by local month."""
    rows = connection.run(
        "SELECT strftime('%Y-%m', created, 'localtime') AS month, count(*), min(created),"
        " max(created) FROM coding WHERE code_id = ? GROUP BY month ORDER BY month",
        (code_id,),
    )
    return cast("list[tuple[str, int, str, str]]", rows.all())


def targets(connection: Connection) -> dict[int, int]:
    """Return undo or redo step → the step that it takes back or does again."""
    return pairs(connection.run("SELECT id, target FROM step WHERE target IS NOT NULL"))


def tables_of_steps(connection: Connection) -> dict[int, set[str]]:
    """Return step id → the tables that it touched."""
    found: dict[int, set[str]] = {}
    for step, table in connection.run("SELECT DISTINCT step_id, tbl FROM change"):
        found.setdefault(step, set()).add(table)
    return found


# Table → its columns that name a row of another table.
_ON_CODE = {
    "coding": ("code_id",),
    "memo_link": ("code_id",),
    "code_property": ("code_id",),
    "paradigm_slot": ("code_id",),
    "relation": ("source_id", "target_id"),
    "stage_code": ("code_id",),
    "diagram_place": ("code_id",),
    "decision": ("first_code_id", "second_code_id"),
}
_ON_DOCUMENT = {
    "selection": ("document_id",),
    "memo_link": ("document_id",),
    "work": ("document_id",),
    "variable_value": ("document_id",),
    "held_out": ("document_id",),
    "decision": ("document_id",),
}
_ON_PASSAGE = {
    "coding": ("selection_id",),
    "memo_link": ("selection_id",),
    "property_place": ("selection_id",),
    "relation_passage": ("selection_id",),
}


def code_rows_ever(connection: Connection, guid: str) -> list[int]:
    """Return the number of the code with this GUID, if it is or was ever there."""
    found = connection.run("SELECT id FROM code WHERE guid = ?", (guid,)).column()
    return (
        found
        or connection.run(
            "SELECT DISTINCT row_id FROM change WHERE tbl = 'code' AND guid = ?", (guid,)
        ).column()
    )


def code_guid_ever(connection: Connection, code_id: int) -> str:
    """Return the GUID of a code that is gone, empty where there never was one."""
    return (
        connection.run(
            "SELECT guid FROM change WHERE tbl = 'code' AND row_id = ? LIMIT 1", (code_id,)
        ).text()
        or ""
    )


def steps_on_code(connection: Connection, code_id: int, guid: str) -> set[int]:
    """Return the steps that touched a code or anything that is or was ever on it."""
    rows = _rows_on(connection, _ON_CODE, {code_id})
    rows.setdefault("code", set()).add(code_id)
    rows["code_event"] = set(
        connection.run(
            "SELECT id FROM code_event WHERE code_guid = ?1 OR into_guid = ?1", (guid,)
        ).column()
    )
    return _steps_on(connection, rows)


def steps_on_document(connection: Connection, document_id: int) -> set[int]:
    """Return the steps that touched a document or anything that is or was ever in it."""
    rows = _rows_on(connection, _ON_DOCUMENT, {document_id})
    for table, ids in _rows_on(connection, _ON_PASSAGE, rows.get("selection", set())).items():
        rows.setdefault(table, set()).update(ids)
    rows.setdefault("document", set()).add(document_id)
    return _steps_on(connection, rows)


def _rows_on(
    connection: Connection, columns: Mapping[str, tuple[str, ...]], ids: Collection[int]
) -> dict[str, set[int]]:
    """Return table → rows that refer to any of the ids, or did before they changed or went."""
    found: dict[str, set[int]] = {}
    wanted = json.dumps(sorted(ids))
    # A file of an older schema that is only read has no such table of its own.
    there = set(connection.run("SELECT name FROM main.sqlite_master").column())
    for table, names in columns.items():
        for name in names if table in there else ():
            found.setdefault(table, set()).update(
                connection.run(
                    f'SELECT id FROM main."{table}" WHERE "{name}" IN ({LISTED})', (wanted,)
                ).column()
            )
    # The images of all tables in one pass; ``json_each`` would be asked anew for each row.
    numbers = set(ids)
    for table, row, image in connection.run(
        f"SELECT tbl, row_id, image FROM change WHERE op <> 'i' AND tbl IN ({LISTED})",
        (json.dumps(list(columns)),),
    ):
        values = json.loads(image or "{}")
        if any(values.get(name) in numbers for name in columns[table]):
            found[table].add(row)
    return found


def _steps_on(connection: Connection, rows: dict[str, set[int]]) -> set[int]:
    steps: set[int] = set()
    names = [table for table, ids in rows.items() if ids]
    for step, table, row in connection.run(
        f"SELECT step_id, tbl, row_id FROM change WHERE tbl IN ({LISTED})", (json.dumps(names),)
    ):
        if row in rows[table]:
            steps.add(step)
    return steps


# ---------------------------------------------------------------------- figures of the work


def step_figures(connection: Connection) -> dict[tuple[str, str], int]:
    """Return ``(kind, state)`` → number of steps."""
    return {
        (row[0], row[1]): row[2]
        for row in connection.run("SELECT kind, state, count(*) FROM step GROUP BY 1, 2")
    }


def days_of_steps(connection: Connection) -> dict[int, str]:
    """Return the standing steps → their local day (ISO 8601), in order."""
    return pairs(
        connection.run(
            "SELECT id, date(at, 'localtime') FROM step WHERE kind = 'do' AND state IN"
            " ('done', 'closed') ORDER BY id"
        )
    )


def comings_and_goings(connection: Connection) -> list[tuple[int, str, str, int]]:
    """Return ``(step, table, op, rows)`` of documents, codings and memos that came and went.

    ``op`` is ``i`` or ``d``. Steps that were taken back are among them.
    """
    rows = connection.run(
        "SELECT step_id, tbl, op, count(*) FROM change WHERE tbl IN ('document', 'coding', 'memo')"
        " AND op <> 'u' GROUP BY step_id, tbl, op"
    )
    return cast("list[tuple[int, str, str, int]]", rows.all())


def work_by_document(connection: Connection) -> list[tuple[int, str, int, str, str]]:
    """Return ``(document id, coder, codings, first, last)``, first and last as local days."""
    rows = connection.run(
        "SELECT s.document_id, k.name, count(*), date(min(c.created), 'localtime'),"
        " date(max(c.created), 'localtime') FROM coding AS c"
        " CROSS JOIN selection AS s ON s.id = c.selection_id"
        " JOIN coder AS k ON k.id = c.coder_id GROUP BY s.document_id, c.coder_id ORDER BY k.id"
    )
    return cast("list[tuple[int, str, int, str, str]]", rows.all())
