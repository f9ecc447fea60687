"""What is to be written of a state, and in what turn, so that names and places are free by then.

Found ahead in a worker: comparing some 100,000 rows takes longer than a window may stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qcode.services.joining.state import State, TableState
from qcode.store.join_queries import Row


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that stands in another place for a while, so that a following one can take its own."""

    row: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be written of one table: rows that change (``turns``: in turn), come, and go."""

    table: TableState
    updated: Sequence[Row]
    turns: Sequence[Row | Aside]
    inserted: Sequence[Row]
    deleted: Sequence[int]


def changes(state: State) -> dict[str, Changes]:
    """Compare a state with what was read; return by table what is to be written."""
    found: dict[str, Changes] = {}
    for name, table in state.tables.items():
        updated = table.updated()
        turns = updated if name == "code" else _in_turn(state, table, updated)
        found[name] = Changes(table, updated, turns, table.inserted(), table.deleted())
    return found


def _in_turn(state: State, table: TableState, rows: Sequence[Row]) -> Sequence[Row | Aside]:
    """Return rows so that each takes a place that is free by then.

    Where rows change places with each other, one stands somewhere else for a while.
    """
    rule = table.rule
    if not rows or not rule.key or rule.guid is None:
        return rows
    held = {table.key_of(table.old[row[0]]): row[0] for row in rows}
    if not any(held.get(table.key_of(row), row[0]) != row[0] for row in rows):
        return rows
    todo = {row[0]: row for row in rows}
    found: list[Row | Aside] = []
    while todo:
        ready = [row for row in todo.values() if held.get(table.key_of(row), row[0]) == row[0]]
        if not ready:
            loose = next(iter(todo.values()))
            found.append(Aside(loose[0], _aside(state, table, loose[0])))
            del held[table.key_of(table.old[loose[0]])]
        for row in ready:
            if held.get(table.key_of(table.old[row[0]])) == row[0]:
                del held[table.key_of(table.old[row[0]])]
            del todo[row[0]]
            found.append(row)
    return found


def _aside(state: State, table: TableState, row_id: int) -> dict[str, Any]:
    """Return a place where a row can stand for a while: a name or a goal that is free.

    Goals are there by then, and are there still. Nothing is tied to itself, not even for a while.
    Raises LookupError where all is taken: rows change places all at once only in theory.
    """
    rule, old = table.rule, table.old[row_id]
    if rule.columns[rule.key[0]] == "name":
        return {"name": str(old[rule.guid or 0])}
    keys = {table.key_of(row) for row in (*table.rows.values(), *table.old.values())}
    for at in rule.key:
        reference = rule.reference_at(at)
        if reference is None:
            continue
        target = state[reference.target]
        other_ends = {old[one.at] for one in rule.references if one.target == reference.target}
        for goal in (*target.old, *target.rows):
            key = table.key_of((*old[:at], goal, *old[at + 1 :]))
            if goal not in other_ends and key not in keys:
                return {rule.columns[at]: goal}
    raise LookupError(f"no free place in {rule.table}")
