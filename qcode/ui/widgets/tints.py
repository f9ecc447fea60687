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
_MOST_STRENGTH = 0.5
_FAINT_SHARE = 0.5
_FIRST_SHARE = 0.5
# A pixel holds whole steps of 1/255: the margin keeps the promise after rounding.
_ROUNDING = 0.02


def tint(
    paper: str,
    ink: str,
    colors: Iterable[str],
    *,
    faint: Iterable[str] = (),
    strong: str | None = None,
    over: str | None = None,
) -> str:
    """Background for text under codings of these colours.

    More codings make a deeper tint, in which the first colour prevails: that of the innermost
    coding, so that its edges show and the blend of many is not grey. ``faint`` are the colours of
    other coders, which count half; ``strong`` is that of the chosen coding, which counts more;
    ``over`` is the selection's colour when the text is selected as well. The contrast of ``ink``
    on the result is at least 4.5, or that of ``ink`` on ``paper`` if this is less.
    """
    shades = list(colors)
    strength = _LIGHT_STRENGTH if luminance(paper) > luminance(ink) else _DARK_STRENGTH
    weak = list(faint)
    clear = (1 - strength) ** (len(shades) + (1 if strong else 0))
    share = 1 - clear * (1 - strength * _FAINT_SHARE) ** len(weak)
    first = (shades or weak or [paper])[0]
    shades = shades * 2 + weak
    if strong:
        shades += [strong] * 4
    goal = _average(shades) if shades else paper
    if not strong:
        goal = mixed(first, goal, _FIRST_SHARE)
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


def faint_color(paper: str, ink: str, color: str) -> str:
    """The code's colour as other coders' marks have it: moved towards the paper, 3:1 kept."""
    line = line_color(paper, ink, color)
    for step in range(11, 20):
        candidate = mixed(line, paper, step / 20)
        if contrast(candidate, paper) >= LINE_CONTRAST:
            return candidate
    return line


def hit_colors(paper: str, ink: str) -> tuple[str, str, str]:
    """Backgrounds of what was found and of the current find, and the latter's outline."""
    dark = luminance(paper) < luminance(ink)
    found, current = ("#6b5a1c", "#8f6d00") if dark else ("#ffeeb0", "#ffc94d")
    return (
        _readable(paper, ink, found),
        _readable(paper, ink, current),
        line_color(paper, ink, "#e0b15e" if dark else "#8a5a00"),
    )


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
