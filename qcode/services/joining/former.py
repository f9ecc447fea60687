"""Rows as they were in the state that both files began from, in my numbers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple

from qcode.services.joining.ground import Ground
from qcode.services.joining.history import TableNews
from qcode.services.joining.numbers import Numbers
from qcode.services.joining.rules import PASSAGES, Rule
from qcode.services.joining.state import State, TableState
from qcode.store.join_queries import Row


class Standing(Enum):
    """What a row of the other file is that mine does not have."""

    NEW = auto()
    CHANGED = auto()
    GONE = auto()


class Former(NamedTuple):
    """A row that was deleted there: as it was in the common state, and the step that did it.

    ``last`` is the row as it was when it was deleted.
    """

    row: Row
    step: int
    last: Row


class Past:
    """The common state, asked for rows. ``state`` is my project as it is now in memory."""

    def __init__(self, ground: Ground, state: State, numbers: Numbers) -> None:
        self.ground = ground
        self._state = state
        self._numbers = numbers
        self._gone: dict[str, tuple[dict[str, Row], dict[object, Row]]] = {}
        self._again: dict[int, int] | None = None
        # Passages that are here only if something comes in on them: what they are known by → number
        self.coming_passages: dict[object, int] = {}

    def bases(self, rule: Rule, mine: int, there: Row, former: dict[int, Former]) -> list[Row]:
        """Return a row that both have as it was; several where there are several common states."""
        found: list[Row] = []
        ground = self.ground
        if ground.by_theirs:
            typed = ground.unsure.get((rule.table, there[0]), {})
            news = ground.theirs.of(rule.table)
            if typed is not None and not self._is_new(rule, there):
                row = with_old(rule, there, {**news.changed.get(there[0], {}), **typed})
                found.append(self._numbers.former(rule, row))
            elif (
                typed is not None and there[0] in news.early
            ):  # it came from a file that I have merged as well
                row = with_old(rule, there, news.early[there[0]])
                found.append(self._numbers.former(rule, row))
            elif typed is not None and mine in former:  # deleted there and made again
                found.append(former[mine].row)
        if ground.mine is not None:
            typed = ground.my_unsure.get((rule.table, mine), {})
            row_then = self.mine_then(rule, mine)
            if row_then is not None and typed is not None:
                found.append(self._placed(rule, with_old(rule, row_then, typed)))
        return found

    def between(self, rule: Rule, there: Row) -> dict[int, set[object]]:
        """Return column → what a row was for a while there, on its way to what it is now.

        Who has one of these values has it from there, or from where they have it, too.
        """
        found: dict[int, set[object]] = {}
        if self.ground.unknown:
            return found
        known = self.ground.theirs.of(rule.table).between.get(there[0], {})
        for name, values in known.items():
            if name in rule.columns:
                at = rule.at(name)
                rows = (
                    self._numbers.former(rule, with_old(rule, there, {name: v})) for v in values
                )
                found[at] = {row[at] for row in rows}
        return found

    def mine_then(self, rule: Rule, mine: int) -> Row | None:
        """Return a row of mine as it was in my own former state, None where it was not there."""
        if self.ground.mine is None:
            return None
        news, table = self.ground.mine.of(rule.table), self._state[rule.table]
        if mine in news.inserted or mine not in table.old:
            return None
        row = with_old(rule, table.old[mine], news.changed.get(mine, {}))
        if mine in news.moved and table.key_of(row) != table.key_of(table.old[mine]):
            return None
        return row

    def _is_new(self, rule: Rule, there: Row) -> bool:
        """Whether a row there was not in the common state: made since, or tied to other things."""
        news = self.ground.theirs.of(rule.table)
        return there[0] in news.inserted or moved_from(rule, there, news) is not None

    def standing(self, rule: Rule, there: Row, row: Row) -> Standing:
        """Say what a row without match is; ``row`` has my numbers."""
        ground = self.ground
        unchanged = False
        if ground.by_theirs and not ground.partial:
            news = ground.theirs.of(rule.table)
            if not self._is_new(rule, there):
                old = news.changed.get(there[0], {})
                unchanged = not any(
                    rule.at(name) not in rule.soft and there[rule.at(name)] != value
                    for name, value in old.items()
                    if name in rule.columns
                )
                if ground.mine is None:
                    return Standing.GONE if unchanged else Standing.CHANGED
            elif ground.mine is None:
                return Standing.NEW
        if ground.mine is None:
            return Standing.NEW
        gone = self._gone_row(rule, row)
        if gone is None:
            return Standing.NEW
        return Standing.GONE if unchanged or alike(rule, gone, row) else Standing.CHANGED

    def _gone_row(self, rule: Rule, row: Row) -> Row | None:
        """Return the row that I deleted since my former state and that is the same as ``row``."""
        if rule.table not in self._gone:
            self._gone[rule.table] = self._gone_rows(rule, self._state[rule.table])
        guids, keys = self._gone[rule.table]
        if rule.guid is not None and row[rule.guid] in guids:
            return guids[row[rule.guid]]
        return keys.get(self._state[rule.table].key_of(row)) if rule.key else None

    def _placed(self, rule: Rule, row: Row) -> Row:
        """Return a row of my former state on the passages of today.

        A passage goes with the last that is on it, and has another number when it is needed again.
        """
        for one in rule.references:
            if one.target == PASSAGES and row[one.at] not in self._state[PASSAGES].rows:
                if self._again is None:
                    self._again = self._passages_again()
                now = self._again.get(row[one.at], row[one.at])
                row = (*row[: one.at], now, *row[one.at + 1 :])
        return row

    def _passages_again(self) -> dict[int, int]:
        table = self._state[PASSAGES]
        if PASSAGES not in self._gone:
            self._gone[PASSAGES] = self._gone_rows(table.rule, table)
        found: dict[int, int] = {}
        for row in self._gone[PASSAGES][0].values():
            now = table.by_key(row) or self.coming_passages.get(table.key_of(row))
            if now is not None:
                found[row[0]] = now
        return found

    def _gone_rows(self, rule: Rule, table: TableState) -> tuple[dict[str, Row], dict[object, Row]]:
        assert self.ground.mine is not None
        news: TableNews = self.ground.mine.of(rule.table)
        rows: list[Row] = [
            (row_id, *(image.get(name) for name in rule.columns[1:]))
            for row_id, (image, _) in news.deleted.items()
        ]
        for row_id in news.moved:
            then = moved_from(rule, table.old[row_id], news) if row_id in table.old else None
            if then is not None:
                rows.append(then)
        for row_id in table.deleted():  # by a file that came before this one
            row = self.mine_then(rule, row_id)
            if row is not None:
                rows.append(row)
        if rule.table != PASSAGES:
            rows = [self._placed(rule, row) for row in rows]
        at = rule.guid
        guids: dict[str, Row] = {} if at is None else {str(row[at]): row for row in rows}
        return guids, {table.key_of(row): row for row in rows} if rule.key else {}


def moved_from(rule: Rule, row: Row, news: TableNews) -> Row | None:
    """Return a link as it was while it tied other things, None where it always tied these.

    ``row`` is as its own file has it now, ``news`` is what happened to its table there.
    """
    if row[0] not in news.moved or row[0] in news.inserted:
        return None
    then = with_old(rule, row, news.changed.get(row[0], {}))
    return then if any(then[at] != row[at] for at in rule.key) else None


def with_old(rule: Rule, row: Row, old: Mapping[str, object]) -> Row:
    """Return a row with the values that some of its columns had."""
    if not old:
        return row
    made = list(row)
    for name, value in old.items():
        if name in rule.columns:
            made[rule.at(name)] = value
    return tuple(made)


def alike(rule: Rule, one: Row, other: Row) -> bool:
    """Whether two rows say the same, but for what never conflicts.

    Of what ``other`` points to only what is here is compared, and no passages: those come and go.
    """
    passed = rule.soft | rule.fixed
    passed |= {
        one.at
        for one in rule.references
        if one.target == PASSAGES or (other[one.at] is not None and other[one.at] < 0)
    }
    return all(
        mine == theirs
        for at, (mine, theirs) in enumerate(zip(one, other, strict=True))
        if at not in passed
    )
