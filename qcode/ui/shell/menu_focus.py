"""Escape from the menu bar leads back to what had the keyboard before.

Qt sees to that after one menu. When a second one is opened by its access key while the bar still
has the keyboard, Qt forgets who had it, and the keys go to a bar in which nothing is chosen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget
from shiboken6 import isValid


class MenuFocus(QObject):
    """Remembers for a menu bar who had the keyboard, and gives it back after Escape."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._before: QWidget | None = None
        bar.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._remember)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            QTimer.singleShot(0, self._give_back)  # after what Qt does about it
        return super().eventFilter(watched, event)

    def _remember(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is self._bar and old is not None and old is not self._bar:
            self._before = old

    def _give_back(self) -> None:
        left = self._bar.hasFocus() and self._bar.activeAction() is None
        if left and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.MenuBarFocusReason)
