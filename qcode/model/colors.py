"""Colours of codes: a palette that readers with any colour vision tell apart.

Hues follow Okabe & Ito (2008) in order and spacing, with lightness adjusted so that a tint of each
keeps text readable on light and on dark paper.
"""

from __future__ import annotations

import re

PALETTE: tuple[str, ...] = (
    "#3b78d8",
    "#d0752b",
    "#4a9b52",
    "#a05db5",
    "#b8860b",
    "#c2506b",
    "#2f8f9d",
    "#8a6d5a",
    "#6f7480",
)

_HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\Z")


def normalised(color: str) -> str | None:
    """Return ``#rrggbb`` for ``#RGB`` or ``#RRGGBB`` in any case, with or without #; else None."""
    found = _HEX.match(color.strip())
    if found is None:
        return None
    digits = found.group(1).lower()
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}"
