"""Getting texts in: files are asked for, read, shown in a dialog, and written as one step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from qcode.services import import_files, importing
from qcode.services.importing import ImportReport
from qcode.ui.dialogs.import_dialog import ImportDialog
from qcode.ui.dialogs.waiting import waited
from qcode.ui.shell.message import MessageDialog
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings


def import_texts(
    parent: QWidget, session: Session, settings: Settings, paths: list[Path]
) -> ImportReport | None:
    """Show what files and folders would bring and import what is wanted, as one step.

    Without ``paths`` a file dialog asks for them. Returns None when nothing came in.
    """
    wanted = paths or _ask_files(parent, settings)
    if not wanted:
        return None
    title = QCoreApplication.translate("import_texts", "Reading texts")
    plan = waited(
        parent,
        title,
        lambda progress: importing.plan(session.project, wanted, progress=progress),
    )
    if plan is None:
        return None
    if not plan.candidates and not plan.failures:
        MessageDialog(
            parent,
            QCoreApplication.translate("import_texts", "Import texts"),
            QCoreApplication.translate("import_texts", "There are no files in this folder."),
        ).exec()
        return None
    dialog = ImportDialog(parent, session, settings, wanted, plan)
    if not dialog.asked() or dialog.report is None:
        return None
    dialog.tell_left_out(parent)
    return dialog.report


def _ask_files(parent: QWidget, settings: Settings) -> list[Path]:
    translate = QCoreApplication.translate
    patterns = " ".join(f"*{suffix}" for suffix in import_files.supported_suffixes())
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        translate("import_texts", "Import texts"),
        settings.folder("import"),
        translate("import_texts", "Texts and records ({patterns});;All files (*)").format(
            patterns=patterns
        ),
    )
    if names:
        settings.set_folder("import", str(Path(names[0]).parent))
    return [Path(name) for name in names]
