"""The first line of a passage in a list: its label, its document, who coded it and when."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from qcode.model.records import Passage
from qcode.ui.shell import icons, theme
from qcode.ui.shell.i18n import day
from qcode.ui.shell.theme import Theme

GAP = 8
MIDDLE = Qt.AlignmentFlag.AlignVCenter.value  # as a number: joining flags is slow in Python

_AT_ITS_END = Qt.TextElideMode.ElideRight
_KEPT = 200  # shortened words that stay known: those of a few screens


class Inks(NamedTuple):
    """The colours of a theme that every row is painted with."""

    shown: Theme
    ink: QColor
    muted: QColor
    accent: QColor


class TopLine:
    """Paints such lines in a font and its bold companion; words seen before are known by width."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._bold = QFont(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(self._font)
        self._bold_metrics = QFontMetrics(self._bold)
        self.height = self._metrics.lineSpacing()
        self._cuts: dict[tuple[str, int], tuple[str, int]] = {}
        self._days: dict[str, str] = {}
        self._inks: Inks | None = None

    def inks(self) -> Inks:
        """Return the colours of the theme shown."""
        shown = theme.current()
        if self._inks is None or self._inks.shown is not shown:
            colors = (shown.color(role) for role in ("ink", "muted", "accent"))
            self._inks = Inks(shown, *colors)
        return self._inks

    def cut(self, words: str, room: int) -> tuple[str, int]:
        """Return what of some words fits into ``room`` (pixels), and its width."""
        found = self._cuts.get((words, room))
        if found is None:
            if len(self._cuts) >= _KEPT:
                self._cuts.clear()
            cut = self._metrics.elidedText(words, _AT_ITS_END, room)
            found = self._cuts[words, room] = cut, self._metrics.horizontalAdvance(cut)
        return found

    def paint(
        self, painter: QPainter, corner: QPoint, width: int, passage: Passage, dated: bool
    ) -> None:
        """Paint the line below ``corner``; ``dated`` tells the day of the coding with its coder."""
        inks, height = self.inks(), self.height
        left, top = corner.x(), corner.y()
        line = QRect(left, top, width, height)
        right = line.right()
        if passage.typical:
            edge = min(14, height)
            star = icons.pixmap("typical", edge, inks.shown.accent)
            right -= edge
            painter.drawPixmap(QPointF(right, line.center().y() - edge / 2 + 0.5), star)
            right -= GAP
        painter.setFont(self._font)
        painter.setPen(inks.muted)
        who = f"{self._day(passage.created)} · {passage.coder}" if dated else passage.coder
        who, taken = self.cut(who, max(20, width // (3 if dated else 4)))
        painter.drawText(QRect(right - taken, top, taken + 1, height), MIDDLE, who)
        right -= taken + GAP
        label, taken = self._label(passage.label, max(40, (right - left) * 2 // 3))
        beside = left + taken + GAP
        # A document without a label of its own is named in the passage's label already.
        if not passage.label.startswith(passage.document) and right > beside + 20:
            name = self.cut(passage.document, right - beside)[0]
            painter.drawText(QRect(beside, top, right - beside, height), MIDDLE, name)
        painter.setFont(self._bold)
        painter.setPen(inks.accent)
        painter.drawText(line, MIDDLE, label)

    def _label(self, label: str, room: int) -> tuple[str, int]:
        """Return what of a label fits, and its width; each step makes others, none is kept."""
        metrics = self._bold_metrics
        width = metrics.horizontalAdvance(label)
        if width < room:  # it is rounded
            return label, width
        label = metrics.elidedText(label, Qt.TextElideMode.ElideMiddle, room)
        return label, metrics.horizontalAdvance(label)

    def _day(self, created: str) -> str:
        found = self._days.get(created)
        if found is None:
            found = self._days[created] = day(created)
        return found
