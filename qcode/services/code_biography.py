"""The life of a code, read from the journal: made, renamed, raised, moved, merged, split, deleted.

Nothing is kept for it but what every step leaves anyway, so a code has a life from its first day,
and a code that is gone has one too. What was taken back by undo never happened.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from qcode.model.errors import QcodeError
from qcode.model.log_records import (
    Biography,
    CodeEventRecord,
    LifeEntry,
    LifeEvent,
    LogChange,
)
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.services.code_life_words import (
    AFTER_DISAGREEMENT,
    EMPTIED,
    after_disagreement,
    told_by,
    told_of,
)
from qcode.services.code_reading import TEXT_FIELDS
from qcode.services.project import Project
from qcode.store import journal, log_queries, queries
from qcode.store.connection import Connection

_NEVER = QT_TRANSLATE_NOOP("core", "There never was such a code.")

_Row = dict[str, Any]


class _Kept(NamedTuple):
    """Entries of the journal about codes, by row, up to entry ``last``."""

    last: int
    codes: dict[int, list[LogChange]]
    numbers: dict[str, int]  # GUID of a code → its row
    events: dict[int, int]  # code event → the step that wrote it


_kept: WeakKeyDictionary[Project, _Kept] = WeakKeyDictionary()


def biography(project: Project, code: int | str) -> Biography:
    """Return the life of a code (its id or GUID), oldest entry first.

    Typing into one field at one sitting is one entry; order among siblings and favourites are none.
    The first call reads the whole journal, later ones what came since. Raises ``QcodeError`` when
    there never was such a code.
    """
    with project.read() as connection:
        kept = _entries(project, connection)
        row = kept.numbers.get(code) if isinstance(code, str) else code
        changes = kept.codes.get(row or 0, [])
        present = _present(connection, row or 0)
        guid = present["guid"] if present else changes[0].guid if changes else None
        if row is None or guid is None:
            raise QcodeError(_NEVER)
        events = log_queries.code_events(connection, guid)
        steps = log_queries.standing_steps(
            connection, {*(one.step for one in changes), *kept.events.values()}
        )
        names = _Names(connection, kept, steps)
        entries = _life(guid, changes, present, events, steps, kept, names)
        if present is None and not entries:
            raise QcodeError(_NEVER)
        months = log_queries.coding_months(connection, row) if present else []
    amended = {step for step, told in steps.items() if told[2] in AFTER_DISAGREEMENT}
    return Biography(
        guid=guid,
        name=present["name"] if present else _last_name(changes),
        gone=present is None,
        entries=tuple(
            replace(one, what=after_disagreement(one.what)) if one.step in amended else one
            for one in _joined(entries, amended)
        ),
        codings=sum(month[1] for month in months),
        first=min((month[2] for month in months), default=""),
        last=max((month[3] for month in months), default=""),
        months=tuple((month[0], month[1]) for month in months),
    )


def _entries(project: Project, connection: Connection) -> _Kept:
    """Read what the journal has got since the last time; it only ever grows at its end."""
    known = _kept.get(project) or _Kept(0, {}, {}, {})
    last = journal.last_change(connection)
    if last <= known.last:
        return known
    # Workers may ask at the same time: what others hold is never changed.
    codes, numbers, events = dict(known.codes), dict(known.numbers), dict(known.events)
    fresh: dict[int, list[LogChange]] = {}
    for change in log_queries.changes_of_codes(connection, known.last):
        if change.table == "code":
            fresh.setdefault(change.row, []).append(change)
            numbers[change.guid or ""] = change.row
        elif change.op == "i":
            events[change.row] = change.step
    for row, listed in fresh.items():
        codes[row] = [*codes.get(row, ()), *listed]
    kept = _kept[project] = _Kept(last, codes, numbers, events)
    return kept


def _present(connection: Connection, row: int) -> _Row | None:
    code = queries.code(connection, row)
    if code is None:
        return None
    names = ("guid", "name", "kind", "parent_id", "color", *TEXT_FIELDS)
    return {name: getattr(code, name) for name in names}


def _last_name(changes: Sequence[LogChange]) -> str:
    images = [change.image for change in changes if change.op == "d" and change.image]
    return str(json.loads(images[-1])["name"]) if images else ""


class _Names:
    """What codes were called at some place of the journal."""

    def __init__(
        self, connection: Connection, kept: _Kept, steps: Mapping[int, tuple[Any, ...]]
    ) -> None:
        self._connection = connection
        self._kept = kept
        self._steps = dict(steps)

    def at(self, row: int, change: int) -> str:
        """Return the name that code ``row`` had after entry ``change``."""
        later = [
            one
            for one in self._kept.codes.get(row, [])
            if one.id > change and one.image and '"name"' in one.image
        ]
        unknown = {one.step for one in later} - self._steps.keys()
        self._steps |= log_queries.standing_steps(self._connection, unknown)
        for one in later:
            if one.step in self._steps and one.image and "name" in (old := json.loads(one.image)):
                return str(old["name"])
        code = queries.code(self._connection, row)
        return code.name if code else ""


# ---------------------------------------------------------------------- the entries


def _life(
    guid: str,
    changes: Sequence[LogChange],
    present: _Row | None,
    events: Sequence[CodeEventRecord],
    steps: Mapping[int, tuple[Any, ...]],
    kept: _Kept,
    names: _Names,
) -> list[LifeEntry]:
    """Return the entries in order: the journal knows old values, so it is read from its end."""
    by_step: dict[int, list[CodeEventRecord]] = {}
    for event in events:
        by_step.setdefault(kept.events.get(event.id, 0), []).append(event)
    found: dict[int, list[LifeEntry]] = {}
    state = present
    standing = [change for change in changes if change.step in steps]
    for step, run in groupby(reversed(standing), key=attrgetter("step")):
        at, coder, template, params = steps[step]
        after, last = state, 0
        for change in run:
            last = max(last, change.id)
            state = _before(change, state)
        told: list[tuple[LifeEvent, Message]] = []
        if after is None and state is not None:
            if not any(event.code_guid == guid for event in by_step.get(step, ())):
                told = [(LifeEvent.DELETED, Message.from_json(template, params))]
        elif after is not None:
            told = list(told_of(state, after, partial(names.at, change=last)))
        found[step] = [LifeEntry(at, coder, kind, what, step=step) for kind, what in told]
    for step, listed in by_step.items():
        at, coder = steps[step][:2] if step in steps else (listed[0].created, listed[0].coder)
        told_here = found.setdefault(step, [])
        place = sum(entry.kind is LifeEvent.CREATED for entry in told_here)
        told_here[place:place] = [
            LifeEntry(at, coder, *told_by(event, guid), event.reason, step, event.id)
            for event in listed
        ]
    return [entry for step in sorted(found) for entry in found[step]]


def _before(change: LogChange, after: _Row | None) -> _Row | None:
    if change.op == "i":
        return None
    old: _Row = json.loads(change.image or "{}")
    return old if change.op == "d" else {**(after or {}), **old}


def _joined(entries: Sequence[LifeEntry], amended: Collection[int]) -> Iterator[LifeEntry]:
    """Let going on with one field on one day be one entry: the last of the run.

    Amendments after a disagreement (steps) are not joined with anything else.
    """
    waiting: LifeEntry | None = None
    for entry in entries:
        apart = waiting is not None and (waiting.step in amended) != (entry.step in amended)
        if waiting is not None and (apart or not _goes_on(waiting, entry)):
            yield waiting
            waiting = entry
        elif waiting is None:
            waiting = entry
        else:
            waiting = _both(waiting, entry)
    if waiting is not None:
        yield waiting


def _goes_on(first: LifeEntry, then: LifeEntry) -> bool:
    return (
        first.kind is then.kind is LifeEvent.DESCRIBED
        and first.what.params == then.what.params
        and (first.coder, first.at[:10]) == (then.coder, then.at[:10])
    )


def _both(first: LifeEntry, then: LifeEntry) -> LifeEntry:
    """The later time, with what came of both: what was empty at first was written."""
    what = then.what if then.what.template == EMPTIED else first.what
    return LifeEntry(then.at, then.coder, then.kind, what, step=then.step)
