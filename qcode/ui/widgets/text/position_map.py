"""Positions of a stored text and of the document that displays it.

A stored text counts Unicode code points; ``QTextDocument`` counts UTF-16 units. On top of that, a
paragraph of more than 5,000 characters is displayed in several blocks, because one block of a
million characters takes seconds to lay out. Both differences end in this module: nothing else in
the program knows them.

Every character that Qt would take for a block break, and is none, is displayed by a stand-in of
the same width: quotations are cut from the stored text, so the stand-in is never copied.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import pairwise

from qcode.analysis.words.graphemes import cluster_end, cluster_start
from qcode.analysis.words.late_pattern import LatePattern
from qcode.model.span import Span

BLOCK_LIMIT = 5000
"""Most code points that are displayed in one block."""

_SEARCH_BACK = 400
_ASTRAL = LatePattern("[\U00010000-\U0010ffff]")
# Places to cut a long paragraph, best first: after a sentence, after a clause, after a space.
_CUTS = tuple(
    LatePattern(pattern)
    for pattern in (
        r"[。！？…]+[”’」』）]*|[.!?][\"”’)]*\s+",
        r"[；，：、]|[;,:]\s+",
        r"\s+",
    )
)
# Characters at which QTextDocument ends a block although the stored text has no new line there.
_STAND_INS = {"\r": "\u240d", "\u2029": "\u2028", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd"}


class PositionMap:
    """Translates between code points of ``text`` and positions in the displayed document.

    Costs a few milliseconds per million characters to build, nothing per position when the text
    has neither astral characters nor very long paragraphs, and a bisection otherwise.
    """

    def __init__(self, text: str, block_limit: int = BLOCK_LIMIT) -> None:
        self._text = text
        self._astral = _astral_positions(text)
        # Unit at which each astral character begins, before extra breaks are counted.
        self._astral_units = array("L", (cp + i for i, cp in enumerate(self._astral)))
        self._breaks = array("L", _extra_breaks(text, block_limit))
        self._break_positions = array(
            "L", (cp + bisect_left(self._astral, cp) + i for i, cp in enumerate(self._breaks))
        )
        self._identity = not self._astral and not self._breaks

    @property
    def text(self) -> str:
        """The stored text."""
        return self._text

    @property
    def display_text(self) -> str:
        """The text to put into the document: ``text`` with extra breaks and stand-ins."""
        text = self._text
        for character, stand_in in _STAND_INS.items():
            if character in text:
                text = text.replace(character, stand_in)
        if not self._breaks:
            return text
        edges = [0, *self._breaks, len(text)]
        return "\n".join(text[start:end] for start, end in pairwise(edges))

    @property
    def extra_breaks(self) -> tuple[int, ...]:
        """Code points before which the display begins a block that the stored text has not."""
        return tuple(self._breaks)

    def to_qt(self, cp: int, *, end: bool = False) -> int:
        """Position in the document of code point ``cp``.

        At an extra break there are two: the start of the later block, or with ``end`` the end of
        the earlier one, which is what the end of a span means.
        """
        if self._identity:
            return cp
        breaks = bisect_left(self._breaks, cp) if end else bisect_right(self._breaks, cp)
        return cp + bisect_left(self._astral, cp) + breaks

    def from_qt(self, position: int, *, up: bool = False) -> int:
        """Code point at a position in the document.

        Inside a surrogate pair there is none: the pair's own position, or with ``up`` the next.
        Both sides of an extra break are the same code point.
        """
        if self._identity:
            return position
        units = position - bisect_left(self._break_positions, position)
        before = bisect_left(self._astral_units, units)
        cp = units - before
        if up and before and self._astral_units[before - 1] + 1 == units:
            cp += 1
        return cp

    def snap(self, span: Span) -> Span:
        """``span`` widened to whole grapheme clusters; an empty one moves back to a boundary."""
        start = cluster_start(self._text, span.start)
        if span.end <= span.start:
            return Span(start, start)
        return Span(start, cluster_end(self._text, span.end))


def _astral_positions(text: str) -> array[int]:
    """Code points of ``text`` that take two UTF-16 units, in order."""
    if text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
        return array("L")
    return array("L", (found.start() for found in _ASTRAL.finditer(text)))


def _extra_breaks(text: str, limit: int) -> list[int]:
    """Code points at which paragraphs longer than ``limit`` are cut for display."""
    breaks: list[int] = []
    start, size = 0, len(text)
    while size - start > limit:
        # Hop over as many whole paragraphs as fit: a new line within reach means nothing to cut.
        newline = text.rfind("\n", start, start + limit + 1)
        if newline >= 0:
            start = newline + 1
            continue
        start = _cut(text, start, start + limit)
        breaks.append(start)
    return breaks


def _cut(text: str, start: int, end: int) -> int:
    """Best place for a break in ``text[start:end]``, near its end; ``start < place <= end``."""
    low = max(start + 1, end - _SEARCH_BACK)
    for pattern in _CUTS:
        places = [found.end() for found in pattern.finditer(text, low, end)]
        for place in reversed(places):
            if cluster_start(text, place) == place:
                return place
    boundary = cluster_start(text, end)
    return boundary if boundary >= low else end
