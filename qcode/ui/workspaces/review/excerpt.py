"""The words of a quotation as they are shown: with … where the text goes on, long ones folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qcode.ui.workspaces.review.quotation_sheet import Stretch

LONGEST = 2_400
"""Code points from which on only what is near the edges of codings is shown."""

_NEAR = 260  # code points on either side of an edge that are shown of a long quotation
_GAP = " […] "
_MORE = "…"


class _Piece(NamedTuple):
    """A part of the quotation that is shown: where it begins and ends there, and in the words."""

    start: int
    end: int
    at: int


class Excerpt:
    """Knows where places of a quotation (code points) stand in the ``words`` that are shown."""

    def __init__(
        self, text: str, edges: Iterable[int], *, cut_before: bool, cut_after: bool
    ) -> None:
        words = f"{_MORE} " if cut_before else ""
        self._pieces: list[_Piece] = []
        for start, end in _kept(len(text), sorted(edges)):
            if self._pieces:
                words += _GAP
            self._pieces.append(_Piece(start, end, len(words)))
            words += text[start:end]
        self.words = f"{words} {_MORE}" if cut_after else words

    def stretches(self, spans: Iterable[tuple[int, int]]) -> list[Stretch]:
        """Return what is shown of some spans of the quotation."""
        return [
            Stretch(
                one.at + max(start, one.start) - one.start, one.at + min(end, one.end) - one.start
            )
            for start, end in spans
            for one in self._pieces
            if max(start, one.start) < min(end, one.end)
        ]

    def whole(self, start: int, end: int) -> Stretch:
        """Return one stretch over a span of the quotation, whatever of it is shown."""
        return Stretch(self._shown(start), self._shown(end))

    def place(self, at: int) -> int:
        """Return the place in the quotation of a place in the words."""
        for one in reversed(self._pieces):
            if at >= one.at:
                return min(one.start + at - one.at, one.end)
        return self._pieces[0].start if self._pieces else 0

    def _shown(self, place: int) -> int:
        for one in self._pieces:
            if one.start <= place <= one.end:
                return one.at + place - one.start
        return len(self.words)


def _kept(length: int, edges: Sequence[int]) -> list[tuple[int, int]]:
    """Return the parts of a quotation that are shown, in order."""
    if length <= LONGEST:
        return [(0, length)]
    found: list[tuple[int, int]] = []
    for edge in edges:
        start, end = max(0, edge - _NEAR), min(length, edge + _NEAR)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found or [(0, min(length, LONGEST))]
