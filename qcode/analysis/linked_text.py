"""Prose with live links, as memos and the storyline store it.

A link is written ``[shown words](code:GUID)``, ``[…](passage:GUID)`` or ``[…](document:GUID)``.
The words stand on one line, brackets in them as ``&#91;`` and ``&#93;``, and so ``&`` as ``&amp;``:
no bracket is ever within a link, so that what stands before it cannot swallow it. Whatever is not
exactly that is plain text and stays as it was typed, so that nobody has to know any of this.
Positions are code points in the stored text, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from qcode.model.memo_records import LinkKind

LONGEST = 500  # code points of shown words that are stored; what is longer is cut

Lookup = Callable[[LinkKind, str], "str | None"]
"""Kind and GUID → the words to show now, None where the thing is gone."""

_LINK = re.compile(
    rf"\[([^\[\]\n]*)\]\(({'|'.join(LinkKind)}):"
    r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)"
)
_STORED = {"&": "&amp;", "[": "&#91;", "]": "&#93;"}
_SHOWN = {stored: shown for shown, stored in _STORED.items()}
_SPECIAL = re.compile(r"[&\[\]]")
_ESCAPED = re.compile("|".join(_SHOWN))


class Segment(NamedTuple):
    """A stretch ``[start, end)`` of a stored text: plain (``kind`` None), or one whole link.

    ``words`` are what it shows: the text itself, or the words of the link as they were stored.
    """

    start: int
    end: int
    words: str
    kind: LinkKind | None = None
    guid: str = ""


def link(kind: LinkKind, guid: str, words: str) -> str:
    """Return the link as it is stored; white space in ``words`` becomes single spaces."""
    shown = " ".join(words.split())
    if len(shown) > LONGEST:
        shown = f"{shown[: LONGEST - 1].rstrip()}…"
    return f"[{_SPECIAL.sub(lambda one: _STORED[one[0]], shown)}]({kind.value}:{guid})"


def segments(body: str) -> list[Segment]:
    """Return the stretches of a stored text, one after the other without gaps."""
    found: list[Segment] = []
    at = 0
    for match in _LINK.finditer(body):
        if match.start() > at:
            found.append(Segment(at, match.start(), body[at : match.start()]))
        found.append(_segment(match))
        at = match.end()
    if at < len(body):
        found.append(Segment(at, len(body), body[at:]))
    return found


def links(body: str) -> Iterator[Segment]:
    """Yield the links of a stored text."""
    return map(_segment, _LINK.finditer(body))


def _segment(match: re.Match[str]) -> Segment:
    words = _ESCAPED.sub(lambda one: _SHOWN[one[0]], match[1])
    return Segment(match.start(), match.end(), words, LinkKind(match[2]), match[3])


def plain(body: str, lookup: Lookup) -> str:
    """Return the text as it is read today; a link to what is gone shows what it showed last."""
    return "".join(_now(segment, lookup) for segment in segments(body))


def refreshed(body: str, lookup: Lookup) -> str:
    """Return the stored text with the words that its links show today.

    A link whose thing is gone keeps its words.
    """
    return "".join(
        segment.words
        if segment.kind is None
        else link(segment.kind, segment.guid, _now(segment, lookup))
        for segment in segments(body)
    )


def rewritten(body: str, at: int, words: str) -> str:
    """Return the stored text in which the link that begins at code point ``at`` shows ``words``.

    Without a link there the text stays as it is.
    """
    match = _LINK.match(body, at)
    if match is None:
        return body
    return body[:at] + link(LinkKind(match[2]), match[3], words) + body[match.end() :]


def _now(segment: Segment, lookup: Lookup) -> str:
    if segment.kind is None:
        return segment.words
    found = lookup(segment.kind, segment.guid)
    return segment.words if found is None else found
