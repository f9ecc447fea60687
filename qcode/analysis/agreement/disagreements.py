"""Where two coders differ, one row for each thing to talk about, and where all coders agree wholly.

Within one code spans of two coders that overlap, straight or by way of others, belong together: the
same span of each is agreement, anything else a difference of boundaries. What is left of one coder,
given another code by the other on much the same words, is a difference of codes; the rest was
missed by one of them. So each span (of a coder's union) stands in one row, or is agreed on.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from qcode.analysis.agreement import pieces
from qcode.analysis.agreement.pieces import Pieces, ends, ranges
from qcode.analysis.agreement.spans import Ints, Spans, union
from qcode.model.agreement_enums import DisagreementKind

SAME_WORDS = 0.5  # |A∩B| / max(|A|, |B|) from which two codes are taken to speak of the same words
NONE = -1  # stands for no code

KINDS = tuple(DisagreementKind)
MISSED_BY_FIRST, MISSED_BY_SECOND, BOUNDARY, CODE = (
    KINDS.index(kind)
    for kind in (
        DisagreementKind.MISSED_BY_FIRST,
        DisagreementKind.MISSED_BY_SECOND,
        DisagreementKind.BOUNDARY,
        DisagreementKind.CODE,
    )
)


class Rows(NamedTuple):
    """Disagreements of coders 0 and 1 in order of document and place, as columns.

    ``kind`` is a place in ``KINDS``; codes are ``NONE`` where a coder gave none. ``differing`` are
    the stretches that they differ in: of a difference of boundaries what one of them alone marked,
    else all that was marked. Spans are half-open.
    """

    kind: Ints
    document: Ints
    first_code: Ints
    second_code: Ints
    start: Ints
    end: Ints
    first: Pieces
    second: Pieces
    differing: Pieces

    def take(self, rows: Ints) -> Rows:
        """Return some of the rows, in their order."""
        return Rows(
            self.kind[rows],
            self.document[rows],
            self.first_code[rows],
            self.second_code[rows],
            self.start[rows],
            self.end[rows],
            self.first.take(rows),
            self.second.take(rows),
            self.differing.take(rows),
        )


def disagreements(spans: Spans, *, same_words: float = SAME_WORDS) -> Rows:
    """Return all disagreements of coders 0 and 1; see ``Rows``."""
    joined = union(spans)
    joined = _ordered(joined, (joined.coder, joined.start, joined.code, joined.document))
    cluster, first, given = _clusters(joined)
    mine, theirs = given
    alike = np.zeros(len(first), dtype=np.bool_)
    paired = np.flatnonzero((mine == 1) & (theirs == 1))
    one, other = first[paired], first[paired] + 1
    alike[paired] = (joined.start[one] == joined.start[other]) & (
        joined.end[one] == joined.end[other]
    )
    boundary = ~alike & (mine > 0) & (theirs > 0)
    by_first, by_second = first[theirs == 0], first[mine == 0]  # one span each: see ``union``
    one, other = _on_the_same_words(_part(joined, by_first), _part(joined, by_second), same_words)
    code_rows = (by_first[one], by_second[other])
    left = (np.delete(by_first, one), np.delete(by_second, other))
    parts = [
        _boundaries(joined, cluster, np.flatnonzero(boundary), first),
        _singles(joined, CODE, *code_rows),
        _singles(joined, MISSED_BY_SECOND, left[0], None),
        _singles(joined, MISSED_BY_FIRST, None, left[1]),
    ]
    found = _joined(parts)
    return found.take(
        np.lexsort((found.second_code, found.first_code, found.end, found.start, found.document))
    )


def agreed(spans: Spans, coders: int) -> Spans:
    """Return what each of ``coders`` coders gave the same code on exactly the same words, once.

    A coder's own spans of one code that overlap or touch are one span. ``coder`` is 0 throughout.
    """
    joined = union(spans)
    joined = _ordered(joined, (joined.end, joined.start, joined.code, joined.document))
    begins = np.ones(len(joined.start), dtype=np.bool_)
    begins[1:] = False
    for column in (joined.document, joined.code, joined.start, joined.end):
        begins[1:] |= column[1:] != column[:-1]
    first = np.flatnonzero(begins)
    alike = np.diff(np.append(first, len(begins))) == coders  # no coder has a span twice
    found = _part(joined, first[alike])
    return found._replace(coder=np.zeros_like(found.coder))


# ---------------------------------------------------------------------- what belongs together


def _ordered(spans: Spans, keys: tuple[Ints, ...]) -> Spans:
    return _part(spans, np.lexsort(keys))


def _part(spans: Spans, where: Ints) -> Spans:
    return Spans(*(column[where] for column in spans))


def _clusters(spans: Spans) -> tuple[Ints, Ints, tuple[Ints, Ints]]:
    """Return the cluster of each span, where clusters begin, and how many spans a coder has there.

    Spans are in order of document, code and start. Spans that touch are apart.
    """
    changes = np.ones(len(spans.start), dtype=np.bool_)
    changes[1:] = (spans.document[1:] != spans.document[:-1]) | (spans.code[1:] != spans.code[:-1])
    begins = changes.copy()
    if len(begins):
        # The farthest end so far in this document and code: lifted by a step that no end reaches.
        lift = np.cumsum(changes) * (int(spans.end.max()) + 1)
        farthest = np.maximum.accumulate(spans.end + lift)
        begins[1:] |= spans.start[1:] + lift[1:] >= farthest[:-1]
    cluster: Ints = np.cumsum(begins) - 1
    first = np.flatnonzero(begins)
    given = tuple(
        np.bincount(cluster[spans.coder == coder], minlength=len(first)) for coder in (0, 1)
    )
    return cluster, first, (given[0], given[1])


def _on_the_same_words(first: Spans, second: Spans, same_words: float) -> tuple[Ints, Ints]:
    """Pair spans of one coder with spans of the other, the nearest first; return their places.

    Spans that share enough of the longer one begin within its length of each other, so for each
    there are few to look at.
    """
    mine = np.lexsort((first.code, first.end, first.start, first.document))
    theirs = np.lexsort((second.code, second.end, second.start, second.document))
    first, second = _part(first, mine), _part(second, theirs)
    most = max((int(one.end.max()) for one in (first, second) if len(one.end)), default=0) + 1
    length = first.end - first.start
    back = np.floor(length * ((1 - same_words) / same_words)).astype(np.int64)
    ahead = np.floor(length * (1 - same_words)).astype(np.int64)
    places = second.document * most + second.start
    low = np.searchsorted(places, first.document * most + np.maximum(first.start - back, 0))
    high = np.searchsorted(
        places, first.document * most + np.minimum(first.start + ahead, most - 1), side="right"
    )
    counts = np.maximum(high - low, 0)
    one = np.repeat(np.arange(len(length), dtype=np.int64), counts)
    other = ranges(low, counts)
    common = np.minimum(first.end[one], second.end[other]) - np.maximum(
        first.start[one], second.start[other]
    )
    longer = np.maximum(length[one], second.end[other] - second.start[other])
    share = common / longer
    kept = (common > 0) & (share >= same_words)
    one, other, share = one[kept], other[kept], share[kept]
    order = np.lexsort((other, one, -share))
    chosen = _greedy(one[order], other[order], len(first.start), len(second.start))
    return mine[chosen[0]], theirs[chosen[1]]


def _greedy(one: Ints, other: Ints, ones: int, others: int) -> tuple[Ints, Ints]:
    """Take each pair whose two are both still free, in order."""
    taken, met = bytearray(ones), bytearray(others)
    found: list[tuple[int, int]] = []
    for a, b in zip(one.tolist(), other.tolist(), strict=True):
        if not (taken[a] or met[b]):
            taken[a] = met[b] = 1
            found.append((a, b))
    table = np.array(found, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


# ---------------------------------------------------------------------- rows


def _boundaries(spans: Spans, cluster: Ints, rows: Ints, first: Ints) -> Rows:
    """Return the rows of clusters whose spans differ."""
    place = np.full(len(first), NONE, dtype=np.int64)
    place[rows] = np.arange(len(rows))
    of_row = place[cluster]
    given = []
    for coder in (0, 1):
        here = np.flatnonzero((of_row >= 0) & (spans.coder == coder))
        counts = np.bincount(of_row[here], minlength=len(rows))
        given.append(Pieces(ends(counts), spans.start[here], spans.end[here]))
    code = spans.code[first[rows]]
    return _complete(
        np.full(len(rows), BOUNDARY, np.int64), spans.document[first[rows]], code, code, *given
    )


def _singles(spans: Spans, kind: int, first: Ints | None, second: Ints | None) -> Rows:
    """Return rows with one span of a coder, or of each; the spans are named by their places."""
    rows = first if first is not None else second
    assert rows is not None
    nothing = np.zeros(0, dtype=np.int64)
    given, codes = [], []
    for chosen in (first, second):
        if chosen is None:
            given.append(Pieces(np.zeros(len(rows) + 1, np.int64), nothing, nothing))
            codes.append(np.full(len(rows), NONE, dtype=np.int64))
        else:
            at = np.arange(len(chosen) + 1, dtype=np.int64)
            given.append(Pieces(at, spans.start[chosen], spans.end[chosen]))
            codes.append(spans.code[chosen])
    return _complete(
        np.full(len(rows), kind, np.int64),
        spans.document[rows],
        codes[0],
        codes[1],
        given[0],
        given[1],
    )


def _complete(
    kind: Ints, document: Ints, one: Ints, other: Ints, first: Pieces, second: Pieces
) -> Rows:
    """Add what follows from the spans: where the row begins and ends, and what differs."""
    row, start, end, mask = _stretches(first, second)
    begin = np.full(len(kind), np.iinfo(np.int64).max)
    stop = np.zeros(len(kind), dtype=np.int64)
    np.minimum.at(begin, row, start)
    np.maximum.at(stop, row, end)
    differs = (kind[row] != BOUNDARY) | (mask != 3)
    differing = Pieces(
        ends(np.bincount(row[differs], minlength=len(kind))), start[differs], end[differs]
    )
    return Rows(kind, document, one, other, begin, stop, first, second, differing)


def _stretches(first: Pieces, second: Pieces) -> tuple[Ints, Ints, Ints, Ints]:
    """Return row, start, end, and who marked it (1 the first, 2 the second, 3 both), in order."""
    rows = [
        np.repeat(np.arange(len(one.at) - 1, dtype=np.int64), one.counts())
        for one in (first, second)
    ]
    row = np.concatenate((rows[0], rows[1], rows[0], rows[1]))
    place = np.concatenate((first.start, second.start, first.end, second.end))
    change = np.repeat(np.array([1, 2, -1, -2], dtype=np.int64), [len(rows[0]), len(rows[1])] * 2)
    order = np.lexsort((place, row))
    row, place, change = row[order], place[order], change[order]
    mask = np.cumsum(change)  # nothing is open at the end of a row
    after = np.append(place[1:], place[-1:])
    kept = (mask > 0) & (after > place)
    return row[kept], place[kept], after[kept], mask[kept]


def _joined(parts: list[Rows]) -> Rows:
    """Put rows one after the other."""
    return Rows(
        np.concatenate([part.kind for part in parts]),
        np.concatenate([part.document for part in parts]),
        np.concatenate([part.first_code for part in parts]),
        np.concatenate([part.second_code for part in parts]),
        np.concatenate([part.start for part in parts]),
        np.concatenate([part.end for part in parts]),
        pieces.joined([part.first for part in parts]),
        pieces.joined([part.second for part in parts]),
        pieces.joined([part.differing for part in parts]),
    )


def together(parts: list[Rows]) -> tuple[Rows, Ints]:
    """Put rows of several pairs of coders in one order of document and place.

    Returns them with the place of each row's pair in ``parts``.
    """
    pair = np.repeat(np.arange(len(parts), dtype=np.int64), [len(part.kind) for part in parts])
    found = _joined(parts)
    order = np.lexsort(
        (found.second_code, found.first_code, pair, found.end, found.start, found.document)
    )
    return found.take(order), pair[order]
