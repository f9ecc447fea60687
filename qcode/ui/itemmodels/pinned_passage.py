"""The passage that a reader keeps in view while the list goes on to other codes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from qcode.model.changes import ChangeSet
from qcode.model.errors import QcodeError
from qcode.model.records import Passage
from qcode.services import passages
from qcode.ui.shell.session import Session


class PinnedPassage(QObject):
    """Holds one passage true to every change; it is let go when its coding is gone."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.passage: Passage | None = None
        session.changed.connect(self._after_change)
        session.viewChanged.connect(self._read_again)

    def pin(self, passage: Passage | None) -> None:
        """Keep a passage; None lets go."""
        if passage != self.passage:
            self.passage = passage
            self.changed.emit()

    def _after_change(self, changes: ChangeSet) -> None:
        if self.passage is None:
            return
        coding_id, document_id = self.passage.coding_id, self.passage.document_id
        if (
            coding_id in changes.ids("coding")
            or document_id in changes.ids("document")
            or changes.touches("coder")
        ):
            self._read_again()

    def _read_again(self) -> None:
        if self.passage is None:
            return
        try:
            found = passages.by_id(self._session.project, [self.passage.coding_id]).passages
        except QcodeError:  # closed meanwhile: nobody looks any more
            return
        self.pin(found[0] if found else None)
