"""Draws the names beside the stripes and the heading that names the coders."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText

from qcode.ui.shell.theme import Theme
from qcode.ui.widgets.stripes.layout import Group, Name
from qcode.ui.widgets.stripes.shapes import around, paint_mark

_MARK_ROOM = 11
_WIDE = 9999
_MOST_TEXTS = 600


class NamePainter:
    """Draws words in one small face; each is laid out once."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self.line = round(self._metrics.height()) + 3.0
        """Height of a name in pixels."""
        self._texts: dict[tuple[str, int], QStaticText] = {}

    def paint_name(
        self,
        painter: QPainter,
        name: Name,
        left: float,
        right: float,
        *,
        color: QColor,
        ink: QColor,
        muted: QColor,
    ) -> None:
        """Draw a name between two edges: mark, words in ``ink``, how many more in ``muted``."""
        left += 2
        paint_mark(painter, QPointF(left + 4, self._middle(name)), name.stripe.style, color)
        room = right - left - _MARK_ROOM - 2
        more = f"+{len(name.more)}" if name.more else ""
        if more:
            room -= self._metrics.horizontalAdvance(more) + 6
        words = self._text(name.stripe.coding.label, int(room))
        at = QPointF(left + _MARK_ROOM, name.top + 1)
        painter.setPen(ink)
        painter.drawStaticText(at, words)
        if more:
            painter.setPen(muted)
            beyond = QPointF(words.size().width() + 6, 0)
            painter.drawStaticText(at + beyond, self._text(more, _WIDE))

    def paint_leader(
        self, painter: QPainter, name: Name, left: float, head: float, pen: QPen
    ) -> None:
        """Draw the thin line from a stripe to a name, at ``left``, that made room for others."""
        painter.setPen(pen)
        painter.drawLine(QLineF(*self._leader(name, left, head)))

    def painted_area(self, name: Name, left: float, right: float, head: float) -> QRect:
        """All that a name between two edges may draw on, with its leader.

        Glyphs of tall faces go below the line.
        """
        top, bottom = name.top - 2, name.top + 1.5 * self.line
        if not name.moved:
            return around(left - 2, top, right + 2, bottom)
        x1, y1, x2, y2 = self._leader(name, left, head)
        return around(
            min(x1, x2, left) - 2, min(top, y1 - 2, y2 - 2), right + 2, max(bottom, y1 + 2, y2 + 2)
        )

    def _leader(self, name: Name, left: float, head: float) -> tuple[float, float, float, float]:
        """Both ends of the line from a stripe to its name."""
        stripe = name.stripe
        y = min(max(stripe.top + 2, head + 2), stripe.bottom - 1)
        return stripe.x + stripe.width + 1, y, left - 1, self._middle(name)

    def _middle(self, name: Name) -> int:
        return round(name.top + self.line / 2)

    def paint_head(
        self, painter: QPainter, groups: list[Group], area: QRectF, theme: Theme
    ) -> None:
        """Draw the heading: each coder's name over their lanes, as much of it as fits."""
        painter.fillRect(area, QColor(theme.paper))
        painter.fillRect(
            QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(theme.line)
        )
        for group in groups:
            words = (group.coder, initials(group.coder), group.coder[:1])
            room = group.width - 3
            fitting = (text for text in words if self._metrics.horizontalAdvance(text) <= room)
            painter.setPen(QColor(theme.ink if group.style == 0 else theme.muted))
            painter.drawStaticText(QPointF(group.x, 1), self._text(next(fitting, ""), _WIDE))

    def _text(self, words: str, room: int) -> QStaticText:
        """``words`` in one line of at most ``room`` pixels."""
        found = self._texts.get((words, room))
        if found is None:
            if len(self._texts) > _MOST_TEXTS:
                self._texts.clear()
            line = " ".join(words.split())
            elided = self._metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
            found = QStaticText(elided)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            self._texts[words, room] = found
        return found


def initials(name: str) -> str:
    """Short for a coder: two letters of a name of several words, else its first two characters."""
    words = name.split()
    if len(words) > 1:
        return (words[0][:1] + words[-1][:1]).upper()
    return name.strip()[:2]
