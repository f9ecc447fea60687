"""The ledger of saturation as a table: a row for each document in the order of coding."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from qcode.model.enums import CodeKind
from qcode.model.saturation import DocumentNews, NewCode
from qcode.ui.shell import theme
from qcode.ui.shell.i18n import joined, own_term

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_NAMED = 40  # names in a row; the others are counted


class Column(IntEnum):
    """What the columns show."""

    DOCUMENT = 0
    HELD_OUT = 1
    CONCEPTS = 2
    CATEGORIES = 3
    TOTAL = 4
    NAMES = 5


class SaturationRows(QAbstractTableModel):
    """Shows ``DocumentNews``; whether a document is held out is only asked for."""

    heldOutWanted = Signal(int, bool)
    """A document's id, and whether it is to be held out."""

    def __init__(self, writable: bool) -> None:
        super().__init__()
        self._writable = writable
        self._rows: tuple[DocumentNews, ...] = ()

    def show_rows(self, rows: Iterable[DocumentNews]) -> None:
        """Show these documents; a view draws again those that are otherwise than before."""
        before, wanted = self._rows, tuple(rows)
        if [one.document_id for one in before] != [one.document_id for one in wanted]:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()
            return
        self._rows = wanted
        pairs = enumerate(zip(before, wanted, strict=True))
        other = [row for row, (was, now) in pairs if was != now]
        if other:
            self.dataChanged.emit(self.index(other[0], 0), self.index(other[-1], len(Column) - 1))

    def at(self, row: int) -> DocumentNews | None:
        """Return the document of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, document_id: int) -> int:
        """Return the row of a document, -1 where it has none."""
        return next((i for i, one in enumerate(self._rows) if one.document_id == document_id), -1)

    def codes_at(self, index: Index) -> list[int]:
        """Return the codes that a cell stands for: all that are new, or those of its kind."""
        row = self.at(index.row())
        if row is None:
            return []
        new: dict[int, tuple[NewCode, ...]] = {
            Column.CONCEPTS: row.concepts,
            Column.CATEGORIES: row.categories,
        }
        every = (*row.higher, *row.categories, *row.concepts)
        return [code.id for code in new.get(index.column(), every)]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.HELD_OUT and self._writable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and Column(section) in _NUMBERS:
            return _RIGHT
        return None

    def _heads(self) -> list[str]:
        concept, category = own_term(CodeKind.CONCEPT.label), own_term(CodeKind.CATEGORY.label)
        new = self.tr("New: {kind}")
        return [
            self.tr("Document"),
            self.tr("Held out"),
            new.format(kind=concept) if concept else self.tr("New concepts"),
            new.format(kind=category) if category else self.tr("New categories"),
            self.tr("So far"),
            self.tr("What is new"),
        ]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.at(index.row()) if role in _ROLES else None
        if row is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.HELD_OUT:
            return Qt.CheckState.Checked if row.held_out else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and not row.coded:
            return QColor(theme.current().muted)
        if role == Qt.ItemDataRole.ToolTipRole:
            if column is Column.NAMES:
                return "\n".join(row.names[:_MOST_NAMED])
            if column is Column.TOTAL:
                return self.tr("concepts and categories up to this document")
            return row.document if column is Column.DOCUMENT else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        return None

    def _text(self, row: DocumentNews, column: Column) -> str:
        if column is Column.DOCUMENT:
            return f"{row.label} {row.document}" if row.label else row.document
        if column is Column.NAMES:
            if not row.coded:
                return self.tr("not coded yet")
            named = joined(row.names[:_MOST_NAMED])
            return f"{named} …" if len(row.names) > _MOST_NAMED else named
        if not row.coded or column is Column.HELD_OUT:
            return ""
        if column is Column.CONCEPTS:
            return str(len(row.concepts))
        if column is Column.CATEGORIES:
            return str(len(row.categories))
        return f"{row.cumulative_concepts} / {row.cumulative_categories}"

    def _spoken(self, row: DocumentNews, column: Column) -> str:
        heads = self._heads()
        if column is Column.HELD_OUT:
            return self.tr("held out") if row.held_out else self.tr("not held out")
        words = self._text(row, column)
        return words if column is Column.DOCUMENT else joined((heads[column], words), "heading")

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.at(index.row())
        if row is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.heldOutWanted.emit(row.document_id, Qt.CheckState(value) == Qt.CheckState.Checked)
        return False  # shown when the project says so

    def retranslate(self) -> None:
        """Say everything again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1)
            )


_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.CheckStateRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
"""What ``data`` answers; a view asks each cell for ten things whenever it is painted."""

_NUMBERS = (Column.CONCEPTS, Column.CATEGORIES, Column.TOTAL)
