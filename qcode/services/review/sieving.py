"""Which disagreements are wanted, as one array over all rows for each condition."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from qcode.analysis.tree import subtree
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.review import Cell, Sieve, Standing

if TYPE_CHECKING:
    from qcode.analysis.agreement.spans import Bools
    from qcode.services.review.columns import Disagreements

KINDS = tuple(DisagreementKind)
VERDICTS = tuple(Verdict)


def trifles(found: Disagreements, sieve: Sieve) -> Bools:
    """Return which rows a sieve takes for trifles."""
    small: Bools = found.differing < sieve.shortest
    return small | found.blank if sieve.hide_blank else small


def wanted(found: Disagreements, sieve: Sieve) -> Bools:
    """Return which rows a sieve wants, trifles or not."""
    import numpy as np

    rows = np.ones(len(found), dtype=np.bool_)
    if sieve.code_ids is not None:
        chosen = _chosen(_with_below(found, sieve), (code.id for code in found.gathered.codes))
        rows &= chosen[found.first_code] | chosen[found.second_code]
    if sieve.document_ids is not None:
        documents = (one.id for one in found.gathered.documents)
        rows &= _chosen(sieve.document_ids, documents)[found.document]
    if sieve.kinds is not None:
        rows &= _chosen(sieve.kinds, KINDS)[found.kind]
    if sieve.pair is not None:
        pairs = (frozenset((one.id, other.id)) for one, other in found.pairs)
        rows &= _chosen({frozenset(sieve.pair)}, pairs)[found.pair]
    if sieve.verdict is not Standing.ALL:
        rows &= (found.verdict > 0) == (sieve.verdict is Standing.DECIDED)
    if sieve.verdicts is not None:
        rows &= _chosen(sieve.verdicts, VERDICTS)[found.verdict]
    if sieve.cell is not None:
        rows &= _in_cell(found, sieve.cell, rows)
    return rows


def _chosen(chosen: Collection[object], offered: Iterable[object]) -> Bools:
    """Return for each place whether it is chosen; the last stands for -1, which never is."""
    import numpy as np

    return np.array([*(one in chosen for one in offered), False], dtype=np.bool_)


def _with_below(found: Disagreements, sieve: Sieve) -> frozenset[int]:
    chosen = sieve.code_ids or frozenset()
    if not sieve.below:
        return chosen
    return chosen.union(*(subtree(code_id, found.parents) for code_id in chosen))


def _in_cell(found: Disagreements, cell: Cell, rows: Bools) -> Bools:
    """Return which rows are about words of a cell of the confusion matrix, and about its codes.

    Only those pairs are looked at that have rows which are wanted anyway.
    """
    import numpy as np

    from qcode.analysis.agreement import confusion

    place = {one.id: at for at, one in enumerate(found.gathered.codes)}
    codes = [confusion.NONE if code is None else place.get(code, _GONE) for code in cell]
    given = np.zeros(len(found), dtype=np.bool_)
    for column, code in zip((found.first_code, found.second_code), codes, strict=True):
        if code >= 0:
            given |= column == code
    inside = np.zeros(len(found), dtype=np.bool_)
    most = int(found.end.max(initial=0)) + 1
    for pair in np.unique(found.pair[rows & given]).tolist():
        listed = confusion.places(found.meetings(pair), (codes[0], codes[1]))
        if not listed:
            continue
        table = np.array(listed, dtype=np.int64)
        begins, ends = (table[:, 0] * most + np.minimum(table[:, at], most) for at in (1, 2))
        here = np.flatnonzero(given & rows & (found.pair == pair))
        before = np.searchsorted(begins, found.document[here] * most + found.end[here]) - 1
        reaches = ends[np.maximum(before, 0)] > found.document[here] * most + found.start[here]
        inside[here[(before >= 0) & reaches]] = True
    return inside


_GONE = -2  # a code that is not there has no place, and -1 stands for none
