"""A property of a category: its name, and what lies at the two ends of its dimension."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from qcode.model.theory_records import CodeProperty
from qcode.ui.dialogs.form import FormDialog


class Dimension(NamedTuple):
    """What was asked for."""

    name: str
    low: str
    high: str


def ask_dimension(parent: QWidget, known: CodeProperty | None = None) -> Dimension | None:
    """Ask for a property, filled in with one that is changed; None when it was cancelled."""
    translate = QCoreApplication.translate
    dialog = FormDialog(
        parent,
        translate("dimension", "Change the property")
        if known
        else translate("dimension", "New property"),
        translate("dimension", "Change") if known else translate("dimension", "Add"),
        translate(
            "dimension",
            "What varies in this category, and between which poles? Each passage can then be put"
            " where it lies.",
        ),
    )
    name = QLineEdit(known.name if known else "")
    name.setPlaceholderText(translate("dimension", "presence"))
    low = QLineEdit(known.low if known else "")
    low.setPlaceholderText(translate("dimension", "by phone"))
    high = QLineEdit(known.high if known else "")
    high.setPlaceholderText(translate("dimension", "in person"))
    dialog.add_row(translate("dimension", "Property"), name)
    dialog.add_row(translate("dimension", "From"), low)
    dialog.add_row(translate("dimension", "To"), high)
    dialog.accept_button.setEnabled(bool(name.text().strip()))
    name.textChanged.connect(lambda text: dialog.accept_button.setEnabled(bool(text.strip())))
    name.setFocus()
    if not dialog.asked():
        return None
    return Dimension(name.text(), low.text(), high.text())
