"""A name for something, and nothing else."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from qcode.ui.dialogs.form import FormDialog


def ask_name(
    parent: QWidget, heading: str, accept: str, label: str, about: str = "", name: str = ""
) -> str | None:
    """Ask for a name, ``name`` being offered; None when it was cancelled."""
    dialog = FormDialog(parent, heading, accept, about)
    field = QLineEdit(name)
    field.selectAll()
    dialog.add_row(label, field)
    dialog.accept_button.setEnabled(bool(name.strip()))
    field.textChanged.connect(lambda text: dialog.accept_button.setEnabled(bool(text.strip())))
    field.setFocus()
    return " ".join(field.text().split()) if dialog.asked() else None
