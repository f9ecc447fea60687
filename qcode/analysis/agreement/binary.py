"""Coefficients of one code that each coder gave a unit or not, from what coders have in common.

Notation: ``N`` units, every one of them judged by all ``m`` coders; a coder ``g`` gave ``n_g`` of
them the code and a pair ``g, h`` gave it to ``n_gh`` of them together. The observed agreement is
that of the mean pair. A coefficient that is not defined is NaN here, and ``reason`` says why; the
services turn both into ``None`` and a sentence.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from qcode.analysis.agreement.spans import pairs

Floats = npt.NDArray[np.float64]

NAMES = (
    "percent",
    "dice",
    "jaccard",
    "holsti",
    "cohen_kappa",
    "scott_pi",
    "fleiss_kappa",
    "conger_kappa",
    "brennan_prediger",
    "gwet_ac1",
    "krippendorff_alpha",
)
OF_TWO = ("dice", "jaccard", "holsti", "cohen_kappa", "scott_pi")  # for two coders only


class Counts(NamedTuple):
    """Units and what of them was given the code; ``...`` is any shape, the same for all three.

    ``units[...]`` is N, ``ones[..., coder]`` n_g, ``both[..., pair]`` n_gh with the pairs in the
    order of ``spans.pairs``. Whole numbers, as floats or integers.
    """

    units: npt.NDArray[np.number]
    ones: npt.NDArray[np.number]
    both: npt.NDArray[np.number]


def cells(counts: Counts) -> tuple[npt.NDArray[np.number], ...]:
    """Return n11, n10, n01 and n00 of two coders: both, only the first, only the second, none."""
    first, second = counts.ones[..., 0], counts.ones[..., 1]
    n11 = counts.both[..., 0]
    return n11, first - n11, second - n11, counts.units - first - second + n11


def coefficients(counts: Counts) -> dict[str, Floats]:
    """Return every coefficient of ``NAMES`` in the shape of ``counts.units``.

    Sources: Holsti 1969; Cohen 1960; Scott 1955; Fleiss 1971; Conger 1980; Brennan & Prediger 1981;
    Gwet 2008 (AC1); Krippendorff 2011 (alpha, nominal). Numerators and denominators are whole
    numbers, so that a coder who coded nothing gets a kappa of exactly 0.
    """
    units = np.asarray(counts.units, dtype=np.float64)
    ones = np.asarray(counts.ones, dtype=np.float64)
    both = np.asarray(counts.both, dtype=np.float64)
    coders = ones.shape[-1]
    shape = units.shape
    if coders < 2:
        return {name: np.full(shape, np.nan) for name in NAMES}
    listed = pairs(coders)
    one, other = ones[..., [a for a, _ in listed]], ones[..., [b for _, b in listed]]
    each = units[..., None]
    differ = (one + other - 2 * both).sum(-1)  # Σ over pairs of n10 + n01
    by_chance = (one * (each - other) + other * (each - one)).sum(-1)  # Σ N²·(P_g Q_h + Q_g P_h)
    judged = len(listed) * units
    given = ones.sum(-1)  # n_1 of all coders together; n_0 = mN - n_1
    split = given * (coders * units - given)  # (mN)²·pq
    observed = _ratio(judged - differ, judged)
    differing = 2 * differ / (coders - 1)  # Σ of o_ck over c ≠ k
    expected_ac1 = _ratio(2 * split, (coders * units) ** 2)
    # (p_o - p_e) / (1 - p_e) as 1 - (1 - p_o) / (1 - p_e): the difference of two numbers that are
    # nearly the same would leave little of a rare code in much text.
    conger = 1 - _ratio(differ * units, by_chance)
    fleiss = 1 - _ratio(coders * units * differing, 2 * split)
    found = {
        "percent": observed,
        "fleiss_kappa": fleiss,
        "conger_kappa": conger,
        "brennan_prediger": 2 * observed - 1,
        "gwet_ac1": _ratio(observed - expected_ac1, 1 - expected_ac1),
        "krippendorff_alpha": 1 - _ratio((coders * units - 1) * differing, 2 * split),
    }
    if coders == 2:
        n11 = both[..., 0]
        found["dice"] = _ratio(2 * n11, given)
        found["jaccard"] = _ratio(n11, given - n11)
        found["holsti"] = observed  # both coders decide on every unit: 2A / (N + N)
        found["cohen_kappa"] = conger
        found["scott_pi"] = fleiss
    else:
        found.update((name, np.full(shape, np.nan)) for name in OF_TWO)
    return {name: found[name] for name in NAMES}


def _ratio(above: Floats, below: Floats) -> Floats:
    """Divide, with NaN where there is nothing to divide by."""
    result = np.full(np.broadcast_shapes(above.shape, below.shape), np.nan)
    np.divide(above, below, out=result, where=below > 0)
    return result
