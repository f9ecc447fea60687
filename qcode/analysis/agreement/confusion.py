"""What one coder gave where the other gave something else: code by code, and nothing at all.

Codes that both coders gave to a stretch of text stand on the diagonal and nowhere else; of the
rest, each code of one coder meets each of the other, or ``NONE`` where the other has nothing left.
So text that both gave the same two codes counts for no confusion of the two. What nobody coded is
not counted.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from qcode.analysis.agreement.pieces import ranges
from qcode.analysis.agreement.spans import Ints, Spans, union

NONE = -1  # stands for no code

Cell = tuple[int, int]  # a code of coder 0 and one of coder 1, or ``NONE``


class Meetings(NamedTuple):
    """Stretches of text with a code of coder 0 and one of coder 1 (or ``NONE``), as columns.

    A stretch with several codes has several rows; rows of one cell are in order of the text.
    """

    document: Ints
    start: Ints
    end: Ints
    first: Ints
    second: Ints


def meetings(spans: Spans) -> Meetings:
    """Return what coders 0 and 1 gave the same text."""
    joined = union(spans)
    if not len(joined.start):
        nothing = np.zeros(0, dtype=np.int64)
        return Meetings(nothing, nothing, nothing, nothing, nothing)
    codes = int(joined.code.max()) + 1
    most = int(joined.end.max()) + 1
    edges = np.unique(
        np.concatenate((joined.start, joined.end)) + np.tile(joined.document * most, 2)
    )
    low = np.searchsorted(edges, joined.document * most + joined.start)
    counts = np.searchsorted(edges, joined.document * most + joined.end) - low
    given = ranges(low, counts) * codes + np.repeat(joined.code, counts)
    by_second = np.repeat(joined.coder, counts) == 1
    one, other = np.unique(given[~by_second]), np.unique(given[by_second])
    both = np.intersect1d(one, other, assume_unique=True)
    one = np.setdiff1d(one, both, assume_unique=True)
    other = np.setdiff1d(other, both, assume_unique=True)
    mine = np.bincount(one // codes, minlength=len(edges))
    theirs = np.bincount(other // codes, minlength=len(edges))
    begins = np.cumsum(theirs) - theirs  # where the codes of each stretch begin in ``other``
    meets = theirs[one // codes]
    first, second = np.repeat(one, meets), other[ranges(begins[one // codes], meets)]
    alone = one[meets == 0], other[mine[other // codes] == 0]
    nobody = [np.full(len(part), NONE, dtype=np.int64) for part in alone]
    stretch = np.concatenate((both, first, *alone)) // codes
    document = edges[stretch] // most
    return Meetings(
        document,
        edges[stretch] - document * most,
        edges[stretch + 1] - document * most,
        np.concatenate((both % codes, first % codes, alone[0] % codes, nobody[1])),
        np.concatenate((both % codes, second % codes, nobody[0], alone[1] % codes)),
    )


def matrix(found: Meetings) -> dict[Cell, int]:
    """Return the length of text of each cell that occurs, the longest first."""
    if not len(found.start):
        return {}
    wide = int(max(found.first.max(), found.second.max())) + 2
    keys, where = np.unique((found.first + 1) * wide + found.second + 1, return_inverse=True)
    # Lengths below 2**53 stay whole numbers in bincount's floats.
    sizes = np.bincount(where, found.end - found.start).astype(np.int64)
    order = np.lexsort((keys, -sizes))
    return {
        (int(keys[at]) // wide - 1, int(keys[at]) % wide - 1): int(sizes[at])
        for at in order.tolist()
    }


def places(found: Meetings, cell: Cell) -> list[tuple[int, int, int]]:
    """Return where a cell comes from: (document, start, end), joined and in order."""
    here = np.flatnonzero((found.first == cell[0]) & (found.second == cell[1]))
    here = here[np.lexsort((found.start[here], found.document[here]))]
    document, start, end = found.document[here], found.start[here], found.end[here]
    if not len(here):
        return []
    begins = np.ones(len(here), dtype=np.bool_)
    begins[1:] = (document[1:] != document[:-1]) | (start[1:] != end[:-1])
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(here)) - 1
    return list(
        zip(document[first].tolist(), start[first].tolist(), end[last].tolist(), strict=True)
    )
