"""What is done to relations, wherever one was chosen: in the table, in the diagram."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from qcode.model.theory_records import Relation
from qcode.services import quoted_passages, relations
from qcode.ui.dialogs.relation_type import ALL, NEW, fill_type_menu, make_type
from qcode.ui.shell.actions import native
from qcode.ui.shell.session import Session
from qcode.ui.workspaces.selective.reading import Reading


class RelationCommands(QObject):
    """Asks where something is to be asked, and changes relations by their service."""

    memoWanted = Signal(int)
    """A memo is to be written on a relation."""

    def __init__(self, widget: QWidget, session: Session, reading: Callable[[], Reading]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._session = session
        self._reading = reading

    def _run(self, title: str, function: Callable[..., object], *args: object, **more: object):
        return self._session.run(self._widget, title, function, *args, **more)

    # ------------------------------------------------------------------ new ones

    def ask_new(self, source_id: int | None = None, target_id: int | None = None) -> int | None:
        """Ask for a relation in a dialog and make it; return its id."""
        from qcode.ui.dialogs.relation import ask_relation

        wanted = ask_relation(self._widget, self._session, source_id, target_id)
        if wanted is None:
            return None
        return self._run(self.tr("Relate two categories"), relations.create, *wanted)

    def ask_type_at(
        self, source_id: int, target_id: int, where: QPoint, done: Callable[[int], None]
    ) -> None:
        """Ask only for the type, in a menu at a place on the screen; then make the relation."""

        def make(ref: object) -> None:
            made = self._run(
                self.tr("Relate two categories"), relations.create, source_id, target_id, ref
            )
            if made is not None:
                done(made)

        self._type_menu(where, make)

    def _type_menu(
        self, where: QPoint, take: Callable[[object], None], chosen: object = None
    ) -> None:
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Type of the relation"))
        fill_type_menu(menu, self._reading().types, chosen)
        menu.triggered.connect(lambda entry: self._take_type(entry.data(), take))
        menu.popup(where)

    def _take_type(self, ref: object, take: Callable[[object], None]) -> None:
        if ref is ALL:
            self.show_types()
            return
        if ref is NEW:
            ref = make_type(self._widget, self._session)
        if ref is not None:
            take(ref)

    def show_types(self) -> None:
        """Show all types, to be renamed, turned, made and deleted."""
        from qcode.ui.dialogs.relation_types import manage_types

        manage_types(self._widget, self._session)

    # ------------------------------------------------------------------ one that is there

    def set_type(self, relation_id: int, ref: object) -> None:
        """Give a relation another type, perhaps one that is made now."""
        self._take_type(
            ref,
            lambda ref: self._run(
                self.tr("Change the relation"), relations.edit, relation_id, type_ref=ref
            ),
        )

    def set_meaning(self, relation_id: int, meaning: str) -> None:
        """Say what a relation means."""
        self._run(self.tr("Change the relation"), relations.edit, relation_id, meaning=meaning)

    def reverse(self, relation_id: int) -> None:
        """Let a relation go the other way."""
        self._run(self.tr("Reverse the relation"), relations.reverse, relation_id)

    def delete(self, relation_ids: Sequence[int]) -> None:
        """Delete relations."""
        if relation_ids:
            self._run(self.tr("Delete the relation"), relations.delete, list(relation_ids))

    def nudge(self, relation_id: int, step: int) -> None:
        """Move a relation up or down in the table."""
        order = [one.id for one in self._reading().relations]
        place = order.index(relation_id) + step
        if 0 <= place < len(order):
            order.remove(relation_id)
            order.insert(place, relation_id)
            self._run(self.tr("Reorder relations"), relations.reorder, order)

    # ------------------------------------------------------------------ passages

    def ask_passages(self, relation: Relation) -> None:
        """Ask which passages of both ends stand for a relation."""
        from qcode.ui.dialogs.choose_passages import Choice, choose_passages
        from qcode.ui.dialogs.waiting import waited

        project = self._session.project
        source, target = relation.source_id, relation.target_id
        found = waited(
            self._widget,
            self.tr("Passages"),
            lambda _: quoted_passages.offered(project, source, target),
        )
        if found is None:
            return
        reading = self._reading()
        both = self.tr("coded with both")
        choices = [
            Choice(
                one.passage,
                both
                if one.source and one.target
                else reading.title(source if one.source else target),
            )
            for one in found
            if one.passage.selection_id not in relation.passages
        ]
        chosen = choose_passages(
            self._widget,
            self.tr("Passages for the relation"),
            self.tr("Add"),
            choices,
            reading.sentence(relation),
        )
        if chosen:
            self._run(
                self.tr("Passages for the relation"),
                relations.add_passages,
                relation.id,
                [one.selection_id for one in chosen],
            )

    def remove_passages(self, relation_id: int, selection_ids: Sequence[int]) -> None:
        """Let passages stand for a relation no longer."""
        if selection_ids:
            self._run(
                self.tr("Passages for the relation"),
                relations.remove_passages,
                relation_id,
                list(selection_ids),
            )

    def reorder_passages(self, relation_id: int, selection_ids: Sequence[int]) -> None:
        """Put the passages of a relation into this order; the first is the representative one."""
        self._run(
            self.tr("Passages for the relation"),
            relations.reorder_passages,
            relation_id,
            list(selection_ids),
        )

    # ------------------------------------------------------------------ menu

    def fill_menu(self, menu: QMenu, relation: Relation, chosen: Sequence[int]) -> None:
        """Offer what can be done to a relation; ``chosen`` are all that Delete means."""
        if not self._session.writable:
            return
        types = menu.addMenu(self.tr("Type"))
        fill_type_menu(types, self._reading().types, relation.type)
        types.triggered.connect(lambda entry: self.set_type(relation.id, entry.data()))
        menu.addAction(self.tr("Reverse the direction")).triggered.connect(
            lambda: self.reverse(relation.id)
        )
        menu.addAction(self.tr("Add passages…")).triggered.connect(
            lambda: self.ask_passages(relation)
        )
        words = self.tr("Write a memo")
        memo = f"{words}\t{native('Ctrl+Shift+M')}"
        menu.addAction(memo).triggered.connect(lambda: self.memoWanted.emit(relation.id))
        menu.addSeparator()
        words = self.tr("Delete") if len(chosen) < 2 else self.tr("Delete all chosen")
        menu.addAction(f"{words}\tDel").triggered.connect(
            lambda: self.delete(chosen or [relation.id])
        )
