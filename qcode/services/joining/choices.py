"""Conflicts as they are found, and what was chosen for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from qcode.model.join_records import (
    Choice,
    Choices,
    Conflict,
    ConflictField,
    ConflictKey,
    ConflictKind,
    Shown,
)
from qcode.services.joining import rules, words
from qcode.services.joining.rules import Rule
from qcode.services.joining.words import Namer

if TYPE_CHECKING:
    from qcode.store.join_queries import Row


class Table:
    """The table on which the conflicts of one file are laid out, with the choices made so far."""

    def __init__(self, file: int, choices: Choices, prefer: Choice | None, namer: Namer) -> None:
        self._file = file
        self._choices = choices
        self._prefer = prefer
        self._namer = namer
        self.conflicts: list[Conflict] = []
        self.open: set[ConflictKey] = set()

    def key(self, rule: Rule, row: Row) -> ConflictKey:
        """Return the key of a conflict about a row: its GUID, or what it ties together."""
        if rule.guid is not None:
            return ConflictKey(self._file, rule.table, str(row[rule.guid]))
        tied = [
            str(row[at]) if rule.reference_at(at) is None else self._namer.identity(rule, row, at)
            for at in rule.key
        ]
        return ConflictKey(self._file, rule.table, "/".join(tied))

    def changed(
        self, rule: Rule, mine: Row, theirs: Row, base: Row | None, columns: Iterable[int]
    ) -> Mapping[int, Choice]:
        """Lay out a row that both sides changed; return the choice for each column.

        A column without a choice stays mine, and the conflict is open.
        """
        key = self.key(rule, mine)
        fields = [self._field(rule, at, base, mine, theirs) for at in columns]
        conflict = Conflict(
            key,
            ConflictKind.CHANGED,
            words.what(rule.table),
            self._namer.name(rule, mine),
            tuple(fields),
        )
        chosen = {at: self._of(key.of(rule.columns[at])) for at in columns}
        self._lay(conflict, all(one is not None for one in chosen.values()))
        return {at: one or Choice.MINE for at, one in chosen.items()}

    def deleted(
        self,
        kind: ConflictKind,
        rule: Rule,
        row: Row,
        base: Row | None,
        columns: Iterable[int],
        resting: int,
        into: str = "",
    ) -> Choice:
        """Lay out a row that one side deleted; return whose state holds, mine while it is open.

        ``into`` names the code that takes in what rests on a code that was merged.
        """
        key = self.key(rule, row)
        here = kind is ConflictKind.DELETED_HERE
        fields = [
            self._field(rule, at, base, None if here else row, row if here else None)
            for at in columns
        ]
        conflict = Conflict(
            key,
            kind,
            words.what(rule.table),
            self._namer.name(rule, row),
            tuple(fields),
            resting,
            into,
        )
        choice = self._of(key)
        self._lay(conflict, choice is not None)
        return choice or Choice.MINE

    def _of(self, key: ConflictKey) -> Choice | None:
        return self._choices.get(key) or self._choices.get(key.of("")) or self._prefer

    def _lay(self, conflict: Conflict, settled: bool) -> None:
        self.conflicts.append(conflict)
        if not settled:
            self.open.add(conflict.key)

    def _field(
        self, rule: Rule, at: int, base: Row | None, mine: Row | None, theirs: Row | None
    ) -> ConflictField:
        def shown(row: Row | None) -> Shown:
            return None if row is None else self._namer.shown(rule, at, row[at])

        return ConflictField(
            key=rule.columns[at],
            label=words.field_label(rule.table, rule.columns[at]),
            base=shown(base),
            mine=shown(mine),
            theirs=shown(theirs),
            long=is_long(rule, at),
            joinable=mine is not None and theirs is not None and is_joinable(rule, at),
        )


def is_long(rule: Rule, at: int) -> bool:
    """Whether a column holds prose of several lines."""
    column = rule.columns[at]
    return column in rules.LONG or (rule.table, column) == ("code", "typical")


def is_joinable(rule: Rule, at: int) -> bool:
    """Whether two values of a column can both be kept, as one text."""
    return is_long(rule, at) or rule.columns[at] in rules.LINES or rule.table == "variable_value"


def joined(rule: Rule, at: int, mine: object, theirs: object) -> object:
    """Return what ``both`` makes of two values: mine first; mine alone where they do not join."""
    if not is_joinable(rule, at) or (at in rule.key and rule.table == "variable_value"):
        return mine
    first, second = str(mine), str(theirs)
    if not second.strip() or second in first:
        return first
    if not first.strip() or first in second:
        return second
    between = "\n\n" if is_long(rule, at) else " / "
    return f"{first.rstrip()}{between}{second}"
