"""Rows of the palette: a model of the few codes that fit, and how a row looks."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qcode.ui.shell.theme import Theme
from qcode.ui.widgets.palette_match import PaletteMatch

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_PAD, _DOT, _GAP = 10, 9, 8


class PaletteModel(QAbstractListModel):
    """At most fifty codes and, last, the offer to create one (``new_name``)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matches: list[PaletteMatch] = []
        self._new_name = ""

    def show_matches(self, matches: list[PaletteMatch], new_name: str) -> None:
        """Replace all rows; an empty ``new_name`` means that nothing is offered."""
        self.beginResetModel()
        self._matches, self._new_name = matches, new_name
        self.endResetModel()

    def match_at(self, row: int) -> PaletteMatch | None:
        """The code in ``row``; None in the row that offers a new one, or outside."""
        return self._matches[row] if 0 <= row < len(self._matches) else None

    @property
    def new_name(self) -> str:
        """Name of the code that is offered, or nothing."""
        return self._new_name

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self._matches) + bool(self._new_name)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        match = self.match_at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if match is None:
                return self.tr("＋ new concept “{name}”").format(name=self._new_name)
            return " ".join(filter(None, (match.item.number, match.item.name)))
        if role == Qt.ItemDataRole.ToolTipRole and match is not None:
            parts = (match.item.kind_label, match.item.path, self._passages(match.item.count))
            return " · ".join(filter(None, parts))
        return None

    def _passages(self, count: int) -> str:
        return self.tr("{count} passages").format(count=count)


class PaletteDelegate(QStyledItemDelegate):
    """Paints a row: dot, number, name with the typed letters bold, category, hint."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(120, row_height(QFontMetrics(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        theme = self._theme
        area = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current:
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 5, 5)
        inner = area.adjusted(_PAD, 0, -_PAD, 0)
        if current:
            inner = self._hint(painter, option, inner)
        match = index.model().match_at(index.row())
        if match is None:
            text = index.data(Qt.ItemDataRole.DisplayRole)
            self._words(painter, option.font, inner, text, ())
        else:
            self._code(painter, option, inner, match)
        painter.restore()

    def _hint(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> QRect:
        font = QFont(option.font)
        font.setPointSizeF(max(6.0, font.pointSizeF() * 0.85))
        text = self.tr("Enter")
        width = QFontMetrics(font).horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return area.adjusted(0, 0, -width - _GAP, 0)

    def _code(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, match: PaletteMatch
    ) -> None:
        item = match.item
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(item.color))
        center = QPointF(area.left() + _DOT / 2, area.center().y() + 0.5)
        painter.drawEllipse(center, _DOT / 2, _DOT / 2)
        area = area.adjusted(_DOT + _GAP, 0, 0, 0)
        if item.number:
            typed = tuple(range(match.number_letters))
            used = self._words(painter, option.font, area, item.number, typed)
            area = area.adjusted(used + _GAP, 0, 0, 0)
        used = self._words(painter, option.font, area, item.name, match.letters)
        area = area.adjusted(used + 2 * _GAP, 0, 0, 0)
        if item.path and area.width() > 40:
            metrics = QFontMetrics(option.font)
            text = metrics.elidedText(item.path, Qt.TextElideMode.ElideRight, area.width())
            painter.setFont(option.font)
            painter.setPen(QColor(self._theme.muted))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, flags, text)

    def _words(
        self, painter: QPainter, font: QFont, area: QRect, text: str, bold: tuple[int, ...]
    ) -> int:
        """Draw ``text`` with some letters bold, shortened to fit; returns the width used."""
        painter.setPen(QColor(self._theme.ink))
        if not bold:
            metrics = QFontMetrics(font)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, area.width()))
            painter.setFont(font)
            painter.drawText(area, _LEFT, text)
            return metrics.horizontalAdvance(text)
        heavy = QFont(font)
        heavy.setBold(True)
        # Measured in bold, so that a row never outgrows its place.
        text = QFontMetrics(heavy).elidedText(
            text, Qt.TextElideMode.ElideRight, max(0, area.width())
        )
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(_bold_ranges(text, bold))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(1, area.width()))
        layout.endLayout()
        top = area.top() + (area.height() - line.height()) / 2
        layout.draw(painter, QPointF(area.left(), top))
        return round(line.naturalTextWidth())


def row_height(metrics: QFontMetrics) -> int:
    """Height of a row in pixels for the interface's font."""
    return metrics.height() + 12


def _bold_ranges(text: str, places: tuple[int, ...]) -> list[QTextLayout.FormatRange]:
    """Format ranges for code points ``places`` of ``text``."""
    ranges = []
    heavy = QTextCharFormat()
    heavy.setFontWeight(QFont.Weight.Bold)
    for place in places:
        if place >= len(text):
            break
        bold = QTextLayout.FormatRange()
        bold.start = len(text[:place].encode("utf-16-le")) // 2
        bold.length = len(text[place].encode("utf-16-le")) // 2
        bold.format = heavy
        ranges.append(bold)
    return ranges
