"""A plain table of records: each column says how it puts a record into words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from qcode.ui.shell import theme
from qcode.ui.shell.i18n import joined

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
"""What ``data`` answers; a view asks each cell for ten things whenever it is painted."""


class Field(NamedTuple):
    """A column: its heading, a record's words in it, and whether these are a number."""

    head: str
    words: Callable[[Any], str]
    number: bool = False


class RecordTable(QAbstractTableModel):
    """Shows records; ``quiet`` says which of them stand back in grey."""

    def __init__(
        self, parent: QObject | None = None, quiet: Callable[[Any], bool] = lambda _: False
    ) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self._fields: Sequence[Field] = ()
        self._records: Sequence[Any] = ()

    def show_records(self, fields: Sequence[Field], records: Sequence[Any]) -> None:
        """Show these records in these columns.

        Where there are as many of both as before, a view only draws again what is seen.
        """
        heads = [field.head for field in self._fields]
        alike = len(self._records) == len(records) and heads == [field.head for field in fields]
        if not alike:
            self.beginResetModel()
        self._fields, self._records = fields, records
        if not alike:
            self.endResetModel()
        elif records:
            last = self.index(len(records) - 1, len(fields) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def at(self, row: int) -> Any:
        """Return the record of a row, None where there is none."""
        return self._records[row] if 0 <= row < len(self._records) else None

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._fields)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._fields):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._fields[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole and self._fields[section].number:
            return _RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self.at(index.row()) if role in _ROLES else None
        if record is None:
            return None
        field = self._fields[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return field.words(record)
        if role == Qt.ItemDataRole.TextAlignmentRole and field.number:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and self._quiet(record):
            return QColor(theme.current().muted)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return joined((field.head, field.words(record) or "–"), "heading")
        return None
