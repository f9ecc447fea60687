"""A condition that is in force: what it says, and a cross that takes it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from qcode.ui.shell import icons, theme

WIDEST = 260
"""Pixels of a chip at most; its whole text is in the tooltip."""


class Chip(QFrame):
    """A small rounded field with a text and a cross; Delete takes it away too."""

    pressed = Signal()
    removed = Signal()

    def __init__(self, text: str, remove: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.words = QToolButton()
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words.setMaximumWidth(WIDEST - 30)
        shown = self.words.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, WIDEST - 50)
        self.words.setText(shown.replace("&", "&&"))
        self.words.setToolTip(text if shown != text else "")
        self.words.setAccessibleName(text)
        self.words.clicked.connect(self.pressed)
        self.cross = QToolButton()
        self.cross.setToolTip(remove)
        self.cross.setAccessibleName(remove)
        self.cross.clicked.connect(self.removed)
        line = QHBoxLayout(self)
        line.setContentsMargins(3, 0, 2, 0)
        line.setSpacing(0)
        line.addWidget(self.words)
        line.addWidget(self.cross)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.words)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        shown = theme.current()
        style = (
            f"QFrame#chip {{ background: {shown.accent_soft}; border-radius: 6px; }}"
            "QToolButton { padding: 2px 4px; }"
            f"QToolButton:focus {{ border-color: {shown.accent}; }}"
        )
        if self.styleSheet() != style:
            self.setStyleSheet(style)
        self.cross.setIcon(QIcon(icons.pixmap("close", 12, shown.ink)))
