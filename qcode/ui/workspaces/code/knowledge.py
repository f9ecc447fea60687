"""What is known about the place where one is: inspector, history or memos, one of them shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from qcode.model.span import Span
from qcode.ui.shell.soon import Soon

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.history_panel import HistoryPanel
    from qcode.ui.workspaces.code.workspace import CodeWorkspace
    from qcode.ui.workspaces.memos.notes_panel import NotesPanel

_INSPECTOR, _HISTORY, _NOTES = range(3)  # pages of the arrangement


class Knowledge(QObject):
    """Lets the pages beside the text follow what is chosen, and shows one in place of another.

    The inspector is there from the start, ``history_panel`` and ``notes`` when they are first
    asked for.
    """

    def __init__(self, space: CodeWorkspace) -> None:
        super().__init__(space)
        self._space = space
        self._inspecting = Soon(self.inspect, self)
        self.notes: NotesPanel | None = None
        space.inspector.set_sources(self._text_of, self._passages_of)
        bind = space.actions_.bind
        bind("edit.history", self.show_history)
        bind("memo.panel", self.show_notes)

    # ------------------------------------------------------------------ following what is chosen

    def inspect_soon(self) -> None:
        """Look at the place anew when the present event is over: often something is chosen next."""
        self._inspecting.start()

    def inspect(self) -> None:
        """Let the inspector show the chosen coding, else the code or the document."""
        self._inspecting.stop()
        self.show_at_hand()
        space, inspector = self._space, self._space.inspector
        if inspector.editing:
            inspector.refresh()  # who types in a field is not taken away from it
            return
        chosen = space.codings.get(space.text.chosen_coding or -1)
        if space.document is None:
            inspector.clear()
        elif chosen is not None:
            over = space.text.codings_within(Span(chosen.start, chosen.end))
            here = [space.codings[one.coding_id] for one in over]
            inspector.show_passage(space.document.id, here, chosen.id)
        elif self._in_codes():
            inspector.show_code(space.codes_panel.current_code())
        else:
            inspector.show_document(space.document.id)

    def inspect_code(self, code_id: int) -> None:
        """Show a code, if the tree has the focus.

        The tree also follows the text; only who is in the tree asks about the code itself.
        """
        if self._in_codes():
            self._space.inspector.show_code(code_id)
            self.show_at_hand()

    def show_at_hand(self) -> None:
        """Let the memos, where they are shown, follow what is chosen."""
        if self.notes is not None and self.notes.isVisible():
            from qcode.ui.workspaces.memos.at_hand import at_hand

            self.notes.show_at_hand(at_hand(self._space))

    def _in_codes(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self._space.codes_panel.isAncestorOf(focused)

    def _text_of(self, document_id: int) -> str | None:
        space = self._space
        open_one = space.document is not None and space.document.id == document_id
        return space.text.text if open_one else None

    def _passages_of(self, document_id: int) -> int | None:
        space = self._space
        known = space.document_codings.complete and space.document is not None
        if known and space.document.id == document_id:
            return space.document_codings.passages
        return space.documents_panel.counted_passages(document_id)

    # ------------------------------------------------------------------ the history

    @cached_property
    def history_panel(self) -> HistoryPanel:
        """The history, made when it is first asked for."""
        from qcode.ui.workspaces.code.history_panel import HistoryPanel

        space = self._space
        frame = space.arrangement.history
        made = HistoryPanel(space.session, frame)
        frame.layout().addWidget(made)
        made.closeRequested.connect(lambda: self.show_history(False))
        made.aboutToUndo.connect(space.flush)
        made.undone.connect(space.navigation.go_to_change)
        space.panels.begin_at(frame, made.list)
        return made

    def show_history(self, shown: bool) -> None:
        """Show the history in place of the inspector, or the inspector again."""
        panel = self.history_panel if shown else None
        self._show_page(_HISTORY if shown else _INSPECTOR)
        if panel is not None:
            panel.list.setFocus()

    def _show_page(self, page: int) -> None:
        self._space.arrangement.show_page(page)
        self._space.actions_["edit.history"].setChecked(page == _HISTORY)
        self._space.actions_["memo.panel"].setChecked(page == _NOTES)

    # ------------------------------------------------------------------ memos beside the text

    def show_notes(self, shown: bool) -> None:
        """Show the memos on what is at hand in place of the inspector, or the inspector again."""
        if self.notes is None:
            self._make_notes()
        self._show_page(_NOTES if shown else _INSPECTOR)
        self.show_at_hand()

    def write_memo(self) -> None:
        """Begin a theoretical memo on what is at hand, beside the text."""
        on_code = self._in_codes()
        self.show_notes(True)
        self.notes.begin(on_code=on_code)

    def _make_notes(self) -> None:
        from qcode.ui.workspaces.memos.notes_panel import NotesPanel

        space = self._space
        made = self.notes = NotesPanel(space.session)
        made.closeRequested.connect(lambda: self.show_notes(False))
        made.leaveRequested.connect(space.text.setFocus)
        made.linkActivated.connect(space.navigation.follow_link)
        space.arrangement.add_page(made)
        space.panels.add(made)

    # ------------------------------------------------------------------ typing and leaving

    def flush(self) -> None:
        """Save typing that is still pending in one of the pages."""
        self._space.inspector.flush()
        if self.notes is not None:
            self.notes.flush()

    def leave(self) -> None:
        """Look at nothing any more: the project is about to close."""
        self._inspecting.stop()
