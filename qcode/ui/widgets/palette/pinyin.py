"""Chinese names found by their sound: 重新排查 by chongxin, cxpc, chxinpc, and by zhong too.

A character is typed by any beginning of any of its readings, without tones; ü is v or u. No Qt
here, and nothing is loaded before somebody asks for ``load``: the table takes a while.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_JUMP = r"(?:|[^|\n]*\|[^|\n]*,)"  # go on in this reading, or begin one of the next character
_MOST = 40  # letters that are looked for; more than that is a sentence and no code

_table: Mapping[int, str] | None = None


def has_chinese(texts: Iterable[str]) -> bool:
    """Whether any of the texts has a Chinese character."""
    return any(_CHINESE.search(text) for text in texts)


def load() -> None:
    """Load the table of readings, which takes a tenth of a second; safe in a worker."""
    global _table
    if _table is None:
        # Whole phrases would tell which reading is meant; here every reading fits, and without
        # them the table loads in a third of the time and a fifth of the memory.
        os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
        os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")  # it is only read
        from pypinyin.constants import PINYIN_DICT

        # Forty thousand characters have some thousand readings: each is kept once.
        once: dict[str, str] = {}
        for character, readings in PINYIN_DICT.items():
            PINYIN_DICT[character] = once.setdefault(readings, readings)
        _table = PINYIN_DICT


def loaded() -> bool:
    """Whether names can be found by their sound already."""
    return _table is not None


@lru_cache(maxsize=20_000)
def line(name: str) -> str:
    """Return the readings of a name for ``pattern``: ``|,重,zhong,chong|,新,xin``.

    Empty for a name without Chinese characters. ``name`` is folded already.
    """
    if not _CHINESE.search(name):
        return ""
    return "".join(f"|,{','.join(readings)}" for _, readings in _cells(name))


def pattern(letters: str) -> str:
    """Return the regular expression that finds ``letters`` in the lines, each hit on one line."""
    return "," + _JUMP.join(map(re.escape, letters[:_MOST]))


def start_pattern(letters: str) -> str:
    """Like ``pattern``, for names that begin with ``letters``; each line follows a line break."""
    return r"\n\|[^|\n]*," + _JUMP.join(map(re.escape, letters[:_MOST]))


def places(name: str, letters: str) -> tuple[int, ...]:
    """Return which characters of ``name`` were typed by ``letters``, empty where it has not them.

    Where several stretches fit, the first one counts.
    """
    cells = _cells(name)
    wrong: set[tuple[int, int]] = set()  # places in name and letters from which nothing fits

    def fits(cell: int, at: int) -> tuple[int, ...] | None:
        if at == len(letters):
            return ()
        if cell == len(cells) or (cell, at) in wrong:
            return None
        place, readings = cells[cell]
        lengths = {length for reading in readings for length in range(1, len(reading) + 1)
                   if letters.startswith(reading[:length], at)}  # fmt: skip
        for length in sorted(lengths, reverse=True):
            rest = fits(cell + 1, at + length)
            if rest is not None:
                return (place, *rest)
        wrong.add((cell, at))
        return None

    letters = letters[:_MOST]
    for first in range(len(cells)):
        found = fits(first, 0)
        if found is not None:
            return found
    return ()


def _cells(name: str) -> list[tuple[int, tuple[str, ...]]]:
    """The characters that can be typed: place in the name, and what is typed for them."""
    return [(at, _readings(one)) for at, one in enumerate(name) if one.isalnum()]


@lru_cache(maxsize=10_000)
def _readings(character: str) -> tuple[str, ...]:
    found = [character]
    for reading in ((_table or {}).get(ord(character)) or "").split(","):
        for written in (reading, reading.translate(_UMLAUTS)):
            plain = "".join(c for c in unicodedata.normalize("NFD", written) if c.isascii())
            if plain:
                found.append(plain)
    return tuple(dict.fromkeys(found))


_UMLAUTS = str.maketrans("üǖǘǚǜ", "vvvvv")
