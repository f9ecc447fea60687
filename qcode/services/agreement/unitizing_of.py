"""Agreement on units that coders cut out themselves, and on whole sets of codes.

What is compared are characters of the documents that all coders have finished, laid end to end in
the order of the project: one continuum, in which no unit runs over the end of a document and a gap
may. A pair of coders has the documents that these two have finished.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from qcode.model.agreement import Undefined
from qcode.model.agreement_report import Continuum, Family, Figure, SetAlphas
from qcode.services.agreement.gathering import Gathered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qcode.analysis.agreement.spans import Bools, Ints, Spans


def continuum(gathered: Gathered) -> Continuum:
    """Return alpha_U over all codes and for each, and the measures of 2016 for each pair."""
    from qcode.analysis.agreement import spans, unitizing

    coders, codes = len(gathered.coders), len(gathered.codes)
    joined = spans.union(gathered.spans)
    laid, length = _end_to_end(gathered, joined, gathered.tally.compared)
    why = _missing(coders, length)
    if why is not None:
        nothing = Figure(None, why)
        return Continuum(length, nothing, (nothing,) * codes, _families(gathered, joined))
    parts = [unitizing.disagreement(cuts, length) for cuts in _cuts(laid, coders, codes)]
    return Continuum(
        length,
        _figure(unitizing.alpha_u(parts), Undefined.NOT_USED),
        tuple(_figure(unitizing.alpha_u([part]), Undefined.NOT_USED) for part in parts),
        _families(gathered, joined),
    )


def set_alphas(gathered: Gathered) -> SetAlphas:
    """Return alpha over the sets of codes of each unit, by MASI and by Jaccard distance.

    Units are those that were asked for; where these are coded segments, characters.
    """
    import numpy as np

    from qcode.analysis.agreement import sets
    from qcode.analysis.agreement.spans import Spans

    tally, spans = gathered.tally, gathered.counted
    compared = tally.compared
    why = _missing(tally.coders, int(tally.units[compared].sum()))
    if why is not None:
        return SetAlphas(Figure(None, why), Figure(None, why))
    place = np.cumsum(compared) - 1
    kept = Spans(*(column[compared[spans.document]] for column in spans))
    valued = sets.of_spans(
        kept._replace(document=place[kept.document]),
        tally.units[compared],
        tally.coders,
        tally.codes,
    )
    masi, jaccard = sets.alphas(valued)
    return SetAlphas(
        _figure(masi, Undefined.NO_VARIATION), _figure(jaccard, Undefined.NO_VARIATION)
    )


def _missing(coders: int, length: int) -> Undefined | None:
    """Say why nothing can be compared at all."""
    if coders < 2:
        return Undefined.ONE_CODER
    return None if length else Undefined.NO_DOCUMENT


def _figure(value: float, why: Undefined) -> Figure:
    return Figure(value) if value == value else Figure(None, why)


def _end_to_end(gathered: Gathered, joined: Spans, compared: Bools) -> tuple[Spans, int]:
    """Return the spans of some documents as places on the continuum of these, and its length."""
    import numpy as np

    from qcode.analysis.agreement.spans import Spans

    sizes = np.array([one.characters for one in gathered.documents], dtype=np.int64)
    sizes = np.where(compared, sizes, 0)
    begins = np.cumsum(sizes) - sizes
    kept = compared[joined.document] if len(joined.document) else np.zeros(0, dtype=np.bool_)
    here = Spans(*(column[kept] for column in joined))
    offset = begins[here.document]
    return here._replace(start=here.start + offset, end=here.end + offset), int(sizes.sum())


def _cuts(laid: Spans, coders: int, codes: int) -> list[list[tuple[Ints, Ints]]]:
    """Return for each code the starts and ends of each coder's units, in order."""
    import numpy as np

    order = np.lexsort((laid.start, laid.coder, laid.code))
    edges = np.searchsorted(
        (laid.code * coders + laid.coder)[order], np.arange(codes * coders + 1)
    ).tolist()
    start, end = laid.start[order], laid.end[order]
    return [
        [
            (start[edges[at] : edges[at + 1]], end[edges[at] : edges[at + 1]])
            for at in range(code * coders, (code + 1) * coders)
        ]
        for code in range(codes)
    ]


def _families(gathered: Gathered, joined: Spans) -> tuple[Family, ...]:
    pairs = combinations(range(len(gathered.coders)), 2)
    return tuple(_family(gathered, joined, pair) for pair in pairs)


def _family(gathered: Gathered, joined: Spans, pair: Sequence[int]) -> Family:
    from qcode.analysis.agreement import unitizing

    one, other = pair
    who = (gathered.coders[one], gathered.coders[other])
    laid, length = _end_to_end(gathered, joined, gathered.tally.of(pair).compared)
    units = [_units_of(laid, coder) for coder in pair]
    why = Undefined.OVERLAPPING if None in units else _missing(2, length)
    if why is not None:
        nothing = Figure(None, why)
        return Family(who, nothing, nothing, nothing, nothing, ())
    mine, theirs = (unitizing.stretches(listed or (), length) for listed in units)
    found = unitizing.family(mine, theirs, len(gathered.codes))
    same = Undefined.NO_VARIATION
    return Family(
        who,
        _figure(found.u, same),
        _figure(found.binary, same),
        _figure(found.cu, same),
        _figure(found.coverage, same),
        tuple(_figure(value, same) for value in found.of_value),
    )


def _units_of(laid: Spans, coder: int) -> list[tuple[int, int, int]] | None:
    """Return a coder's units (start, end, value from 1); None where values overlap."""
    import numpy as np

    mine = laid.coder == coder
    order = np.argsort(laid.start[mine], kind="stable")
    start, end = laid.start[mine][order], laid.end[mine][order]
    if bool((start[1:] < end[:-1]).any()):
        return None
    value = laid.code[mine][order] + 1
    return list(zip(start.tolist(), end.tolist(), value.tolist(), strict=True))
