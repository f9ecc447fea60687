"""A new relation: from which category to which, of what type, and what it means."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qcode.model.enums import CodeKind
from qcode.model.theory_records import TypeRef
from qcode.services import codes, relations
from qcode.ui.dialogs.code_choice import CodeCombo
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.dialogs.relation_type import TypeCombo, make_type
from qcode.ui.shell.session import Session


class NewRelation(NamedTuple):
    """What was asked for."""

    source_id: int
    target_id: int
    type: TypeRef
    meaning: str


def ask_relation(
    parent: QWidget, session: Session, source_id: int | None = None, target_id: int | None = None
) -> NewRelation | None:
    """Ask for a relation, its ends filled in where they are known; None when it was cancelled."""
    dialog = RelationDialog(parent, session, source_id, target_id)
    return dialog.wanted() if dialog.asked() else None


class RelationDialog(FormDialog):
    """Two categories, a type, a meaning."""

    def __init__(
        self, parent: QWidget, session: Session, source_id: int | None, target_id: int | None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent, translate("relation", "Relate two categories"), translate("relation", "Relate")
        )
        self._session = session
        self.source, self.target, self.type = CodeCombo(), CodeCombo(), TypeCombo()
        listed = [
            code
            for code in codes.tree(session.project, counts=False)
            if code.kind is not CodeKind.CONCEPT
        ]
        for combo, chosen in ((self.source, source_id), (self.target, target_id)):
            combo.add_codes(listed)
            combo.setCurrentIndex(combo.findData(chosen) if chosen is not None else -1)
            combo.currentIndexChanged.connect(self._check)
        self.meaning = QPlainTextEdit()
        self.meaning.setTabChangesFocus(True)
        self.meaning.setMinimumHeight(80)
        self.meaning.setMaximumHeight(140)
        self.meaning.setPlaceholderText(
            translate("relation", "How does the one bring about or change the other?")
        )
        self._fill_types(None)
        self.type.newWanted.connect(self._make_type)
        self.add_row(translate("relation", "From"), self.source)
        self.add_row(translate("relation", "Type"), self.type)
        self.add_row(translate("relation", "To"), self.target)
        self.add_row(translate("relation", "Meaning"), self.meaning)
        self._check()
        first = self.source if source_id is None else self.target
        (self.type if source_id is not None and target_id is not None else first).setFocus()

    def wanted(self) -> NewRelation:
        """Return what is filled in."""
        return NewRelation(
            self.source.currentData(),
            self.target.currentData(),
            self.type.currentData(),
            self.meaning.toPlainText(),
        )

    def _fill_types(self, chosen: TypeRef | None) -> None:
        self.type.show_types(relations.types(self._session.project), chosen)

    def _make_type(self) -> None:
        made = make_type(self, self._session)
        if made is not None:
            self._fill_types(made)

    def _check(self) -> None:
        source, target = self.source.currentData(), self.target.currentData()
        same = source is not None and source == target
        self.complain(
            QCoreApplication.translate("relation", "A relation ties two different categories.")
            if same
            else ""
        )
        self.accept_button.setEnabled(source is not None and target is not None and not same)
