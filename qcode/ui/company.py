"""Handlers of the actions on work in company: packets, assignments, merging, agreement of ratings.

They belong to the window and not to a workspace: a table of ratings needs no project at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from qcode.ui.shell.actions import ActionSet

if TYPE_CHECKING:
    from qcode.ui.dialogs.reliability import ReliabilityWindow
    from qcode.ui.shell.session import Session
    from qcode.ui.shell.settings import Settings
    from qcode.ui.workspaces.code.workspace import CodeWorkspace
    from qcode.ui.workspaces.desk import Desk


class CompanyWindow(Protocol):
    """What the handlers need of the window (a ``QWidget``) that shows a project."""

    settings: Settings
    session: Session | None
    workspace: CodeWorkspace | None
    desk: Desk | None


class Company(QObject):
    """Opens the dialogs, after the panels of the open project have saved what is being typed."""

    def __init__(self, window: CompanyWindow) -> None:
        super().__init__(window)
        self._window = window
        self._ratings: ReliabilityWindow | None = None

    def bind(self, actions: ActionSet) -> None:
        """Give the actions their handlers."""
        handlers: dict[str, Callable[[], object]] = {
            "company.assignments": self.assign,
            "company.packet": self.hand_out,
            "company.merge": self.merge,
            "company.recode": self.code_again,
            "company.reliability": self.measure_ratings,
        }
        for name, handler in handlers.items():
            actions.bind(name, handler)

    def assign(self) -> None:
        """Show who codes what."""
        session = self._begun()
        if session is not None:
            from qcode.ui.dialogs.assignments import assign_documents

            assign_documents(self._window, session, self._window.settings)

    def hand_out(self) -> None:
        """Write a packet for one coder."""
        session = self._begun()
        if session is None:
            return
        from qcode.ui.dialogs.packet import hand_out
        from qcode.ui.dialogs.packet_written import tell_written

        report = hand_out(self._window, session, self._window.settings)
        if report is not None:
            tell_written(self._window, report)

    def merge(self, paths: Sequence[Path] = ()) -> None:
        """Merge files into the project: those given, or those that are chosen now."""
        session = self._begun()
        if session is None or not session.writable:
            return
        from qcode.ui.dialogs.merge import choose_files, merge_files
        from qcode.ui.dialogs.merge_report import tell_merged

        chosen = paths or choose_files(self._window, session, self._window.settings)
        if chosen:
            report = merge_files(self._window, session, self._window.settings, chosen)
            if report is not None:
                tell_merged(self._window, report)

    def code_again(self) -> None:
        """Draw documents that are coded again, or begin to code them where texts are coded."""
        session = self._begun()
        if session is None:
            return
        from qcode.services import coders
        from qcode.ui.dialogs.recoding import code_again
        from qcode.ui.workspaces.desk import CODE

        name, desk = code_again(self._window, session), self._window.desk
        if name and desk is not None:
            session.act_as(name)
            waiting = coders.to_do(session.project, name)
            if waiting:
                desk.open_document(waiting[0])
            else:
                desk.show_workspace(CODE)

    def _begun(self) -> Session | None:
        """Return the open project after what is being typed was saved."""
        session, workspace = self._window.session, self._window.workspace
        if session is not None and workspace is not None:
            workspace.flush()
        return session

    def measure_ratings(self) -> None:
        """Show the window for tables of ratings; there is one at a time."""
        from qcode.ui.dialogs.reliability import ReliabilityWindow

        if self._ratings is None:
            made = self._ratings = ReliabilityWindow(self._window, self._window.settings)
            made.destroyed.connect(self._forget_ratings)
        self._ratings.show()
        self._ratings.activateWindow()

    def _forget_ratings(self) -> None:
        self._ratings = None
