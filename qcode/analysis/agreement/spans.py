"""From spans to what coders share: the union of each coder's spans, then one sweep over them.

Nothing is expanded to characters. Where no coder used a code in a document there is no row for it;
all its units are uncoded by everybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


class Spans(NamedTuple):
    """Codings as columns; documents, codes and coders are places from 0, spans are half-open.

    Positions are code points, or numbers of units (see ``units``).
    """

    document: Ints
    code: Ints
    coder: Ints
    start: Ints
    end: Ints


class Shared(NamedTuple):
    """What coders have in common, a row for each code in a document that anybody coded with it.

    ``ones[row, coder]`` is the length that a coder gave the code, ``both[row, pair]`` the length
    that both coders of a pair gave it; pairs are in the order of ``pairs``. Rows are in order of
    document, then code.
    """

    document: Ints
    code: Ints
    ones: Ints
    both: Ints


def pairs(coders: int) -> list[tuple[int, int]]:
    """Return all pairs of coders in the order of the columns of ``Shared.both``."""
    return list(combinations(range(coders), 2))


def of_rows(rows: Sequence[tuple[int, int, int, int, int]]) -> Spans:
    """Return rows of (document, code, coder, start, end) as columns."""
    table = np.array(rows, dtype=np.int64).reshape(-1, 5)
    return Spans(*(np.ascontiguousarray(column) for column in table.T))


def union(spans: Spans) -> Spans:
    """Join what one coder coded with one code in one document where spans overlap or touch.

    The result is in order of document, code, coder and start.
    """
    order = np.lexsort((spans.end, spans.start, spans.coder, spans.code, spans.document))
    document, code, coder, start, end = (column[order] for column in spans)
    if not len(order):
        return Spans(document, code, coder, start, end)
    begins = np.ones(len(order), dtype=np.bool_)
    begins[1:] = (
        (document[1:] != document[:-1]) | (code[1:] != code[:-1]) | (coder[1:] != coder[:-1])
    )
    # The farthest end so far, of this coder's spans alone: lifted by a step that no end reaches.
    lift = np.cumsum(begins) * (int(end.max()) + 1)
    farthest = np.maximum.accumulate(end + lift)
    begins[1:] |= start[1:] + lift[1:] > farthest[:-1]
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(order)) - 1
    return Spans(document[first], code[first], coder[first], start[first], (farthest - lift)[last])


def shared(spans: Spans, coders: int) -> Shared:
    """Sweep over the spans of ``coders`` coders and return what they have in common.

    At most 62 coders: their presence is a bit mask in the sweep.
    """
    joined = union(spans)
    begins = np.ones(len(joined.start), dtype=np.bool_)
    begins[1:] = (joined.document[1:] != joined.document[:-1]) | (
        joined.code[1:] != joined.code[:-1]
    )
    first = np.flatnonzero(begins)
    row = np.cumsum(begins) - 1
    rows = len(first)
    ones = np.zeros((rows, coders), dtype=np.int64)
    np.add.at(ones, (row, joined.coder), joined.end - joined.start)
    both = np.zeros((rows, coders * (coders - 1) // 2), dtype=np.int64)
    if rows and coders > 1:
        where, mask, length = _stretches(row, joined)
        for place, (one, other) in enumerate(pairs(coders)):
            wanted = (1 << one) | (1 << other)
            hit = (mask & wanted) == wanted
            # Lengths below 2**53 stay whole numbers in bincount's floats.
            both[:, place] = np.bincount(where[hit], length[hit], minlength=rows)
    return Shared(joined.document[first], joined.code[first], ones, both)


def _stretches(row: Ints, joined: Spans) -> tuple[Ints, Ints, Ints]:
    """Return the stretches with the same coders: their row, the coders as a mask, their length."""
    bit = np.int64(1) << joined.coder
    where = np.concatenate((row, row))
    place = np.concatenate((joined.start, joined.end))
    change = np.concatenate((bit, -bit))
    order = np.lexsort((place, where))
    where, place, change = where[order], place[order], change[order]
    mask = np.cumsum(change)  # nothing is open at the end of a row
    length = np.diff(place, append=place[-1:])
    kept = (mask > 0) & (length > 0)
    return where[kept], mask[kept], length[kept]
