"""What is done about coders: who codes, the list of them, working blind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qcode.services import coders

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.workspace import CodeWorkspace


class CoderCommands(QObject):
    """Handlers of the actions on coders; the switch in the menu shows how things stand."""

    def __init__(self, space: CodeWorkspace) -> None:
        super().__init__(space)
        self._space = space
        bind = space.actions_.bind
        bind("coder.list", self.manage)
        bind("coder.blind", self.switch)
        space.session.changed.connect(lambda _: self._show())
        self._show()

    def manage(self) -> None:
        """Show the coders in a dialog; whoever is chosen there codes from now on."""
        from qcode.ui.dialogs.coders import manage_coders

        self._space.flush()
        name = manage_coders(self._space, self._space.session)
        if name:
            self._space.session.act_as(name)
            self._space.settings.coder = name

    def switch(self, blind: bool) -> None:
        """Let everybody work blind, or no longer."""
        self._space.flush()
        session = self._space.session
        session.run(self._space, self.tr("Work blind"), coders.set_blind, blind)
        self._show()

    def _show(self) -> None:
        self._space.actions_["coder.blind"].setChecked(self._space.session.blind)
