"""A list whose rows have very different heights, quick with ten thousand of them.

Qt's own list measures every row again at each change once rows differ in height. This one keeps the
heights, measures rows when they are needed, and finds a row by bisection.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Protocol, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from qcode.ui.widgets.activated_list import ActivatedList
from qcode.ui.widgets.ground import ground_color, stands_alone

MEASURED = 150
"""Rows up to which each is as high as its words; beyond, folded rows are equally high."""

_ACTION = QAbstractItemView.CursorAction


class RowPainter(Protocol):
    """What such a list asks of its delegate."""

    def height(self, index: QModelIndex, width: int, uniform: bool) -> int:
        """Height of a row in pixels; with ``uniform`` that of every folded row."""

    def triangle(self, row: QRect) -> QRect:
        """Where a click folds and unfolds a row."""


class TallRows(ActivatedList):
    """Lays out and paints the rows of a model by the heights that the delegate tells."""

    # Asked for by Qt before the constructor comes to them.
    _heights: Sequence[int | None] = ()
    _tops: Sequence[int] | None = (0,)
    _width = 0

    def __init__(self) -> None:
        super().__init__()
        self.unfolded_rows: Callable[[], set[int]] = set
        self._known_states: dict = {}
        self._heights = []
        self._tops = None
        self.setResizeMode(QListView.ResizeMode.Fixed)  # or Qt lays out later once more
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalScrollBar().setSingleStep(24)
        stands_alone(self.viewport())

    def setModel(self, model: object) -> None:
        super().setModel(model)
        model.rowsRemoved.connect(self._rows_removed)
        model.modelReset.connect(self.remeasure)
        self.remeasure()

    def remeasure(self) -> None:
        """Measure every row again when it is needed."""
        self._heights = [None] * self.model().rowCount()
        self._changed()

    # ------------------------------------------------------------------ heights

    def _edges(self) -> Sequence[int]:
        """Top edges of all rows in the content, and the bottom edge of the last."""
        if self._tops is None:
            self._measure()
        return self._tops

    def _measure(self) -> None:
        painter = cast("RowPainter", self.itemDelegate())
        model, heights = self.model(), self._heights
        uniform = len(heights) > MEASURED
        self._width = self.viewport().width()
        rows = self.unfolded_rows() if uniform else range(len(heights))
        for row in rows:
            if 0 <= row < len(heights) and heights[row] is None:
                heights[row] = painter.height(model.index(row, 0), self._width, False)
        if uniform and None in heights:
            plain = painter.height(model.index(heights.index(None), 0), self._width, True)
            heights = [plain if height is None else height for height in heights]
        self._heights = heights
        self._tops = list(accumulate(heights, initial=0))

    def _changed(self) -> None:
        self._tops = None
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    # ------------------------------------------------------------------ changes of the model

    def rowsInserted(self, parent: QModelIndex, start: int, end: int) -> None:
        bar = self.verticalScrollBar()
        above = bool(self._tops) and bar.value() > 0 and self._tops[start] < bar.value()
        crossing = len(self._heights) <= MEASURED < self.model().rowCount()
        self._heights[start:start] = [None] * (end - start + 1)
        if crossing:
            self._heights = [None] * len(self._heights)
        self._changed()
        super().rowsInserted(parent, start, end)
        if above:  # what is being read stays where it is
            edges = self._edges()
            self.updateGeometries()
            bar.setValue(bar.value() + edges[end + 1] - edges[start])

    def _rows_removed(self, parent: QModelIndex, start: int, end: int) -> None:
        crossing = self.model().rowCount() <= MEASURED < len(self._heights)
        del self._heights[start : end + 1]
        if crossing:
            self._heights = [None] * len(self._heights)
        self._changed()

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: object = ()) -> None:
        if not roles:  # anything may be different, the height too
            self._heights[first.row() : last.row() + 1] = [None] * (last.row() - first.row() + 1)
            self._changed()
        elif self._tops is None:
            self.viewport().update()
        else:
            self.viewport().update(self.visualRect(first) | self.visualRect(last))

    # ------------------------------------------------------------------ geometry

    def doItemsLayout(self) -> None:
        if self.viewport().width() != self._width:
            self._heights = [None] * len(self._heights)
            self._tops = None
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._edges()[-1] - height))

    def visualRect(self, index: QModelIndex) -> QRect:
        if not index.isValid() or index.row() >= len(self._heights):
            return QRect()
        edges = self._edges()
        top = edges[index.row()]
        height = edges[index.row() + 1] - top
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._row_at(point.y() + self.verticalOffset())
        return self.model().index(row, 0) if 0 <= row < len(self._heights) else QModelIndex()

    def _row_at(self, y: int) -> int:
        return bisect_right(self._edges(), y) - 1

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)

    def scrollTo(
        self,
        index: QModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid() or index.row() >= len(self._heights):
            return
        self.updateGeometries()
        area, height = self.visualRect(index), self.viewport().height()
        bar = self.verticalScrollBar()
        hints = QAbstractItemView.ScrollHint
        if hint == hints.PositionAtCenter:
            bar.setValue(bar.value() + area.top() - max(0, (height - area.height()) // 2))
        elif area.top() < 0 or hint == hints.PositionAtTop or area.height() > height:
            bar.setValue(bar.value() + area.top())
        elif area.bottom() >= height or hint == hints.PositionAtBottom:
            bar.setValue(bar.value() + area.bottom() + 1 - height)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        offset = self.verticalOffset()
        area = rect.normalized()
        last_row = len(self._heights) - 1
        first = max(0, self._row_at(area.top() + offset))
        last = min(last_row, self._row_at(area.bottom() + offset))
        chosen = QItemSelection()
        if first <= last and last_row >= 0:
            chosen.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        shown = self.viewport().rect()
        edges, offset = self._edges(), self.verticalOffset()
        for part in selection:
            top, bottom = edges[part.top()], edges[min(part.bottom() + 1, len(edges) - 1)]
            region += QRect(0, top - offset, shown.width(), bottom - top) & shown
        return region

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        count = len(self._heights)
        if not count:
            return QModelIndex()
        here = self.currentIndex().row()
        page = self.viewport().height()
        edges = self._edges()
        if action == _ACTION.MoveHome or here < 0:
            row = 0
        elif action == _ACTION.MoveEnd:
            row = count - 1
        elif action == _ACTION.MovePageDown:
            row = max(here + 1, self._row_at(edges[here] + page))
        elif action == _ACTION.MovePageUp:
            row = min(here - 1, self._row_at(max(0, edges[here] - page)))
        else:
            back = action in (_ACTION.MoveUp, _ACTION.MovePrevious, _ACTION.MoveLeft)
            row = here - 1 if back else here + 1
        return self.model().index(min(max(row, 0), count - 1), 0)

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), ground_color())
        try:
            self._paint_rows(painter, event.region())
        finally:
            painter.end()

    def _paint_rows(self, painter: QPainter, region: QRegion) -> None:
        """Paint the rows that meet ``region``."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        states = self._states(option.state)
        delegate, model, marks = self.itemDelegate(), self.model(), self.selectionModel()
        edges, offset, width = self._edges(), self.verticalOffset(), self.viewport().width()
        hovered = self._row_below_pointer()
        current = self.currentIndex().row() if self.hasFocus() else -1
        area = region.boundingRect()
        row, bottom = max(0, self._row_at(area.top() + offset)), area.bottom() + offset
        while row < len(self._heights) and edges[row] <= bottom:
            place = QRect(0, edges[row] - offset, width, edges[row + 1] - edges[row])
            if region.intersects(place):
                index = model.index(row, 0)
                option.rect = place
                option.state = states[marks.isSelected(index), row == hovered, row == current]
                delegate.paint(painter, option, index)
            row += 1

    def _row_below_pointer(self) -> int:
        viewport = self.viewport()
        if not viewport.underMouse():
            return -1
        return self.indexAt(viewport.mapFromGlobal(QCursor.pos())).row()

    def _states(self, state: QStyle.StateFlag) -> dict[tuple[bool, bool, bool], QStyle.StateFlag]:
        """Selected, under the pointer, with the focus → state; joining flags is slow in Python."""
        if state not in self._known_states:
            flags = QStyle.StateFlag
            plain = state & ~(flags.State_HasFocus | flags.State_Selected | flags.State_MouseOver)
            none = flags.State_None
            self._known_states[state] = {
                (selected, hovered, focused): plain
                | (flags.State_Selected if selected else none)
                | (flags.State_MouseOver if hovered else none)
                | (flags.State_HasFocus if focused else none)
                for selected in (False, True)
                for hovered in (False, True)
                for focused in (False, True)
            }
        return self._known_states[state]

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
