"""A field over a list of rows, floating over the window it was given."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QWidget


class FieldPopup(QFrame):
    """The field has the focus while it is open; the widget that had it before gets it back.

    A class derived from it says which keys it answers, and in ``_elsewhere`` by which reasons of
    losing the focus one has gone on to something else: then it closes and lets the focus be.
    """

    closed = Signal()

    _elsewhere: tuple[Qt.FocusReason, ...] = ()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._came_from: QWidget | None = None
        self._edit = QLineEdit(self)
        self._edit.installEventFilter(self)

    def _come_up(self, focus: QWidget | None) -> None:
        """Show; ``focus`` is where the focus goes when this closes."""
        if focus is not self._edit:
            self._came_from = focus
        self.show()
        self.raise_()
        self._edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_popup(self) -> None:
        """Hide, and give the focus back."""
        if self.isHidden():
            return
        came_from, self._came_from = self._came_from, None
        # Before it hides: for a hidden widget that has the focus, Qt looks all others over.
        if came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            return self._on_key(event)
        if kind == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()  # the window may use these keys too; while this is open they are ours
            return True
        if kind == QEvent.Type.FocusOut and event.reason() in self._elsewhere and self.isVisible():
            self._came_from = None
            self.close_popup()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Do what the key means here; False leaves it to the field."""
        raise NotImplementedError

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Whether the key is for this list although a shortcut of the window has it as well."""
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class RowsBelow(QListView):
    """The rows; the field above keeps the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
