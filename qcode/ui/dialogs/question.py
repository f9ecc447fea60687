"""A question before something that cannot be undone, or a way out of a refusal."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from qcode.ui.dialogs.form import FormDialog, note


def ask(parent: QWidget | None, heading: str, sentence: str, yes: str) -> bool:
    """Ask with the sentence; ``yes`` names what is done on consent. Escape is no."""
    dialog = FormDialog(parent, heading, yes)
    words = note(sentence)
    words.setProperty("role", "")
    dialog.body.addWidget(words)
    dialog.setAccessibleDescription(sentence)
    return dialog.asked()
