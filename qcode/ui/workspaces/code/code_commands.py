"""What is done to codes in the tree: made, named, coloured, raised, merged, deleted, looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from qcode.model.enums import CodeKind
from qcode.services import codes

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.workspace import CodeWorkspace

_MENU_ON_CODE = (
    "code.new_concept",
    "code.new_category",
    "code.new_main_category",
    "code.new_core_category",
    "-",
    "code.rename",
    "code.colour",
    "codes/level",
    "code.merge",
    "code.delete",
    "-",
    "code.passages",
)


class CodeCommands(QObject):
    """Handlers of the actions on codes."""

    def __init__(self, space: CodeWorkspace) -> None:
        super().__init__(space)
        self._space = space
        self._panel = space.codes_panel
        self._panel.contextMenuRequested.connect(self._open_menu)
        space.actions_.attach("codes", self._panel)
        bind = space.actions_.bind
        for kind in CodeKind:
            bind(f"code.new_{kind.value}", lambda kind=kind: self.new(kind))
            bind(f"code.level.{kind.value}", lambda kind=kind: self.set_kind(kind))
        bind("code.rename", self.rename)
        bind("code.colour", self.recolor)
        bind("code.merge", self.merge)
        bind("code.delete", self.delete)
        bind("code.passages", lambda: space.show_passages(self._panel.selected_codes()))

    def new(self, kind: CodeKind) -> None:
        """Ask for a name and make a code under the chosen one, where that is of a higher kind."""
        from qcode.ui.dialogs.new_code import ask_code

        space = self._space
        wanted = ask_code(space, space.session, kind, self._panel.current_code())
        if wanted is None:
            return
        space.flush()
        code_id = space.session.run(
            space, self.tr("New code"), codes.create, wanted.draft, wanted.parent_id
        )
        if code_id is not None:
            self._panel.select_code(code_id)

    def rename(self) -> None:
        """Edit the name in the tree."""
        current = self._panel.current_code()
        if current is not None:
            self._panel.rename(current)

    def recolor(self) -> None:
        """Ask for a colour for the chosen codes."""
        from qcode.ui.dialogs.colour import choose_colour

        chosen = self._panel.selected_codes()
        space = self._space
        color = choose_colour(space, space.codes[chosen[0]].color) if chosen else None
        if color is not None:
            space.session.run(space, self.tr("Colour"), codes.recolor, chosen, color)

    def set_kind(self, kind: CodeKind) -> None:
        """Raise or lower the chosen codes."""
        chosen = self._panel.selected_codes()
        if chosen:
            self._space.session.run(
                self._space, self.tr("Change level"), codes.set_kind, chosen, kind
            )

    def merge(self) -> None:
        """Ask into which code the chosen ones go, and merge them."""
        from qcode.ui.dialogs.choose_code import choose_code

        chosen = self._panel.selected_codes()
        if not chosen:
            return
        space = self._space
        into = choose_code(space, space.session, self.tr("Merge into"), chosen)
        if into is not None:
            space.flush()
            space.session.run(space, self.tr("Merge codes"), codes.merge, chosen, into)
            if into in space.codes:
                self._panel.select_code(into)

    def delete(self) -> None:
        """Delete the chosen codes; codes below them move up. It can be undone, so nobody asks."""
        chosen = self._panel.selected_codes()
        if chosen:
            self._space.flush()
            self._space.session.run(self._space, self.tr("Delete the code"), codes.delete, chosen)

    def _open_menu(self, where: QPoint) -> None:
        self._space.actions_.context_menu(self._space, _MENU_ON_CODE).popup(where)
