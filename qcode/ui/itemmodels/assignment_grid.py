"""Who codes what: a row a document, a column a coder, how far they are where the two meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from qcode.model.enums import WorkStatus
from qcode.model.records import Coder, Document, WorkRecord
from qcode.ui.shell import theme
from qcode.ui.shell.i18n import joined, say

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
DOCUMENT, GROUP, FIRST = 0, 1, 2
"""Columns; coders begin at ``FIRST``."""

SIGNS: Mapping[WorkStatus, str] = {
    WorkStatus.FINISHED: "✓",
    WorkStatus.OPEN: "○",
    WorkStatus.UNASSIGNED: "",
}


class AssignmentGrid(QAbstractTableModel):
    """Shows the state of the work; it is changed elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.documents: tuple[Document, ...] = ()
        self.coders: tuple[Coder, ...] = ()
        self.chips: dict[str, QIcon] = {}  # what stands before the names of coders
        self._groups: dict[int | None, str] = {}
        self._status: dict[tuple[int, str], WorkStatus] = {}

    def show_work(
        self,
        documents: Sequence[Document],
        groups: Mapping[int, str],
        coders: Sequence[Coder],
        work: Iterable[WorkRecord],
    ) -> None:
        """Show the work of these coders; a view keeps its place while rows and columns stay."""
        status = {(one.document_id, one.coder): one.status for one in work}
        same = [one.id for one in documents] == [one.id for one in self.documents] and [
            one.name for one in coders
        ] == [one.name for one in self.coders]
        if not same:
            self.beginResetModel()
        self.documents, self.coders = tuple(documents), tuple(coders)
        self._groups, self._status = dict(groups), status
        if not same:
            self.endResetModel()
        elif self.documents:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def status(self, index: Index) -> WorkStatus | None:
        """Return how far a coder is with a document; None for the columns before the coders."""
        if not index.isValid() or index.column() < FIRST:
            return None
        return self.status_at(index.row(), index.column())

    def status_at(self, row: int, column: int) -> WorkStatus:
        """Like ``status``, for the place of a coder's cell."""
        document, coder = self.documents[row], self.coders[column - FIRST]
        return self._status.get((document.id, coder.name), WorkStatus.UNASSIGNED)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.documents)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else FIRST + len(self.coders)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section < FIRST:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if section >= FIRST:
            coder = self.coders[section - FIRST]
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return coder.name
            return self.chips.get(coder.name) if role == Qt.ItemDataRole.DecorationRole else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.tr("Document") if section == DOCUMENT else self.tr("Group")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        document = self.documents[index.row()]
        status = self.status(index)
        if status is None:
            shown = document.title if index.column() == DOCUMENT else self._group(document)
            if role == Qt.ItemDataRole.ForegroundRole and index.column() == GROUP:
                return QColor(theme.current().muted)
            spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, _SPOKEN)
            return shown if role in spoken else None
        if role == Qt.ItemDataRole.DisplayRole:
            return SIGNS[status]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.current().success) if status is WorkStatus.FINISHED else None
        coder = self.coders[index.column() - FIRST].name
        told = joined((coder, say(status.label)), "heading")
        return joined((document.title, told), "facts") if role == _SPOKEN else told

    def _group(self, document: Document) -> str:
        return self._groups.get(document.group_id, "")

    def retranslate(self) -> None:
        """Say everything again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ForegroundRole,
        _SPOKEN,
    }
)
"""What ``data`` answers; a view asks each cell for ten things whenever it is painted."""
