"""How tables with tints look and are used: cell by cell, by mouse and by keys."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qcode.ui.itemmodels.review_matrices import NOTHING, Matrix
from qcode.ui.itemmodels.review_words import NONE
from qcode.ui.shell import theme
from qcode.ui.shell.theme import contrast, mixed
from qcode.ui.workspaces.review.opened_table import OpenedTable

Index = QModelIndex | QPersistentModelIndex
WARM = "#d0663c"
"""Ground of what coders do not share; the accent is that of what they do."""
_READABLE = 4.6  # contrast of the words on a tint, with a margin for rounding
_WIDEST = 170  # pixels of the titles of rows
_NARROWEST, _PAD = 44, 14
_LINES = 2  # of a head of columns
_LOOKED_AT = 60  # titles, for the widths of all


@lru_cache(maxsize=512)
def ground(color: str, paper: str, ink: str, steps: int) -> str:
    """Return a tint of ``steps`` of 20 on which ``ink`` stays readable."""
    share = 0.08 + 0.62 * steps / 20
    tint = mixed(color, paper, share)
    while contrast(tint, ink) < _READABLE and share > 0.05:
        share *= 0.9
        tint = mixed(color, paper, share)
    return tint


class MatrixView(OpenedTable):
    """Shows a ``Matrix``; ``opened`` tells of a cell that was clicked, or entered with Enter."""

    def __init__(self, rows: Matrix, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setHorizontalHeader(_Titles(self))
        self.setVerticalHeader(_Heads(Qt.Orientation.Vertical, self))
        self.setModel(rows)
        self.setItemDelegate(_Tints(self, rows))
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setHighlightSections(False)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setMinimumSectionSize(20)
            head.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Give the sections the room that their words take."""
        head, side, metrics = self.horizontalHeader(), self.verticalHeader(), self.fontMetrics()
        rows, columns = self._rows.size()
        small = QFontMetrics(head.font())
        names = [
            small.horizontalAdvance(self._rows.head(Qt.Orientation.Vertical, at))
            for at in range(min(rows, _LOOKED_AT))
        ]
        side.setFixedWidth(min(max(names, default=0) + 2 * _PAD, _WIDEST))
        side.setDefaultSectionSize(metrics.lineSpacing() + 8)
        head.setFixedHeight(small.lineSpacing() * self.lines() + 12)
        heads = [
            small.horizontalAdvance(str(self._rows.headerData(at, Qt.Orientation.Horizontal)))
            for at in range(min(columns, _LOOKED_AT))
        ]
        widest = max(heads, default=0) // self.lines() + 2 * _PAD
        wanted = min(max(widest, self.narrowest()), self.widest())
        head.setDefaultSectionSize(wanted)

    def lines(self) -> int:
        """Return how many lines the titles of columns may take."""
        return _LINES

    def narrowest(self) -> int:
        """Return the least width of a column."""
        return _NARROWEST

    def widest(self) -> int:
        """Return the greatest width of a column."""
        return 92


class _Heads(QHeaderView):
    """Heads whose size is set: Qt would ask the model for thousands of things to work it out."""

    def __init__(self, orientation: Qt.Orientation, view: MatrixView) -> None:
        super().__init__(orientation, view)
        self._view = view
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self.minimumHeight())


class _Titles(_Heads):
    """Heads of columns: what does not fit in the first line goes on in the next."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        shown, metrics = theme.current(), QFontMetrics(self.font())
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        area = rect.adjusted(4, 4, -4, -5)
        lines = broken(words, metrics, area.width(), self._view.lines())
        painter.save()
        painter.fillRect(rect, shown.color("panel"))
        painter.setPen(shown.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(self.font())
        painter.setPen(shown.color("muted"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), "\n".join(lines))
        painter.restore()


def broken(words: str, metrics: QFontMetrics, width: int, lines: int) -> list[str]:
    """Break words into so many lines at most; what is left over is shortened with …"""
    found: list[str] = []
    rest = words
    while rest and len(found) < lines - 1 and metrics.horizontalAdvance(rest) > width:
        fitting = len(rest)
        while fitting > 1 and metrics.horizontalAdvance(rest[:fitting]) > width:
            fitting -= 1
        blank = rest.rfind(" ", 0, fitting + 1)
        # A single word that is too long is broken where the line ends, as Chinese always is.
        at = blank if blank > 0 else fitting
        found.append(rest[:at].strip())
        rest = rest[at:].strip()
    return [*found, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]


class _Tints(QStyledItemDelegate):
    """Paints words on the tint of their cell."""

    def __init__(self, view: QTableView, rows: Matrix) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_NARROWEST, option.fontMetrics.lineSpacing() + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown, row, column = theme.current(), index.row(), index.column()
        painter.save()
        tint = self._rows.tint(row, column)
        area = option.rect.adjusted(0, 0, -1, -1)  # a thin line of paper between the cells
        if tint is not None:
            color = shown.accent if tint.agreed else WARM
            painter.fillRect(
                area, QColor(ground(color, shown.paper, shown.ink, round(tint.share * 20)))
            )
        words = self._rows.words(row, column)
        painter.setPen(shown.color("muted" if words in (NONE, NOTHING) else "ink"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), words)
        current = index == self._view.currentIndex()
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if current or pointed:
            focused = current and self._view.hasFocus()
            painter.setPen(QPen(shown.color("accent" if focused else "edge"), 2 if focused else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()
