"""A page of the workspace Analyse: a heading on paper, and what is read below it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qcode.model.changes import ChangeSet
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings

BOARD, TREE = "axial", "code"
"""Where a code can be shown: the workspaces as the desk names them."""


class Page(QWidget):
    """Reads when it is shown, and again after changes of its ``tables`` while it is shown."""

    passagesRequested = Signal(list)
    """Codes whose passages are wanted."""

    withoutConceptRequested = Signal(list)
    """Codes whose passages that no concept is on are wanted."""

    codesRequested = Signal(list, str)
    """Codes to be shown, and where."""

    noted = Signal()
    """What ``note`` says has changed."""

    name: ClassVar[str]
    tables: ClassVar[tuple[str, ...]] = ("code", "coding", "document", "setting")

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.settings = settings
        self._stale = True
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.about = QLabel()
        self.about.setProperty("role", "muted")
        for label in (self.heading, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(22, 18, 22, 14)
        self.column.setSpacing(10)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.about)

    # ------------------------------------------------------------------ to be said by each

    def note(self) -> str:
        """Return what stands behind the title in the list of pages, usually nothing."""
        return ""

    def read(self) -> None:
        """Read everything anew."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every text again."""

    def restyle(self) -> None:
        """Draw again what has colours of the theme in it."""

    def first(self) -> QWidget:
        """Return what takes the focus when the page is gone to."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save typing that is still pending."""

    def leave(self) -> None:
        """Keep how the page is arranged."""
        self.flush()

    # ------------------------------------------------------------------ only what is shown is read

    def spoil(self) -> None:
        """Everything may be otherwise than it was read."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def hear(self, changes: ChangeSet) -> None:
        """A step was made: read again if it is shown, else when it is."""
        if changes.touches(*self.tables):
            self.spoil()

    def tells_of(self, changes: ChangeSet) -> bool:
        """Whether a person looking at this page would see what such a step changed."""
        return changes.touches(*self.tables)

    def refresh(self) -> None:
        """Read what was missed while hidden."""
        if self._stale:
            self._stale = False
            self.read()

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.restyle()
        super().changeEvent(event)
