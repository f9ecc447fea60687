"""The workspace Code: documents and codes at the left, the text, and what is known about it.

It puts the panels together. What the user does becomes a service call (``…_commands``) whose change
comes back to every panel by the session's one signal (``coordination``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qcode.model.changes import ChangeSet
from qcode.model.records import Code, Coding, Document
from qcode.services import documents
from qcode.ui.shell import theme
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.hints import HintBook
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
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
from qcode.ui.workspaces.code.coordination import Coordination
from qcode.ui.workspaces.code.document_codings import DocumentCodings
from qcode.ui.workspaces.code.document_commands import DocumentCommands
from qcode.ui.workspaces.code.documents_panel import DocumentsPanel
from qcode.ui.workspaces.code.inspector import Inspector
from qcode.ui.workspaces.code.knowledge import Knowledge
from qcode.ui.workspaces.code.navigation import Navigation
from qcode.ui.workspaces.code.open_document import OpenDocument
from qcode.ui.workspaces.code.text_commands import TextCommands

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.passages_panel import PassagesPanel


class CodeWorkspace(QWidget):
    """Reads and codes one document at a time.

    Its parts are made from the outside to the inside (``frames.frame_in`` says why), and those
    that nobody sees at first, the passages, the history and the memos, when they are first asked
    for.
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
        self.codes: dict[int, Code] = {}
        self._walked: tuple[int | None, int, int] | None = None

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
        self.hints = HintBook(settings, self)
        self.document_codings = DocumentCodings(session, self.text, self.codes)
        self.codings = self.document_codings.all
        self.opened = OpenDocument(self)
        self.knowledge = Knowledge(self)

        self.coding_commands = CodingCommands(self)
        self.code_commands = CodeCommands(self)
        self.document_commands = DocumentCommands(self)
        self.coder_commands = CoderCommands(self)
        self.text_commands = TextCommands(self)
        self._lay_out()
        self.navigation = Navigation(self)
        self.coordination = Coordination(self)
        self._connect()
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
        self.coordination.codingChosen.connect(made.choose_in_text)
        ListCommands(self, made)
        self.panels.begin_at(frame, made.list)
        return made

    def use_settings(self) -> None:
        """Show the text in the way that the settings say."""
        self.text_commands.use_settings()

    def _keep_zoom(self, steps: int) -> None:
        self.settings.zoom = 100 + 10 * steps

    def _connect(self) -> None:
        self.session.gathered.connect(self.conditionsChanged)
        self.text.zoomChanged.connect(self._keep_zoom)
        self.inspector.codingChosen.connect(self.choose_coding)
        self.inspector.codeRequested.connect(self.codes_panel.select_code)
        self.inspector.leaveRequested.connect(self.text.setFocus)
        self.inspector.linkActivated.connect(self.navigation.follow_link)
        self.inspector.passagesRequested.connect(lambda code_id: self.show_passages([code_id]))
        bind = self.actions_.bind
        self.hints.follow(self.actions_, self.session)
        bind("help.hints", self.hints.show_again)
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

    def tell_conditions(self) -> None:
        """Tell that other things may be done now; while more is to come, that waits for its end."""
        if not self.session.gathering:
            self.conditionsChanged.emit()

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
        self.tell_conditions()

    def selected_codes(self) -> list[int]:
        """Codes chosen in the tree, in its order."""
        return self.codes_panel.selected_codes()

    def chooser(self) -> CodesPanel:
        """Where codes are chosen here."""
        return self.codes_panel

    def write_memo(self) -> bool:
        """Begin a theoretical memo on what is at hand, beside the text."""
        self.knowledge.write_memo()
        return True

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
        self.knowledge.flush()

    def leave(self) -> None:
        """Save what is pending and where the user was."""
        self.flush()
        self.arrangement.keep(self.settings)
        self.navigation.keep_place()
        self.coding_commands.leave()
        self.knowledge.leave()
        self._at_rest.stop()

    # ------------------------------------------------------------------ documents

    @property
    def document(self) -> Document | None:
        """The document that is open."""
        return self.opened.record

    def open_document(self, document_id: int, *, at: int = 0) -> None:
        """Show a document with its codings, first of all those near code point ``at``."""
        self.opened.open(document_id, at)

    def document_titles(self) -> list[tuple[int, str]]:
        """Ids and titles of all documents in the order in which they are shown."""
        listed = documents.listed(self.session.project, counts=False)
        titles = {one.id: one.title for one in listed}
        return [(number, titles[number]) for number in self.documents_panel.order()]

    # ------------------------------------------------------------------ passages

    def choose_coding(self, coding_id: int) -> None:
        """Choose one coding of this document, as a click on it would."""
        self.text.set_chosen_coding(coding_id)
        self.coordination.coding_chosen(coding_id)

    def show_passages(self, code_ids: list[int]) -> None:
        """Show the passages of codes, below the text or beside it."""
        self.passages_panel.show_codes(code_ids)
        self.arrangement.show_passages(True)

    def _put_passages(self, beside: bool) -> None:
        self.arrangement.put_passages(beside)
        self.passages_panel.set_beside(beside)

    # ------------------------------------------------------------------ events

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.text.set_theme(theme.current())
        elif event.type() == QEvent.Type.LanguageChange:
            self.opened.show_header()
        super().changeEvent(event)
