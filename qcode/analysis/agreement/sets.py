"""Alpha for values that are sets of codes: MASI and Jaccard distances.

Two empty sets are the same. MASI after Passonneau 2006: 1 - J·M, where M is 1 for equal sets, 2/3
where one holds the other, 1/3 where they overlap, 0 where they share nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from qcode.analysis.agreement import nominal
from qcode.analysis.agreement.binary import Floats
from qcode.analysis.agreement.spans import Bools, Ints, Spans, pairs, union

BLOCK = 1_024  # sets compared with all others at a time


class Valued(NamedTuple):
    """Stretches of text by the set of codes that each coder gave them.

    ``ratings`` (stretches, coders) says which set, -1 for a missing rating, ``lengths`` how long
    each stretch is, ``members`` (values, codes) what is in each set.
    """

    ratings: Ints
    lengths: Floats
    members: Bools


def alphas(valued: Valued) -> tuple[float, float]:
    """Return alpha with MASI and with Jaccard distance, NaN where every value is the same.

    As in ``nominal.alpha``; distances are worked out in blocks, as there may be thousands of sets.
    """
    rated = valued.ratings >= 0
    raters = rated.sum(1)
    kept = (raters >= 2) & (valued.lengths > 0)
    ratings, rated = valued.ratings[kept], rated[kept]
    length = valued.lengths[kept]
    weight = 2 * length / (raters[kept] - 1)  # each pair of coders stands for both its orders
    observed = np.zeros(2)
    for one, other in pairs(ratings.shape[1]):
        differ = np.flatnonzero(
            rated[:, one] & rated[:, other] & (ratings[:, one] != ratings[:, other])
        )
        for at in range(0, len(differ), BLOCK * BLOCK // 64):
            part = differ[at : at + BLOCK * BLOCK // 64]
            mine = valued.members[ratings[part, one]]
            theirs = valued.members[ratings[part, other]]
            apart = _distances(
                (mine & theirs).sum(1).astype(np.float64),
                mine.sum(1).astype(np.float64),
                theirs.sum(1).astype(np.float64),
            )
            observed += [float(weight[part] @ distance) for distance in apart]
    margins = np.zeros(len(valued.members))
    for coder in range(ratings.shape[1]):
        np.add.at(margins, ratings[rated[:, coder], coder], length[rated[:, coder]])
    expected = np.zeros(2)
    inside = valued.members.astype(np.float64)
    size = inside.sum(1)
    for at in range(0, len(inside), BLOCK):
        block = inside[at : at + BLOCK]
        apart = _distances(block @ inside.T, block.sum(1)[:, None], size[None, :])
        here = margins[at : at + BLOCK]
        expected += [float(here @ distance @ margins) for distance in apart]
    total = float(margins.sum())
    masi, jaccard = (
        nominal.from_disagreement(total, float(seen), float(chance))
        for seen, chance in zip(observed, expected, strict=True)
    )
    return masi, jaccard


def _distances(common: Floats, mine: Floats, theirs: Floats) -> tuple[Floats, Floats]:
    """Return the MASI and Jaccard distances of sets, given what they share and their sizes."""
    either = mine + theirs - common
    overlap = np.divide(common, either, out=np.ones_like(common), where=either > 0)
    within = (common == mine) | (common == theirs)
    weight = np.select([either == common, common == 0, within], [1.0, 0.0, 2 / 3], 1 / 3)
    return 1 - overlap * weight, 1 - overlap


def of_ratings(ratings: Sequence[Sequence[frozenset[str] | None]]) -> Valued:
    """Return rated units (rows) by coders (columns) as sets; None is a missing rating."""
    values: dict[frozenset[str], int] = {}
    for row in ratings:
        for rating in row:
            if rating is not None:
                values.setdefault(rating, len(values))
    codes = sorted(set().union(*values)) if values else []
    members = np.array([[code in value for code in codes] for value in values], dtype=np.bool_)
    table = np.array(
        [[-1 if one is None else values[one] for one in row] for row in ratings], dtype=np.int64
    )
    return Valued(table, np.ones(len(ratings)), members.reshape(len(values), len(codes)))


def of_spans(spans: Spans, lengths: Ints, coders: int, codes: int) -> Valued:
    """Return the documents of ``lengths`` cut where any coder's set of codes changes.

    Every document counts as judged by all ``coders``. Sets are told apart by the exclusive or of a
    random 64-bit number for each code, the same at every run.
    """
    events = _events(union(spans), len(lengths))
    mark = np.random.default_rng(2006).integers(1, 2**63 - 1, size=codes + 1, dtype=np.int64)
    mark[codes] = 0  # stands for no code
    state = np.stack(
        [
            np.bitwise_xor.accumulate(np.where(events.coder == one, mark[events.code], 0))
            for one in range(coders)
        ],
        axis=1,
    )
    length = np.append(events.place[1:], 0) - events.place
    last = np.append(np.diff(events.document) != 0, [True] * bool(len(events.document)))
    length[last] = (lengths[events.document] - events.place)[last]
    kept = length > 0
    found, inverse = np.unique(state[kept], return_inverse=True)
    rows, merged = np.unique(inverse.reshape(-1, coders), axis=0, return_inverse=True)
    weight = np.zeros(len(rows))
    np.add.at(weight, merged.reshape(-1), length[kept])
    sets = _members(state, events, codes)
    members = (
        np.stack([sets[int(value)] for value in found])
        if len(found)
        else np.zeros((0, codes), bool)
    )
    return Valued(rows, weight, members)


class _Events(NamedTuple):
    """Places where a coder's set changes, in order; each document begins with one of nobody."""

    document: Ints
    place: Ints
    coder: Ints  # -1 for nobody
    code: Ints  # -1 for none


def _events(joined: Spans, documents: int) -> _Events:
    every = np.arange(documents, dtype=np.int64)
    none = np.full_like(every, -1)
    document = np.concatenate((every, joined.document, joined.document))
    place = np.concatenate((np.zeros_like(every), joined.start, joined.end))
    coder = np.concatenate((none, joined.coder, joined.coder))
    code = np.concatenate((none, joined.code, joined.code))
    order = np.lexsort((place, document))
    return _Events(document[order], place[order], coder[order], code[order])


def _members(state: Ints, events: _Events, codes: int) -> dict[int, Bools]:
    """Return what is in each set that occurs, by the number that stands for it.

    A set that a coder comes to first differs by one code from the one before it, which is known.
    """
    sets = {0: np.zeros(codes, dtype=np.bool_)}
    flat = state.T.reshape(-1)
    _, first = np.unique(flat, return_index=True)
    for at in np.sort(first).tolist():
        value = int(flat[at])
        if value not in sets:
            before = sets[int(flat[at - 1])] if at else sets[0]
            grown = before.copy()
            code = int(events.code[at % len(events.code)])
            grown[code] = not grown[code]
            sets[value] = grown
    return sets
