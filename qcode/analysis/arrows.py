"""Ways and loops in a small directed graph: what relations between categories lead to.

Everything is found in an order that depends on the numbers of the nodes alone, and no more than
``MOST`` of it: a model that people can read has a few loops, and one in which everything is tied to
everything has more than there are atoms.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

MOST = 1_000

Arrows = Mapping[int, Collection[int]]
"""Node → nodes that an arrow leads to from there."""


def arrows(edges: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """Return the arrows of ``(from, to)`` pairs, sorted, each once, with every node as a key."""
    found: dict[int, set[int]] = {}
    for source, target in edges:
        found.setdefault(source, set()).add(target)
        found.setdefault(target, set())
    return {node: sorted(found[node]) for node in sorted(found)}


def components(graph: Arrows) -> dict[int, int]:
    """Return node → smallest node of those from which it can be reached and that it reaches.

    Tarjan's strongly connected components (1972), without recursion.
    """
    low: dict[int, int] = {}
    place: dict[int, int] = {}
    open_nodes: list[int] = []
    is_open: set[int] = set()
    found: dict[int, int] = {}
    for root in graph:
        if root in place:
            continue
        todo: list[tuple[int, Iterator[int]]] = []

        def enter(node: int, todo: list[tuple[int, Iterator[int]]] = todo) -> None:
            place[node] = low[node] = len(place)
            open_nodes.append(node)
            is_open.add(node)
            todo.append((node, iter(graph[node])))

        enter(root)
        while todo:
            node, ahead = todo[-1]
            for step in ahead:
                if step not in place:
                    enter(step)
                    break
                if step in is_open:
                    low[node] = min(low[node], place[step])
            else:
                todo.pop()
                if todo:
                    above = todo[-1][0]
                    low[above] = min(low[above], low[node])
                if low[node] == place[node]:
                    cut = open_nodes.index(node)
                    together = open_nodes[cut:]
                    del open_nodes[cut:]
                    is_open.difference_update(together)
                    found.update(dict.fromkeys(together, min(together)))
    return found


def cycles(graph: Arrows, most: int = MOST) -> list[tuple[int, ...]]:
    """Return the loops of a graph, short ones first, each from its smallest node on.

    A loop meets no node twice. One that goes through the same nodes the other way round is
    another loop. At most ``most`` are looked for.
    """
    together = components(graph)
    return sorted(islice(_cycles(graph, together), most), key=lambda cycle: (len(cycle), cycle))


def _cycles(graph: Arrows, together: Mapping[int, int]) -> Iterator[tuple[int, ...]]:
    for start in sorted(graph):
        # Only greater nodes: a loop is found at its smallest one.
        inside = {node for node in graph if node >= start and together[node] == together[start]}
        home = _reaching(graph, start, inside)
        path, on_path = [start], {start}
        ahead = [iter(graph[start])]
        while ahead:
            step = next(ahead[-1], None)
            if step is None:
                ahead.pop()
                on_path.discard(path.pop())
            elif step == start:
                yield tuple(path)
            elif step in home and step not in on_path:
                path.append(step)
                on_path.add(step)
                ahead.append(iter(graph[step]))


def _reaching(graph: Arrows, goal: int, inside: set[int]) -> set[int]:
    """Return the nodes ``inside`` from which ``goal`` can be reached within them."""
    back: dict[int, list[int]] = {}
    for node in inside:
        for step in graph[node]:
            if step in inside:
                back.setdefault(step, []).append(node)
    found, todo = {goal}, [goal]
    while todo:
        for node in back.get(todo.pop(), []):
            if node not in found:
                found.add(node)
                todo.append(node)
    return found


def ways(
    graph: Arrows, ends: Mapping[int, Collection[int]], most: int = MOST
) -> list[tuple[int, ...]]:
    """Return the ways from where nothing leads to along arrows, each with an end put on it.

    A way begins at a node that no arrow leads to or, where all are in a loop, at each node of a
    loop that nothing outside leads to; it meets no node twice. ``ends`` gives node → what may end
    a way there; every node of a way beyond the first that has ends gives one result for each of
    them, ``(first, …, node, end)``.
    """
    return list(islice(_ways(graph, ends), most))


def _ways(graph: Arrows, ends: Mapping[int, Collection[int]]) -> Iterator[tuple[int, ...]]:
    together = components(graph)
    led_to = {
        together[step]
        for node, steps in graph.items()
        for step in steps
        if together[step] != together[node]
    }
    for start in sorted(node for node in graph if together[node] not in led_to):
        path, on_path = [start], {start}
        ahead = [iter(graph[start])]
        while ahead:
            step = next(ahead[-1], None)
            if step is None:
                ahead.pop()
                on_path.discard(path.pop())
            elif step not in on_path:
                path.append(step)
                on_path.add(step)
                for end in sorted(ends.get(step, ())):
                    yield (*path, end)
                ahead.append(iter(graph[step]))
