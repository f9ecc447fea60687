"""How a row looks that offers something to link: a badge or a mark, words, and a note."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qcode.model.memo_records import LinkKind
from qcode.ui.shell import icons, theme
from qcode.ui.widgets.code_badge import paint_code_badge

_PAD, _MARK, _GAP = 8, 16, 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOTE = 0.4  # of a row's width at most


class LinkRowDelegate(QStyledItemDelegate):
    """Paints codes with their badges, documents and passages with their signs."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(160, row_height(QFontMetrics(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        shown = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(shown.color("accent_soft"))
            painter.setPen(QPen(shown.color("accent"), 1))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
        area = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        mark = QRectF(area.left(), area.center().y() - _MARK / 2 + 1, _MARK, _MARK)
        if row.code is not None:
            paint_code_badge(painter, mark, row.code.kind, row.code.color)
        else:
            name = "document" if row.kind is LinkKind.DOCUMENT else "passages"
            painter.drawPixmap(mark.topLeft(), icons.pixmap(name, _MARK, shown.muted))
        area.adjust(_MARK + _GAP, 0, 0, 0)
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        note = metrics.elidedText(
            row.note, Qt.TextElideMode.ElideRight, round(area.width() * _NOTE)
        )
        painter.setPen(shown.color("muted"))
        painter.drawText(area, _RIGHT, note)
        if note:
            area.adjust(0, 0, -metrics.horizontalAdvance(note) - _GAP, 0)
        painter.setPen(shown.color("ink"))
        words = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _LEFT, words)
        painter.restore()


def row_height(metrics: QFontMetrics) -> int:
    """Height of a row in pixels for the interface's font."""
    return metrics.height() + 10
