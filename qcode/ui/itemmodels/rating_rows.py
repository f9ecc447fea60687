"""A table of ratings as it was pasted or opened: a row a unit, its line before it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from qcode.services.agreement.rating_tables import MISSING, RatingTable
from qcode.ui.shell import theme
from qcode.ui.shell.i18n import joined

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class RatingRows(QAbstractTableModel):
    """Columns that are no coders and marks for missing ratings stand back; a bad cell is marked."""

    def __init__(self) -> None:
        super().__init__()
        self._table: RatingTable | None = None
        self._coders: frozenset[str] = frozenset()
        self._bad: tuple[int, str] | None = None
        self._missing = MISSING

    def show_table(self, table: RatingTable | None) -> None:
        """Show another table, with the columns as coders that look like it."""
        self.beginResetModel()
        self._table = table
        self._coders = frozenset(table.coders) if table else frozenset()
        self._bad = None
        self.endResetModel()

    def mark(
        self, coders: Collection[str], missing: Collection[str], bad: tuple[int, str] | None
    ) -> Index:
        """Say which columns are coders, what else is missing, and which cell (line, column) is bad.

        Return the index of that cell.
        """
        self._coders, self._missing, self._bad = frozenset(coders), MISSING.union(missing), bad
        if self._table is None:
            return _NONE
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        if bad is None or bad[1] not in self._table.columns:
            return _NONE
        row = next((at for at, (line, _) in enumerate(self._table.rows) if line == bad[0]), -1)
        return self.index(row, self._table.columns.index(bad[1]))

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or self._table is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._table.columns[section]
        return str(self._table.rows[section][0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES or self._table is None:
            return None
        name = self._table.columns[index.column()]
        line, row = self._table.rows[index.row()]
        words = str(row[name]).strip()
        bad = self._bad == (line, name)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            quiet = name not in self._coders or words in self._missing
            return QColor(theme.current().muted) if quiet else None
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(theme.current().danger_soft) if bad else None
        if words in self._missing:
            words = self.tr("missing")
        return joined((name, words), "heading")


_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.BackgroundRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
"""What ``data`` answers; a view asks each cell for ten things whenever it is painted."""
