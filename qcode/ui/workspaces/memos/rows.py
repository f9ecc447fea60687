"""Memos as rows, and how a row looks."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qcode.model.records import MemoRecord
from qcode.ui.itemmodels.passage_rows import edits
from qcode.ui.shell import theme
from qcode.ui.shell.i18n import day, joined, say
from qcode.ui.workspaces.memos.things import Things

MEMO = Qt.ItemDataRole.UserRole
WORDS = Qt.ItemDataRole.UserRole + 1
NOTE = Qt.ItemDataRole.UserRole + 2

_MANY = 60  # rows that come and go at once from which the list is shown anew
_PAD, _GAP, _AIR, _EDGE = 10, 7, 6, 5
_ELIDE = Qt.TextElideMode.ElideRight


class MemoRows(QAbstractListModel):
    """Memos in the order in which they are given; words are made when a row is painted."""

    def __init__(self, things: Things, parent: QObject) -> None:
        super().__init__(parent)
        self._things = things
        self.memos: list[MemoRecord] = []

    def show_memos(self, memos: list[MemoRecord]) -> None:
        """Become other rows, with as little disturbance as possible."""
        old = self.memos
        steps = edits([one.id for one in old], [one.id for one in memos], _MANY)
        if steps is None:
            self.beginResetModel()
            self.memos = list(memos)
            self.endResetModel()
            return
        none = QModelIndex()
        for first, count in steps.removed:
            self.beginRemoveRows(none, first, first + count - 1)
            del self.memos[first : first + count]
            self.endRemoveRows()
        for first, count in steps.inserted:
            self.beginInsertRows(none, first, first + count - 1)
            self.memos[first:first] = memos[first : first + count]
            self.endInsertRows()
        changed = [
            row for row, (was, now) in enumerate(zip(self.memos, memos, strict=True)) if was != now
        ]
        self.memos = list(memos)
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def renamed(self) -> None:
        """What memos are attached to, or link to, is called otherwise now."""
        if self.memos:
            self.dataChanged.emit(self.index(0), self.index(len(self.memos) - 1))

    def row_of(self, memo_id: int | None) -> int:
        """Return the row of a memo, -1 where it is not shown."""
        return next((row for row, one in enumerate(self.memos) if one.id == memo_id), -1)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.memos)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        memo = self.memos[index.row()]
        if role == MEMO:
            return memo
        if role in (WORDS, Qt.ItemDataRole.DisplayRole):
            return self._things.first_words(memo) or self.tr("(still empty)")
        if role == NOTE:
            return self._things.line(memo)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            parts = (
                self._things.first_words(memo) or self.tr("(still empty)"),
                say(memo.kind.label),
                memo.coder,
                day(memo.modified),
                self._things.line(memo),
            )
            return joined(parts, "facts")
        return None


class MemoRowDelegate(QStyledItemDelegate):
    """Paints a memo in two lines: its first words; kind, what it is attached to, coder and day."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        del index
        small = QFontMetrics(_small(option.font)).lineSpacing()
        return QSize(160, option.fontMetrics.lineSpacing() + small + 2 * _AIR + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        memo: MemoRecord = index.data(MEMO)
        shown = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        area = option.rect.adjusted(_PAD, _AIR, -_PAD, -_AIR)
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        painter.setPen(shown.color("ink" if memo.title or memo.body else "muted"))
        top = QRect(area.left(), area.top(), area.width(), metrics.lineSpacing())
        words = metrics.elidedText(index.data(WORDS), _ELIDE, top.width())
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, words)
        self._paint_note(painter, option, index, area.adjusted(0, metrics.lineSpacing() + 2, 0, 0))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        shown = theme.current()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.color("accent_soft" if selected else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(shown.color("accent"), 1.5))
            painter.drawRoundedRect(box, 6, 6)

    def _paint_note(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex, area: QRect
    ) -> None:
        memo: MemoRecord = index.data(MEMO)
        shown = theme.current()
        small = _small(option.font)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        right = " · ".join(filter(None, (memo.coder, day(memo.modified))))
        right = metrics.elidedText(right, _ELIDE, area.width() // 2)
        painter.setPen(shown.color("muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, right)
        area = area.adjusted(0, 0, -metrics.horizontalAdvance(right) - _GAP, 0)
        kind = metrics.elidedText(say(memo.kind.label), _ELIDE, area.width() - 2 * _EDGE)
        badge = QRectF(area.left(), area.top(), metrics.horizontalAdvance(kind) + 2 * _EDGE, 0)
        badge.setHeight(metrics.lineSpacing() + 1)
        painter.setPen(QPen(shown.color("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(badge.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(shown.color("ink"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, kind)
        area = area.adjusted(round(badge.width()) + _GAP, 0, 0, 0)
        if area.width() > 30:
            note = metrics.elidedText(index.data(NOTE), _ELIDE, area.width())
            painter.setPen(shown.color("muted"))
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, note)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.87)
    return small
