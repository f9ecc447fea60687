"""The cards on the board and among the loose ones as one: shown, chosen, and moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from qcode.model.changes import ChangeSet
from qcode.model.records import Code
from qcode.services import codes
from qcode.ui.shell.session import Session
from qcode.ui.workspaces.axial.board_columns import Gathering, boards

if TYPE_CHECKING:
    from qcode.ui.widgets.board.view import BoardView
    from qcode.ui.workspaces.axial.boards import BoardPanel, CardsPanel, LoosePanel


class Cards(QObject):
    """Where codes are chosen on this page (``CodeChooser``), and what is done to the chosen ones.

    ``reading`` tells whether a newer tree of codes is on its way: what is to be chosen then waits
    for it.
    """

    shown = Signal()
    """The cards were shown anew."""

    chosen = Signal()
    """Other cards than before are chosen, or another one is the current one."""

    def __init__(
        self,
        session: Session,
        board: BoardPanel,
        loose: LoosePanel,
        reading: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._board = board
        self._loose = loose
        self._reading = reading
        self._page = parent
        self._last: CardsPanel = board
        self._choosing = False
        self._tree: list[Code] = []
        self._before: list[Code] = []  # the same before the last step
        self._goal: ChangeSet | None = None
        self._awaited: list[int] = []  # codes to be chosen as soon as they are read
        board.gatheringChanged.connect(lambda _: self._show())
        for panel in (loose, board):
            panel.chosen.connect(lambda panel=panel: self._chosen(panel))
            panel.view.dropped.connect(self._drop)
            panel.view.shiftWanted.connect(self._shift)
            panel.view.nudgeWanted.connect(self.nudge)

    # ------------------------------------------------------------------ shown

    def take(self, tree: list[Code]) -> None:
        """Show the codes as they were read, and choose what waited for them."""
        self._before, self._tree = self._tree, tree
        self._show()
        goal, self._goal = self._goal, None
        if goal is not None:
            self._go_to(goal)
        awaited, self._awaited = self._awaited, []
        if awaited:
            self.select_keys(awaited)

    def _show(self) -> None:
        shown = boards(self._tree, self._board.gathering)
        self._choosing = True
        self._board.show_boards(shown)
        others = any(column.cards for column in shown.columns)
        self._loose.show_cards(shown.loose, self._board.gathering, others=others)
        self._choosing = False
        self.shown.emit()

    # ------------------------------------------------------------------ chosen

    def current_code(self) -> int | None:
        """Return the code that has the cursor."""
        return self._last.view.current_key() or None

    def selected_codes(self) -> list[int]:
        """Return the chosen codes in the order in which they are shown."""
        return self._last.view.selected_keys()

    def select_code(self, code_id: int) -> None:
        """Choose one code and bring it into view."""
        self.select_keys([code_id])

    def select_keys(self, keys: Sequence[int]) -> None:
        """Choose codes wherever they stand; the other level is shown if they are on it."""
        for panel in (self._board, self._loose):
            if keys and keys[0] in panel.rows:
                self._last = panel
                panel.view.select_keys(keys)
                panel.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        other = next(one for one in Gathering if one is not self._board.gathering)
        found = boards(self._tree, other)
        shown = {card.code.id for card in found.loose}
        for column in found.columns:
            shown |= {column.head.code.id, *(card.code.id for card in column.cards)}
        if keys and keys[0] in shown:
            self._board.show_gathering(other)
            self.select_keys(keys)
        elif self._reading():
            self._awaited = list(keys)

    def go_to_change(self, changes: ChangeSet) -> None:
        """Choose what a step that was taken back or done again was about."""
        if self._reading():
            self._goal = changes  # what it shows is on its way
        else:
            self._go_to(changes)

    def _go_to(self, changes: ChangeSet) -> None:
        """Choose what a step was about; siblings that only made room for it are not meant."""
        touched = [code for code in self._tree if code.id in changes.ids("code")]
        stood = {code.id: _traits(code) for code in self._before}
        meant = [code for code in touched if stood.get(code.id) != _traits(code)] or touched[:1]
        if meant:
            self.select_keys([code.id for code in meant])

    def _chosen(self, panel: CardsPanel) -> None:
        if self._choosing:
            return
        if panel.view.hasFocus() or panel.view.selected_keys():
            self._last = panel
        other: BoardView = (self._loose if panel is self._board else self._board).view
        if panel.view.selected_keys() and other.selectionModel().hasSelection():
            self._choosing = True
            other.clearSelection()
            self._choosing = False
        self.chosen.emit()

    # ------------------------------------------------------------------ named and moved

    def rename(self, code_id: int) -> None:
        """Let the name be edited on the card."""
        self._last.view.edit_key(code_id)

    def nudge(self, step: int) -> None:
        """Move the chosen card up or down among its siblings."""
        place = self._board.rows.place(self.current_code() or 0)
        if place is None or place[1] < 0:
            return
        column = self._board.rows.columns[place[0]]
        wanted = place[1] + step
        if 0 <= wanted < len(column.cards):
            before = wanted + (step > 0)
            self._move([self.current_code()], column.head.code.id, before)

    def _drop(self, code_ids: list[int], into: int, place: int) -> None:
        # After the drag: a message inside its event would hold the program that drags.
        QTimer.singleShot(0, self, lambda: self._move(code_ids, into, place))

    def _shift(self, step: int) -> None:
        """Move the chosen cards to the next column, or the loose ones to the first."""
        chosen = self.selected_codes()
        columns = self._board.rows.columns
        if not chosen or not columns:
            return
        place = self._board.rows.place(chosen[0])
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
        column = next((c for c in self._board.rows.columns if c.head.code.id == into), None)
        if column is not None and place < len(column.cards):
            behind = column.cards[place].code
            siblings = [code.id for code in self._tree if code.parent_id == into]
            position = siblings.index(behind.id) if behind.parent_id == into else None
        label = QCoreApplication.translate("AxialWorkspace", "Move codes")
        self._session.run(self._page, label, codes.move, list(code_ids), into or None, position)
        if self._reading():
            self._awaited = list(code_ids)  # they are chosen where they will stand
        else:
            self.select_keys(code_ids)


def _traits(code: Code) -> tuple[object, ...]:
    """What a step changes in a code that it is about, and not in its siblings."""
    return code.parent_id, code.name, code.kind, code.color
