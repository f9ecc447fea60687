"""What is done to codes in the tree: made, named, coloured, raised, merged, deleted, looked up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from qcode.model.enums import CodeKind
from qcode.model.records import Passage
from qcode.services import codes, favourites
from qcode.ui.shell.operation import background, sliced

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.workspace import CodeWorkspace
    from qcode.ui.workspaces.workspace import CodeChooser

_MENU_ON_CODE = (
    "code.new_concept",
    "code.new_category",
    "code.new_main_category",
    "code.new_core_category",
    "-",
    "code.rename",
    "code.colour",
    "codes/level",
    "code.favourite",
    "-",
    "code.merge",
    "code.split",
    "code.move",
    "code.move_up",
    "code.move_down",
    "-",
    "code.delete",
    "-",
    "code.passages",
)


class CodeCommands(QObject):
    """Handlers of the actions on codes."""

    def __init__(self, space: CodeWorkspace) -> None:
        super().__init__(space)
        self._space = space
        self._chooser: Callable[[], CodeChooser] = lambda: space.codes_panel
        panel = space.codes_panel
        panel.contextMenuRequested.connect(self._open_menu)
        space.actions_.attach("codes", panel)
        bind = space.actions_.bind
        for kind in CodeKind:
            bind(f"code.new_{kind.value}", lambda kind=kind: self.new(kind))
            bind(f"code.level.{kind.value}", lambda kind=kind: self.set_kind(kind))
        bind("code.rename", self.rename)
        bind("code.colour", self.recolor)
        bind("code.merge", self.merge)
        bind("code.split", self.split)
        bind("code.move", self.move)
        bind("code.move_up", lambda: self._panel.nudge(-1))
        bind("code.move_down", lambda: self._panel.nudge(1))
        bind("code.favourite", self.set_favourite)
        bind("code.delete", self.delete)
        panel.currentCodeChanged.connect(lambda _: self.show_favourite())
        bind("code.passages", lambda: space.show_passages(self._panel.selected_codes()))

    def choose_in(self, chooser: Callable[[], CodeChooser]) -> None:
        """Ask ``chooser`` from now on where codes are chosen: not every page shows the tree."""
        self._chooser = chooser

    @property
    def _panel(self) -> CodeChooser:
        return self._chooser()

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
            self._change(self.tr("Colour"), codes.recolor, chosen, color)

    def set_kind(self, kind: CodeKind) -> None:
        """Raise or lower the chosen codes."""
        chosen = self._panel.selected_codes()
        if chosen:
            self._change(self.tr("Change level"), codes.set_kind, chosen, kind)

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
            project = space.session.project
            others = [code_id for code_id in chosen if code_id != into.code_id]
            sliced(
                space,
                self.tr("Merge codes"),
                lambda progress: codes.merge(
                    project, others, into.code_id, reason=into.reason, progress=progress
                ),
            )
            if into.code_id in space.codes:
                self._panel.select_code(into.code_id)

    def split(self) -> None:
        """Show the passages of the chosen code on two sides, and give some to another code."""
        current = self._panel.current_code()
        if current is None:
            return
        from qcode.services import passages

        self._space.flush()
        project = self._space.session.project
        background(
            self._space,
            lambda _progress: passages.of_codes(project, [current]),
            lambda found: self._ask_split(current, found),
            title=self.tr("Reading the passages"),
        )

    def _ask_split(self, code_id: int, found: list[Passage]) -> None:
        from qcode.ui.dialogs.split_code import ask_split

        space = self._space
        wanted = ask_split(space, space.session, code_id, found)
        if wanted is None:
            return
        project = space.session.project
        made = sliced(
            space,
            self.tr("Split the code"),
            lambda progress: codes.split(
                project,
                code_id,
                wanted.coding_ids,
                wanted.draft,
                wanted.parent_id,
                into=wanted.into,
                reason=wanted.reason,
                progress=progress,
            ),
        )
        if made is not None:
            self._panel.select_code(made)

    def move(self) -> None:
        """Ask under which code the chosen ones go, and move them there."""
        from qcode.ui.dialogs.choose_code import choose_parent

        chosen = self._panel.selected_codes()
        if not chosen:
            return
        space = self._space
        place = choose_parent(space, space.session, chosen)
        if place is not None:
            self._change(self.tr("Move codes"), codes.move, chosen, place.parent_id)
            self._panel.select_keys(chosen)

    def set_favourite(self, favourite: bool) -> None:
        """Keep the chosen codes at hand, or no longer."""
        space = self._space
        for code_id in self._panel.selected_codes():
            space.session.run(
                space, self.tr("Favourite"), favourites.set_favourite, code_id, favourite
            )
        space.codes_panel.refresh_favourites()
        self.show_favourite()

    def show_favourite(self) -> None:
        """Let the action say whether the current code is a favourite."""
        current = self._panel.current_code()
        self._space.actions_["code.favourite"].setChecked(
            current in self._space.codes_panel.favourites()
        )

    def delete(self) -> None:
        """Delete the chosen codes; codes below them move up. It can be undone, so nobody asks."""
        chosen = self._panel.selected_codes()
        if chosen:
            self._space.flush()
            self._change(self.tr("Delete the code"), codes.delete, chosen)

    def _change(self, title: str, function: Callable[..., None], *args: object) -> None:
        """Change the project by a service function, however many codes and passages it takes."""
        project = self._space.session.project
        sliced(self._space, title, lambda _progress: function(project, *args))

    def _open_menu(self, where: QPoint) -> None:
        self._space.actions_.context_menu(self._space, _MENU_ON_CODE).popup(where)
