"""Krippendorff's alphas for units that coders cut from a continuum themselves.

``alpha_u`` is the measure of 1995 and 2004, which asks for units of one value in the same places;
``Family`` are the measures of 2016, where the values of a coder exclude each other and what nobody
cut out is a value of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from qcode.analysis.agreement.binary import Floats
from qcode.analysis.agreement.spans import Bools, Ints

Cut = tuple[Ints, Ints]  # starts and ends of one coder's units of one value, apart and in order


class Disagreement(NamedTuple):
    """Observed and expected disagreement of one value."""

    observed: float
    expected: float


def alpha_u(parts: Iterable[Disagreement]) -> float:
    """Return alpha_U over some values: 1 - ΣD_o / ΣD_e, NaN where nothing could disagree."""
    listed = list(parts)
    expected = sum(part.expected for part in listed)
    if not expected > 0:
        return float("nan")
    return 1 - sum(part.observed for part in listed) / expected


def disagreement(cuts: Sequence[Cut], length: int) -> Disagreement:
    """Return the disagreement of all coders about one value on a continuum of ``length``.

    Krippendorff 2004: ``D_o = Σ δ² / (m (m - 1) L²)`` over ordered pairs of coders, where two units
    that intersect differ by ``(Δb)² + (Δe)²`` and a unit wholly within a gap of the other coder by
    its length squared. ``D_e = (2/L) Σ_units [(N - 1)/3 · (2l³ - 3l² + l) + l² Σ_gaps (h - l + 1)]
    / (mL (mL - 1) - Σ l (l - 1))`` over the units of all coders (length l, N of them) and the gaps
    of all coders that can hold it (length h >= l).
    """
    m = len(cuts)
    total = 0.0
    for one in range(m):
        for other in range(one + 1, m):
            total += _apart(cuts[one], cuts[other]) + _in_gaps(cuts[one], cuts[other])
            total += _in_gaps(cuts[other], cuts[one])
    observed = 2 * total / (m * (m - 1) * length**2) if m > 1 and length else float("nan")
    units = np.concatenate([ends - starts for starts, ends in cuts]).astype(np.float64)
    if not len(units) or m < 2:
        return Disagreement(observed, 0.0)
    gaps = np.sort(np.concatenate([_gaps(cut, length) for cut in cuts]))
    # Σ over the gaps that are long enough of (h - l + 1), from sums of the longest gaps.
    tail = np.append(np.cumsum(gaps[::-1])[::-1], 0.0)
    at = np.searchsorted(gaps, units, side="left")
    room = tail[at] - (len(gaps) - at) * (units - 1)
    inside = (len(units) - 1) / 3 * (2 * units**3 - 3 * units**2 + units)
    above = 2 / length * float((inside + units**2 * room).sum())
    below = m * length * (m * length - 1) - float((units * (units - 1)).sum())
    return Disagreement(observed, above / below if below > 0 else 0.0)


def _apart(one: Cut, other: Cut) -> float:
    """Sum (Δb)² + (Δe)² over the units of two coders that intersect, each pair once."""
    first = np.searchsorted(other[1], one[0], side="right")  # of those that end behind our start
    last = np.searchsorted(other[0], one[1], side="left")  # before those that begin at our end
    met = np.maximum(last - first, 0)
    mine = np.repeat(np.arange(len(met)), met)
    if not len(mine):
        return 0.0
    within = np.arange(len(mine)) - np.repeat(np.cumsum(met) - met, met)
    theirs = first[mine] + within
    begins = (one[0][mine] - other[0][theirs]).astype(np.float64)
    ends = (one[1][mine] - other[1][theirs]).astype(np.float64)
    return float((begins**2 + ends**2).sum())


def _in_gaps(one: Cut, other: Cut) -> float:
    """Sum the squared lengths of the units that meet no unit of the other coder."""
    first = np.searchsorted(other[1], one[0], side="right")
    last = np.searchsorted(other[0], one[1], side="left")
    lengths = (one[1] - one[0])[last <= first].astype(np.float64)
    return float((lengths**2).sum())


def _gaps(cut: Cut, length: int) -> Floats:
    """Return the lengths of what a coder left out."""
    starts, ends = cut
    found = (np.append(starts, length) - np.append(0, ends)).astype(np.float64)
    left: Floats = found[found > 0]
    return left


# ---------------------------------------------------------------------- the family of 2016


class Family(NamedTuple):
    """The measures of 2016 for two coders; NaN where one is not defined.

    ``u`` asks for places and values, ``binary`` (written |u) whether the same was found relevant,
    ``cu`` for the values where both cut something out, ``coverage`` the share of the continuum that
    ``cu`` rests on, ``of_value`` (written (k)u) whether one value was given the same way there.
    """

    u: float
    binary: float
    cu: float
    coverage: float
    of_value: tuple[float, ...]


class Stretches(NamedTuple):
    """A coder's continuum cut without gaps: starts, lengths, and values; 0 is what was left out."""

    starts: Ints
    lengths: Ints
    values: Ints


def stretches(units: Sequence[tuple[int, int, int]], length: int) -> Stretches:
    """Return units (start, end, value from 1) of one coder as stretches with the gaps between them.

    Units must not overlap.
    """
    found: list[tuple[int, int, int]] = []
    at = 0
    for start, end, value in sorted(units):
        if start > at:
            found.append((at, start - at, 0))
        found.append((start, end - start, value))
        at = end
    if at < length:
        found.append((at, length - at, 0))
    table = np.array(found, dtype=np.int64).reshape(-1, 3)
    return Stretches(*(np.ascontiguousarray(column) for column in table.T))


def family(one: Stretches, other: Stretches, values: int) -> Family:
    """Return the measures of 2016 for two coders and values 1 … ``values``.

    Krippendorff, Mathet, Bouvry & Widloecher 2016: ``l_ck`` are the lengths where one coder has c
    and the other k, both ways round; ``Z_c`` the squared lengths of the units of value c (for what
    was left out, the lengths themselves); ``e_ck = (l_c l_k - [c = k] Z_c) / (l - ΣZ / l)``. A
    measure is 1 less what is observed beside the diagonal over what is expected there.
    For more than two coders independent implementations disagree, so they are not offered.
    """
    both, pieces = _overlay(one, other, values)
    common = both + both.T
    squares = np.zeros(values + 1)
    for cut in (one, other):
        squares += _sums(
            cut.values, np.where(cut.values > 0, cut.lengths**2, cut.lengths), values + 1
        )
    total, left_out = common.sum(), common[0].sum()
    coded = common[1:, 1:]
    coded_squares = sum(
        (_squares_within(cut, pieces, values) for cut in (one, other)), start=np.zeros(values)
    )
    return Family(
        u=_less(*_beside(common, squares)),
        binary=_less(
            left_out - common[0, 0], _by_chance(common, squares, left_out * (total - left_out))
        ),
        cu=_less(*_beside(coded, coded_squares)),
        coverage=float(coded.sum() / total) if total else float("nan"),
        of_value=tuple(
            _less(coded[k].sum() - coded[k, k], _other_by_chance(coded, coded_squares, k))
            for k in range(values)
        ),
    )


class _Pieces(NamedTuple):
    """Stretches on which neither coder's unit changes."""

    starts: Ints
    lengths: Ints
    chosen: Bools  # whether both coders cut it out


def _squares_within(cut: Stretches, pieces: _Pieces, values: int) -> Floats:
    """Return for each value the squared lengths of a coder's units as far as the other cut there.

    What is left of a unit counts as one where it is in one piece, whatever units the other made of
    it.
    """
    unit = np.searchsorted(cut.starts, pieces.starts, side="right") - 1
    begins = np.ones(len(unit), dtype=np.bool_)
    begins[1:] = (unit[1:] != unit[:-1]) | (pieces.chosen[1:] != pieces.chosen[:-1])
    first = np.flatnonzero(begins)
    length = np.add.reduceat(pieces.lengths, first) if len(first) else pieces.lengths
    kept = pieces.chosen[first]
    return _sums(cut.values[unit[first]][kept] - 1, length[kept] ** 2, values)


def _sums(place: Ints, weight: Ints, places: int) -> Floats:
    """Return the sum of the weights of each place."""
    found = np.zeros(places)
    np.add.at(found, place, weight)
    return found


def _overlay(one: Stretches, other: Stretches, values: int) -> tuple[Floats, _Pieces]:
    """Return the lengths of each pair of values, and the pieces that they are the sums of."""
    places = np.union1d(one.starts, other.starts)
    end = int((one.starts + one.lengths).max(initial=0))
    length = np.diff(np.append(places, end))
    first = one.values[np.searchsorted(one.starts, places, side="right") - 1]
    second = other.values[np.searchsorted(other.starts, places, side="right") - 1]
    wide = values + 1
    both = _sums(first * wide + second, length, wide * wide).reshape(wide, wide)
    return both, _Pieces(places, length, (first > 0) & (second > 0))


def _beside(common: Floats, squares: Floats) -> tuple[float, float]:
    """Return what is observed beside the diagonal, and what is expected there."""
    total, margins = common.sum(), common.sum(1)
    return total - np.trace(common), _by_chance(common, squares, total**2 - margins @ margins)


def _by_chance(common: Floats, squares: Floats, products: float) -> float:
    """Return Σ e_ck over different c and k, given Σ l_c l_k of these.

    Products of lengths are whole numbers: where there is one value alone, nothing is expected.
    """
    total = float(common.sum())
    below = total - float(squares.sum()) / total if total else 0.0
    return float(products) / below if below > 0 else 0.0


def _other_by_chance(common: Floats, squares: Floats, value: int) -> float:
    """Return the length that a value shares with others by chance.

    Here only what units of this very value share with themselves is taken out: ``l_k (l - l_k) /
    (l - Z_k / l_k)``, as the published implementations have it.
    """
    total, mine = float(common.sum()), float(common[value].sum())
    below = total - float(squares[value]) / mine if mine else 0.0
    return mine * (total - mine) / below if below > 0 else 0.0


def _less(observed: float, expected: float) -> float:
    return 1 - float(observed) / expected if expected > 0 else float("nan")
