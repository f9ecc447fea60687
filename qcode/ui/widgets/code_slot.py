"""A short list of categories: others can be dropped among them, and they can be dragged out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem

from qcode.ui.widgets.dragging import drag_rows
from qcode.ui.widgets.mime import CODES_MIME, codes_of, put_codes

CODE = Qt.ItemDataRole.UserRole  # the id of a row's code

# A menu or another window on top: the rows chosen are still what is meant.
_STILL_HERE = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class SlotList(QListWidget):
    """Categories in a slot; others can be dropped among them, and they can be dragged out."""

    dropped = Signal(list, int)
    removePressed = Signal()

    def __init__(self, writable: bool) -> None:
        super().__init__()
        self._writable = writable
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setDragEnabled(writable)
        self.setAcceptDrops(writable)
        self.setMinimumHeight(44)

    def mimeTypes(self) -> list[str]:
        return [CODES_MIME]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        mime = QMimeData()
        put_codes(mime, [item.data(CODE) for item in items])
        mime.setText("\n".join(item.text() for item in items))
        return mime

    def startDrag(self, actions: Qt.DropAction) -> None:
        drag_rows(self, actions)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take(event)

    def _take(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(CODES_MIME) and self._writable:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        keys = codes_of(event.mimeData())
        if not keys:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # nothing is to be removed by Qt
        event.accept()
        row = self.indexAt(event.position().toPoint()).row()
        place = self.count() if row < 0 else row
        # After the drag: a message inside its event would hold the program that drags.
        QTimer.singleShot(0, self, lambda: self.dropped.emit(keys, place))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STILL_HERE:
            self.clearSelection()  # a row that is chosen elsewhere is not what Delete means

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removePressed.emit()
            return
        super().keyPressEvent(event)
