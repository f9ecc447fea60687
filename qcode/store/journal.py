"""The journal: undo, redo, audit trail and biography in one.

Triggers write the row images (see ``triggers``); this module opens and closes steps and replays
images. An undo is itself a step, and its own images are what a redo replays: every step knows in
``images`` which step's images reverse its present state.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, NamedTuple

from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import HistoryStep
from qcode.model.stamps import new_guid, now
from qcode.store.connection import Connection

MERGE_SECONDS = 90  # typing goes on in the same step as long as pauses are shorter
SLICE = 2_000  # rows replayed between two calls of ``progress``

UNDO_LABEL = QT_TRANSLATE_NOOP("core", "Undo {step}")
REDO_LABEL = QT_TRANSLATE_NOOP("core", "Redo {step}")

# The entries of one step, found by the bounds that the step knows.
_OF_STEP = (
    "FROM change WHERE id BETWEEN (SELECT first_change FROM step WHERE id = :step)"
    " AND (SELECT last_change FROM step WHERE id = :step) AND step_id = :step"
)

Progress = Callable[[int, int], None]


def no_progress(done: int, total: int) -> None:
    """Stand in where nobody watches."""
    del done, total


class OpenStep(NamedTuple):
    """A ``do`` step that is being written.

    ``since`` is the id of the last change before this piece of work; ``goes_on`` says that the
    step had a piece of work before it.
    """

    id: int
    at: str
    since: int
    goes_on: bool


def open_step(connection: Connection, label: Message, coder: str, merge_key: str = "") -> OpenStep:
    """Begin a step; with ``merge_key`` the last step may be continued."""
    at, since = now(), last_change(connection)
    former = _mergeable(connection, coder, merge_key, at) if merge_key else None
    step = former or _insert_step(connection, label, coder, "do", None, merge_key, at)
    _record_into(connection, step)
    return OpenStep(step, at, since, former is not None)


def close_step(connection: Connection, step: OpenStep) -> dict[str, frozenset[int]]:
    """End a step and return the ids touched, by table; nothing touched means no step.

    A new step drops what was undone before it: history is a line, not a tree.
    """
    _record_into(connection, None)
    touched = touched_rows(connection, step.id, step.since)
    if touched:
        connection.run("UPDATE step SET state = 'dropped' WHERE kind = 'do' AND state = 'undone'")
        if step.goes_on:
            _thin_merged(connection, step.id, step.since)
        _bound(connection, step.id, step.since)
    return touched


def last_change(connection: Connection) -> int:
    """Return the id of the newest change, 0 in an empty journal."""
    return int(connection.run("SELECT coalesce(max(id), 0) FROM change").value())


def last_step(connection: Connection) -> int:
    """Return the id of the newest step, 0 before the first."""
    return int(connection.run("SELECT coalesce(max(id), 0) FROM step").value())


def touched_rows(connection: Connection, step: int, since: int) -> dict[str, frozenset[int]]:
    """Return table → ids of the rows that ``step`` changed after change ``since``."""
    # Not fetched at once: SQLite beats while it is asked for the next row, and not in between.
    rows = connection.run(
        "SELECT tbl, row_id FROM change WHERE id > ? AND step_id = ?", (since, step)
    )
    ids: dict[str, set[int]] = {}
    for table, run in groupby(rows, key=itemgetter(0)):  # a large step has long runs of one table
        ids.setdefault(table, set()).update(map(itemgetter(1), run))
    return {table: frozenset(found) for table, found in ids.items()}


def next_undo(connection: Connection) -> tuple[int, Message] | None:
    """Return id and label of the step that undo would take back."""
    return _step(
        connection,
        "SELECT id, template, params FROM step WHERE kind = 'do' AND state = 'done'"
        " ORDER BY id DESC LIMIT 1",
    )


def next_redo(connection: Connection) -> tuple[int, Message] | None:
    """Return id and label of the step that redo would do again."""
    return _step(
        connection,
        "SELECT id, template, params FROM step WHERE kind = 'do' AND state = 'undone'"
        " ORDER BY id LIMIT 1",
    )


def rows_of(connection: Connection, step: int, table: str, limit: int) -> list[int]:
    """Return ids of rows of ``table`` that undoing or redoing ``step`` touches, ``limit`` at most.

    Those touched last come first.
    """
    images = connection.run("SELECT coalesce(images, id) FROM step WHERE id = ?", (step,)).value()
    rows = connection.run(
        f"SELECT row_id {_OF_STEP} AND tbl = :table GROUP BY row_id ORDER BY max(id) DESC"
        " LIMIT :limit",
        {"step": images, "table": table, "limit": limit},
    )
    return rows.column()


def coder_of(connection: Connection, step: int) -> str:
    """Return who made a step, under the name of that day."""
    return connection.run("SELECT coder FROM step WHERE id = ?", (step,)).text() or ""


def can_undo(connection: Connection, step: int) -> bool:
    """Whether ``step`` is done and can be taken back (together with all later ones)."""
    return (
        connection.run(
            "SELECT 1 FROM step WHERE id = ? AND kind = 'do' AND state = 'done'", (step,)
        ).first()
        is not None
    )


def close_to_undo(connection: Connection, step: int) -> None:
    """Let ``step`` stand in the history without ever being taken back."""
    connection.run("UPDATE step SET state = 'closed' WHERE id = ?", (step,))


def history(connection: Connection) -> list[HistoryStep]:
    """Return every step, the oldest first."""
    return [
        HistoryStep(
            id=row[0],
            at=row[1],
            coder=row[2],
            label=Message.from_json(row[3], row[4]),
            kind=row[5],
            undone=row[6] in ("undone", "dropped"),
            can_undo_to=row[5] == "do" and row[6] == "done",
        )
        for row in connection.run(
            "SELECT id, at, coder, template, params, kind, state FROM step ORDER BY id"
        )
    ]


def _step(connection: Connection, query: str) -> tuple[int, Message] | None:
    row = connection.run(query).first()
    return None if row is None else (row[0], Message.from_json(row[1], row[2]))


def reverse(
    connection: Connection,
    target: int,
    label: Message,
    kind: str,
    coder: str,
    progress: Progress = no_progress,
) -> dict[str, frozenset[int]]:
    """Undo (``kind='undo'``) or redo the ``do`` step ``target``; return the ids touched, by table.

    Runs in the caller's transaction. Rows are put back in the reverse order of their change, with
    foreign keys checked at commit only, so every state in between has existed before. A step of new
    rows alone was made with the keys checked all the time, and is taken back so as well: the pragma
    makes SQLite compile every statement anew, those of the next step included.
    """
    since, at = last_change(connection), now()
    images = connection.run("SELECT coalesce(images, id) FROM step WHERE id = ?", (target,)).value()
    template = UNDO_LABEL if kind == "undo" else REDO_LABEL
    step = _insert_step(connection, Message(template, {"step": label}), coder, kind, target, "", at)
    if images != target or not _only_new_rows(connection, target):
        connection.run("PRAGMA defer_foreign_keys=ON")
    _record_into(connection, step)
    _replay(connection, images, progress)
    _record_into(connection, None)
    _bound(connection, step, since)
    connection.run(
        "UPDATE step SET state = ?, images = ? WHERE id = ?",
        ("undone" if kind == "undo" else "done", step, target),
    )
    if images != target:  # superseded: the target's own images stay for the history
        connection.run(f"DELETE {_OF_STEP}", {"step": images})
    return touched_rows(connection, step, since)


def _only_new_rows(connection: Connection, step: int) -> bool:
    found = connection.run(f"SELECT 1 {_OF_STEP} AND op <> 'i' LIMIT 1", {"step": step}).first()
    return found is None


def _replay(connection: Connection, images: int, progress: Progress) -> None:
    total = connection.run(f"SELECT count(*) {_OF_STEP}", {"step": images}).value()
    entries = iter(
        connection.run(
            f"SELECT tbl, op, row_id, image {_OF_STEP} ORDER BY id DESC", {"step": images}
        )
    )
    done = 0
    # Read while it is written: what is written has higher ids than all that is still to be read.
    while rows := list(islice(entries, SLICE)):
        for (table, op), run in groupby(rows, key=itemgetter(0, 1)):
            for statement, values in _statements(table, op, [(row[2], row[3]) for row in run]):
                connection.run_many(statement, values)
        done += len(rows)
        progress(done, total)


def _statements(
    table: str, op: str, run: list[tuple[int, str | None]]
) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Yield the statement that reverses each change of a run, rows of one shape together."""
    if op == "i":
        yield _reversal(table, op, ()), [(row_id,) for row_id, _ in run]
        return
    old = [(row_id, json.loads(image or "{}")) for row_id, image in run]
    for columns, same in groupby(old, key=lambda item: tuple(item[1])):
        yield _reversal(table, op, columns), [(*row.values(), row_id) for row_id, row in same]


@lru_cache(maxsize=256)  # runs may be as short as one row; tables and their columns are few
def _reversal(table: str, op: str, columns: tuple[str, ...]) -> str:
    """Return the statement that reverses ``op``; it takes the columns' old values, then the id."""
    if op == "i":
        return f'DELETE FROM "{table}" WHERE id = ?'
    if op == "u":
        assigned = ", ".join(f'"{name}" = ?' for name in columns)
        return f'UPDATE "{table}" SET {assigned} WHERE id = ?'
    named = ", ".join(f'"{name}"' for name in (*columns, "id"))
    places = ", ".join("?" * (len(columns) + 1))
    return f'INSERT INTO "{table}" ({named}) VALUES ({places})'


def _insert_step(
    connection: Connection,
    label: Message,
    coder: str,
    kind: str,
    target: int | None,
    merge_key: str,
    at: str,
) -> int:
    step = connection.raw.execute(
        "INSERT INTO step (guid, at, coder, template, params, kind, target, state, merge_key)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, 'done', ?)",
        (new_guid(), at, coder, label.template, label.params_json(), kind, target, merge_key),
    ).lastrowid
    assert step is not None
    return step


def _bound(connection: Connection, step: int, since: int) -> None:
    """Let the step know its first and last entry."""
    connection.run(
        "UPDATE step SET first_change = coalesce(first_change, ?), last_change ="
        " (SELECT coalesce(max(id), 0) FROM change) WHERE id = ?",
        (since + 1, step),
    )


def _record_into(connection: Connection, step: int | None) -> None:
    connection.run("UPDATE journal SET step_id = ? WHERE id = 1", (step,))


def _mergeable(connection: Connection, coder: str, merge_key: str, at: str) -> int | None:
    row = connection.run(
        "SELECT id FROM step WHERE id = (SELECT max(id) FROM step) AND kind = 'do' AND state ="
        " 'done' AND images IS NULL AND coder = ? AND merge_key = ?"
        " AND julianday(at) > julianday('now') - ? / 86400.0",
        (coder, merge_key, MERGE_SECONDS),
    ).first()
    if row is None:
        return None
    connection.run("UPDATE step SET at = ? WHERE id = ?", (at, row[0]))
    return int(row[0])


def _thin_merged(connection: Connection, step: int, since: int) -> None:
    """Drop update images that an earlier image of the same row in the same step makes useless.

    Only what a merged step added is looked at: an hour of typing keeps one old text, not hundreds.
    Images of references stay: a row that is put back must leave its later parent before that goes,
    or it would be deleted with it.
    """
    connection.run(
        "DELETE FROM change WHERE id > :since AND step_id = :step AND op = 'u' AND NOT EXISTS"
        " (SELECT 1 FROM json_each(change.image) WHERE key LIKE '%\\_id' ESCAPE '\\') AND EXISTS ("
        " SELECT 1 FROM change AS first WHERE first.id BETWEEN"
        " (SELECT first_change FROM step WHERE id = :step) AND :since"
        " AND first.tbl = change.tbl AND first.row_id = change.row_id AND (first.op = 'i' OR ("
        "  first.op = 'u' AND NOT EXISTS (SELECT 1 FROM json_each(change.image) AS new"
        "  WHERE new.key NOT IN (SELECT key FROM json_each(first.image))))))",
        {"step": step, "since": since},
    )


def label_of(connection: Connection, step: int) -> Message:
    """Return the label of a step."""
    row = connection.run("SELECT template, params FROM step WHERE id = ?", (step,)).one()
    return Message.from_json(row[0], row[1])
