"""The document that is open: its text with the codings, and what its header says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from qcode.model.records import Document
from qcode.services import documents

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.workspace import CodeWorkspace


class OpenDocument:
    """Opens one document at a time; follows it when it is renamed or moved, leaves it when deleted.

    ``record`` is the document as it was read last, None while there is none.
    """

    def __init__(self, space: CodeWorkspace) -> None:
        self._space = space
        self.record: Document | None = None

    def open(self, document_id: int, at: int = 0) -> None:
        """Show a document with its codings, first of all those near code point ``at``."""
        space = self._space
        if self.record is not None and self.record.id == document_id:
            return
        space.flush()
        project = space.session.project
        found = documents.listed(project, [document_id], counts=False)
        if not found:
            return
        self.record = found[0]
        text = documents.text(project, document_id)
        space.text.source = self.record.guid
        space.document_codings.open(document_id, len(text), text, at)
        self.show_header()
        space.documents_panel.select_document(document_id)
        space.inspector.show_document(document_id)
        space.conditionsChanged.emit()

    def show_nothing(self) -> None:
        """Show that there is no document."""
        space = self._space
        self.record = None
        space.document_codings.close()
        words = QCoreApplication.translate("CodeWorkspace", "No document yet")
        space.header.show_document(words, "", 0, 0)
        space.inspector.clear()
        space.conditionsChanged.emit()

    def show_header(self) -> None:
        """Say above the text what it is called, where it stands and how long it is."""
        document, panel = self.record, self._space.documents_panel
        if document is None:
            return
        order = panel.order()
        place = order.index(document.id) + 1 if document.id in order else 0
        characters = QCoreApplication.translate("CodeWorkspace", "{count} characters")
        facts = [
            panel.group_name(document.group_id),
            characters.format(count=QLocale().toString(document.characters)),
        ]
        self._space.header.show_document(
            document.title, " · ".join(filter(None, facts)), place, len(order)
        )

    def refresh(self) -> None:
        """The open document was renamed, moved, or is gone; or the first one came."""
        space = self._space
        order = space.documents_panel.order()
        if self.record is not None:
            found = documents.listed(space.session.project, [self.record.id], counts=False)
            if found:
                self.record = found[0]
                self.show_header()
                return
            self.record = None
        if order:
            space.open_document(order[0])
        else:
            self.show_nothing()
