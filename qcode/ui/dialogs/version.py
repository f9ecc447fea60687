"""A name and a note for what is kept as it is now, or for what has them already."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qcode.model.names import tidy
from qcode.ui.dialogs.form import FormDialog


class VersionWords(NamedTuple):
    """What was typed: of a version of the codebook, or of a round of comparing."""

    name: str
    note: str


def ask_version(
    parent: QWidget, heading: str, accept: str, before: VersionWords | None = None
) -> VersionWords | None:
    """Ask for the words of a version, ``before`` being offered; None when it was cancelled."""
    about = QCoreApplication.translate(
        "version", "Its definitions and counts are kept, and can be compared with later ones."
    )
    return ask_words(parent, heading, accept, before, "" if before else about)


def ask_words(
    parent: QWidget, heading: str, accept: str, before: VersionWords | None, about: str = ""
) -> VersionWords | None:
    """Ask for a name and a note, ``before`` being offered; None when it was cancelled."""
    translate = QCoreApplication.translate
    dialog = FormDialog(parent, heading, accept, about)
    name = QLineEdit(before.name if before else "")
    name.selectAll()
    note = QPlainTextEdit(before.note if before else "")
    note.setTabChangesFocus(True)
    note.setFixedHeight(80)
    dialog.add_row(translate("version", "Name"), name)
    dialog.add_row(translate("version", "Note"), note)
    dialog.accept_button.setEnabled(bool(tidy(name.text())))
    name.textChanged.connect(lambda text: dialog.accept_button.setEnabled(bool(tidy(text))))
    name.setFocus()
    if not dialog.asked():
        return None
    return VersionWords(tidy(name.text()), note.toPlainText().strip())
