"""The ways of the lines between the boxes of a model.

A line leaves a box on the side that faces its target and goes round boxes in its way where a bow
can do that; feedback goes below everything between its ends, each line in a lane of its own. Lines
that share a side of a box leave it one beside the other, in the order of where they go.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from qcode.model.diagram import Model, Point, Rect, Route, Tie
from qcode.model.enums import RelationForm

LANE = 22.0  # between two feedback lines
ASIDE = 20.0  # how far from its box a line turns down
TURN = 16.0  # radius of a corner
CLEAR = 8.0  # distance from a box that is passed
HANDLE = 0.45  # of the distance: how far a curve goes straight before it turns
BOWS = (0.0, 50.0, -50.0, 110.0, -110.0, 190.0, -190.0)
LABEL_PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)

Side = str  # "l", "r", "t", "b"


class _Edges(NamedTuple):
    """A box by its edges: they are compared some hundred thousand times in a large model."""

    left: float
    top: float
    right: float
    bottom: float
    node: int = -1


def routes(
    model: Model,
    boxes: Mapping[int, Rect],
    label_sizes: Mapping[int, tuple[float, float]],
    only: Collection[int] | None = None,
) -> dict[int, Route]:
    """Return the route of each tie, given where the boxes stand and how large the words are.

    With ``only`` the routes of those ties alone, quickly, while a box is moved: their words do not
    keep clear of the words on other lines.
    """
    wanted = [tie for tie in model.ties if only is None or tie.id in only]
    near = model.ties
    if only is not None:  # whatever leaves the same boxes takes room at their sides
        ends = {end for tie in wanted for end in (tie.source, tie.target)}
        near = tuple(tie for tie in model.ties if tie.source in ends or tie.target in ends)
    lanes = _lanes(model.ties, boxes) if any(map(_goes_back, near)) else {}
    sides = {tie.id: _sides(tie, boxes, lanes) for tie in near}
    ports = _ports(near, sides, boxes)
    found: dict[int, Route] = {}
    passed = [_edges(box.grown(CLEAR), node) for node, box in boxes.items()]
    taken = [_edges(box) for box in boxes.values()]  # by boxes, and by words as they come
    for tie in wanted:
        start, end = ports[tie.id]
        if tie.id in lanes:
            points = _below(start, end, sides[tie.id], lanes[tie.id], boxes.values())
        else:
            points = _bowed(start, end, sides[tie.id], passed, (tie.source, tie.target))
        size = label_sizes.get(tie.id, (0.0, 0.0))
        label = _label(points, size, taken)
        if size[0]:
            taken.append(_edges(Rect(*label, *size)))
        found[tie.id] = Route(points, label)
    return found


def _goes_back(tie: Tie) -> bool:
    return tie.form is RelationForm.FEEDBACK


def _edges(box: Rect, node: int = -1) -> _Edges:
    return _Edges(box.left, box.top, box.right, box.bottom, node)


def _sides(tie: Tie, boxes: Mapping[int, Rect], lanes: Mapping[int, float]) -> tuple[Side, Side]:
    source, target = boxes[tie.source], boxes[tie.target]
    if tie.id in lanes:
        outward: tuple[Side, Side] = ("r", "l") if source.x >= target.x else ("l", "r")
        return tuple(  # type: ignore[return-value]  # two in, two out
            side if _covered(boxes[node], lanes[tie.id], boxes) else "b"
            for node, side in zip((tie.source, tie.target), outward, strict=True)
        )
    if target.left - source.right > CLEAR:
        return "r", "l"
    if source.left - target.right > CLEAR:
        return "l", "r"
    return ("b", "t") if target.y >= source.y else ("t", "b")


def _covered(box: Rect, y: float, boxes: Mapping[int, Rect]) -> bool:
    """Whether another box stands between the underside of ``box`` and the depth ``y``."""
    return any(
        other.left - CLEAR < box.x < other.right + CLEAR and box.bottom < other.bottom <= y
        for other in boxes.values()
        if other != box
    )


def _ports(
    ties: Sequence[Tie],
    sides: Mapping[int, tuple[Side, Side]],
    boxes: Mapping[int, Rect],
) -> dict[int, tuple[Point, Point]]:
    """Return where each tie leaves and arrives."""
    at: dict[tuple[int, Side], list[tuple[float, int, int]]] = {}
    for tie in ties:
        ends = ((tie.source, tie.target), (tie.target, tie.source))
        for which, (here, there) in enumerate(ends):
            side = sides[tie.id][which]
            along = boxes[there].y if side in "lr" else boxes[there].x
            at.setdefault((here, side), []).append((along, tie.id, which))
    found: dict[tuple[int, int], Point] = {}
    for (node, side), leaving in at.items():
        box = boxes[node]
        length = box.height if side in "lr" else box.width
        step = min(18.0, length * 0.7 / max(1, len(leaving)))
        leaving.sort()
        for place, (_, tie_id, which) in enumerate(leaving):
            off = (place - (len(leaving) - 1) / 2) * step
            found[tie_id, which] = {
                "l": Point(box.left, box.y + off),
                "r": Point(box.right, box.y + off),
                "t": Point(box.x + off, box.top),
                "b": Point(box.x + off, box.bottom),
            }[side]
    return {tie.id: (found[tie.id, 0], found[tie.id, 1]) for tie in ties}


# ---------------------------------------------------------------------- feedback


def _lanes(ties: Sequence[Tie], boxes: Mapping[int, Rect]) -> dict[int, float]:
    """Return the depth (y) of each feedback tie: below the boxes it passes, short ones inside."""
    found: dict[int, float] = {}
    back = list(filter(_goes_back, ties))
    taken: list[tuple[float, float, float]] = []  # left, right, y
    for tie in sorted(back, key=lambda tie: (_reach(tie, boxes), tie.id)):
        ends = boxes[tie.source], boxes[tie.target]
        left = min(box.left for box in ends) - ASIDE
        right = max(box.right for box in ends) + ASIDE
        passed = [box.bottom for box in boxes.values() if box.right > left and box.left < right]
        y = max(passed) + LANE
        while any(
            abs(y - other) < LANE and low < right and high > left for low, high, other in taken
        ):
            y += LANE
        taken.append((left, right, y))
        found[tie.id] = y
    return found


def _reach(tie: Tie, boxes: Mapping[int, Rect]) -> float:
    return abs(boxes[tie.source].x - boxes[tie.target].x)


def _below(
    start: Point, end: Point, sides: tuple[Side, Side], y: float, boxes: Iterable[Rect]
) -> tuple[Point, ...]:
    """Return a way down, along a lane and up again; out of a side first where boxes are below."""
    stands = list(boxes)
    out, back = (
        _beside(port, side, y, stands) for port, side in zip((start, end), sides, strict=True)
    )
    corners = [start, *([out] if sides[0] != "b" else []), Point(out.x, y)]
    corners += [Point(back.x, y), *([back] if sides[1] != "b" else []), end]
    return _rounded(corners)


def _beside(port: Point, side: Side, y: float, boxes: Sequence[Rect]) -> Point:
    """Return where a line out of a side turns down to the depth ``y``: past all that is there."""
    if side == "b":
        return port
    x = port.x + (-ASIDE if side == "l" else ASIDE)
    for _ in boxes:  # past one box there may be another
        met = [
            box
            for box in boxes
            if box.left - CLEAR < x < box.right + CLEAR and port.y < box.bottom and box.top < y
        ]
        if not met:
            break
        if side == "l":
            x = min(box.left for box in met) - ASIDE
        else:
            x = max(box.right for box in met) + ASIDE
    return Point(x, port.y)


def _rounded(corners: Sequence[Point]) -> tuple[Point, ...]:
    """Return straight lines through ``corners``, level or upright, with the corners rounded."""
    points = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        turn = min(TURN, _apart(before, corner) / 2, _apart(corner, after) / 2)
        into, away = _toward(corner, before, turn), _toward(corner, after, turn)
        points += _straight(points[-1], into)
        points += [_toward(corner, into, turn / 3), _toward(corner, away, turn / 3), away]
    points += _straight(points[-1], corners[-1])
    return tuple(points)


def _apart(one: Point, other: Point) -> float:
    return abs(one.x - other.x) + abs(one.y - other.y)


def _toward(start: Point, end: Point, length: float) -> Point:
    whole = _apart(start, end) or 1.0
    return Point(
        start.x + (end.x - start.x) * length / whole, start.y + (end.y - start.y) * length / whole
    )


def _straight(start: Point, end: Point) -> list[Point]:
    return [
        Point(start.x + (end.x - start.x) / 3, start.y + (end.y - start.y) / 3),
        Point(start.x + (end.x - start.x) * 2 / 3, start.y + (end.y - start.y) * 2 / 3),
        end,
    ]


# ---------------------------------------------------------------------- curves


def _bowed(
    start: Point,
    end: Point,
    sides: tuple[Side, Side],
    boxes: Sequence[_Edges],
    ends: tuple[int, int],
) -> tuple[Point, ...]:
    """Return the curve with the smallest bow that passes no box, or the one that passes least."""
    best: tuple[int, tuple[Point, ...]] | None = None
    for bow in BOWS:
        points = _curve(start, end, sides, bow)
        hit = _passed(points, boxes, ends)
        if best is None or hit < best[0]:
            best = (hit, points)
        if not hit:
            break
    assert best is not None
    return best[1]


def _curve(start: Point, end: Point, sides: tuple[Side, Side], bow: float) -> tuple[Point, ...]:
    level = sides[0] in "lr"
    distance = abs(end.x - start.x) if level else abs(end.y - start.y)
    reach = max(24.0, distance * HANDLE)
    steps = {"l": (-1, 0), "r": (1, 0), "t": (0, -1), "b": (0, 1)}
    (ax, ay), (bx, by) = steps[sides[0]], steps[sides[1]]
    one = Point(
        start.x + ax * reach + (0 if level else bow), start.y + ay * reach + (bow if level else 0)
    )
    two = Point(
        end.x + bx * reach + (0 if level else bow), end.y + by * reach + (bow if level else 0)
    )
    return start, one, two, end


def _passed(points: tuple[Point, ...], boxes: Sequence[_Edges], ends: tuple[int, int]) -> int:
    """Return how many boxes other than those at its ends a curve comes too near to."""
    near = [box for box in _near(boxes, points, 0.0) if box[4] not in ends]
    if not near:
        return 0
    way = _sampled(points, 16)[1:-1]
    return sum(
        any(left < x < right and top < y < bottom for x, y in way)
        for left, top, right, bottom, _ in near
    )


def _near(boxes: Iterable[_Edges], points: Sequence[Point], room: float) -> list[_Edges]:
    """Return the boxes that overlap the smallest box around ``points``, grown by ``room``."""
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    low, high = min(xs) - room, max(xs) + room
    above, below = min(ys) - room, max(ys) + room
    return [
        box for box in boxes if box[2] > low and box[0] < high and box[3] > above and box[1] < below
    ]


@lru_cache(maxsize=64)
def _weights(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """Return how much each point of a curve counts at ``steps`` + 1 places along it."""
    found = []
    for step in range(steps + 1):
        t = step / steps
        u = 1 - t
        found.append((u**3, 3 * u * u * t, 3 * u * t * t, t**3))
    return tuple(found)


def _sampled(points: Sequence[Point], steps: int) -> list[Point]:
    """Return places along a route, ``steps`` on each of its curves, both ends included."""
    way: list[Point] = []
    for first in range(0, len(points) - 1, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[first : first + 4]
        for p, q, r, s in _weights(steps)[1 if way else 0 :]:
            way.append(Point(p * ax + q * bx + r * cx + s * dx, p * ay + q * by + r * cy + s * dy))
    return way


def at(points: Sequence[Point], share: float) -> Point:
    """Return the point of a route at a share (0 to 1) of its curves."""
    curves = (len(points) - 1) // 3
    number = min(int(share * curves), curves - 1)
    t = share * curves - number
    a, b, c, d = points[number * 3 : number * 3 + 4]
    u = 1 - t
    return Point(
        u**3 * a.x + 3 * u * u * t * b.x + 3 * u * t * t * c.x + t**3 * d.x,
        u**3 * a.y + 3 * u * u * t * b.y + 3 * u * t * t * c.y + t**3 * d.y,
    )


def _label(points: tuple[Point, ...], size: tuple[float, float], taken: Iterable[_Edges]) -> Point:
    """Return where the words of a line stand: on it, near its middle, over nothing else."""
    way = _sampled(points, 8)
    near = _near(taken, way, max(size) / 2)
    wide, high = size[0] / 2, size[1] / 2
    best: tuple[int, Point] | None = None
    for share in LABEL_PLACES:
        place = _along(way, share)
        x, y = place
        hit = sum(
            x - wide < right and x + wide > left and y - high < bottom and y + high > top
            for left, top, right, bottom, _ in near
        )
        if best is None or hit < best[0]:
            best = (hit, place)
        if not hit:
            break
    assert best is not None
    return best[1]


def _along(way: Sequence[Point], share: float) -> Point:
    """Return the point of a way at a share (0 to 1) of its length."""
    lengths = [math.dist(one, other) for one, other in pairwise(way)]
    left = share * sum(lengths)
    for place, length in enumerate(lengths):
        if left <= length and length:
            one, other = way[place], way[place + 1]
            part = left / length
            return Point(one.x + (other.x - one.x) * part, one.y + (other.y - one.y) * part)
        left -= length
    return way[-1]
