"""The workspace Axial: a board of categories, their passages side by side, and the paradigm.

At the left stands what has no category yet, in the middle the board with the paradigm below it, at
the right the passages of what is chosen, compared with each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from qcode.model.changes import ChangeSet
from qcode.model.records import Code, Coding
from qcode.model.theory_records import Target, TargetKind
from qcode.services import codes
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.board.view import BoardView
from qcode.ui.widgets.frames import frame_in
from qcode.ui.widgets.panel_round import PanelRound
from qcode.ui.workspaces.axial.board_columns import Gathering, boards
from qcode.ui.workspaces.axial.boards import BoardPanel, CardsPanel, LoosePanel
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
        self._tree: list[Code] = []
        self._before: list[Code] = []  # the same before the last step
        self._goal: ChangeSet | None = None
        self._lay_out()
        self._last: CardsPanel = self.board
        self._choosing = False
        self._awaited: list[int] = []  # codes to be chosen as soon as they are read
        self._counting = Recount(
            self, session.project.path, lambda: codes.tree(session.project), self._take
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
        self._parts = QSplitter(Qt.Orientation.Horizontal, self)
        outer.addWidget(self._parts)
        left = frame_in(self._parts)
        middle = self._middle = QSplitter(Qt.Orientation.Vertical, self._parts)
        above, self._below = frame_in(middle), frame_in(middle)
        self._right = frame_in(self._parts)
        self.loose = LoosePanel(self.session, left)
        self.board = BoardPanel(self.session, self._actions, above)
        for frame, panel in ((left, self.loose), (above, self.board)):
            frame.layout().addWidget(panel)
        middle.setStretchFactor(0, 3)
        middle.setStretchFactor(1, 2)
        middle.setSizes([360, 240])  # whatever the paradigm has to say at first
        for place, stretch in enumerate((0, 1, 0)):
            self._parts.setStretchFactor(place, stretch)
        for splitter in (self._parts, middle):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(10)
        side = min(260, self.screen().availableGeometry().width() * 19 // 100)
        self._parts.setSizes([side, 760, side + 80])
        self._parts.restoreState(self._settings.state("splitter/axial"))
        middle.restoreState(self._settings.state("splitter/axial-middle"))
        self.panels = PanelRound([self.loose.view, self.board.view, self._below, self._right], self)
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
        made = ParadigmPanel(self.session, self._below)
        self._below.layout().addWidget(made)
        made.show()  # at once: it may be given the focus
        self.panels.begin_at(self._below, made)
        made.memoRequested.connect(
            lambda one: self.memoRequested.emit([Target(TargetKind.PARADIGM, one)])
        )
        made.codeRequested.connect(self.select_code)
        made.passagesRequested.connect(self._show_passages_of)
        if not self._stale:
            made.read()
        return made

    @cached_property
    def comparison(self) -> Comparison:
        """The passages side by side, made just after the board is shown."""
        made = Comparison(self.session, self._right)
        self._right.layout().addWidget(made)
        made.show()  # at once: it may be given the focus
        self.panels.begin_at(self._right, made.list)
        made.passageActivated.connect(self.passageRequested)
        made.memos.linkActivated.connect(self._follow_link)
        return made

    def _connect(self, actions: ActionSet) -> None:
        self.board.gatheringChanged.connect(lambda _: self._show())
        for panel in (self.loose, self.board):
            actions.attach("codes", panel.view)
            panel.menuWanted.connect(self._open_menu)
            panel.opened.connect(self._open)
            panel.chosen.connect(lambda panel=panel: self._chosen(panel))
            panel.view.dropped.connect(self._drop)
            panel.view.shiftWanted.connect(self._shift)
            panel.view.nudgeWanted.connect(self.nudge)

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

    def _take(self, tree: list[Code]) -> None:
        self._before, self._tree = self._tree, tree
        self._show()
        goal, self._goal = self._goal, None
        if goal is not None:
            self._go_to(goal)
        awaited, self._awaited = self._awaited, []
        if awaited:
            self.select_keys(awaited)

    def _show(self) -> None:
        shown = boards(self._tree, self.board.gathering)
        self._choosing = True
        self.board.show_boards(shown)
        others = any(column.cards for column in shown.columns)
        self.loose.show_cards(shown.loose, self.board.gathering, others=others)
        self._choosing = False
        self.conditionsChanged.emit()

    # ------------------------------------------------------------------ what the window asks

    def conditions(self) -> set[str]:
        return {"code"} if self.selected_codes() or self.current_code() else set()

    def summary(self) -> str:
        chosen = len(self.selected_codes())
        if chosen > 1:
            return self.tr("{count} codes are chosen").format(count=chosen)
        return ""

    def chooser(self) -> AxialWorkspace:
        return self

    def take_focus(self) -> None:
        self.board.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_memo(self) -> bool:
        chosen = self.selected_codes()
        if not chosen:
            return False
        self._resting.stop()
        self.comparison.show_codes(chosen)
        self.comparison.memos.start()
        return True

    def _follow_link(self, kind: str, guid: str) -> None:
        ways = Ways(
            self.select_code,
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
        self._settings.set_state("splitter/axial", self._parts.saveState())
        self._settings.set_state("splitter/axial-middle", self._middle.saveState())

    def tells_of(self, changes: ChangeSet) -> bool:
        if self.isVisible() and changes.touches("memo", "memo_link", "memo_model_link"):
            return True  # it was begun here; nobody is sent elsewhere to see it go
        return changes.touches(
            "code", "paradigm", "paradigm_slot", "code_property", "property_place"
        ) and not changes.touches("relation")

    def go_to_change(self, changes: ChangeSet, before: Sequence[Coding] = ()) -> None:
        del before
        if self._counting.reading:
            self._goal = changes  # what it shows is on its way
        else:
            self._go_to(changes)
        self.paradigms.go_to_change(changes)

    def _go_to(self, changes: ChangeSet) -> None:
        """Choose what a step was about; siblings that only made room for it are not meant."""
        touched = [code for code in self._tree if code.id in changes.ids("code")]
        stood = {code.id: _traits(code) for code in self._before}
        meant = [code for code in touched if stood.get(code.id) != _traits(code)] or touched[:1]
        if meant:
            self.select_keys([code.id for code in meant])

    # ------------------------------------------------------------------ where codes are chosen

    def current_code(self) -> int | None:
        return self._last.view.current_key() or None

    def selected_codes(self) -> list[int]:
        return self._last.view.selected_keys()

    def select_code(self, code_id: int) -> None:
        self.select_keys([code_id])

    def select_keys(self, keys: Sequence[int]) -> None:
        """Choose codes wherever they stand; the other level is shown if they are on it."""
        for panel in (self.board, self.loose):
            if keys and keys[0] in panel.rows:
                self._last = panel
                panel.view.select_keys(keys)
                panel.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        other = next(one for one in Gathering if one is not self.board.gathering)
        found = boards(self._tree, other)
        shown = {card.code.id for card in found.loose}
        for column in found.columns:
            shown |= {column.head.code.id, *(card.code.id for card in column.cards)}
        if keys and keys[0] in shown:
            self.board.show_gathering(other)
            self.select_keys(keys)
        elif self._counting.reading:
            self._awaited = list(keys)

    def rename(self, code_id: int) -> None:
        self._last.view.edit_key(code_id)

    def nudge(self, step: int) -> None:
        """Move the chosen card up or down among its siblings."""
        place = self.board.rows.place(self.current_code() or 0)
        if place is None or place[1] < 0:
            return
        column = self.board.rows.columns[place[0]]
        wanted = place[1] + step
        if 0 <= wanted < len(column.cards):
            before = wanted + (step > 0)
            self._move([self.current_code()], column.head.code.id, before)

    # ------------------------------------------------------------------ moving

    def _drop(self, code_ids: list[int], into: int, place: int) -> None:
        # After the drag: a message inside its event would hold the program that drags.
        QTimer.singleShot(0, self, lambda: self._move(code_ids, into, place))

    def _shift(self, step: int) -> None:
        """Move the chosen cards to the next column, or the loose ones to the first."""
        chosen = self.selected_codes()
        columns = self.board.rows.columns
        if not chosen or not columns:
            return
        place = self.board.rows.place(chosen[0])
        number = place[0] + step if place is not None else 0 if step > 0 else -1
        if place is not None and place[1] < 0:
            return  # a head has no column beside it
        if 0 <= number < len(columns):
            self._move(chosen, columns[number].head.code.id, len(columns[number].cards))
        elif number < 0 and place is not None:
            self._move(chosen, 0, 0)

    def _move(self, code_ids: Sequence[int], into: int, place: int) -> None:
        """Move codes under a head, before the card at ``place``; 0 stands for no head at all."""
        position: int | None = None
        column = next((c for c in self.board.rows.columns if c.head.code.id == into), None)
        if column is not None and place < len(column.cards):
            behind = column.cards[place].code
            siblings = [code.id for code in self._tree if code.parent_id == into]
            position = siblings.index(behind.id) if behind.parent_id == into else None
        self.session.run(
            self, self.tr("Move codes"), codes.move, list(code_ids), into or None, position
        )
        if self._counting.reading:
            self._awaited = list(code_ids)  # they are chosen where they will stand
        else:
            self.select_keys(code_ids)

    # ------------------------------------------------------------------ choosing

    def _chosen(self, panel: CardsPanel) -> None:
        if self._choosing:
            return
        if panel.view.hasFocus() or panel.view.selected_keys():
            self._last = panel
        other: BoardView = (self.loose if panel is self.board else self.board).view
        if panel.view.selected_keys() and other.selectionModel().hasSelection():
            self._choosing = True
            other.clearSelection()
            self._choosing = False
        self._resting.start()
        self.conditionsChanged.emit()

    def _compare(self) -> None:
        """Show the passages of what is chosen, and its properties."""
        self.comparison.show_codes(self.selected_codes() or [self.current_code() or 0])

    def _open(self, code_id: int) -> None:
        self._resting.stop()
        self.comparison.show_codes([code_id])
        self.comparison.take_focus()

    def _show_passages_of(self, code_ids: list[int]) -> None:
        self._resting.stop()
        self.comparison.show_codes(code_ids)

    def _open_menu(self, where: QPoint) -> None:
        self._actions.context_menu(self, _MENU).popup(where)


def _traits(code: Code) -> tuple[object, ...]:
    """What a step changes in a code that it is about, and not in its siblings."""
    return code.parent_id, code.name, code.kind, code.color
