"""Why a code was merged, split or deleted: asked afterwards, of who wants to say it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qcode.model.enums import CodeEventKind
from qcode.model.log_records import CodeEventRecord
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.dialogs.reason import reason_field


def ask_why(parent: QWidget, events: Sequence[CodeEventRecord]) -> str | None:
    """Ask for one reason for all that a step did to codes; None when it was cancelled."""
    return _ask(parent, _question(events), events[0].reason)


def _ask(parent: QWidget, heading: str, before: str) -> str | None:
    translate = QCoreApplication.translate
    dialog = FormDialog(parent, heading, translate("reason", "Keep the reason"))
    field = reason_field()
    field.setText(before)
    field.selectAll()
    dialog.add_row(translate("reason", "Reason"), field)
    field.setFocus()
    return " ".join(field.text().split()) if dialog.asked() else None


def _question(events: Sequence[CodeEventRecord]) -> str:
    translate = QCoreApplication.translate
    names = ", ".join(f"“{event.code_name}”" for event in events[:3])
    if len(events) > 3:
        names += " …"
    sentence = {
        CodeEventKind.MERGE: translate("history_page", "Why was {code} merged?"),
        CodeEventKind.SPLIT: translate("history_page", "Why was {code} split?"),
        CodeEventKind.DELETE: translate("history_page", "Why was {code} deleted?"),
    }[events[0].what]
    return sentence.format(code=names)
