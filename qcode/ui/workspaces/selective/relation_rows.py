"""Relations as the rows of a table."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from qcode.model.theory_records import Relation
from qcode.ui.dialogs.code_choice import badge
from qcode.ui.dialogs.relation_type import NEW, type_words
from qcode.ui.workspaces.selective.reading import Reading

ID = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """From left to right as a sentence is read: A leads to B, which means …"""

    SOURCE = 0
    TYPE = 1
    TARGET = 2
    MEANING = 3
    PASSAGES = 4
    QUOTE = 5


class RelationRows(QAbstractTableModel):
    """Type and meaning are edited in place; what was written there is asked for by signals."""

    typeWanted = Signal(int, object)  # relation id, type or NEW
    meaningWanted = Signal(int, str)

    def __init__(self, *, writable: bool) -> None:
        super().__init__()
        self._writable = writable
        self.reading = Reading()

    def show_reading(self, reading: Reading) -> None:
        """Show the relations of a reading; rows that are still there only change."""
        before = [one.id for one in self.reading.relations]
        now = [one.id for one in reading.relations]
        if before == now:
            self.reading = reading
            if now:
                last = self.index(len(now) - 1, len(Column) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.reading = reading
        self.endResetModel()

    def relation(self, row: int) -> Relation | None:
        """Return the relation of a row."""
        listed = self.reading.relations
        return listed[row] if 0 <= row < len(listed) else None

    def row_of(self, relation_id: int) -> int:
        """Return the row of a relation, -1 where it has none."""
        listed = self.reading.relations
        return next((row for row, one in enumerate(listed) if one.id == relation_id), -1)

    # ------------------------------------------------------------------ for the view

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.reading.relations)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        found = super().flags(index)
        if self._writable and index.column() in (Column.TYPE, Column.MEANING):
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return (
            self.tr("From"),
            self.tr("Type"),
            self.tr("To"),
            self.tr("Meaning"),
            self.tr("Passages"),
            self.tr("Representative passage"),
        )[section]

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        relation = self.relation(index.row()) if index.isValid() else None
        if relation is None:
            return None
        column = Column(index.column())
        if role == ID:
            return relation.id
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(relation, column)
        if role == Qt.ItemDataRole.EditRole:
            return relation.meaning if column is Column.MEANING else relation.type
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(relation, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.SOURCE:
            return self.reading.sentence(relation)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._badge(relation, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.PASSAGES:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        relation = self.relation(index.row())
        if relation is None or role != Qt.ItemDataRole.EditRole:
            return False
        if index.column() == Column.MEANING and value != relation.meaning:
            self.meaningWanted.emit(relation.id, str(value))
        elif index.column() == Column.TYPE and (
            value is NEW or value not in (relation.type, relation.key or None)
        ):
            self.typeWanted.emit(relation.id, value)
        return True

    def _words(self, relation: Relation, column: Column) -> object:
        match column:
            case Column.SOURCE:
                return self.reading.title(relation.source_id)
            case Column.TYPE:
                return type_words(relation)
            case Column.TARGET:
                return self.reading.title(relation.target_id)
            case Column.MEANING:
                return " ".join(relation.meaning.split())
            case Column.PASSAGES:
                return len(relation.passages)
        quote = self.reading.quotes.get(relation.passages[0]) if relation.passages else None
        return "" if quote is None else " ".join(quote.quote[:400].split())

    def _tip(self, relation: Relation, column: Column) -> str:
        if column is Column.MEANING:
            return relation.meaning
        if column is Column.QUOTE and relation.passages:
            quote = self.reading.quotes.get(relation.passages[0])
            return "" if quote is None else f"{quote.label}\n{quote.quote[:2000]}"
        return str(self._words(relation, column))

    def _badge(self, relation: Relation, column: Column) -> object:
        ends = {Column.SOURCE: relation.source_id, Column.TARGET: relation.target_id}
        code = self.reading.codes.get(ends.get(column, 0))
        return None if code is None else badge(code.kind, code.color)
