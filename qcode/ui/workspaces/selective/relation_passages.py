"""The passages that stand for one relation; the first is the one that tables print."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.services.quoted_passages import Quoted
from qcode.ui.dialogs.choose_passages import passage_words
from qcode.ui.shell import icons, theme
from qcode.ui.widgets.choosing import choose_only
from qcode.ui.widgets.elided_label import ElidedLabel

ID = Qt.ItemDataRole.UserRole


class PassageItems(QListWidget):
    """Tells which keys were pressed on it."""

    opened = Signal(int)
    removePressed = Signal()
    nudgeWanted = Signal(int)
    menuWanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(ID)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        item = self.currentItem()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.opened.emit(item.data(ID))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removePressed.emit()
        elif held == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.nudgeWanted.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.currentItem()
        if item is not None:
            where = event.globalPos()
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                where = self.viewport().mapToGlobal(self.visualItemRect(item).bottomLeft())
            self.menuWanted.emit(where)


class RelationPassages(QWidget):
    """A heading with a button to add, and the list."""

    opened = Signal(object)  # Quoted
    addWanted = Signal()
    removeWanted = Signal(list)  # selection ids
    orderWanted = Signal(list)  # selection ids, all of them

    def __init__(self, *, writable: bool) -> None:
        super().__init__()
        self._writable = writable
        self._shown: list[Quoted] = []
        self._relation: int | None = None
        self._title = ElidedLabel()
        self._title.setProperty("role", "card-title")
        self._add = QToolButton()
        self._add.clicked.connect(self.addWanted)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = PassageItems()
        self.list.opened.connect(self._open)
        self.list.removePressed.connect(self._remove)
        self.list.nudgeWanted.connect(self._nudge)
        self.list.menuWanted.connect(self._open_menu)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(200)
        self.retranslate()

    def show_passages(self, relation_id: int | None, title: str, passages: list[Quoted]) -> None:
        """Show the passages of a relation; None shows what the place is for."""
        same = relation_id == self._relation
        kept = self.list.currentRow() if same else 0
        chosen = self._chosen() if same else []
        self._relation, self._title_words, self._shown = relation_id, title, passages
        self.list.clear()
        for place, one in enumerate(passages):
            note = self.tr("representative") if place == 0 else ""
            item = QListWidgetItem(passage_words(one, note))
            item.setData(ID, one.selection_id)
            item.setToolTip(f"{one.document}\n{one.quote[:2000]}")
            self.list.addItem(item)
            item.setSelected(one.selection_id in chosen)
        wanted = next((r for r, p in enumerate(passages) if p.selection_id in chosen), kept)
        if passages:
            self.list.setCurrentRow(
                min(max(wanted, 0), len(passages) - 1), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.retranslate()

    _title_words = ""

    def _chosen(self) -> list[int]:
        return [item.data(ID) for item in self.list.selectedItems()]

    def _meant(self) -> list[int]:
        item = self.list.currentItem()
        return self._chosen() or ([item.data(ID)] if item is not None else [])

    def _open(self, selection_id: int) -> None:
        for one in self._shown:
            if one.selection_id == selection_id:
                self.opened.emit(one)

    def _remove(self) -> None:
        if self._writable and self._meant():
            self.removeWanted.emit(self._meant())

    def _nudge(self, step: int) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._put(item.data(ID), self.list.currentRow() + step)

    def _put(self, selection_id: int, place: int) -> None:
        order = [one.selection_id for one in self._shown]
        if self._writable and 0 <= place < len(order) and order.index(selection_id) != place:
            order.remove(selection_id)
            order.insert(place, selection_id)
            choose_only(self.list, self.list.currentIndex())  # it is what moves on
            self.orderWanted.emit(order)

    def _open_menu(self, where: QPoint) -> None:
        item = self.list.currentItem()
        selection_id = item.data(ID)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go to the passage\tEnter")).triggered.connect(
            lambda: self._open(selection_id)
        )
        if self._writable:
            first = menu.addAction(self.tr("Make it the representative one"))
            first.setEnabled(self.list.row(item) > 0)
            first.triggered.connect(lambda: self._put(selection_id, 0))
            menu.addSeparator()
            menu.addAction(self.tr("Remove\tDel")).triggered.connect(self._remove)
        menu.popup(where)

    def retranslate(self) -> None:
        """Set every text again."""
        chosen = self._relation is not None
        self._title.setText(self._title_words if chosen else self.tr("Passages of a relation"))
        self._nothing.setVisible(not self._shown)
        self._nothing.setText(
            self.tr("No passage stands for this relation yet.")
            if chosen
            else self.tr("Choose a relation to see the passages that stand for it.")
        )
        self.list.setVisible(bool(self._shown))
        self.list.setAccessibleName(self.tr("Passages of the relation"))
        self._add.setVisible(chosen and self._writable)
        self._add.setIcon(QIcon(icons.pixmap("plus", 16, theme.current().muted)))
        words = self.tr("Add passages to the relation")
        self._add.setToolTip(words)
        self._add.setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)
