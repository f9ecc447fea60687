"""What one coder gave where the other gave something else: code by code, and nothing at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from qcode.analysis.agreement.spans import Spans, union

NONE = -1  # stands for no code

Cell = tuple[int, int]  # a code of coder 0 and one of coder 1, or ``NONE``


def matrix(spans: Spans) -> dict[Cell, int]:
    """Return the length of text for each pair of codes that coders 0 and 1 gave the same text.

    Codes that both gave stand on the diagonal and nowhere else: of the rest, each code of one coder
    meets each of the other, or ``NONE`` where the other has nothing left. So text that both gave
    the same two codes counts for no confusion of the two. What nobody coded is not counted.
    """
    found: dict[Cell, int] = defaultdict(int)
    for _, start, end, first, second in _stretches(spans):
        for cell in _cells(first, second):
            found[cell] += end - start
    return dict(found)


def places(spans: Spans, cell: Cell) -> list[tuple[int, int, int]]:
    """Return where a cell of the matrix comes from: (document, start, end), joined and in order."""
    found: list[tuple[int, int, int]] = []
    for document, start, end, first, second in _stretches(spans):
        if cell in _cells(first, second):
            if found and found[-1][0] == document and found[-1][2] == start:
                found[-1] = (document, found[-1][1], end)
            else:
                found.append((document, start, end))
    return found


def _cells(first: set[int], second: set[int]) -> list[Cell]:
    cells = [(code, code) for code in first & second]
    mine, theirs = first - second, second - first
    if mine or theirs:
        cells += [(one, other) for one in mine or {NONE} for other in theirs or {NONE}]
    return cells


def _stretches(spans: Spans) -> Iterator[tuple[int, int, int, set[int], set[int]]]:
    """Yield (document, start, end, codes of coder 0, codes of coder 1), in order.

    The sets change as the sweep goes on.
    """
    joined = union(spans)
    changes: list[tuple[int, int, int, int]] = []
    for document, code, coder, start, end in zip(
        *(column.tolist() for column in joined), strict=True
    ):
        changes.append((document, start, coder, code))
        changes.append((document, end, coder, code))
    changes.sort()
    active: tuple[set[int], set[int]] = (set(), set())
    before, at = -1, 0
    for document, place, coder, code in changes:
        if document == before and place > at and (active[0] or active[1]):
            yield document, at, place, *active
        active[coder].symmetric_difference_update((code,))  # what begins, and what ends
        before, at = document, place
