"""Coded segments of two coders matched with each other."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from qcode.analysis.agreement.spans import Ints, Spans, union


class Matched(NamedTuple):
    """For one code in one document: segments that match, and those of one coder alone."""

    document: Ints
    code: Ints
    n11: Ints
    n10: Ints
    n01: Ints


def overlaps(mine: Spans, theirs: Spans) -> tuple[Ints, Ints, Ints]:
    """Return the pairs of rows that overlap in the same document and code, and by how much.

    Both are a single coder's spans in the order of ``union``, so that none overlap among
    themselves.
    """
    if not len(mine.start) or not len(theirs.start):
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty, empty
    # One line for all documents and codes: each pair of them has its own stretch of it.
    groups = np.stack(
        [np.concatenate((mine.document, theirs.document)), np.concatenate((mine.code, theirs.code))]
    )
    _, group = np.unique(groups, axis=1, return_inverse=True)
    group = group.reshape(-1)
    lift = group * (int(max(mine.end.max(), theirs.end.max())) + 1)
    one, other = lift[: len(mine.start)], lift[len(mine.start) :]
    begins, ends = theirs.start + other, theirs.end + other
    order = np.argsort(begins)
    begins, ends = begins[order], ends[order]
    first = np.searchsorted(ends, mine.start + one, side="right")
    last = np.searchsorted(begins, mine.end + one, side="left")
    met = np.maximum(last - first, 0)
    rows = np.repeat(np.arange(len(met)), met)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(met) - met, met)
    others = order[first[rows] + within]
    length = np.minimum(mine.end[rows], theirs.end[others]) - np.maximum(
        mine.start[rows], theirs.start[others]
    )
    return rows, others, length


def matched(spans: Spans, threshold: float) -> Matched:
    """Match the segments of coders 0 and 1 where |A∩B| / max(|A|, |B|) is at least ``threshold``.

    What one coder coded in overlapping or touching spans is one segment. A segment matches one of
    the other coder at most: those with the largest share first.
    """
    joined = union(spans)
    mine, theirs = (
        Spans(*(column[joined.coder == coder] for column in joined)) for coder in (0, 1)
    )
    rows, others, length = overlaps(mine, theirs)
    longest = np.maximum((mine.end - mine.start)[rows], (theirs.end - theirs.start)[others])
    share = length / longest if len(rows) else np.zeros(0)
    good = np.flatnonzero(share >= threshold)
    taken_mine = np.zeros(len(mine.start), dtype=np.bool_)
    taken_theirs = np.zeros(len(theirs.start), dtype=np.bool_)
    for at in good[np.argsort(-share[good], kind="stable")].tolist():
        one, other = rows[at], others[at]
        if not (taken_mine[one] or taken_theirs[other]):
            taken_mine[one] = taken_theirs[other] = True
    keys = np.stack([joined.document, joined.code])
    groups, _ = np.unique(keys, axis=1, return_inverse=True)
    document, code = groups[0], groups[1]

    def counted(spans: Spans, chosen: np.ndarray) -> Ints:
        wide = int(code.max(initial=0)) + 1
        place = np.searchsorted(
            document * wide + code, (spans.document * wide + spans.code)[chosen]
        )
        return np.bincount(place, minlength=len(code)).astype(np.int64)

    return Matched(
        document,
        code,
        counted(mine, taken_mine),
        counted(mine, ~taken_mine),
        counted(theirs, ~taken_theirs),
    )
