"""Units that coders are compared by: characters, sentences, paragraphs, whole documents.

Units of a document are stretches of its text in order, without gaps: what stands between two
sentences belongs to the one before. A stretch of white space alone is no unit of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from qcode.analysis.agreement.spans import Ints, Spans

Bounds = Sequence[Ints]  # for each document the starts of its units, the first of them 0


def starts(ends: Iterable[int], text: str) -> Ints:
    """Return where the units of a text begin, given where each ends (the last end may be missing).

    Blank stretches are joined with the unit before them, at the beginning with the one after.
    """
    found: list[int] = []
    at = 0
    for end in (*ends, len(text)):
        if end > at and text[at:end].strip():
            found.append(at)
        at = max(at, end)
    if found:
        found[0] = 0
    return np.array(found, dtype=np.int64)


def paragraph_ends(text: str) -> list[int]:
    """Return where the paragraphs of a text end: after each newline."""
    return [place + 1 for place, letter in enumerate(text) if letter == "\n"]


def in_units(spans: Spans, bounds: Bounds) -> Spans:
    """Return spans counted in units: a unit has a code when one of its characters has."""
    start = np.empty_like(spans.start)
    end = np.empty_like(spans.end)
    order = np.argsort(spans.document, kind="stable")
    edges = np.searchsorted(spans.document[order], np.arange(len(bounds) + 1))
    for document, here in enumerate(bounds):
        rows = order[edges[document] : edges[document + 1]]
        start[rows] = np.maximum(np.searchsorted(here, spans.start[rows], side="right") - 1, 0)
        end[rows] = np.searchsorted(here, spans.end[rows] - 1, side="right")
    return Spans(spans.document, spans.code, spans.coder, start, end)


def whole_documents(spans: Spans) -> Spans:
    """Return spans where every document is one unit."""
    return Spans(
        spans.document,
        spans.code,
        spans.coder,
        np.zeros_like(spans.start),
        np.ones_like(spans.end),
    )
