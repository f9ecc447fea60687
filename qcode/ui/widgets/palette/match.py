"""Finds codes by what was typed: parts of names, beginnings of words, scattered letters, sounds.

Better kinds of match come first; within a kind, codes used a moment ago, then favourites, then
those used most. No Qt here: 2,000 codes are searched at every key, so every kind of match is one
pass over all names together at the speed of C, and the search stops as soon as it has enough.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache, partial
from itertools import accumulate

from qcode.model.enums import CodeKind
from qcode.ui.widgets.palette import pinyin
from qcode.ui.widgets.palette.items import PaletteItem, PaletteMatch, Typed


class _Rank(IntEnum):
    """How well a code fits, best first."""

    WHOLE_NUMBER = 0
    WHOLE_NAME = 1
    NUMBER_START = 2
    NAME_START = 3
    WORD_START = 4
    SOUND_START = 5
    INSIDE = 6
    WORDS = 7
    SOUND = 8
    SCATTERED = 9
    PATH = 10


_NEVER = 1 << 30
_LOOSEST = 5
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[a-z]")


class _Sheet:
    """Many short texts, one a line, so that one pattern goes through all of them."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = [line.replace("\n", " ") for line in lines]
        self._text = "".join(f"\n{line}" for line in self.lines) + "\n"
        self._starts = [0, *accumulate(len(line) + 1 for line in self.lines)]

    def having(self, words: str) -> Iterator[tuple[int, bool]]:
        """Yield each line in which ``words`` occurs, and whether a word begins with them there."""
        text, at = self._text, -1
        while (at := text.find(words, at + 1)) >= 0:
            order, end = self._line(at)
            begins = not text[at - 1].isalnum()
            while not begins and (at := text.find(words, at + 1, end)) >= 0:
                begins = not text[at - 1].isalnum()
            yield order, begins
            at = end - 1

    def beginning(self, words: str) -> Iterator[int]:
        """Yield each line that begins with ``words``."""
        text, at, wanted = self._text, -1, f"\n{words}"
        while (at := text.find(wanted, at + 1)) >= 0:
            yield self._line(at + 1)[0]

    def fitting(self, pattern: str) -> Iterator[int]:
        """Yield each line in which ``pattern`` occurs; it may begin with the break before."""
        hits, last = re.compile(pattern).finditer(self._text), -1
        for hit in hits:
            order = self._line(hit.end() - 1)[0]
            if order != last:
                yield order
            last = order

    def _line(self, at: int) -> tuple[int, int]:
        """Return number and end of the line around a place."""
        order = bisect_right(self._starts, at - 1) - 1
        return order, self._starts[order + 1]


class PaletteIndex:
    """The codes of a project, prepared for searching."""

    def __init__(self, items: Iterable[PaletteItem] = ()) -> None:
        # The usual ones first, so that among equal matches the place in this list decides.
        self._items = sorted(items, key=_usual)
        self._names = _Sheet(folded(item.name) for item in self._items)
        self._numbers = _Sheet(folded(item.number) for item in self._items)
        self._by_id = {item.code_id: item for item in self._items}
        self._sounds: _Sheet | None = None
        self._vain: dict[str, str] = {}  # kind of match: what was last looked for in vain
        self._categories: PaletteIndex | None = None
        self._paths: dict[str, list[int]] = {}
        self._places: dict[int | None, set[str]] = {}
        self._everywhere = {line.strip() for line in self._names.lines}
        for order, item in enumerate(self._items):
            if item.path:
                self._paths.setdefault(folded(item.path), []).append(order)
            self._places.setdefault(item.parent_id, set()).add(self._names.lines[order].strip())

    def __len__(self) -> int:
        return len(self._items)

    @property
    def items(self) -> list[PaletteItem]:
        """All codes, the usual ones first."""
        return self._items

    def by_id(self, code_id: int | None) -> PaletteItem | None:
        """The code with this id, None where there is none."""
        return None if code_id is None else self._by_id.get(code_id)

    def has_name(self, name: str) -> bool:
        """Whether a code of that name exists anywhere, whatever the case of its letters."""
        return folded(name).strip() in self._everywhere

    def has_name_under(self, name: str, parent_id: int | None) -> bool:
        """Whether a code of that name exists right under another (None: at the top)."""
        return folded(name).strip() in self._places.get(parent_id, ())

    @property
    def categories(self) -> PaletteIndex:
        """The codes that are more than concepts, prepared in their turn."""
        if self._categories is None:
            kept = (item for item in self._items if item.kind is not CodeKind.CONCEPT)
            self._categories = PaletteIndex(kept)
        return self._categories

    def search(self, query: str, limit: int = 50) -> list[PaletteMatch]:
        """At most ``limit`` codes for ``query``, best first; for nothing typed, the usual ones."""
        wanted = folded(" ".join(query.split()))
        if not wanted:
            return [PaletteMatch(item) for item in self._items[:limit]]
        words = wanted.split()
        found: dict[int, _Rank] = {}
        written = " ".join(query.split())
        for rank, order in self._ranked(wanted, words, written):
            found.setdefault(order, rank)
            if len(found) >= limit:
                break
        return [
            PaletteMatch(self._items[order], partial(self._typed, order, rank, wanted, words))
            for order, rank in found.items()
        ]

    # ------------------------------------------------------------------ kinds of match

    def _ranked(self, wanted: str, words: list[str], written: str) -> Iterator[tuple[_Rank, int]]:
        """Yield kind and place of every match, best kind first; a code may come again.

        Letters are ``wanted`` in any case; but a13 and A13 are two codes, and whoever has
        ``written`` the whole of one means that one.
        """
        numbered, named = self._numbers, self._names
        for sheet, rank in ((numbered, _Rank.WHOLE_NUMBER), (named, _Rank.WHOLE_NAME)):
            whole = sheet.beginning(f"{wanted}\n")
            for order in sorted(whole, key=lambda order: not self._is(order, written)):
                yield rank, order
        if any(character.isdigit() for character in wanted):
            for order in numbered.beginning(wanted):
                yield _Rank.NUMBER_START, order
        for order in named.beginning(wanted):
            yield _Rank.NAME_START, order
        inside = []
        for order, begins in named.having(wanted):
            if begins:
                yield _Rank.WORD_START, order
            else:
                inside.append(order)
        letters = "".join(words)
        sounds = self._by_sound() if _LATIN.search(wanted) else None
        if sounds is not None:
            for order in sounds.fitting(pinyin.start_pattern(letters)):
                yield _Rank.SOUND_START, order
        for order in inside:
            yield _Rank.INSIDE, order
        if len(words) > 1:
            for order in self._with_words(words):
                yield _Rank.WORDS, order
        if sounds is not None and not self._in_vain("sound", letters):
            some = False
            for order in sounds.fitting(pinyin.pattern(letters)):
                some = True
                yield _Rank.SOUND, order
            self._note("sound", letters, some)
        if len(wanted) > 1:
            for order in self._with_scattered(letters):
                yield _Rank.SCATTERED, order
            for path, orders in self._paths.items():
                if wanted in path:
                    for order in orders:
                        yield _Rank.PATH, order

    def _is(self, order: int, written: str) -> bool:
        """Whether a code has this number or name, in this very case."""
        return written in (self._items[order].number, self._items[order].name)

    def _in_vain(self, kind: str, letters: str) -> bool:
        """Whether a beginning of the letters was looked for in vain: more of them find no more."""
        vain = self._vain.get(kind)
        return vain is not None and letters.startswith(vain)

    def _note(self, kind: str, letters: str, some: bool) -> None:
        if not some:
            self._vain[kind] = letters

    def _with_words(self, words: list[str]) -> list[int]:
        """Codes that hold each of the words, or begin with it as a number; loose ones last."""
        longest = max(words, key=len)
        orders = {order for order, _ in self._names.having(longest)}
        orders.update(self._numbers.beginning(longest))
        found = []
        for order in orders:
            name, number = self._names.lines[order], self._numbers.lines[order]
            if all(word in name or number.startswith(word) for word in words):
                loose = sum(_first_word_start(name, word) is None for word in words)
                found.append((loose, order))
        return [order for _, order in sorted(found)]

    def _with_scattered(self, letters: str) -> list[int]:
        """Codes with the letters in this order, those with the fewest others between them first.

        Letters picked from all over a long name are chance, not a match.
        """
        if self._in_vain("scattered", letters):
            return []
        scattered = re.compile(_scattered(letters))
        orders = list(self._names.fitting(scattered.pattern))
        self._note("scattered", letters, bool(orders))
        found = []
        for order in orders:
            loose = scattered.search(self._names.lines[order])
            if loose and (width := loose.end() - loose.start()) <= _LOOSEST * len(letters):
                found.append((width, order))
        return [order for _, order in sorted(found)]

    def _by_sound(self) -> _Sheet | None:
        if self._sounds is None and pinyin.loaded():
            self._sounds = _Sheet(map(pinyin.line, self._names.lines))
        return self._sounds

    # ------------------------------------------------------------------ what was typed

    def _typed(self, order: int, rank: _Rank, wanted: str, words: list[str]) -> Typed:
        """Say which letters of the code were typed."""
        name = self._names.lines[order]
        match rank:
            case _Rank.WHOLE_NUMBER | _Rank.NUMBER_START:
                return Typed(number=len(wanted))
            case _Rank.PATH:
                return Typed()
            case _Rank.SCATTERED:
                return Typed(_scattered_letters(name, "".join(words)))
            case _Rank.SOUND_START | _Rank.SOUND:
                return Typed(pinyin.places(name, "".join(words)))
        letters: set[int] = set()
        for word in words if rank is _Rank.WORDS else [wanted]:
            at = name.find(word)
            if rank is not _Rank.INSIDE and at > 0:
                begins = _first_word_start(name, word)
                at = at if begins is None else begins
            if at >= 0:
                letters.update(range(at, at + len(word)))
        return Typed(tuple(sorted(letters)))


def _usual(item: PaletteItem) -> tuple[int, bool, int]:
    """Sort key: recent first, then favourites, then frequent."""
    recent = _NEVER if item.recent_rank is None else item.recent_rank
    return (recent, not item.favourite, -(item.count or 0))


def _scattered(letters: str) -> str:
    """Pattern of these letters in this order with others between them, on one line.

    Between two letters everything but the second is skipped, so that it never has to go back.
    """
    first, *others = map(re.escape, letters)
    return first + "".join(rf"[^{letter}\n]*{letter}" for letter in others)


def _scattered_letters(name: str, wanted: str) -> tuple[int, ...]:
    # From the same place as the pattern, which finds the leftmost.
    letters, at = [], -1
    for character in wanted:
        at = name.find(character, at + 1)
        letters.append(at)
    return tuple(letters)


def _first_word_start(name: str, word: str) -> int | None:
    return next((m.start() for m in _WORD.finditer(name) if name.startswith(word, m.start())), None)


@lru_cache(maxsize=20_000)  # the codes are prepared anew after every step
def folded(text: str) -> str:
    """Lower case, letter for letter, so that places in it are places in ``text``."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
