"""Documents to be ticked, by their groups, with a field that narrows the list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qcode.model.records import Document, Group
from qcode.ui.dialogs.tables import CalmDelegate

_ID = Qt.ItemDataRole.UserRole
_ON, _OFF, _SOME = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked
_NOTHING: Mapping[int, str] = {}


class DocumentPicks(QWidget):
    """``picked`` tells that a person ticked others than before."""

    picked = Signal()

    def __init__(
        self, documents: Sequence[Document], groups: Sequence[Group], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.documents = tuple(documents)
        self._items: dict[int, QTreeWidgetItem] = {}
        self._filling = False
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText(self.tr("Filter documents"))
        self.words.setAccessibleName(self.tr("Filter documents"))
        self.view = _Ticks()
        self.view.setAccessibleName(self.tr("Documents"))
        self.view.setItemDelegate(CalmDelegate(self.view))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.view, 1)
        self._fill(groups)
        self.words.textChanged.connect(self._narrow)
        self.view.itemChanged.connect(self._changed)
        self.view.spaced.connect(self._tick_selected)

    def _fill(self, groups: Sequence[Group]) -> None:
        self._filling = True
        heads = {group.id: self._item(group.name, 0) for group in groups}
        for document in self.documents:
            item = self._items[document.id] = self._item(document.title, document.id)
            head = heads.get(document.group_id) if document.group_id is not None else None
            if head is None:
                self.view.addTopLevelItem(item)
            else:
                head.addChild(item)
        filled = [head for head in heads.values() if head.childCount()]
        self.view.insertTopLevelItems(0, filled)
        self.view.setRootIsDecorated(bool(filled))
        self.view.expandAll()
        if self.view.topLevelItemCount():
            self.view.setCurrentItem(self.view.topLevelItem(0))
        self._filling = False

    def _item(self, words: str, document_id: int) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words, ""])
        item.setData(0, _ID, document_id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, _OFF)
        item.setToolTip(0, words)
        return item

    # ------------------------------------------------------------------ what is ticked

    def ticked(self) -> list[int]:
        """Return the documents that are ticked, in their order."""
        return [one for one, item in self._items.items() if item.checkState(0) == _ON]

    def tick(self, document_ids: Collection[int]) -> None:
        """Tick these documents and no others."""
        self._filling = True
        for one, item in self._items.items():
            item.setCheckState(0, _ON if one in document_ids else _OFF)
        for head in self._heads():
            self._follow(head)
        self._filling = False

    def note(self, notes: Mapping[int, str] = _NOTHING) -> None:
        """Show words behind documents (a status, say)."""
        header = self.view.header()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)  # measured once, at the end
        self._filling = True
        for one, item in self._items.items():
            item.setText(1, notes.get(one, ""))
        self._filling = False
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _tick_selected(self) -> None:
        """Tick or untick every selected row in sight like the current one."""
        current = self.view.currentItem()
        if current is None:
            return
        state = _OFF if current.checkState(0) == _ON else _ON
        self._filling = True
        for item in (*self.view.selectedItems(), current):
            if not item.isHidden():
                self._set(item, state)
        for head in self._heads():
            self._follow(head)
        self._filling = False
        self.picked.emit()

    def _set(self, item: QTreeWidgetItem, state: Qt.CheckState) -> None:
        """Tick or untick a document, or those of a group that are in sight."""
        if item.data(0, _ID):
            item.setCheckState(0, state)
        else:
            for child in _children(item):
                if not child.isHidden():
                    child.setCheckState(0, state)

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling or column:
            return
        self._filling = True
        if item.data(0, _ID):
            if item.parent() is not None:
                self._follow(item.parent())
        else:
            self._set(item, item.checkState(0))
            self._follow(item)
        self._filling = False
        self.picked.emit()

    def _follow(self, head: QTreeWidgetItem) -> None:
        """Let a group say whether all, some or none of its documents are ticked."""
        states = {child.checkState(0) for child in _children(head)}
        head.setCheckState(0, states.pop() if len(states) == 1 else _SOME)

    def _heads(self) -> list[QTreeWidgetItem]:
        tops = map(self.view.topLevelItem, range(self.view.topLevelItemCount()))
        return [item for item in tops if not item.data(0, _ID)]

    # ------------------------------------------------------------------ narrowing

    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        for item in self._items.values():
            name = item.text(0).casefold()
            item.setHidden(not all(word in name for word in wanted))
        for head in self._heads():
            head.setHidden(all(child.isHidden() for child in _children(head)))


def _children(item: QTreeWidgetItem) -> Iterable[QTreeWidgetItem]:
    return [item.child(place) for place in range(item.childCount())]


class _Ticks(QTreeWidget):
    """``spaced`` tells of Space, by which Qt would tick the current row alone."""

    spaced = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.spaced.emit()
        else:
            super().keyPressEvent(event)
