"""Lanes: things that overlap stand side by side, and stay where they are while one scrolls."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Extent(NamedTuple):
    """What needs a lane from ``start`` (inclusive) to ``end`` (exclusive), in any one unit."""

    key: int
    start: float
    end: float


class Lanes:
    """Gives each thing the first lane in which it overlaps no other, counting from 0.

    Only what is on screen is told about, so a lane once given is kept: it would jump otherwise.
    Only two that were given the same lane apart and now meet are parted.
    """

    def __init__(self) -> None:
        self._lane: dict[int, int] = {}
        self.count = 0
        """Lanes in use since everything was forgotten."""

    def __getitem__(self, key: int) -> int:
        return self._lane[key]

    def forget(self, keys: Iterable[int] | None = None) -> None:
        """Take the lanes of ``keys`` (or all) away."""
        if keys is None:
            self._lane.clear()
            self.count = 0
        else:
            for key in keys:
                self._lane.pop(key, None)

    def give(self, there: list[Extent]) -> bool:
        """See that none of these, sorted by start, share a lane; whether one had to move."""
        lanes = self._lane
        moved = False
        busy: dict[int, float] = {}  # lane → where the last thing in it ends
        for number, one in enumerate(there):
            known = lane = lanes.get(one.key)
            if lane is None or busy.get(lane, one.start) > one.start:
                taken = {each for each, end in busy.items() if end > one.start}
                for other in there[number + 1 :]:
                    if other.start >= one.end:
                        break
                    taken.add(lanes.get(other.key, -1))
                lane = 0
                while lane in taken:
                    lane += 1
                lanes[one.key] = lane
                self.count = max(self.count, lane + 1)
                moved = moved or known is not None
            busy[lane] = one.end
        return moved
