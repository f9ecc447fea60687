"""What was deleted on one side: it goes here too, comes back, or somebody must choose.

A row goes when it was deleted there, nothing was done with it here, and nothing of mine rests on it
that the other side did not delete with it. What was deleted in one step with something goes or
stays with it, so that the question is asked once: about the document, not about its codings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from qcode.model.join_records import Choice, ConflictKind
from qcode.services.joining import following, rules
from qcode.services.joining.choices import Table
from qcode.services.joining.former import Past
from qcode.services.joining.matching import Match
from qcode.services.joining.numbers import Cause, Numbers, relinked
from qcode.services.joining.reading import Side
from qcode.services.joining.rules import NEVER_GONE, PASSAGES, Rule
from qcode.services.joining.state import State
from qcode.services.joining.uniting import hand_on
from qcode.store.join_queries import Row

Place = tuple[str, int]


def revived(match: Match, numbers: Numbers, other: Side, past: Past, table: Table) -> set[Place]:
    """Lay out what was deleted here and changed or used there; return what is to come back."""
    rows: dict[Place, tuple[Rule, Row, Row]] = {
        (rule.table, there[0]): (rule, there, row) for rule, there, row in match.lost
    }
    needed = {cause.table for cause in match.needs}
    all_rows = {name: {row[0]: row for row in other.rows[name]} for name in needed}
    for cause in match.needs:
        if cause[:2] not in rows:
            rule = rules.of_tables()[cause.table]
            there = all_rows[cause.table][cause.row]
            row = numbers.out_rows[cause.table][numbers.ids[cause.table][cause.row]]
            rows[cause.table, cause.row] = (rule, there, row)
    back: set[Place] = set()
    for place, (rule, there, row) in rows.items():
        old = past.ground.theirs.of(rule.table).changed.get(there[0], {})
        columns = [at for at in _told(rule) if rule.columns[at] in old]
        base = None
        if columns:
            base = tuple(old.get(name, row[at]) for at, name in enumerate(rule.columns))
        resting = match.needs[Cause(*place, False)]
        kind = ConflictKind.DELETED_HERE
        into = match.taken_in.get(there[0], "") if rule.table == "code" else ""
        if table.deleted(kind, rule, row, base, columns, resting, into) is not Choice.MINE:
            back.add(place)
    return back


def _told(rule: Rule) -> list[int]:
    """Return the columns that are shown of what was deleted: plain values that people edit."""
    hidden = rule.soft | rule.fixed | {one.at for one in rule.references}
    return [at for at in range(len(rule.columns)) if at not in hidden]


@dataclass(slots=True)
class _Going:
    """Rows that were deleted there and are here: since which step, and whether mine changed."""

    steps: dict[Place, int] = field(default_factory=dict)
    changed: dict[Place, Row] = field(default_factory=dict)


class Leaver:
    """Takes out what was deleted there."""

    def __init__(
        self, state: State, match: Match, past: Past, table: Table, merged: Mapping[str, str]
    ) -> None:
        """``merged``: GUID of a code that was merged there → GUID of the one that took it in."""
        self._merged = merged
        self._into: dict[Place, int] = {}
        self._state = state
        self._match = match
        self._past = past
        self._table = table
        self._going = _Going()
        self._below: dict[Place, set[Place]] = defaultdict(set)

    def leave(self) -> None:
        """Find what goes, lay out what cannot simply go, and take the rest out."""
        self._find()
        if not self._going.steps:
            return
        self._find_below()
        by_table: dict[str, list[Place]] = defaultdict(list)
        for place in self._going.steps:
            by_table[place[0]].append(place)
        for name in rules.of_tables():  # what others rest on first: one question for all of it
            for place in by_table[name]:
                self._look_at(place)
        self._take_out()

    def _find(self) -> None:
        for name, rows in self._match.former.items():
            if name in NEVER_GONE:
                continue
            table = self._state[name]
            for mine, former in rows.items():
                if mine in self._match.live[name] or mine not in table.rows:
                    continue
                base = self._base(table.rule, mine, former.row)
                if base is None:
                    continue
                self._going.steps[name, mine] = former.step
                now = table.rows[mine]
                # What was deleted there as it is here now was known there.
                if all(self._differs(table.rule, was, now) for was in (base, former.last)):
                    self._going.changed[name, mine] = base

    def _base(self, rule: Rule, mine: int, former: Row) -> Row | None:
        """Return a row that was deleted there as it was; None where it came here only later."""
        ground = self._past.ground
        if ground.mine is not None:
            then = self._past.mine_then(rule, mine)
            return then if not ground.by_theirs else then or former
        return former if ground.by_theirs else None

    def _differs(self, rule: Rule, base: Row, row: Row) -> bool:
        passed = rule.soft | rule.fixed
        return any(
            was != now
            for at, (was, now) in enumerate(zip(base, row, strict=True))
            if at not in passed
        )

    def _find_below(self) -> None:
        """Find what rests on what is going, on what rests on that, and so on."""
        todo: dict[str, set[int]] = defaultdict(set)
        for table, row in self._going.steps:
            todo[table].add(row)
        while todo:
            table, ids = todo.popitem()
            for name, row_id, goal in self._state.resting(table, ids):
                place = (name, row_id)
                if place not in self._below[table, goal]:
                    self._below[table, goal].add(place)
                    if place not in self._below and place not in self._going.steps:
                        todo[name].add(row_id)

    def _all_below(self, place: Place) -> set[Place]:
        found: set[Place] = set()
        todo = [place]
        while todo:
            for one in self._below.get(todo.pop(), ()):
                if one not in found:
                    found.add(one)
                    todo.append(one)
        return found

    def _look_at(self, place: Place) -> None:
        going = self._going
        if place not in going.steps:
            return
        below = self._all_below(place)
        resting = [one for one in below if self._holds(one)]
        base = going.changed.pop(place, None)
        if base is None and not resting:
            return
        into = self._goal(place) if resting else None
        rule = self._state[place[0]].rule
        row = self._state[place[0]].rows[place[1]]
        columns = [at for at in _told(rule) if base is not None and base[at] != row[at]]
        kind = ConflictKind.DELETED_THERE
        name = "" if into is None else str(self._state["code"].rows[into][rule.at("name")])
        choice = self._table.deleted(kind, rule, row, base, columns, len(resting), name)
        if choice is Choice.THEIRS and into is not None:
            self._follow(place, below, into)
            return
        if choice is Choice.THEIRS:
            for one in below:
                going.changed.pop(one, None)
                going.steps.setdefault(one, going.steps[place])
            return
        step = going.steps.pop(place)
        for one in below:
            if going.steps.get(one) == step:
                del going.steps[one]
                going.changed.pop(one, None)

    def _goal(self, place: Place) -> int | None:
        """Return the code here that took in a code that was merged there."""
        if place[0] != "code" or not self._merged:
            return None
        table = self._state["code"]
        guid = following.goal(self._merged, str(table.rows[place[1]][table.rule.at("guid")]))
        into = None if guid is None else table.by_guid(guid)
        return None if ("code", into) in self._going.steps else into

    def _follow(self, place: Place, below: set[Place], into: int) -> None:
        """Let what rests on a code that was merged there go where all else on it went."""
        going = self._going
        self._into[place] = into
        for one in below:  # what went with it, but was changed here, is not to be lost
            if one in going.changed and going.steps[one] == going.steps[place]:
                del going.changed[one], going.steps[one]

    def _hand_on(self) -> None:
        """Move what rests on codes that were merged there, and links to them, to their goals."""
        codes = self._state["code"]
        guid, name = codes.rule.at("guid"), codes.rule.at("name")
        renamed: dict[str, str] = {}
        for place, into in self._into.items():
            lost, kept = codes.rows[place[1]], codes.rows[into]
            moved = hand_on(self._state, "code", place[1], into, self._match, but=self._going.steps)
            self._below[place] = {one for one in self._below[place] if one in self._going.steps}
            renamed[lost[guid]] = kept[guid]
            if moved:
                self._match.followed.append((str(lost[name]), str(kept[name])))
        for linked, column in rules.LINKED.items() if renamed else ():
            table = self._state[linked]
            at = table.rule.at(column)
            for row in list(table.rows.values()):
                if (body := relinked(row[at], renamed)) != row[at]:
                    table.update((*row[:at], body, *row[at + 1 :]))

    def _holds(self, place: Place) -> bool:
        """Whether something keeps what it rests on: it is mine alone, or I changed it."""
        if place[0] == PASSAGES:
            return False
        if place in self._going.steps:
            return place in self._going.changed
        ground = self._past.ground
        if ground.mine is not None and not ground.by_theirs:
            # Known there when it was deleted, and gone with it.
            rule = self._state[place[0]].rule
            then = self._past.mine_then(rule, place[1])
            if then is not None and place[1] not in self._match.live[place[0]]:
                return self._differs(rule, then, self._state[place[0]].rows[place[1]])
        return True

    def _take_out(self) -> None:
        self._hand_on()
        gone = list(self._going.steps)
        seen = set(gone)
        for place in gone:  # grows while it is walked through
            table, row_id = place
            self._state[table].remove(row_id)
            for below in self._below.get(place, ()):
                if below not in seen and not self._let_go(below, place):
                    seen.add(below)
                    gone.append(below)

    def _let_go(self, place: Place, of: Place) -> bool:
        """Let a row stay without what it rests on, where it can."""
        table = self._state[place[0]]
        row = table.rows.get(place[1])
        if row is None:
            return True
        for one in table.rule.references:
            if one.target == of[0] and row[one.at] == of[1]:
                if one.bound:
                    return False
                table.update((*row[: one.at], None, *row[one.at + 1 :]))
        return True
