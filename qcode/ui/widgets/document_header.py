"""The line above a text: which document it is, and the way to its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from qcode.model.enums import WorkStatus
from qcode.ui.shell import icons
from qcode.ui.shell.i18n import say
from qcode.ui.widgets.elided_label import ElidedLabel

FACTS = 10  # average letters: with less room facts say nothing


class DocumentHeader(QWidget):
    """Label and name, a few facts, the status of my work with a menu to change it, ‹ 3 of 8 ›."""

    previousRequested = Signal()
    nextRequested = Signal()
    statusRequested = Signal(object)  # WorkStatus

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel(parent=self)
        self._name.setProperty("role", "heading")
        self._facts = ElidedLabel(parent=self)  # gives way too: at 900 pixels there is the name
        self._facts.setProperty("role", "muted")
        self._place = QLabel(self)
        self._place.setProperty("role", "muted")
        self._status = WorkStatus.UNASSIGNED
        self.status_button = QToolButton(self)
        self.status_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.status_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._statuses = QMenu(self)
        for status in WorkStatus:
            entry = self._statuses.addAction("")
            entry.setData(status)
            entry.setCheckable(True)
            entry.triggered.connect(lambda _=False, one=status: self.statusRequested.emit(one))
        self.status_button.setMenu(self._statuses)
        self.status_button.clicked.connect(self.status_button.showMenu)
        self._previous = self._arrow("previous", self.previousRequested)
        self._next = self._arrow("next", self.nextRequested)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._name, 1)
        row.addWidget(self._facts)
        row.addWidget(self.status_button)
        row.addStretch(0)
        row.addWidget(self._previous)
        row.addWidget(self._place)
        row.addWidget(self._next)
        self._name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._facts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.retranslate()

    def _arrow(self, picture: str, wanted: Signal) -> QToolButton:
        button = QToolButton(self)
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
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_room()
        super().resizeEvent(event)

    def _share_room(self) -> None:
        """Keep the name whole; facts get what is left, or go: the inspector has them too."""
        row = self.layout()
        fixed = (self.status_button, self._previous, self._place, self._next)
        taken = sum(one.sizeHint().width() + row.spacing() for one in fixed if not one.isHidden())
        margins = row.contentsMargins()
        room = self.width() - taken - margins.left() - margins.right() - 2 * row.spacing()
        name = self._name.fontMetrics().horizontalAdvance(self._name.text()) + 2
        self._name.setMinimumWidth(max(0, min(name, room)))
        self._facts.setVisible(room - name > FACTS * self.fontMetrics().averageCharWidth())

    def show_status(self, status: WorkStatus | None, writable: bool) -> None:
        """Show how far the coder is with the document; None where there is none."""
        self._status = status or WorkStatus.UNASSIGNED
        self.status_button.setVisible(status is not None)
        self.status_button.setEnabled(writable)
        self._say_status()
        self._share_room()

    def _say_status(self) -> None:
        self.status_button.setText(say(self._status.label))
        words = self.tr("How far I am with this document: {status}").format(
            status=say(self._status.label)
        )
        self.status_button.setToolTip(words)
        self.status_button.setAccessibleName(words)
        for entry in self._statuses.actions():
            status = WorkStatus(entry.data())  # Qt hands the bare word on
            entry.setText(say(status.label))
            entry.setChecked(status is self._status)

    def retranslate(self) -> None:
        """Set the fixed words again."""
        self._say_status()
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
