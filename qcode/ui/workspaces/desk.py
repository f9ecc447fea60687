"""The workspaces of a project, one of which is shown.

The first one, where texts are coded, is there from the start and hears of everything; the others
are made when they are first asked for, so that a window opens no slower for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from qcode.model.enums import MemoKind
from qcode.model.memo_records import Target, TargetKind
from qcode.ui.workspaces.code.workspace import CodeWorkspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qcode.model.changes import ChangeSet
    from qcode.model.records import Coding
    from qcode.ui.shell.actions import ActionSet
    from qcode.ui.shell.session import Session
    from qcode.ui.shell.settings import Settings
    from qcode.ui.workspaces.memos.quick_memo import QuickMemo
    from qcode.ui.workspaces.memos.workspace import MemosWorkspace
    from qcode.ui.workspaces.workspace import CodeChooser, Workspace


class Place(NamedTuple):
    """Where the class of a workspace is found."""

    module: str
    class_name: str


CODE = "code"
OTHERS: dict[str, Place] = {
    "axial": Place("qcode.ui.workspaces.axial.workspace", "AxialWorkspace"),
    "selective": Place("qcode.ui.workspaces.selective.workspace", "SelectiveWorkspace"),
    "memos": Place("qcode.ui.workspaces.memos.workspace", "MemosWorkspace"),
    "analyse": Place("qcode.ui.workspaces.analyse.workspace", "AnalyseWorkspace"),
    "review": Place("qcode.ui.workspaces.review.workspace", "ReviewWorkspace"),
}
NAMES = (CODE, *OTHERS)
_REST = 4_000  # milliseconds after the opening, when the first things are done


def load_modules() -> None:
    """Load what the other workspaces are made of; any thread may."""
    for place in OTHERS.values():
        import_module(place.module)
    import_module("qcode.ui.workspaces.analyse.workspace").load_pages()


class Desk(QStackedWidget):
    """All workspaces of a project; ``code`` is the one in which texts are coded."""

    conditionsChanged = Signal()
    workspaceChanged = Signal(str)

    def __init__(
        self,
        session: Session,
        actions: ActionSet,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._settings = settings
        self._quick: QuickMemo | None = None
        self.code = CodeWorkspace(session, actions, settings, self)
        self.code.conditionsChanged.connect(self._tell)
        self.code.code_commands.choose_in(self.chooser)
        self.addWidget(self.code)
        self._pages: dict[str, CodeWorkspace | Workspace] = {CODE: self.code}
        self.shown = CODE
        for name in NAMES:
            actions.bind(f"workspace.{name}", self._opener(name))
        actions.bind("view.next_panel", lambda: self.current.panels.go(1))
        actions.bind("view.previous_panel", lambda: self.current.panels.go(-1))
        for kind in MemoKind:
            actions.bind(f"memo.new.{kind.value}", lambda kind=kind: self.new_memo(kind))
        actions.bind("memo.all", self._opener("memos"))
        actions.bind("memo.beside", self.write_memo)
        actions.bind("memo.export", self.export_memos)
        self._check()
        QTimer.singleShot(_REST, self, self._load_others)

    def _load_others(self) -> None:
        """Load the modules of the other workspaces while one rests, for the first going there."""
        from qcode.ui.shell.idle import forget_sources
        from qcode.ui.shell.operation import quietly

        quietly(self, lambda _: load_modules(), lambda _: forget_sources())

    @property
    def current(self) -> CodeWorkspace | Workspace:
        """The workspace that is shown."""
        return self._pages[self.shown]

    def _opener(self, name: str) -> Callable[..., None]:
        return lambda *_: self.show_workspace(name)

    def show_workspace(self, name: str, *, focus: bool = True) -> CodeWorkspace | Workspace:
        """Show a workspace, made when it is first asked for, and return it."""
        if name != self.shown:
            self.current.flush()
            if self._quick is not None:
                self._quick.put_away()
            page = self._pages.get(name) or self._make(name)
            self.shown = name
            self.setCurrentWidget(page)
            self.workspaceChanged.emit(name)
            self._tell()
        self._check()
        if focus:
            self.current.take_focus()
        return self.current

    def _make(self, name: str) -> Workspace:
        place = OTHERS[name]
        kind = getattr(import_module(place.module), place.class_name)
        page: Workspace = kind(self._session, self._actions, self._settings, self)
        page.conditionsChanged.connect(self._tell)
        page.passageRequested.connect(self.go_to_passage)
        page.passagesRequested.connect(self.show_passages)
        page.withoutConceptRequested.connect(
            lambda codes: self.show_passages(codes, without_concept=True)
        )
        page.codesRequested.connect(self.show_codes)
        page.documentRequested.connect(self.open_document)
        page.memoRequested.connect(self.write_quick_memo)
        page.workspaceRequested.connect(self.show_workspace)
        page.join(self.code)
        self._pages[name] = page
        self.addWidget(page)
        return page

    def _check(self) -> None:
        for name in NAMES:
            self._actions[f"workspace.{name}"].setChecked(name == self.shown)

    def _tell(self) -> None:
        self.conditionsChanged.emit()

    # ------------------------------------------------------------------ for all pages

    def chooser(self) -> CodeChooser:
        """Return where codes are chosen on the page that is shown."""
        return self.current.chooser() or self.code.codes_panel

    def flush(self) -> None:
        """Save typing that is still pending, wherever it is."""
        if self._quick is not None:
            self._quick.flush()
        for page in self._pages.values():
            page.flush()

    def leave(self) -> None:
        """Save what is pending and how each page is arranged."""
        self.flush()  # of all, before one of them reads for the last time
        for page in self._pages.values():
            page.leave()

    def use_settings(self) -> None:
        """Follow the settings, which may have changed."""
        for page in self._pages.values():
            page.use_settings()

    # ------------------------------------------------------------------ memos

    def new_memo(self, kind: MemoKind) -> None:
        """Make a memo of a kind, on what is at hand where the kind asks for something."""
        from qcode.ui.workspaces.memos.at_hand import AtHand, at_hand

        here = AtHand()
        if self.current is self.code:
            here = at_hand(self.code)
        elif self.shown != "memos":
            here = AtHand(codes=tuple(self.chooser().selected_codes()))
        page = cast("MemosWorkspace", self.show_workspace("memos", focus=False))
        page.new_memo(kind, *here.asked_by(kind))

    def write_memo(self) -> None:
        """Begin a theoretical memo without leaving the page that is shown."""
        if not self.current.write_memo():
            chooser = self.current.chooser()
            codes = chooser.selected_codes() if chooser is not None else []
            self.write_quick_memo([Target(TargetKind.CODE, one) for one in codes])

    def write_quick_memo(self, targets: list[Target]) -> None:
        """Begin a theoretical memo on some things, on a small sheet over the page."""
        from qcode.ui.workspaces.memos.quick_memo import QuickMemo

        if self._quick is None:
            self._quick = QuickMemo(self._session, self)
        self._quick.open_on(targets, self.window().focusWidget())

    def export_memos(self) -> None:
        """Ask how memos are written, and write them."""
        from qcode.ui.dialogs.export_memos import export_memos

        self.flush()
        export_memos(self, self._session, self._settings)

    # ------------------------------------------------------------------ going to a place

    def go_to_passage(
        self, document_id: int, start: int, end: int, coding_id: int | None = None
    ) -> None:
        """Show a passage in its text."""
        self.show_workspace(CODE)
        self.code.navigation.go_to_passage(document_id, start, end, coding_id)

    def open_document(self, document_id: int) -> None:
        """Show a document where texts are coded."""
        self.show_workspace(CODE)
        self.code.open_document(document_id)

    def show_passages(self, code_ids: list[int], *, without_concept: bool = False) -> None:
        """Show the passages of codes beside the text, or only those that no concept is on."""
        self.show_workspace(CODE, focus=False)
        if without_concept:
            self.code.passages_panel.show_without_concept(code_ids)
            self.code.arrangement.show_passages(True)
        else:
            self.code.show_passages(code_ids)
        self.code.passages_panel.take_focus()

    def show_codes(self, code_ids: list[int], where: str) -> None:
        """Choose codes on a page that has them: on the board, or in the tree beside the text."""
        page = self.show_workspace(where)
        if page is self.code:
            self.code.codes_panel.view.setFocus(Qt.FocusReason.OtherFocusReason)
        chooser = page.chooser()
        if chooser is not None:
            chooser.select_keys(code_ids)

    def go_to_change(self, changes: ChangeSet, before: Sequence[Coding] = ()) -> None:
        """Show the place of a step taken back or done again, on a page that tells of it."""
        if self.current is not self.code and not self.current.tells_of(changes):
            name = next(
                (name for name, page in self._pages.items() if page.tells_of(changes)), CODE
            )
            self.show_workspace(name)
        self.current.go_to_change(changes, before)
