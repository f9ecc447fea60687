"""How a step looks in the history: what it was, when and by whom, whether it still stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qcode.ui.shell import icons, theme

if TYPE_CHECKING:
    from typing import Protocol

    from qcode.model.records import HistoryStep

    class Row(Protocol):
        """What the model gives under ``ROW``."""

        step: HistoryStep
        label: str
        time: str
        now: bool


ROW = Qt.ItemDataRole.UserRole

_PAD, _MARK, _GAP, _AIR = 13, 16, 8, 5


class HistoryDelegate(QStyledItemDelegate):
    """Paints steps in two lines and the names of days; all rows are equally high."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del index
        small = QFontMetrics(_small(option.font)).lineSpacing()
        return QSize(120, option.fontMetrics.lineSpacing() + small + 2 * _AIR)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row | None = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row is None:
            self._paint_day(painter, option, index.data(Qt.ItemDataRole.DisplayRole) or "")
        else:
            self._paint_ground(painter, option)
            self._paint_mark(painter, option.rect, row)
            self._paint_words(painter, option, row)
        painter.restore()

    def _paint_day(self, painter: QPainter, option: QStyleOptionViewItem, name: str) -> None:
        font = _small(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.current().color("muted"))
        area = option.rect.adjusted(_PAD, 0, -_PAD, -_AIR)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(area, flags, name)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        shown = theme.current()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.color("accent_soft" if selected else "hover"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(shown.color("accent"), 1.5))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_mark(self, painter: QPainter, area: QRect, row: Row) -> None:
        """A ring where the project stands, a dot for a step, an arrow for undo and redo."""
        shown = theme.current()
        middle = QPointF(area.left() + _PAD + _MARK / 2, area.center().y() + 0.5)
        if row.step.kind in ("undo", "redo"):
            picture = icons.pixmap(row.step.kind, _MARK, shown.muted)
            painter.drawPixmap(middle - QPointF(_MARK / 2, _MARK / 2), picture)
        elif row.now:
            painter.setPen(QPen(shown.color("accent"), 2))
            painter.setBrush(shown.color("paper"))
            painter.drawEllipse(middle, 5, 5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.color("accent"))
            painter.drawEllipse(middle, 2.2, 2.2)
        elif row.step.undone:
            painter.setPen(QPen(shown.color("muted"), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 3, 3)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.color("accent" if row.step.can_undo_to else "muted"))
            painter.drawEllipse(middle, 3, 3)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        shown = theme.current()
        quiet = row.step.undone or row.step.kind != "do"
        area = option.rect.adjusted(_PAD + _MARK + _GAP, _AIR, -_PAD, -_AIR)
        font = QFont(option.font)
        font.setStrikeOut(row.step.undone)
        if row.now:
            font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(shown.color("muted" if quiet else "ink"))
        top = QRect(area.left(), area.top(), area.width(), metrics.lineSpacing())
        label = metrics.elidedText(row.label, Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, label)
        small = _small(option.font)
        metrics = QFontMetrics(small)
        parts = [row.time, row.step.coder]
        if row.now:
            parts.append(self.tr("the project stands here"))
        elif row.step.undone:
            parts.append(self.tr("undone"))
        below = QRect(area.left(), top.bottom() + 1, area.width(), metrics.lineSpacing())
        note = metrics.elidedText(" · ".join(parts), Qt.TextElideMode.ElideRight, below.width())
        painter.setFont(small)
        painter.setPen(shown.color("accent" if row.now else "muted"))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, note)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.87)
    return made
