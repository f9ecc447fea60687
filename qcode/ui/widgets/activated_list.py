"""A list whose rows are used alike on every system: by Enter, a double click, or a click."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget


class ActivatedList(QListView):
    """Tells which row was used. Qt's own ``activated`` differs from desktop to desktop."""

    activatedRow = Signal(int)
    removePressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clicks = False
        self.setProperty("bare", True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)

    def set_clicks(self, use: bool) -> None:
        """Let a plain click use a row; otherwise it takes a double click."""
        self._clicks = use

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.activatedRow.emit(row)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removePressed.emit()
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        # With Shift or Ctrl the click marks rows and uses none.
        plain = QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
        if self._clicks and plain:
            self.activatedRow.emit(index.row())

    def _double_clicked(self, index: QModelIndex) -> None:
        if not self._clicks:
            self.activatedRow.emit(index.row())
