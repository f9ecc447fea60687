"""Column by column: what of a row that both have is taken over, and what is a conflict."""

from __future__ import annotations

from collections.abc import Callable

from qcode.model.enums import WorkStatus
from qcode.model.join_records import Choice
from qcode.services.joining.choices import Table, joined
from qcode.services.joining.former import Past
from qcode.services.joining.matching import Match, Pair
from qcode.services.joining.numbers import Numbers
from qcode.services.joining.rules import Rule
from qcode.services.joining.state import State
from qcode.store.join_queries import Row
from qcode.store.journal import Progress

SLICE = 200  # rows between two calls of ``progress``; each may be a conflict that is put into words
_STATUS = [status.value for status in WorkStatus]  # from the first to the furthest


def settle(
    state: State,
    match: Match,
    past: Past,
    numbers: Numbers,
    table: Table,
    need: Callable[[Rule, Row], None],
    progress: Progress,
) -> None:
    """Take over what only the other side changed, and lay out what both did.

    ``need`` hears of each row before it is put down.
    """
    for done, pair in enumerate(match.pairs):
        if done % SLICE == 0:
            progress(done, len(match.pairs))
        row = _settled(state, match, past, numbers, table, pair)
        if row is not None:
            need(pair.rule, row)
            state[pair.rule.table].update(row)


def _settled(
    state: State, match: Match, past: Past, numbers: Numbers, table: Table, pair: Pair
) -> Row | None:
    rule = pair.rule
    mine = state[rule.table].rows[pair.mine]
    theirs = _without_what_is_out(match, numbers, past, pair, mine)
    bases = past.bases(rule, pair.mine, pair.there, match.former[rule.table])
    between = past.between(rule, pair.there)
    made = list(mine)
    both: list[int] = []
    for at, (here, there) in enumerate(zip(mine, theirs, strict=True)):
        if here == there or at in rule.fixed:
            continue
        if at in rule.soft:
            if rule.columns[at] != "modified" and _meant(past, pair, at, here, bases):
                made[at] = there
            continue
        only_theirs = any(base[at] == here for base in bases)
        only_mine = any(base[at] == there for base in bases)
        if not (only_theirs or only_mine):
            only_theirs = here in between.get(at, ())
        if only_theirs and not only_mine:
            made[at] = there
        elif only_theirs is only_mine:
            decided = _of_itself(rule, at, here, there, bool(bases))
            if decided is None:
                both.append(at)
            else:
                made[at] = decided
    if both:
        base = bases[0] if len(bases) == 1 else None
        for at, choice in table.changed(rule, mine, theirs, base, both).items():
            if choice is Choice.THEIRS:
                made[at] = theirs[at]
            elif choice is Choice.BOTH:
                made[at] = joined(rule, at, mine[at], theirs[at])
    if tuple(made) == mine:
        return None
    if "modified" in rule.columns:
        at = rule.at("modified")
        made[at] = max(mine[at], theirs[at])
    return tuple(made)


def _without_what_is_out(match: Match, numbers: Numbers, past: Past, pair: Pair, mine: Row) -> Row:
    """Return their row with my references where theirs lead to what stays out.

    When they chose that goal since, it is wanted: it was deleted here and is used there.
    """
    rule, theirs = pair.rule, list(pair.theirs)
    news = past.ground.theirs.of(rule.table)
    for one in rule.references:
        goal = theirs[one.at]
        cause = None if goal is None else numbers.out.get(one.target, {}).get(goal)
        if cause is None:
            continue
        theirs[one.at] = mine[one.at]
        chosen = pair.there[0] in news.inserted or rule.columns[one.at] in news.changed.get(
            pair.there[0], {}
        )
        if chosen and not cause.refused:
            match.needs[cause] += 1
    return tuple(theirs)


def _meant(past: Past, pair: Pair, at: int, here: object, bases: list[Row]) -> bool:
    """Whether they alone set a column that never conflicts (an order, a colour) on purpose."""
    changed = past.ground.theirs.of(pair.rule.table).changed.get(pair.there[0], {})
    return pair.rule.columns[at] in changed and any(base[at] == here for base in bases)


def further(one: object, other: object) -> object:
    """Return the status of a document that is further on its way."""
    return max(one, other, key=lambda status: _STATUS.index(str(status)))


def _of_itself(rule: Rule, at: int, here: object, there: object, known: bool) -> object | None:
    """Return what holds without asking, None where somebody must choose.

    The further status; a mark that either made; without a common state a text before no text.
    """
    if rule.table == "work" and here in _STATUS and there in _STATUS:
        return further(here, there)
    if (rule.table, rule.columns[at]) == ("coding", "typical"):
        return 1
    if not known and "" in (here, there) and rule.reference_at(at) is None:
        return here or there
    return None
