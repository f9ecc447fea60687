"""The table of relations: a view, with a list of types and a small editor in its cells."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qcode.ui.dialogs.relation_type import fill_types
from qcode.ui.dialogs.tables import CalmDelegate
from qcode.ui.widgets.choosing import choose_only
from qcode.ui.workspaces.selective.relation_rows import Column, RelationRows

TYPE_WIDTH, COUNT_WIDTH = 116, 76
END_SHARE = 0.25  # of what is left: each of the two categories
WIDE = 780  # pixels from which the representative passage has a column, too


class RelationTable(QTableView):
    """Rows are chosen whole; Enter opens, Delete removes, F2 edits, Alt+arrows reorder."""

    opened = Signal(int)
    quoteOpened = Signal(int)
    removeWanted = Signal()
    nudgeWanted = Signal(int)
    menuWanted = Signal(QPoint)

    def __init__(self, rows: RelationRows) -> None:
        super().__init__()
        self._rows = rows
        self.setModel(rows)
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(CellDelegate(rows, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self._pressed_twice = 0  # the relation whose type was pressed for the second time
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setMinimumSectionSize(50)
        across.resizeSection(Column.TYPE, TYPE_WIDTH)
        across.resizeSection(Column.PASSAGES, COUNT_WIDTH)
        for column in (Column.MEANING, Column.QUOTE):
            across.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._room = 0
        self.doubleClicked.connect(self._double_clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        if room == self._room:
            return
        self._room = room
        wide = room >= WIDE
        # In a narrow table the first passage is read beside it, where all of the relation stand.
        self.setColumnHidden(Column.QUOTE, not wide)
        left = room - TYPE_WIDTH - COUNT_WIDTH
        end = round(left * (END_SHARE if not wide else END_SHARE * 0.7))
        for column in (Column.SOURCE, Column.TARGET):
            self.horizontalHeader().resizeSection(column, end)

    def current_id(self) -> int | None:
        """Return the relation with the cursor."""
        relation = self._rows.relation(self.currentIndex().row())
        return None if relation is None else relation.id

    def chosen_ids(self) -> list[int]:
        """Return the chosen relations from above."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [one.id for row in rows if (one := self._rows.relation(row)) is not None]

    def choose(self, relation_id: int | None) -> None:
        """Choose a relation, or none."""
        row = -1 if relation_id is None else self._rows.row_of(relation_id)
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif self.chosen_ids() != [relation_id] or self.current_id() != relation_id:
            column = max(0, self.currentIndex().column())
            choose_only(self, self._rows.index(row, column))

    def edit_meaning(self, relation_id: int) -> None:
        """Let the meaning of a relation be written."""
        row = self._rows.row_of(relation_id)
        if row >= 0:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            index = self._rows.index(row, Column.MEANING)
            choose_only(self, index)
            self.edit(index)

    def _double_clicked(self, index: QModelIndex) -> None:
        relation = self._rows.relation(index.row())
        if relation is None:
            return
        if index.column() == Column.QUOTE and relation.passages:
            self.quoteOpened.emit(relation.id)
        elif not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(relation.id)
        elif index.column() == Column.MEANING:
            self.edit(index)
        else:
            self._pressed_twice = relation.id

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # A list that opened at the press would take this release for a choice, and close.
        pressed, self._pressed_twice = self._pressed_twice, 0
        if pressed:
            self.edit(self._rows.index(self._rows.row_of(pressed), Column.TYPE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        editing = self.state() == QAbstractItemView.State.EditingState
        current = self.current_id()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing and current is not None:
            self.opened.emit(current)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not editing:
            self.removeWanted.emit()
        elif held == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.nudgeWanted.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            area = self.visualRect(self.currentIndex())
            where = self.viewport().mapToGlobal(area.bottomLeft())
        if self.chosen_ids():
            self.menuWanted.emit(where)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)


class CellDelegate(CalmDelegate):
    """A list of types in the one column, a field for words in the other."""

    def __init__(self, rows: RelationRows, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        del option
        if index.column() == Column.TYPE:
            combo = QComboBox(parent)
            combo.setMaxVisibleItems(16)
            combo.setAccessibleName(self.tr("Type"))
            combo.activated.connect(lambda _: self._done(combo))
            return combo
        field = QPlainTextEdit(parent)
        field.setAccessibleName(self.tr("Meaning"))
        field.setTabChangesFocus(True)
        return field

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            fill_types(editor, self._rows.reading.types, value)
            listed = editor.view()  # as wide as its words, whatever the cell is
            listed.setMinimumWidth(listed.sizeHintForColumn(0) + listed.fontMetrics().height())
            editor.showPopup()
        elif isinstance(editor, QPlainTextEdit) and not editor.toPlainText():
            editor.setPlainText(value)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, QPlainTextEdit):
            # A meaning is a sentence or two: the field reaches beyond its cell, inside the table.
            room = editor.parentWidget().rect()
            area = option.rect
            area.setHeight(max(area.height(), editor.fontMetrics().lineSpacing() * 4))
            area.setWidth(max(area.width(), 300))
            area.moveLeft(max(0, min(area.left(), room.right() - area.width())))
            area.moveTop(max(0, min(area.top(), room.bottom() - area.height())))
            editor.setGeometry(area)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter keeps what was written; with Shift it begins a line."""
        if (
            event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(editor, QPlainTextEdit)
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self._done(editor)
            return True
        return super().eventFilter(editor, event)
