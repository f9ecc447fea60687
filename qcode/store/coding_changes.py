"""What a step did to codings: where each of them was before, read from the journal."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from qcode.store import queries
from qcode.store.connection import Connection


class Place(NamedTuple):
    """Which passage a coding is on, and its code."""

    selection_id: int
    code_id: int


# Read by SQLite: a merge of large codes leaves thousands of images.
_CODING = "row_id, op, json_extract(image, '$.selection_id'), json_extract(image, '$.code_id')"


class CodingChanges(NamedTuple):
    """Codings that a step touched, as they were (None: not there), and passages as they are.

    ``on_passages`` are all codings now on any passage that a touched coding is on or was on.
    """

    before: dict[int, Place | None]
    on_passages: dict[int, Place]


class Spot(NamedTuple):
    """Where a passage lies; start and end in code points."""

    document_id: int
    start: int
    end: int


class PassageChanges(NamedTuple):
    """Passages that a step gave their first coding, and those from which it took the last."""

    came: frozenset[Spot] = frozenset()
    went: frozenset[Spot] = frozenset()


def of_step(connection: Connection, step_id: int, most: int) -> CodingChanges | None:
    """Return what the newest step did, None where it cannot be told or is more than ``most`` rows.

    None as well when ``step_id`` is not the newest: the passages are then those of a later time.

    It cannot be told of a step that went on (moving an edge again and again): the journal keeps
    what was before the whole of it, not before its last part.
    """
    step = _newest(connection)
    if step is None or step[0] != step_id or step[1] is None or step[2] - step[1] > 2 * most:
        return None
    rows = connection.run(
        f"SELECT {_CODING} FROM change WHERE id BETWEEN ? AND ? AND step_id = ?"
        " AND tbl = 'coding' ORDER BY id DESC",
        (step[1], step[2], step[0]),
    ).all()
    touched = {row[0] for row in rows}
    if len(touched) > most:
        return None
    now = _places(connection, "id", touched)
    before = _before(rows, now)
    if step[3] and any(place != now.get(coding) for coding, place in before.items()):
        return None
    passages = {place.selection_id for place in (*now.values(), *before.values()) if place}
    return CodingChanges(before, _places(connection, "selection_id", passages))


def passages_of_step(connection: Connection, step_id: int, most: int) -> PassageChanges | None:
    """Return which passages the newest step made coded ones, or none; None as for ``of_step``.

    A coding that only got another code leaves its passage coded and is passed over, so that merging
    codes costs nothing here. A passage itself never moves: it is made and deleted.
    """
    step = _newest(connection)
    if step is None or step[0] != step_id or step[1] is None:
        return None
    rows = connection.run(
        f"SELECT {_CODING}, tbl, image FROM change WHERE id BETWEEN ? AND ? AND step_id = ?"
        " AND (tbl = 'coding' AND (op <> 'u' OR instr(image, '\"selection_id\"'))"
        " OR tbl = 'selection' AND op = 'd') ORDER BY id DESC LIMIT ?",
        (step[1], step[2], step[0], 2 * most + 1),
    ).all()
    if len(rows) > 2 * most:
        return None
    on_codings = [row for row in rows if row[4] == "coding"]
    if not on_codings:
        return PassageChanges()
    now = _places(connection, "id", {row[0] for row in on_codings})
    before = _before(on_codings, now)
    if step[3] and any(place != now.get(coding) for coding, place in before.items()):
        return None
    were = {place.selection_id for place in before.values() if place}
    touched = were | {place.selection_id for place in now.values()}
    standing = _places(connection, "selection_id", touched)
    are = {place.selection_id for place in standing.values()}
    were |= {place.selection_id for coding, place in standing.items() if coding not in before}
    spots = _spots(connection, were ^ are)
    for passage, _, _, _, table, image in rows:
        if table == "selection" and passage in were:
            old = json.loads(image or "{}")
            spots.setdefault(passage, Spot(old["document_id"], old["start"], old["end"]))
    if spots.keys() != were ^ are:
        return None
    return PassageChanges(
        frozenset(spots[passage] for passage in are - were),
        frozenset(spots[passage] for passage in were - are),
    )


def _newest(connection: Connection) -> Any:
    return connection.run(
        "SELECT id, first_change, last_change, merge_key FROM step ORDER BY id DESC LIMIT 1"
    ).first()


def _before(rows: list[tuple[Any, ...]], now: dict[int, Place]) -> dict[int, Place | None]:
    """Take the changes back, the newest first, as an undo would."""
    states: dict[int, Place | None] = {row[0]: now.get(row[0]) for row in rows}
    for coding, op, selection, code, *_ in rows:
        if op == "i":
            states[coding] = None
        elif selection is not None or code is not None:
            state = states[coding] or Place(0, 0)  # a deleted row's image has both
            states[coding] = Place(
                state.selection_id if selection is None else selection,
                state.code_id if code is None else code,
            )
    return states


def _places(connection: Connection, column: str, ids: set[int]) -> dict[int, Place]:
    return {
        row[0]: Place(row[1], row[2])
        for row in connection.run(
            f"SELECT id, selection_id, code_id FROM coding WHERE {column} IN ({queries.LISTED})",
            queries.ids_json(ids),
        )
    }


def _spots(connection: Connection, ids: set[int]) -> dict[int, Spot]:
    return {
        row[0]: Spot(row[1], row[2], row[3])
        for row in connection.run(
            f'SELECT id, document_id, start, "end" FROM selection WHERE id IN ({queries.LISTED})',
            queries.ids_json(ids),
        )
    }
