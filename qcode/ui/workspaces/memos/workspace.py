"""The workspace Memos: all memos at the left, the one that is read or written at the right."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.model.changes import ChangeSet
from qcode.model.enums import MemoKind
from qcode.model.records import Coding, MemoRecord
from qcode.model.span import Span
from qcode.model.theory_records import MemoFilter, Target, TargetKind
from qcode.services import memos
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell import icons
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.i18n import say
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.activated_list import ActivatedList
from qcode.ui.widgets.frames import framed
from qcode.ui.widgets.panel import Panel
from qcode.ui.widgets.panel_round import PanelRound
from qcode.ui.workspaces.memos.at_hand import at_hand
from qcode.ui.workspaces.memos.filter_bar import MemoFilterBar
from qcode.ui.workspaces.memos.following import Ways, follow
from qcode.ui.workspaces.memos.months import Month, counted
from qcode.ui.workspaces.memos.page import MemoPage
from qcode.ui.workspaces.memos.rows import MemoRowDelegate, MemoRows
from qcode.ui.workspaces.memos.things import Things
from qcode.ui.workspaces.memos.timeline import Timeline
from qcode.ui.workspaces.workspace import Workspace

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.workspace import CodeWorkspace

_TABLES = ("memo", "memo_link", "memo_model_link")
_NAMED = ("code", "document", "relation", "relation_type", "paradigm", "selection", "setting")
_SIDE = 430  # pixels of the list, or two fifths of a small screen

_Read = tuple[list[MemoRecord], list[MemoRecord], dict[Month, int]]
"""All memos, those that are wanted, and how many there are by month without the wish for days."""


class MemosWorkspace(Workspace):
    """Finds memos, reads and writes them."""

    name = "memos"

    def __init__(self, session: Session, actions: ActionSet, settings: Settings) -> None:
        super().__init__(session)
        self._settings = settings
        self._actions = actions
        self._things = Things(session.project)
        self._all: list[MemoRecord] = []
        self._choosing = False
        self._wanted: int | None = None  # the memo that is to be shown once it is read
        self._begun: int | None = None  # one just made: the caret goes there once it is shown
        self._touched: set[int] = set()  # memos that the last reading found changed
        self.bar = MemoFilterBar(self._things)
        self.timeline = Timeline()
        self.rows = MemoRows(self._things, self)
        self.list = ActivatedList()
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(MemoRowDelegate(self.list))
        self.page = MemoPage(session, self._things)
        self._reading = Recount(self, session.project.path, self._read, self._take)
        self._lay_out()
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ parts

    def _lay_out(self) -> None:
        self._panel = Panel()
        self._new = QToolButton()
        self._new.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._kinds = QMenu(self)
        for kind in MemoKind:
            self._kinds.addAction(self._actions[f"memo.new.{kind.value}"])
        self._new.setMenu(self._kinds)
        self._new.setVisible(self.session.writable)
        top = QHBoxLayout()
        top.addWidget(self._new)
        top.addStretch(1)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(12, 24, 12, 8)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        column = self._panel.column
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addWidget(self.timeline)
        column.addLayout(self._pages, 1)
        self._none = QLabel()
        self._none.setProperty("role", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        right = QWidget()
        self._right = QStackedLayout(right)
        self._right.addWidget(self._none)
        self._right.addWidget(self.page)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        for part, stretch in ((framed(self._panel), 0), (right, 1)):
            self._parts.addWidget(part)
            self._parts.setStretchFactor(self._parts.count() - 1, stretch)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(10)
        side = min(_SIDE, self.screen().availableGeometry().width() * 2 // 5)
        self._parts.setSizes([side, 2 * side])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 4, 12, 0)
        outer.addWidget(self._parts)
        self._parts.restoreState(self._settings.state("splitter/memos"))
        self.panels = PanelRound([self.list, self.page.body], self)

    def _connect(self) -> None:
        self.bar.changed.connect(self._reading.ask)
        self.bar.entered.connect(self._into_list)
        self.timeline.chosen.connect(self._choose_months)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.list.activatedRow.connect(lambda _: self.page.begin())
        self.list.removePressed.connect(self.delete_chosen)
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

    def _read(self) -> _Read:
        project, asked = self.session.project, self.bar.wanted
        everything = memos.listed(project, order=self.bar.wanted_order)
        timeless = MemoFilter(
            asked.kinds, asked.coders, "", "", asked.attached, asked.project_only, asked.words
        )
        found = [one for one in memos.chosen(project, everything, timeless) if self.bar.passes(one)]
        within = [one for one in found if memos.within(one, asked.since, asked.until)]
        return everything, within, counted(found)

    def _take(self, read: _Read) -> None:
        everything, found, months = read
        before = {one.id: one for one in self._all}
        self._touched = {one.id for one in everything if before.get(one.id) != one}
        self._all = everything
        self.bar.show_all(everything)
        self.timeline.show_counts(months, self._months())
        shown = self._wanted if self._wanted is not None else self._shown_id()
        wanted, self._wanted = self._wanted, None
        chosen = set(self._chosen())
        row_before = self.list.currentIndex().row()
        self._choosing = True
        self.rows.show_memos(found)
        self._choosing = False
        self._choose(shown, chosen, row_before, scroll=wanted is not None)
        if self._begun is not None and self._begun == self._shown_id():
            self._begun = None
            self.page.begin()
        self._say(len(found))

    def _choose(self, memo_id: int | None, chosen: set[int], row_before: int, scroll: bool) -> None:
        """Let the same memos be chosen as before; where the current one is gone, its neighbour."""
        row = self.rows.row_of(memo_id)
        if row < 0 and self.rows.memos:
            row = min(max(row_before, 0), len(self.rows.memos) - 1)
            chosen = set()
        selection, flags = self.list.selectionModel(), QItemSelectionModel.SelectionFlag
        self._choosing = True
        there = [at for at, one in enumerate(self.rows.memos) if one.id in chosen] or [row]
        selection.clear()
        if row >= 0:
            for at in there if row in there else [row]:
                selection.select(self.rows.index(at), flags.Select)
            selection.setCurrentIndex(self.rows.index(row), flags.Select)
        self._choosing = False
        if scroll and row >= 0:
            self.list.scrollTo(self.rows.index(row))
        self._show_current()

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
        if self._choosing:
            return
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.rows.memos):
            memo = self.rows.memos[row]
            if self.page.memo is not None and self.page.memo.id != memo.id:
                if self.page.memo.id in {one.id for one in self._all}:
                    self.page.flush()
                else:
                    self.page.drop()
            self.page.show_memo(memo)
            self._right.setCurrentIndex(1)
        else:
            if self._shown_id() not in {one.id for one in self._all}:
                self.page.drop()
            self.page.flush()
            self.page.memo = None
            self._right.setCurrentIndex(0)
        self.conditionsChanged.emit()

    def _months(self) -> tuple[Month, Month] | None:
        if self.bar.days is None:
            return None
        first, last = self.bar.days
        return Month(first.year, first.month), Month(last.year, last.month)

    def _choose_months(self, chosen: tuple[Month, Month] | None) -> None:
        if chosen is None:
            self.bar.set_days(None)
        else:
            first, last = chosen
            self.bar.set_days((first.first, last.last))

    def _say(self, shown: int) -> None:
        count = len(self._all)
        if shown != count:
            note = self.tr("{shown} of {count}").format(shown=shown, count=count)
        else:
            note = str(count) if count else ""
        self._panel.set_heading(self.tr("Memos"), note)
        self._pages.setCurrentIndex(0 if shown else 1)
        if count:
            self._nothing.setText(self.tr("No memo is like that."))
        else:
            self._nothing.setText(
                self.tr(
                    "No memo yet. Write down what strikes you: with New, or with Ctrl+Shift+M"
                    " beside the text."
                )
            )
        self._none.setText("" if not count else self.tr("Choose a memo at the left."))

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
        if self.bar.active and self.rows.row_of(memo_id) < 0:
            self.bar.reset()
        else:
            self._reading.ask()

    def delete_chosen(self) -> None:
        """Delete the memos that are chosen in the list."""
        chosen = self._chosen()
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

    def _chosen(self) -> list[int]:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.rows.memos[row].id for row in rows if row < len(self.rows.memos)]

    def _open_menu(self, where: QPoint) -> None:
        chosen = self._chosen()
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
        chosen = len(self._chosen())
        if chosen > 1:
            return self.tr("{count} memos are chosen").format(count=chosen)
        return ""

    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _into_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

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
        self.list.setAccessibleName(self.tr("Memos"))
        self._new.setText(self.tr("New"))
        self._new.setToolTip(self.tr("Write a new memo"))
        self._new.setAccessibleName(self.tr("Write a new memo"))
        self._new.setIcon(icons.icon("plus"))
        self._say(len(self.rows.memos))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._new.setIcon(icons.icon("plus"))
        super().changeEvent(event)
