"""What a benchmark of several rows gives for each of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """Repetitions of one work and of its baseline; ``unit`` is of both."""

    name: str
    figures: list[float]
    baselines: list[float]
    unit: str = "ms"


@dataclass(frozen=True, slots=True)
class Gap:
    """Milliseconds for which one kind of step held the window, one pair a repetition.

    The first is the longest that passed, the second the longest that the window's thread worked.
    """

    name: str
    gaps: list[tuple[float, float]]
