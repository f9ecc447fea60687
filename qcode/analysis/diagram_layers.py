"""Places for the boxes of a model, found in layers from left to right.

After Sugiyama, Tagawa & Toda (1981), in the usual four steps: what leads back is put aside, every
box gets the layer behind its last predecessor, the order inside the layers is turned until few
lines cross (barycentres, with a point of passage wherever a line skips a layer), and each box moves
to the middle of its neighbours as far as the others let it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qcode.model.diagram import Rect
from qcode.model.enums import RelationForm

if TYPE_CHECKING:
    import networkx as nx

    from qcode.model.diagram import Model

COLUMN_GAP = 96.0  # room for a line with its words
ROW_GAP = 26.0
ABOVE = 64.0  # between an untied core category and the rest: names of stages stand there
PASSING = 14.0  # height that a line needs between two boxes
SWEEPS = 12


class _Item(NamedTuple):
    """A box, or a point of passage of a tie (negative ids)."""

    id: int
    height: float


def boxes(
    model: Model,
    sizes: Mapping[int, tuple[float, float]],
    kept: Mapping[int, tuple[int, int]] | None = None,
) -> dict[int, Rect]:
    """Return where each node's box stands, given its size; ``kept`` are middles chosen by hand.

    The same model always gives the same picture. Boxes that stand by hand stay there; the others
    get the place that the layers give them, moved down past those in their way.
    """
    kept = kept or {}
    found = _layered(model, sizes)
    placed = {
        node: Rect(*kept[node], *sizes[node])
        for node in (n.id for n in model.nodes)
        if node in kept
    }
    for node in model.nodes:
        if node.id not in placed:
            placed[node.id] = _free(found[node.id], placed.values() if kept else ())
    return placed


def _free(box: Rect, others: Iterable[Rect]) -> Rect:
    taken = list(others)
    while hit := [other for other in taken if other.grown(ROW_GAP / 2).meets(box)]:
        below = max(other.bottom for other in hit) + ROW_GAP
        box = box._replace(y=below + box.height / 2)
    return box


def _layered(model: Model, sizes: Mapping[int, tuple[float, float]]) -> dict[int, Rect]:
    tied = {end for tie in model.ties for end in (tie.source, tie.target)}
    loose = [node.id for node in model.nodes if node.id not in tied and node.stage is None]
    layer_of = _layers(model, set(loose))
    rows, chains = _with_passages(model, layer_of, sizes)
    neighbours = _neighbours(chains)
    _untangle(rows, neighbours)
    heights = {item.id: item.height for row in rows for item in row}
    order = [[item.id for item in row] for row in rows]
    ys = _heights(order, heights, neighbours)
    found: dict[int, Rect] = {}
    x = 0.0
    for row in order:
        real = [item for item in row if item >= 0]
        width = max((sizes[item][0] for item in real), default=0.0)
        for item in real:
            found[item] = Rect(round(x + width / 2), round(ys[item]), *sizes[item])
        x += width + COLUMN_GAP
    _clear_stages(model, found)
    cores = [node.id for node in model.nodes if node.core and node.id in loose]
    _add_loose([node for node in loose if node not in cores], sizes, found)
    for core in cores:
        _add_above(core, sizes[core], found)
    return found


def _clear_stages(model: Model, found: dict[int, Rect]) -> None:
    """Move what belongs to no stage below the stages, and a core category above them.

    Behind a stage lies a band as wide and high as its boxes: what stands on it belongs to it.
    """
    staged = [found[node.id] for node in model.nodes if node.stage is not None]
    if not staged:
        return
    top, bottom = min(box.top for box in staged), max(box.bottom for box in staged)
    placed: list[Rect] = []
    for node in model.nodes:
        if node.stage is not None or node.id not in found:
            continue
        box = found[node.id]
        if node.core:
            box = box._replace(y=round(top - ABOVE - box.height / 2))
        else:
            box = _free(box._replace(y=round(bottom + 2 * ROW_GAP + box.height / 2)), placed)
        found[node.id] = box
        placed.append(box)


def _add_above(node: int, size: tuple[float, float], found: dict[int, Rect]) -> None:
    """Put a core category that is tied to nothing over the middle of what it organises."""
    left = min((box.left for box in found.values()), default=0.0)
    right = max((box.right for box in found.values()), default=0.0)
    top = min((box.top for box in found.values()), default=0.0)
    found[node] = Rect(round((left + right) / 2), round(top - ABOVE - size[1] / 2), *size)


def _add_loose(
    loose: Sequence[int], sizes: Mapping[int, tuple[float, float]], found: dict[int, Rect]
) -> None:
    """Put what is tied to nothing in rows below all else."""
    left = min((box.left for box in found.values()), default=0.0)
    right = max((box.right for box in found.values()), default=0.0)
    right = max(right, left + 640.0)
    x, y = left, max((box.bottom for box in found.values()), default=-2 * ROW_GAP) + 2 * ROW_GAP
    tallest = 0.0
    for node in loose:
        width, height = sizes[node]
        if x > left and x + width > right:
            x, y, tallest = left, y + tallest + ROW_GAP, 0.0
        found[node] = Rect(round(x + width / 2), round(y + height / 2), width, height)
        x += width + ROW_GAP
        tallest = max(tallest, height)


# ---------------------------------------------------------------------- layers


def _layers(model: Model, loose: set[int]) -> dict[int, int]:
    """Return node → layer; stages follow each other, and nothing stands before its stage."""
    import networkx as nx

    stage = {node.id: node.stage for node in model.nodes}
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(node.id for node in model.nodes if node.id not in loose)
    for tie in model.ties:
        ends = stage[tie.source], stage[tie.target]
        backwards = None not in ends and ends[0] > ends[1]  # type: ignore[operator]
        if tie.form is RelationForm.DIRECTED and not backwards:
            graph.add_edge(tie.source, tie.target)
    while not nx.is_directed_acyclic_graph(graph):
        graph.remove_edge(*nx.find_cycle(graph)[-1])
    layer: dict[int, int] = {}
    floor = 0
    for number in sorted({s for s in stage.values() if s is not None}):
        mine = [node for node in nx.topological_sort(graph) if stage[node] == number]
        for node in mine:
            before = [layer[p] + 1 for p in graph.predecessors(node) if stage[p] == number]
            layer[node] = max([floor, *before])
        floor = max(layer[node] for node in mine) + 1
    for node in nx.topological_sort(graph):
        if node in layer:
            continue
        before = [layer[p] + 1 for p in graph.predecessors(node) if p in layer]
        after = [layer[s] - 1 for s in graph.successors(node) if s in layer]
        layer[node] = max([0, *before]) if before or not after else max(0, min(after))
    _draw_together(model, graph, layer)
    return layer


def _draw_together(model: Model, graph: nx.DiGraph[int], layer: dict[int, int]) -> None:
    """Move what only mutual or feedback ties hold to the layer beside its partner."""
    free = {n for n in layer if not graph.degree(n)}
    free -= {node.id for node in model.nodes if node.stage is not None}
    for tie in model.ties:
        for mine, other in ((tie.source, tie.target), (tie.target, tie.source)):
            if mine in free and other not in free:
                layer[mine] = layer[other] + 1
                free.discard(mine)


# ---------------------------------------------------------------------- order


def _with_passages(
    model: Model, layer_of: Mapping[int, int], sizes: Mapping[int, tuple[float, float]]
) -> tuple[list[list[_Item]], list[list[int]]]:
    """Return the layers with points of passage in them, and each tie as a chain of items."""
    used = sorted(set(layer_of.values()))
    number = {layer: place for place, layer in enumerate(used)}
    rows: list[list[_Item]] = [[] for _ in used]
    for node in model.nodes:
        if node.id in layer_of:
            rows[number[layer_of[node.id]]].append(_Item(node.id, sizes[node.id][1]))
    chains: list[list[int]] = []
    passing = 0
    for tie in model.ties:
        first, last = number[layer_of[tie.source]], number[layer_of[tie.target]]
        ends = (tie.source, tie.target) if first <= last else (tie.target, tie.source)
        chain = [ends[0]]
        if tie.form is not RelationForm.FEEDBACK:  # those go round the outside
            for between in range(min(first, last) + 1, max(first, last)):
                passing -= 1
                rows[between].append(_Item(passing, PASSING))
                chain.append(passing)
        chain.append(ends[1])
        chains.append(chain)
    return rows, chains


def _neighbours(chains: Iterable[Sequence[int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for chain in chains:
        for one, other in itertools.pairwise(chain):
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return found


def _untangle(rows: list[list[_Item]], neighbours: Mapping[int, Sequence[int]]) -> None:
    """Order each layer by the mean place of its neighbours in the layer just ordered."""
    for sweep in range(SWEEPS):
        numbers = range(1, len(rows)) if sweep % 2 == 0 else range(len(rows) - 2, -1, -1)
        for number in numbers:
            beside = rows[number - 1 if sweep % 2 == 0 else number + 1]
            place = {item.id: at for at, item in enumerate(beside)}
            here = {item.id: float(at) for at, item in enumerate(rows[number])}
            for item in rows[number]:
                met = [place[other] for other in neighbours.get(item.id, ()) if other in place]
                if met:
                    # As a share of the layer, so that those without neighbours keep their place.
                    here[item.id] = sum(met) / len(met) / len(beside) * len(rows[number])
            rows[number].sort(key=lambda item: here[item.id])


# ---------------------------------------------------------------------- heights


def _heights(
    order: Sequence[Sequence[int]],
    heights: Mapping[int, float],
    neighbours: Mapping[int, Sequence[int]],
) -> dict[int, float]:
    """Return the y of each item: near the mean of its neighbours, in order, without overlaps."""
    ys: dict[int, float] = {}
    for row in order:
        y = 0.0
        for item in row:
            ys[item] = y + heights[item] / 2
            y += heights[item] + ROW_GAP
        for item in row:
            ys[item] -= y / 2
    for sweep in range(SWEEPS):
        rows = order if sweep % 2 == 0 else order[::-1]
        for row in rows:
            wanted = []
            for item in row:
                met = [ys[other] for other in neighbours.get(item, ())]
                wanted.append(sum(met) / len(met) if met else ys[item])
            ys.update(zip(row, spread(wanted, [heights[item] for item in row]), strict=True))
    return ys


def spread(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Return places in order and apart, as near to those wanted as can be (least squares).

    Pool adjacent violators (Ayer et al. 1955), after the gaps are taken out.
    """
    offsets = [0.0] if heights else []
    for one, other in itertools.pairwise(heights):
        offsets.append(offsets[-1] + (one + other) / 2 + ROW_GAP)
    pools: list[tuple[float, int]] = []  # mean, how many
    for want, offset in zip(wanted, offsets, strict=True):
        mean, count = want - offset, 1
        while pools and pools[-1][0] > mean:
            before, many = pools.pop()
            mean = (before * many + mean * count) / (many + count)
            count += many
        pools.append((mean, count))
    flat = [mean for mean, count in pools for _ in range(count)]
    return [value + offset for value, offset in zip(flat, offsets, strict=True)]
