"""Finding words in a text, as fast as one types, at the positions of the stored text.

Nothing that changes the length of the text is done to it before it is searched, so that a place
found is a place in the text: letters are compared in lower case one by one (``ß`` is not ``ss``),
and full-width letters, curly quotes and unusual spaces are taken for their plain sisters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import overload
from unicodedata import combining

import regex

from qcode.analysis.words.graphemes import cluster_end, cluster_start
from qcode.model.span import Span

# What a keyboard cannot easily write, and what is written instead: one character for another.
_PLAIN = {
    "\u00a0": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u3000": " ",
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u2010": "-",
    "\u2011": "-",
}
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
# Their lower case is longer than they are, or depends on where they stand.
_CASE = {"\u0130": "i", "\u03c2": "\u03c3", "\u1e9e": "\u00df"}
_HAS_FULL_WIDTH = regex.compile("[\uff01-\uff5e]")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")


class Hits(Sequence[Span]):
    """Places of words that were found: all of one length, made into spans only when asked for.

    One letter has a hundred thousand of them in a long text, of which a few are looked at.
    """

    def __init__(self, starts: list[int], size: int) -> None:
        self._starts = starts
        self._size = size

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> Span: ...

    @overload
    def __getitem__(self, at: slice) -> Hits: ...

    def __getitem__(self, at: int | slice) -> Span | Hits:
        if isinstance(at, slice):
            return Hits(self._starts[at], self._size)
        start = self._starts[at]
        return Span(start, start + self._size)

    def first_from(self, position: int) -> int:
        """Number of the first hit that begins at or after ``position``; their count if none."""
        return bisect_left(self._starts, position)


class TextSearch:
    """Finds words in one text.

    What the text looks like without case is worked out when it is first needed and kept, some
    milliseconds for a million characters.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain: str | None = None
        self._lower: str | None = None

    @property
    def text(self) -> str:
        """The text that is searched."""
        return self._text

    def find(self, words: str, *, case: bool = False, whole: bool = False) -> Hits:
        """All places of ``words``, in order, none overlapping the one before.

        ``case`` tells ``Duty`` from ``duty``. ``whole`` leaves out what goes on as a word before
        or behind; it asks nothing of scripts that write no spaces. An accent that is a character
        of its own belongs to its letter: ``e`` is not found in it.
        """
        needle = _plain(words)
        if not needle:
            return Hits([], 0)
        if self._plain is None:
            self._plain = _plain(self._text)
        haystack = self._plain
        # What has no case, such as Chinese, needs no lower case to be made of the text.
        if not case and _lower(needle) != needle.upper():
            needle = _lower(needle)
            if self._lower is None:
                self._lower = _lower(haystack)
            haystack = self._lower
        return Hits(_places(haystack, needle, whole=whole), len(needle))


def whole_characters(text: str, spans: Iterable[Span]) -> list[Span]:
    """``spans`` of ``text`` widened to grapheme clusters, each once, in order."""
    widened = (Span(cluster_start(text, one.start), cluster_end(text, one.end)) for one in spans)
    return list(dict.fromkeys(widened))


def _places(haystack: str, needle: str, *, whole: bool) -> list[int]:
    size, end = len(needle), len(haystack)
    places: list[int] = []
    find, at = haystack.find, haystack.find(needle)
    while at >= 0:
        places.append(at)
        at = find(needle, at + size)
    if whole:
        before, behind = _is_letter(needle[0]), _is_letter(needle[-1])
        places = [
            at
            for at in places
            if not (before and at and _is_letter(haystack[at - 1]))
            and not (behind and at + size < end and _is_letter(haystack[at + size]))
        ]
    if haystack.isascii():
        return places
    return [
        at
        for at in places
        if at + size == end or haystack[at + size] < "\u0300" or not combining(haystack[at + size])
    ]


def _plain(text: str) -> str:
    if text.isascii():
        return text
    for character, plain in _PLAIN.items():
        if character in text:
            text = text.replace(character, plain)
    if _HAS_FULL_WIDTH.search(text):
        for character, plain in _FULL_WIDTH.items():
            if character in text:
                text = text.replace(character, plain)
    return text


def _lower(text: str) -> str:
    if not text.isascii():
        for character, plain in _CASE.items():
            if character in text:
                text = text.replace(character, plain)
    lowered = text.lower()
    # Σ at the end of a word becomes ς; here it is σ as everywhere.
    return lowered.replace("\u03c2", "\u03c3") if "\u03c2" in lowered else lowered


def _is_letter(character: str) -> bool:
    """Whether a word goes on with this character, in a script that parts its words."""
    if character.isascii():
        return character.isalnum() or character == "_"
    if combining(character):
        return True
    return character.isalnum() and not _UNSPACED.match(character)
