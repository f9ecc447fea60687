"""What a step did to codings: where each of them was before, read from the journal."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from qcode.store import queries
from qcode.store.connection import Connection

# Read by SQLite: a merge of large codes leaves thousands of images.
_ENTRIES = (
    "SELECT row_id, op, json_extract(image, '$.selection_id'), json_extract(image, '$.code_id'),"
    " tbl, CASE tbl WHEN 'selection' THEN image END"
    " FROM change WHERE id BETWEEN ? AND ? AND step_id = ?"
    " AND (tbl = 'coding'{only} OR tbl = 'selection' AND op = 'd') ORDER BY id DESC LIMIT ?"
)
_EVERY = _ENTRIES.format(only="")
_MOVING = _ENTRIES.format(only=" AND (op <> 'u' OR instr(image, '\"selection_id\"'))")
_ON_PASSAGES = (
    'SELECT c.id, c.selection_id, c.code_id, s.document_id, s.start, s."end"'
    " FROM coding AS c JOIN selection AS s ON s.id = c.selection_id WHERE c.selection_id IN"
    f" (SELECT selection_id FROM coding WHERE id IN ({queries.LISTED})"
    f" UNION ALL {queries.LISTED})"
)

_Rows = list[tuple[Any, ...]]


class Step(NamedTuple):
    """A step and the first and the last of its changes, 0 where they are not known.

    ``goes_on`` tells of a step that later changes may have been added to.
    """

    number: int
    first: int
    last: int
    goes_on: bool

    @property
    def size(self) -> int:
        """How many changes it has at most."""
        return self.last - self.first + 1


class Place(NamedTuple):
    """Which passage a coding is on, and its code."""

    selection_id: int
    code_id: int


class Spot(NamedTuple):
    """Where a passage lies; start and end in code points."""

    document_id: int
    start: int
    end: int


class PassageChanges(NamedTuple):
    """Passages that a step gave their first coding, and those from which it took the last."""

    came: frozenset[Spot] = frozenset()
    went: frozenset[Spot] = frozenset()


class CodingChanges(NamedTuple):
    """Codings that a step touched, as they were (None: not there), and passages as they are.

    ``on_passages`` are all codings now on any passage that a touched coding is on or was on.
    ``passages`` says what that comes to, None where a passage that went can be found no more.
    """

    before: dict[int, Place | None]
    on_passages: dict[int, Place]
    passages: PassageChanges | None


def newest(connection: Connection) -> Step:
    """Return the newest step; its number is 0 before the first."""
    found = connection.run(
        "SELECT id, first_change, last_change, merge_key FROM step ORDER BY id DESC LIMIT 1"
    ).first()
    number, first, last, key = found or (0, 0, 0, "")
    return Step(number, first or 0, last or 0, bool(key))


def of_step(connection: Connection, step: Step, most: int) -> CodingChanges | None:
    """Return what a step did, None where it cannot be told or has more than ``2 * most`` changes.

    The step has to be the newest one: the passages are those of now.

    It cannot be told of a step that went on (moving an edge again and again): the journal keeps
    what was before the whole of it, not before its last part.
    """
    if not step.first or step.size > 2 * most:
        return None
    rows = _entries(connection, step, _EVERY, 2 * most)
    return None if rows is None else _told(connection, step, rows)


def passages_of_step(connection: Connection, step: Step, most: int) -> PassageChanges | None:
    """Return which passages a step of any size made coded ones, or none; None as for ``of_step``.

    A coding that only got another code leaves its passage coded and is passed over, so that merging
    codes costs nothing here. A passage itself never moves: it is made and deleted.
    """
    rows = _entries(connection, step, _MOVING, 2 * most) if step.first else None
    told = None if rows is None else _told(connection, step, rows)
    return None if told is None else told.passages


def _entries(connection: Connection, step: Step, statement: str, most: int) -> _Rows | None:
    """Read entries on codings and deleted passages, the newest first; None where it is too much."""
    rows = connection.run(statement, (step.first, step.last, step.number, most + 1)).all()
    return None if len(rows) > most else rows


def _told(connection: Connection, step: Step, rows: _Rows) -> CodingChanges | None:
    on_codings = [row for row in rows if row[4] == "coding"]
    if not on_codings:
        return CodingChanges({}, {}, PassageChanges())
    touched = queries.ids_json(row[0] for row in on_codings)
    left = queries.ids_json(row[2] for row in on_codings if row[2] is not None)
    standing = connection.run(_ON_PASSAGES, touched + left).all()
    now = {row[0]: Place(row[1], row[2]) for row in standing}
    before = _before(on_codings, now)
    if step.goes_on and any(place != now.get(coding) for coding, place in before.items()):
        return None
    are = {place.selection_id for place in now.values()}
    were = {place.selection_id for place in before.values() if place}
    were |= {place.selection_id for coding, place in now.items() if coding not in before}
    came, went = are - were, were - are
    spots = {row[1]: Spot(*row[3:]) for row in standing if row[1] in came}
    if went:
        spots |= _where(connection, rows, went)
    passages = None
    if len(spots) == len(came) + len(went):
        passages = PassageChanges(
            frozenset(spots[passage] for passage in came),
            frozenset(spots[passage] for passage in went),
        )
    return CodingChanges(before, now, passages)


def _before(rows: _Rows, now: dict[int, Place]) -> dict[int, Place | None]:
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


def _where(connection: Connection, rows: _Rows, went: set[int]) -> dict[int, Spot]:
    """Return where passages lay that have no coding any more, whether they are deleted or not."""
    spots: dict[int, Spot] = {}
    for passage, _, _, _, table, image in rows:
        if table == "selection" and passage in went:
            old = json.loads(image or "{}")
            spots[passage] = Spot(old["document_id"], old["start"], old["end"])
    if len(spots) < len(went):
        found = connection.run(
            f'SELECT id, document_id, start, "end" FROM selection WHERE id IN ({queries.LISTED})',
            queries.ids_json(went),
        )
        spots |= {row[0]: Spot(*row[1:]) for row in found}
    return spots
