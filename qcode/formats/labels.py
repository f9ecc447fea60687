"""Short labels of records: the first author's surname and the year."""

from __future__ import annotations

import re

_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d|21\d\d)(?!\d)")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[- ]?){1,3}\Z")


def year_of(date: str) -> str:
    """Return the first year (1500 to 2199) that ``date`` names, or an empty text."""
    found = _YEAR.search(date)
    return found.group(1) if found else ""


def surname(author: str) -> str:
    """Return what a short label calls ``author``.

    ``Surname, Given`` gives the part before the comma; ``Surname AB`` what stands before the
    initials; ``A B Surname`` the last word; a Chinese, Japanese or Korean name stays whole.
    """
    name = " ".join(author.replace("，", ",").split()).strip(" ;；")
    if not name.isascii() and _CJK.search(name):
        return name.replace(",", "").replace(" ", "")
    before, comma, _ = name.partition(",")
    if comma:
        return before.strip()
    words = name.split(" ")
    last = len(words)
    while last > 1 and _INITIALS.match(words[last - 1]):
        last -= 1
    # Initials behind the surname or none at all behind it; all words may be capitals, though.
    if last < len(words) and not all(_INITIALS.match(word) for word in words[:last]):
        return " ".join(words[:last])
    return words[-1]


def short_label(author: str, year: str) -> str:
    """Return ``Surname Year``, or the one of both that is known, or an empty text."""
    return " ".join(part for part in (surname(author), year) if part)
