"""After an export: where the file is, and the ways to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from qcode.ui.dialogs.form import FormDialog


def tell_exported(parent: QWidget, heading: str, path: Path) -> None:
    """Say that ``path`` was written; offer to open it or its folder."""
    translate = QCoreApplication.translate
    dialog = FormDialog(parent, heading, translate("exported", "Open"))
    where = QLabel(str(path))
    where.setTextFormat(Qt.TextFormat.PlainText)
    where.setWordWrap(True)
    where.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    where.setAccessibleName(translate("exported", "File"))
    dialog.body.addWidget(where)
    folder = dialog.buttons.addButton(
        translate("exported", "Show the folder"), QDialogButtonBox.ButtonRole.ActionRole
    )
    folder.setAutoDefault(False)
    dialog.cancel_button.setText(translate("exported", "Close"))
    wanted = path

    def show_folder() -> None:
        nonlocal wanted
        wanted = path.parent
        dialog.accept()

    folder.clicked.connect(show_folder)
    if dialog.asked():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(wanted)))
