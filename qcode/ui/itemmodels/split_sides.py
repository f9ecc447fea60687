"""The passages of a code on two sides: those that stay, and those that go to another code."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qcode.model.records import Passage
from qcode.ui.itemmodels.tree_plan import folded
from qcode.ui.shell.i18n import joined

PASSAGES_MIME = "application/x-qcode-passages"
LABEL = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class SideModel(QAbstractListModel):
    """The passages of one side that the filter shows; what falls on it is asked for by ``take``."""

    def __init__(self, take: Callable[[list[int]], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take = take
        self._rows: list[Passage] = []

    def show_rows(self, rows: list[Passage]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def codings(self, rows: Iterable[int]) -> list[int]:
        """Return the codings in some rows."""
        return [self._rows[row].coding_id for row in sorted(set(rows))]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        passage = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(passage.quote[:500].split())
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (passage.quote[:2_000], passage.memo)))
            case Qt.ItemDataRole.AccessibleTextRole:
                quote = " ".join(passage.quote[:500].split())
                return joined((passage.label, quote), "heading")
        return f"{passage.label} · {passage.coder}" if role == LABEL else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [PASSAGES_MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        mime = QMimeData()
        listed = self.codings(index.row() for index in indexes)
        mime.setData(PASSAGES_MIME, QByteArray(json.dumps(listed).encode()))
        return mime

    def dropMimeData(
        self, mime: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not mime.hasFormat(PASSAGES_MIME):
            return False
        self._take(json.loads(bytes(mime.data(PASSAGES_MIME).data())))
        return False  # both sides are shown anew; the view must not take rows away itself


class Sides(QObject):
    """Which passage is on which side, and what a filter leaves of both."""

    def __init__(self, passages: Sequence[Passage], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passages = list(passages)
        self._going: set[int] = set()
        self._words = ""
        self._folded = {one.coding_id: folded(f"{one.quote} {one.label}") for one in passages}
        self.staying = SideModel(lambda codings: self.move(codings, going=False), self)
        self.going = SideModel(lambda codings: self.move(codings, going=True), self)
        self._show()

    def move(self, codings: Collection[int], *, going: bool) -> None:
        """Put some codings on one of the sides."""
        known = self._folded.keys() & set(codings)
        self._going = self._going | known if going else self._going - known
        self._show()

    def look_for(self, text: str) -> None:
        """Show on both sides what contains ``text``."""
        self._words = folded(text)
        self._show()

    def chosen(self) -> list[int]:
        """Return the codings that go, whether the filter shows them or not, in their order."""
        return [one.coding_id for one in self._passages if one.coding_id in self._going]

    def counts(self) -> tuple[int, int]:
        """Return how many stay and how many go."""
        return len(self._passages) - len(self._going), len(self._going)

    def _show(self) -> None:
        shown = [one for one in self._passages if self._words in self._folded[one.coding_id]]
        self.staying.show_rows([one for one in shown if one.coding_id not in self._going])
        self.going.show_rows([one for one in shown if one.coding_id in self._going])
