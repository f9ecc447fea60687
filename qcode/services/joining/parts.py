"""How far long work is, told in parts that do not know of each other."""

from __future__ import annotations

from qcode.store.journal import Progress

FINE = 1_000  # steps into which each part is divided


class Part:
    """One of ``count`` parts of a piece of work, itself told as done of total; never goes back."""

    def __init__(self, progress: Progress, number: int, count: int) -> None:
        self._progress = progress
        self._number = number
        self._count = count
        self._furthest = 0

    def __call__(self, done: int, total: int) -> None:
        """Tell how far this part is; raises what who listens raises, to stop."""
        self._furthest = max(self._furthest, done * FINE // max(total, 1))
        self._progress(self._number * FINE + self._furthest, self._count * FINE)
