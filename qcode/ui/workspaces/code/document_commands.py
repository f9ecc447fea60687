"""What is done to documents: named, described, marked as finished, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from qcode.model.changes import ChangeSet
from qcode.model.enums import WorkStatus
from qcode.services import coders, documents
from qcode.ui.shell.i18n import say
from qcode.ui.shell.operation import sliced

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.workspace import CodeWorkspace

_MENU_ON_DOCUMENT = (
    "document.rename",
    "document.properties",
    "documents/status",
    "-",
    "file.import_texts",
    "-",
    "document.delete",
)


class DocumentCommands(QObject):
    """Handlers of the actions on documents."""

    def __init__(self, space: CodeWorkspace) -> None:
        super().__init__(space)
        self._space = space
        self._panel = space.documents_panel
        self._told: object = None  # what the header was last told
        self._panel.contextMenuRequested.connect(self._open_menu)
        space.inspector.documentPropertiesRequested.connect(self.edit)
        space.actions_.attach("documents", self._panel)
        bind = space.actions_.bind
        bind("document.rename", self.rename)
        bind("document.properties", lambda: self.edit())
        bind("document.delete", self.delete)
        for status in WorkStatus:
            bind(
                f"document.status.{status.value}",
                lambda _, status=status: self.set_status(status),
            )
        space.header.statusRequested.connect(self._set_open_status)
        space.conditionsChanged.connect(self._show_status)
        space.session.changed.connect(self._after_change)
        space.session.coderChanged.connect(lambda _: self._show_status(anew=True))
        self._panel.view.selectionModel().selectionChanged.connect(lambda *_: self._mark_status())
        self._show_status()

    def chosen(self) -> list[int]:
        """The documents chosen in the panel, else the open one."""
        selected = self._panel.selected_documents()
        if selected:
            return selected
        return [self._space.document.id] if self._space.document else []

    def rename(self) -> None:
        """Edit the name in the list."""
        chosen = self.chosen()
        if chosen:
            self._panel.rename(chosen[0])

    def edit(self, document_id: int | None = None) -> None:
        """Show label, group and variables of a document in a dialog."""
        from qcode.ui.dialogs.document_properties import edit_document

        wanted = document_id or (self.chosen() or [None])[0]
        if wanted is not None:
            self._space.flush()
            edit_document(self._space, self._space.session, wanted)

    def set_status(self, status: WorkStatus) -> None:
        """Say how far the current coder is with the chosen documents."""
        self._set_status(self.chosen(), status)

    def _set_open_status(self, status: WorkStatus) -> None:
        document = self._space.document
        if document is not None:
            self._set_status([document.id], status)

    def _set_status(self, document_ids: list[int], status: WorkStatus) -> None:
        self._space.flush()
        project = self._space.session.project
        sliced(
            self._space,
            self.tr("Status"),
            lambda _progress: coders.set_status(project, document_ids, project.coder, status),
        )
        self._show_status(anew=True)  # Qt has ticked what was clicked, also where it was refused

    def _after_change(self, changes: ChangeSet) -> None:
        if changes.touches("work", "coder", "document"):
            self._show_status(anew=True)

    def _show_status(self, *, anew: bool = False) -> None:
        """Let header and menu tell how far the current coder is with the open document.

        It is asked at every movement; without ``anew`` what was told already is not told again.
        """
        document, session = self._space.document, self._space.session
        status = self._panel.status(document.id) if document is not None else None
        word = say(status.label) if status is not None else ""
        told = (document.id if document is not None else None, status, word, session.writable)
        if anew or told != self._told:
            self._told = told
            self._space.header.show_status(status, session.writable)
            self._mark_status()

    def _mark_status(self) -> None:
        """Tick the status in the menu that all chosen documents share."""
        shared = {self._panel.status(document_id) for document_id in self.chosen()}
        for status in WorkStatus:
            self._space.actions_[f"document.status.{status.value}"].setChecked(shared == {status})

    def delete(self) -> None:
        """Delete the chosen documents with their codings; it can be undone, so nobody asks."""
        self._space.flush()
        project, chosen = self._space.session.project, self.chosen()
        sliced(
            self._space,
            self.tr("Delete the document"),
            lambda progress: documents.delete(project, chosen, progress=progress),
        )

    def _open_menu(self, where: QPoint) -> None:
        self._space.actions_.context_menu(self._space, _MENU_ON_DOCUMENT).popup(where)
