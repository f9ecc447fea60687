"""Ways and loops in small graphs, against trying everything."""

from __future__ import annotations

from itertools import pairwise, permutations, product

from hypothesis import given
from hypothesis import strategies as st
from qcode.analysis import arrows, ordering

EDGES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=10)


def every_path(nodes: list[int]) -> list[tuple[int, ...]]:
    return [path for size in range(1, len(nodes) + 1) for path in permutations(nodes, size)]


@given(EDGES)
def test_cycles_are_all_loops_each_once(edges: list[tuple[int, int]]) -> None:
    graph = arrows.arrows(edges)
    expected = [
        path
        for path in every_path(list(graph))
        if path[0] == min(path)
        and all(after in graph[one] for one, after in zip(path, (*path[1:], path[0]), strict=True))
    ]
    assert arrows.cycles(graph) == sorted(expected, key=lambda path: (len(path), path))


@given(EDGES)
def test_components_are_what_reaches_each_other(edges: list[tuple[int, int]]) -> None:
    graph = arrows.arrows(edges)
    reach = {one: {one} for one in graph}
    for _ in graph:
        for one, to in product(graph, graph):
            if any(to in graph[step] for step in reach[one]):
                reach[one].add(to)
    assert arrows.components(graph) == {
        one: min(to for to in graph if to in reach[one] and one in reach[to]) for one in graph
    }


@given(EDGES, st.lists(st.tuples(st.integers(0, 4), st.integers(10, 12)), max_size=5))
def test_ways_are_all_ways_from_where_nothing_leads_to(
    edges: list[tuple[int, int]], cures: list[tuple[int, int]]
) -> None:
    graph = arrows.arrows(edges)
    ends: dict[int, set[int]] = {}
    for node, end in cures:
        ends.setdefault(node, set()).add(end)
    home = arrows.components(graph)
    starts = [
        one
        for one in graph
        if not any(
            to_home == home[one] and home[node] != home[one]
            for node in graph
            for to_home in (home[to] for to in graph[node])
        )
    ]
    expected = [
        (*path, end)
        for path in every_path(list(graph))
        if path[0] in starts
        and len(path) > 1
        and all(after in graph[one] for one, after in pairwise(path))
        for end in ends.get(path[-1], ())
    ]
    found = arrows.ways(graph, ends)
    assert sorted(found) == sorted(expected)
    assert len(set(found)) == len(found)


def test_a_graph_of_everything_tied_to_everything_is_cut_off() -> None:
    graph = arrows.arrows(product(range(60), range(60)))
    assert len(arrows.cycles(graph)) == arrows.MOST
    graph = arrows.arrows((one, to) for one in range(400) for to in range(one, 400))
    assert len(arrows.ways(graph, {399: [1000]})) == arrows.MOST


def test_a_long_row_of_arrows_needs_no_deep_calls() -> None:
    graph = arrows.arrows((one, one + 1) for one in range(20_000))
    assert arrows.cycles(graph) == []
    assert len(arrows.ways(graph, {20_000: [-1]})) == 1


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 12)), st.integers(0, 12))
def test_things_are_put_where_they_are_dropped(
    present: list[int], moving: list[int], position: int
) -> None:
    found = ordering.put_in(present, moving, position)
    assert sorted(found) == sorted({*present, *moving})
    rest = [one for one in present if one not in moving]
    assert [one for one in found if one not in moving] == rest
    unique = list(dict.fromkeys(moving))
    assert [one for one in found if one in moving] == unique
    if unique and position < len(present) and present[position] not in moving:
        assert found[found.index(unique[-1]) + 1] == present[position]
    assert ordering.put_in(present, moving) == [*rest, *unique]
    known = [one for one in unique if one in present]
    assert ordering.ordered(present, moving) == known + rest
