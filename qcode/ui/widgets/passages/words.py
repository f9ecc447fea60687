"""The words of a passage broken into lines: a few of them in a list, all of them unfolded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

LONGEST = 6_000
"""Code points of a passage that are shown at most: a list is no place for a chapter."""

_PARAGRAPH = re.compile(r"\s*\n\s*")
_BLANKS = re.compile(r"[^\S\u00b6]+")

Stretch = tuple[str, str]
"""Words and the colour (``#rrggbb``) they have."""


def one_line(text: str) -> str:
    """Return text without line breaks; where a paragraph ends stands ¶."""
    return _BLANKS.sub(" ", _PARAGRAPH.sub(" \u00b6 ", text))


def flow(
    stretches: Sequence[Stretch], font: QFont, width: int, line: int, most: int | None = None
) -> tuple[QTextLayout, list[tuple[int, int]]]:
    """Break words into lines of ``width`` pixels, each ``line`` pixels below the one before.

    Returns the layout and the lines as ``(start, length)`` in UTF-16 units, ``most`` at most.
    """
    layout = QTextLayout("".join(words for words, _ in stretches), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    ranges = []
    start = 0
    for words, color in stretches:
        part = QTextLayout.FormatRange()
        part.start, part.length = start, units(words)
        start += part.length
        style = QTextCharFormat()
        style.setForeground(QColor(color))
        part.format = style
        ranges.append(part)
    layout.setFormats(ranges)
    layout.beginLayout()
    lines: list[tuple[int, int]] = []
    while most is None or len(lines) < most:
        made = layout.createLine()
        if not made.isValid():
            break
        made.setLineWidth(width)
        made.setPosition(QPointF(0, len(lines) * line))
        lines.append((made.textStart(), made.textLength()))
    layout.endLayout()
    return layout, lines


def units(text: str) -> int:
    """Return the length that Qt sees: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def from_unit(text: str, unit: int) -> str:
    """Return ``text`` from a place that Qt counts in UTF-16 units."""
    return text.encode("utf-16-le", "surrogatepass")[2 * unit :].decode("utf-16-le", "replace")
