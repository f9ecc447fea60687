"""The reminder, at the bottom of the window, that documents drawn to be coded again are due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QToolButton, QWidget

if TYPE_CHECKING:
    from qcode.model.changes import ChangeSet
    from qcode.services.recoding import Recoding
    from qcode.ui.shell.session import Session

AFTER_MS = 1_200  # the window is painted and answers before anybody is reminded


class DueButton(QToolButton):
    """Stands there while who codes has something to code again; a click shows what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._due: Recoding | None = None
        self.setProperty("role", "small")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(self.look)
        self.hide()

    def follow(self, session: Session) -> None:
        """Remind of what is due in this project from now on."""
        self._session = session
        self.hide()
        session.changed.connect(self._hear)
        session.coderChanged.connect(lambda _: self._later.start())
        self._later.start()

    def leave(self) -> None:
        """Remind of nothing: the project is being closed."""
        self._session = self._due = None
        self._later.stop()
        self.hide()

    def look(self) -> None:
        """Show the reminder, or put it away."""
        from qcode.services import recoding

        session = self._session
        self._due = None
        if session is not None and session.writable:
            today = date.today()  # noqa: DTZ011 - the day where one works
            mine = (
                one
                for one in recoding.due(session.project, today)
                if one.first.name == session.project.coder
            )
            self._due = next(mine, None)
        self.retranslate()
        self.setVisible(self._due is not None)

    def _hear(self, changes: ChangeSet) -> None:
        if changes.touches("coder_part", "coder", "work"):
            self._later.start()

    def retranslate(self) -> None:
        """Set every text again."""
        if self._due is None:
            return
        left = len(self._due.document_ids) - self._due.finished
        self.setText(self.tr("%Ln documents to code again…", "", left))
        self.setToolTip(
            self.tr("They were drawn to be coded a second time: code them as {name}.").format(
                name=self._due.again.name
            )
        )
        self.setAccessibleName(self.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
