"""Finds codes by what was typed: parts of names, beginnings of words, scattered letters, numbers.

Better kinds of match come first; within a kind, codes used a moment ago, then those used most. No
Qt here: 2,000 codes are searched at every key.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from heapq import nsmallest
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """A code as the palette offers it.

    ``path`` names the categories above it, ``count`` is its number of passages, ``recent_rank`` is
    0 for the code used last, 1 for the one before, None if it is not among the recent ones.
    """

    code_id: int
    number: str
    name: str
    path: str
    color: str
    kind_label: str
    count: int
    recent_rank: int | None


@dataclass(frozen=True, slots=True)
class PaletteMatch:
    """A code that fits, and which letters of its name and of its number were typed."""

    item: PaletteItem
    letters: tuple[int, ...] = ()
    number_letters: int = 0


class _Rank(IntEnum):
    """How well a code fits, best first."""

    WHOLE_NUMBER = 0
    WHOLE_NAME = 1
    NUMBER_START = 2
    NAME_START = 3
    WORD_START = 4
    INSIDE = 5
    WORDS = 6
    SCATTERED = 7
    PATH = 8


@dataclass(frozen=True, slots=True)
class _Entry:
    item: PaletteItem
    order: int
    name: str
    number: str
    path: str


_NEVER = 1 << 30
_LOOSEST = 5
_WORD = re.compile(r"\w+")


class PaletteIndex:
    """The codes of a project, prepared for searching."""

    def __init__(self, items: Iterable[PaletteItem] = ()) -> None:
        # The usual ones first, so that among equal matches the place in this list decides.
        self._entries = [
            _Entry(item, order, _folded(item.name), _folded(item.number), _folded(item.path))
            for order, item in enumerate(sorted(items, key=_usual))
        ]
        self._names = {entry.name.strip() for entry in self._entries}
        # All names, one a line, so that one pattern goes through them at the speed of C.
        self._sheet = "\n".join(entry.name.replace("\n", " ") for entry in self._entries)
        ends = accumulate(len(entry.name) + 1 for entry in self._entries)
        self._line_starts = [0, *ends]

    def __len__(self) -> int:
        return len(self._entries)

    def has_name(self, name: str) -> bool:
        """Whether a code of that name exists, whatever the case of its letters."""
        return _folded(name).strip() in self._names

    def search(self, query: str, limit: int = 50) -> list[PaletteMatch]:
        """At most ``limit`` codes for ``query``, best first; for nothing typed, the usual ones."""
        wanted = _folded(" ".join(query.split()))
        if not wanted:
            return [PaletteMatch(entry.item) for entry in self._entries[:limit]]
        words = wanted.split()
        scattered = _scattered(wanted.replace(" ", ""))
        found: list[tuple[int, int, int]] = []
        orders = self._near(wanted, words)
        self._add(found, orders, wanted, words, scattered)
        if len(found) < limit:
            self._add(found, self._far(wanted, scattered) - orders, wanted, words, scattered)
        return [
            _match(self._entries[order], _Rank(rank), wanted, words)
            for rank, _, order in nsmallest(limit, found)
        ]

    def _add(
        self,
        found: list[tuple[int, int, int]],
        orders: set[int],
        wanted: str,
        words: list[str],
        scattered: re.Pattern[str],
    ) -> None:
        for order in orders:
            ranked = _rank(self._entries[order], wanted, words, scattered)
            if ranked is not None:
                found.append((*ranked, order))

    def _near(self, wanted: str, words: list[str]) -> set[int]:
        """Codes that hold what was typed, or each of its words, or begin with it as a number."""
        entries = self._entries
        orders = self._lines(re.escape(wanted))
        if any(character.isdigit() for character in wanted):
            orders.update(e.order for e in entries if e.number.startswith(wanted))
        else:
            orders.update(e.order for e in entries if e.number == wanted)
        if len(words) > 1:
            word = max(words, key=len)
            orders |= self._lines(re.escape(word))
            orders.update(e.order for e in entries if e.number.startswith(word))
        return orders

    def _far(self, wanted: str, scattered: re.Pattern[str]) -> set[int]:
        """Codes with the letters scattered in the name, or what was typed in the path."""
        if len(wanted) < 2:
            return set()
        orders = self._lines(scattered.pattern)
        paths = {path for path in {e.path for e in self._entries} if wanted in path}
        if paths:
            orders.update(e.order for e in self._entries if e.path in paths)
        return orders

    def _lines(self, pattern: str) -> set[int]:
        """Codes whose name holds ``pattern``; one pass over all names together."""
        starts = self._line_starts
        hits = re.finditer(pattern + r"[^\n]*", self._sheet)
        return {bisect_right(starts, hit.start()) - 1 for hit in hits}


def _usual(item: PaletteItem) -> tuple[int, int]:
    """Sort key: recent first, then frequent."""
    return (_NEVER if item.recent_rank is None else item.recent_rank, -item.count)


def _scattered(letters: str) -> re.Pattern[str]:
    """Pattern of these letters in this order with others between them, on one line.

    Between two letters everything but the second is skipped, so that it never has to go back.
    """
    first, *others = map(re.escape, letters)
    return re.compile(first + "".join(rf"[^{letter}\n]*{letter}" for letter in others))


def _rank(
    entry: _Entry, wanted: str, words: list[str], scattered: re.Pattern[str]
) -> tuple[int, int] | None:
    """Kind of match and how loose it is; None if the code does not fit."""
    name, number = entry.name, entry.number
    if number and number.startswith(wanted):
        if number == wanted:
            return (_Rank.WHOLE_NUMBER, 0)
        if any(character.isdigit() for character in wanted):
            return (_Rank.NUMBER_START, 0)
    at = name.find(wanted)
    if at == 0:
        return (_Rank.WHOLE_NAME if len(name) == len(wanted) else _Rank.NAME_START, 0)
    if at > 0:
        begins = _at_word_start(name, wanted, at)
        return (_Rank.WORD_START if begins else _Rank.INSIDE, 0)
    if len(words) > 1 and all(word in name or number.startswith(word) for word in words):
        return (_Rank.WORDS, sum(not _begins_word(name, word) for word in words))
    if len(wanted) > 1:
        loose = scattered.search(name)
        # Letters picked from all over a long name are chance, not a match.
        if loose and loose.end() - loose.start() <= _LOOSEST * len(wanted):
            return (_Rank.SCATTERED, loose.end() - loose.start())
        if wanted in entry.path:
            return (_Rank.PATH, 0)
    return None


def _match(entry: _Entry, rank: _Rank, wanted: str, words: list[str]) -> PaletteMatch:
    """Say which letters of the code were typed."""
    if rank in (_Rank.WHOLE_NUMBER, _Rank.NUMBER_START):
        return PaletteMatch(entry.item, number_letters=len(wanted))
    if rank is _Rank.PATH:
        return PaletteMatch(entry.item)
    if rank is _Rank.SCATTERED:
        return PaletteMatch(entry.item, _scattered_letters(entry.name, wanted.replace(" ", "")))
    letters: set[int] = set()
    for word in words if rank is _Rank.WORDS else [wanted]:
        at = entry.name.find(word)
        if rank is not _Rank.INSIDE and at > 0:
            begins = _first_word_start(entry.name, word)
            at = at if begins is None else begins
        if at >= 0:
            letters.update(range(at, at + len(word)))
    return PaletteMatch(entry.item, tuple(sorted(letters)))


def _scattered_letters(name: str, wanted: str) -> tuple[int, ...]:
    # From the same place as the pattern, which finds the leftmost.
    letters, at = [], -1
    for character in wanted:
        at = name.find(character, at + 1)
        letters.append(at)
    return tuple(letters)


def _at_word_start(name: str, wanted: str, at: int) -> bool:
    while at >= 0:
        if not name[at - 1].isalnum():
            return True
        at = name.find(wanted, at + 1)
    return False


def _begins_word(name: str, word: str) -> bool:
    return _first_word_start(name, word) is not None


def _first_word_start(name: str, word: str) -> int | None:
    return next((m.start() for m in _WORD.finditer(name) if name.startswith(word, m.start())), None)


def _folded(text: str) -> str:
    """Lower case, letter for letter, so that places in it are places in ``text``."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
