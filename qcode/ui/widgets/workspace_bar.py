"""The names of the workspaces in a row, the one that is shown lit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget


class WorkspaceBar(QWidget):
    """A button for each of some checkable actions, one of which is checked."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Workspaces"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(2)
        self._buttons: list[QToolButton] = []
        for action in actions:
            button = QToolButton(self)
            button.setProperty("pill", True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setDefaultAction(action)
            row.addWidget(button)
            self._buttons.append(button)

    def buttons(self) -> list[QToolButton]:
        """Return the buttons from left to right."""
        return self._buttons

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Workspaces"))
        super().changeEvent(event)
