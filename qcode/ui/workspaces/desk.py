"""The workspaces of a project, one of which is shown.

The first one, where texts are coded, is there from the start and hears of everything; the others
are made when they are first asked for, so that a window opens no slower for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from qcode.ui.workspaces.code.workspace import CodeWorkspace

if TYPE_CHECKING:
    from qcode.model.changes import ChangeSet
    from qcode.model.records import Coding
    from qcode.ui.shell.actions import ActionSet
    from qcode.ui.shell.session import Session
    from qcode.ui.shell.settings import Settings
    from qcode.ui.workspaces.workspace import CodeChooser, Workspace


class Place(NamedTuple):
    """Where the class of a workspace is found."""

    module: str
    class_name: str


CODE = "code"
OTHERS: dict[str, Place] = {
    "axial": Place("qcode.ui.workspaces.axial.workspace", "AxialWorkspace"),
}
NAMES = (CODE, *OTHERS)


class Desk(QStackedWidget):
    """All workspaces of a project; ``code`` is the one in which texts are coded."""

    conditionsChanged = Signal()
    workspaceChanged = Signal(str)

    def __init__(self, session: Session, actions: ActionSet, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self._settings = settings
        self.code = CodeWorkspace(session, actions, settings)
        self.code.conditionsChanged.connect(self._tell)
        self.code.code_commands.choose_in(self.chooser)
        self.addWidget(self.code)
        self._pages: dict[str, CodeWorkspace | Workspace] = {CODE: self.code}
        self.shown = CODE
        for name in NAMES:
            actions.bind(f"workspace.{name}", self._opener(name))
        self._check()

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
        page: Workspace = kind(self._session, self._actions, self._settings)
        page.conditionsChanged.connect(self._tell)
        page.passageRequested.connect(self.go_to_passage)
        page.passagesRequested.connect(self.show_passages)
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
        for page in self._pages.values():
            page.flush()

    def leave(self) -> None:
        """Save what is pending and how each page is arranged."""
        for page in self._pages.values():
            page.leave()

    def use_settings(self) -> None:
        """Follow the settings, which may have changed."""
        for page in self._pages.values():
            page.use_settings()

    # ------------------------------------------------------------------ going to a place

    def go_to_passage(
        self, document_id: int, start: int, end: int, coding_id: int | None = None
    ) -> None:
        """Show a passage in its text."""
        self.show_workspace(CODE)
        self.code.navigation.go_to_passage(document_id, start, end, coding_id)

    def show_passages(self, code_ids: list[int]) -> None:
        """Show the passages of codes beside the text."""
        self.show_workspace(CODE)
        self.code.show_passages(code_ids)

    def go_to_change(self, changes: ChangeSet, before: Sequence[Coding] = ()) -> None:
        """Show the place of a step taken back or done again, on a page that tells of it."""
        if self.current is not self.code and not self.current.tells_of(changes):
            name = next(
                (name for name, page in self._pages.items() if page.tells_of(changes)), CODE
            )
            self.show_workspace(name)
        self.current.go_to_change(changes, before)
