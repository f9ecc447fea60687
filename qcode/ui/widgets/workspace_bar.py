"""The names of the workspaces in a row, the one that is shown lit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

ROOM = 34  # pixels around the words of a button


class WorkspaceBar(QWidget):
    """A button for each of some checkable actions, one of which is checked."""

    grown = Signal()
    """A name is longer or shorter than before: whoever holds the bar must lay it out anew."""

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
            action.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Give each button room for its words in bold, so that nothing moves when one is lit."""
        font = self.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        grown = False
        for button in self._buttons:
            words = button.defaultAction().text().replace("&", "")
            width = metrics.horizontalAdvance(words) + ROOM
            grown = grown or width != button.minimumWidth()
            button.setMinimumWidth(width)
        if grown:
            self.updateGeometry()
            QTimer.singleShot(0, self, lambda: self.grown.emit())

    def buttons(self) -> list[QToolButton]:
        """Return the buttons from left to right."""
        return self._buttons

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Workspaces"))
        elif event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)
