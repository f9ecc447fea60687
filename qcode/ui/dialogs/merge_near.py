"""Codes with nearly the same name made one: which of them stays, and why."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from qcode.services import codes
from qcode.ui.dialogs.code_choice import badge
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.dialogs.reason import reason_field
from qcode.ui.shell.session import Session


class Merging(NamedTuple):
    """What was chosen: the code that stays, those that go into it, and why."""

    into: int
    others: list[int]
    reason: str


def ask_merging(parent: QWidget, session: Session, code_ids: Collection[int]) -> Merging | None:
    """Ask which of some codes takes in the others; None when it was cancelled.

    Proposed is the one with most passages.
    """
    translate = QCoreApplication.translate
    listed = [code for code in codes.tree(session.project) if code.id in code_ids]
    if len(listed) < 2:
        return None
    dialog = FormDialog(
        parent,
        translate("merge_near", "Merge codes"),
        translate("merge_near", "Merge"),
        translate(
            "merge_near",
            "The others go into the code that stays, with passages, memos and codes below. Undo"
            " brings all of it back.",
        ),
    )
    group = QButtonGroup(dialog)
    most = max(listed, key=lambda code: code.subtree_passages)
    for code in listed:
        words = translate("merge_near", "{code} — passages: {count}").format(
            code=code.title.replace("&", "&&"), count=code.subtree_passages
        )
        button = QRadioButton(words)
        button.setIcon(badge(code.kind, code.color))
        button.setChecked(code is most)
        group.addButton(button, code.id)
        dialog.body.addWidget(button)
        if code is most:
            button.setFocus()
    why = reason_field()
    dialog.add_row(translate("merge_near", "Reason"), why)
    if not dialog.asked():
        return None
    into = group.checkedId()
    return Merging(into, [code.id for code in listed if code.id != into], why.text())
