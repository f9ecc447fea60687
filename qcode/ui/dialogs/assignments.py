"""Who codes which document: seen, given and taken cell by cell, or dealt evenly at random.

What is changed here is changed at once, each change a step that can be undone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from qcode.model.agreement_enums import CoderRole
from qcode.model.changes import ChangeSet
from qcode.model.enums import WorkStatus
from qcode.model.records import Document
from qcode.services import assignments, coders, documents
from qcode.services.assignments import Assignment
from qcode.services.project import Project
from qcode.ui.dialogs.ask_name import ask_name
from qcode.ui.dialogs.assignment_progress import ProgressTable
from qcode.ui.dialogs.assignment_view import ENTER, GridView
from qcode.ui.dialogs.deal import deal
from qcode.ui.dialogs.form import MARGIN, FormDialog, note
from qcode.ui.itemmodels.assignment_grid import FIRST, SIGNS, AssignmentGrid
from qcode.ui.shell.i18n import say
from qcode.ui.shell.operation import sliced
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.coder_chip import coder_chip

USUAL = QSize(860, 680)
_STATE = "dialog/assignments"


def assign_documents(parent: QWidget, session: Session, settings: Settings) -> None:
    """Show who codes what and let it be changed."""
    AssignmentsDialog(parent, session, settings).asked()


class AssignmentsDialog(FormDialog):
    """Progress of each coder, and the grid of documents and coders below it."""

    def __init__(self, parent: QWidget | None, session: Session, settings: Settings) -> None:
        super().__init__(parent, "", "")
        heading = self.tr("Who codes what")
        self.heading.setText(heading)
        self.setWindowTitle(heading)
        self._session = session
        self._settings = settings
        self._documents: list[Document] = []
        self._groups: dict[int, str] = {}
        self._narrowed = False
        self._done = self._undone = 0  # steps of this dialog that can be taken back, done again
        self.progress = ProgressTable()
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText(self.tr("Filter documents"))
        self.words.setAccessibleName(self.tr("Filter documents"))
        self.grid = AssignmentGrid()
        self.view = GridView(self.grid)
        self.legend = note("")
        self.add_button = QPushButton(self.tr("A&dd a coder…"))
        self.give_button = QPushButton(self.tr("&Assign"))
        self.take_button = QPushButton(self.tr("&Take away"))
        self.deal_button = QPushButton(self.tr("Deal &evenly…"))
        self.body.addWidget(self.progress)
        self.body.addLayout(self._make_tools())
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.legend)
        self.accept_button.setText(self.tr("Close"))
        self.cancel_button.hide()
        self._connect()
        if not session.writable:
            self.complain(self.tr("The project is open read-only; nothing can be changed here."))
        self._read_documents()
        self._fill()
        if not self.restoreGeometry(settings.state(_STATE)):
            room = self.screen().availableGeometry().size() - QSize(40, 60)
            needed = QSize(self.view.width_needed() + 2 * MARGIN, 0)
            self.resize(USUAL.expandedTo(needed).boundedTo(room))
        self.view.setFocus()

    # ------------------------------------------------------------------ parts

    def _make_tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        for button in (self.give_button, self.take_button, self.deal_button, self.add_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        handlers: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            (self.give_button, self._give),
            (self.take_button, self._take),
            (self.deal_button, self._deal),
            (self.add_button, self._add),
        )
        for button, handler in handlers:
            button.clicked.connect(handler)
        self.words.textChanged.connect(self._narrow)
        self.view.toggled.connect(self._toggle)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_possible())
        self._session.changed.connect(self._hear)
        QShortcut(QKeySequence.StandardKey.Undo, self, activated=self._undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, activated=self._redo)

    # ------------------------------------------------------------------ what is shown

    def _undo(self) -> None:
        """Take back the latest step of this dialog; what was done before it is not in sight."""
        if self._done:
            sliced(self, self.tr("Undo"), self._session.project.undo)

    def _redo(self) -> None:
        if self._undone:
            sliced(self, self.tr("Redo"), self._session.project.redo)

    def _count(self, kind: str) -> None:
        self._done += -1 if kind == "undo" else 1
        self._undone = 0 if kind == "do" else self._undone + (1 if kind == "undo" else -1)

    def _hear(self, changes: ChangeSet) -> None:
        self._count(changes.kind)
        if changes.touches("document", "document_group"):
            self._read_documents()
        if changes.touches("work", "coder", "coder_part", "document", "document_group", "coding"):
            self._fill()

    def _read_documents(self) -> None:
        project = self._session.project
        self._documents = documents.listed(project, counts=False)
        self._groups = {one.id: one.name for one in documents.groups(project)}

    def _fill(self) -> None:
        """Show the work as it is now."""
        found = assignments.overall(self._session.project)
        people = [one for one in found.coders if one.role is not CoderRole.CONSENSUS]
        self.grid.chips = {one.name: coder_chip(one) for one in people}
        self.grid.show_work(self._documents, self._groups, people, found.work)
        self.view.show_groups(bool(self._groups))
        self.progress.show_progress(
            [one for one in found.progress if one.coder.role is not CoderRole.CONSENSUS],
            found.shared,
        )
        self.legend.setText(
            "     ".join(
                f"{SIGNS[status]} {say(status.label)}"
                for status in (WorkStatus.FINISHED, WorkStatus.OPEN)
            )
            + "     "
            + self.tr("Space assigns, or takes away what is not finished; Ctrl+Z takes it back.")
        )
        self._narrow(self.words.text())

    def _narrow(self, words: str) -> None:
        """Show the documents with these words; hidden cells are neither given nor taken."""
        wanted = words.casefold().split()
        if wanted or self._narrowed:
            for row, document in enumerate(self.grid.documents):
                name = document.title.casefold()
                self.view.setRowHidden(row, not all(word in name for word in wanted))
        self._narrowed = bool(wanted)
        self._show_possible()

    def _cells(self, status: WorkStatus) -> list[Assignment]:
        """Return the documents that the selected cells of this status give to each coder."""
        found: dict[int, list[int]] = {}
        for row, column in self.view.chosen_cells():
            if self.grid.status_at(row, column) is status:
                found.setdefault(column, []).append(self.grid.documents[row].id)
        return [
            Assignment(self.grid.coders[column - FIRST].name, tuple(ids))
            for column, ids in sorted(found.items())
        ]

    def _show_possible(self) -> None:
        writable = self._session.writable
        wanted = {WorkStatus.UNASSIGNED, WorkStatus.OPEN} if writable else set()
        missing = set(wanted)
        for row, column in self.view.chosen_cells():
            missing.discard(self.grid.status_at(row, column))
            if not missing:
                break
        self.give_button.setEnabled(WorkStatus.UNASSIGNED in wanted - missing)
        self.take_button.setEnabled(WorkStatus.OPEN in wanted - missing)
        self.add_button.setEnabled(writable)
        self.deal_button.setEnabled(writable and bool(self.grid.documents))

    # ------------------------------------------------------------------ changes

    def _give(self) -> None:
        planned = self._cells(WorkStatus.UNASSIGNED)
        self.view.setFocus()  # the button is of no more use, and the next one does something else
        self._change(self.tr("Assign documents"), assignments.assign, planned)

    def _take(self) -> None:
        planned = self._cells(WorkStatus.OPEN)
        self.view.setFocus()
        self._change(self.tr("Take documents away"), assignments.take_away, planned)

    def _toggle(self) -> None:
        if self.give_button.isEnabled():
            self._give()
        elif self.take_button.isEnabled():
            self._take()

    def _change(
        self,
        title: str,
        change: Callable[[Project, Iterable[Assignment]], object],
        planned: Iterable[Assignment],
    ) -> None:
        """Give or take as one step; with thousands of documents the window lives meanwhile."""
        project = self._session.project
        sliced(self, title, lambda _progress: change(project, planned))

    def _deal(self) -> None:
        rows = {row for row, _ in self.view.chosen_cells()}
        chosen = [self.grid.documents[row].id for row in sorted(rows)] if len(rows) > 1 else []
        planned = deal(self, self._session, chosen)
        if planned:
            self._change(self.tr("Deal documents"), assignments.assign, planned)

    def _add(self) -> None:
        title = self.tr("Add a coder")
        name = ask_name(self, title, self.tr("Add"), self.tr("Name"))
        if name:
            self._session.run(self, title, coders.add, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the filter goes on to the table; nobody closes the dialog by it."""
        if event.key() in ENTER and self.words.hasFocus():
            self.view.setFocus()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self._settings.set_state(_STATE, self.saveGeometry())
        super().done(result)
