"""Where two coders differ, one row for each thing to talk about.

Within one code spans that overlap make a cluster: the same words on both sides are agreement,
anything else is a difference of boundaries. What is left of one coder, coded by the other with
another code on about the same words, is a difference of codes; the rest was missed by one of them.
"""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import NamedTuple

from qcode.analysis.agreement.spans import Spans, union

SAME_WORDS = 0.5  # |A∩B| / max(|A|, |B|) from which two codes are taken to speak of the same words

Stretch = tuple[int, int]


class Kind(StrEnum):
    """What two coders differ in."""

    MISSED_BY_FIRST = "missed_by_first"
    MISSED_BY_SECOND = "missed_by_second"
    BOUNDARY = "boundary"
    CODE = "code"


class Row(NamedTuple):
    """One disagreement of coders 0 and 1: their codes (None for none) and spans, half-open."""

    kind: Kind
    document: int
    first_code: int | None
    second_code: int | None
    first: tuple[Stretch, ...]
    second: tuple[Stretch, ...]

    @property
    def start(self) -> int:
        """Where the first word begins that either coder marked."""
        return min(start for start, _ in (*self.first, *self.second))

    @property
    def end(self) -> int:
        """Where the last word ends that either coder marked."""
        return max(end for _, end in (*self.first, *self.second))


def rows(spans: Spans, *, same_words: float = SAME_WORDS) -> list[Row]:
    """Return all disagreements of coders 0 and 1, in order of document and place."""
    held: dict[int, dict[int, tuple[list[Stretch], list[Stretch]]]] = defaultdict(dict)
    for document, code, coder, start, end in zip(
        *(column.tolist() for column in union(spans)), strict=True
    ):
        held[document].setdefault(code, ([], []))[coder].append((start, end))
    found: list[Row] = []
    for document, by_code in held.items():
        found += _of_document(document, by_code, same_words)
    return found


def _of_document(
    document: int, by_code: dict[int, tuple[list[Stretch], list[Stretch]]], same_words: float
) -> list[Row]:
    found: list[Row] = []
    alone: tuple[list[tuple[Stretch, int]], list[tuple[Stretch, int]]] = ([], [])
    for code, (first, second) in by_code.items():
        for mine, theirs in _clusters(first, second):
            if mine and theirs:
                if mine != theirs:
                    found.append(
                        Row(Kind.BOUNDARY, document, code, code, tuple(mine), tuple(theirs))
                    )
            else:
                alone[not mine].append(((mine or theirs)[0], code))
    for one, other in _on_the_same_words(alone[0], alone[1], same_words):
        if one is None:
            assert other is not None
            found.append(Row(Kind.MISSED_BY_FIRST, document, None, other[1], (), (other[0],)))
        elif other is None:
            found.append(Row(Kind.MISSED_BY_SECOND, document, one[1], None, (one[0],), ()))
        else:
            found.append(Row(Kind.CODE, document, one[1], other[1], (one[0],), (other[0],)))
    found.sort(key=lambda row: (row.start, row.end, row.first_code or -1, row.second_code or -1))
    return found


def _clusters(
    first: list[Stretch], second: list[Stretch]
) -> list[tuple[list[Stretch], list[Stretch]]]:
    """Put the spans of two coders together that overlap, straight or by way of others."""
    found: list[tuple[list[Stretch], list[Stretch]]] = []
    reach = -1
    for start, end, side in sorted(
        [(*span, 0) for span in first] + [(*span, 1) for span in second]
    ):
        if start >= reach:
            found.append(([], []))
        found[-1][side].append((start, end))
        reach = max(reach, end)
    return found


_Alone = tuple[Stretch, int]


def _on_the_same_words(
    first: list[_Alone], second: list[_Alone], same_words: float
) -> list[tuple[_Alone | None, _Alone | None]]:
    """Pair what one coder alone gave a code with what the other alone did, the nearest first."""
    second = sorted(second)
    candidates: list[tuple[float, int, int]] = []
    at = 0
    longest = max((end - start for (start, end), _ in second), default=0)
    for place, ((start, end), _) in enumerate(sorted(first)):
        while at < len(second) and second[at][0][0] + longest <= start:
            at += 1
        for other in range(at, len(second)):
            begin, stop = second[other][0]
            if begin >= end:
                break
            share = (min(end, stop) - max(start, begin)) / max(end - start, stop - begin)
            if share >= same_words:
                candidates.append((-share, place, other))
    mine = sorted(first)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, place, other in sorted(candidates):
        if place not in partner and other not in taken:
            partner[place] = other
            taken.add(other)
    found: list[tuple[_Alone | None, _Alone | None]] = [
        (one, second[partner[place]] if place in partner else None)
        for place, one in enumerate(mine)
    ]
    found += [(None, other) for place, other in enumerate(second) if place not in taken]
    return found
