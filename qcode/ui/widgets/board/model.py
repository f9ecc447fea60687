"""Codes as cards in columns: two levels of rows, columns and the cards in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qcode.model.records import Code
from qcode.ui.shell.i18n import say
from qcode.ui.widgets.mime import CODES_MIME, put_codes

Index = QModelIndex | QPersistentModelIndex


class BoardRole(IntEnum):
    """What a column or a card knows beside its words."""

    KEY = Qt.ItemDataRole.UserRole + 1
    CODE = Qt.ItemDataRole.UserRole + 2
    COUNT = Qt.ItemDataRole.UserRole + 3


class Card(NamedTuple):
    """A code on the board and its number of passages, with all codes below."""

    code: Code
    count: int


class Column(NamedTuple):
    """A category with what belongs to it."""

    head: Card
    cards: tuple[Card, ...]


class BoardModel(QAbstractItemModel):
    """Columns at the top level, their cards below; keys are code ids.

    What the user types or drops is only asked for; the board changes when the project has.
    """

    renameWanted = Signal(int, str)
    """A code's id and the name that was typed for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: list[Column] = []
        self._places: dict[int, tuple[int, int]] = {}  # key → column, row (-1: the head)
        self.writable = True

    def show_columns(self, columns: Iterable[Column]) -> None:
        """Show these columns; where only counts or names changed, nothing else is told."""
        fresh = list(columns)
        if _shape(fresh) == _shape(self._columns):
            before, self._columns = self._columns, fresh
            self._tell_changes(before)
            return
        self.beginResetModel()
        self._columns = fresh
        self._places = {}
        for number, column in enumerate(fresh):
            self._places[column.head.code.id] = (number, -1)
            for row, card in enumerate(column.cards):
                self._places[card.code.id] = (number, row)
        self.endResetModel()

    def _tell_changes(self, before: Sequence[Column]) -> None:
        for number, (old, new) in enumerate(zip(before, self._columns, strict=True)):
            if old == new:
                continue
            head = self.index(number, 0)
            self.dataChanged.emit(head, head)
            for row, (was, now) in enumerate(zip(old.cards, new.cards, strict=True)):
                if was != now:
                    index = self.index(row, 0, head)
                    self.dataChanged.emit(index, index)

    # ------------------------------------------------------------------ by key

    @property
    def columns(self) -> Sequence[Column]:
        """The columns as they are shown."""
        return self._columns

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __len__(self) -> int:
        return len(self._places)

    def place(self, key: int) -> tuple[int, int] | None:
        """Return column and row of a code (row -1: it is the head), None where it is not shown."""
        return self._places.get(key)

    def index_of(self, key: int) -> QModelIndex:
        """Return the index of a code, an invalid one where it is not shown."""
        place = self._places.get(key)
        if place is None:
            return QModelIndex()
        head = self.index(place[0], 0)
        return head if place[1] < 0 else self.index(place[1], 0, head)

    def card_of(self, index: Index) -> Card:
        """Return what an index shows."""
        number = index.internalId()
        if number == 0:
            return self._columns[index.row()].head
        return self._columns[number - 1].cards[index.row()]

    def key_of(self, index: Index) -> int:
        """Return the code of an index, 0 for an invalid one."""
        return self.card_of(index).code.id if index.isValid() else 0

    # ------------------------------------------------------------------ what Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if column != 0 or row < 0:
            return QModelIndex()
        if not parent.isValid():
            known = row < len(self._columns)
            return self.createIndex(row, 0, 0) if known else QModelIndex()
        if parent.internalId() != 0 or row >= len(self._columns[parent.row()].cards):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1)  # 0 is the top level

    def parent(self, index: Index) -> QModelIndex:
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._columns)
        return 0 if parent.internalId() else len(self._columns[parent.row()].cards)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        del parent
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.writable:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self.card_of(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.code.title
            case Qt.ItemDataRole.EditRole:
                return card.code.name
            case BoardRole.KEY:
                return card.code.id
            case BoardRole.CODE:
                return card.code
            case BoardRole.COUNT:
                return card.count
            case Qt.ItemDataRole.ToolTipRole:
                return card.code.definition or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index, card)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return card.code.definition
        return None

    def _spoken(self, index: Index, card: Card) -> str:
        if card.count == 1:
            passages = self.tr("1 passage")
        else:
            passages = self.tr("{count} passages").format(count=card.count)
        said = self.tr("{code}, {kind}, {passages}").format(
            code=card.code.title, kind=say(card.code.kind.label), passages=passages
        )
        above = self.parent(index)
        if above.isValid():
            return self.tr("{code}, in {category}").format(
                code=said, category=self.card_of(above).code.title
            )
        return said

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        code = self.card_of(index).code
        name = " ".join(str(value).split())
        if name and name != code.name:
            self.renameWanted.emit(code.id, name)
        return True

    def mimeTypes(self) -> list[str]:
        return [CODES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        cards = [self.card_of(index) for index in indexes]
        mime = QMimeData()
        put_codes(mime, [card.code.id for card in cards])
        mime.setText("\n".join(card.code.title for card in cards))
        return mime

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def _shape(columns: Sequence[Column]) -> list[tuple[int, tuple[int, ...]]]:
    return [(c.head.code.id, tuple(card.code.id for card in c.cards)) for c in columns]
