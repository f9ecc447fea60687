"""Counts of passages that follow one step, without counting the whole project again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from qcode.analysis.tree import ancestors
from qcode.services import last_step
from qcode.services.project import Project

Counts = dict[int, tuple[int, int]]
"""Code id → distinct passages of the code itself, and of it with all codes below."""

MOST = 20_000  # touched codings beyond which counting everything is not much slower


def newest_step(project: Project) -> int:
    """Return the number of the newest step; they follow each other without gaps."""
    return last_step.of(project).number


def after_step(
    project: Project,
    step: int,
    counts: Mapping[int, tuple[int, int]],
    before: Mapping[int, int | None],
    after: Mapping[int, int | None],
) -> Counts | None:
    """Return the counts that a step changed, None where all must be counted anew.

    The step has to be the newest one. ``counts`` are those before it, ``before`` and ``after`` the
    parents of all codes; what ``counts`` says of codes that were not there before does not count,
    and codes that came without any passage have none. A step that moved codes changes the counts
    of passages that it did not touch, and in a project that is coded blind the journal knows more
    than the coder may.
    """
    if before is not after and any(
        after[code] != parent for code, parent in before.items() if code in after
    ):
        return None
    last = last_step.of(project)
    changes = last.codings(project, MOST) if last.number == step else None
    if changes is None:
        return None
    were: dict[int, set[int]] = {}
    are: dict[int, set[int]] = {}
    for coding, place in changes.on_passages.items():
        are.setdefault(place.selection_id, set()).add(place.code_id)
        if coding not in changes.before:
            were.setdefault(place.selection_id, set()).add(place.code_id)
    for old in changes.before.values():
        if old is not None:
            were.setdefault(old.selection_id, set()).add(old.code_id)
    found: Counts = {}  # how many more there are, or fewer
    # Merged codes change thousands of passages in the same few ways.
    ways = Counter(
        (frozenset(were.get(passage, ())), frozenset(are.get(passage, ())))
        for passage in were.keys() | are.keys()
    )
    for (lost, won), times in ways.items():
        _add(found, lost - won, won - lost, times, own=True)
        above, now_above = _lineages(lost, before), _lineages(won, after)
        _add(found, above - now_above, now_above - above, times, own=False)
    news: Counts = {}
    for code, (own, below) in found.items():
        if code in after and (own or below):
            was = counts.get(code, (0, 0)) if code in before else (0, 0)
            news[code] = was[0] + own, was[1] + below
    return news


def _lineages(codes: Iterable[int], parents: Mapping[int, int | None]) -> set[int]:
    found: set[int] = set()
    for code in codes:
        if code not in found:
            found.add(code)
            found.update(ancestors(code, parents))
    return found


def _add(more: Counts, lost: Iterable[int], won: Iterable[int], times: int, *, own: bool) -> None:
    for step, codes in ((-times, lost), (times, won)):
        for code in codes:
            mine, below = more.get(code, (0, 0))
            more[code] = (mine + step, below) if own else (mine, below + step)
