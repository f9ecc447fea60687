"""Rows that were deleted in the other file, found among mine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qcode.services.joining.former import Former, Past, moved_from
from qcode.services.joining.numbers import Cause, Numbers
from qcode.services.joining.reading import Side
from qcode.services.joining.rules import PASSAGES, Rule
from qcode.services.joining.state import State, TableState
from qcode.store.join_queries import Row

_Images = Mapping[int, tuple[dict[str, Any], int]]


class Departed:
    """Looks for what was deleted there, table by table, after the rows that are still there.

    ``same`` are GUIDs there that are known to be others here.
    """

    def __init__(
        self, state: State, other: Side, past: Past, numbers: Numbers, same: Mapping[str, str]
    ) -> None:
        self._state = state
        self._other = other
        self._past = past
        self._numbers = numbers
        self._same = same
        self._guids: dict[str, set[str]] = {}

    def find(self, rule: Rule) -> dict[int, Former]:
        """Return my number of each row that was deleted there, and what it was."""
        table, ids = self._state[rule.table], self._numbers.ids[rule.table]
        last_images = self._past.ground.theirs.of(rule.table).last
        deleted = self._images(rule)
        found: dict[int, Former] = {}
        if rule.table == "code":  # one that went with its parent may come before it
            for there, (image, _) in deleted.items():
                mine = of_guid(table, str(image.get("guid")), self._same)
                if mine is not None:
                    ids[there] = mine
        for there, (image, step) in deleted.items():
            if not image.keys() <= set(rule.columns):
                continue  # of a schema that nobody reads any more
            row = self._former(rule, image)
            if (cause := self._refusal(rule, row)) is not None:
                self._numbers.keep_out(rule.table, there, list(row), cause)
                continue
            # What was made anew under another GUID is not what was deleted there.
            by_guid = rule.guid is not None and rule.table != PASSAGES
            mine = of_guid(table, row[rule.guid or 0], self._same) if by_guid else table.by_key(row)
            if mine is not None:
                ids[there] = mine
                then = last_images.get(there)
                last = row if then is None else self._former(rule, then)
                found[mine] = Former((mine, *row[1:]), step, (mine, *last[1:]))
        return found | self._moved(rule)

    def guids(self, rule: Rule) -> set[str]:
        """Return the GUIDs here of what was deleted there."""
        if rule.table not in self._guids:
            images = (str(image.get("guid")) for image, _ in self._images(rule).values())
            self._guids[rule.table] = {self._same.get(one, one) for one in images}
        return self._guids[rule.table]

    def _images(self, rule: Rule) -> _Images:
        news = self._past.ground.theirs.of(rule.table)
        if news.passing and (rule.guid is not None or self._past.ground.mine is not None):
            return news.passing | news.deleted
        return news.deleted

    def _former(self, rule: Rule, image: Mapping[str, Any]) -> Row:
        return self._numbers.former(rule, tuple(image.get(name) for name in rule.columns))

    def _moved(self, rule: Rule) -> dict[int, Former]:
        """Take a link that ties other things there by now for one that was deleted there."""
        table, news = self._state[rule.table], self._past.ground.theirs.of(rule.table)
        found: dict[int, Former] = {}
        for there in self._other.rows[rule.table] if news.moved else ():
            then = moved_from(rule, there, news)
            if then is None:
                continue
            row = self._numbers.former(rule, then)
            mine = None if self._refusal(rule, row) is not None else table.by_key(row)
            if mine is not None:
                row = (mine, *row[1:])
                found[mine] = Former(row, news.moved[there[0]], row)
        return found

    def _refusal(self, rule: Rule, row: Row) -> Cause | None:
        """Return why a row that was deleted there is none of my business: its document is out."""
        for one in rule.references:
            cause = self._numbers.out.get(one.target, {}).get(row[one.at])
            if cause is not None and cause.refused:
                return cause
        return None


def of_guid(table: TableState, guid: str, same: Mapping[str, str]) -> int | None:
    """Return my number of the row that has a GUID there; ``same``: GUIDs there → here."""
    mine = table.by_guid(guid)
    if mine is None and guid in same:
        mine = table.by_guid(same[guid])
    return mine
