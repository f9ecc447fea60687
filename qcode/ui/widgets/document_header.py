"""The line above a text: which document it is, and the way to its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from qcode.ui.shell import icons
from qcode.ui.widgets.elided_label import ElidedLabel


class DocumentHeader(QWidget):
    """Label and name, a few facts, and ‹ 3 of 8 ›."""

    previousRequested = Signal()
    nextRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel()
        self._name.setProperty("role", "heading")
        self._facts = ElidedLabel()  # gives way too: at 900 pixels the name is still there
        self._facts.setProperty("role", "muted")
        self._place = QLabel()
        self._place.setProperty("role", "muted")
        self._previous = self._arrow("previous", self.previousRequested)
        self._next = self._arrow("next", self.nextRequested)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._name, 1)
        row.addWidget(self._facts)
        row.addStretch(0)
        row.addWidget(self._previous)
        row.addWidget(self._place)
        row.addWidget(self._next)
        self._name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._facts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.retranslate()

    def _arrow(self, picture: str, wanted: Signal) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(picture))
        button.setAutoRaise(True)
        button.clicked.connect(wanted)
        return button

    def show_document(self, title: str, facts: str, place: int, count: int) -> None:
        """Show a document; ``place`` counts from 1 among ``count`` documents."""
        self._name.setText(title)
        self._facts.setText(facts)
        self._place.setText(self.tr("{place} of {count}").format(place=place, count=count))
        self._previous.setEnabled(count > 1)
        self._next.setEnabled(count > 1)

    def retranslate(self) -> None:
        """Set the fixed words again."""
        for button, words in (
            (self._previous, self.tr("Previous document")),
            (self._next, self.tr("Next document")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._previous.setIcon(icons.icon("previous"))
            self._next.setIcon(icons.icon("next"))
        super().changeEvent(event)
