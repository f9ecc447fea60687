"""Figures of what was gathered: overall, for each code, pair and document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from qcode.model.agreement import (
    Agreement,
    Cells,
    CodeAgreement,
    Coefficient,
    DocumentAgreement,
    Measured,
    PairAgreement,
    Request,
    Undefined,
    Unit,
)
from qcode.services.agreement.gathering import Gathered, gather
from qcode.services.project import Project

if TYPE_CHECKING:
    from qcode.analysis.agreement.binary import Counts, Floats
    from qcode.analysis.agreement.tally import Tally

_OVERLAP = (Coefficient.DICE, Coefficient.JACCARD)
_SEGMENT = (Coefficient.PERCENT, Coefficient.DICE, Coefficient.JACCARD, Coefficient.HOLSTI)
OF_CODINGS = tuple(one for one in Coefficient if not one.value.startswith("alpha_"))


def compare(project: Project, request: Request) -> Agreement:
    """Return how far coders agree; it may be done in a worker. Raises as ``gather`` does."""
    return measure(gather(project, request))


def measure(gathered: Gathered) -> Agreement:
    """Return how far coders agree, from memory."""
    tally = gathered.tally
    listed = combinations(range(tally.coders), 2)
    pairs = tuple(_pair_of(gathered, one, other) for one, other in listed)
    if tally.coders == 2:
        codes, overall = pairs[0].codes, pairs[0].overall
    elif gathered.request.unit is Unit.SEGMENT:
        codes, overall = _no_segments(gathered)
    else:
        codes, overall = _counted(gathered, tally)
    lowest, median = spread(codes)
    return Agreement(
        request=gathered.request,
        coders=gathered.coders,
        documents=documents_of(gathered),
        compared=int(tally.compared.sum()),
        available=len(gathered.documents),
        overall=overall,
        lowest=lowest,
        median=median,
        codes=codes,
        pairs=pairs,
    )


def overall_of(gathered: Gathered, pair: tuple[int, int] | None = None) -> Measured:
    """Return how far all coders agree over all codes, or two of them (places)."""
    from qcode.analysis.agreement import tally as adding

    if gathered.request.unit is Unit.SEGMENT:
        two = pair or ((0, 1) if len(gathered.coders) == 2 else None)
        return (_segments(gathered, two) if two else _no_segments(gathered))[1]
    tally = gathered.tally.of(pair) if pair else gathered.tally
    whole = adding.pooled(adding.per_code(tally))
    return _measured(tally, whole, *adding.overall_interval(tally))


def _pair_of(gathered: Gathered, one: int, other: int) -> PairAgreement:
    """Return how far two of the coders (places) agree in the documents that both finished."""
    tally = gathered.tally.of((one, other))
    if gathered.request.unit is Unit.SEGMENT:
        codes, overall = _segments(gathered, (one, other))
    else:
        codes, overall = _counted(gathered, tally)
    return PairAgreement(
        (gathered.coders[one], gathered.coders[other]),
        int(tally.compared.sum()),
        overall,
        codes,
    )


def documents_of(gathered: Gathered) -> tuple[DocumentAgreement, ...]:
    """Return how far coders agree in each document; empty where segments are compared."""
    if gathered.request.unit is Unit.SEGMENT:
        return ()
    from qcode.analysis.agreement import tally as adding
    from qcode.analysis.agreement.binary import coefficients

    tally = gathered.tally
    counts = adding.per_document(tally)
    values = coefficients(counts)
    places = [row for row, counted in enumerate(tally.compared.tolist()) if counted]
    return tuple(
        DocumentAgreement(gathered.documents[place], _at(values, row, tally, counts))
        for row, place in enumerate(places)
    )


def _counted(gathered: Gathered, tally: Tally) -> tuple[tuple[CodeAgreement, ...], Measured]:
    """Return the figures of each code and over all of them."""
    from qcode.analysis.agreement import tally as adding

    counts = adding.per_code(tally)
    low, high, *whole = adding.intervals(tally)
    codes = _codes(gathered, tally, counts, low, high)
    return codes, _measured(tally, adding.pooled(counts), *whole)


def _codes(
    gathered: Gathered, tally: Tally, counts: Counts, low: Floats, high: Floats
) -> tuple[CodeAgreement, ...]:
    from qcode.analysis.agreement.binary import cells, coefficients

    values = coefficients(counts)
    table = None
    if tally.coders == 2:
        table = [part.tolist() for part in cells(counts)]
    return tuple(
        CodeAgreement(
            code,
            _at(
                values,
                row,
                tally,
                counts,
                (float(low[row]), float(high[row])),
            ),
            Cells(*(int(part[row]) for part in table)) if table else None,
        )
        for row, code in enumerate(gathered.codes)
    )


def _measured(
    tally: Tally, counts: Counts, low: float = float("nan"), high: float = float("nan")
) -> Measured:
    """Return the coefficients of counts without any axis left."""
    import numpy as np

    from qcode.analysis.agreement.binary import Counts as Made
    from qcode.analysis.agreement.binary import coefficients

    one = Made(*(np.asarray(part)[None] for part in counts))
    return _at(coefficients(one), 0, tally, one, (low, high))


def _at(
    values: Mapping[str, Floats],
    row: int,
    tally: Tally,
    counts: Counts,
    interval: tuple[float, float] | None = None,
) -> Measured:
    found: dict[Coefficient, float] = {}
    undefined: dict[Coefficient, Undefined] = {}
    for name in OF_CODINGS:
        value = float(values[name.value][row])
        if value == value:
            found[name] = value
        else:
            undefined[name] = _why(name, tally, int(counts.units[row]))
    known = interval is not None and interval[0] == interval[0]
    return Measured(found, undefined, interval if known else None)


_OF_TWO = (*_OVERLAP, Coefficient.HOLSTI, Coefficient.COHEN_KAPPA, Coefficient.SCOTT_PI)


def _why(name: Coefficient, tally: Tally, units: int) -> Undefined:
    if tally.coders < 2:
        return Undefined.ONE_CODER
    if tally.coders > 2 and name in _OF_TWO:
        return Undefined.TWO_CODERS_ONLY
    if not tally.compared.any():
        return Undefined.NO_DOCUMENT
    if not units or name in _OVERLAP:  # no units: there is no code
        return Undefined.NOT_USED
    return Undefined.NO_VARIATION


# ---------------------------------------------------------------------- coded segments


def _segments(
    gathered: Gathered, pair: Sequence[int]
) -> tuple[tuple[CodeAgreement, ...], Measured]:
    """Match the segments of two coders in the documents that both finished."""
    import numpy as np

    from qcode.analysis.agreement.segments import matched
    from qcode.analysis.agreement.spans import Spans

    tally = gathered.tally.of(pair)
    spans = gathered.spans
    kept = np.isin(spans.coder, pair) & tally.compared[spans.document]
    chosen = Spans(*(column[kept] for column in spans))
    chosen = chosen._replace(coder=(chosen.coder == pair[1]).astype(np.int64))
    found = matched(chosen, gathered.request.overlap / 100)
    cells = np.zeros((len(gathered.codes), 3), dtype=np.int64)
    np.add.at(cells, found.code, np.stack([found.n11, found.n10, found.n01], axis=1))
    documents = int(tally.compared.sum())
    return (
        tuple(
            CodeAgreement(code, _of_segments(documents, n11, n10, n01), Cells(n11, n10, n01, None))
            for code, (n11, n10, n01) in zip(gathered.codes, cells.tolist(), strict=True)
        ),
        _of_segments(documents, *cells.sum(axis=0).tolist()),
    )


def _of_segments(documents: int, n11: int, n10: int, n01: int) -> Measured:
    found: dict[Coefficient, float] = {}
    undefined = {name: Undefined.NO_UNCODED_SEGMENTS for name in OF_CODINGS if name not in _SEGMENT}
    if n11 + n10 + n01:
        share = n11 / (n11 + n10 + n01)
        twice = 2 * n11 / (2 * n11 + n10 + n01)
        found = dict(zip(_SEGMENT, (share, twice, share, twice), strict=True))
    else:
        why = Undefined.NOT_USED if documents else Undefined.NO_DOCUMENT
        undefined.update(dict.fromkeys(_SEGMENT, why))
    return Measured(found, undefined)


def _no_segments(gathered: Gathered) -> tuple[tuple[CodeAgreement, ...], Measured]:
    """Segments are matched between two coders; for more there are the pairs."""
    why = Undefined.TWO_CODERS_ONLY
    if len(gathered.coders) < 2:
        why = Undefined.ONE_CODER
    elif not gathered.tally.compared.any():
        why = Undefined.NO_DOCUMENT
    nothing = Measured({}, dict.fromkeys(OF_CODINGS, why))
    return tuple(CodeAgreement(code, nothing, None) for code in gathered.codes), nothing


def spread(codes: Sequence[CodeAgreement]) -> tuple[float | None, float | None]:
    """Return the lowest and the median alpha of codes, None where it is nowhere defined."""
    known = sorted(
        value
        for one in codes
        if (value := one.measured.get(Coefficient.KRIPPENDORFF_ALPHA)) is not None
    )
    return known[0] if known else None, _median(known)


def _median(values: Sequence[float]) -> float | None:
    if not values:
        return None
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
