"""Two rows made one, and what rests on a row handed on to another one."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from qcode.services.joining.choices import joined
from qcode.services.joining.matching import Match
from qcode.services.joining.rules import Rule
from qcode.services.joining.settling import further
from qcode.services.joining.state import State
from qcode.store.join_queries import Row

Place = tuple[str, int]


def unite(state: State, name: str, lost: int, kept: int, match: Match) -> None:
    """Let one row take in another of table ``name``, its texts and what rests on it."""
    table = state[name]
    rule = table.rule
    row, other = table.rows[kept], table.rows[lost]
    made = tuple(
        value if at in rule.fixed | rule.soft or at in rule.key else _of_both(rule, at, row, other)
        for at, value in enumerate(row)
    )
    if made != row:
        table.update(made)
    if rule.guid is not None:
        match.same[other[rule.guid]] = row[rule.guid]
    hand_on(state, name, lost, kept, match)
    table.remove(lost)


def hand_on(
    state: State, name: str, lost: int, kept: int, match: Match, but: Container[Place] = ()
) -> list[Place]:
    """Let what rests on row ``lost`` rest on ``kept``, all ``but`` some; return what moved.

    What ``kept`` carries already is united with it: no text of either is lost.
    """
    moved: list[Place] = []
    for below, row_id, _ in list(state.resting(name, [lost])):
        table = state[below]
        if (below, row_id) in but or row_id not in table.rows:
            continue
        row = tuple(
            kept
            if value == lost and (one := table.rule.reference_at(at)) and one.target == name
            else value
            for at, value in enumerate(table.rows[row_id])
        )
        twin = table.by_key(row) if table.rule.key else None
        if twin is None or twin == row_id:
            table.update(row)
        else:
            unite(state, below, row_id, twin, match)
        moved.append((below, row_id))
    return moved


def _of_both(rule: Rule, at: int, row: Row, other: Row) -> Any:
    """Return what holds of a column where two rows become one."""
    if rule.columns[at] == "typical":
        return max(row[at], other[at])
    if rule.table == "work" and rule.columns[at] == "status":
        return further(row[at], other[at])
    return joined(rule, at, row[at], other[at])
