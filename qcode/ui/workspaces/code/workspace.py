"""The workspace Code: documents and codes at the left, the text, and what is known about it.

It joins the panels: what is chosen in one is shown in the others, and what the user does becomes
a service call whose change comes back to every panel by the session's one signal.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from qcode.model.changes import ChangeSet
from qcode.model.records import Code, Coding, Document
from qcode.model.span import Span
from qcode.services import codes, codings, documents
from qcode.ui.shell import theme
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Place, Settings
from qcode.ui.widgets.document_header import DocumentHeader
from qcode.ui.widgets.text_view import PaintedCoding, TextView
from qcode.ui.widgets.text_view import Place as TextPlace
from qcode.ui.workspaces.code.code_commands import CodeCommands
from qcode.ui.workspaces.code.codes_panel import CodesPanel
from qcode.ui.workspaces.code.coding_commands import CodingCommands
from qcode.ui.workspaces.code.document_commands import DocumentCommands
from qcode.ui.workspaces.code.documents_panel import DocumentsPanel
from qcode.ui.workspaces.code.history_panel import HistoryPanel
from qcode.ui.workspaces.code.inspector import Inspector
from qcode.ui.workspaces.code.passages_panel import PassagesPanel

MANY = 1_000  # touched codings from which reading the document's codings anew is cheaper


class CodeWorkspace(QWidget):
    """Reads and codes one document at a time."""

    conditionsChanged = Signal()

    def __init__(self, session: Session, actions: ActionSet, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self.actions_ = actions
        self.settings = settings
        self.document: Document | None = None
        self.codings: dict[int, Coding] = {}
        self.codes: dict[int, Code] = {}

        self.documents_panel = DocumentsPanel(session)
        self.codes_panel = CodesPanel(session)
        self.header = DocumentHeader()
        self.text = TextView()
        self.passages_panel = PassagesPanel(session)
        self.inspector = Inspector(session)
        self.history_panel = HistoryPanel(session)
        self._lay_out()

        self.coding_commands = CodingCommands(self)
        self.code_commands = CodeCommands(self)
        self.document_commands = DocumentCommands(self)
        self._connect()
        self._read_codes()

    # ------------------------------------------------------------------ parts

    def _lay_out(self) -> None:
        self._left = QSplitter(Qt.Orientation.Vertical)
        self._left.addWidget(_framed(self.documents_panel))
        self._left.addWidget(_framed(self.codes_panel))
        self._left.setSizes([300, 400])
        paper = QFrame()
        paper.setProperty("role", "paper")
        column = QVBoxLayout(paper)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.text, 1)
        self._passages_frame = _framed(self.passages_panel)
        self._passages_frame.hide()
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self._middle.addWidget(paper)
        self._middle.addWidget(self._passages_frame)
        self._middle.setStretchFactor(0, 3)
        self._middle.setStretchFactor(1, 1)
        self._right = QStackedWidget()
        self._right.addWidget(_framed(self.inspector))
        self._right.addWidget(_framed(self.history_panel))
        self._across = QSplitter(Qt.Orientation.Horizontal)
        for part, stretch in ((self._left, 0), (self._middle, 1), (self._right, 0)):
            self._across.addWidget(part)
            self._across.setStretchFactor(self._across.count() - 1, stretch)
        self._across.setSizes([290, 780, 290])
        for splitter in (self._left, self._middle, self._across):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(10)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 4, 12, 0)
        outer.addWidget(self._across)
        self.setFocusProxy(self.text)  # whoever opens a project can read on with the keys
        for name, splitter in self._splitters():
            splitter.restoreState(self.settings.state(name))
        self.use_settings()

    def use_settings(self) -> None:
        """Show the text in the size that the settings say."""
        self.text.set_zoom(round((self.settings.zoom - 100) / 10))

    def _splitters(self) -> list[tuple[str, QSplitter]]:
        return [
            ("splitter/code", self._across),
            ("splitter/code-left", self._left),
            ("splitter/code-middle", self._middle),
        ]

    def _connect(self) -> None:
        self.session.changed.connect(self._after_change)
        self.session.coderChanged.connect(lambda _: self._take_coder())
        self.documents_panel.documentActivated.connect(self.open_document)
        self.documents_panel.currentDocumentChanged.connect(self._document_chosen)
        self.codes_panel.currentCodeChanged.connect(self._code_chosen)
        self.header.previousRequested.connect(lambda: self.step_document(-1))
        self.header.nextRequested.connect(lambda: self.step_document(1))
        self.text.spanSelected.connect(lambda _: self.conditionsChanged.emit())
        self.text.codingChosen.connect(self._coding_chosen)
        self.text.zoomChanged.connect(self._keep_zoom)
        self.inspector.codingChosen.connect(self.choose_coding)
        self.inspector.codeRequested.connect(self.codes_panel.select_code)
        self.inspector.leaveRequested.connect(self.text.setFocus)
        self.inspector.passagesRequested.connect(lambda code_id: self.show_passages([code_id]))
        self.passages_panel.passageActivated.connect(self.go_to_passage)
        self.passages_panel.closeRequested.connect(self._passages_frame.hide)
        self.history_panel.closeRequested.connect(lambda: self.show_history(False))
        self.history_panel.aboutToUndo.connect(self.flush)
        self.history_panel.undone.connect(self.go_to_change)
        bind = self.actions_.bind
        bind("edit.history", self.show_history)
        bind("edit.copy", self.text.copy)
        bind("edit.find_codes", self.codes_panel.focus_filter)
        bind("passage.next", lambda: self.passages_panel.next_passage(1))
        bind("passage.previous", lambda: self.passages_panel.next_passage(-1))
        bind("view.zoom_in", self.text.zoom_in)
        bind("view.zoom_out", self.text.zoom_out)
        bind("view.zoom_reset", self.text.reset_zoom)
        bind("document.next", lambda: self.step_document(1))
        bind("document.previous", lambda: self.step_document(-1))

    # ------------------------------------------------------------------ what the window asks

    def conditions(self) -> set[str]:
        """Which of the catalogue's conditions hold here."""
        self.coding_commands.refresh_marks()
        found = set()
        if self.document is not None:
            found.add("document")
            if self.text.selected_span() is not None:
                found.add("selection")
            if self.text.chosen_coding in self.codings:
                found.add("coding")
        # Qt tells of a new current row before that row is selected.
        if self.codes_panel.current_code() is not None or self.codes_panel.selected_codes():
            found.add("code")
        return found

    def summary(self) -> str:
        """What the bottom line says about the document."""
        if self.document is None:
            return ""
        passages = len({coding.selection_id for coding in self.codings.values()})
        if passages == 1:
            return self.tr("1 passage here")
        return self.tr("{count} passages here").format(count=passages)

    def selected_codes(self) -> list[int]:
        """Codes chosen in the tree, in its order."""
        return self.codes_panel.selected_codes()

    def flush(self) -> None:
        """Save typing that is still pending, before anything else happens."""
        self.inspector.flush()

    def leave(self) -> None:
        """Save what is pending and where the user was."""
        self.flush()
        for name, splitter in self._splitters():
            self.settings.set_state(name, splitter.saveState())
        if self.document is not None:
            code = self.codes.get(self.codes_panel.current_code() or -1)
            self.settings.set_place(
                self.session.project.guid,
                Place(self.document.guid, self.text.place().first, code.guid if code else ""),
            )

    def restore_place(self) -> None:
        """Open the document where the user was, or the first one."""
        place = self.settings.place(self.session.project.guid)
        known = documents.by_guid(self.session.project, place.document) if place else None
        if place is not None and known is not None:
            self.open_document(known)
            self.text.restore_place(TextPlace(place.position, place.position))
            for code in self.codes.values():
                if code.guid == place.code:
                    self.codes_panel.select_code(code.id)
        elif order := self.documents_panel.order():
            self.open_document(order[0])
        else:
            self._show_nothing()

    # ------------------------------------------------------------------ documents

    def open_document(self, document_id: int) -> None:
        """Show a document with its codings."""
        if self.document is not None and self.document.id == document_id:
            return
        self.flush()
        found = documents.listed(self.session.project, [document_id])
        if not found:
            return
        self.document = found[0]
        self._read_codings()
        self.text.set_document(
            documents.text(self.session.project, document_id),
            [self._painted(coding) for coding in self.codings.values()],
        )
        self._show_header()
        self.documents_panel.select_document(document_id)
        self.inspector.show_document(document_id)
        self.conditionsChanged.emit()

    def step_document(self, step: int) -> None:
        """Open the next (1) or previous (-1) document, round and round."""
        order = self.documents_panel.order()
        if not order:
            return
        here = order.index(self.document.id) if self.document and self.document.id in order else 0
        self.open_document(order[(here + step) % len(order)])

    def _show_nothing(self) -> None:
        self.document = None
        self.codings = {}
        self.text.set_document("")
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
            self.documents_panel.status_text(document.id),
        ]
        self.header.show_document(
            document.title, " · ".join(filter(None, facts)), place, len(order)
        )

    def _document_chosen(self, document_id: int | None) -> None:
        if document_id is not None:
            self.open_document(document_id)

    # ------------------------------------------------------------------ codings on the text

    def _read_codes(self) -> None:
        self.codes = {code.id: code for code in codes.tree(self.session.project, counts=False)}

    def _read_codings(self) -> None:
        assert self.document is not None
        self.codings = {
            coding.id: coding
            for coding in codings.of_document(self.session.project, self.document.id)
        }

    def _painted(self, coding: Coding) -> PaintedCoding:
        code = self.codes[coding.code_id]
        return PaintedCoding(
            coding_id=coding.id,
            start=coding.start,
            end=coding.end,
            color=code.color,
            code_id=code.id,
            label=code.title,
            coder=coding.coder,
            memo=coding.memo,
            mine=coding.coder == self.session.project.coder,
        )

    def _take_coder(self) -> None:
        """Somebody else codes now: whose codings are faint and whose status is told changes."""
        self._repaint_codings()
        self._show_header()

    def _repaint_codings(self) -> None:
        self.text.set_codings([self._painted(coding) for coding in self.codings.values()])

    def _after_change(self, changes: ChangeSet) -> None:
        """Take over what a step touched, in this document only."""
        if changes.touches("code", "setting"):
            self._read_codes()
        if changes.touches("document", "document_group", "work"):
            self._refresh_document()
        if self.document is None:
            return
        touched = changes.ids("coding")
        if changes.touches("code", "setting", "coder") or len(touched) > MANY:
            self._read_codings()
            self._repaint_codings()
        elif touched:
            self._take_over(touched)
        self._show_chosen()
        self.conditionsChanged.emit()

    def _take_over(self, touched: frozenset[int]) -> None:
        assert self.document is not None
        now = {
            coding.id: coding
            for coding in codings.by_id(self.session.project, touched)
            if coding.document_id == self.document.id
        }
        gone = [coding_id for coding_id in touched - now.keys() if coding_id in self.codings]
        for coding_id in gone:
            del self.codings[coding_id]
        self.codings.update(now)
        self.text.remove_codings(gone)
        self.text.put_codings([self._painted(coding) for coding in now.values()])

    def _refresh_document(self) -> None:
        """The open document was renamed, moved, or is gone; or the first one came."""
        order = self.documents_panel.order()
        if self.document is not None:
            found = documents.listed(self.session.project, [self.document.id])
            if found:
                self.document = found[0]
                self._show_header()
                return
            self.document = None
        if order:
            self.open_document(order[0])
        else:
            self._show_nothing()

    # ------------------------------------------------------------------ choosing and going

    def _coding_chosen(self, coding_id: int | None) -> None:
        if coding_id in self.codings:
            self.codes_panel.select_code(self.codings[coding_id].code_id)
        self._show_chosen()
        self.conditionsChanged.emit()

    def choose_coding(self, coding_id: int) -> None:
        """Choose one coding of this document, as a click on it would."""
        self.text.set_chosen_coding(coding_id)
        self._coding_chosen(coding_id)

    def _show_chosen(self) -> None:
        """Let the inspector show the chosen coding, else the code or the document."""
        if self.inspector.editing:
            return  # who types in a field is not taken away from it
        chosen = self.codings.get(self.text.chosen_coding or -1)
        if self.document is None:
            self.inspector.clear()
        elif chosen is not None:
            here = [
                coding
                for coding in self.codings.values()
                if Span(coding.start, coding.end).overlaps(Span(chosen.start, chosen.end))
            ]
            self.inspector.show_passage(self.document.id, here, chosen.id)
        elif self._in_codes():
            self.inspector.show_code(self.codes_panel.current_code())
        else:
            self.inspector.show_document(self.document.id)

    def _in_codes(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.codes_panel.isAncestorOf(focused)

    def _code_chosen(self, code_id: int | None) -> None:
        # The tree also follows the text; only who is in the tree asks about the code itself.
        if code_id is not None and self._in_codes():
            self.inspector.show_code(code_id)
        self.conditionsChanged.emit()

    def go_to_passage(
        self, document_id: int, start: int, end: int, coding_id: int | None = None
    ) -> None:
        """Open a document at a passage (code points) and choose its coding."""
        self.open_document(document_id)
        self.text.reveal(Span(start, end))
        if coding_id is not None and coding_id in self.codings:
            self.choose_coding(coding_id)

    def go_to_change(self, changes: ChangeSet) -> None:
        """Show the place of an undone or redone step where it has one."""
        touched = changes.ids("coding")
        if not 0 < len(touched) <= MANY:
            return
        found = codings.by_id(self.session.project, touched)
        here = [
            coding for coding in found if self.document and coding.document_id == self.document.id
        ]
        for coding in (here or found)[:1]:
            if here and self.text.is_visible(Span(coding.start, coding.end)):
                return
            self.go_to_passage(coding.document_id, coding.start, coding.end)

    def show_passages(self, code_ids: list[int]) -> None:
        """Show the passages of codes below the text."""
        self.passages_panel.show_codes(code_ids)
        self._passages_frame.show()

    def show_history(self, shown: bool) -> None:
        """Show the history in place of the inspector, or the inspector again."""
        self._right.setCurrentIndex(1 if shown else 0)
        self.actions_["edit.history"].setChecked(shown)
        if shown:
            self.history_panel.setFocus()

    def _keep_zoom(self, steps: int) -> None:
        self.settings.zoom = 100 + 10 * steps

    # ------------------------------------------------------------------ events

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.text.set_theme(theme.current())
        elif event.type() == QEvent.Type.LanguageChange:
            self._show_header()
        super().changeEvent(event)


def _framed(widget: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(widget)
    return frame
