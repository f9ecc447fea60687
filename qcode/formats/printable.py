"""Text that every reader of a file can open and every eye can see.

XML 1.0 (and with it Word and Excel) has no place for most control characters, nor for lone halves
of a surrogate pair. Dropping them would change a quotation silently, so each is replaced by the
sign that Unicode has for showing it.
"""

from __future__ import annotations

import re
import unicodedata

# Char production of XML 1.0 (fifth edition), section 2.2, turned round. CR is legal but every XML
# reader turns it into LF, so line ends are settled here.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return ``text`` with illegal characters shown and all line ends as LF.

    U+0000 … U+001F and U+007F become the control pictures U+2400 … U+2421; lone surrogates and
    non-characters become U+FFFD. Tabs and line ends stay.
    """
    if _UNPRINTABLE.search(text) is None:
        return text
    return _UNPRINTABLE.sub(_shown, text.replace("\r\n", "\n").replace("\r", "\n"))


def _shown(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def shorten(text: str, signs: int) -> str:
    """Return ``text`` on one line, cut with … where it is wider than ``signs`` Latin letters.

    East Asian letters are counted as two. A word that is written in letters is not cut in two,
    unless it is very long.
    """
    line = " ".join(printable(text).split())
    width = 0
    for index, sign in enumerate(line):
        width += 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        if width > signs:
            return f"{line[: _end_of_word(line, index)].rstrip()}…"
    return line


_LONGEST_WORD = 24


def _end_of_word(line: str, cut: int) -> int:
    """Return where the last whole word before ``cut`` ends; ``cut`` itself between East Asian."""
    if not (line[cut].isalnum() and line[cut - 1].isalnum()):
        return cut
    if "W" in (
        unicodedata.east_asian_width(line[cut]),
        unicodedata.east_asian_width(line[cut - 1]),
    ):
        return cut
    space = line.rfind(" ", max(1, cut - _LONGEST_WORD), cut)
    return space if space > 0 else cut
