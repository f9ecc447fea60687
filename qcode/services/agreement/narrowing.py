"""Some of the codes of what was gathered: their figures from memory, fast enough for typing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from qcode.model.agreement import Agreement, PairAgreement
from qcode.services.agreement import comparing
from qcode.services.agreement.gathering import Gathered

if TYPE_CHECKING:
    from qcode.analysis.agreement.spans import Ints, Spans


def narrowed(gathered: Gathered, code_ids: Collection[int]) -> Gathered:
    """Return what was gathered of some of its codes alone, in the same order."""
    import numpy as np

    places = [at for at, code in enumerate(gathered.codes) if code.id in code_ids]
    now = np.full(len(gathered.codes), -1, dtype=np.int64)
    now[places] = np.arange(len(places))
    tally = gathered.tally
    kept = now[tally.shared.code] >= 0
    shared = type(tally.shared)(*(column[kept] for column in tally.shared))
    return replace(
        gathered,
        codes=tuple(gathered.codes[at] for at in places),
        spans=_of_codes(gathered.spans, now),
        counted=_of_codes(gathered.counted, now),
        tally=tally._replace(shared=shared._replace(code=now[shared.code]), codes=len(places)),
    )


def of_pair(gathered: Gathered, pair: tuple[int, int]) -> Gathered:
    """Return what was gathered of two of its coders (places, in order) alone."""
    chosen = (gathered.coders[pair[0]], gathered.coders[pair[1]])
    return replace(
        gathered,
        request=replace(gathered.request, coders=tuple(one.name for one in chosen)),
        coders=chosen,
        spans=_of_coders(gathered.spans, pair),
        tally=gathered.tally.of(pair),
        counted=_of_coders(gathered.counted, pair),
    )


def measured(narrow: Gathered, whole: Agreement) -> Agreement:
    """Return the figures of a narrowed comparison, with those of its codes out of the ``whole``.

    Overall, document and pair figures are pooled over the codes that are left; intervals of single
    codes need not be drawn again.
    """
    left = {code.id for code in narrow.codes}
    codes = tuple(one for one in whole.codes if one.code.id in left)
    lowest, median = comparing.spread(codes)
    return replace(
        whole,
        documents=comparing.documents_of(narrow),
        overall=comparing.overall_of(narrow),
        lowest=lowest,
        median=median,
        codes=codes,
        pairs=tuple(
            PairAgreement(
                of_all.coders,
                of_all.documents,
                comparing.overall_of(narrow, places),
                tuple(one for one in of_all.codes if one.code.id in left),
            )
            for of_all, places in zip(
                whole.pairs, combinations(range(len(narrow.coders)), 2), strict=True
            )
        ),
    )


def _of_codes(spans: Spans, now: Ints) -> Spans:
    kept = now[spans.code] >= 0
    chosen = type(spans)(*(column[kept] for column in spans))
    return chosen._replace(code=now[chosen.code])


def _of_coders(spans: Spans, pair: tuple[int, int]) -> Spans:
    import numpy as np

    kept = np.isin(spans.coder, pair)
    chosen = type(spans)(*(column[kept] for column in spans))
    return chosen._replace(coder=(chosen.coder == pair[1]).astype(np.int64))


def prepare() -> None:
    """Load what figures are worked out with: in a thread, before they are first asked for."""
    import numpy as np

    from qcode.analysis.agreement import (  # noqa: F401  loaded for those who come later
        binary,
        bootstrap,
        confusion,
        disagreements,
        segments,
        units,
    )

    few = np.ones(bootstrap.FEWEST)
    # Parts of numpy are loaded when they are first used.
    bootstrap.interval(binary.Counts(few, np.ones((len(few), 2)), np.ones((len(few), 1))), draws=2)
