"""Coherence: what does not fit together in the codebook, each with its cure."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QWidget

from qcode.model.coherence import Finding, FindingKind
from qcode.model.messages import Message
from qcode.services import codes, coherence
from qcode.ui.itemmodels.grouped_rows import GroupedRows, Lines
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell.i18n import say
from qcode.ui.shell.operation import sliced
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.workspaces.analyse.grouped_view import GroupedView
from qcode.ui.workspaces.analyse.page import BOARD, TREE, Page

# Where Enter leads; a finding of any other kind is shown in the tree.
_ON_BOARD = (
    FindingKind.OUTSIDE_MAIN_CATEGORIES,
    FindingKind.WITHOUT_CONCEPTS,
    FindingKind.WITHOUT_CATEGORY,
)
_BY_PASSAGES = (FindingKind.ONLY_CATEGORY, FindingKind.ONE_DOCUMENT)
_MOST = 99  # findings that the button of the workspace counts


class CoherencePage(Page):
    """Findings by kind; Enter on one leads to where it is cured."""

    name = "coherence"
    tables = ("code", "coding", "document", "setting", "relation", "paradigm_slot", "stage")

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(session, settings, parent)
        self.findings: list[Finding] | None = None
        self.rows = GroupedRows(_lines, lambda finding: finding.code_ids, self)
        self.view = GroupedView(self.rows)
        self.show_tree, self.show_board = QPushButton(), QPushButton()
        self.passages, self.merge = QPushButton(), QPushButton()
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(8, 40, 8, 8)
        self._counting = Recount(
            self, session.project.path, lambda: coherence.findings(session.project), self._take
        )
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        self.column.addLayout(self._pages, 1)  # before it is filled: alone, it shows what it gets
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._buttons = (self.show_board, self.show_tree, self.passages, self.merge)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    def _connect(self) -> None:
        self.view.opened.connect(self._lead)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self.show_tree.clicked.connect(lambda: self._show(TREE))
        self.show_board.clicked.connect(lambda: self._show(BOARD))
        self.passages.clicked.connect(self._show_passages)
        self.merge.clicked.connect(self._merge)

    def first(self) -> QWidget:
        return self.view if self.rows.rowCount() else self

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        self._counting.ask()

    def recount(self) -> None:
        """Read again though nobody looks: for the number on the button of the workspace."""
        self._stale = False
        self.read()

    def _take(self, found: list[Finding]) -> None:
        self.findings = found
        self.view.show_records(found)
        self._say()
        self._offer()
        self.noted.emit()

    # ------------------------------------------------------------------ the way to the cure

    def chosen(self) -> Finding | None:
        """Return the finding with the cursor."""
        found: Finding | None = self.rows.record(self.view.currentIndex())
        return found

    def _offer(self) -> None:
        finding = self.chosen()
        for button in self._buttons:
            button.setEnabled(finding is not None)
        near = finding is not None and finding.kind is FindingKind.NEAR_DUPLICATES
        self.merge.setVisible(near)
        self.merge.setEnabled(near and self.session.writable)
        self.passages.setEnabled(finding is not None and finding.kind is not FindingKind.UNUSED)

    def _lead(self, index: QModelIndex) -> None:
        finding: Finding | None = self.rows.record(index)
        if finding is None:
            self.view.toggle(index)
        elif finding.kind in _BY_PASSAGES:
            self._show_passages()
        elif finding.kind is FindingKind.NEAR_DUPLICATES and self.session.writable:
            self._merge()
        else:
            self._show(BOARD if finding.kind in _ON_BOARD else TREE)

    def _show(self, where: str) -> None:
        finding = self.chosen()
        if finding is not None:
            whole = finding.kind in (FindingKind.NEAR_DUPLICATES, FindingKind.SEVERAL_CORES)
            shown = finding.code_ids if whole else finding.code_ids[:1]
            self.codesRequested.emit(list(shown), where)

    def _show_passages(self) -> None:
        finding = self.chosen()
        if finding is not None:
            bare = finding.kind is FindingKind.ONLY_CATEGORY
            wanted = self.withoutConceptRequested if bare else self.passagesRequested
            wanted.emit(list(finding.code_ids))

    def _merge(self) -> None:
        from qcode.ui.dialogs.merge_near import ask_merging

        finding = self.chosen()
        wanted = ask_merging(self, self.session, finding.code_ids) if finding else None
        if wanted is not None:
            project = self.session.project
            sliced(
                self,
                self.tr("Merge codes"),
                lambda progress: codes.merge(
                    project, wanted.others, wanted.into, reason=wanted.reason, progress=progress
                ),
            )

    # ------------------------------------------------------------------ words

    def note(self) -> str:
        return str(len(self.findings)) if self.findings else ""

    def badge(self) -> Message | None:
        """Return what the button of the workspace adds to its name, None for nothing."""
        count = len(self.findings or ())
        if not count:
            return None
        return Message(f"{_MOST}+" if count > _MOST else str(count))

    def summary(self) -> str:
        """Return what the bottom line says."""
        count = len(self.findings or ())
        if count == 1:
            return self.tr("1 thing does not fit yet")
        return self.tr("{count} things do not fit yet").format(count=count) if count else ""

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("What does not fit together"))
        self.show_tree.setText(self.tr("Show in the tree"))
        self.show_board.setText(self.tr("Show on the board"))
        self.passages.setText(self.tr("Show the passages"))
        self.merge.setText(self.tr("Merge…"))
        self.rows.retranslate()
        self._say()

    def restyle(self) -> None:
        self.view.viewport().update()

    def _say(self) -> None:
        found = self.findings
        self._pages.setCurrentIndex(0 if found else 1)
        for button in self._buttons[:3]:
            button.setVisible(bool(found))
        if found is None:
            self._nothing.setText(self.tr("Looking…"))
            return
        self._nothing.setText("")
        self.heading.setText(
            self.summary() if found else self.tr("Everything fits together at this point")
        )
        self.about.setText(
            self.tr("Enter, or a click on the lower line, leads to where it is put right.")
            if found
            else self.tr("What does not fit is listed here as soon as it comes up.")
        )


def _lines(finding: Finding) -> Lines:
    return Lines(say(finding.message), say(finding.cure))
