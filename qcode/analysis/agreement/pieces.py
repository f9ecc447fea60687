"""Rows that have any number of spans each, as columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from qcode.analysis.agreement.spans import Ints


class Pieces(NamedTuple):
    """Spans of each row: those of row ``r`` are ``[at[r], at[r + 1])`` of ``start`` and ``end``."""

    at: Ints
    start: Ints
    end: Ints

    def of(self, row: int) -> tuple[tuple[int, int], ...]:
        """Return the spans of one row."""
        part = slice(int(self.at[row]), int(self.at[row + 1]))
        return tuple(zip(self.start[part].tolist(), self.end[part].tolist(), strict=True))

    def counts(self) -> Ints:
        """Return how many spans each row has."""
        found: Ints = np.diff(self.at)
        return found

    def take(self, rows: Ints) -> Pieces:
        """Return the spans of some rows, in their order."""
        counts = self.counts()[rows]
        where = ranges(self.at[rows], counts)
        return Pieces(ends(counts), self.start[where], self.end[where])

    def lengths(self) -> Ints:
        """Return how long the spans of each row are together."""
        total = np.concatenate((np.zeros(1, np.int64), np.cumsum(self.end - self.start)))
        found: Ints = total[self.at[1:]] - total[self.at[:-1]]
        return found


def joined(parts: Sequence[Pieces]) -> Pieces:
    """Put the rows of several one after the other."""
    return Pieces(
        ends(np.concatenate([one.counts() for one in parts])),
        np.concatenate([one.start for one in parts]),
        np.concatenate([one.end for one in parts]),
    )


def ends(counts: npt.NDArray[np.integer]) -> Ints:
    """Return where each row ends, given how many there are of each; the first place is 0."""
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)))


def ranges(starts: Ints, counts: Ints) -> Ints:
    """Return ``starts[0], starts[0] + 1, …`` (``counts[0]`` numbers), then those of the next."""
    before = np.cumsum(counts) - counts
    found: Ints = np.repeat(starts - before, counts) + np.arange(int(counts.sum()), dtype=np.int64)
    return found
