"""Rows of the list of commands: what fits, and how a row looks and reads."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qcode.ui.shell import theme
from qcode.ui.shell.commands import Command
from qcode.ui.shell.i18n import joined

_PAD, _GAP = 10, 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Found(NamedTuple):
    """A command that fits, and which letters of its text were typed."""

    command: Command
    letters: frozenset[int] = frozenset()


class CommandRows(QAbstractListModel):
    """The commands that fit, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: list[Found] = []

    def show_found(self, found: list[Found]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def at(self, row: int) -> Found | None:
        """What stands in ``row``, None outside."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def all(self) -> list[Found]:
        """What stands in all rows."""
        return self._found

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.at(index.row())
        if found is None:
            return None
        command = found.command
        if role == Qt.ItemDataRole.DisplayRole:
            return command.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return joined((command.text, command.path, command.keys, command.missing), "facts")
        return None


class CommandDelegate(QStyledItemDelegate):
    """Paints text with the typed letters bold, menu, and keys or what is missing."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(160, row_height(QFontMetrics(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        shown = theme.current()
        found = index.model().at(index.row())
        command = found.command
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(shown.accent_soft))
            painter.setPen(QPen(QColor(shown.accent), 1))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
        area = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        right = command.missing or command.keys
        aside = QFont(option.font)
        aside.setItalic(bool(command.missing))
        width = QFontMetrics(aside).horizontalAdvance(right)
        painter.setFont(aside)
        painter.setPen(QColor(shown.muted))
        painter.drawText(area, _RIGHT, right)
        if right:
            area.adjust(0, 0, -width - _GAP, 0)
        painter.setPen(QColor(shown.muted if command.missing else shown.ink))
        area.adjust(self._words(painter, option.font, area, found) + _GAP, 0, 0, 0)
        if command.path and area.width() > 40:
            metrics = QFontMetrics(option.font)
            path = metrics.elidedText(command.path, Qt.TextElideMode.ElideRight, area.width())
            painter.setFont(option.font)
            painter.setPen(QColor(shown.muted))
            painter.drawText(area, _LEFT, path)
        painter.restore()

    def _words(self, painter: QPainter, font: QFont, area: QRect, found: Found) -> int:
        """Draw the text, its typed letters bold; returns the width used."""
        heavy = QFont(font)
        heavy.setBold(True)
        text, used = found.command.text, 0
        start = 0
        while start < len(text) and used < area.width():
            bold = start in found.letters
            end = start + 1
            while end < len(text) and (end in found.letters) is bold:
                end += 1
            piece = heavy if bold else font
            metrics = QFontMetrics(piece)
            room = area.width() - used
            words = metrics.elidedText(text[start:end], Qt.TextElideMode.ElideRight, room)
            painter.setFont(piece)
            painter.drawText(area.adjusted(used, 0, 0, 0), _LEFT, words)
            used += metrics.horizontalAdvance(words)
            start = end
        return used


def row_height(metrics: QFontMetrics) -> int:
    """Height of a row in pixels for the interface's font."""
    return metrics.height() + 12
