"""The variables of one document as rows of two cells that can be written into."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from qcode.ui.shell.theme import current

NAME, VALUE = 0, 1


class VariableRows(QAbstractTableModel):
    """Names and values; the last row is always empty, and writing into it adds one."""

    def __init__(
        self, values: Mapping[str, str], writable: bool = True, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = [[name, value] for name, value in values.items()]
        self._writable = writable
        if writable:
            self._rows.append(["", ""])

    # ------------------------------------------------------------------ what is there

    def pairs(self) -> list[tuple[str, str]]:
        """The rows that say anything, as they stand."""
        return [
            (name.strip(), value.strip()) for name, value in self._rows if (name + value).strip()
        ]

    def nameless(self) -> int | None:
        """The first row that has a value and no name, None when there is none."""
        for row, (name, value) in enumerate(self._rows):
            if value.strip() and not name.strip():
                return row
        return None

    def repeated(self) -> int | None:
        """The first row whose name stands further up already, None when there is none."""
        seen: set[str] = set()
        for row, (name, _) in enumerate(self._rows):
            key = name.strip().casefold()
            if key and key in seen:
                return row
            seen.add(key)
        return None

    def unused(self, names: Collection[str]) -> list[str]:
        """Return which of ``names`` have no row yet."""
        here = {name.strip().casefold() for name, _ in self._rows}
        return [name for name in names if name.casefold() not in here]

    def can_remove(self, row: int) -> bool:
        """Whether there is anything in ``row`` to remove."""
        return self._writable and 0 <= row < len(self._rows) - 1

    def remove(self, rows: Collection[int]) -> None:
        """Take rows away."""
        for row in sorted(rows, reverse=True):
            if self.can_remove(row):
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()

    # ------------------------------------------------------------------ Qt's questions

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 2

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        editable = self._writable and index.isValid()
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        new = self._writable and not any(self._rows[index.row()])
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("new variable") if new and index.column() == NAME else text
        if role == Qt.ItemDataRole.ToolTipRole and not new:
            return text
        if role == Qt.ItemDataRole.ForegroundRole and new:
            return current().color("muted")
        return None

    def setData(
        self, index: QModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or not self._writable:
            return False
        row = self._rows[index.row()]
        row[index.column()] = str(value)
        self.dataChanged.emit(index, index)
        if index.row() == len(self._rows) - 1 and (row[NAME] + row[VALUE]).strip():
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
            self._rows.append(["", ""])
            self.endInsertRows()
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Variable"), self.tr("Value"))[section]
        return None
