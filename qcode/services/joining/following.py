"""Codes that were merged into another on one side: what the other did with them goes there, too.

Merging codes says that all that one stands for is the other from now on. Who goes on with the lost
code in a copy could not know. So new passages that come in with a code that was merged here are not
lost, and no reason to ask: they come to the code that took it in. What rests here on a code that
was merged there is asked about, since it would be moved by somebody who has not seen it; but it
moves, it does not go. Where the two sides merged the same codes the other way round, nobody can
follow both, and it is asked as for any code that was deleted.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType

from qcode.model.enums import CodeEventKind
from qcode.services.joining import rules
from qcode.services.joining.state import State
from qcode.store.join_queries import Row


def goals(events: Iterable[Row], same: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """Return GUID of a code that was merged → GUID of the code that took it in.

    ``events`` are rows of ``code_event``, ``same`` GUIDs in them that are known to be others here.
    A code that was deleted after all leads nowhere.
    """
    rule = rules.of_tables()["code_event"]
    what, code, into = rule.at("what"), rule.at("code_guid"), rule.at("into_guid")
    created = rule.at("created")
    found: dict[str, str] = {}
    for row in sorted(events, key=lambda one: (one[created], one[0])):
        guid = same.get(row[code], row[code])
        if row[what] == CodeEventKind.MERGE:
            found[guid] = same.get(row[into], row[into])
        elif row[what] == CodeEventKind.DELETE:
            found.pop(guid, None)
    return found


def goal(merged: Mapping[str, str], guid: str) -> str | None:
    """Return the GUID of the code that took one in at last, None where none did."""
    at, seen = guid, set[str]()
    while at in merged and at not in seen:
        seen.add(at)
        at = merged[at]
    return at if seen and at not in seen else None


class Followed:
    """Codes of the other file that were merged in ``state``; ``same`` are GUIDs there → here."""

    def __init__(self, state: State, same: Mapping[str, str]) -> None:
        self._codes = state["code"]
        self._same = same
        self._merged = goals(state["code_event"].rows.values())
        self._names: dict[int, tuple[str, str]] = {}

    def goal(self, there: Row, departed: Container[str]) -> int | None:
        """Return the code here that took in one that is there, None where it was not merged.

        ``departed`` are codes (GUIDs here) that were deleted there: who did that does not follow.
        """
        if not self._merged:
            return None
        rule = self._codes.rule
        guid, name = rule.at("guid"), rule.at("name")
        found = goal(self._merged, self._same.get(there[guid], there[guid]))
        into = None if found is None or found in departed else self._codes.by_guid(found)
        if into is not None:
            self._names[there[0]] = (str(there[name]), str(self._codes.rows[into][name]))
        return into

    def used(
        self, rows: Mapping[str, Iterable[Row]], came: Mapping[str, Iterable[tuple[int, int]]]
    ) -> list[tuple[str, str]]:
        """Return names of the codes with something new on them, and of those that have it now.

        ``rows`` are those of the other file; ``came`` names what is new by its number there, last.
        """
        found: set[int] = set()
        for rule, at in rules.referring("code") if self._names else ():
            new = {there for _, there in came.get(rule.table, ())}
            found.update(row[at] for row in rows[rule.table] if row[0] in new)
        return [names for there, names in self._names.items() if there in found]
