"""Rows in two lines below headings: what does not fit by kind, what differs by kind."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import groupby
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qcode.model.messages import Message
from qcode.ui.shell.i18n import joined, say

Index = QModelIndex | QPersistentModelIndex
UPPER = Qt.ItemDataRole.DisplayRole
LOWER = Qt.ItemDataRole.UserRole
COUNT = Qt.ItemDataRole.UserRole + 1  # of the rows below a heading

TOP = 0  # internal id of a heading; that of a row is the number of its heading + 1
_NONE = QModelIndex()


class Kind(Hashable, Protocol):
    """What rows are grouped by."""

    @property
    def label(self) -> Message:
        """Name of the kind for people."""


class Lines(NamedTuple):
    """The two lines of a row."""

    upper: str
    lower: str


class GroupedRows(QAbstractItemModel):
    """Records with a ``kind``, below its label; ``words`` puts a record into two lines.

    ``key`` tells the same record of another reading.
    """

    def __init__(
        self,
        words: Callable[[Any], Lines],
        key: Callable[[Any], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._key = key
        self._groups: list[tuple[Any, list[Any]]] = []

    def show_records(self, records: Sequence[Any]) -> bool:
        """Show these; they come kind after kind. Return whether that is another list."""
        wanted = [(kind, list(some)) for kind, some in groupby(records, lambda one: one.kind)]
        if wanted == self._groups:
            return False
        self.beginResetModel()
        self._groups = wanted
        self.endResetModel()
        return True

    def record(self, index: Index) -> Any:
        """Return the record of a row, None for a heading."""
        if not index.isValid() or index.internalId() == TOP:
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def kinds(self) -> list[Any]:
        """Return the kinds in the order of their headings."""
        return [kind for kind, _ in self._groups]

    def place_of(self, record: Any) -> QModelIndex:
        """Return the row of the same record, else that of its heading, else none."""
        for at, (kind, found) in enumerate(self._groups):
            if kind is record.kind:
                heading = self.index(at, 0)
                keys = (i for i, one in enumerate(found) if self._key(one) == self._key(record))
                row = next(keys, -1)
                return heading if row < 0 else self.index(row, 0, heading)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """Return the first row below a heading."""
        return self.index(0, 0, self.index(0, 0))

    def retranslate(self) -> None:
        """Say everything again."""
        for at, (_, found) in enumerate(self._groups):
            heading = self.index(at, 0)
            self.dataChanged.emit(heading, heading)
            below = self.index(0, 0, heading), self.index(len(found) - 1, 0, heading)
            self.dataChanged.emit(*below)

    # ------------------------------------------------------------------ what Qt asks

    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        # Not by hasIndex(), which asks back twice: a view of two thousand rows asks for each.
        if row < 0 or column != 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else TOP)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, TOP)

    def rowCount(self, parent: Index = _NONE) -> int:
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()][1]) if parent.internalId() == TOP else 0

    def columnCount(self, parent: Index = _NONE) -> int:
        del parent
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        record = self.record(index)
        if record is None:
            return self._of_heading(index.row(), role)
        if role == UPPER:
            return self._words(record).upper
        if role == LOWER:
            return self._words(record).lower
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, self._words(record)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(filter(None, self._words(record)))
        return None

    def _of_heading(self, row: int, role: int) -> object:
        kind, found = self._groups[row]
        name = say(kind.label)
        if role == UPPER:
            return name[:1].upper() + name[1:]
        if role == COUNT:
            return len(found)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return joined((name, str(len(found))), "heading")
        return None
