"""How wide words are, estimated: for drawings that are made without a screen and its fonts.

Means of common sans-serif faces; East Asian signs are one em wide. Right to a few per cent, which
the padding of a box takes up.
"""

from __future__ import annotations

import unicodedata

_NARROW = frozenset("iljtfrI.,:;'|!()[]’‘ ")
_WIDE = frozenset("mwMW@%—…")


def width(text: str, size: float) -> float:
    """Return the width in points of one line of ``text`` at a font size in points."""
    return size * sum(map(_share, text))


def _share(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    if unicodedata.combining(sign):
        return 0.0
    if sign in _NARROW:
        return 0.31
    if sign in _WIDE:
        return 0.88
    return 0.68 if sign.isupper() else 0.57


def wrapped(text: str, size: float, most: float, lines: int = 4) -> list[str]:
    """Cut ``text`` into lines of at most ``most`` points, at blanks or between East Asian signs.

    What does not fit into ``lines`` ends in an ellipsis.
    """
    found: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and width((line + piece).rstrip(), size) > most:
            found.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    found.append(line.rstrip())
    if len(found) > lines:
        last = found[lines - 1]
        while last and width(last + "…", size) > most:
            last = last[:-1]
        found = [*found[: lines - 1], last + "…"]
    return found


_NO_START = frozenset("，。！？；：、）》”’…—,.!?;:)")


def _pieces(text: str) -> list[str]:
    """Return the parts of a text between which a line may end."""
    pieces: list[str] = []
    for sign in text:
        wide = unicodedata.east_asian_width(sign) in "WF"
        before = pieces[-1][-1] if pieces else ""
        after_wide = bool(before) and unicodedata.east_asian_width(before) in "WF"
        begins = not pieces or before == " " or ((wide or after_wide) and sign not in _NO_START)
        if begins and sign != " ":
            pieces.append(sign)
        elif pieces:
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces
