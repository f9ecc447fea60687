"""Colours of codes: a palette that readers with any colour vision tell apart.

Hues are spread as Okabe & Ito (2008) advise; hue, chroma and lightness within each were then
searched for the greatest least difference between any two, as lines and as tints on light and on
dark paper, seen with normal sight and with each of the three kinds of dichromacy. Neighbours that
such a reader sees in one hue differ in lightness: purple and blue, wine and green, sand and ochre.
All keep 3:1 on white. ``tests/ui/test_contrast.py`` holds the figures.
"""

from __future__ import annotations

import re

PALETTE: tuple[str, ...] = (
    "#3e75d0",
    "#c44d00",
    "#4e833d",
    "#603372",
    "#bf8500",
    "#822a44",
    "#0a9db8",
    "#a68c73",
    "#8e8f93",
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
