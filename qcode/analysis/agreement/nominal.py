"""Coefficients of a table of ratings: units by coders, each rating one of q values or missing.

Notation as in the literature: ``r_uk`` coders gave unit u the value k, ``r_u`` coders rated it.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from qcode.analysis.agreement.binary import NAMES, Floats
from qcode.analysis.agreement.spans import Bools, Ints, pairs

MISSING = -1


def coefficients(
    ratings: Ints, values: int, weights: npt.NDArray[np.number] | None = None
) -> dict[str, float]:
    """Return the coefficients of ``binary.NAMES`` for ratings of shape (units, coders).

    A rating is a value from 0 to ``values`` - 1, or ``MISSING``; ``weights`` are the lengths of the
    units, 1 each where not given. With missing ratings the observed agreement is that of the units
    rated twice or more, each unit's pairs counting as one; pooled margins are the mean of
    ``r_uk / r_u`` over all rated units (Gwet), a coder's own margins are those of the units that
    they rated, and Krippendorff's alpha leaves out what one coder alone has rated. Cohen's kappa
    and Holsti's coefficient are taken over the units that both coders rated. Overlap (Dice) and
    Jaccard are those of a value against none, so they are not defined here. NaN stands for what is
    not defined.
    """
    units, coders = ratings.shape
    weight = np.ones(units) if weights is None else np.asarray(weights, dtype=np.float64)
    found = dict.fromkeys(NAMES, float("nan"))
    counts = np.stack([(ratings == value).sum(1) for value in range(values)], axis=1).astype(float)
    raters = counts.sum(1)
    rated, twice = raters >= 1, raters >= 2
    if coders < 2 or not (weight[twice].sum() > 0):
        return found
    r, w, n = counts[twice], weight[twice], raters[twice]
    same = (r * (r - 1)).sum(1)
    percent = float((w * same / (n * (n - 1))).sum() / w.sum())
    shares = (weight[rated, None] * counts[rated] / raters[rated, None]).sum(0)
    shares /= shares.sum()
    found["percent"] = percent
    found["fleiss_kappa"] = _corrected(percent, float((shares**2).sum()))
    found["gwet_ac1"] = (
        _corrected(percent, float((shares * (1 - shares)).sum()) / (values - 1))
        if values > 1
        else float("nan")
    )
    found["brennan_prediger"] = _corrected(percent, 1 / values)
    found["conger_kappa"] = _corrected(percent, _conger_chance(ratings, values, weight))
    found["krippendorff_alpha"] = alpha(counts, weight, 1.0 - np.eye(values))
    if coders == 2:
        found["scott_pi"] = found["fleiss_kappa"]
        found["holsti"] = percent
        found["cohen_kappa"] = _corrected(
            percent, _conger_chance(ratings[twice], values, weight[twice])
        )
    return found


def alpha(counts: Floats, weights: Floats, distance: Floats) -> float:
    """Return Krippendorff's alpha of ``counts`` (units, values) for any distance of values.

    ``distance`` (values, values) is symmetric with zeros on its diagonal: 1 - identity makes the
    nominal alpha. Coincidences are ``o_ck = Σ_u w_u · (pairs of c and k in u) / (r_u - 1)``
    (Krippendorff 2011). NaN where all values are the same, or nothing was rated twice.
    """
    kept, weight, margins = coincidence(counts, weights)
    r = counts[kept]
    observed = float((weight * (r * (r @ distance)).sum(1)).sum())
    return from_disagreement(float(margins.sum()), observed, float(margins @ distance @ margins))


def coincidence(counts: Floats, weights: Floats) -> tuple[Bools, Floats, Floats]:
    """Return which units count, ``w_u / (r_u - 1)`` of each of them, and ``n_k`` of each value."""
    raters = counts.sum(1)
    kept = (raters >= 2) & (weights > 0)
    raters = raters[kept]
    weight = weights[kept] / (raters - 1)
    margins: Floats = (counts[kept] * weights[kept][:, None]).sum(0)
    return kept, weight, margins


def from_disagreement(total: float, observed: float, expected: float) -> float:
    """Return 1 - (n - 1) · Σ o_ck δ_ck / Σ n_c n_k δ_ck, NaN where nothing could differ."""
    return 1 - (total - 1) * observed / expected if expected > 0 else float("nan")


def _conger_chance(ratings: Ints, values: int, weights: Floats) -> float:
    """Return the mean over pairs of coders of Σ_k P_gk · P_hk, each coder's own margins."""
    coders = ratings.shape[1]
    margins = np.stack(
        [((ratings == value) * weights[:, None]).sum(0) for value in range(values)], axis=1
    )
    rated = margins.sum(1, keepdims=True)
    shares = np.divide(margins, rated, out=np.full_like(margins, np.nan), where=rated > 0)
    chances = [float(shares[one] @ shares[other]) for one, other in pairs(coders)]
    known = [chance for chance in chances if chance == chance]  # a coder may have rated nothing
    return sum(known) / len(known) if known else float("nan")


def _corrected(observed: float, expected: float) -> float:
    """Return (p_o - p_e) / (1 - p_e), NaN where chance alone explains everything."""
    return (observed - expected) / (1 - expected) if expected < 1 else float("nan")
