"""The workspace Memos: all memos at the left, the one that is read or written at the right."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from qcode.model.changes import ChangeSet
from qcode.model.enums import MemoKind
from qcode.model.records import Coding, MemoRecord
from qcode.model.span import Span
from qcode.model.theory_records import Target, TargetKind
from qcode.services import memos
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.i18n import say
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.frames import frame_in
from qcode.ui.widgets.panel_round import PanelRound
from qcode.ui.workspaces.memos.at_hand import at_hand
from qcode.ui.workspaces.memos.following import Ways, follow
from qcode.ui.workspaces.memos.found_panel import Found, FoundPanel
from qcode.ui.workspaces.memos.page import MemoPage
from qcode.ui.workspaces.memos.things import Things
from qcode.ui.workspaces.workspace import Workspace

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.workspace import CodeWorkspace

_TABLES = ("memo", "memo_link", "memo_model_link")
_NAMED = ("code", "document", "relation", "relation_type", "paradigm", "selection", "setting")
_SIDE = 430  # pixels of the list, or two fifths of a small screen


class MemosWorkspace(Workspace):
    """Finds memos, reads and writes them."""

    name = "memos"

    def __init__(
        self,
        session: Session,
        actions: ActionSet,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, parent)
        self._settings = settings
        self._things = Things(session.project)
        self._all: list[MemoRecord] = []
        self._wanted: int | None = None  # the memo that is to be shown once it is read
        self._begun: int | None = None  # one just made: the caret goes there once it is shown
        self._touched: set[int] = set()  # memos that the last reading found changed
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 4, 12, 0)
        self._parts = QSplitter(Qt.Orientation.Horizontal, self)
        outer.addWidget(self._parts)
        left = frame_in(self._parts)
        self.found = FoundPanel(self._things, actions, left)
        left.layout().addWidget(self.found)
        self.found.new.setVisible(session.writable)
        self.bar, self.timeline = self.found.bar, self.found.timeline
        self.rows, self.list = self.found.rows, self.found.list
        right = QWidget(self._parts)
        self.page = MemoPage(session, self._things, right)
        self._reading = Recount(
            self, session.project.path, lambda: self.found.find(session.project), self._take
        )
        self._lay_out(right)
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ parts

    def _lay_out(self, right: QWidget) -> None:
        self._none = QLabel(right)
        self._none.setProperty("role", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self._right = QStackedLayout(right)
        self._right.addWidget(self._none)
        self._right.addWidget(self.page)
        self._parts.setStretchFactor(0, 0)
        self._parts.setStretchFactor(1, 1)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(10)
        side = min(_SIDE, self.screen().availableGeometry().width() * 2 // 5)
        self._parts.setSizes([side, 2 * side])
        self._parts.restoreState(self._settings.state("splitter/memos"))
        self.panels = PanelRound([self.list, self.page.body], self)

    def _connect(self) -> None:
        self.found.asked.connect(self._reading.ask)
        self.found.currentChanged.connect(self._show_current)
        self.found.writeRequested.connect(self.page.begin)
        self.found.deleteRequested.connect(self.delete_chosen)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.page.deleteRequested.connect(self._delete_shown)
        self.page.attachments.opened.connect(self._go_to)
        ways = Ways(
            lambda code_id: self.codesRequested.emit([code_id], "code"),
            self.documentRequested.emit,
            lambda document, start, end: self.passageRequested.emit(document, start, end, 0),
        )
        self.page.body.linkActivated.connect(
            lambda kind, guid: follow(self.session.project, self.page.body, ways, kind, guid)
        )

    def join(self, code: CodeWorkspace) -> None:
        self.page.attachments.at_hand = lambda: at_hand(code)

    # ------------------------------------------------------------------ reading

    def _take(self, found: Found) -> None:
        before = {one.id: one for one in self._all}
        self._all = found[0]
        self._touched = {one.id for one in self._all if before.get(one.id) != one}
        wanted, self._wanted = self._wanted, None
        current = wanted if wanted is not None else self._shown_id()
        self.found.show_found(found, current, scroll=wanted is not None)
        self._say_none()
        self._show_current()
        if self._begun is not None and self._begun == self._shown_id():
            self._begun = None
            self.page.begin()

    def read(self) -> None:
        self._reading.ask()

    def take_over(self, changes: ChangeSet) -> None:
        self._things.forget(changes)
        if changes.touches(*_TABLES, "coder", *_NAMED):
            self._reading.ask()
        if changes.touches(*_NAMED):
            self.rows.renamed()

    def _hear(self, changes: ChangeSet) -> None:
        if not self.isVisible() or self._stale:
            self._things.forget(changes)
        super()._hear(changes)

    # ------------------------------------------------------------------ showing

    def _shown_id(self) -> int | None:
        return self.page.memo.id if self.page.memo is not None else None

    def _show_current(self) -> None:
        memo, there = self.found.current(), {one.id for one in self._all}
        if self._shown_id() not in there:
            self.page.drop()
        if memo is not None:
            self.page.show_memo(memo)
            self._right.setCurrentIndex(1)
        else:
            self.page.flush()
            self.page.memo = None
            self._right.setCurrentIndex(0)
        self.conditionsChanged.emit()

    # ------------------------------------------------------------------ what is done

    def new_memo(
        self,
        kind: MemoKind,
        targets: Collection[Target] = (),
        passage: tuple[int, Span] | None = None,
    ) -> None:
        """Make a memo and put the caret into it."""
        self.page.flush()
        made = self.session.run(
            self,
            self.tr("New memo"),
            memos.create,
            kind,
            "",
            targets=list(targets),
            passage=passage,
        )
        if made is not None:
            self._begun = int(made)
            self.show_memo(self._begun)

    def write_memo(self) -> bool:
        self.new_memo(MemoKind.THEORETICAL)
        return True

    def show_memo(self, memo_id: int) -> None:
        """Show a memo, whatever the filter would leave out."""
        self._wanted = memo_id
        if self.bar.active() and self.rows.row_of(memo_id) < 0:
            self.bar.reset()
        else:
            self._reading.ask()

    def delete_chosen(self) -> None:
        """Delete the memos that are chosen in the list."""
        chosen = self.found.chosen()
        if chosen and self.session.writable:
            if self._shown_id() in chosen:
                self.page.body.drop()
            self.session.run(self, self.tr("Delete memos"), memos.delete, chosen)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete_shown(self) -> None:
        memo = self.page.memo
        if memo is not None:
            self.page.body.drop()
            self.session.run(self, self.tr("Delete memos"), memos.delete, [memo.id])
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, where: QPoint) -> None:
        chosen = self.found.chosen()
        if not chosen:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kinds = menu.addMenu(self.tr("&Kind"))
        kinds.setEnabled(self.session.writable)
        for kind in MemoKind:
            kinds.addAction(say(kind.label)).triggered.connect(
                lambda _=False, kind=kind: self.session.run(
                    self, self.tr("Kind of the memo"), memos.set_kind, chosen, kind
                )
            )
        menu.addSeparator()
        delete = menu.addAction(self.tr("&Delete\tDel"))
        delete.setEnabled(self.session.writable)
        delete.triggered.connect(self.delete_chosen)
        menu.popup(self.list.viewport().mapToGlobal(where))

    def _go_to(self, target: Target) -> None:
        match target.kind:
            case TargetKind.CODE:
                self.codesRequested.emit([target.id], "code")
            case TargetKind.DOCUMENT:
                self.documentRequested.emit(target.id)
            case TargetKind.PASSAGE:
                for one in self._things.passages([target.id]).values():
                    self.passageRequested.emit(one.document_id, *one.span, 0)
            case TargetKind.RELATION:
                self.workspaceRequested.emit("selective")
            case TargetKind.PARADIGM:
                self.workspaceRequested.emit("axial")

    # ------------------------------------------------------------------ what the window asks

    def conditions(self) -> set[str]:
        return set()

    def summary(self) -> str:
        chosen = len(self.found.chosen())
        if chosen > 1:
            return self.tr("{count} memos are chosen").format(count=chosen)
        return ""

    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        self.page.flush()

    def leave(self) -> None:
        super().leave()
        self._settings.set_state("splitter/memos", self._parts.saveState())

    def tells_of(self, changes: ChangeSet) -> bool:
        return changes.touches(*_TABLES) and not changes.touches(
            "coding", "code", "document", "relation", "paradigm"
        )

    def go_to_change(self, changes: ChangeSet, before: Sequence[Coding] = ()) -> None:
        del before
        there = {one.id for one in self._all}
        touched = (changes.ids("memo") or self._touched) & there
        if touched and self._shown_id() not in touched:
            self.show_memo(min(touched))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self._say_none()

    def _say_none(self) -> None:
        """Say what to do where no memo is shown; the list says why it is empty."""
        self._none.setText(self.tr("Choose a memo at the left.") if self.rows.memos else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
