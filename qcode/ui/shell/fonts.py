"""Type: the system's sans for the interface, a serif that reads for hours for the texts.

The Latin face always comes first and the Chinese face is its fallback; the other way round ’ and “
would be set full width. Families that are not installed are left out, since some systems spend
long on looking for them.

On Linux a Chinese face of OpenType outlines (Noto CJK) looks heavier than the Latin beside it in
the dark theme. It is the regular face: Qt thickens its stems and blends them in linear light, as
suits dark words on white paper. No property of a font turns that off.
"""

from __future__ import annotations

import sys
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

_CJK_SANS = {
    "win32": ("Microsoft YaHei UI", "Microsoft YaHei", "SimHei"),
    "darwin": ("PingFang SC", "Hiragino Sans GB"),
}.get(sys.platform, ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"))
_LATIN_SERIF = (
    "Noto Serif",
    "Source Serif 4",
    "Source Serif Pro",
    "Charter",
    "Georgia",
    "Cambria",
    "Liberation Serif",
    "DejaVu Serif",
    "Times New Roman",
)
_CJK_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "STSong", "SimSun")


def interface_font(system: QFont) -> QFont:
    """Return ``system`` with a simplified Chinese face as fallback; size and weight stay."""
    # "Sans Serif" is an alias: left first in a list, it loses to the next family that exists.
    latin = [
        name
        if name.startswith(".") or QFontDatabase.hasFamily(name)
        else QFontInfo(system).family()
        for name in system.families()
    ]
    font = QFont(system)
    font.setFamilies([*latin, *_installed(_CJK_SANS)])
    return font


def reading_font(size: float) -> QFont:
    """Return the serif for texts and quotations at ``size`` points."""
    font = QFont()
    families = [*_installed(_LATIN_SERIF), *_installed(_CJK_SERIF)]
    if families:
        font.setFamilies(families)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(size)
    return font


def reading_families() -> list[str]:
    """Return the families in which a text can be read, by name.

    Those with Latin letters or Chinese, Japanese or Korean signs; no fonts of symbols, which on
    many systems are most of the list.
    """
    system = QFontDatabase.WritingSystem
    read: set[str] = set()
    for script in (
        system.Latin,
        system.SimplifiedChinese,
        system.TraditionalChinese,
        system.Japanese,
        system.Korean,
    ):
        read.update(QFontDatabase.families(script))
    # Dingbats stand in the places of letters, and say so.
    read.difference_update(QFontDatabase.families(system.Symbol))
    return [name for name in QFontDatabase.families() if name in read]


@lru_cache
def _installed(families: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first of ``families`` that this system has, as a tuple of one, or an empty one."""
    return tuple([name for name in families if QFontDatabase.hasFamily(name)][:1])
