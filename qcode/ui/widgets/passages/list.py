"""The list of passages under the hands: keys and clicks that mean something for its rows."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QKeySequence, QPainter, QRegion

from qcode.ui.widgets.passages.delegate import PASSAGE, PassageDelegate
from qcode.ui.widgets.tall_rows import RowPainter, TallRows


class PassageList(TallRows):
    """Tells what is asked of which rows; ``letters`` are the keys (Qt.Key) that mean something."""

    unfoldPressed = Signal(list, object)  # rows; True, False, or None: the other way round
    keyPressed = Signal(int)  # one of the letters, for the marked rows
    copyPressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.letters: frozenset[int] = frozenset()

    def _paint_rows(self, painter: QPainter, region: QRegion) -> None:
        rows = cast("PassageDelegate", self.itemDelegate())
        rows.exposed = region
        super()._paint_rows(painter, region)
        rows.exposed = None

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self.viewport().underMouse():  # its tint stays under the pointer: another row has it now
            pointer = self.viewport().mapFromGlobal(QCursor.pos())
            for place in (pointer, pointer + QPoint(0, dy)):
                self.viewport().update(self.visualRect(self.indexAt(place)))

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: object = ()) -> None:
        if list(roles) != [PASSAGE] or self._tops is None:
            super().dataChanged(first, last, roles)
            return
        # Other numbers, as after each step in their document: the words below them stay.
        rows, viewport = cast("PassageDelegate", self.itemDelegate()), self.viewport()
        offset, width = self.verticalOffset(), viewport.width()
        highest, lowest = self._row_at(offset), self._row_at(offset + viewport.height())
        for row in range(max(first.row(), highest), min(last.row(), lowest) + 1):
            top, bottom = self._tops[row : row + 2]
            viewport.update(rows.label_area(QRect(0, top - offset, width, bottom - top)))

    def event(self, event: QEvent) -> bool:
        # Copying means the marked passages here, not the words in the text.
        if event.type() == QEvent.Type.ShortcutOverride and cast("QKeyEvent", event).matches(
            QKeySequence.StandardKey.Copy
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copyPressed.emit()
        elif plain and key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left):
            wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(key))
            rows = self.marked_rows() or [self.currentIndex().row()]
            self.unfoldPressed.emit([row for row in rows if row >= 0], wanted)
        elif plain and key in self.letters:
            self.keyPressed.emit(key)
        else:
            super().keyPressEvent(event)

    def marked_rows(self) -> list[int]:
        """Return the rows that are marked, from top to bottom."""
        # By ranges: asking for each of ten thousand rows takes a while.
        marked = self.selectionModel().selection()
        return sorted({row for part in marked for row in range(part.top(), part.bottom() + 1)})

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; there are no names to be found by typing."""

    def mousePressEvent(self, event: QEvent) -> None:
        if not self._at_triangle(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QEvent) -> None:
        if self._at_triangle(event):
            row = self.indexAt(event.position().toPoint()).row()
            self.unfoldPressed.emit([row], None)
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QEvent) -> None:
        if not self._at_triangle(event):  # two quick clicks there are two clicks
            super().mouseDoubleClickEvent(event)

    def _at_triangle(self, event: QEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        place = event.position().toPoint()
        index = self.indexAt(place)
        painter = cast("RowPainter", self.itemDelegate())
        return index.isValid() and painter.triangle(self.visualRect(index)).contains(place)
