"""Who codes which document: seen, given and taken cell by cell, or dealt evenly at random.

What is changed here is changed at once, each change a step that can be undone.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from qcode.model.agreement_enums import CoderRole
from qcode.model.enums import WorkStatus
from qcode.services import assignments, coders, documents
from qcode.services.assignments import Assignment
from qcode.ui.dialogs.ask_name import ask_name
from qcode.ui.dialogs.assignment_progress import ProgressTable
from qcode.ui.dialogs.deal import deal
from qcode.ui.dialogs.form import FormDialog, note
from qcode.ui.dialogs.tables import CalmDelegate
from qcode.ui.itemmodels.assignment_grid import DOCUMENT, FIRST, GROUP, SIGNS, AssignmentGrid
from qcode.ui.shell.i18n import say
from qcode.ui.shell.operation import sliced
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.choosing import choose_only
from qcode.ui.widgets.coder_chip import coder_chip

USUAL = QSize(860, 680)
_STATE = "dialog/assignments"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROOM = 9  # pixels above and below the words of a row


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
        self._fill()
        if not self.restoreGeometry(settings.state(_STATE)):
            room = self.screen().availableGeometry().size() - QSize(40, 60)
            self.resize(USUAL.boundedTo(room))
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
        self._done = self._undone = 0  # steps of this dialog that can be taken back, done again
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

    def _hear(self, changes: object) -> None:
        self._count(changes.kind)
        if changes.touches("work", "coder", "coder_part", "document", "document_group", "coding"):
            self._fill()

    def _fill(self) -> None:
        """Show the work as it is now."""
        project = self._session.project
        groups = {one.id: one.name for one in documents.groups(project)}
        people = [one for one in coders.listed(project) if one.role is not CoderRole.CONSENSUS]
        self.grid.chips = {one.name: coder_chip(one) for one in people}
        self.grid.show_work(
            documents.listed(project, counts=False), groups, people, coders.work(project)
        )
        self.view.fit(bool(groups))
        self.progress.show_progress(
            [
                one
                for one in assignments.progress(project)
                if one.coder.role is not CoderRole.CONSENSUS
            ],
            assignments.shared(project),
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
        self._show_possible()

    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        for row, document in enumerate(self.grid.documents):
            name = document.title.casefold()
            self.view.setRowHidden(row, not all(word in name for word in wanted))

    def _cells(self, status: WorkStatus) -> dict[str, list[int]]:
        """Return coder → documents of the selected cells that have this status."""
        found: dict[str, list[int]] = {}
        for index in self.view.selectionModel().selectedIndexes():
            if self.grid.status(index) is status and not self.view.isRowHidden(index.row()):
                coder = self.grid.coders[index.column() - FIRST].name
                found.setdefault(coder, []).append(self.grid.documents[index.row()].id)
        return found

    def _show_possible(self) -> None:
        writable = self._session.writable
        self.give_button.setEnabled(writable and bool(self._cells(WorkStatus.UNASSIGNED)))
        self.take_button.setEnabled(writable and bool(self._cells(WorkStatus.OPEN)))
        self.add_button.setEnabled(writable)
        self.deal_button.setEnabled(writable and bool(self.grid.documents))

    # ------------------------------------------------------------------ changes

    def _give(self) -> None:
        wanted = self._cells(WorkStatus.UNASSIGNED)
        planned = [Assignment(coder, tuple(ids)) for coder, ids in wanted.items()]
        self.view.setFocus()  # the button is of no more use, and the next one does something else
        self._session.run(self, self.tr("Assign documents"), assignments.assign, planned)

    def _take(self) -> None:
        self.view.setFocus()
        for coder, ids in self._cells(WorkStatus.OPEN).items():
            title = self.tr("Take documents away")
            self._session.run(self, title, assignments.take_away, coder, ids)

    def _toggle(self) -> None:
        if self.give_button.isEnabled():
            self._give()
        elif self.take_button.isEnabled():
            self._take()

    def _deal(self) -> None:
        rows = {one.row() for one in self.view.selectionModel().selectedIndexes()}
        chosen = [self.grid.documents[row].id for row in sorted(rows)] if len(rows) > 1 else []
        planned = deal(self, self._session, chosen)
        if planned:
            self._session.run(self, self.tr("Deal documents"), assignments.assign, planned)

    def _add(self) -> None:
        title = self.tr("Add a coder")
        name = ask_name(self, title, self.tr("Add"), self.tr("Name"))
        if name:
            self._session.run(self, title, coders.add, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the filter goes on to the table; nobody closes the dialog by it."""
        if event.key() in _ENTER and self.words.hasFocus():
            self.view.setFocus()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self._settings.set_state(_STATE, self.saveGeometry())
        super().done(result)


class GridView(QTableView):
    """Cells are selected like those of a sheet; ``toggled``: Space, Enter or a double click."""

    toggled = Signal()

    def __init__(self, grid: AssignmentGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(grid)
        self.setItemDelegate(CalmDelegate(self))
        self.setAccessibleName(self.tr("Documents and coders"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROOM)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.setMinimumHeight(160)
        self.doubleClicked.connect(lambda index: index.column() >= FIRST and self.toggled.emit())

    def fit(self, grouped: bool) -> None:
        """Give the documents the room that the coders leave."""
        header = self.horizontalHeader()
        self.setColumnHidden(GROUP, not grouped)
        header.setSectionResizeMode(DOCUMENT, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)
        for column in range(GROUP, self.model().columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            width = header.sectionSizeHint(column)
            header.resizeSection(column, min(max(width, 90 if column == GROUP else 60), 150))
        if not self.currentIndex().isValid() and self.model().columnCount() > FIRST:
            choose_only(self, self.model().index(0, FIRST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, *_ENTER):
            self.toggled.emit()
        else:
            super().keyPressEvent(event)
