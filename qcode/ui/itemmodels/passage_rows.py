"""In which order a list shows its passages, and how one list becomes another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from qcode.model.records import Code, Passage
from qcode.services.passages import DocumentFacts

DOCUMENT_ORDER = "document"
NEWEST_FIRST = "newest"
COMPARING = "comparing"
ORDERS = (DOCUMENT_ORDER, NEWEST_FIRST, COMPARING)

Key = Callable[[Passage], Any]


class Edits(NamedTuple):
    """How one list becomes another: what goes (from the end), then what comes (from the front).

    ``removed`` and ``inserted`` hold ``(first row, how many)``; rows of ``removed`` count in the
    old list as it shrinks, rows of ``inserted`` in the new one as it grows.
    """

    removed: list[tuple[int, int]]
    inserted: list[tuple[int, int]]


def code_set(
    codes: Mapping[int, Code], asked: Iterable[int], *, with_below: bool
) -> frozenset[int]:
    """Return which of the codes ``asked`` for exist, with all below them if wanted.

    ``codes`` are in tree order.
    """
    found = {code_id for code_id in asked if code_id in codes}
    if with_below:
        for code in codes.values():  # parents come first
            if code.parent_id in found:
                found.add(code.id)
    return frozenset(found)


def order_key(order: str, facts: Mapping[int, DocumentFacts]) -> tuple[Key, bool]:
    """Return what passages are sorted by, and whether backwards."""
    if order != DOCUMENT_ORDER:
        return (lambda one: (one.created, one.coding_id)), True

    def place(one: Passage) -> tuple[int, ...]:
        known = facts.get(one.document_id)
        position = known.position if known else -1
        return (position, one.document_id, one.start, one.end, one.coding_id)

    return place, False


def in_order(
    passages: Iterable[Passage], order: str, facts: Mapping[int, DocumentFacts]
) -> list[Passage]:
    """Return passages sorted as ``order_key`` says, at the speed of the interpreter's own keys.

    One thing after another, the least important first: what is alike stays in order. Keys of
    several things at once would be ten thousand new objects, twice as slow to compare.
    """
    found = list(passages)
    if order != DOCUMENT_ORDER:
        for name in ("coding_id", "created"):
            found.sort(key=attrgetter(name), reverse=True)
        return found
    for name in ("coding_id", "end", "start", "document_id"):
        found.sort(key=attrgetter(name))
    positions = {one.id: one.position for one in facts.values()}
    found.sort(key=lambda one: positions.get(one.document_id, -1))
    return found


def row_for(rows: list[Passage], passage: Passage, order: tuple[Key, bool]) -> int:
    """Return the row at which a passage stands, or belongs, in sorted ``rows``."""
    key, backwards = order
    wanted = key(passage)
    low, high = 0, len(rows)
    while low < high:
        middle = (low + high) // 2
        here = key(rows[middle])
        if here > wanted if backwards else here < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def edits(old: list[int], new: list[int], most: int) -> Edits | None:
    """Return how the ids ``old`` become ``new``.

    None when what stays changes its order, or when more than ``most`` rows come and go: showing
    the list anew is cheaper then.
    """
    if abs(len(old) - len(new)) > most:
        return None
    staying = set(old).intersection(new)
    if len(old) + len(new) - 2 * len(staying) > most:
        return None
    if [i for i in old if i in staying] != [i for i in new if i in staying]:
        return None
    removed = list(reversed(_runs([row for row, i in enumerate(old) if i not in staying])))
    inserted = _runs([row for row, i in enumerate(new) if i not in staying])
    return Edits(removed, inserted)


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Join neighbouring rows (ascending) into ``(first, count)``."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and sum(found[-1]) == row:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((row, 1))
    return found
