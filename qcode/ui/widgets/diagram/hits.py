"""What is where on the drawing: boxes, lines, the handles of a box, and the box beside another."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from qcode.model.diagram import Arrangement, Point, Rect, Route

ASIDE = 2.0  # how much a box further sideways counts as further away
STEPS = 10  # straight pieces of a curve

Direction = tuple[int, int]
"""One of ``(-1, 0)``, ``(1, 0)``, ``(0, -1)``, ``(0, 1)``."""


class Hit(NamedTuple):
    """What lies under a point: a box (code id) or a line (relation id)."""

    box: int | None = None
    tie: int | None = None


NOWHERE = Hit()


def hit(arrangement: Arrangement, point: Point, within: float) -> Hit:
    """Return what a click at ``point`` means; a line is met ``within`` so many points of it."""
    box = box_at(arrangement, point)
    return Hit(box) if box is not None else Hit(None, tie_at(arrangement, point, within))


def box_at(arrangement: Arrangement, point: Point) -> int | None:
    """Return the box under a point: of several the one that is drawn last."""
    found = [key for key, box in arrangement.boxes.items() if box.holds(point)]
    return found[-1] if found else None


def tie_at(arrangement: Arrangement, point: Point, within: float) -> int | None:
    """Return the line nearest to a point, if it is as near as ``within`` points."""
    best: tuple[float, int] | None = None
    for key, route in arrangement.routes.items():
        if _far(route, point, within):
            continue
        for one, other in pairwise(way(route)):
            away = _distance(point, one, other)
            if away <= within and (best is None or away < best[0]):
                best = (away, key)
    return None if best is None else best[1]


def _far(route: Route, point: Point, within: float) -> bool:
    xs = [one[0] for one in route.points]
    ys = [one[1] for one in route.points]
    return not (
        min(xs) - within <= point[0] <= max(xs) + within
        and min(ys) - within <= point[1] <= max(ys) + within
    )


@lru_cache(maxsize=2048)
def way(route: Route) -> tuple[Point, ...]:
    """Return a line as straight pieces."""
    return tuple(_way(route.points))


def _way(points: Sequence[Point]) -> Iterator[Point]:
    for first in range(0, len(points) - 1, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[first : first + 4]
        for step in range(STEPS + 1):
            t = step / STEPS
            u = 1 - t
            p, q, r, s = u**3, 3 * u * u * t, 3 * u * t * t, t**3
            yield Point(p * ax + q * bx + r * cx + s * dx, p * ay + q * by + r * cy + s * dy)


def _distance(point: Point, one: Point, other: Point) -> float:
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = dx * dx + dy * dy
    along = 0.0
    if length:
        along = ((point[0] - one[0]) * dx + (point[1] - one[1]) * dy) / length
        along = min(1.0, max(0.0, along))
    return math.hypot(point[0] - one[0] - along * dx, point[1] - one[1] - along * dy)


def handles(box: Rect) -> tuple[Point, Point, Point, Point]:
    """Return where a relation can be drawn from: the middles of the right, left, lower, upper edge.

    The two ends of a box are first: there is most room.
    """
    return (
        Point(box.right, box.y),
        Point(box.left, box.y),
        Point(box.x, box.bottom),
        Point(box.x, box.top),
    )


def beside(arrangement: Arrangement, box: int | None, direction: Direction) -> int | None:
    """Return the nearest box in a direction; from no box, the one at the top left."""
    boxes = arrangement.boxes
    if box not in boxes:
        return min(boxes, key=lambda key: (boxes[key].x + boxes[key].y, key), default=None)
    here = boxes[box]
    best: tuple[float, int] | None = None
    for key, there in boxes.items():
        dx, dy = there.x - here.x, there.y - here.y
        along = dx * direction[0] + dy * direction[1]
        across = abs(dx * direction[1]) + abs(dy * direction[0])
        if key == box or along <= 0:
            continue
        away = along + ASIDE * across
        if best is None or away < best[0]:
            best = (away, key)
    return None if best is None else best[1]
