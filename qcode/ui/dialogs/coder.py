"""Who codes: one of the project's coders, or somebody new."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from qcode.services import coders
from qcode.ui.dialogs.form import FormDialog, make_free
from qcode.ui.shell.session import Session


def ask_coder(parent: QWidget, session: Session) -> str | None:
    """Ask who codes from now on; return the name, or None when nothing is to change."""
    dialog = FormDialog(
        parent,
        QCoreApplication.translate("coder", "Who codes?"),
        QCoreApplication.translate("coder", "Code as this person"),
        QCoreApplication.translate(
            "coder",
            "Every coding and every step carries this name. A new name makes a new coder with the"
            " first coding.",
        ),
    )
    field = QComboBox()
    make_free(field, [coder.name for coder in coders.listed(session.project)])
    field.setCurrentText(session.project.coder)
    field.lineEdit().selectAll()
    dialog.add_row(QCoreApplication.translate("coder", "Coder"), field)
    field.currentTextChanged.connect(
        lambda text: dialog.accept_button.setEnabled(bool(text.strip()))
    )
    field.setFocus()
    if not dialog.asked():
        return None
    name = " ".join(field.currentText().split())
    return name if name != session.project.coder else None
