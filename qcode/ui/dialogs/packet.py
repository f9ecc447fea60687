"""A packet for one coder: who it is for, which documents, blind or not, and its file."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from qcode.model.enums import WorkStatus
from qcode.services import coders, documents, packets
from qcode.services.packets import PacketReport
from qcode.services.project import SUFFIX
from qcode.ui.dialogs.document_picks import DocumentPicks
from qcode.ui.dialogs.export_form import file_stem
from qcode.ui.dialogs.file_field import (
    FileField,
    exists,
    free_path,
    is_folder,
    usual_folder,
    with_ending,
)
from qcode.ui.dialogs.form import FormDialog, make_free, note
from qcode.ui.dialogs.waiting import waited
from qcode.ui.shell.i18n import joined, say
from qcode.ui.shell.operation import Operation, Progress
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings

USUAL = QSize(640, 640)
ALL, THEIRS, CHOSEN = range(3)


def hand_out(
    parent: QWidget, session: Session, settings: Settings, chosen: Sequence[int] = ()
) -> PacketReport | None:
    """Ask for a packet (``chosen`` documents are ticked at first), write it, return what it is."""
    dialog = PacketDialog(parent, session, settings, chosen)
    return dialog.report if dialog.asked() else None


class PacketDialog(FormDialog):
    """Stays open when writing is stopped or refused; ``report`` is there once it is done."""

    def __init__(
        self, parent: QWidget, session: Session, settings: Settings, chosen: Sequence[int] = ()
    ) -> None:
        super().__init__(parent, "", "")
        heading = self.tr("Hand out a packet")
        self.heading.setText(heading)
        self.setWindowTitle(heading)
        about = self.tr(
            "A packet is a project file for one coder, with the documents and the codebook. It is"
            " opened like any project; merge it when it comes back."
        )
        self.body.addWidget(note(about))
        self.setAccessibleDescription(about)
        self.accept_button.setText(self.tr("Write the packet"))
        self.report: PacketReport | None = None
        self._session = session
        self._settings = settings
        project = session.project
        self._given: dict[str, dict[int, WorkStatus]] = {}  # coder → documents and how far
        for one in coders.work(project):
            if one.status is not WorkStatus.UNASSIGNED:
                self._given.setdefault(one.coder, {})[one.document_id] = one.status
        self._named = True  # the file is called after the coder until somebody names it
        self._usual = not chosen  # the documents follow the coder until somebody chooses some

        self.coder = QComboBox()
        people = [one.name for one in coders.listed(project) if one.role is None]
        make_free(self.coder, people)
        others = [name for name in people if name != project.coder]
        self.coder.setCurrentText(others[0] if others else "")
        self.add_row(self.tr("Coder"), self.coder)
        self.picks = DocumentPicks(
            documents.listed(project, counts=False), documents.groups(project)
        )
        self.pills: dict[int, QToolButton] = {}
        self.tally = QLabel()
        self.tally.setProperty("role", "muted")
        self.body.addLayout(self._make_pills())
        self.body.addWidget(self.picks, 1)
        self.blind = QCheckBox(self.tr("&Blind: without the work of others"))
        self.blind.setChecked(True)
        self.body.addWidget(self.blind)
        self.blind_about = note("")
        self.body.addWidget(self.blind_about)
        self.add_form()
        self.file = FileField(self._ask_file)
        self.add_row(self.tr("File"), self.file)

        self.coder.currentTextChanged.connect(self._follow_coder)
        self.picks.picked.connect(lambda: self._choose_own(CHOSEN))
        self.blind.toggled.connect(self._say_blind)
        self.file.edited.connect(self._keep_name)
        self.file.changed.connect(self._check)
        self._say_blind()
        self._follow_coder()
        if chosen:
            self.picks.tick(frozenset(chosen))
            self._choose(CHOSEN)
        room = self.screen().availableGeometry().size() - QSize(40, 60)
        self.resize(USUAL.boundedTo(room))
        self.coder.setFocus()

    # ------------------------------------------------------------------ documents

    def _make_pills(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        group = QButtonGroup(self)
        for kind, text in (
            (ALL, self.tr("All documents")),
            (THEIRS, self.tr("Assigned to them")),
            (CHOSEN, self.tr("Chosen ones")),
        ):
            pill = self.pills[kind] = QToolButton()
            pill.setText(text)
            pill.setProperty("pill", True)
            pill.setCheckable(True)
            pill.clicked.connect(lambda _=False, kind=kind: self._choose_own(kind))
            group.addButton(pill)
            row.addWidget(pill)
        row.addStretch(1)
        row.addWidget(self.tally)
        return row

    def _choose_own(self, kind: int) -> None:
        """Tick what somebody asked for; theirs are then those of any coder named later."""
        self._usual = kind == THEIRS
        self._choose(kind)

    def _choose(self, kind: int) -> None:
        """Tick the documents of a kind; what is chosen one by one stays as it is ticked."""
        self.pills[kind].setChecked(True)
        if kind == ALL:
            self.picks.tick([one.id for one in self.picks.documents])
        elif kind == THEIRS:
            self.picks.tick(self._theirs())
        self._check()

    def _theirs(self) -> Mapping[int, WorkStatus]:
        """Documents that the coder was given, finished or not."""
        return self._given.get(self._coder(), {})

    def _coder(self) -> str:
        return " ".join(self.coder.currentText().split())

    def _follow_coder(self) -> None:
        """Show what the coder has to do with each document, and call the file after them."""
        theirs = self._theirs()
        self.picks.note({one: say(status.label) for one, status in theirs.items()})
        self.pills[THEIRS].setEnabled(bool(theirs))
        if self._usual:  # while a name is being typed, it is nobody's for some letters
            self._choose(THEIRS if theirs else ALL)
        if self._named:
            path = self.file.path()
            folder = usual_folder(
                str(path.parent)
                if path is not None
                else self._settings.folder("packets") or str(self._session.project.path.parent)
            )
            stem = file_stem(f"{self._session.project.name} {self._coder()}")
            self.file.set_path(free_path(folder / f"{stem}{SUFFIX}"))
        self._check()

    # ------------------------------------------------------------------ blind, and the file

    def _say_blind(self) -> None:
        if self.blind.isChecked():
            words = self.tr(
                "It holds the codebook and only what this coder has done: nobody else’s codings"
                " and memos are anywhere in the file, nor in its history."
            )
        elif coders.view(self._session.project) is None:
            words = self.tr("It holds all codings and memos of these documents, whoever made them.")
        else:
            words = self.tr(
                "You work blind: it holds the codings and memos that you see, and what this coder"
                " has done."
            )
        self.blind_about.setText(words)

    def _ask_file(self, present: str) -> str:
        name, _ = QFileDialog.getSaveFileName(
            self, self.windowTitle(), present, self.tr("qcode projects (*.qcode)")
        )
        return name

    def _keep_name(self) -> None:
        self._named = False

    def _target(self) -> Path | None:
        return with_ending(self.file.path(), SUFFIX)

    def _check(self) -> None:
        """Count what is ticked and say what keeps the packet from being written."""
        ticked = set(self.picks.ticked())
        characters = sum(one.characters for one in self.picks.documents if one.id in ticked)
        self.tally.setText(
            joined(
                (
                    self.tr("%Ln documents", "", len(ticked)),
                    self.tr("%Ln characters", "", characters),
                ),
                "facts",
            )
        )
        target = self._target()
        trouble = ""
        if not self._coder():
            trouble = self.tr("Name the coder.")
        elif not ticked:
            trouble = self.tr("Tick the documents that go into the packet.")
        elif target is None:
            trouble = self.tr("Name the file.")
        elif not is_folder(target.parent):
            trouble = self.tr("The folder {folder} does not exist.").format(folder=target.parent)
        elif exists(target):
            trouble = self.tr("There is already a file of this name; choose another.")
        self.complain(trouble)
        self.accept_button.setEnabled(not trouble)

    def accept(self) -> None:
        """Write the file in a worker, then note in the project who was given what."""
        target, project = self._target(), self._session.project
        coder, ticked, blind = self._coder(), self.picks.ticked(), self.blind.isChecked()

        def work(progress: Progress) -> PacketReport:
            return packets.write(project, target, coder, ticked, blind=blind, progress=progress)

        report = waited(self, self.windowTitle(), work)
        if report is None:
            self._check()
            return
        operation = Operation(project, self.windowTitle(), packets.hand_out, report)
        operation.run(self)
        if operation.error is not None:  # what nobody knows of was not handed out
            with contextlib.suppress(OSError):
                report.path.unlink()
            return
        self._settings.set_folder("packets", str(report.path.parent))
        self.report = report
        super().accept()
