"""The documents beside the text: found, opened, renamed, grouped, put in order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from qcode.model.changes import ChangeSet
from qcode.model.enums import WorkStatus
from qcode.model.records import Document, Group
from qcode.services import documents
from qcode.ui.itemmodels.document_tree import (
    DocumentTreeModel,
    document_key,
    document_of,
    group_key,
    group_of,
)
from qcode.ui.shell.session import Session
from qcode.ui.widgets.code_badge import place_status_badge
from qcode.ui.widgets.status_filter import StatusFilter
from qcode.ui.widgets.tree_rows import RowLook
from qcode.ui.workspaces.code.tree_panel import TreePanel

DOCUMENTS_MIME = "application/x-qcode-documents"
"""Documents on their way to a group or another place: a JSON list of document ids."""


class Place(NamedTuple):
    """A place in the order of documents: before one of them, or (None) after all."""

    before: int | None


class DocumentsPanel(TreePanel):
    """The documents by group, with their filter and how far the current coder is."""

    documentActivated = Signal(int)
    """Enter or a double click on a document."""

    currentDocumentChanged = Signal(object)
    """The current document's id, None on a group or without one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        rows = DocumentTreeModel(session)
        rows.drags = DocumentDrags(rows)
        super().__init__(session, rows, partial(_look, rows), parent=parent)
        rows.drags.placeWanted.connect(self._put, Qt.ConnectionType.QueuedConnection)
        self.view.chosen.connect(self._choose)
        self.view.nudged.connect(self._nudge)
        self.view.installEventFilter(self)
        session.changed.connect(self._after_change)
        session.coderChanged.connect(lambda _: self._filter_again())

    def _add_tools(self) -> None:
        self.status_filter = StatusFilter(self)
        self.status_filter.changed.connect(self._filter)
        self.filter_row.addWidget(self.status_filter)

    # ------------------------------------------------------------------ for the workspace

    def current_document(self) -> int | None:
        """Return the current document, None on a group or without one."""
        return document_of(self.current_key())

    def selected_documents(self) -> list[int]:
        """Return the selected documents in the order in which they are shown."""
        return [found for key in self.selected_keys() if (found := document_of(key)) is not None]

    def select_document(self, document_id: int, reveal: bool = True) -> None:
        """Make a document the current one; with ``reveal`` it comes into view."""
        self.select_keys([document_key(document_id)], reveal=reveal)

    def order(self) -> list[int]:
        """Return all documents in the order in which they are shown, whatever the filter hides."""
        return self._rows.order()

    def group_name(self, group_id: int | None) -> str:
        """Return a group's name, empty for none."""
        return self._rows.group_name(group_id)

    def counted_passages(self, document_id: int) -> int | None:
        """Return the number of coded passages of a document, None while it is not certain."""
        return self._rows.counted_passages(document_id)

    def status(self, document_id: int) -> WorkStatus:
        """Return how far the current coder is with a document."""
        return self._rows.status(document_id)

    def rename(self, document_id: int) -> None:
        """Open the editor on a document's name."""
        self.edit_key(document_key(document_id))

    def rename_group(self, group_id: int) -> None:
        """Open the editor on a group's name."""
        self.edit_key(group_key(group_id))

    def expanded(self) -> list[int]:
        """Return the groups that are open, for the settings."""
        return sorted(found for key in self.open_keys() if (found := group_of(key)) is not None)

    def set_expanded(self, group_ids: Iterable[int]) -> None:
        """Open these groups and close all others."""
        self.set_open_keys(group_key(group_id) for group_id in group_ids)

    # ------------------------------------------------------------------ what a panel says

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Documents"))
        self.filter_field.setPlaceholderText(self.tr("Filter documents"))
        self.filter_field.setAccessibleName(self.tr("Filter documents"))
        self.status_filter.retranslate()
        super().retranslate()

    def _heading(self) -> tuple[str, str]:
        finished, total = self._rows.progress()
        note = ""
        if finished:
            note = self.tr("{done} of {count} finished").format(done=finished, count=total)
        elif total > 1:
            note = self.tr("{count} documents").format(count=total)
        return self.tr("Documents"), note

    def _nothing(self) -> str:
        keys = QKeySequence("Ctrl+I").toString(QKeySequence.SequenceFormat.NativeText)
        return self.tr(
            "No documents yet. Drop texts anywhere in this window, or press {keys}."
        ).format(keys=keys)

    def _no_match(self) -> str:
        if self.status_filter.status is None:
            return self.tr("No document contains these words in its name.")
        if self.filter_field.text().strip():
            return self.tr("No document of this status contains these words in its name.")
        return self.tr("No document has this status of your work.")

    def _among(self) -> frozenset[int] | None:
        status = self.status_filter.status
        return None if status is None else self._rows.with_status(status)

    def _show_everything(self) -> None:
        self.status_filter.choose(None)
        super()._show_everything()

    def _after_change(self, changes: ChangeSet) -> None:
        if changes.touches("work", "coder", "document"):
            self._filter_again()

    def _filter_again(self) -> None:
        """Documents may have come to another status, or another coder's count now."""
        if self.status_filter.status is not None:
            self._filter()

    def _current_changed(self, key: int) -> None:
        self.currentDocumentChanged.emit(document_of(key))

    # ------------------------------------------------------------------ changes

    def _rename(self, key: int, name: str) -> None:
        document_id, group_id = document_of(key), group_of(key)
        if document_id is not None:
            self.session.run(
                self, self.tr("Rename the document"), documents.edit, document_id, name=name
            )
        elif group_id is not None:
            self.session.run(
                self, self.tr("Rename the group"), documents.rename_group, group_id, name
            )

    def _put(self, document_ids: Sequence[int], group_id: int | None, place: Place | None) -> None:
        """Put documents into a group (None: into none) and, where it is given, to a place."""
        tree = self._rows
        strangers = [
            document_id
            for document_id in document_ids
            if tree.record(document_key(document_id)).group_id != group_id
        ]
        if strangers:
            self.session.run(
                self,
                self.tr("Group documents"),
                documents.put_in_group,
                strangers,
                tree.group_name(group_id),
            )
        if place is not None:
            self.session.run(
                self, self.tr("Order documents"), documents.move, list(document_ids), place.before
            )
        self.select_keys([document_key(document_id) for document_id in document_ids])

    def _nudge(self, step: int) -> None:
        """Move the current document one place within its group."""
        document_id = self.current_document()
        if document_id is None or not self.session.writable or self._rows.filtered:
            return
        key = document_key(document_id)
        group_id = self._rows.record(key).group_id
        siblings = [
            found
            for below in self._rows.children_of(0 if group_id is None else group_key(group_id))
            if (found := document_of(below)) is not None
        ]
        place = siblings.index(document_id) + step
        if not 0 <= place < len(siblings):
            return
        neighbour = siblings[place]
        moving, before = (document_id, neighbour) if step < 0 else (neighbour, document_id)
        self.session.run(self, self.tr("Order documents"), documents.move, [moving], before)

    def _dissolve(self, group_id: int) -> None:
        self.session.run(self, self.tr("Dissolve the group"), documents.delete_group, group_id)

    # ------------------------------------------------------------------ events

    def _choose(self, index: QModelIndex) -> None:
        document_id = document_of(self._rows.key_of(index))
        if document_id is not None:
            self.documentActivated.emit(document_id)
        else:
            self.view.setExpanded(index, not self.view.isExpanded(index))

    def _menu_wanted(self, where: QPoint) -> None:
        group_id = group_of(self.current_key())
        if group_id is None or self.selected_documents():
            super()._menu_wanted(where)
        elif self.session.writable:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self.tr("Rename the group"), lambda: self.rename_group(group_id))
            menu.addAction(self.tr("Dissolve the group"), lambda: self._dissolve(group_id))
            menu.popup(where)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Delete on a group dissolve it; elsewhere the window's action deletes documents."""
        if (
            watched is self.view
            and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            and event.key() == Qt.Key.Key_Delete
            and (group_id := group_of(self.current_key())) is not None
            and not self.selected_documents()
        ):
            event.accept()
            if event.type() == QEvent.Type.KeyPress and self.session.writable:
                self._dissolve(group_id)
            return True
        return super().eventFilter(watched, event)


class DocumentDrags(QObject):
    """Documents dragged from one place of the list to another."""

    mime_type = DOCUMENTS_MIME

    placeWanted = Signal(object, object, object)
    """Document ids, the group's id or None, and a ``Place`` or None to leave the order alone."""

    def __init__(self, tree: DocumentTreeModel) -> None:
        super().__init__(tree)
        self._tree = tree

    def packed(self, keys: list[int]) -> QMimeData:
        """Return documents as a drag carries them; groups are not dragged."""
        ids = [found for key in keys if (found := document_of(key)) is not None]
        mime = QMimeData()
        mime.setData(DOCUMENTS_MIME, QByteArray(json.dumps(ids).encode()))
        return mime

    def dropped(self, mime: QMimeData, parent: int, place: int | None) -> bool:
        """Ask for documents to be grouped and ordered, after the drag is over."""
        ids = json.loads(bytes(mime.data(DOCUMENTS_MIME).data()))
        dragged = [found for found in ids if document_key(found) in self._tree]
        if dragged:
            self.placeWanted.emit(dragged, group_of(parent), self._place(parent, place))
        return bool(dragged)

    def _place(self, parent: int, place: int | None) -> Place | None:
        """Return before which document ``place`` is; groups stand above those of no group."""
        if place is None:
            return None
        below = self._tree.children_of(parent)[place:]
        return Place(next((found for key in below if (found := document_of(key))), None))


def _look(tree: DocumentTreeModel, key: int) -> RowLook:
    # Asked of the model itself: each question by way of Qt costs as much as drawing a word.
    record: Document | Group = tree.record(key)
    if isinstance(record, Group):
        return RowLook(record.name, aside=str(len(tree.children_of(key))))
    passages = tree.passages(record.id)
    return RowLook(
        name=record.name,
        lead=record.label,
        count=str(passages) if passages else "",
        badge=partial(place_status_badge, status=tree.status(record.id)),
        hanging=True,
    )
