"""A scroll bar that shows where in a long text something was found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar

from qcode.model.span import Span
from qcode.ui.shell import theme as themes
from qcode.ui.widgets.text.column_text import ColumnText

_TICK = 2  # pixels high
_CHANGE = 0.02


class TickBar(QScrollBar):
    """The vertical scroll bar of a text, with a tick for each hit.

    Ticks are placed by lines, as the handle is. They are placed anew when the bar's height changes
    and when the text turns out to be some percent longer or shorter than it was taken for: a long
    text is measured only while it is read.
    """

    def __init__(self, text: ColumnText) -> None:
        super().__init__(text)
        self._text = text
        self._hits: Sequence[Span] = ()
        self._ticks: list[int] = []
        self._measure: tuple[int, int] | None = None

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show where these places of the text are; they are sorted by start."""
        if hits is not self._hits:
            self._hits = hits
            self._measure = None
            self.update()

    def ticks(self) -> list[int]:
        """Rows of pixels, from the top of the groove, that carry a tick."""
        if not self._hits:
            return []
        height, lines = self._groove().height(), self._text.document().lineCount()
        known = self._measure
        if known is None or known[0] != height or abs(known[1] - lines) > _CHANGE * lines:
            self._measure = (height, lines)
            self._ticks = self._rows(height, lines)
        return self._ticks

    def _rows(self, height: int, lines: int) -> list[int]:
        hits = self._hits
        edges = [self._position(lines * row // height) for row in range(height)]
        numbers = [bisect_left(hits, (edge,)) for edge in edges] + [len(hits)]
        return [row for row in range(height) if numbers[row] < numbers[row + 1]]

    def _position(self, number: int) -> int:
        """Code point at which a line of the text begins, or about there where none is laid out."""
        block = self._text.document().findBlockByLineNumber(number)
        inside = number - block.firstLineNumber()
        share = inside / max(block.lineCount(), 1)
        return self._text._positions.from_qt(block.position() + int(share * block.length()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ticks = self.ticks()
        if not ticks:
            return
        groove, color = self._groove(), themes.current().color("warning")
        left, width = groove.left() + 2, groove.width() - 4
        painter = QPainter(self)
        for row in ticks:
            painter.fillRect(left, groove.top() + row, width, _TICK, color)
        painter.end()

    def _groove(self) -> QRect:
        from PySide6.QtWidgets import (  # see shell/theme.py: they are dear
            QStyle,
            QStyleOptionSlider,
        )

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar,
            option,
            QStyle.SubControl.SC_ScrollBarGroove,
            self,
        )
