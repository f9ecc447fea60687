"""Things in an order that people arrange by hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def put_in(
    present: Sequence[Thing], moving: Collection[Thing], position: int | None = None
) -> list[Thing]:
    """Return ``present`` with the things ``moving``, in their order, put in before a place.

    ``position`` counts among all present things, those included that are moved from among them
    (None: the end), as someone sees it who drops them between two rows. Each thing comes once.
    """
    coming = list(dict.fromkeys(moving))
    taken = set(coming)
    cut = len(present) if position is None else max(0, position)
    before = [one for one in present[:cut] if one not in taken]
    after = [one for one in present[cut:] if one not in taken]
    return [*before, *coming, *after]


def ordered(present: Sequence[Thing], first: Collection[Thing]) -> list[Thing]:
    """Return ``present`` with those named in ``first`` before the others, in that order."""
    known = set(present)
    return put_in(present, [one for one in first if one in known], 0)
