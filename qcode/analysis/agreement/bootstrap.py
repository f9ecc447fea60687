"""Confidence intervals from documents drawn again.

Documents are drawn, never characters: the characters of one passage are not independent, and an
interval from them covered 15 % where 95 % was promised.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from qcode.analysis.agreement.binary import Counts, Floats, coefficients
from qcode.model.agreement import FEWEST_DOCUMENTS

DRAWS = 1_000
FEWEST = FEWEST_DOCUMENTS
SEED = 20_231_121
LEVEL = 0.95


def interval(
    counts: Counts, name: str = "krippendorff_alpha", *, draws: int = DRAWS, seed: int = SEED
) -> tuple[Floats, Floats]:
    """Return the lower and upper end of the 95 % interval of a coefficient, by percentiles.

    ``counts`` has documents as its first axis and any others after it; the ends have the shape of
    the others. NaN where there are fewer than ``FEWEST`` documents, and where the coefficient is
    not defined in half of the draws or more; a draw in which it is not defined is left out.
    """
    units, ones, both = (np.asarray(part, dtype=np.float64) for part in counts)
    documents = units.shape[0]
    nothing = np.full(units.shape[1:], np.nan)
    if documents < FEWEST:
        return nothing, nothing
    times = _drawn(documents, draws, seed)
    drawn = Counts(*(np.tensordot(times, part, axes=1) for part in (units, ones, both)))
    values = coefficients(drawn)[name]
    known = ~np.isnan(values)
    enough = known.sum(0) > draws / 2
    tail = (1 - LEVEL) / 2
    # Where nothing is known a number stands in, and is taken out again.
    usable = np.where(enough, values, 0.0)
    low, high = np.nanquantile(usable, (tail, 1 - tail), axis=0)
    return np.where(enough, low, np.nan), np.where(enough, high, np.nan)


@lru_cache(maxsize=4)
def _drawn(documents: int, draws: int, seed: int) -> Floats:
    """Return how often each document (column) is drawn in each draw (row)."""
    chosen = np.random.default_rng(seed).integers(0, documents, size=(draws, documents))
    times = np.stack([np.bincount(row, minlength=documents) for row in chosen]).astype(np.float64)
    times.flags.writeable = False
    return times
