"""A table of rows that are used: by Enter or a double click, with a tick that Space sets."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

_LOOKED_AT = 40  # rows, for the widths of columns
_PADDING = 26  # pixels around the words of a cell
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LedgerView(QTreeView):
    """Whole rows are chosen; ``tick`` is the column that has a check box, -1 without one.

    Tables here have no branches, or branches that Qt's own keys open.
    """

    opened = Signal(QModelIndex)
    """Enter on a row, or a double click on a cell."""

    tickWanted = Signal()
    """Space: what is ticked on the chosen rows is to change."""

    def __init__(self, tick: int = -1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tick = tick
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.header().setHighlightSections(False)
        self.header().setMinimumSectionSize(50)
        self.doubleClicked.connect(self._double_clicked)

    def chosen_rows(self) -> list[int]:
        """Return the rows that are chosen, from above."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def fit_columns(self, most: int = 320) -> None:
        """Make columns as wide as what they show at the top, ``most`` pixels at most.

        Qt's own way asks the model for a thousand rows, whenever anything changes.
        """
        model, head, metrics = self.model(), self.header(), self.fontMetrics()
        rows = range(min(model.rowCount(), _LOOKED_AT))
        for column in range(model.columnCount()):
            words = [str(model.index(row, column).data() or "") for row in rows]
            words.append(str(model.headerData(column, Qt.Orientation.Horizontal) or ""))
            widest = max(metrics.horizontalAdvance(one) for one in words)
            head.resizeSection(column, min(widest, most) + _PADDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in _ENTER and current.isValid():
            # The whole row, whichever of its cells Qt takes for the current one.
            self.opened.emit(current.siblingAtColumn(0))
        elif event.key() == Qt.Key.Key_Space and self._tick >= 0:
            self.tickWanted.emit()
        else:
            super().keyPressEvent(event)

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() != self._tick:
            self.opened.emit(index)
