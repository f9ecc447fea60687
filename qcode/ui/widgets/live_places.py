"""Where the links of a document stand, and what lies between two places of it as it is stored.

Places are those of the document, in UTF-16 units; only ``places_of`` takes code points.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextDocument

from qcode.model.span import Span
from qcode.ui.widgets.live_runs import Run, runs_of, utf16_part, utf16_size


def links(document: QTextDocument) -> Iterator[Run]:
    """Yield the links of a document in their order."""
    block = document.begin()
    while block.isValid():
        yield from (run for run in runs_of(block) if run.format is not None)
        block = block.next()


def link_around(document: QTextDocument, start: int, end: int) -> Run | None:
    """Return the link that is around ``[start, end)``, or begins or ends there."""
    for run in runs_of(document.findBlock(start)):
        if run.format is not None and run.start <= start and end <= run.end:
            return run
    return None


def inside(document: QTextDocument, place: int) -> Run | None:
    """Return the link that has a place in its middle."""
    found = link_around(document, place, place)
    return found if found is not None and found.start < place < found.end else None


def links_hit(document: QTextDocument, start: int, end: int) -> list[Run]:
    """Return the links of which the ends of ``[start, end)`` lie in or take a part."""
    return [
        run
        for place in (start, end)
        for run in runs_of(document.findBlock(place))
        if run.format is not None and run.start < end and start < run.end
    ]


def pieces(document: QTextDocument, start: int, end: int) -> Iterator[Run]:
    """Yield what lies between two places; ends of lines are pieces of their own."""
    block = document.findBlock(start)
    first = True
    while block.isValid() and block.position() <= end:
        if not first:
            yield Run(block.position() - 1, block.position(), "\n", None)
        first = False
        for run in runs_of(block):
            low, high = max(run.start, start), min(run.end, end)
            if (low, high) == run[:2]:
                yield run
            elif low < high:
                part = utf16_part(run.text, low - run.start, high - run.start)
                yield Run(low, high, part, None)
        block = block.next()


def stored(document: QTextDocument, start: int = 0, end: int | None = None) -> str:
    """Return what lies between two places as it is stored, links with their markup."""
    end = document.characterCount() - 1 if end is None else end
    return "".join(run.stored for run in pieces(document, start, end))


def places_of(document: QTextDocument, span: Span) -> tuple[int, int]:
    """Return where a stretch of ``stored(document)``, in code points, stands in the document.

    A place in the markup of a link means the whole link.
    """
    places, at = [0, 0], 0
    for run in pieces(document, 0, document.characterCount() - 1):
        size = len(run.stored)
        for number, wanted in enumerate(span):
            if at <= wanted <= at + size:
                if run.format is None:
                    places[number] = run.start + utf16_size(run.text[: wanted - at])
                elif number or wanted < at + size:
                    places[number] = run.end if number else run.start
        at += size
    return places[0], places[1]
