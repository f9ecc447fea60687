"""Colours of codes as ink: the same hue, dark or light enough to be read.

Relative luminance and contrast ratio follow WCAG 2.2, section 1.4.3 and its definitions.
"""

from __future__ import annotations

from functools import lru_cache

from qcode.model.colors import normalised

READABLE = 4.5
"""Least contrast of text with its paper (WCAG 2.2, level AA)."""


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, 1 (none) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=1024)
def readable(color: str, paper: str = "#ffffff", fallback: str = "#2f6b6d") -> str:
    """Return ``color`` moved towards black (or white, on dark paper) until it can be read.

    The result is ``#rrggbb`` with a contrast of at least ``READABLE``. A colour that is none gives
    ``fallback``, moved in the same way.
    """
    ink = normalised(color) or fallback
    end = 0 if _luminance(paper) > 0.18 else 255
    start = _channels(ink)
    for step in range(101):
        mixed = tuple(round(value + (end - value) * step / 100) for value in start)
        found = "#{:02x}{:02x}{:02x}".format(*mixed)
        if contrast(found, paper) >= READABLE:
            return found
    return "#ffffff" if end else "#000000"


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(color))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
