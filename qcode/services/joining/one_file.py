"""One file joined with the project in memory: matched, settled, mended."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from qcode.model.join_records import Choice, Choices, Conflict, ConflictKey, Refused, told
from qcode.model.messages import Message
from qcode.model.stamps import new_guid, now
from qcode.services.joining import following, leaving, reporting, rules
from qcode.services.joining.choices import Table
from qcode.services.joining.former import Past
from qcode.services.joining.ground import Ground
from qcode.services.joining.matching import Matcher
from qcode.services.joining.mending import mend
from qcode.services.joining.numbers import Numbers
from qcode.services.joining.parts import Part
from qcode.services.joining.reading import Side
from qcode.services.joining.settling import settle
from qcode.services.joining.state import State
from qcode.services.joining.words import Namer
from qcode.store.join_queries import Row
from qcode.store.journal import Progress

TextOf = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Coming:
    """One of the files to merge, as it was read.

    ``same`` are GUIDs there → here, ``skipped`` tables that say nothing about mine, ``last`` the
    rows that its newest step touched.
    """

    number: int
    side: Side
    ground: Ground
    same: Mapping[str, str]
    skipped: frozenset[str]
    last: list[dict[str, Any]]


@dataclass(slots=True)
class Joined:
    """What became of the project in memory, and what was found on the way."""

    state: State
    conflicts: list[Conflict] = field(default_factory=list)
    open: list[Conflict] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)


def join(
    start: State,
    coming: Coming,
    texts: Mapping[str, Mapping[str, int]],
    choices: Choices,
    prefer: Choice | None,
    text_of: TextOf,
    my_steps: Mapping[str, object],
    progress: Progress,
) -> Joined:
    """Join one file with ``start``, which stays as it is.

    ``texts`` has SHA-256 → number of every text, ``my_steps`` the GUIDs of the project's steps.
    ``progress`` hears of the rows that are gone through, and may raise to stop.
    What comes back although it was deleted here is known only when all was looked at; then the
    file is gone through once more with it.
    """
    other = coming.side
    revived: set[leaving.Place] = set()
    asked: dict[ConflictKey, Conflict] = {}
    while True:
        state = start.copy()
        numbers = Numbers.of(other, texts)
        past = Past(coming.ground, state, numbers)
        matcher = Matcher(state, other, past, numbers, coming.same, revived, coming.skipped)
        match = matcher.match(Part(progress, 0, 2))
        namer = Namer(partial(_row, state, numbers), text_of)
        table = Table(coming.number, choices, prefer, namer)
        settle(state, match, past, numbers, table, matcher.need, Part(progress, 1, 2))
        settled = len(table.conflicts)
        back = leaving.revived(match, numbers, other, past, table)
        if back <= revived:
            break
        asked |= {one.key: one for one in table.conflicts[settled:] if one.key not in table.open}
        revived |= back
    merged = following.goals(other.rows["code_event"], {**coming.same, **match.same})
    leaving.Leaver(state, match, past, table, merged).leave()
    now = {one.key for one in table.conflicts}
    conflicts = [one for key, one in asked.items() if key not in now] + table.conflicts
    joined = Joined(state, conflicts, [one for one in conflicts if one.key in table.open])
    joined.notes += mend(state, start, match)
    documents = rules.of_tables()["document"]
    names = {row[0]: str(row[documents.at("name")]) for row in other.rows["document"]}
    joined.refused += [
        Refused(coming.number, names[document], rows) for document, rows in match.refused.items()
    ]
    if joined.conflicts or _brought(start, state):
        _note(start, joined, coming, match.same, namer, my_steps)
    return joined


def _row(state: State, numbers: Numbers, table: str, row_id: int) -> Row | None:
    found = state[table].rows.get(row_id) or state[table].old.get(row_id)
    return found or numbers.out_rows.get(table, {}).get(row_id)


def _brought(start: State, state: State) -> bool:
    return any(table.rows != start[name].rows for name, table in state.tables.items())


def _note(
    start: State,
    joined: Joined,
    coming: Coming,
    same: Mapping[str, str],
    namer: Namer,
    my_steps: Mapping[str, object],
) -> None:
    """Note how far the file has come in, and what it had merged itself."""
    other, table = coming.side, joined.state["merged"]
    rule = table.rule
    if not other.packet_of:
        step_at = rule.at("step_guid")
        for row in other.rows["merged"]:
            if row[step_at] not in my_steps and table.by_guid(row[1]) is None:
                coder = _coder_here(joined.state, other, row[rule.at("coder_id")])
                made = list(row)
                made[0], made[rule.at("coder_id")] = table.take_id(), coder
                table.insert(tuple(made))
    before = {name: one.rows for name, one in start.tables.items()}
    report = reporting.report(joined.state, before, [other.path], namer, (), joined.notes)
    newest = other.steps[-1]
    plain = json.loads(told(report))
    del plain["files"]  # where it lay is nobody else's business
    plain["refused"] = [one.document for one in joined.refused]
    plain |= {"at": newest.at, "last": coming.last, "same": dict(same)}
    values = {
        "id": table.take_id(),
        "guid": new_guid(),
        "name": other.name,
        "step_guid": newest.guid,
        "change": max(one.last for one in other.steps),
        "report": json.dumps(plain, ensure_ascii=False),
        "coder_id": 0,  # who merges; their row may have to be made first
        "created": now(),
    }
    table.insert(tuple(values[name] for name in rule.columns))


def _coder_here(state: State, other: Side, number: int) -> int:
    """Return my number of a coder there, 0 (who merges) where they did nothing that came in."""
    rule = rules.of_tables()["coder"]
    row = next(one for one in other.rows["coder"] if one[0] == number)
    table = state["coder"]
    found = table.by_guid(row[rule.guid or 1])
    return found if found is not None else table.by_key(row) or 0
