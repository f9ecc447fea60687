"""Order and shape of the code tree, as plain numbers."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

Id = TypeVar("Id", bound=Hashable)


def in_tree_order(rows: Iterable[tuple[Id, Id | None]]) -> Iterator[tuple[Id, int]]:
    """Yield ``(id, depth)`` in tree order for ``(id, parent)`` pairs in the order of siblings.

    A pair whose parent is not among the rows counts as having none.
    """
    pairs = list(rows)
    known = {row_id for row_id, _ in pairs}
    children: dict[Id | None, list[Id]] = {}
    for row_id, parent in pairs:
        children.setdefault(parent if parent in known else None, []).append(row_id)
    stack = [(row_id, 0) for row_id in reversed(children.get(None, []))]
    while stack:
        row_id, depth = stack.pop()
        yield row_id, depth
        stack.extend((child, depth + 1) for child in reversed(children.get(row_id, [])))


def ancestors(row_id: Id, parents: Mapping[Id, Id | None]) -> Iterator[Id]:
    """Yield the parents of ``row_id`` from the nearest to the topmost."""
    parent = parents.get(row_id)
    while parent is not None:
        yield parent
        parent = parents.get(parent)


def subtree(row_id: Id, parents: Mapping[Id, Id | None]) -> set[Id]:
    """Return ``row_id`` and every id below it."""
    children: dict[Id, list[Id]] = {}
    for child, parent in parents.items():
        if parent is not None:
            children.setdefault(parent, []).append(child)
    found: set[Id] = set()
    todo = [row_id]
    while todo:
        found.add(top := todo.pop())
        todo.extend(children.get(top, []))
    return found


def distinct_in_subtrees(
    own: Mapping[Id, int],
    shared: Iterable[Iterable[Id]],
    parents: Mapping[Id, Id | None],
) -> dict[Id, int]:
    """Return, for each code, the number of distinct passages in its subtree.

    ``own`` gives the codings of each code, ``shared`` the codes of each passage that carries more
    than one coding (a code stands there once a coding). Sums go up the tree; a passage that
    reached a code by several codings is then counted once: subtract what came too often. That
    costs in proportion to the passages with several codings, not to all of them.
    """
    totals: dict[Id, int] = dict.fromkeys(parents, 0)
    for code, count in own.items():
        totals[code] = totals.get(code, 0) + count
        for above in ancestors(code, parents):
            totals[above] += count
    for codes in shared:
        reached: dict[Id, int] = {}
        for code in codes:
            reached[code] = reached.get(code, 0) + 1
            for above in ancestors(code, parents):
                reached[above] = reached.get(above, 0) + 1
        for code, times in reached.items():
            if times > 1:
                totals[code] -= times - 1
    return totals
