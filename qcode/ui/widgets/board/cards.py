"""How a card and the head of a column look."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from qcode.ui.shell import theme
from qcode.ui.widgets.board.model import Card
from qcode.ui.widgets.code_badge import BADGE, paint_code_badge
from qcode.ui.widgets.tints import line_color

PADDING = 9
LINES = 3  # of a card's words
_GAP = 7
_KEPT = 4_000
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class State(NamedTuple):
    """How a card stands among the others."""

    selected: bool = False
    current: bool = False
    focused: bool = False
    hovered: bool = False
    target: bool = False  # something is about to be dropped on it


class CardPainter:
    """Measures and paints; words are laid out once for a width."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.bold = QFont(font)
        self.bold.setBold(True)
        self.metrics = QFontMetrics(font)
        self._bold_metrics = QFontMetrics(self.bold)
        self._wrapped: dict[tuple[str, int], list[str]] = {}
        self._widths: dict[int, int] = {}

    @property
    def head_height(self) -> int:
        """Height of a column's head in pixels."""
        return self.metrics.height() + 14

    def height(self, card: Card, width: int) -> int:
        """Return the height that a card needs in a column of ``width`` pixels."""
        lines = len(self._lines(card, width))
        return lines * self.metrics.lineSpacing() + 2 * PADDING

    def _count_width(self, count: int) -> int:
        found = self._widths.get(count)
        if found is None:
            found = self._widths[count] = self.metrics.horizontalAdvance(str(count))
        return found

    def _lines(self, card: Card, width: int) -> list[str]:
        room = width - 2 * PADDING - BADGE - _GAP - 8 - self._count_width(card.count)
        key = (card.code.title, room)
        found = self._wrapped.get(key)
        if found is None:
            if len(self._wrapped) >= _KEPT:
                self._wrapped.clear()
            found = self._wrapped[key] = self._wrap(card.code.title, room)
        return found

    def _wrap(self, text: str, room: int) -> list[str]:
        if self.metrics.horizontalAdvance(text) <= room:
            return [text]
        layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        lines: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, room))
            # Qt counts UTF-16 units here; the text comes from it and goes back to it.
            start = line.textStart()
            units = text.encode("utf-16-le")
            if len(lines) == LINES - 1:
                rest = units[2 * start :].decode("utf-16-le")
                elided = self.metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
                lines.append(elided)
                break
            end = start + line.textLength()
            lines.append(units[2 * start : 2 * end].decode("utf-16-le").rstrip())
        layout.endLayout()
        return lines

    # ------------------------------------------------------------------ painting

    def paint_card(self, painter: QPainter, area: QRect, card: Card, state: State) -> None:
        """Paint a card into ``area``."""
        shown = theme.current()
        fill = "accent_soft" if state.selected else "hover" if state.hovered else "paper"
        strong = state.selected or state.target or (state.current and state.focused)
        painter.setPen(QPen(shown.color("accent" if strong else "line"), 1))
        painter.setBrush(shown.color(fill))
        box = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 6, 6)
        if (state.current and state.focused) or state.target:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        line_height = self.metrics.lineSpacing()
        top = area.top() + PADDING
        paint_code_badge(
            painter,
            QRectF(area.left() + PADDING, top, BADGE, line_height),
            card.code.kind,
            card.code.color,
        )
        painter.setFont(self.font)
        if card.count:
            painter.setPen(shown.color("muted"))
            right = QRect(area.left(), area.top(), area.width() - PADDING, area.height())
            painter.drawText(right, int(_RIGHT), str(card.count))
        painter.setPen(shown.color("ink"))
        baseline = top + self.metrics.ascent() + (line_height - self.metrics.height()) / 2
        x = area.left() + PADDING + BADGE + _GAP
        for line in self._lines(card, area.width()):
            painter.drawText(QPointF(x, baseline), line)
            baseline += line_height

    def paint_head(self, painter: QPainter, area: QRect, card: Card, state: State) -> None:
        """Paint the head of a column: its name over a line in its colour."""
        shown = theme.current()
        painter.fillRect(area, shown.color("panel"))
        inner = area.adjusted(0, 2, 0, -4)
        if state.selected or state.hovered or state.target:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.color("hover" if not state.selected else "accent_soft"))
            painter.drawRoundedRect(QRectF(inner), 5, 5)
        if (state.current and state.focused) or state.target:
            painter.setPen(QPen(shown.color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(inner).adjusted(0.75, 0.75, -0.75, -0.75), 5, 5)
        words = inner.adjusted(4, 0, -4, -2)
        painter.setFont(self.font)
        painter.setPen(shown.color("muted"))
        count = str(card.count) if card.count else ""
        painter.drawText(words, int(_RIGHT), count)
        if count:
            words.setRight(words.right() - self._count_width(card.count) - _GAP)
        painter.setFont(self.bold)
        painter.setPen(shown.color("ink"))
        fitting = self._bold_metrics.elidedText(
            card.code.title, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, int(_LEFT), fitting)
        painter.fillRect(
            QRect(area.left(), area.bottom() - 2, area.width(), 3),
            QColor(line_color(shown.panel, shown.ink, card.code.color)),
        )
