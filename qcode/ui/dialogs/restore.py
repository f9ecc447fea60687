"""A backup to put back, where to, and what that will do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from qcode.services import backups
from qcode.services.backups import BackupFile
from qcode.ui.dialogs.file_field import FileField, exists, is_folder, with_ending
from qcode.ui.dialogs.form import FormDialog, note
from qcode.ui.dialogs.tables import make_table
from qcode.ui.shell.i18n import date_and_time
from qcode.ui.shell.settings import Settings
from qcode.ui.shell.theme import current

if TYPE_CHECKING:
    from qcode.services.project import Project

SUFFIX = ".qcode"
PATH = Qt.ItemDataRole.UserRole
COLUMNS = 4


class BackupChoice(NamedTuple):
    """What was asked for: the file to put back, and in whose place."""

    backup: Path
    target: Path


def choose_backup(
    parent: QWidget, project: Project | None, settings: Settings
) -> BackupChoice | None:
    """Ask for a backup of ``project``, or of any when none is open; None when it was cancelled."""
    dialog = RestoreDialog(parent, project, settings)
    return dialog.choice() if dialog.asked() else None


class RestoreDialog(FormDialog):
    """The backups of one project, newest first, or any other file."""

    def __init__(self, parent: QWidget, project: Project | None, settings: Settings) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            translate("restore", "Restore from a backup"),
            translate("restore", "Restore"),
        )
        self.setMinimumWidth(600)
        self._project = project
        self._settings = settings
        self.view = self._make_list()
        self._nothing = note(
            translate("restore", "No backups are kept here yet. Choose a file of your own.")
        )
        self.target = FileField(self._ask_target)
        self._outcome = note("")
        self._outcome.setProperty("role", "")
        self._outcome.setMinimumHeight(self.fontMetrics().height() * 3)
        self._outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        other = self.buttons.addButton(
            translate("restore", "Other file…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        other.setAutoDefault(False)
        other.clicked.connect(self._ask_backup)

        self._kept = [] if project is not None else backups.kept_projects()
        self._which = QComboBox()
        if self._kept:
            self._which.addItems([kept.name for kept in self._kept])
            self.add_row(translate("restore", "Project"), self._which)
            self._which.currentIndexChanged.connect(self._show_project)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._nothing)
        self.add_form()
        self.add_row(translate("restore", "In the place of"), self.target)
        self.body.addWidget(self._outcome)
        self.view.currentItemChanged.connect(lambda *_: self._check())
        self.view.itemActivated.connect(lambda _: self.accept_button.click())
        self.target.changed.connect(self._check)
        if project is not None:
            kept = backups.listed(project.guid)
            self._show(kept, backups.steps_since(project, kept))
            self.target.set_path(project.path)
        else:
            self._show_project(0)
        self._check()
        self.view.setFocus()

    def choice(self) -> BackupChoice:
        """What was chosen."""
        return BackupChoice(self._backup(), self._target())

    # ------------------------------------------------------------------ the list

    def _make_list(self) -> QTreeWidget:
        translate = QCoreApplication.translate
        view = QTreeWidget()
        make_table(view, translate("restore", "Backups"))
        view.setColumnCount(COLUMNS)
        view.setHeaderLabels(
            [
                translate("restore", "State of"),
                translate("restore", "Why it was kept"),
                translate("restore", "Steps since then"),
                translate("restore", "Size"),
            ]
        )
        header = view.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in (2, 3):
            view.headerItem().setTextAlignment(column, _RIGHT)
        view.setMinimumHeight(200)
        return view

    def _show_project(self, place: int) -> None:
        """Show the backups of one of the projects that are kept, and where it probably is."""
        if not self._kept:
            self._show([], {})
            return
        kept = self._kept[place]
        self._show(list(kept.backups), {})
        known = [recent.path for recent in self._settings.recent() if recent.name == kept.name]
        self.target.field.setText(str(known[0]) if len(known) == 1 else "")

    def _show(self, kept: list[BackupFile], steps: dict[Path, int]) -> None:
        self.view.clear()
        self.view.addTopLevelItems([_row(one, steps.get(one.path)) for one in kept])
        self._show_list()

    def _show_list(self) -> None:
        filled = self.view.topLevelItemCount() > 0
        self.view.setVisible(filled)
        self._nothing.setVisible(not filled)
        if filled:
            self.view.setCurrentItem(self.view.topLevelItem(0))

    def _ask_backup(self) -> None:
        translate = QCoreApplication.translate
        name, _ = QFileDialog.getOpenFileName(
            self,
            translate("restore", "Choose a backup"),
            self._settings.folder("restore"),
            translate("restore", "qcode projects (*.qcode);;All files (*)"),
        )
        if not name:
            return
        self._settings.set_folder("restore", str(Path(name).parent))
        item = QTreeWidgetItem([Path(name).name, translate("restore", "chosen by you")])
        item.setData(0, PATH, name)
        item.setToolTip(0, name)
        self.view.insertTopLevelItem(0, item)
        self._show_list()

    # ------------------------------------------------------------------ what it will do

    def _backup(self) -> Path | None:
        item = self.view.currentItem()
        return Path(item.data(0, PATH)) if item is not None else None

    def _target(self) -> Path | None:
        return with_ending(self.target.path(), SUFFIX)

    def _ask_target(self, present: str) -> str:
        start = present or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        name, _ = QFileDialog.getSaveFileName(
            self,
            QCoreApplication.translate("restore", "Where the project is to be"),
            start,
            QCoreApplication.translate("restore", "qcode projects (*.qcode)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return name

    def _check(self) -> None:
        """Say in a sentence what Restore will do, or what is missing."""
        translate = QCoreApplication.translate
        target, backup = self._target(), self._backup()
        trouble = told = ""
        if backup is None:
            told = translate("restore", "Choose a backup.")
        elif target is None:
            told = translate("restore", "Say where the project is to be.")
        elif not is_folder(target.parent):
            trouble = translate("restore", "This folder does not exist.")
        elif target == backup:
            trouble = translate("restore", "A backup cannot be put in its own place.")
        else:
            told = self._promise(target)
        self._outcome.setText(told)
        self.complain(trouble)
        ready = target is not None and backup is not None and not trouble
        self.accept_button.setEnabled(ready)

    def _promise(self, target: Path) -> str:
        translate = QCoreApplication.translate
        state = self.view.currentItem().text(0)
        if not exists(target):
            return translate(
                "restore", "The state “{state}” is written to {file}. Nothing is replaced."
            ).format(state=state, file=target.name)
        return translate(
            "restore",
            "The present state of {file} is backed up first. Then the state “{state}” takes its"
            " place. If you change your mind, restore that backup in the same way.",
        ).format(state=state, file=target.name)


_KB = QLocale.DataSizeFormat.DataSizeTraditionalFormat
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _row(kept: BackupFile, steps: int | None) -> QTreeWidgetItem:
    translate = QCoreApplication.translate
    words = {
        "opened": translate("restore", "when the project was opened"),
        "asked": translate("restore", "made by hand"),
        "restore": translate("restore", "before another backup was restored"),
        "migration": translate("restore", "before an update of the file format"),
        "deleted": translate("restore", "after its file had been deleted"),
    }
    locale = QLocale()
    if steps is None:
        since = ""
    else:
        since = locale.toString(steps) if steps else translate("restore", "as now")
    item = QTreeWidgetItem(
        [
            date_and_time(kept.at.isoformat()),
            words.get(kept.reason, kept.reason),
            since,
            locale.formattedDataSize(kept.size, int(kept.size >= 1_000_000), _KB),
        ]
    )
    item.setData(0, PATH, str(kept.path))
    for column in range(1, COLUMNS):
        item.setForeground(column, current().color("muted"))
    for column in (2, 3):
        item.setTextAlignment(column, _RIGHT)
    return item
