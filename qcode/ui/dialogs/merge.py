"""Merging files into the project: looked over first, then chosen, then one step that can be undone.

Nothing is written before the main button is pressed; looking only reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from qcode.model.join_records import MergePlan, MergeReport, OtherProject
from qcode.services.joining import merging
from qcode.ui.dialogs.file_field import usual_folder
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.dialogs.merge_conflicts import ConflictsPage
from qcode.ui.dialogs.merge_report import ReportView, named
from qcode.ui.dialogs.question import ask
from qcode.ui.dialogs.waiting import waited
from qcode.ui.shell.i18n import say
from qcode.ui.shell.message import MessageDialog
from qcode.ui.shell.operation import Progress, sliced
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings

USUAL = QSize(980, 700)
_STATE = "dialog/merge"


def choose_files(parent: QWidget, session: Session, settings: Settings) -> list[Path]:
    """Ask which files are to be merged."""
    translate = QCoreApplication.translate
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        translate("merge", "Merge files"),
        str(usual_folder(settings.folder("packets") or str(session.project.path.parent))),
        translate("merge", "qcode projects (*.qcode);;All files (*)"),
    )
    if names:
        settings.set_folder("packets", str(Path(names[0]).parent))
    return [Path(name) for name in names]


def merge_files(
    parent: QWidget, session: Session, settings: Settings, paths: Sequence[Path]
) -> MergeReport | None:
    """Look the files over, show what they bring, merge; None when nothing was written."""
    title = QCoreApplication.translate("merge", "Merge files")
    plan = _look(parent, session, paths)
    if isinstance(plan, OtherProject):
        if not ask(
            parent,
            title,
            say(plan.message),
            QCoreApplication.translate("merge", "Match by name and look"),
        ):
            return None
        plan = _look(parent, session, paths, apart=True)
    if not isinstance(plan, MergePlan):
        return None
    if plan.nothing and not plan.report.refused:
        MessageDialog(
            parent,
            title,
            QCoreApplication.translate(
                "merge", "Everything in these files is here already. Nothing was changed."
            ),
            icon="about",
        ).exec()
        return None
    dialog = MergeDialog(parent, session, settings, plan)
    return dialog.merged if dialog.asked() else None


def _look(
    parent: QWidget, session: Session, paths: Sequence[Path], *, apart: bool = False
) -> MergePlan | OtherProject | None:
    """Look the files over in a worker; None when that was stopped or refused."""

    def look(progress: Progress) -> MergePlan | OtherProject:
        try:
            return merging.plan(session.project, paths, apart=apart, progress=progress)
        except OtherProject as error:
            return error

    title = QCoreApplication.translate("merge", "Looking the files over")
    return waited(parent, title, look)


class MergeDialog(FormDialog):
    """What comes in, and what needs a choice; ``merged`` is there once it is done."""

    def __init__(
        self, parent: QWidget | None, session: Session, settings: Settings, plan: MergePlan
    ) -> None:
        super().__init__(parent, "", "")
        heading = self.tr("Merge {names}").format(names=named(plan.paths))
        self.heading.setText(heading)
        self.setWindowTitle(heading)
        self.plan = plan
        self.merged: MergeReport | None = None
        self._session = session
        self._settings = settings
        self.view = ReportView()
        self.view.show_report(plan.report, plan.pairs)
        self.conflicts = ConflictsPage(plan)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.conflicts)
        # What is in them scrolls; the dialog does not grow with it.
        self._pages.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._pages.setMinimumHeight(300)
        self.pills: list[QToolButton] = []
        self.body.addLayout(self._make_pills())
        self.body.addWidget(self._pages, 1)
        self.conflicts.changed.connect(self._check)
        self._check()
        # Of projects that began apart it is first seen what is taken to be the same.
        self.show_page(1 if plan.conflicts and not plan.pairs else 0)
        if not self.restoreGeometry(settings.state(_STATE)):
            room = self.screen().availableGeometry().size() - QSize(40, 60)
            self.resize(USUAL.boundedTo(room))

    def _make_pills(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        group = QButtonGroup(self)
        for place in range(2):
            pill = QToolButton()
            pill.setProperty("pill", True)
            pill.setCheckable(True)
            pill.clicked.connect(lambda _=False, place=place: self.show_page(place))
            group.addButton(pill)
            self.pills.append(pill)
            row.addWidget(pill)
        row.addStretch(1)
        self._name_pills()
        return row

    def _name_pills(self) -> None:
        count = len(self.plan.conflicts)
        self.pills[0].setText(self.tr("What comes &in"))
        self.pills[1].setText(self.tr("%Ln con&flicts", "", count))
        self.pills[1].setVisible(bool(count))

    def show_page(self, place: int) -> None:
        """Show what comes in (0) or the conflicts (1)."""
        self.pills[place].setChecked(True)
        self._pages.setCurrentIndex(place)
        (self.view, self.conflicts)[place].setFocus()

    def _check(self) -> None:
        """Say how many conflicts wait; nothing is merged before none does."""
        left = self.conflicts.rows.open
        self.complain(
            self.tr("%Ln conflicts wait for a choice: M mine, T theirs, B both.", "", left)
            if left
            else ""
        )
        nothing = self.plan.nothing
        self.accept_button.setEnabled(not left and not nothing)
        self.accept_button.setText(self.tr("Nothing to merge") if nothing else self.tr("Merge"))

    def accept(self) -> None:
        """Write all as one step; after Cancel or a refusal the dialog is still there.

        A choice may bring up another conflict: then nothing is written, and it is shown as well.
        """
        project, title, plan = self._session.project, self.tr("Merging files"), self.plan
        choices = dict(self.conflicts.rows.choices)
        if plan.conflicts:
            plan = waited(
                self,
                title,
                lambda progress: merging.decide(project, self.plan, choices, progress=progress),
            )
            if plan is None:
                return
            if plan.open:
                self._take(plan)
                return
        report = sliced(
            self, title, lambda progress: merging.carry_out(project, plan, progress=progress)
        )
        if report is not None:
            self.merged = report
            super().accept()

    def _take(self, plan: MergePlan) -> None:
        """Show a plan with conflicts that were not seen before; what was chosen stays chosen."""
        self.plan = plan
        self.view.show_report(plan.report, plan.pairs)
        self.conflicts.show_plan(plan)
        self._name_pills()
        self._check()
        self.show_page(1)

    def done(self, result: int) -> None:
        self._settings.set_state(_STATE, self.saveGeometry())
        super().done(result)
