"""Why a code was merged, split or deleted: asked afterwards, of who wants to say it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qcode.ui.dialogs.form import FormDialog
from qcode.ui.dialogs.reason import reason_field


def ask_reason(parent: QWidget, heading: str, before: str = "") -> str | None:
    """Ask for a reason in one line, ``before`` being offered; None when it was cancelled."""
    translate = QCoreApplication.translate
    dialog = FormDialog(parent, heading, translate("reason", "Keep the reason"))
    field = reason_field()
    field.setText(before)
    field.selectAll()
    dialog.add_row(translate("reason", "Reason"), field)
    field.setFocus()
    return " ".join(field.text().split()) if dialog.asked() else None
