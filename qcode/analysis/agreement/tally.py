"""What coders share, added up: for each code, each document, each pair, and over everything.

Only documents that every compared coder has finished count: what a coder was not given is missing,
not uncoded. A pair may have finished more documents together than all coders have.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from qcode.analysis.agreement.binary import Counts, Floats
from qcode.analysis.agreement.bootstrap import FEWEST, SEED, interval
from qcode.analysis.agreement.spans import Bools, Ints, Shared, pairs

BLOCK = 64  # codes whose documents are drawn again at a time


class Tally(NamedTuple):
    """What is compared.

    ``units`` and ``judged`` have a row for each document, ``judged`` a column for each coder;
    ``codes`` is the number of codes that are compared, used or not.
    """

    shared: Shared
    units: Ints
    judged: Bools
    codes: int

    @property
    def coders(self) -> int:
        """The number of coders."""
        return int(self.judged.shape[1])

    @property
    def compared(self) -> Bools:
        """The documents that all coders have finished."""
        return np.asarray(self.judged.all(axis=1))

    def of(self, chosen: Sequence[int]) -> Tally:
        """Return the tally of some of the coders, in the order of the given places."""
        place = {pair: at for at, pair in enumerate(pairs(self.coders))}
        columns = [
            place[min(chosen[one], chosen[other]), max(chosen[one], chosen[other])]
            for one, other in pairs(len(chosen))
        ]
        shared = self.shared._replace(
            ones=self.shared.ones[:, list(chosen)], both=self.shared.both[:, columns]
        )
        return self._replace(shared=shared, judged=self.judged[:, list(chosen)])


def per_code(tally: Tally) -> Counts:
    """Return the counts of each code over the documents that are compared."""
    kept = tally.compared[tally.shared.document]
    ones = np.zeros((tally.codes, tally.coders), dtype=np.int64)
    both = np.zeros((tally.codes, len(pairs(tally.coders))), dtype=np.int64)
    np.add.at(ones, tally.shared.code[kept], tally.shared.ones[kept])
    np.add.at(both, tally.shared.code[kept], tally.shared.both[kept])
    units = np.full(tally.codes, tally.units[tally.compared].sum(), dtype=np.int64)
    return Counts(units, ones, both)


def per_document(tally: Tally) -> Counts:
    """Return the counts of each document that is compared, pooled over the codes."""
    place = np.cumsum(tally.compared) - 1
    kept = tally.compared[tally.shared.document]
    documents = int(tally.compared.sum())
    ones = np.zeros((documents, tally.coders), dtype=np.int64)
    both = np.zeros((documents, len(pairs(tally.coders))), dtype=np.int64)
    np.add.at(ones, place[tally.shared.document[kept]], tally.shared.ones[kept])
    np.add.at(both, place[tally.shared.document[kept]], tally.shared.both[kept])
    return Counts(tally.units[tally.compared] * tally.codes, ones, both)


def pooled(counts: Counts) -> Counts:
    """Return counts added up over their first axis."""
    return Counts(*(part.sum(axis=0) for part in counts))


def cells(tally: Tally) -> tuple[Shared, Counts]:
    """Return the rows that are compared, each a code in a document, with their counts."""
    kept = tally.compared[tally.shared.document]
    shared = Shared(*(column[kept] for column in tally.shared))
    return shared, Counts(tally.units[shared.document], shared.ones, shared.both)


def intervals(tally: Tally, *, seed: int = SEED) -> tuple[Floats, Floats, float, float]:
    """Return the intervals of alpha for each code (lower ends, upper ends), and over all codes.

    NaN where none is given: see ``bootstrap``.
    """
    low = np.full(tally.codes, np.nan)
    high = np.full(tally.codes, np.nan)
    documents = np.flatnonzero(tally.compared)
    if len(documents) < FEWEST or tally.coders < 2:
        return low, high, float("nan"), float("nan")
    place = np.cumsum(tally.compared) - 1
    shared, _ = cells(tally)
    used = np.unique(shared.code)
    for at in range(0, len(used), BLOCK):
        block = used[at : at + BLOCK]
        rows = np.isin(shared.code, block)
        where = (place[shared.document[rows]], np.searchsorted(block, shared.code[rows]))
        shape = (len(documents), len(block))
        ones = np.zeros((*shape, tally.coders))
        both = np.zeros((*shape, shared.both.shape[1]))
        ones[where], both[where] = shared.ones[rows], shared.both[rows]
        units = np.broadcast_to(tally.units[documents][:, None], shape)
        low[block], high[block] = interval(Counts(units, ones, both), seed=seed)
    return low, high, *overall_interval(tally, seed=seed)


def overall_interval(tally: Tally, *, seed: int = SEED) -> tuple[float, float]:
    """Return the interval of alpha over all codes, NaN where none is given."""
    if tally.coders < 2:
        return float("nan"), float("nan")
    low, high = interval(per_document(tally), seed=seed)
    return float(low), float(high)
