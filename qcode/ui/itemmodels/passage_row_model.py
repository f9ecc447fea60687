"""Rows of passages that become others with as little disturbance as possible."""

from __future__ import annotations

from operator import is_

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject

from qcode.model.records import Passage
from qcode.ui.itemmodels.passage_rows import edits

COMPARED = 2_000
"""Rows up to which old and new rows are compared one by one; showing more anew is cheaper."""

MANY = 400
"""Rows that come and go at once from which the list is shown anew."""


class PassageRows(QAbstractListModel):
    """Holds rows; who derives from it says what they look like."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Passage] = []

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def _become(self, new: list[Passage]) -> None:
        old = self._rows
        if len(old) == len(new) and all(map(is_, old, new)):
            return
        steps = None
        if max(len(old), len(new)) <= COMPARED:
            steps = edits([p.coding_id for p in old], [p.coding_id for p in new], MANY)
        if steps is None:
            self.beginResetModel()
            self._rows = list(new)
            self.endResetModel()
            return
        none = QModelIndex()
        for first, count in steps.removed:
            self.beginRemoveRows(none, first, first + count - 1)
            del self._rows[first : first + count]
            self.endRemoveRows()
        for first, count in steps.inserted:
            self.beginInsertRows(none, first, first + count - 1)
            self._rows[first:first] = new[first : first + count]
            self.endInsertRows()
        different = [
            row
            for row, (was, now) in enumerate(zip(self._rows, new, strict=True))
            if was is not now and was != now
        ]
        self._rows = list(new)
        for row in different if len(different) <= MANY else ():
            self._announce(row, row)
        if len(different) > MANY:
            self._announce(different[0], different[-1])

    def _put_row(self, row: int, passage: Passage) -> None:
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(row, passage)
        self.endInsertRows()

    def _take_row(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()

    def _announce(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))
