"""A coefficient for each code in each document: where trouble sits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qcode.model.agreement import Coefficient
from qcode.model.records import Code, Document
from qcode.services.agreement.gathering import Gathered

if TYPE_CHECKING:
    from qcode.analysis.agreement.binary import Floats
    from qcode.analysis.agreement.spans import Bools


@dataclass(frozen=True, slots=True)
class Heat:
    """Values of a coefficient: ``values[code, document]``, NaN where it is not defined.

    ``used`` tells where any of the coders gave the code; where nobody did there is no value.
    ``differing`` counts the units in which the mean pair of coders differs. ``codes`` are those
    that anybody gave, ``documents`` those that all coders have finished.
    """

    coefficient: Coefficient
    codes: tuple[Code, ...]
    documents: tuple[Document, ...]
    values: Floats
    differing: Floats
    used: Bools


def table(gathered: Gathered, coefficient: Coefficient) -> Heat:
    """Return a coefficient for each code and document, in the unit that was asked for.

    Coded segments are counted in characters here. Coefficients of sets have no values.
    """
    import numpy as np

    from qcode.analysis.agreement import tally as adding
    from qcode.analysis.agreement.binary import coefficients

    tally = gathered.tally
    shared, counts = adding.cells(tally)
    found = coefficients(counts)
    places = np.unique(shared.code)
    where = (np.searchsorted(places, shared.code), (np.cumsum(tally.compared) - 1)[shared.document])
    shape = (len(places), int(tally.compared.sum()))
    values, differing = np.full(shape, np.nan), np.zeros(shape)
    used = np.zeros(shape, dtype=np.bool_)
    used[where] = True
    if coefficient.value in found:
        values[where] = found[coefficient.value]
    differing[where] = np.nan_to_num((1 - found["percent"]) * counts.units)
    return Heat(
        coefficient,
        tuple(gathered.codes[at] for at in places.tolist()),
        tuple(gathered.documents[at] for at in np.flatnonzero(tally.compared).tolist()),
        values,
        differing,
        used,
    )
