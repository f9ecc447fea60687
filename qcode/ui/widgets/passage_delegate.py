"""How a passage looks in a list: label, document and coder, three lines of words, code and memo."""

from __future__ import annotations

import math

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qcode.model.records import Code, Passage
from qcode.ui.shell import icons, theme
from qcode.ui.shell.fonts import reading_font
from qcode.ui.widgets.code_badge import BADGE, paint_code_badge

LINES = 3
"""Lines of a quotation at most."""

PASSAGE = Qt.ItemDataRole.UserRole
CODE = Qt.ItemDataRole.UserRole + 1

_PAD, _TOP, _GAP = 13, 7, 8
_LONGEST = 1_200  # code points of a quotation that can show in three lines of any width


class PassageDelegate(QStyledItemDelegate):
    """Paints the ``Passage`` under ``PASSAGE`` and, where given, the ``Code`` under ``CODE``.

    A row is as high as its words need. With ``uniform`` all rows are as high as the highest can
    be, which spares a list of thousands the measuring.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.uniform = False
        self._lines: dict[str, int] = {}
        self._width = 0
        self._serif = QFont()
        self._small = QFont()
        self.refresh_fonts()

    def refresh_fonts(self) -> None:
        """Take the fonts of the program again."""
        base = QApplication.font()
        self._serif = reading_font(base.pointSizeF() * 1.06)
        self._small = QFont(base)
        self._small.setPointSizeF(base.pointSizeF() * 0.87)
        self._metrics = QFontMetrics(self._serif)
        self._serif_line = self._metrics.lineSpacing()
        self._small_line = QFontMetrics(self._small).lineSpacing()
        self._lines.clear()

    # ------------------------------------------------------------------ size

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        if self.uniform:
            below, lines = True, LINES
        else:
            passage: Passage = index.data(PASSAGE)
            below = bool(passage.memo) or index.data(CODE) is not None
            lines = self._lines_of(passage.quote, self._text_width(option))
        height = 2 * _TOP + self._small_line + 2 + lines * self._serif_line
        return QSize(120, height + (self._small_line + 3 if below else 0))

    def _text_width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        width = view.viewport().width() if view is not None else option.rect.width()
        return max(60, width - 2 * _PAD)

    def _lines_of(self, quote: str, width: int) -> int:
        if width != self._width:
            self._width = width
            self._lines.clear()
        found = self._lines.get(quote)
        if found is None:
            found = self._lines[quote] = self._count_lines(quote, width)
        return found

    def _count_lines(self, quote: str, width: int) -> int:
        # Breaking lines takes ten times as long as measuring, and mostly one can tell without.
        advance = self._metrics.horizontalAdvance(" ".join(quote[:_LONGEST].split()))
        if advance <= width:
            return 1
        if advance > LINES * width:
            return LINES
        return min(LINES, len(self._laid_out(quote, width)[1]))

    def _laid_out(self, quote: str, width: int) -> tuple[QTextLayout, list[tuple[int, int]]]:
        """Break a quotation into lines: up to one more than are shown, as ``(start, length)``."""
        layout = QTextLayout(" ".join(quote[:_LONGEST].split()), self._serif)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        lines = []
        while len(lines) <= LINES:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, len(lines) * self._serif_line))
            lines.append((line.textStart(), line.textLength()))
        layout.endLayout()
        return layout, lines

    # ------------------------------------------------------------------ painting

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        passage: Passage = index.data(PASSAGE)
        code: Code | None = index.data(CODE)
        shown = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        area = option.rect.adjusted(_PAD, _TOP, -_PAD, -_TOP)
        self._paint_top(painter, area, passage)
        place = area.top() + self._small_line + 2
        lines = self._paint_quote(painter, area, place, passage.quote)
        place += lines * self._serif_line + 3
        if code is not None or passage.memo:
            self._paint_below(painter, area, place, code, passage.memo)
        painter.setPen(QPen(shown.color("line"), 1))
        bottom = option.rect.bottom() + 0.5
        painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        shown = theme.current()
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.color("accent_soft" if selected else "hover"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(shown.color("accent"), 1.5))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -2), 6, 6)

    def _paint_top(self, painter: QPainter, area: QRect, passage: Passage) -> None:
        shown = theme.current()
        line = QRect(area.left(), area.top(), area.width(), self._small_line)
        right = line.right()
        if passage.typical:
            edge = min(14, self._small_line)
            star = icons.pixmap("typical", edge, shown.accent)
            right -= edge
            painter.drawPixmap(QPointF(right, line.center().y() - edge / 2 + 0.5), star)
            right -= _GAP
        metrics = QFontMetrics(self._small)
        painter.setFont(self._small)
        painter.setPen(shown.color("muted"))
        coder = metrics.elidedText(
            passage.coder, Qt.TextElideMode.ElideRight, max(20, area.width() // 4)
        )
        width = metrics.horizontalAdvance(coder)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(right - width, line.top(), width + 1, line.height()), middle, coder)
        right -= width + _GAP
        bold = QFont(self._small)
        bold.setWeight(QFont.Weight.DemiBold)
        label = QFontMetrics(bold).elidedText(
            passage.label, Qt.TextElideMode.ElideMiddle, max(40, (right - line.left()) * 2 // 3)
        )
        painter.setFont(bold)
        painter.setPen(shown.color("accent"))
        painter.drawText(line, middle, label)
        left = line.left() + QFontMetrics(bold).horizontalAdvance(label) + _GAP
        # A document without a label of its own is named in the passage's label already.
        if not passage.label.startswith(passage.document) and right > left + 20:
            painter.setFont(self._small)
            painter.setPen(shown.color("muted"))
            name = metrics.elidedText(passage.document, Qt.TextElideMode.ElideRight, right - left)
            painter.drawText(QRect(left, line.top(), right - left, line.height()), middle, name)

    def _paint_quote(self, painter: QPainter, area: QRect, top: int, quote: str) -> int:
        layout, lines = self._laid_out(quote, area.width())
        painter.setPen(QColor(theme.current().ink))
        count = min(LINES, len(lines))
        for number in range(count):
            line = layout.lineAt(number)
            if number == LINES - 1 and len(lines) > LINES:
                words = _from_unit(layout.text(), lines[number][0])
                cut = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
                painter.setFont(self._serif)
                row = QRect(
                    area.left(), top + number * self._serif_line, area.width(), self._serif_line
                )
                painter.drawText(row, Qt.AlignmentFlag.AlignTop, cut)
            else:
                line.draw(painter, QPointF(area.left(), top))
        return count

    def _paint_below(
        self, painter: QPainter, area: QRect, top: int, code: Code | None, memo: str
    ) -> None:
        shown = theme.current()
        metrics = QFontMetrics(self._small)
        painter.setFont(self._small)
        painter.setPen(shown.color("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        edge = min(14, self._small_line)
        left = area.left()
        line = QRect(left, top, area.width(), self._small_line)
        if code is not None:
            badge = QRectF(left, line.top(), BADGE, line.height())
            paint_code_badge(painter, badge, code.kind, code.color)
            left += BADGE + 5
            room = area.right() - left if not memo else math.floor((area.right() - left) * 0.55)
            title = metrics.elidedText(code.title, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, top, room, line.height()), middle, title)
            left += metrics.horizontalAdvance(title) + 2 * _GAP
        if memo and left < area.right() - 30:
            picture = icons.pixmap("memo", edge, shown.muted)
            painter.drawPixmap(QPointF(left, line.center().y() - edge / 2 + 0.5), picture)
            left += edge + 4
            first = memo.strip().split("\n", 1)[0]
            words = metrics.elidedText(first, Qt.TextElideMode.ElideRight, area.right() - left)
            painter.drawText(QRect(left, top, area.right() - left, line.height()), middle, words)


def _from_unit(text: str, unit: int) -> str:
    """Return ``text`` from a place that Qt counts in UTF-16 units."""
    return text.encode("utf-16-le", "surrogatepass")[2 * unit :].decode("utf-16-le", "replace")
