"""An unfolded passage: its words between those before and after, and the other codes on it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout

from qcode.model.records import Code, Passage
from qcode.services.passages import Neighbour, Neighbours
from qcode.ui.shell import icons, theme
from qcode.ui.widgets.code_badge import BADGE, paint_code_badge
from qcode.ui.widgets.passages.words import LONGEST, Stretch, flow, one_line

MOST = 8
"""Other codes that are named."""

Around = tuple[Neighbours, list[tuple[Neighbour, Code]]]

_GAP = 6


def stretches(passage: Passage, words: Neighbours) -> list[Stretch]:
    """Return the words before, of and after a passage in the colours of the theme."""
    shown = theme.current()
    before = one_line(("… " if words.more_before else "") + words.before.lstrip())
    after = one_line(words.after.rstrip() + (" …" if words.more_after else ""))
    quote = passage.quote
    if len(quote) > LONGEST:
        quote = f"{quote[:LONGEST].rstrip()} […] "
    return [(before, shown.muted), (one_line(quote), shown.ink), (after, shown.muted)]


class UnfoldedPainter:
    """Measures and draws what an unfolded row has below its first line."""

    def __init__(self, serif: QFont, small: QFont) -> None:
        self._serif = serif
        self._small = small
        self._serif_line = QFontMetrics(serif).lineSpacing()
        self._small_line = QFontMetrics(small).lineSpacing()

    def height(self, passage: Passage, around: Around, code: Code | None, width: int) -> int:
        """Height in pixels at a width of ``width``."""
        lines = self._lines(passage, around, width)[1]
        height = len(lines) * self._serif_line + _GAP
        if passage.memo:
            height += self._memo(passage.memo, width)[1] + _GAP
        rows = min(len(around[1]), MOST) + (len(around[1]) > MOST) + (code is not None)
        return height + max(1, rows) * (self._small_line + 3)

    def paint(
        self, painter: QPainter, area: QRect, passage: Passage, around: Around, code: Code | None
    ) -> None:
        """Draw into ``area``, from its top."""
        layout, lines = self._lines(passage, around, area.width())
        layout.draw(painter, QPointF(area.left(), area.top()))
        top = area.top() + len(lines) * self._serif_line + _GAP
        shown = theme.current()
        if code is not None:
            top = self._code(painter, area, top, code, "", "ink")
        if passage.memo:
            memo, height = self._memo(passage.memo, area.width())
            edge = min(14, self._small_line)
            painter.drawPixmap(QPointF(area.left(), top), icons.pixmap("memo", edge, shown.muted))
            memo.draw(painter, QPointF(area.left() + edge + 5, top))
            top += height + _GAP
        others = around[1]
        for other, its_code in others[:MOST]:
            note = self._note(passage, other)
            top = self._code(painter, area, top, its_code, note, "muted")
        left_over = ""
        if len(others) > MOST:
            left_over = QCoreApplication.translate("Passages", "and {count} more").format(
                count=len(others) - MOST
            )
        elif not others and code is None:
            left_over = QCoreApplication.translate("Passages", "No other code on these words")
        if left_over:
            painter.setFont(self._small)
            painter.setPen(shown.color("muted"))
            row = QRect(area.left(), top, area.width(), self._small_line)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, left_over)

    def _lines(
        self, passage: Passage, around: Around, width: int
    ) -> tuple[QTextLayout, list[tuple[int, int]]]:
        return flow(stretches(passage, around[0]), self._serif, width, self._serif_line)

    def _memo(self, memo: str, width: int) -> tuple[QTextLayout, int]:
        color = theme.current().muted
        words = one_line(memo[:LONGEST].strip())
        layout, lines = flow([(words, color)], self._small, width - 19, self._small_line)
        return layout, len(lines) * self._small_line

    def _note(self, passage: Passage, other: Neighbour) -> str:
        words = (
            QCoreApplication.translate("Passages", "on the same words")
            if other.same
            else QCoreApplication.translate("Passages", "overlapping")
        )
        return words if other.coder == passage.coder else f"{words} · {other.coder}"

    def _code(
        self, painter: QPainter, area: QRect, top: int, code: Code, note: str, color: str
    ) -> int:
        """Draw a code with a note behind it and return where the next line begins."""
        line = QRect(area.left(), top, area.width(), self._small_line)
        badge = QRectF(line.left(), line.top(), BADGE, line.height())
        paint_code_badge(painter, badge, code.kind, code.color)
        metrics = QFontMetrics(self._small)
        left = line.left() + BADGE + 5
        room = line.right() - left
        behind = metrics.elidedText(note, Qt.TextElideMode.ElideRight, room // 2)
        wide = metrics.horizontalAdvance(behind)
        title = metrics.elidedText(code.title, Qt.TextElideMode.ElideRight, room - wide - 12)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._small)
        painter.setPen(theme.current().color("ink"))
        painter.drawText(QRect(left, top, room, line.height()), middle, title)
        if behind:
            left += metrics.horizontalAdvance(title) + 10
            painter.setPen(theme.current().color(color))
            painter.drawText(QRect(left, top, wide + 2, line.height()), middle, behind)
        return top + self._small_line + 3
