"""The workspace Code: documents and codes at the left, the text, and what is known about it.

It joins the panels: what is chosen in one is shown in the others, and what the user does becomes
a service call whose change comes back to every panel by the session's one signal.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from qcode.model.changes import ChangeSet
from qcode.model.records import Code, Coding, Document
from qcode.model.span import Span
from qcode.services import codes, documents
from qcode.ui.shell import theme
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.hints import HintBook
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.shell.soon import Soon
from qcode.ui.widgets.document_header import DocumentHeader
from qcode.ui.widgets.frames import begin_large, fill
from qcode.ui.widgets.hint_strip import HintStrip
from qcode.ui.widgets.panel_round import PanelRound
from qcode.ui.widgets.text.view import TextView
from qcode.ui.workspaces.code import at_rest
from qcode.ui.workspaces.code.arrangement import Arrangement
from qcode.ui.workspaces.code.code_commands import CodeCommands
from qcode.ui.workspaces.code.coder_commands import CoderCommands
from qcode.ui.workspaces.code.codes_panel import CodesPanel
from qcode.ui.workspaces.code.coding_commands import CodingCommands
from qcode.ui.workspaces.code.document_codings import DocumentCodings
from qcode.ui.workspaces.code.document_commands import DocumentCommands
from qcode.ui.workspaces.code.documents_panel import DocumentsPanel
from qcode.ui.workspaces.code.inspector import Inspector
from qcode.ui.workspaces.code.navigation import Navigation
from qcode.ui.workspaces.code.text_commands import TextCommands

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.history_panel import HistoryPanel
    from qcode.ui.workspaces.code.passages_panel import PassagesPanel
    from qcode.ui.workspaces.memos.notes_panel import NotesPanel


class CodeWorkspace(QWidget):
    """Reads and codes one document at a time.

    Its parts are made from the outside to the inside (``frames.frame_in`` says why), and those
    that nobody sees at first, the passages and the history, when they are first asked for.
    """

    conditionsChanged = Signal()

    def __init__(
        self,
        session: Session,
        actions: ActionSet,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.actions_ = actions
        self.settings = settings
        self.document: Document | None = None
        self.codes: dict[int, Code] = {}
        self._walked: tuple[int | None, int, int] | None = None
        self._following = False
        self._inspecting = Soon(self._inspect, self)

        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 4, 12, 0)
        places = self.arrangement = Arrangement(self)
        outer.addWidget(places)
        self.documents_panel = DocumentsPanel(session, places.documents)
        self.codes_panel = CodesPanel(session, places.codes)
        self.header = DocumentHeader(places.sheet)
        self.text = TextView(places.sheet)
        begin_large(self.text)
        self.inspector = Inspector(session, places.inspector, follow=False)
        self.inspector.set_sources(self._text_of, self._passages_of)
        self.notes: NotesPanel | None = None  # made when it is first opened
        self.hints = HintBook(settings, self)
        self.document_codings = DocumentCodings(session, self.text, self.codes)
        self.codings = self.document_codings.all

        self.coding_commands = CodingCommands(self)
        self.code_commands = CodeCommands(self)
        self.document_commands = DocumentCommands(self)
        self.coder_commands = CoderCommands(self)
        self.text_commands = TextCommands(self)
        self._lay_out()
        self.navigation = Navigation(self)
        self._connect()
        self._read_codes()
        self._at_rest = at_rest.prepare(self)

    # ------------------------------------------------------------------ parts

    def _lay_out(self) -> None:
        places = self.arrangement
        fill(
            places.sheet,
            self.header,
            self.text,
            HintStrip(self.hints, "text", self.actions_, places.sheet),
            text=self.text,
        )
        self.codes_panel.column.addWidget(
            HintStrip(self.hints, "codes", self.actions_, self.codes_panel)
        )
        for frame, panel in (
            (places.documents, self.documents_panel),
            (places.codes, self.codes_panel),
            (places.inspector, self.inspector),
        ):
            frame.layout().addWidget(panel)
        self.panels = PanelRound(
            [
                self.documents_panel.view,
                self.codes_panel.view,
                self.text,
                places.passages,
                self.inspector,
                places.history,
            ],
            self,
        )
        places.restore(self.settings)

    @cached_property
    def passages_panel(self) -> PassagesPanel:
        """The passages of codes, made when they are first asked for."""
        from qcode.ui.workspaces.code.list_commands import ListCommands
        from qcode.ui.workspaces.code.passages_panel import PassagesPanel

        frame = self.arrangement.passages
        made = PassagesPanel(self.session, frame)
        frame.layout().addWidget(made)
        made.set_beside(self.arrangement.beside)
        made.closeRequested.connect(lambda: self.arrangement.show_passages(False))
        made.sideRequested.connect(self._put_passages)
        made.passageActivated.connect(self.navigation.go_to_passage)
        made.choose_in_text(self.text.chosen_coding)
        ListCommands(self, made)
        self.panels.begin_at(frame, made.list)
        return made

    @cached_property
    def history_panel(self) -> HistoryPanel:
        """The history, made when it is first asked for."""
        from qcode.ui.workspaces.code.history_panel import HistoryPanel

        frame = self.arrangement.history
        made = HistoryPanel(self.session, frame)
        frame.layout().addWidget(made)
        made.closeRequested.connect(lambda: self.show_history(False))
        made.aboutToUndo.connect(self.flush)
        made.undone.connect(self.navigation.go_to_change)
        self.panels.begin_at(frame, made.list)
        return made

    def _has(self, part: str) -> bool:
        """Whether a part that is made when it is first asked for is there."""
        return part in self.__dict__

    def use_settings(self) -> None:
        """Show the text in the way that the settings say."""
        self.text_commands.use_settings()

    def _connect(self) -> None:
        self.session.changed.connect(self._after_change)
        self.session.coderChanged.connect(lambda _: self._take_coder())
        self.session.viewChanged.connect(self._see_anew)
        self.document_codings.completed.connect(self._codings_complete)
        self.documents_panel.documentActivated.connect(self.open_document)
        self.documents_panel.currentDocumentChanged.connect(self._document_chosen)
        self.codes_panel.currentCodeChanged.connect(self._code_chosen)
        self.text.spanSelected.connect(lambda _: self._select_words())
        self.text.codingChosen.connect(self._coding_chosen)
        self.text.zoomChanged.connect(self._keep_zoom)
        self.inspector.codingChosen.connect(self.choose_coding)
        self.inspector.codeRequested.connect(self.codes_panel.select_code)
        self.inspector.leaveRequested.connect(self.text.setFocus)
        self.inspector.linkActivated.connect(self.follow_link)
        self.inspector.passagesRequested.connect(lambda code_id: self.show_passages([code_id]))
        bind = self.actions_.bind
        self.hints.follow(self.actions_, self.session)
        bind("help.hints", self.hints.show_again)
        bind("edit.history", self.show_history)
        bind("memo.panel", self.show_notes)
        bind("edit.copy", self.text.copy)
        bind("edit.find_codes", self.codes_panel.focus_filter)
        bind("view.zoom_in", self.text.zoom_in)
        bind("view.zoom_out", self.text.zoom_out)
        bind("view.zoom_reset", self.text.reset_zoom)

    # ------------------------------------------------------------------ what the window asks

    def conditions(self) -> set[str]:
        """Which of the catalogue's conditions hold here."""
        self.coding_commands.refresh_marks()
        self.text_commands.refresh()
        found = set()
        if self.document is not None:
            found.add("document")
            if self.coding_commands.words() is not None:
                found.add("selection")
            if self.text.chosen_coding in self.codings:
                found.add("coding")
            if found & {"selection", "coding"}:
                found.add("passage")
        # Qt tells of a new current row before that row is selected.
        if self.codes_panel.current_code() is not None or self.codes_panel.selected_codes():
            found.add("code")
        return found

    def summary(self) -> str:
        """What the bottom line says about the document."""
        if self.document is None or not self.document_codings.complete:
            return ""
        if self._walked is not None and self._walked[0] == self.text.chosen_coding:
            _, place, count = self._walked
            return self.tr("passage {place} of {count}").format(place=place, count=count)
        passages = self.document_codings.passages
        if passages == 1:
            return self.tr("1 passage here")
        return self.tr("{count} passages here").format(count=passages)

    def say_place(self, place: int, count: int) -> None:
        """Say which of how many passages one has come to, until another is chosen."""
        self._walked = (self.text.chosen_coding, place, count)
        self.conditionsChanged.emit()

    def selected_codes(self) -> list[int]:
        """Codes chosen in the tree, in its order."""
        return self.codes_panel.selected_codes()

    def chooser(self) -> CodesPanel:
        """Where codes are chosen here."""
        return self.codes_panel

    def take_focus(self) -> None:
        """Give the focus to the text."""
        self.text.setFocus()

    def tells_of(self, changes: ChangeSet) -> bool:
        """Whether a person looking at this page would see what such a step changed."""
        return changes.touches("coding", "selection", "code", "document", "memo", "work")

    def go_to_change(self, changes: ChangeSet, before: Sequence[Coding] = ()) -> None:
        """Show the place of a step that was taken back or done again."""
        self.navigation.go_to_change(changes, before)

    def flush(self) -> None:
        """Save typing that is still pending, before anything else happens."""
        self.inspector.flush()
        if self.notes is not None:
            self.notes.flush()

    def leave(self) -> None:
        """Save what is pending and where the user was."""
        self.flush()
        self.arrangement.keep(self.settings)
        self.navigation.keep_place()
        self.coding_commands.leave()
        self._inspecting.stop()  # the project is about to close
        self._at_rest.stop()

    # ------------------------------------------------------------------ documents

    def open_document(self, document_id: int, *, at: int = 0) -> None:
        """Show a document with its codings, first of all those near code point ``at``."""
        if self.document is not None and self.document.id == document_id:
            return
        self.flush()
        found = documents.listed(self.session.project, [document_id], counts=False)
        if not found:
            return
        self.document = found[0]
        text = documents.text(self.session.project, document_id)
        self.text.source = self.document.guid
        self.document_codings.open(document_id, len(text), text, at)
        self._show_header()
        self.documents_panel.select_document(document_id)
        self.inspector.show_document(document_id)
        self.conditionsChanged.emit()

    def document_titles(self) -> list[tuple[int, str]]:
        """Ids and titles of all documents in the order in which they are shown."""
        listed = documents.listed(self.session.project, counts=False)
        titles = {one.id: one.title for one in listed}
        return [(number, titles[number]) for number in self.documents_panel.order()]

    def show_nothing(self) -> None:
        """Show that there is no document."""
        self.document = None
        self.document_codings.close()
        self.header.show_document(self.tr("No document yet"), "", 0, 0)
        self.inspector.clear()
        self.conditionsChanged.emit()

    def _show_header(self) -> None:
        document = self.document
        if document is None:
            return
        order = self.documents_panel.order()
        place = order.index(document.id) + 1 if document.id in order else 0
        facts = [
            self.documents_panel.group_name(document.group_id),
            self.tr("{count} characters").format(count=QLocale().toString(document.characters)),
        ]
        self.header.show_document(
            document.title, " · ".join(filter(None, facts)), place, len(order)
        )

    def _document_chosen(self, document_id: int | None) -> None:
        if document_id is not None:
            self.open_document(document_id)

    # ------------------------------------------------------------------ codings on the text

    def _read_codes(self) -> set[int]:
        """Read the codes; return those that are called or coloured differently than before."""
        before = dict(self.codes)
        self.codes.clear()
        self.codes.update(
            (code.id, code) for code in codes.tree(self.session.project, counts=False)
        )
        return {
            code.id
            for code in self.codes.values()
            if (old := before.get(code.id)) is not code
            and (old is None or (old.title, old.color) != (code.title, code.color))
        }

    def _take_coder(self) -> None:
        """Somebody else codes now: whose codings are faint and whose status is told changes."""
        self.document_codings.repaint()
        self._show_header()

    def _see_anew(self) -> None:
        """Other codings of the document than before are to be seen."""
        self.document_codings.read_again()
        self._inspecting.start()
        self.conditionsChanged.emit()

    def _codings_complete(self) -> None:
        self._inspecting.start()
        self.conditionsChanged.emit()

    def _after_change(self, changes: ChangeSet) -> None:
        """Take over what a step touched, in this document only."""
        looks = self._read_codes() if changes.touches("code", "setting") else set()
        if changes.touches("document", "document_group", "work"):
            self._refresh_document()
        if self.document is None:
            return
        if changes.touches("coder"):
            self.document_codings.read_again()
        elif (touched := changes.ids("coding")) or looks:
            self.document_codings.take_over(touched, looks)
            chosen = self.codings.get(self.text.chosen_coding or -1)
            if chosen is not None and chosen.id in touched:
                self._follow_code(chosen.code_id)
        self._inspecting.start()  # often something is chosen next, and then that is shown at once
        self.conditionsChanged.emit()

    def _refresh_document(self) -> None:
        """The open document was renamed, moved, or is gone; or the first one came."""
        order = self.documents_panel.order()
        if self.document is not None:
            found = documents.listed(self.session.project, [self.document.id], counts=False)
            if found:
                self.document = found[0]
                self._show_header()
                return
            self.document = None
        if order:
            self.open_document(order[0])
        else:
            self.show_nothing()

    # ------------------------------------------------------------------ choosing and going

    def _coding_chosen(self, coding_id: int | None) -> None:
        if coding_id in self.codings:
            self._follow_code(self.codings[coding_id].code_id)
        if self._has("passages_panel"):
            self.passages_panel.choose_in_text(coding_id)
        self._inspect()
        self.conditionsChanged.emit()

    def _follow_code(self, code_id: int) -> None:
        """Let the tree follow the text; what may be done now is told by who asks for it."""
        self._following = True
        self.codes_panel.select_code(code_id)
        self._following = False

    def choose_coding(self, coding_id: int) -> None:
        """Choose one coding of this document, as a click on it would."""
        self.text.set_chosen_coding(coding_id)
        self._coding_chosen(coding_id)

    def _inspect(self) -> None:
        """Let the inspector show the chosen coding, else the code or the document."""
        self._inspecting.stop()
        self._show_at_hand()
        if self.inspector.editing:
            self.inspector.refresh()  # who types in a field is not taken away from it
            return
        chosen = self.codings.get(self.text.chosen_coding or -1)
        if self.document is None:
            self.inspector.clear()
        elif chosen is not None:
            over = self.text.codings_within(Span(chosen.start, chosen.end))
            here = [self.codings[one.coding_id] for one in over]
            self.inspector.show_passage(self.document.id, here, chosen.id)
        elif self._in_codes():
            self.inspector.show_code(self.codes_panel.current_code())
        else:
            self.inspector.show_document(self.document.id)

    def _text_of(self, document_id: int) -> str | None:
        open_one = self.document is not None and self.document.id == document_id
        return self.text.text if open_one else None

    def _passages_of(self, document_id: int) -> int | None:
        known = self.document_codings.complete and self.document is not None
        if known and self.document.id == document_id:
            return self.document_codings.passages
        return self.documents_panel.counted_passages(document_id)

    def _in_codes(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.codes_panel.isAncestorOf(focused)

    def _code_chosen(self, code_id: int | None) -> None:
        # The tree also follows the text; only who is in the tree asks about the code itself.
        if code_id is not None and self._in_codes():
            self.inspector.show_code(code_id)
            self._show_at_hand()
        if not self._following:
            self.conditionsChanged.emit()

    def show_passages(self, code_ids: list[int]) -> None:
        """Show the passages of codes, below the text or beside it."""
        self.passages_panel.show_codes(code_ids)
        self.arrangement.show_passages(True)

    def _put_passages(self, beside: bool) -> None:
        self.arrangement.put_passages(beside)
        self.passages_panel.set_beside(beside)

    def show_history(self, shown: bool) -> None:
        """Show the history in place of the inspector, or the inspector again."""
        panel = self.history_panel if shown else None
        self.arrangement.show_page(1 if shown else 0)
        self.actions_["edit.history"].setChecked(shown)
        self.actions_["memo.panel"].setChecked(False)
        if panel is not None:
            panel.list.setFocus()

    # ------------------------------------------------------------------ memos beside the text

    def show_notes(self, shown: bool) -> None:
        """Show the memos on what is at hand in place of the inspector, or the inspector again."""
        if self.notes is None:
            self._make_notes()
        self.arrangement.show_page(2 if shown else 0)
        self.actions_["memo.panel"].setChecked(shown)
        self.actions_["edit.history"].setChecked(False)
        self._show_at_hand()

    def write_memo(self) -> bool:
        """Begin a theoretical memo on what is at hand, beside the text."""
        on_code = self._in_codes()
        self.show_notes(True)
        self.notes.begin(on_code=on_code)
        return True

    def follow_link(self, kind: str, guid: str) -> None:
        """Go where a live link in a memo leads."""
        from qcode.ui.workspaces.memos.following import Ways, follow

        ways = Ways(self._show_code, self.open_document, self.navigation.go_to_passage)
        follow(self.session.project, self, ways, kind, guid)

    def _show_code(self, code_id: int) -> None:
        self.codes_panel.select_code(code_id)
        self.codes_panel.view.setFocus()
        self.inspector.show_code(code_id)

    def _make_notes(self) -> None:
        from qcode.ui.workspaces.memos.notes_panel import NotesPanel

        made = self.notes = NotesPanel(self.session)
        made.closeRequested.connect(lambda: self.show_notes(False))
        made.leaveRequested.connect(self.text.setFocus)
        made.linkActivated.connect(self.follow_link)
        self.arrangement.add_page(made)
        self.panels.add(made)

    def _select_words(self) -> None:
        self._show_at_hand()
        self.conditionsChanged.emit()

    def _show_at_hand(self) -> None:
        if self.notes is not None and self.notes.isVisible():
            from qcode.ui.workspaces.memos.at_hand import at_hand

            self.notes.show_at_hand(at_hand(self))

    def _keep_zoom(self, steps: int) -> None:
        self.settings.zoom = 100 + 10 * steps

    # ------------------------------------------------------------------ events

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.text.set_theme(theme.current())
        elif event.type() == QEvent.Type.LanguageChange:
            self._show_header()
        super().changeEvent(event)
