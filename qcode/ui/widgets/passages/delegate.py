"""How a passage looks in a list: label, document and coder, some lines of words, code and memo."""

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
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QRegion, QTextLayout
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qcode.model.records import Code, Passage
from qcode.ui.shell import icons, theme
from qcode.ui.shell.fonts import reading_font
from qcode.ui.widgets.code_badge import BADGE, paint_code_badge
from qcode.ui.widgets.passages.top_line import GAP, MIDDLE, TopLine
from qcode.ui.widgets.passages.unfolded import UnfoldedPainter
from qcode.ui.widgets.passages.words import flow, from_unit, one_line

LINES = 3
"""Lines of a folded quotation at most."""

PASSAGE = Qt.ItemDataRole.UserRole  # its label included; told of alone where only that changed
CODE = Qt.ItemDataRole.UserRole + 1
AROUND = Qt.ItemDataRole.UserRole + 2
UNLABELLED = Qt.ItemDataRole.UserRole + 3  # the passage, whatever its label: enough to measure it

_LEFT, _RIGHT, _TOP = 22, 13, 7
_LABEL = _LEFT - 2  # where a label begins to show: letters may stand out a little from their place
_AT_ITS_END = Qt.TextElideMode.ElideRight
# As numbers: joining flags is slow in Python.
_SELECTED = QStyle.StateFlag.State_Selected.value
_HOVERED = QStyle.StateFlag.State_MouseOver.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_KEPT = 80  # quotations that stay broken into lines: more than a screen shows
_MEASURED = 1_000  # quotations whose length is kept: some lists of rows that differ in height
_LONGEST = 1_200  # code points of a quotation that can show in a few lines of any width


class PassageDelegate(QStyledItemDelegate):
    """Paints the ``Passage`` under ``PASSAGE`` and, where given, the ``Code`` under ``CODE``.

    What is under ``AROUND`` unfolds a row: all its words, its neighbours, and the codes on it.
    ``dated`` lets rows tell the day of the coding; ``lines`` is how much of a folded one shows.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.exposed: QRegion | None = None  # what of the list is painted now; None: all of it
        self.dated = False
        self.lines = LINES
        self._counted: dict[str, int] = {}  # lines of a quotation at the width that was asked last
        self._advances: dict[str, int] = {}  # and its length in pixels, whatever the width
        self._flows: dict[tuple[str, int, str], tuple[QTextLayout, list[tuple[int, int]]]] = {}
        self._cuts: dict[tuple[str, int], str] = {}
        self._width = 0
        self.refresh_fonts()

    def refresh_fonts(self) -> None:
        """Take the fonts of the program, and its language, again."""
        base = QApplication.font()
        self._serif = reading_font(base.pointSizeF() * 1.06)
        self._small = QFont(base)
        self._small.setPointSizeF(base.pointSizeF() * 0.87)
        self._metrics = QFontMetrics(self._serif)
        self._top = TopLine(self._small)
        self._serif_line = self._metrics.lineSpacing()
        self._small_line = self._top.height
        self._unfolded = UnfoldedPainter(self._serif, self._small)
        self._counted.clear()
        self._advances.clear()
        self._flows.clear()
        self._cuts.clear()

    def set_look(self, *, dated: bool, lines: int) -> None:
        """Let rows tell their day or not, and show so many lines of a folded quotation."""
        self.dated, self.lines = dated, lines
        self._counted.clear()
        self._flows.clear()
        self._cuts.clear()

    # ------------------------------------------------------------------ size

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, self.height(index, option.widget.viewport().width(), False))

    def height(self, index: QModelIndex | QPersistentModelIndex, width: int, uniform: bool) -> int:
        """Height of a row in pixels; with ``uniform`` what the highest folded row needs."""
        frame = 2 * _TOP + self._small_line + 2
        if uniform:
            return frame + self.lines * self._serif_line + self._small_line + 3
        room = max(60, width - _LEFT - _RIGHT)
        passage: Passage = index.data(UNLABELLED)
        code: Code | None = index.data(CODE)
        around = index.data(AROUND)
        if around is not None:
            return frame + self._unfolded.height(passage, around, code, room)
        height = frame + self._lines_of(passage.quote, room) * self._serif_line
        return height + (self._small_line + 3 if passage.memo or code is not None else 0)

    def triangle(self, row: QRect) -> QRect:
        """Where a click folds and unfolds a row that is painted in ``row``."""
        return QRect(row.left(), row.top(), _LEFT, _TOP + self._small_line + 6)

    def label_area(self, row: QRect) -> QRect:
        """Where the label of a row that is painted in ``row`` stands."""
        left, top, width, _ = row.getRect()
        return QRect(left + _LABEL, top, width - _LABEL, _TOP + self._small_line + 2)

    def _lines_of(self, quote: str, width: int) -> int:
        if width != self._width:
            self._width = width
            self._counted.clear()
        found = self._counted.get(quote)
        if found is None:
            found = self._counted[quote] = self._count_lines(quote, width)
        return found

    def _count_lines(self, quote: str, width: int) -> int:
        # Breaking lines takes ten times as long as measuring, and mostly one can tell without.
        advance = self._advances.get(quote)
        if advance is None:
            if len(self._advances) >= _MEASURED:
                self._advances.clear()
            words = one_line(quote[:_LONGEST].strip())
            advance = self._advances[quote] = self._metrics.horizontalAdvance(words)
        if advance <= width:
            return 1
        if advance > self.lines * width:
            return self.lines
        return min(self.lines, len(self._broken(quote, width)[1]))

    def _broken(self, quote: str, width: int) -> tuple[QTextLayout, list[tuple[int, int]]]:
        """Break a quotation into lines: up to one more than are shown."""
        ink = theme.current().ink
        key = (quote, width, ink)
        found = self._flows.get(key)
        if found is None:
            if len(self._flows) >= _KEPT:
                self._flows.clear()
            words = one_line(quote[:_LONGEST].strip())
            found = flow([(words, ink)], self._serif, width, self._serif_line, self.lines + 1)
            self._flows[key] = found
        return found

    # ------------------------------------------------------------------ painting

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        passage: Passage = index.data(PASSAGE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        area = option.rect.adjusted(_LEFT, _TOP, -_RIGHT, -_TOP)
        self._top.paint(painter, area.topLeft(), area.width(), passage, self.dated)
        if not self._only_label(option.rect):
            self._paint_rest(painter, option.rect, area, passage, index)
        painter.restore()

    def _only_label(self, row: QRect) -> bool:
        """Whether nothing but the label is painted anew, as mostly after a step."""
        exposed = self.exposed
        if exposed is None:
            return False
        left, top, width, height = row.getRect()
        label = _TOP + self._small_line + 2
        below = QRect(left, top + label, width, height - label)
        before = QRect(left, top, _LABEL, label)
        return not (exposed.intersects(below) or exposed.intersects(before))

    def _paint_rest(
        self,
        painter: QPainter,
        row: QRect,
        area: QRect,
        passage: Passage,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint all but the first line of a row, and what folds it."""
        code: Code | None = index.data(CODE)
        around = index.data(AROUND)
        self._paint_triangle(painter, row, around is not None)
        place = area.top() + self._small_line + 2
        if around is not None:
            below = QRect(area.left(), place, area.width(), area.height())
            self._unfolded.paint(painter, below, passage, around, code)
        else:
            lines = self._paint_quote(painter, area, place, passage.quote)
            place += lines * self._serif_line + 3
            if code is not None or passage.memo:
                self._paint_below(painter, area, place, code, passage.memo)
        painter.setPen(QPen(theme.current().color("line"), 1))
        bottom = row.bottom() + 0.5
        painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = option.state.value
        if not state & (_SELECTED | _HOVERED | _FOCUSED):
            return
        shown = theme.current()
        selected = bool(state & _SELECTED)
        if selected or state & _HOVERED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.color("accent_soft" if selected else "hover"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)
        if state & _FOCUSED:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(shown.color("accent"), 1.5))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -2), 6, 6)

    def _paint_triangle(self, painter: QPainter, row: QRect, unfolded: bool) -> None:
        edge = min(14, self._small_line)
        picture = icons.pixmap("fold" if unfolded else "unfold", edge, theme.current().muted)
        top = row.top() + _TOP + (self._small_line - edge) / 2
        painter.drawPixmap(QPointF(row.left() + 5, round(top)), picture)

    def _paint_quote(self, painter: QPainter, area: QRect, top: int, quote: str) -> int:
        layout, lines = self._broken(quote, area.width())
        count = min(self.lines, len(lines))
        for number in range(count):
            if number == self.lines - 1 and len(lines) > self.lines:
                words = from_unit(layout.text(), lines[number][0])
                cut = self._cut(words, area.width())
                painter.setFont(self._serif)
                painter.setPen(self._top.inks().ink)
                row = QRect(
                    area.left(), top + number * self._serif_line, area.width(), self._serif_line
                )
                painter.drawText(row, Qt.AlignmentFlag.AlignTop, cut)
            else:
                layout.lineAt(number).draw(painter, QPointF(area.left(), top))
        return count

    def _cut(self, words: str, width: int) -> str:
        """Shorten the last line that shows: of a long passage it would be all the rest of it."""
        found = self._cuts.get((words, width))
        if found is None:
            if len(self._cuts) >= _KEPT:
                self._cuts.clear()
            found = self._metrics.elidedText(words, _AT_ITS_END, width)
            self._cuts[words, width] = found
        return found

    def _paint_below(
        self, painter: QPainter, area: QRect, top: int, code: Code | None, memo: str
    ) -> None:
        inks = self._top.inks()
        painter.setFont(self._small)
        painter.setPen(inks.muted)
        edge = min(14, self._small_line)
        left = area.left()
        line = QRect(left, top, area.width(), self._small_line)
        if code is not None:
            badge = QRectF(left, line.top(), BADGE, line.height())
            paint_code_badge(painter, badge, code.kind, code.color)
            left += BADGE + 5
            room = area.right() - left if not memo else math.floor((area.right() - left) * 0.55)
            title, taken = self._top.cut(code.title, room)
            painter.drawText(QRect(left, top, room, line.height()), MIDDLE, title)
            left += taken + 2 * GAP
        if memo and left < area.right() - 30:
            picture = icons.pixmap("memo", edge, inks.shown.muted)
            painter.drawPixmap(QPointF(left, line.center().y() - edge / 2 + 0.5), picture)
            left += edge + 4
            first = memo.strip().split("\n", 1)[0]
            words = self._top.cut(first, area.right() - left)[0]
            painter.drawText(QRect(left, top, area.right() - left, line.height()), MIDDLE, words)
