"""The table of what an import would bring."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from qcode.ui.dialogs.tables import CalmDelegate
from qcode.ui.itemmodels.import_rows import Column, ImportRows

WIDTHS = {Column.LABEL: 94, Column.CHARACTERS: 86, Column.FILE: 112, Column.STATUS: 200}
ROOM = 9  # pixels above and below the words of a row


class ImportTable(QTableView):
    """The table; Space ticks or unticks every selected row like the current one.

    No tree view: that one asks for every row before it shows the first.
    """

    def __init__(self, model: ImportRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(CalmDelegate(self))
        self.setAccessibleName(self.tr("What would come in"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROOM)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(50)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            header.resizeSection(column, width)
        self.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        rows = [model.row(index) for index in self.selectionModel().selectedRows()]
        indexes = [row.index for row in rows if row.index >= 0]
        if event.key() == Qt.Key.Key_Space and indexes:
            current = model.row(self.currentIndex())
            first = current.index if current is not None and current.index >= 0 else indexes[0]
            model.tick(indexes, first not in model.ticked)
            return
        super().keyPressEvent(event)
