"""A stretch of a document's text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open stretch ``text[start:end]``, counted in Unicode code points from 0."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the quotation: the span's characters exactly as they are stored."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
