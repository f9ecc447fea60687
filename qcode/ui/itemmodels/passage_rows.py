"""Which passages a list shows, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from qcode.model.records import Code, Passage

DOCUMENT_ORDER = "document"
NEWEST_FIRST = "newest"
ORDERS = (DOCUMENT_ORDER, NEWEST_FIRST)


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


def ordered(passages: Iterable[Passage], order: str, documents: Mapping[int, int]) -> list[Passage]:
    """Return the passages in ``order``; ``documents`` maps document ids to their places."""
    if order == NEWEST_FIRST:
        return sorted(passages, key=lambda one: (one.created, one.coding_id), reverse=True)
    last = len(documents)
    return sorted(
        passages,
        key=lambda one: (
            documents.get(one.document_id, last),
            one.document_id,
            one.start,
            one.end,
            one.coding_id,
        ),
    )


def matching(passages: Iterable[Passage], words: str, titles: Mapping[int, str]) -> list[Passage]:
    """Return the passages in which every one of ``words`` occurs somewhere.

    Looked at are quotation, document, label, coder, memo and the code's title; case is ignored.
    """
    wanted = words.casefold().split()
    if not wanted:
        return list(passages)
    found = []
    for passage in passages:
        text = "\n".join(
            (
                passage.quote,
                passage.document,
                passage.label,
                passage.coder,
                passage.memo,
                titles.get(passage.code_id, ""),
            )
        ).casefold()
        if all(word in text for word in wanted):
            found.append(passage)
    return found


def edits(old: list[int], new: list[int], most: int) -> Edits | None:
    """Return how the ids ``old`` become ``new``.

    None when what stays changes its order, or when more than ``most`` rows come and go: showing
    the list anew is cheaper then.
    """
    staying = set(old) & set(new)
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
