"""The offer, at the bottom of the window, to say why codes were just merged, split or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QToolButton, QWidget

if TYPE_CHECKING:
    from qcode.model.changes import ChangeSet
    from qcode.ui.shell.session import Session


class WhyButton(QToolButton):
    """Stands there from such a step to the next one; who has said why already is not asked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self.setProperty("role", "small")
        self.clicked.connect(self.ask)
        self.hide()
        self.retranslate()

    def follow(self, session: Session) -> None:
        """Offer it for the steps of a project from now on."""
        self._session = session
        self.hide()
        session.changed.connect(self._hear)

    def ask(self) -> None:
        """Ask why the last step was done, and keep the answer."""
        from qcode.services import code_events, step_events
        from qcode.ui.dialogs.ask_reason import ask_why

        session = self._session
        events = code_events.of_last_step(session.project) if session is not None else []
        if session is None or not events:
            return
        reason = ask_why(self.window(), events)
        if reason:
            ids = [one.id for one in events]
            session.run(self, self.tr("Reason"), step_events.set_reason, ids, reason)

    def _hear(self, changes: ChangeSet) -> None:
        asked = self._session is not None and changes.touches("code_event")
        if asked and changes.kind == "do" and changes.touches("code", "coding"):
            from qcode.services import code_events

            events = code_events.of_last_step(self._session.project)
            self.setVisible(bool(events) and not any(one.reason for one in events))
        else:
            self.hide()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setText(self.tr("Say why…"))
        self.setToolTip(self.tr("Keep a reason for this step in the history of the codes"))
        self.setAccessibleName(self.tr("Say why codes were merged, split or deleted"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
