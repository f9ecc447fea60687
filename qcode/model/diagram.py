"""The picture of the model as plain data: boxes, what ties them, and where everything stands.

Lengths are points (1/72 inch), x to the right and y downwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from qcode.model.enums import RelationForm


class Point(NamedTuple):
    """A place on the drawing."""

    x: float
    y: float


class Rect(NamedTuple):
    """A box on the drawing: its middle and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> float:
        """The left edge."""
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width / 2

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.y - self.height / 2

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height / 2

    def grown(self, by: float) -> Rect:
        """Return the box with ``by`` more on every side."""
        return Rect(self.x, self.y, self.width + 2 * by, self.height + 2 * by)

    def meets(self, other: Rect) -> bool:
        """Whether two boxes overlap."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside."""
        return self.left < point.x < self.right and self.top < point.y < self.bottom


@dataclass(frozen=True, slots=True)
class Node:
    """A category in the model.

    ``note`` is a second line (its evidence), ``weight`` how much rests on it, from 0 to 1, and
    ``stage`` the place of its stage in ``Model.stages``, None for a category outside of them.
    """

    id: int
    title: str
    color: str
    note: str = ""
    core: bool = False
    weight: float = 0.0
    stage: int | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two categories; ``label`` is its type in words."""

    id: int
    source: int
    target: int
    form: RelationForm
    label: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """What is drawn, before anybody knows where. ``stages`` are names in their order."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    stages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a tie over the drawing: Bézier curves of degree three, and where its words stand.

    ``points`` are the start and then three points a curve. ``label`` is the middle of the words.
    """

    points: tuple[Point, ...]
    label: Point


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything of a model stands: boxes by node id, routes by tie id."""

    boxes: Mapping[int, Rect] = field(default_factory=dict)
    routes: Mapping[int, Route] = field(default_factory=dict)
