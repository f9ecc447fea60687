"""A new code: its name and its place."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.services import codes
from qcode.ui.dialogs.code_choice import CodeCombo
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.shell.i18n import say
from qcode.ui.shell.session import Session


class WantedCode(NamedTuple):
    """What was asked for."""

    draft: CodeDraft
    parent_id: int | None


def ask_code(
    parent: QWidget, session: Session, kind: CodeKind, near: int | None
) -> WantedCode | None:
    """Ask for the name, the place and the definition of a new code of ``kind``.

    Only codes of the same or a higher kind are offered as parent; proposed is ``near`` or the
    nearest one above it that can be. Returns None when it was cancelled.
    """
    translate = QCoreApplication.translate
    listed = codes.tree(session.project, counts=False)
    by_id = {code.id: code for code in listed}
    dialog = FormDialog(
        parent,
        translate("new_code", "New {kind}").format(kind=say(kind.label)),
        translate("new_code", "Create"),
    )
    name = QLineEdit()
    place = CodeCombo()
    place.addItem(translate("new_code", "none (top level)"), None)
    place.add_codes(code for code in listed if code.kind.rank > kind.rank)
    proposed = by_id.get(near) if near is not None else None
    while proposed is not None and proposed.kind.rank <= kind.rank:
        proposed = by_id.get(proposed.parent_id) if proposed.parent_id is not None else None
    if proposed is not None:
        place.setCurrentIndex(place.findData(proposed.id))
    definition = QPlainTextEdit()
    definition.setTabChangesFocus(True)
    definition.setFixedHeight(90)
    dialog.add_row(translate("new_code", "Name"), name)
    dialog.add_row(translate("new_code", "Under"), place)
    dialog.add_row(translate("new_code", "Definition"), definition)
    dialog.accept_button.setEnabled(False)
    name.textChanged.connect(lambda text: dialog.accept_button.setEnabled(bool(text.strip())))
    name.setFocus()
    if not dialog.asked():
        return None
    texts = {"definition": definition.toPlainText().strip()}
    return WantedCode(CodeDraft(name.text(), kind, texts=texts), place.currentData())
