"""What is done to documents: named, described, marked as finished, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from qcode.model.enums import WorkStatus
from qcode.services import coders, documents
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
        session = self._space.session
        session.run(
            self._space,
            self.tr("Status"),
            coders.set_status,
            self.chosen(),
            session.project.coder,
            status,
        )

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
