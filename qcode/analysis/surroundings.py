"""How much of a text around a passage a reader needs to understand it."""

from __future__ import annotations

import re

from qcode.model.span import Span

REACH = 260
"""Code points that are shown on each side at most."""

_END = re.compile(r"[。！？!?…]+[”’」』）\")\]]*\s*|\.+[”’\")\]]*\s+|[；;]\s*|\n+")


def surroundings(text: str, span: Span, reach: int = REACH) -> Span:
    """Return ``span`` with the sentences before and after it, within ``reach`` on each side.

    Sentences are whole where one begins (ends) within the reach; otherwise the text is cut between
    words, and in a script without spaces wherever the reach ends. White space at the outer edges
    is left out. Positions are code points; ``span`` lies in ``text``.
    """
    low, high = max(0, span.start - reach), min(len(text), span.end + reach)
    start, end = low, high
    if low > 0:
        found = _END.search(text, low, span.start)
        start = found.end() if found else _next_word(text, low, span.start)
    if high < len(text):
        ends = [found.end() for found in _END.finditer(text, span.end, high)]
        end = ends[-1] if ends else _last_word(text, span.end, high)
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _next_word(text: str, start: int, stop: int) -> int:
    blank = text.find(" ", start - 1, stop)
    return start if blank < 0 else blank + 1


def _last_word(text: str, start: int, stop: int) -> int:
    blank = text.rfind(" ", start, stop + 1)
    return stop if blank < 0 else blank
