"""What happened to the rows of a file since a place in its history, when all is added up.

Undo and redo are entries of the journal too, but an undo whose step was redone is superseded and
its entries are gone. So entries are not simply followed: what counts are the steps that hold now
and were made since, and the last undo or redo of older steps that hold now and did not then, or
the other way round. In the order of their entries these lead from the older state to the present.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from qcode.services.joining import rules
from qcode.store.join_queries import Entry, StepRow


@dataclass(slots=True)
class TableNews:
    """What became of the rows of one table: ids that are new, old values by id.

    ``changed`` has the old values of columns, ``deleted`` whole old rows and the step that deleted
    them. Values are as in the file, references its own numbers. ``moved`` are links that tie other
    things together since: their ids and the step that did it. What is known by nothing but what it
    ties (``links``: those columns) is another thing by that; the one that it was is gone.
    ``passing`` is what came since and was deleted again, like ``deleted``: it may have come from
    a file that others merged as well. So ``early`` has the first values of what came and was
    changed, ``between`` values that a column had for a while, and ``last`` the rows that were
    changed before they were deleted as they were then.
    """

    links: frozenset[str] = frozenset()
    inserted: set[int] = field(default_factory=set)
    changed: dict[int, dict[str, Any]] = field(default_factory=dict)
    deleted: dict[int, tuple[dict[str, Any], int]] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    passing: dict[int, tuple[dict[str, Any], int]] = field(default_factory=dict)
    early: dict[int, dict[str, Any]] = field(default_factory=dict)
    between: dict[int, dict[str, list[Any]]] = field(default_factory=dict)
    last: dict[int, dict[str, Any]] = field(default_factory=dict)


class Net:
    """The sum of what happened, by table."""

    def __init__(self) -> None:
        self._tables: dict[str, TableNews] = {}

    def of(self, table: str) -> TableNews:
        """Return the news of one table."""
        found = self._tables.get(table)
        if found is None:
            found = self._tables[table] = TableNews(_links(table))
        return found

    def add(self, entry: Entry) -> None:
        """Take in the next entry; raises ValueError where its image cannot be read."""
        news, row = self.of(entry.table), entry.row
        if entry.op == "i":
            news.last.pop(row, None)
            back = news.deleted.pop(row, None)
            if back is None:
                news.passing.pop(row, None)
                news.inserted.add(row)
            else:  # deleted and brought back: the same row, perhaps with other values
                news.changed[row] = back[0]
            return
        image = _image(entry)
        came = row in news.inserted
        older = news.early if came else news.changed
        if entry.op == "u":
            if (known := older.get(row)) is not None:
                for name in image.keys() & known.keys():
                    news.between.setdefault(row, {}).setdefault(name, []).append(image[name])
            older[row] = image | (known or {})
            if not came and not news.links.isdisjoint(image):
                news.moved[row] = entry.step
            return
        changed = older.pop(row, None)
        if changed:
            news.last[row] = image
        news.moved.pop(row, None)
        if came:
            news.inserted.discard(row)
            news.passing[row] = (image, entry.step)
        else:
            news.deleted[row] = (image | (changed or {}), entry.step)


def _links(table: str) -> frozenset[str]:
    rule = rules.of_tables().get(table)
    if rule is None or rule.guid is not None:
        return frozenset()
    return frozenset(rule.columns[at] for at in rule.key)


def _image(entry: Entry) -> dict[str, Any]:
    image = json.loads(entry.image or "{}")
    if not isinstance(image, dict) or not all(
        one is None or isinstance(one, (str, int)) for one in image.values()
    ):
        raise ValueError(f"entry {entry.id} holds no row")
    return image


def net(steps: Sequence[StepRow], entries: Iterable[Entry], step: int, change: int) -> Net:
    """Add up what happened behind entry ``change``, which step ``step`` had come to then.

    ``entries`` are those behind ``change``. Without a common state ``step`` and ``change`` are 0:
    then everything is new.
    """
    then, today = _holding(steps, step), _holding(steps, None)
    counted = {one for one, holds in today.items() if holds and one > step}
    for one in steps:
        if one.id <= step and one.kind == "do" and then[one.id] is not today[one.id]:
            counted.add(one.images)
    if then.get(step) and today[step]:
        counted.add(step)  # what was typed into it later
    found = Net()
    for entry in entries:
        if entry.step in counted and entry.id > change:
            found.add(entry)
    return found


def _holding(steps: Sequence[StepRow], until: int | None) -> Mapping[int, bool]:
    """Return ``do`` step → whether it held when step ``until`` was the newest, None: today."""
    holds: dict[int, bool] = {}
    for one in steps:
        if until is not None and one.id > until:
            break
        if one.kind == "do":
            holds[one.id] = True
        elif one.target is not None:
            holds[one.target] = one.kind == "redo"
    return holds
