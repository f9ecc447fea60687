"""The board itself: columns side by side, cards in them, moved by mouse and by keys.

One view for all columns, which paints what is seen: a thousand cards cost no more than those on the
screen. A board of one column fills its width and shows no head.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyledItemDelegate, QWidget

from qcode.ui.shell import theme
from qcode.ui.widgets.board.cards import CardPainter, State
from qcode.ui.widgets.board.geometry import GAP, Geometry
from qcode.ui.widgets.board.model import BoardModel, Index
from qcode.ui.widgets.choosing import choose_only
from qcode.ui.widgets.dragging import drag_rows
from qcode.ui.widgets.mime import CODES_MIME, codes_of

COLUMN_EMS = 15  # width of a column in heights of a line

_Flag = QItemSelectionModel.SelectionFlag
_Move = QAbstractItemView.CursorAction


class BoardView(QAbstractItemView):
    """Shows a ``BoardModel``; what is dropped or asked for comes out as signals."""

    opened = Signal(int)
    """A code's id: Enter or a double click."""

    dropped = Signal(list, int, int)
    """Code ids, the code of the column they fell into, the place among its cards."""

    shiftWanted = Signal(int)
    """The chosen cards are to go to the column before (-1) or behind (1)."""

    nudgeWanted = Signal(int)
    """The chosen card is to go up (-1) or down (1)."""

    currentKeyChanged = Signal(object)
    """The current code's id, None without one."""

    selectedKeysChanged = Signal()

    menuWanted = Signal(QPoint)
    """A menu is wanted for the chosen cards, at a global position."""

    def __init__(self, rows: BoardModel, *, single: bool = False) -> None:
        super().__init__()
        self._rows = rows
        self._single = single
        self._cards = CardPainter(self.font())
        self._geometry: Geometry | None = None
        self._hovered = 0
        self._target: tuple[int, int] | None = None  # column, place: where a drop would go
        self._kept: tuple[list[int], int] = ([], 0)
        self.setProperty("bare", True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if single:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_NameEditor(self))
        self.setModel(rows)
        rows.modelAboutToBeReset.connect(self._keep_choice)
        rows.modelReset.connect(self._restore_choice)
        rows.dataChanged.connect(lambda *_: self._forget_geometry())
        self.doubleClicked.connect(lambda index: self.opened.emit(rows.key_of(index)))

    # ------------------------------------------------------------------ by key

    def current_key(self) -> int:
        """Return the current code, 0 without one."""
        return self._rows.key_of(self.currentIndex())

    def selected_keys(self) -> list[int]:
        """Return the chosen codes as one reads the board: column after column."""
        places = []
        for index in self.selectionModel().selectedIndexes():
            key = self._rows.key_of(index)
            places.append((self._rows.place(key), key))
        return [key for _, key in sorted(places)]

    def select_keys(self, keys: Sequence[int]) -> None:
        """Choose codes; the first becomes the current one and comes into view."""
        there = [key for key in keys if key in self._rows]
        if not there:
            return
        picked = QItemSelection()
        for key in there:
            index = self._rows.index_of(key)
            picked.select(index, index)
        current = self._rows.index_of(there[0])
        self.selectionModel().setCurrentIndex(current, _Flag.NoUpdate)
        self.selectionModel().select(picked, _Flag.ClearAndSelect)
        self.scrollTo(current)

    def edit_key(self, key: int) -> None:
        """Open the editor on a code's name."""
        index = self._rows.index_of(key)
        if index.isValid():
            self.select_keys([key])
            self.edit(index)

    def _keep_choice(self) -> None:
        self._kept = (self.selected_keys(), self.current_key())
        self._hovered = 0

    def _restore_choice(self) -> None:
        self._forget_geometry()
        keys, current = self._kept
        left = [key for key in keys if key in self._rows]
        if left:
            self.select_keys(left)
        elif current in self._rows:
            index = self._rows.index_of(current)
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self.selectedKeysChanged.emit()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.currentKeyChanged.emit(self._rows.key_of(current) or None)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.selectedKeysChanged.emit()

    # ------------------------------------------------------------------ geometry

    def geometry_(self) -> Geometry:
        """Return where everything stands, on a board that is not scrolled."""
        if self._geometry is None:
            width = self._column_width()
            heights = [
                [self._cards.height(card, width) for card in column.cards]
                for column in self._rows.columns
            ]
            head = 0 if self._single else self._cards.head_height
            self._geometry = Geometry(heights, width, head)
        return self._geometry

    def _column_width(self) -> int:
        if self._single:
            return max(60, self.viewport().width())
        return self._cards.metrics.height() * COLUMN_EMS * 4 // 5

    def _forget_geometry(self) -> None:
        self._geometry = None
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        size, room = self.geometry_().size, self.viewport().size()
        for bar, whole, shown in (
            (self.verticalScrollBar(), size.height(), room.height()),
            (self.horizontalScrollBar(), size.width(), room.width()),
        ):
            bar.setRange(0, max(0, whole - shown))
            bar.setPageStep(max(1, shown))
            bar.setSingleStep(self._cards.metrics.height() * 2)
        super().updateGeometries()

    def visualRect(self, index: Index) -> QRect:
        place = self._rows.place(self._rows.key_of(index)) if index.isValid() else None
        if place is None or place[0] >= len(self.geometry_()):
            return QRect()
        geometry = self.geometry_()
        if place[1] < 0:  # heads stay at the top
            return geometry.head_rect(place[0]).translated(-self.horizontalOffset(), 0)
        area = geometry.card_rect(*place)
        return area.translated(-self.horizontalOffset(), -self.verticalOffset())

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        del hint
        area, room = self.visualRect(index), self.viewport().rect()
        if not area.isValid():
            return
        room.setTop(0 if self._rows.place(self._rows.key_of(index))[1] < 0 else self._head())
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if area.left() < room.left():
            across.setValue(across.value() + area.left() - room.left())
        elif area.right() > room.right():
            across.setValue(across.value() + area.right() - room.right())
        if area.top() < room.top():
            down.setValue(down.value() + area.top() - room.top() - GAP)
        elif area.bottom() > room.bottom():
            down.setValue(down.value() + area.bottom() - room.bottom() + GAP)

    def _head(self) -> int:
        return self.geometry_().head

    def indexAt(self, point: QPoint) -> QModelIndex:
        geometry = self.geometry_()
        column = geometry.column_at(point.x() + self.horizontalOffset())
        if column is None:
            return QModelIndex()
        head = self._rows.index(column, 0)
        if point.y() < geometry.head:
            return head
        row = geometry.row_at(column, point.y() + self.verticalOffset())
        return QModelIndex() if row is None else self._rows.index(row, 0, head)

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return self._single and index.isValid() and not index.parent().isValid()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        picked = QItemSelection(index, index) if index.isValid() else QItemSelection()
        self.selectionModel().select(picked, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._single:
            self._geometry = None
        super().resizeEvent(event)
        self.updateGeometries()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._cards = CardPainter(self.font())
            self._forget_geometry()
        super().changeEvent(event)

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        geometry = self.geometry_()
        painter = QPainter(self.viewport())
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            x, y = self.horizontalOffset(), self.verticalOffset()
            seen = event.rect().translated(x, y)
            chosen = set(self.selected_keys())
            current, focused = self.current_key(), self.hasFocus()
            columns = [
                number
                for number in range(len(geometry))
                if geometry.left(number) <= seen.right()
                and geometry.left(number) + geometry.width >= seen.left()
            ]
            for number in columns:
                cards = self._rows.columns[number].cards
                for row in geometry.visible_rows(number, seen.top(), seen.bottom()):
                    card = cards[row]
                    key = card.code.id
                    state = State(key in chosen, key == current, focused, key == self._hovered)
                    area = geometry.card_rect(number, row).translated(-x, -y)
                    self._cards.paint_card(painter, area, card, state)
            if not self._single:
                for number in columns:
                    card = self._rows.columns[number].head
                    key = card.code.id
                    target = self._target is not None and self._target[0] == number
                    state = State(
                        key in chosen, key == current, focused, key == self._hovered, target
                    )
                    area = geometry.head_rect(number).translated(-x, 0)
                    self._cards.paint_head(painter, area, card, state)
            self._paint_target(painter, geometry, x, y)
        finally:
            painter.end()

    def _paint_target(self, painter: QPainter, geometry: Geometry, x: int, y: int) -> None:
        if self._target is None or self._target[0] >= len(geometry):
            return
        line = geometry.gap_y(*self._target) - y
        if line >= geometry.head:
            left = geometry.left(self._target[0]) - x
            painter.fillRect(left, line - 1, geometry.width, 3, theme.current().color("accent"))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.HoverMove, QEvent.Type.Wheel):
            self._hover(self._rows.key_of(self.indexAt(event.position().toPoint())))
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.HoverLeave):
            self._hover(0)
        return super().viewportEvent(event)

    def _hover(self, key: int) -> None:
        if key != self._hovered:
            self._hovered = key
            self.viewport().update()

    # ------------------------------------------------------------------ keys

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        del modifiers
        geometry = self.geometry_()
        if not len(geometry):
            return QModelIndex()
        place = self._rows.place(self.current_key())
        if place is None:
            return self._at(0, 0 if self._single else -1)
        column, row = place
        last = len(self._rows.columns[column].cards) - 1
        first = 0 if self._single else -1
        match action:
            case _Move.MoveUp | _Move.MovePrevious:
                return self._at(column, max(first, row - 1))
            case _Move.MoveDown | _Move.MoveNext:
                return self._at(column, min(last, row + 1) if last >= 0 else first)
            case _Move.MoveHome:
                return self._at(column, first)
            case _Move.MoveEnd:
                return self._at(column, max(first, last))
            case _Move.MoveLeft | _Move.MoveRight:
                beside = column + (1 if action == _Move.MoveRight else -1)
                return self._beside(place, beside)
            case _Move.MovePageUp | _Move.MovePageDown:
                step = self.viewport().height() - geometry.head
                down = action == _Move.MovePageDown
                y = geometry.card_rect(column, row).center().y() if row >= 0 else geometry.head
                near = geometry.nearest_row(column, y + (step if down else -step))
                return self._at(column, row if near is None else near)
        return self.currentIndex()

    def _beside(self, place: tuple[int, int], column: int) -> QModelIndex:
        geometry = self.geometry_()
        if not 0 <= column < len(geometry):
            return self.currentIndex()
        if place[1] < 0:
            return self._at(column, -1)
        near = geometry.nearest_row(column, geometry.card_rect(*place).center().y())
        return self._at(column, -1 if near is None else near)

    def _at(self, column: int, row: int) -> QModelIndex:
        head = self._rows.index(column, 0)
        return head if row < 0 else self._rows.index(row, 0, head)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier and self._rows.writable:
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self.shiftWanted.emit(1 if key == Qt.Key.Key_Right else -1)
                return
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.nudgeWanted.emit(1 if key == Qt.Key.Key_Down else -1)
                return
        editing = self.state() == QAbstractItemView.State.EditingState
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing and self.current_key():
            self.opened.emit(self.current_key())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            where = self.visualRect(self.currentIndex()).bottomLeft()
        else:
            where = event.pos()
            index = self.indexAt(where)
            if index.isValid() and not self.selectionModel().isSelected(index):
                choose_only(self, index)
        if self.selected_keys():
            self.menuWanted.emit(self.viewport().mapToGlobal(where))

    # ------------------------------------------------------------------ dragging and dropping

    def startDrag(self, actions: Qt.DropAction) -> None:
        drag_rows(self, actions)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take_or_leave(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges
        self._take_or_leave(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        target = self._target_at(event.position().toPoint())
        keys = codes_of(event.mimeData())
        self._aim(None)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        if target is None or not keys or not self._rows.writable:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # nothing is to be removed by Qt
        event.accept()
        self.dropped.emit(keys, self._rows.columns[target[0]].head.code.id, target[1])

    def _take_or_leave(self, event: QDragMoveEvent) -> None:
        wanted = event.mimeData().hasFormat(CODES_MIME) and self._rows.writable
        target = self._target_at(event.position().toPoint()) if wanted else None
        self._aim(target)
        if target is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def _target_at(self, point: QPoint) -> tuple[int, int] | None:
        geometry = self.geometry_()
        column = geometry.nearest_column(point.x() + self.horizontalOffset())
        if column is None:
            return None
        if point.y() < geometry.head:
            return column, len(self._rows.columns[column].cards)
        return column, geometry.place_at(column, point.y() + self.verticalOffset())

    def _aim(self, target: tuple[int, int] | None) -> None:
        if target != self._target:
            self._target = target
            self.viewport().update()


class _NameEditor(QStyledItemDelegate):
    """Edits a name on its card."""

    def createEditor(self, parent: QWidget, option: object, index: Index) -> QLineEdit:
        del option, index
        editor = QLineEdit(parent)
        editor.setProperty("inline", True)
        editor.setAccessibleName(self.tr("Name"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: object, index: Index) -> None:
        del option
        editor.setGeometry(self.parent().visualRect(index))  # nothing of the old name beside it
