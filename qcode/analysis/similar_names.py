"""Names that are nearly the same: written twice, or one of them by mistake.

Never all pairs: names meet in buckets by what is left of them, so that 2,000 names take some tens
of milliseconds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

LEAST_LETTERS = 5  # of a name in letters, before one letter may differ
LEAST_CHARACTERS = 4  # of a name in Chinese characters
LEAST_TURNED = 3  # characters that can stand in another order and not make another word
# A letter that differs in more names than these at the same place tells them apart on purpose.
MOST_IN_A_BUCKET = 6

_CJK = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_NUMBERS = re.compile(r"\d+")
# Characters whose exchange turns a name into its opposite, and so makes it another one.
_PAIRS = (
    "上下内外前后正反正负大小多少高低有无主被左右新旧强弱长短快慢好坏同异收放"
    "进出增减公私硬软纵横升降开关得失东西南北男女城乡善恶利弊成败首末"
)
_OPPOSITES = frozenset(map(frozenset, zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))
_NEGATIONS = frozenset("不非无未反没")


def near(names: Mapping[int, str]) -> list[tuple[int, ...]]:
    """Return groups of ids whose names are nearly the same, each sorted as in ``names``.

    That is: but for case, punctuation, width of letters, spaces or a plural s; one letter added,
    left out, exchanged or swapped with the next in names of ``LEAST_LETTERS``, or one character in
    Chinese ones of ``LEAST_CHARACTERS``; the same Chinese characters in another order. Names that
    differ in a number, in a word of negation or in a character of opposite meaning do not count.
    """
    keys = {one: key(name) for one, name in names.items()}
    by_key: dict[str, list[int]] = {}
    for one, plain in keys.items():
        by_key.setdefault(plain, []).append(one)
    leaders = _Leaders(names)
    for plain, same in by_key.items():
        if plain:
            for other in same[1:]:
                leaders.join(same[0], other)
    for first, second in _close(plain for plain in by_key if plain):
        leaders.join(by_key[first][0], by_key[second][0])
    return leaders.groups()


def key(name: str) -> str:
    """Return what is left of a name without case, width, punctuation, spaces and plural s."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    words = (_singular(word) for word in _NOT_A_WORD.sub(" ", plain).split())
    return "".join(words)


def _singular(word: str) -> str:
    if len(word) < 4 or not word.isascii() or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ss", "us", "is")):
        return word
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1]


def _close(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of keys that differ in one letter, or in the order of Chinese characters."""
    buckets: dict[tuple[str, ...], set[str]] = {}
    for plain in keys:
        numbers = tuple(_NUMBERS.findall(plain))
        chinese = _CJK.search(plain) is not None
        if chinese and len(plain) >= LEAST_TURNED:
            buckets.setdefault(("turned", "".join(sorted(plain)), *numbers), set()).add(plain)
        if len(plain) >= (LEAST_CHARACTERS if chinese else LEAST_LETTERS):
            # Two names at a distance of one meet where one letter is left out of one or of both.
            buckets.setdefault((plain, *numbers), set()).add(plain)
            for place in range(len(plain)):
                left = plain[:place] + plain[place + 1 :]
                buckets.setdefault((left, *numbers), set()).add(plain)
    for name, found in buckets.items():
        if 1 < len(found) <= MOST_IN_A_BUCKET:
            for one, other in combinations(sorted(found), 2):
                if name[0] == "turned" or _one_step(one, other):
                    yield one, other


def _one_step(one: str, other: str) -> bool:
    """Whether one letter is added, left out, exchanged or swapped, and the sense may be the same.

    Both are known to be at most two letters apart.
    """
    if len(one) > len(other):
        one, other = other, one
    place = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[place:] == other[place + 1 :] and other[place] not in _NEGATIONS
    if place == len(one):
        return False
    if one[place + 1 :] == other[place + 1 :]:
        pair = frozenset((one[place], other[place]))
        return pair not in _OPPOSITES and not any(sign.isdecimal() for sign in pair)
    return (
        one[place : place + 2] == other[place : place + 2][::-1]
        and one[place + 2 :] == other[place + 2 :]
    )


class _Leaders:
    """Groups that grow together: each member knows the way to the first of its group."""

    def __init__(self, members: Iterable[int]) -> None:
        self._above = {one: one for one in members}
        self._order = {one: place for place, one in enumerate(self._above)}

    def _leader(self, one: int) -> int:
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]
            one = self._above[one]
        return one

    def join(self, one: int, other: int) -> None:
        first, second = sorted(
            (self._leader(one), self._leader(other)), key=self._order.__getitem__
        )
        self._above[second] = first

    def groups(self) -> list[tuple[int, ...]]:
        found: dict[int, list[int]] = {}
        for one in self._above:
            found.setdefault(self._leader(one), []).append(one)
        return [tuple(group) for group in found.values() if len(group) > 1]
