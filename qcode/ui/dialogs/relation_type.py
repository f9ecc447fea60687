"""Types of relations as they are read, and the dialog for one of the project's own."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QWidget

from qcode.model.enums import RelationForm
from qcode.model.messages import Message
from qcode.model.relation_types import BUILT_IN
from qcode.model.theory_records import Relation, RelationType, TypeRef
from qcode.services import relations
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.shell.i18n import say
from qcode.ui.shell.session import Session

SIGNS = {
    RelationForm.DIRECTED: "→",
    RelationForm.MUTUAL: "↔",
    RelationForm.FEEDBACK: "↺",
}
"""What stands before the name of a type and says which way it goes."""

NEW = object()
"""Data of the entry of a list that makes a new type."""

ALL = object()
"""Data of the entry of a menu that shows all types, to be changed."""


def type_name(one: Relation | RelationType) -> str:
    """Return what people read for the type of a relation."""
    return say(one.label) if isinstance(one.label, Message) else one.label


def type_words(one: Relation | RelationType) -> str:
    """Return the same with the sign of its direction before it."""
    return f"{SIGNS[one.form]} {type_name(one)}"


class NewType(NamedTuple):
    """What was asked for."""

    name: str
    form: RelationForm


def ask_type(parent: QWidget, known: RelationType | None = None) -> NewType | None:
    """Ask for a type of relations, filled in with one that is changed; None when cancelled.

    A built-in type keeps its direction, and goes by its own name where none is given.
    """
    translate = QCoreApplication.translate
    built_in = known is not None and bool(known.key)
    dialog = FormDialog(
        parent,
        translate("relation_type", "Change the type of relations")
        if known
        else translate("relation_type", "New type of relations"),
        translate("relation_type", "Change") if known else translate("relation_type", "Make"),
        translate(
            "relation_type", "Its name stands between two categories, as in “A legitimises B”."
        ),
    )
    name = QLineEdit()
    name.setPlaceholderText(translate("relation_type", "legitimises"))
    if known is not None:
        if built_in:
            name.setPlaceholderText(say(BUILT_IN[known.key].label))
        name.setText("" if isinstance(known.label, Message) else known.label)
        name.selectAll()
    form = QComboBox()
    for each, words in (
        (RelationForm.DIRECTED, translate("relation_type", "one way")),
        (RelationForm.MUTUAL, translate("relation_type", "both ways")),
        (RelationForm.FEEDBACK, translate("relation_type", "back (feedback)")),
    ):
        form.addItem(f"{SIGNS[each]}  {words}", each)
    if known is not None:
        form.setCurrentIndex(form.findData(known.form))
    form.setEnabled(not built_in)
    dialog.add_row(translate("relation_type", "Name"), name)
    dialog.add_row(translate("relation_type", "Direction"), form)
    if not built_in:
        dialog.accept_button.setEnabled(bool(name.text()))
        name.textChanged.connect(lambda text: dialog.accept_button.setEnabled(bool(text.strip())))
    name.setFocus()
    return NewType(name.text(), RelationForm(form.currentData())) if dialog.asked() else None


def make_type(parent: QWidget, session: Session) -> int | None:
    """Ask for a new type and make it; return its id, or None."""
    wanted = ask_type(parent)
    if wanted is None:
        return None
    made = session.run(
        parent,
        QCoreApplication.translate("relation_type", "New type of relations"),
        relations.add_type,
        *wanted,
    )
    return None if made is None else int(made)


class TypeCombo(QComboBox):
    """A list of types; walking through it with the keys does not stumble over “New type…”."""

    newWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kept = 0
        self._by_keys = False
        self.setMaxVisibleItems(16)
        self.activated.connect(self._take)

    def show_types(self, types: list[RelationType], chosen: TypeRef | None = None) -> None:
        """Offer types; ``chosen`` is shown."""
        fill_types(self, types, chosen)
        self._kept = self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys reach this only while the list is closed.
        self._by_keys = True
        try:
            super().keyPressEvent(event)
        finally:
            self._by_keys = False

    def _take(self, row: int) -> None:
        if self.itemData(row) is not NEW:
            self._kept = row
            return
        self.setCurrentIndex(self._kept)
        if not self._by_keys:
            self.newWanted.emit()


def fill_types(combo: QComboBox, types: list[RelationType], chosen: TypeRef | None = None) -> None:
    """Offer types, and a new one at the end; data are what services take, or ``NEW``."""
    combo.clear()
    for one in types:
        combo.addItem(type_words(one), one.ref)
    combo.insertSeparator(combo.count())
    combo.addItem(QCoreApplication.translate("relation_type", "New type…"), NEW)
    rows = (row for row, one in enumerate(types) if _is(one, chosen))
    combo.setCurrentIndex(next(rows, 0))


def fill_type_menu(menu: QMenu, types: list[RelationType], chosen: TypeRef | None = None) -> None:
    """Offer types in a menu; data of the actions are as in ``fill_types``."""
    for one in types:
        entry = menu.addAction(type_words(one).replace("&", "&&"))
        entry.setData(one.ref)
        if chosen is not None:
            entry.setCheckable(True)
            entry.setChecked(_is(one, chosen))
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("relation_type", "New type…")).setData(NEW)
    menu.addAction(QCoreApplication.translate("relation_type", "Types of relations…")).setData(ALL)


def _is(one: RelationType, chosen: TypeRef | None) -> bool:
    """Whether a type is meant by its key or its number; a built-in one may have no number yet."""
    return chosen is not None and chosen in (one.ref, one.id)
