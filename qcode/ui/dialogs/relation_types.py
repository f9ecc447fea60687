"""All types of relations: renamed, made to go another way, made, deleted.

What is changed here is changed at once, each change a step that can be undone.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from qcode.model.theory_records import RelationType, TypeRef
from qcode.services import relations
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.dialogs.relation_type import ask_type, make_type, type_words
from qcode.ui.shell.session import Session

REF = Qt.ItemDataRole.UserRole


def manage_types(parent: QWidget, session: Session) -> None:
    """Show the types of relations until the dialog is closed."""
    TypesDialog(parent, session).asked()


class TypeList(QListWidget):
    """Enter, F2 or a double click changes a type, Delete deletes it."""

    def __init__(self, change: Callable[[], None], delete: Callable[[], None]) -> None:
        super().__init__()
        self._change, self._delete = change, delete
        self.itemDoubleClicked.connect(lambda _: change())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._change()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._delete()
        else:
            super().keyPressEvent(event)


class TypesDialog(FormDialog):
    """A list of types with how many relations each has, and buttons for what can be done."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            translate("relation_types", "Types of relations"),
            translate("relation_types", "Close"),
            translate(
                "relation_types",
                "Types that come with qcode can be called otherwise; the project’s own can also go"
                " another way, and be deleted while no relation has them.",
            ),
        )
        self.cancel_button.hide()
        self._session = session
        self._types: list[RelationType] = []
        self.view = TypeList(self.change, self.delete)
        self.view.setAccessibleName(translate("relation_types", "Types of relations"))
        self.view.setMinimumHeight(290)
        self.body.addWidget(self.view, 1)
        self.new_button = QPushButton(translate("relation_types", "New type…"))
        self.change_button = QPushButton(translate("relation_types", "Change…"))
        self.delete_button = QPushButton(translate("relation_types", "Delete"))
        row = QHBoxLayout()
        for button, pressed in (
            (self.new_button, self.make),
            (self.change_button, self.change),
            (self.delete_button, self.delete),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, pressed=pressed: pressed())
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.view.currentRowChanged.connect(lambda _: self._show_possible())
        session.changed.connect(self._follow)
        self._fill(None)
        self.view.setFocus()

    def current(self) -> RelationType | None:
        """Return the type with the cursor."""
        row = self.view.currentRow()
        return self._types[row] if 0 <= row < len(self._types) else None

    def make(self) -> None:
        """Ask for a new type."""
        made = make_type(self, self._session)
        if made is not None:
            self._fill(made)

    def change(self) -> None:
        """Ask what the current type is to be called and which way it is to go."""
        known = self.current()
        wanted = ask_type(self, known) if known is not None else None
        if known is None or wanted is None:
            return
        title = QCoreApplication.translate("relation_types", "Change the type of relations")
        if known.key:
            self._session.run(self, title, relations.rename_type, known.ref, wanted.name)
        else:
            self._session.run(self, title, relations.change_type, known.id, *wanted)

    def delete(self) -> None:
        """Delete the current type if it can be."""
        known = self.current()
        if known is not None and self.delete_button.isEnabled():
            title = QCoreApplication.translate("relation_types", "Delete the type of relations")
            self._session.run(self, title, relations.delete_type, known.id)

    def _follow(self, changes: object) -> None:
        del changes
        known = self.current()
        self._fill(known.ref if known is not None else None)

    def _fill(self, chosen: TypeRef | None) -> None:
        row = max(0, self.view.currentRow())
        self._types = relations.types(self._session.project)
        self.view.clear()
        for one in self._types:
            item = QListWidgetItem(self._words(one))
            item.setData(REF, one.ref)
            self.view.addItem(item)
        there = (at for at, one in enumerate(self._types) if chosen in (one.ref, one.id))
        same = next(there, None) if chosen is not None else None
        self.view.setCurrentRow(min(row, len(self._types) - 1) if same is None else same)
        self._show_possible()

    def _words(self, one: RelationType) -> str:
        translate = QCoreApplication.translate
        if not one.relations:
            return type_words(one)
        count = (
            translate("relation_types", "1 relation")
            if one.relations == 1
            else translate("relation_types", "{count} relations").format(count=one.relations)
        )
        return f"{type_words(one)} · {count}"

    def _show_possible(self) -> None:
        known, writable = self.current(), self._session.writable
        self.new_button.setEnabled(writable)
        self.change_button.setEnabled(writable and known is not None)
        can_go = known is not None and not known.key and not known.relations
        self.delete_button.setEnabled(writable and can_go)
