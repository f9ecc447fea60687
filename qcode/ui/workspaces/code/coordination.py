"""What is chosen in one panel is shown in the others, and what a step touched comes back to each.

The lists of documents and codes, and the pages that are made later, hear of a step themselves; the
rest is told here, in the order in which one needs the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qcode.model.changes import ChangeSet
from qcode.services import codes

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.workspace import CodeWorkspace


class Coordination(QObject):
    """Keeps text, tree and what is known about the place in step."""

    codingChosen = Signal(object)
    """The coding (its id) that is chosen on the text now, or None."""

    def __init__(self, space: CodeWorkspace) -> None:
        super().__init__(space)
        self._space = space
        self._following = False
        session = space.session
        session.changed.connect(self._after_change)
        session.coderChanged.connect(lambda _: self._take_coder())
        session.viewChanged.connect(self._see_anew)
        space.document_codings.completed.connect(self._look_again)
        space.documents_panel.documentActivated.connect(space.open_document)
        space.documents_panel.currentDocumentChanged.connect(self._document_chosen)
        space.documents_panel.view.pressedAgain.connect(space.knowledge.inspect)
        space.codes_panel.currentCodeChanged.connect(self._code_chosen)
        space.codes_panel.view.pressedAgain.connect(self._code_pressed_again)
        space.text.spanSelected.connect(lambda _: self._words_selected())
        space.text.codingChosen.connect(self.coding_chosen)
        self._read_codes()

    # ------------------------------------------------------------------ what is chosen

    def coding_chosen(self, coding_id: int | None) -> None:
        """Show what is known about a coding that was chosen on the text."""
        space = self._space
        if coding_id in space.codings:
            self._follow_code(space.codings[coding_id].code_id)
        self.codingChosen.emit(coding_id)
        space.knowledge.inspect()
        space.tell_conditions()

    def _follow_code(self, code_id: int) -> None:
        """Let the tree follow the text; what may be done now is told by who asks for it."""
        self._following = True
        self._space.codes_panel.select_code(code_id)
        self._following = False

    def _code_chosen(self, code_id: int | None) -> None:
        if code_id is not None:
            self._space.knowledge.inspect_code(code_id)
        if not self._following:
            self._space.tell_conditions()

    def _code_pressed_again(self) -> None:
        """Who comes back to the tree and presses the code that is current there asks about it."""
        self._code_chosen(self._space.codes_panel.current_code())

    def _document_chosen(self, document_id: int | None) -> None:
        if document_id is not None:
            self._space.open_document(document_id)

    def _words_selected(self) -> None:
        self._space.knowledge.show_at_hand()
        self._space.tell_conditions()

    # ------------------------------------------------------------------ what has changed

    def _after_change(self, changes: ChangeSet) -> None:
        """Take over what a step touched, in the open document only."""
        space = self._space
        looks = self._read_codes() if changes.touches("code", "setting") else set()
        if changes.touches("document", "document_group", "work"):
            space.opened.refresh()
        if space.document is None:
            return
        if changes.touches("coder"):
            space.document_codings.read_again()
        elif (touched := changes.ids("coding")) or looks:
            space.document_codings.take_over(touched, looks)
            chosen = space.codings.get(space.text.chosen_coding or -1)
            if chosen is not None and chosen.id in touched:
                self._follow_code(chosen.code_id)
        self._look_again()

    def _read_codes(self) -> set[int]:
        """Read the codes; return those that are called or coloured differently than before."""
        known = self._space.codes
        before = dict(known)
        known.clear()
        listed = codes.tree(self._space.session.project, counts=False)
        known.update((code.id, code) for code in listed)
        return {
            code.id
            for code in known.values()
            if (old := before.get(code.id)) is not code
            and (old is None or (old.title, old.color) != (code.title, code.color))
        }

    def _take_coder(self) -> None:
        """Somebody else codes now: whose codings are faint and whose status is told changes."""
        self._space.document_codings.repaint()
        self._space.opened.show_header()

    def _see_anew(self) -> None:
        """Other codings of the document than before are to be seen."""
        self._space.document_codings.read_again()
        self._look_again()

    def _look_again(self) -> None:
        self._space.knowledge.inspect_soon()
        self._space.tell_conditions()
