"""The workspace Axial: a board of categories, their passages side by side, and the paradigm.

At the left stands what has no category yet, in the middle the board with the paradigm below it, at
the right the passages of what is chosen, compared with each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qcode.model.changes import ChangeSet
from qcode.model.records import Coding
from qcode.model.theory_records import Target, TargetKind
from qcode.services import codes
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.panel_round import PanelRound
from qcode.ui.workspaces.axial.arrangement import Arrangement
from qcode.ui.workspaces.axial.boards import BoardPanel, LoosePanel
from qcode.ui.workspaces.axial.cards import Cards
from qcode.ui.workspaces.axial.comparison import Comparison
from qcode.ui.workspaces.axial.paradigm_panel import ParadigmPanel
from qcode.ui.workspaces.memos.following import Ways, follow
from qcode.ui.workspaces.workspace import Workspace

_MENU = (
    "code.new_concept",
    "code.new_category",
    "code.new_main_category",
    "-",
    "code.rename",
    "code.colour",
    "codes/level",
    "-",
    "code.merge",
    "code.split",
    "code.move",
    "-",
    "code.delete",
    "-",
    "code.passages",
    "memo.beside",
)
_MOMENT = 15  # milliseconds between two parts, for what is painted and pressed meanwhile
_REST = 150  # milliseconds of rest on a card before its passages are read


class AxialWorkspace(Workspace):
    """Gathers what open coding found."""

    name = "axial"

    def __init__(
        self,
        session: Session,
        actions: ActionSet,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, parent)
        self._settings = settings
        self._actions = actions
        self._lay_out()
        self.cards = Cards(session, self.board, self.loose, lambda: self._counting.reading, self)
        self._counting = Recount(
            self, session.project.path, lambda: codes.tree(session.project), self.cards.take
        )
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST)
        self._resting.timeout.connect(self._compare)
        self._connect(actions)

    def _lay_out(self) -> None:
        """Make the panels, each in its place: ``frames.frame_in`` says why."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 4, 12, 0)
        places = self._places = Arrangement(self)
        outer.addWidget(places)
        self.loose = LoosePanel(self.session, places.loose)
        self.board = BoardPanel(self.session, self._actions, places.board)
        for frame, panel in ((places.loose, self.loose), (places.board, self.board)):
            frame.layout().addWidget(panel)
        places.restore(self._settings)
        self.panels = PanelRound(
            [self.loose.view, self.board.view, places.paradigm, places.comparison], self
        )
        self._coming = QTimer(self)
        self._coming.setSingleShot(True)
        self._coming.setInterval(_MOMENT)
        self._coming.timeout.connect(self._make_next)
        self._coming.start()

    def _make_next(self) -> None:
        """Make what is not at the heart of the page a moment later, one part at a time."""
        if not self._has("paradigms"):
            _ = self.paradigms
            self._coming.start()
        else:
            _ = self.comparison

    def _has(self, part: str) -> bool:
        """Whether a part that is made when it is first asked for is there."""
        return part in self.__dict__

    @cached_property
    def paradigms(self) -> ParadigmPanel:
        """The paradigm, made just after the board is shown."""
        frame = self._places.paradigm
        made = ParadigmPanel(self.session, frame)
        frame.layout().addWidget(made)
        made.show()  # at once: it may be given the focus
        self.panels.begin_at(frame, made)
        made.memoRequested.connect(
            lambda one: self.memoRequested.emit([Target(TargetKind.PARADIGM, one)])
        )
        made.codeRequested.connect(self.cards.select_code)
        made.passagesRequested.connect(self._show_passages_of)
        if not self._stale:
            made.read()
        return made

    @cached_property
    def comparison(self) -> Comparison:
        """The passages side by side, made just after the board is shown."""
        frame = self._places.comparison
        made = Comparison(self.session, frame)
        frame.layout().addWidget(made)
        made.show()  # at once: it may be given the focus
        self.panels.begin_at(frame, made.list)
        made.passageActivated.connect(self.passageRequested)
        made.memos.linkActivated.connect(self._follow_link)
        return made

    def _connect(self, actions: ActionSet) -> None:
        self.cards.shown.connect(self.conditionsChanged)
        self.cards.chosen.connect(self._chosen)
        for panel in (self.loose, self.board):
            actions.attach("codes", panel.view)
            panel.menuWanted.connect(self._open_menu)
            panel.opened.connect(self._open)

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        self._counting.ask()
        if self._has("paradigms"):
            self.paradigms.read()

    def take_over(self, changes: ChangeSet) -> None:
        if changes.touches("code", "coding", "setting", "document"):
            self._counting.ask()
        if self._has("paradigms"):
            self.paradigms.take_over(changes)

    # ------------------------------------------------------------------ what the window asks

    def conditions(self) -> set[str]:
        return {"code"} if self.cards.selected_codes() or self.cards.current_code() else set()

    def summary(self) -> str:
        chosen = len(self.cards.selected_codes())
        if chosen > 1:
            return self.tr("{count} codes are chosen").format(count=chosen)
        return ""

    def chooser(self) -> Cards:
        return self.cards

    def take_focus(self) -> None:
        self.board.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_memo(self) -> bool:
        chosen = self.cards.selected_codes() or self.comparison.passages.code_ids()
        if not chosen:
            return False
        self._resting.stop()
        self.comparison.show_codes(chosen)
        self.comparison.memos.start()
        return True

    def _follow_link(self, kind: str, guid: str) -> None:
        ways = Ways(
            self.cards.select_code,
            self.documentRequested.emit,
            lambda document, start, end: self.passageRequested.emit(document, start, end, 0),
        )
        follow(self.session.project, self, ways, kind, guid)

    def flush(self) -> None:
        if self._has("comparison"):
            self.comparison.flush()

    def leave(self) -> None:
        self._coming.stop()
        self._resting.stop()
        super().leave()
        self._places.keep(self._settings)

    def tells_of(self, changes: ChangeSet) -> bool:
        if self.isVisible() and changes.touches("memo", "memo_link", "memo_model_link"):
            return True  # it was begun here; nobody is sent elsewhere to see it go
        return changes.touches(
            "code", "paradigm", "paradigm_slot", "code_property", "property_place"
        ) and not changes.touches("relation")

    def go_to_change(self, changes: ChangeSet, before: Sequence[Coding] = ()) -> None:
        del before
        self.cards.go_to_change(changes)
        self.paradigms.go_to_change(changes)

    # ------------------------------------------------------------------ what is chosen

    def _chosen(self) -> None:
        self._resting.start()
        self.conditionsChanged.emit()

    def _compare(self) -> None:
        """Show the passages of what is chosen, and its properties."""
        chosen = self.cards.selected_codes()
        self.comparison.show_codes(chosen or [self.cards.current_code() or 0])

    def _open(self, code_id: int) -> None:
        self._resting.stop()
        self.comparison.show_codes([code_id])
        self.comparison.take_focus()

    def _show_passages_of(self, code_ids: list[int]) -> None:
        self._resting.stop()
        self.comparison.show_codes(code_ids)

    def _open_menu(self, where: QPoint) -> None:
        self._actions.context_menu(self, _MENU).popup(where)
