"""The codings of the document on screen, found by place in a few steps.

Codings are kept in buckets by length (powers of two), each sorted by start. Within a bucket of
length below ``2**k`` only those that start less than ``2**k`` before a span can reach it, so one
coding over the whole document never makes every look-up walk from the beginning.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from qcode.model.span import Span


class PaintedCoding(NamedTuple):
    """One coding as the text view shows it; ``start`` and ``end`` are code points, half-open.

    A named tuple: ten thousand are made when a document opens, and a frozen data class takes five
    times as long for that.
    """

    coding_id: int
    start: int
    end: int
    color: str
    code_id: int
    label: str
    coder: str
    memo: str
    mine: bool
    created: str = ""
    """ISO 8601 time at which it was made; empty where nobody asks."""

    @property
    def span(self) -> Span:
        """The coded stretch of the text."""
        return Span(self.start, self.end)


def reading_order(coding: PaintedCoding) -> tuple[int, int, int]:
    """Sort key: by start, longer first, then by id, so that order never depends on history."""
    return (coding.start, -coding.end, coding.coding_id)


class _Bucket:
    """Codings of similar length, sorted by start, with their starts beside them."""

    __slots__ = ("codings", "starts")

    def __init__(self) -> None:
        self.codings: list[PaintedCoding] = []
        self.starts: list[int] = []

    def sort(self) -> None:
        self.codings.sort(key=attrgetter("start"))
        self.starts = [coding.start for coding in self.codings]

    def insert(self, coding: PaintedCoding) -> None:
        at = bisect_right(self.starts, coding.start)
        self.starts.insert(at, coding.start)
        self.codings.insert(at, coding)

    def remove(self, coding: PaintedCoding) -> None:
        at = bisect_left(self.starts, coding.start)
        while self.codings[at].coding_id != coding.coding_id:
            at += 1
        del self.starts[at], self.codings[at]


class CodingLayer:
    """Codings by id and by place. A coding of no characters is kept but never found by place.

    ``shown`` names the coders whose codings are found by place; None means all of them.
    """

    def __init__(self, codings: Iterable[PaintedCoding] = ()) -> None:
        self._by_id: dict[int, PaintedCoding] = {}
        self._buckets: dict[int, _Bucket] = {}
        self._coders: Counter[tuple[bool, str]] = Counter()
        self.shown: frozenset[str] | None = None
        self.reset(codings)

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, coding_id: object) -> bool:
        return coding_id in self._by_id

    def __iter__(self) -> Iterator[PaintedCoding]:
        return iter(sorted(self._by_id.values(), key=reading_order))

    def get(self, coding_id: int | None) -> PaintedCoding | None:
        """The coding of that id, or None."""
        return None if coding_id is None else self._by_id.get(coding_id)

    def shows(self, coding_id: int | None) -> bool:
        """Whether that coding is here and its coder is shown."""
        coding = self.get(coding_id)
        return coding is not None and (self.shown is None or coding.coder in self.shown)

    def coders(self) -> list[str]:
        """Names of the shown coders with a coding here, the own first, then by name."""
        found: dict[str, None] = {}
        for _not_mine, coder in sorted((not mine, coder) for mine, coder in self._coders):
            if self.shown is None or coder in self.shown:
                found[coder] = None
        return list(found)

    def reset(self, codings: Iterable[PaintedCoding]) -> None:
        """Replace everything at once (one sort)."""
        self._by_id = {coding.coding_id: coding for coding in codings}
        self._buckets = {}
        self._coders = Counter([(coding.mine, coding.coder) for coding in self._by_id.values()])
        buckets = self._buckets
        for coding in self._by_id.values():
            bits = (coding.end - coding.start).bit_length() if coding.end > coding.start else 0
            if bits not in buckets:
                buckets[bits] = _Bucket()
            buckets[bits].codings.append(coding)
        for bucket in self._buckets.values():
            bucket.sort()

    def put(self, codings: Iterable[PaintedCoding]) -> None:
        """Add codings; one whose id is there already takes that one's place."""
        for coding in codings:
            self.remove((coding.coding_id,))
            self._by_id[coding.coding_id] = coding
            self._coders[coding.mine, coding.coder] += 1
            self._bucket_of(coding).insert(coding)

    def remove(self, coding_ids: Iterable[int]) -> list[PaintedCoding]:
        """Take codings out; returns those that were there."""
        gone = []
        for coding_id in coding_ids:
            coding = self._by_id.pop(coding_id, None)
            if coding is not None:
                self._bucket_of(coding).remove(coding)
                self._uncount((coding.mine, coding.coder))
                gone.append(coding)
        return gone

    def within(self, span: Span) -> list[PaintedCoding]:
        """Codings that share at least one character with ``span``, in reading order."""
        found: list[PaintedCoding] = []
        shown = self.shown
        for bits, bucket in self._buckets.items():
            low = bisect_right(bucket.starts, span.start - (1 << bits))
            high = bisect_left(bucket.starts, span.end)
            found += [
                coding
                for coding in bucket.codings[low:high]
                if coding.end > span.start
                and coding.end > coding.start
                and (shown is None or coding.coder in shown)
            ]
        found.sort(key=reading_order)
        return found

    def at(self, position: int) -> list[PaintedCoding]:
        """Codings over the character at ``position``, shortest (innermost) first.

        Of equal ones one's own come first: what is chosen there is removed by a key.
        """
        found = self.within(Span(position, position + 1))
        found.sort(key=lambda one: (one.end - one.start, not one.mine, one.coding_id))
        return found

    def _uncount(self, who: tuple[bool, str]) -> None:
        self._coders[who] -= 1
        if not self._coders[who]:
            del self._coders[who]

    def _bucket_of(self, coding: PaintedCoding) -> _Bucket:
        bits = max(coding.end - coding.start, 0).bit_length()
        bucket = self._buckets.get(bits)
        if bucket is None:
            bucket = self._buckets[bits] = _Bucket()
        return bucket
