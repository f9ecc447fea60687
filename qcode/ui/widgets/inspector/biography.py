"""The life of a code below its entry: folded until somebody asks, then read in a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from qcode.model.changes import ChangeSet
from qcode.model.errors import QcodeError
from qcode.ui.shell.i18n import day, joined, say
from qcode.ui.shell.operation import Job, Progress, quietly
from qcode.ui.shell.session import Session
from qcode.ui.widgets.inspector.parts import label, link

if TYPE_CHECKING:
    from qcode.model.log_records import Biography, LifeEntry

MOST = 40
"""Entries that are shown; of a longer life the latest."""

PAUSE = 150
"""Milliseconds that a code must stay chosen before its life is read."""


class BiographySection(QWidget):
    """A heading that unfolds, and below it what happened to the code, the latest first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._code_id: int | None = None
        self._found: Biography | None = None
        self._job: Job | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(PAUSE)
        self._resting.timeout.connect(self._read)
        self.button = link(self)
        self.button.setCheckable(True)
        self.button.toggled.connect(lambda _: self._unfold())
        self._inside = QWidget(self)
        self._inside.hide()
        self.entries = QVBoxLayout(self._inside)
        self.entries.setContentsMargins(0, 0, 0, 0)
        self.entries.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        session.changed.connect(self._hear)
        session.viewChanged.connect(self._read)
        self.retranslate()

    def show_code(self, code_id: int | None) -> None:
        """Show the life of this code from now on."""
        if code_id != self._code_id:
            self._code_id = code_id
            self._found = None
            self._show()
            self._resting.start()

    # ------------------------------------------------------------------ reading

    def _unfold(self) -> None:
        self._inside.setVisible(self.button.isChecked())
        self.retranslate()
        if self._found is None:
            self._read()

    def _hear(self, changes: ChangeSet) -> None:
        if changes.touches("code", "code_event"):
            self._read()

    def _read(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None
        code_id, project = self._code_id, self._session.project
        if code_id is None or not self.button.isChecked():
            self._found = None  # read when it is unfolded
            return

        def work(progress: Progress) -> Biography | None:
            del progress
            from qcode.services import code_biography

            try:
                return code_biography.biography(project, code_id)
            except QcodeError:  # closed meanwhile, or gone with the step that is being told
                return None

        def done(found: Biography | None) -> None:
            if code_id == self._code_id and found is not None:
                self._found = found
                self._show()

        self._job = quietly(self, work, done)

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        while (item := self.entries.takeAt(0)) is not None:
            widget = item.widget()
            widget.hide()
            widget.deleteLater()
        found = self._found
        if found is None:
            return
        if found.codings:
            self.entries.addWidget(self._note(self._codings(found)))
        for entry in reversed(found.entries[-MOST:]):
            self.entries.addWidget(EntryView(self._session, entry))
        if len(found.entries) > MOST:
            earlier = self.tr("and {count} earlier").format(count=len(found.entries) - MOST)
            self.entries.addWidget(self._note(earlier))

    def _note(self, words: str) -> QLabel:
        made = label("small", wraps=True)
        made.setText(words)
        return made

    def _codings(self, found: Biography) -> str:
        first, last = day(found.first), day(found.last)
        count = QLocale().toString(found.codings)
        if found.codings == 1:
            return self.tr("1 coding, {day}").format(day=first)
        if first == last:
            return self.tr("{count} codings, {day}").format(count=count, day=first)
        return self.tr("{count} codings, {first} to {last}").format(
            count=count, first=first, last=last
        )

    def retranslate(self) -> None:
        """Set every text again."""
        sign = "▾" if self.button.isChecked() else "▸"
        self.button.setText(f"{sign}  " + self.tr("Biography"))
        self.button.setAccessibleName(self.tr("Biography"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class EntryView(QWidget):
    """When and by whom, what, and why; a reason can be added where codes were merged or lost."""

    def __init__(self, session: Session, entry: LifeEntry) -> None:
        super().__init__()
        self._session = session
        self._entry = entry
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        what, when = label("", wraps=True), label("small", wraps=True)
        what.setText(say(entry.what))
        when.setText(joined((day(entry.at), entry.coder), "facts"))
        column.addWidget(what)
        column.addWidget(when)
        if entry.reason:
            why = label("muted", wraps=True)
            why.setText(self.tr("because: {reason}").format(reason=entry.reason))
            column.addWidget(why)
        self.add = link()
        self.field = QLineEdit(entry.reason)
        self.field.hide()
        if entry.event_id is not None and session.writable:
            words = self.tr("Change the reason…") if entry.reason else self.tr("Add a reason…")
            self.add.setText(words)
            self.add.setAccessibleName(joined((words, say(entry.what)), "heading"))
            self.add.clicked.connect(self._ask)
            self.field.setAccessibleName(self.tr("Reason"))
            self.field.editingFinished.connect(self._keep)
            column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(self.field)

    def _ask(self) -> None:
        self.add.hide()
        self.field.show()
        self.field.setFocus()

    def _keep(self) -> None:
        reason = " ".join(self.field.text().split())
        self.field.hide()
        self.add.show()
        if reason != self._entry.reason:
            # Later: what is shown here is made anew, and the field is still telling of Enter.
            QTimer.singleShot(0, self, lambda: self._write(reason))

    def _write(self, reason: str) -> None:
        from qcode.services import code_events

        self._session.run(
            self, self.tr("Reason"), code_events.set_reason, self._entry.event_id, reason
        )
