"""What a tree shows and what moves when it changes: plain lists and nodes, without Qt."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence


class Node:
    """A row of a tree, with its place among its siblings."""

    __slots__ = ("children", "key", "parent", "row")

    def __init__(self, key: int, parent: Node | None, row: int = 0) -> None:
        self.key = key
        self.parent = parent
        self.row = row
        self.children: list[Node] = []

    def renumber(self, start: int) -> None:
        """Tell the children from ``start`` on which row they are."""
        for row in range(start, len(self.children)):
            self.children[row].row = row

    def with_below(self) -> Iterator[Node]:
        """Yield this node and all below it."""
        yield self
        for child in self.children:
            yield from child.with_below()


def staying(present: Sequence[int], wanted: Sequence[int]) -> set[int]:
    """Return the keys that need not move to turn ``present`` into ``wanted``: as many as can be.

    That is the longest common subsequence of two lists without repetitions (Fredman 1975, by
    patience sorting), in n log n.
    """
    place = {key: at for at, key in enumerate(wanted)}
    common = [key for key in present if key in place]
    ends: list[int] = []  # places of the last keys of the best sequences, by length
    lasts: list[int] = []  # positions in common of those keys
    before = [-1] * len(common)
    for at, key in enumerate(common):
        length = bisect_left(ends, place[key])
        ends[length : length + 1] = [place[key]]
        lasts[length : length + 1] = [at]
        before[at] = lasts[length - 1] if length else -1
    found: set[int] = set()
    at = lasts[-1] if lasts else -1
    while at >= 0:
        found.add(common[at])
        at = before[at]
    return found


def runs_of(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return the stretches ``(first, last)`` of neighbours in sorted ``rows``."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] + 1 == row:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def folded(text: str) -> str:
    """Return ``text`` without the differences that do not matter when looking for it.

    Case, full-width and half-width forms, composed and combining accents, repeated blanks.
    """
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def matching(parents: Mapping[int, int], hits: set[int]) -> set[int]:
    """Return the rows that stay for ``hits``: themselves, all above and all below them.

    ``parents`` gives the parent of each row (0: none), parents before their children.
    """
    below = set[int]()
    for key, parent in parents.items():
        if key in hits or parent in below:
            below.add(key)
    above = set[int]()
    for hit in hits:
        parent = parents[hit]
        while parent and parent not in above:
            above.add(parent)
            parent = parents[parent]
    return below | above
