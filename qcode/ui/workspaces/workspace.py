"""What a workspace gives to the window: the same few things, whatever is done in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from qcode.model.changes import ChangeSet
from qcode.ui.shell.session import Session
from qcode.ui.widgets.panel_round import PanelRound

if TYPE_CHECKING:
    from qcode.model.records import Coding
    from qcode.ui.workspaces.code.workspace import CodeWorkspace


class CodeChooser(Protocol):
    """Where codes are chosen: the tree, or a board of cards. What is done to codes asks here."""

    def current_code(self) -> int | None:
        """Return the code that has the cursor."""

    def selected_codes(self) -> list[int]:
        """Return the chosen codes in the order in which they are shown."""

    def select_code(self, code_id: int) -> None:
        """Choose one code and bring it into view."""

    def select_keys(self, keys: Sequence[int]) -> None:
        """Choose several codes."""

    def rename(self, code_id: int) -> None:
        """Let the name be edited in its place."""

    def nudge(self, step: int) -> None:
        """Move the chosen codes up (-1) or down (1) among their siblings."""


class Workspace(QWidget):
    """A page of the window on which one kind of work is done.

    A page that is hidden reads nothing: ``take_over`` is called with a change at once while it is
    shown, and ``read`` when it comes back after changes that it missed.
    """

    conditionsChanged = Signal()
    passageRequested = Signal(int, int, int, int)  # document, start, end, coding id
    passagesRequested = Signal(list)  # code ids
    withoutConceptRequested = Signal(list)  # the same, only passages that no concept is on
    documentRequested = Signal(int)
    workspaceRequested = Signal(str)
    memoRequested = Signal(list)  # the things (``Target``) that a memo is to be written on
    codesRequested = Signal(list, str)  # code ids, and the workspace that is to show them

    name: ClassVar[str]
    panels: PanelRound

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._stale = True
        session.changed.connect(self._hear)
        session.viewChanged.connect(self._see_anew)

    # ------------------------------------------------------------------ to be said by each

    def join(self, code: CodeWorkspace) -> None:
        """Take what is shared from the workspace in which texts are coded; called once."""

    def read(self) -> None:
        """Read everything anew."""
        raise NotImplementedError

    def take_over(self, changes: ChangeSet) -> None:
        """Show what a step touched; by default everything is read."""
        del changes
        self.read()

    def tells_of(self, changes: ChangeSet) -> bool:
        """Whether a person looking at this page would see what such a step changed."""
        del changes
        return False

    def go_to_change(self, changes: ChangeSet, before: Sequence[Coding] = ()) -> None:
        """Show the place of a step that was taken back or done again."""

    def conditions(self) -> set[str]:
        """Return which of the catalogue's conditions hold here."""
        return set()

    def summary(self) -> str:
        """Return what the bottom line says."""
        return ""

    def chooser(self) -> CodeChooser | None:
        """Return where codes are chosen here, None where none are."""
        return None

    def write_memo(self) -> bool:
        """Begin a theoretical memo on what is chosen; False where there is no place for it."""
        return False

    def take_focus(self) -> None:
        """Give the focus to what one would use first."""

    def flush(self) -> None:
        """Save typing that is still pending."""

    def leave(self) -> None:
        """Save what is pending and how the page is arranged."""
        self.flush()

    def use_settings(self) -> None:
        """Follow the settings, which may have changed."""

    # ------------------------------------------------------------------ only what is shown is read

    def refresh(self) -> None:
        """Read what was missed while hidden."""
        if self._stale:
            self._stale = False
            self.read()

    def _hear(self, changes: ChangeSet) -> None:
        if self.isVisible() and not self._stale:
            self.take_over(changes)
        else:
            self._stale = True

    def _see_anew(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        super().showEvent(event)
