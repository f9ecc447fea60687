"""How the table of codes is painted: badges, numbers, and α on a scale with lines of reference."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from qcode.model.agreement import Coefficient
from qcode.ui.itemmodels.review_codes import ReviewCodes
from qcode.ui.itemmodels.review_columns import COLUMNS, Column, Row
from qcode.ui.itemmodels.review_words import NONE
from qcode.ui.shell import theme
from qcode.ui.widgets.code_badge import BADGE, paint_code_badge

Index = QModelIndex | QPersistentModelIndex
PAD = 5  # pixels at both sides of a cell
AIR = 4  # above and below the words
_DOT = 3.2  # radius of the sign on the scale
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class CodeCells(QStyledItemDelegate):
    """Paints rows of ``ReviewCodes``; a number that is not defined stands back in grey.

    ``lines`` are the values at which the literature draws a line.
    """

    def __init__(self, view: QTableView, rows: ReviewCodes) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self.lines: Sequence[float] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, option.fontMetrics.lineSpacing() + 2 * AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = self._rows.row(index.row()), COLUMNS[index.column()]
        if row is None:
            return
        shown = theme.current()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, shown.color("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, shown.color("hover"))
        font = QFont(option.font)
        if row.code is None:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        area = option.rect.adjusted(PAD, 0, -PAD, 0)
        if column is Column.SCALE:
            self._scale(painter, QRectF(area), row)
        elif column is Column.CODE:
            self._name(painter, area, row)
        else:
            words = self._rows.words(row, column)
            quiet = words in (NONE, "") or column is Column.INTERVAL
            painter.setPen(shown.color("muted" if quiet else "ink"))
            painter.drawText(area, _RIGHT, words)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if focused and index == self._view.currentIndex():
            painter.setPen(QPen(shown.color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75))
        painter.restore()

    def _name(self, painter: QPainter, area: QRect, row: Row) -> None:
        shown = theme.current()
        if row.code is not None:
            badge = QRectF(area.left(), area.top(), BADGE + 2, area.height())
            paint_code_badge(painter, badge, row.code.kind, row.code.color)
            area = area.adjusted(BADGE + 8, 0, 0, 0)
        painter.setPen(shown.color("ink"))
        words = painter.fontMetrics().elidedText(
            self._rows.words(row, Column.CODE), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, _LEFT, words)

    def _scale(self, painter: QPainter, area: QRectF, row: Row) -> None:
        """Draw 0 to 1 as a line, the lines of the literature across it, the value and interval."""
        shown = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = area.center().y()
        left, width = area.left() + _DOT, area.width() - 2 * _DOT

        def x(value: float) -> float:
            return left + width * min(max(value, 0.0), 1.0)

        painter.setPen(QPen(shown.color("line"), 1))
        painter.drawLine(QPointF(x(0), middle), QPointF(x(1), middle))
        painter.setPen(QPen(shown.color("edge"), 1))
        for value in (0.0, 1.0):
            painter.drawLine(QPointF(x(value), middle - 2), QPointF(x(value), middle + 2))
        painter.setPen(QPen(shown.color("edge"), 1, Qt.PenStyle.DotLine))
        for value in self.lines:
            painter.drawLine(QPointF(x(value), area.top()), QPointF(x(value), area.bottom()))
        alpha = row.measured.get(Coefficient.KRIPPENDORFF_ALPHA)
        if alpha is None:
            return
        if row.measured.interval is not None:
            low, high = row.measured.interval
            painter.setPen(QPen(shown.color("accent"), 2))
            painter.drawLine(QPointF(x(low), middle), QPointF(x(high), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.color("accent"))
        if alpha < 0:  # outside of the scale: an arrow to where it would be
            point = QPointF(x(0), middle)
            painter.drawPolygon(
                [point, point + QPointF(_DOT * 2, -_DOT), point + QPointF(_DOT * 2, _DOT)]
            )
        else:
            painter.drawEllipse(QPointF(x(alpha), middle), _DOT, _DOT)
