"""The colours of the window by what they are for, and how well one stands out on another."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor


class Theme(NamedTuple):
    """Colours by what they are for, each ``#rrggbb``.

    ``desk`` lies behind everything, ``panel`` on it, ``paper`` is what is written on. ``line``
    parts surfaces and means nothing; ``edge`` outlines what can be used, with a contrast of 3.
    ``ink`` and ``muted`` keep one of at least 4.5 on desk, panel, paper, hover and (``ink`` only)
    on every soft colour and selection.
    """

    name: str
    dark: bool
    desk: str
    panel: str
    paper: str
    ink: str
    muted: str
    line: str
    edge: str
    hover: str
    accent: str
    accent_strong: str
    on_accent: str
    accent_soft: str
    selection: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    success: str

    def color(self, role: str) -> QColor:
        """Return the colour of ``role`` (a field's name) for painting."""
        return QColor(getattr(self, role))


LIGHT = Theme(
    name="light",
    dark=False,
    desk="#f6f5f2",
    panel="#fbfaf8",
    paper="#ffffff",
    ink="#23252b",
    muted="#636874",
    line="#e3e0da",
    edge="#8f8b83",
    hover="#efede8",
    accent="#2f6f6a",
    accent_strong="#275d59",
    on_accent="#ffffff",
    accent_soft="#dcebe8",
    selection="#c6dfdb",
    warning="#8a5a00",
    warning_soft="#f8efdb",
    danger="#b3362f",
    danger_soft="#f9e6e3",
    success="#2c6b3f",
)
DARK = Theme(
    name="dark",
    dark=True,
    desk="#1d1f23",
    panel="#23262b",
    paper="#272a30",
    ink="#e6e4df",
    muted="#a0a6b0",
    line="#34383f",
    edge="#6f757f",
    hover="#2d3137",
    accent="#7cc4bc",
    accent_strong="#93d2cb",
    on_accent="#13211f",
    accent_soft="#273d3b",
    selection="#37605b",
    warning="#e0b15e",
    warning_soft="#3a3223",
    danger="#f0958c",
    danger_soft="#412b2b",
    success="#8fcf9f",
)

# For whoever asks the system for high contrast: words of at least 7, and lines that are seen.
LIGHT_STRONG = LIGHT._replace(
    name="light-strong",
    desk="#ffffff",
    panel="#ffffff",
    paper="#ffffff",
    ink="#000000",
    muted="#33363d",
    line="#6f7279",
    edge="#000000",
    hover="#ededed",
    accent="#004f49",
    accent_strong="#003a36",
    accent_soft="#d5ebe8",
    selection="#b4d8d3",
    warning="#5c3b00",
    danger="#86150f",
    success="#0f4a25",
)
DARK_STRONG = DARK._replace(
    name="dark-strong",
    desk="#000000",
    panel="#000000",
    paper="#000000",
    ink="#ffffff",
    muted="#d3d7dd",
    line="#8d929b",
    edge="#ffffff",
    hover="#26282c",
    accent="#9be6de",
    accent_strong="#bdf1eb",
    on_accent="#000000",
    accent_soft="#123733",
    selection="#1c5a53",
    warning="#f3cd85",
    danger="#ffb3ab",
    success="#abe5b9",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, LIGHT_STRONG, DARK_STRONG)}


def luminance(color: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 to 1 (WCAG 2.2)."""
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(color: str, ground: str, share: float) -> str:
    """Return ``color`` laid over ``ground`` with opacity ``share`` (0 to 1) as ``#rrggbb``."""
    pairs = ((int(color[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)
