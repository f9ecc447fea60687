"""A new project: what it is called, where its one file is, and who codes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from qcode.ui.dialogs.file_field import FileField, exists, free_path, is_folder, usual_folder
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.shell.settings import Settings

SUFFIX = ".qcode"
LONGEST_STEM = 80  # code points; longer names make files that some systems refuse
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class NewProject(NamedTuple):
    """What was asked for."""

    path: Path
    name: str
    coder: str


def ask_new_project(parent: QWidget, settings: Settings) -> NewProject | None:
    """Ask for name, file and coder; None when it was cancelled."""
    dialog = NewProjectDialog(parent, settings)
    if not dialog.asked():
        return None
    wanted = dialog.wanted()
    settings.set_folder("open", str(wanted.path.parent))
    return wanted


class NewProjectDialog(FormDialog):
    """The file is named after the project until a person names it otherwise."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        from qcode.services.project import default_coder

        translate = QCoreApplication.translate
        super().__init__(
            parent,
            translate("new_project", "New project"),
            translate("new_project", "Create"),
            translate(
                "new_project",
                "A project is one file on this computer. Texts are copied into it; every step is"
                " saved at once.",
            ),
        )
        self.setMinimumWidth(520)
        self.name = QLineEdit()
        self.name.setPlaceholderText(translate("new_project", "My thesis"))
        self.file = FileField(self._ask_file)
        self.coder = QLineEdit(settings.coder or default_coder())
        self._typed = False
        self._folder = usual_folder(settings.folder("open"))
        self.add_row(translate("new_project", "Name"), self.name)
        self.add_row(translate("new_project", "File"), self.file)
        self.add_row(translate("new_project", "Coder"), self.coder)
        self.name.textChanged.connect(self._follow)
        self.file.edited.connect(self._keep)
        self.file.changed.connect(self._check)
        self.coder.textChanged.connect(self._check)
        self._follow("")
        self.name.setFocus()

    def wanted(self) -> NewProject:
        """What the fields say."""
        path = self._path()
        return NewProject(path, self.name.text().strip() or path.stem, self.coder.text().strip())

    def _path(self) -> Path:
        path = self.file.path() or Path()
        if not path.name:  # only a folder so far, such as / on the way to a whole path
            return path / SUFFIX
        return path if path.suffix.lower() == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")

    def _follow(self, text: str) -> None:
        if not self._typed:
            stem = " ".join(_FORBIDDEN.sub(" ", text).split())[:LONGEST_STEM].strip(" .")
            stem = stem or QCoreApplication.translate("new_project", "project")
            self.file.set_path(free_path(self._folder / f"{stem}{SUFFIX}"))

    def _keep(self) -> None:
        self._typed = True

    def _ask_file(self, present: str) -> str:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.windowTitle(),
            present,
            QCoreApplication.translate("new_project", "qcode projects (*.qcode)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return name

    def _check(self) -> None:
        translate = QCoreApplication.translate
        trouble = ""
        written = self.file.path()
        if written is None or not written.name:
            trouble = translate("new_project", "Name the file.")
        elif exists(self._path()):
            trouble = translate("new_project", "This file exists already; choose another name.")
        elif not is_folder(self._path().parent):
            trouble = translate("new_project", "This folder does not exist.")
        elif not self.coder.text().strip():
            trouble = translate("new_project", "Say who codes.")
        self.complain(trouble)
        self.accept_button.setEnabled(not trouble)
