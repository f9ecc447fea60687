"""Which rows of the other file are which rows of mine, and what comes in as new.

The other file's rows are put into the numbers of my project, tables that others point to first. A
row that has no match comes in when it is new there; when both began with it, it was deleted here
and stays so, unless something was done with it there. What stays out has a cause, and all that
rests on it stays out for the same one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from qcode.model.stamps import new_guid
from qcode.services.joining import rules
from qcode.services.joining.departed import Departed, of_guid
from qcode.services.joining.following import Followed
from qcode.services.joining.former import Former, Past, Standing
from qcode.services.joining.numbers import Cause, Numbers
from qcode.services.joining.reading import OWN_SETTINGS, Side
from qcode.services.joining.rules import NEVER_GONE, PASSAGES, Rule
from qcode.services.joining.state import State, TableState
from qcode.store.join_queries import Row
from qcode.store.journal import Progress

SLICE = 5_000  # rows between two calls of ``progress``


class Pair(NamedTuple):
    """A row that both have and that differs: my number, the row there, and in my numbers."""

    rule: Rule
    mine: int
    there: Row
    theirs: Row


@dataclass(slots=True)
class Match:
    """What matching found, by table. Numbers are mine unless it says otherwise.

    ``live`` are my rows that are there as well; ``former`` those that were deleted there; ``came``
    what came in, with its number there. ``lost`` are rows (there, in my numbers) that were deleted
    here and changed there, ``needs`` counts what rests on a row that was deleted here, ``refused``
    what stays out with a document (by its number there). ``same`` are GUIDs there → here,
    ``lifted`` codes that lost what they were under, ``followed`` names of codes that one side
    merged and the other used, with those that took them in, ``taken_in`` codes there (by number)
    that were merged here, with the name of the one that took them in, ``crowded`` tables in which
    two rows may be known by the same things.
    """

    pairs: list[Pair] = field(default_factory=list)
    live: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    former: dict[str, dict[int, Former]] = field(default_factory=lambda: defaultdict(dict))
    came: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    lost: list[tuple[Rule, Row, Row]] = field(default_factory=list)
    needs: Counter[Cause] = field(default_factory=Counter)
    refused: Counter[int] = field(default_factory=Counter)
    same: dict[str, str] = field(default_factory=dict)
    lifted: list[str] = field(default_factory=list)
    followed: list[tuple[str, str]] = field(default_factory=list)
    taken_in: dict[int, str] = field(default_factory=dict)
    crowded: set[str] = field(default_factory=set)


class Matcher:
    """Matches one file with the state of the project, and lets in what is new.

    ``same`` are GUIDs there that are known to be others here, ``revived`` rows (table, number
    there) that come in although they were deleted here, ``skipped`` tables to pass over.
    """

    def __init__(
        self,
        state: State,
        other: Side,
        past: Past,
        numbers: Numbers,
        same: Mapping[str, str],
        revived: Collection[tuple[str, int]] = (),
        skipped: Collection[str] = (),
    ) -> None:
        self._state = state
        self._other = other
        self._past = past
        self._numbers = numbers
        self._same = same
        self._revived = frozenset(revived)
        self._skipped = frozenset(skipped) | {"merged"}
        self._pending: dict[int, Row] = {}
        self._back: dict[str, set[int]] = defaultdict(set)
        self._guids: dict[str, set[str]] = {}
        self._departed = Departed(state, other, past, numbers, same)
        self._followed = Followed(state, same)
        self._found = Match()

    def match(self, progress: Progress) -> Match:
        """Go through all tables; ``progress`` hears of the rows."""
        total, done = sum(map(len, self._other.rows.values())), 0
        for rule in rules.of_tables().values():
            before, done = done, done + len(self._other.rows[rule.table])
            progress(before, total)
            self._numbers.ids[rule.table] = {}
            self._numbers.out[rule.table] = {}
            if rule.table in self._skipped:
                continue
            rows: Iterable[Row] = self._other.rows[rule.table]
            if rule.table == "code":
                rows = _parents_first(rule, self._other.rows["code"])
            elif rule.table == "setting":
                rows = [row for row in rows if row[1] not in OWN_SETTINGS]
            self._rows(rule, _told(rows, progress, before, total))
            self._found.former[rule.table] = self._departed.find(rule)
            if rule.position is not None:
                self._append(rule)
        self._leave_memos_on_nothing()
        self._found.followed = self._followed.used(self._other.rows, self._found.came)
        return self._found

    def need(self, rule: Rule, row: Row) -> None:
        """Let the passage come in that a row is about to point to."""
        for reference in rule.references:
            if reference.target == PASSAGES:
                passage = self._pending.pop(row[reference.at], None)
                if passage is not None:
                    self._state[PASSAGES].insert(passage)

    # ------------------------------------------------------------------ rows that are there

    def _twin(self, rule: Rule, table: TableState, row: Row) -> int | None:
        """Return my number of the row that is the same as ``row``."""
        mine = None
        if rule.guid is not None and rule.table != PASSAGES:
            mine = of_guid(table, row[rule.guid], self._same)
        if mine is None and rule.key:
            mine = table.by_key(row)
            if mine is not None and rule.guid is not None and self._claimed(rule, table, mine):
                self._found.crowded.add(rule.table)
                mine = None
        return mine

    def _claimed(self, rule: Rule, table: TableState, mine: int) -> bool:
        """Whether another row there has the GUID of a row of mine, so that it is that one."""
        if rule.table == PASSAGES or rule.guid is None:
            return False
        at = rule.guid
        if rule.table not in self._guids:
            self._guids[rule.table] = {
                self._same.get(row[at], row[at]) for row in self._other.rows[rule.table]
            }
        return table.rows[mine][at] in self._guids[rule.table]

    def _rows(self, rule: Rule, rows: Iterable[Row]) -> None:
        table, numbers, found = self._state[rule.table], self._numbers, self._found
        ids, live = numbers.ids[rule.table], found.live[rule.table]
        references = [
            (one.at, numbers.ids[one.target], numbers.out.get(one.target, {}), one.bound)
            for one in rule.references
        ]
        relinks = bool(numbers.renamed or numbers.followed) and (
            rule.links is not None or bool(rule.code_guids)
        )
        guid_at = rule.guid
        for there in rows:
            row = list(there)
            cause: Cause | None = None
            for at, known, out, bound in references:
                if row[at] is None:
                    continue
                row[at] = known[row[at]]
                if bound and out and row[at] in out:
                    cause = cause or out[row[at]]
            if relinks:
                numbers.relink(rule, row)
            mine = self._twin(rule, table, tuple(row))
            if mine is None:
                self._unmatched(rule, table, there, row, cause)
                continue
            live.add(mine)
            my_row = table.rows[mine]
            if rule.table == "document" and row[rule.at("text_id")] != my_row[rule.at("text_id")]:
                found.refused[there[0]] += 0
                numbers.keep_out("document", there[0], row, Cause("document", there[0], True))
                continue
            ids[there[0]] = mine
            row[0] = mine
            if guid_at is not None and row[guid_at] != my_row[guid_at]:
                numbers.renamed[there[guid_at]] = my_row[guid_at]
                if rule.table != PASSAGES:
                    found.same[there[guid_at]] = my_row[guid_at]
                row[guid_at] = my_row[guid_at]
            theirs = tuple(row)
            if theirs != my_row and not (cause is not None and cause.refused):
                found.pairs.append(Pair(rule, mine, there, theirs))

    def _unmatched(
        self, rule: Rule, table: TableState, there: Row, row: list[Any], cause: Cause | None
    ) -> None:
        numbers, found = self._numbers, self._found
        if cause is not None and cause.refused:
            if rule.table != PASSAGES:
                found.refused[cause.row] += 1
            numbers.keep_out(rule.table, there[0], row, cause)
            return
        standing = self._past.standing(rule, there, tuple(row))
        if cause is not None:
            if standing is not Standing.GONE and rule.table != PASSAGES:
                found.needs[cause] += 1
            numbers.keep_out(rule.table, there[0], row, cause)
            return
        if (
            standing is not Standing.NEW
            and rule.table not in NEVER_GONE
            and not self._revives(rule, there, row)
        ):
            if standing is Standing.CHANGED:
                found.lost.append((rule, there, tuple(row)))
            if rule.table == "code":
                into = self._followed.goal(there, self._departed.guids(rule))
                if into is not None:
                    numbers.ids["code"][there[0]] = into
                    at = rule.at("guid")
                    numbers.followed[there[at]] = table.rows[into][at]
                    found.taken_in[there[0]] = str(table.rows[into][rule.at("name")])
                    return
            made = numbers.keep_out(rule.table, there[0], row, Cause(rule.table, there[0], False))
            if rule.table == "code":
                parent = row[rule.at("parent_id")]
                numbers.lift[made] = numbers.lift.get(parent, parent)
            return
        for one in rule.references:
            if not one.bound and row[one.at] in numbers.out.get(one.target, {}):
                row[one.at] = self._lifted(rule, row, one.at)
        mine = table.id_for(tuple(row))
        if rule.table == PASSAGES and rule.guid is not None:
            guid = str(row[rule.guid])
            if table.by_guid(guid) is not None:  # the same passage once, at another place now
                row[rule.guid] = numbers.renamed[guid] = new_guid()
        row[0] = mine
        numbers.ids[rule.table][there[0]] = mine
        if rule.table == PASSAGES:
            self._pending[mine] = tuple(row)
            self._past.coming_passages[table.key_of(tuple(row))] = mine
            return
        if self._pending:
            self.need(rule, tuple(row))
        table.insert(tuple(row))
        found.came[rule.table].append((mine, there[0]))

    def _revives(self, rule: Rule, there: Row, row: list[Any]) -> bool:
        """Whether a row that was deleted here comes back, itself or with what it rests on."""
        if (rule.table, there[0]) not in self._revived and not any(
            one.bound and row[one.at] in self._back[one.target] for one in rule.references
        ):
            return False
        self._back[rule.table].add(self._state[rule.table].next_id)
        return True

    def _lifted(self, rule: Rule, row: list[Any], at: int) -> int | None:
        """Return what a row points to instead of something that stays out."""
        if rule.table != "code":
            return None
        self._found.lifted.append(str(row[rule.at("name")]))
        return self._numbers.lift.get(row[at])

    # ------------------------------------------------------------------ what rows alone do not say

    def _append(self, rule: Rule) -> None:
        """Put what came in behind what is there, in its own order."""
        table, at = self._state[rule.table], rule.position
        came = {mine for mine, _ in self._found.came[rule.table]}
        if not came or at is None:
            return
        last: dict[tuple[object, ...], int] = {}
        for row_id, row in table.rows.items():
            if row_id not in came:
                scope = tuple([row[one] for one in rule.scope])
                last[scope] = max(last.get(scope, -1), row[at])
        for row in sorted((table.rows[one] for one in came), key=lambda one: (one[at], one[0])):
            scope = tuple([row[one] for one in rule.scope])
            last[scope] = last.get(scope, -1) + 1
            table.insert((*row[:at], last[scope], *row[at + 1 :]))

    def _leave_memos_on_nothing(self) -> None:
        """Leave out new memos of which everything that they are attached to stays out."""
        attached: dict[int, bool] = {}
        for name in ("memo_link", "memo_model_link"):
            rule = rules.of_tables()[name]
            out = self._numbers.out.get(name, {})
            for row in self._other.rows[name]:
                memo = self._numbers.ids["memo"].get(row[rule.at("memo_id")])
                if memo is not None:
                    link = self._numbers.ids[name].get(row[0])
                    here = link is not None and link not in out
                    attached[memo] = attached.get(memo, False) or here
        loose = {memo for memo, there in attached.items() if not there}
        came = self._found.came["memo"]
        for memo, _ in came:
            if memo in loose:
                self._state["memo"].remove(memo)
        self._found.came["memo"] = [one for one in came if one[0] not in loose]


def _told(rows: Iterable[Row], progress: Progress, before: int, total: int) -> Iterator[Row]:
    """Yield rows; ``progress`` hears of them now and then, ``before`` were gone through already."""
    for done, row in enumerate(rows):
        if done % SLICE == 0:
            progress(before + done, total)
        yield row


def _parents_first(rule: Rule, rows: Iterable[Row]) -> list[Row]:
    """Return codes so that each comes behind the one that it belongs to."""
    at = rule.at("parent_id")
    below: dict[object, list[Row]] = defaultdict(list)
    for row in rows:
        below[row[at]].append(row)
    found = list(below[None])
    for row in found:  # grows while it is walked through
        found.extend(below[row[0]])
    return found
