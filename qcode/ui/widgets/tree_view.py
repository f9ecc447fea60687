"""A tree with rows of its own look: a rounded band for what is chosen, and nothing in boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
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
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QTreeView,
    QWidget,
)

from qcode.ui.shell import theme
from qcode.ui.widgets.dragging import drag_rows
from qcode.ui.widgets.ground import ground_color, paint_ground, stands_alone
from qcode.ui.widgets.row_marks import paint_arrow
from qcode.ui.widgets.tree_rows import Pens, Row, TreeRows

_HOVER_MS = 600  # holding a drag over a closed row opens it
_NO_ROW = 0  # the internal id of an index that is not valid; no row has it
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DeepModel(Protocol):
    """What the view asks of its model; Qt's own ways cost several calls from C++ for each row."""

    def depth(self, key: int) -> int:
        """Return how many rows are above the row with this internal id."""

    def has_below(self, key: int) -> bool:
        """Whether there are rows below the row with this internal id."""


class _Picture(NamedTuple):
    """What is asked once for all rows of a picture; rows are told apart by their internal id."""

    model: DeepModel
    left: int  # where the column begins in the viewport
    right: int  # and ends
    step: int  # by which each generation is set in
    pens: Pens
    marks: QItemSelectionModel
    several: bool  # whether each row has to be asked if it is selected
    chosen: int  # the row that is, where it is only one
    under: int  # the row below the pointer
    current: int


class TreeView(QTreeView):
    """One column without header, of a ``DeepModel`` whose rows have unlike internal ids above 0.

    Its delegate is a ``TreeRows``.

    Drags that carry one of ``landing`` fall onto a whole row and are reported by ``landed``; all
    others are the model's to judge, and what it refuses (files) goes on to whoever is below.
    """

    chosen = Signal(QModelIndex)  # Enter or a double click
    menuWanted = Signal(QPoint)  # global position
    nudged = Signal(int)  # Alt+Up or Ctrl+Up (-1), Alt+Down or Ctrl+Down (1)
    landed = Signal(QModelIndex, object)  # a row and the QMimeData that fell on it
    pressedAgain = Signal()  # the mouse on the row that is the current one already

    def __init__(self, landing: Iterable[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restyled = False  # while nobody saw it
        self._landing = tuple(landing)
        self._under = QPersistentModelIndex()  # the row below the pointer
        self._shows_pointer = False  # whether anything shows where it is
        self._lit = False  # whether a drag would land there
        self._line: QPointF | None = None  # left end of the line where a drag would put rows
        self.setProperty("bare", True)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(_HOVER_MS)
        self.setMouseTracking(True)
        stands_alone(self.viewport())
        self.doubleClicked.connect(self.chosen)

    # ------------------------------------------------------------------ painting

    def _paint_rows(self, painter: QPainter, region: QRegion) -> None:
        """Paint the rows that meet ``region``, each once.

        Qt's own way asks the model and the delegate several things for each of them.
        """
        rows: TreeRows = self.itemDelegate()
        picture = self._asked_once(rows.pens(painter, self.font()))
        rows.paint_rows(painter, picture.pens, self._met(painter, picture, region))

    def _met(self, painter: QPainter, picture: _Picture, region: QRegion) -> Iterator[Row]:
        """Yield from above the rows that meet ``region``, what lies below each of them painted."""
        below = 0  # everything above this is painted
        for area in sorted((one.top(), one.bottom()) for one in region):
            top, bottom = max(area[0], below), area[1]
            index = self.indexAt(QPoint(picture.left + 1, top))
            if top > bottom or not index.isValid():
                continue
            place = self.visualRect(index)
            top, height = place.top(), place.height()
            while top <= bottom and (key := index.internalId()) != _NO_ROW:
                left = picture.left + picture.step * (picture.model.depth(key) + 1)
                row = Row(key, left, picture.right, top, height)
                self._paint_below(painter, picture, row, index)
                yield row
                top += height
                index = self.indexBelow(index)
            below = top

    def _paint_below(
        self, painter: QPainter, picture: _Picture, row: Row, index: QModelIndex
    ) -> None:
        key, left, _, top, height = row
        chosen = picture.marks.isSelected(index) if picture.several else key == picture.chosen
        if chosen or key in (picture.under, picture.current):
            band = QRectF(0, top + 0.5, self.viewport().width(), height - 1)
            self._paint_band(painter, band, index, chosen)
        if picture.model.has_below(key):
            middle = QPointF(left - picture.step / 2, top + (height - 1) // 2 + 0.5)
            paint_arrow(painter, middle, self.isExpanded(index), picture.pens.muted)

    def _asked_once(self, pens: Pens) -> _Picture:
        marks, head = self.selectionModel(), self.header()
        left = head.sectionViewportPosition(0)
        chosen = marks.selection()
        one = chosen.count() == 1 and chosen.at(0).height() == 1
        return _Picture(
            model=self.model(),
            left=left,
            right=left + head.sectionSize(0),
            step=self.indentation(),
            pens=pens,
            marks=marks,
            several=bool(chosen.count()) and not one,
            chosen=chosen.at(0).topLeft().internalId() if one else _NO_ROW,
            under=self._under.internalId(),
            current=self.currentIndex().internalId(),
        )

    def _paint_band(
        self, painter: QPainter, band: QRectF, index: QModelIndex, chosen: bool
    ) -> None:
        shown = theme.current()
        lit = self._lit and index == self._under
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or index == self._under:
            painter.setBrush(shown.color("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(band, 5, 5)
        if lit:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(shown.color("accent"), 1.5))
            painter.drawRoundedRect(band.adjusted(1, 0.5, -1, -0.5), 5, 5)
        elif index == self.currentIndex() and self.hasFocus():
            painter.setBrush(shown.color("accent"))
            painter.drawRoundedRect(QRectF(0, band.top() + 4, 3, band.height() - 8), 1.5, 1.5)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), ground_color())
        self._paint_rows(painter, event.region())
        if self._line is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().color("accent"), 2))
            painter.drawEllipse(self._line + QPointF(3, 0), 3, 3)
            painter.drawLine(
                self._line + QPointF(6, 0), QPointF(self.viewport().width(), self._line.y())
            )
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, 0)
        # Qt takes the pixels for rows, and paints all rows again where most were only moved.
        self.viewport().scroll(0, dy)
        if self._line is not None:  # it stays where the pointer is, and does not go with the rows
            self.viewport().update()

    def isIndexHidden(self, index: QModelIndex) -> bool:
        """No row is hidden, its model takes it out; Qt would ask that for the parent and the row.

        It asks this several times whenever it looks where a row is.
        """
        return False

    def _hover(self, index: QModelIndex, *, lit: bool = False, line: QPointF | None = None) -> None:
        """Light up the row below the pointer: faintly, or as the target of a drag."""
        if index == self._under and lit == self._lit and line == self._line:
            return
        viewport, whole = self.viewport(), line is not None or self._line is not None
        for row in () if whole else (self._under, index):
            place = self.visualRect(row)
            viewport.update(0, place.top(), viewport.width(), place.height())
        if whole:
            viewport.update()
        self._under, self._lit, self._line = QPersistentModelIndex(index), lit, line
        self._shows_pointer = index.isValid() or line is not None

    # ------------------------------------------------------------------ pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = QPersistentModelIndex(self.currentIndex())
        super().mousePressEvent(event)
        if before.isValid() and before == self.indexAt(event.position().toPoint()):
            self.pressedAgain.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if self._shows_pointer and event.type() == QEvent.Type.Leave:
            self._hover(QModelIndex())
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and self._keeps(event):
            event.accept()
            return True
        if kind == QEvent.Type.StyleChange and not self.isVisible():
            # Every parent on the way into the window brings a style, and Qt would lay out all rows
            # for each of them.
            self._restyled = True
            return QAbstractScrollArea.event(self, event)
        if kind == QEvent.Type.Paint:  # of what is around the viewport: the scroll bar
            paint_ground(self, event)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        if self._restyled:
            self._restyled = False
            self.scheduleDelayedItemsLayout()
        stands_alone(self)  # the style sheet, which comes just before, takes it back
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            stands_alone(self)

    def _keeps(self, event: QKeyEvent) -> bool:
        """Whether a key is the tree's own, even where the window has a shortcut for it."""
        if event.key() in _STEPS:
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            return plain in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
        return _is_enter(event) or event.key() == Qt.Key.Key_F2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif _is_enter(event) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        elif self._keeps(event) and event.key() in _STEPS:
            self.nudged.emit(_STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            where = self.viewport().mapToGlobal(QPoint(self.indentation(), rect.bottom()))
        self.menuWanted.emit(where)
        event.accept()

    def edit_name(self, index: QModelIndex) -> None:
        """Open the editor on a row, if its name may be changed."""
        editing = self.state() == QAbstractItemView.State.EditingState
        if index.isValid() and not editing and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setFocus()
            self.edit(index)

    # ------------------------------------------------------------------ drags

    def startDrag(self, actions: Qt.DropAction) -> None:
        drag_rows(self, actions)

    def _lands(self, mime: QMimeData) -> bool:
        return any(mime.hasFormat(kind) for kind in self._landing)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._lands(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges, opens closed rows
        index = self.indexAt(event.position().toPoint())
        if not self._lands(event.mimeData()):
            self._show_target(index, event.isAccepted())
            return
        self._hover(index, lit=index.isValid())
        if index.isValid():
            event.acceptProposedAction()
        else:
            event.ignore()

    def _show_target(self, index: QModelIndex, accepted: bool) -> None:
        """Show where rows would go: into the row, or between two."""
        where = self.dropIndicatorPosition()
        place = QAbstractItemView.DropIndicatorPosition
        if not (accepted and index.isValid()):
            self._hover(QModelIndex())
        elif where == place.OnItem:
            self._hover(index, lit=True)
        else:
            rect = self.visualRect(index)
            edge = rect.top() if where == place.AboveItem else rect.bottom() + 1
            self._hover(QModelIndex(), line=QPointF(rect.left(), max(edge, 2)))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hover(QModelIndex())
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(QModelIndex())
        if not self._lands(event.mimeData()):
            super().dropEvent(event)
            return
        super().dragLeaveEvent(QDragLeaveEvent())  # ends the scrolling
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            event.acceptProposedAction()
            self.landed.emit(index, event.mimeData())


def _is_enter(event: QKeyEvent) -> bool:
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not plain
