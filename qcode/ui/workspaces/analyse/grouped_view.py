"""Rows in two lines below headings that fold; the lower line is a way to somewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qcode.ui.itemmodels.grouped_rows import COUNT, LOWER, TOP, GroupedRows
from qcode.ui.shell import theme
from qcode.ui.widgets.choosing import choose_only
from qcode.ui.widgets.ledger_view import LedgerView

Index = QModelIndex | QPersistentModelIndex
_PAD, _AIR = 8, 6
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class GroupedView(LedgerView):
    """Shows ``GroupedRows``. Headings that a person folds stay folded when all is read again."""

    def __init__(self, rows: GroupedRows) -> None:
        super().__init__()
        self._rows = rows
        self._folded: set[object] = set()
        self._filling = False
        self._lines = _TwoLines(self)
        self.setItemDelegate(self._lines)
        self.setUniformRowHeights(False)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(True)
        self.setProperty("bare", True)
        self.setSelectionMode(LedgerView.SelectionMode.SingleSelection)
        self.setModel(rows)
        self.collapsed.connect(lambda index: self._fold(index, True))
        self.expanded.connect(lambda index: self._fold(index, False))

    def show_records(self, records: list[object]) -> None:
        """Show these records and stay at the one with the cursor, if it is among them."""
        before = self._rows.record(self.currentIndex())
        if not self._rows.show_records(records):
            return
        self._filling = True
        for row, kind in enumerate(self._rows.kinds()):
            self.setExpanded(self._rows.index(row, 0), kind not in self._folded)
        self._filling = False
        place = self._rows.place_of(before) if before is not None else QModelIndex()
        choose_only(self, place if place.isValid() else self._rows.first())

    def toggle(self, heading: QModelIndex) -> None:
        """Open or close what is below a heading."""
        self.setExpanded(heading, not self.isExpanded(heading))

    def _fold(self, index: QModelIndex, folded: bool) -> None:
        if self._filling:
            return
        kind = self._rows.kinds()[index.row()]
        if folded:
            self._folded.add(kind)
        else:
            self._folded.discard(kind)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lines.forget_sizes()
        super().changeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        where = event.position().toPoint()
        index = self.indexAt(where)
        if event.button() == Qt.MouseButton.LeftButton and index.parent().isValid():
            lower = self._lines.lower(self.visualRect(index), self.font(), index.data(LOWER))
            if lower.contains(where):
                self.opened.emit(index)


class _TwoLines(QStyledItemDelegate):
    """Paints a heading with its number in one line, a row in two."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sizes: dict[bool, QSize] = {}  # of a heading and of a row

    def forget_sizes(self) -> None:
        """The font may be another one."""
        self._sizes.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        below = index.internalId() != TOP
        found = self._sizes.get(below)
        if found is None:
            lines = 2 if below else 1
            found = QSize(200, lines * option.fontMetrics.lineSpacing() + 2 * _AIR)
            self._sizes[below] = found
        return found

    def lower(self, row: QRect, font: QFont, words: str) -> QRect:
        """Return where the lower line of a row is written that takes the place ``row``."""
        metrics = QFontMetrics(font)
        high = metrics.lineSpacing()
        width = min(metrics.horizontalAdvance(words), row.width() - 2 * _PAD)
        return QRect(row.left() + _PAD, row.top() + _AIR + high, width, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = theme.current()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, shown.color("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, shown.color("hover"))
        if index.parent().isValid():
            self._paint_row(painter, option, index)
        else:
            self._paint_heading(painter, option, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = theme.current()
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        area = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.setFont(font)
        painter.setPen(shown.color("ink"))
        words = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, area.width() - 60)
        painter.drawText(area, _LEFT, words)
        painter.setFont(option.font)
        painter.setPen(shown.color("muted"))
        behind = area.adjusted(metrics.horizontalAdvance(words) + 10, 0, 0, 0)
        painter.drawText(behind, _LEFT, str(index.data(COUNT)))

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown, metrics = theme.current(), QFontMetrics(option.font)
        painter.setFont(option.font)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        upper = option.rect.adjusted(_PAD, _AIR, -_PAD, 0)
        upper.setHeight(metrics.lineSpacing())
        for area, words, role in (
            (upper, index.data(), "ink"),
            (
                upper.translated(0, upper.height()),
                index.data(LOWER),
                "accent" if hovered else "muted",
            ),
        ):
            painter.setPen(shown.color(role))
            fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, _LEFT, fitting)
