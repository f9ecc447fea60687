"""The grid of documents and coders as it is seen and used: like a sheet, by keys and mouse."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from qcode.ui.dialogs.tables import CalmDelegate
from qcode.ui.itemmodels.assignment_grid import DOCUMENT, FIRST, GROUP, AssignmentGrid
from qcode.ui.widgets.choosing import choose_only

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROOM = 9  # pixels above and below the words of a row
_LETTERS = 22  # of a document's name that are seen at least
_NARROWEST, _WIDEST = 60, 120  # pixels of a coder's column
_GROUP = 90  # pixels of the column of groups


class GridView(QTableView):
    """Cells are selected like those of a sheet; ``toggled``: Space, Enter or a double click."""

    toggled = Signal()

    def __init__(self, grid: AssignmentGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        self.setModel(grid)
        self.setItemDelegate(CalmDelegate(self))
        self.setAccessibleName(self.tr("Documents and coders"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROOM)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(_NARROWEST)
        self.setMinimumHeight(160)
        self.doubleClicked.connect(lambda index: index.column() >= FIRST and self.toggled.emit())
        grid.modelReset.connect(self._fit)

    def show_groups(self, shown: bool) -> None:
        """Show the column of groups, or leave it out."""
        self.setColumnHidden(GROUP, not shown)
        self._share_out()

    def width_needed(self) -> int:
        """Pixels at which all columns are seen, the documents' names by some letters at least."""
        bar = self.verticalScrollBar().sizeHint().width()
        return self._least() + self._taken() + bar + 2 * self.frameWidth()

    def chosen_cells(self) -> Iterator[tuple[int, int]]:
        """Give (row, column) of the selected cells of coders in sight."""
        for part in self.selectionModel().selection():
            columns = range(max(part.left(), FIRST), part.right() + 1)
            for row in range(part.top(), part.bottom() + 1):
                if not self.isRowHidden(row):
                    yield from ((row, column) for column in columns)

    # ------------------------------------------------------------------ widths

    def _fit(self) -> None:
        """Measure the columns of other coders than before."""
        header = self.horizontalHeader()
        header.resizeSection(GROUP, _GROUP)
        for column in range(FIRST, self.grid.columnCount()):
            width = header.sectionSizeHint(column)
            header.resizeSection(column, min(max(width, _NARROWEST), _WIDEST))
        self._share_out()
        if not self.currentIndex().isValid() and self.grid.rowCount() and self.grid.coders:
            choose_only(self, self.grid.index(0, FIRST))

    def _share_out(self) -> None:
        """Give the documents the room that the coders leave, or scroll sideways."""
        left = self.viewport().width() - self._taken()
        self.horizontalHeader().resizeSection(DOCUMENT, max(self._least(), left))

    def _least(self) -> int:
        return _LETTERS * self.fontMetrics().averageCharWidth()

    def _taken(self) -> int:
        """Pixels of all columns but the documents' one."""
        return sum(map(self.columnWidth, range(GROUP, self.grid.columnCount())))

    # ------------------------------------------------------------------ events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, *ENTER):
            self.toggled.emit()
        else:
            super().keyPressEvent(event)
