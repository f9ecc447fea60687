"""Colours on paper: tints of code colours on which text stays readable.

Contrast is that of WCAG 2 (relative luminance of sRGB, ratio 1 to 21). A tint mixes the code's
colour into the paper; where that would bring the text's contrast below 4.5, less is mixed in.
Colours are ``#rrggbb``.
"""

from __future__ import annotations

from collections.abc import Iterable

from qcode.ui.shell.theme import contrast, luminance, mixed

TEXT_CONTRAST = 4.5
"""Least contrast of text on any tint (WCAG 2, level AA)."""

LINE_CONTRAST = 3.0
"""Least contrast of an underline on the paper (WCAG 2, graphics)."""

_LIGHT_STRENGTH, _DARK_STRENGTH = 0.22, 0.34
_MOST_STRENGTH = 0.62
# A pixel holds whole steps of 1/255: the margin keeps the promise after rounding.
_ROUNDING = 0.02


def tint(
    paper: str,
    ink: str,
    colors: Iterable[str],
    *,
    strong: str | None = None,
    over: str | None = None,
) -> str:
    """Background for text under codings of these colours.

    More codings make a deeper tint. ``strong`` is the colour of the chosen coding, which counts
    more; ``over`` is the selection's colour when the text is selected as well. The contrast of
    ``ink`` on the result is at least 4.5, or that of ``ink`` on ``paper`` if this is less.
    """
    shades = list(colors)
    strength = _LIGHT_STRENGTH if luminance(paper) > luminance(ink) else _DARK_STRENGTH
    share = 1 - (1 - strength) ** (len(shades) + (1 if strong else 0))
    if strong:
        shades += [strong, strong]
    goal = _average(shades) if shades else paper
    goal = mixed(goal, paper, min(share, _MOST_STRENGTH))
    if over is not None:
        goal = mixed(over, goal, 0.65 if shades else 1.0)
    return _readable(paper, ink, goal)


def line_color(paper: str, ink: str, color: str) -> str:
    """The code's colour, moved towards the ink until it stands out from the paper."""
    for step in range(21):
        candidate = mixed(ink, color, step / 20)
        if contrast(candidate, paper) >= LINE_CONTRAST:
            return candidate
    return ink


def _readable(paper: str, ink: str, goal: str) -> str:
    if contrast(ink, goal) >= TEXT_CONTRAST + _ROUNDING:
        return goal
    low, high = 0.0, 1.0
    for _ in range(12):
        share = (low + high) / 2
        if contrast(ink, mixed(goal, paper, share)) >= TEXT_CONTRAST + _ROUNDING:
            low = share
        else:
            high = share
    return mixed(goal, paper, low)


def _average(colors: list[str]) -> str:
    sums = [0, 0, 0]
    for color in colors:
        for i, channel in enumerate(_channels(color)):
            sums[i] += channel
    return "#" + "".join(f"{round(total / len(colors)):02x}" for total in sums)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
