"""What is done in the text without coding it: found, widened, walked through, and how it is shown.

Moving the edges of a coding is here too: the text says where they were moved, the file keeps it.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject

from qcode.model.span import Span
from qcode.services import codings

if TYPE_CHECKING:
    from qcode.ui.widgets.find_bar import FindBar
    from qcode.ui.workspaces.code.workspace import CodeWorkspace

STRIPES = ("full", "lanes", "off")
_EDGES: dict[str, tuple[Literal["start", "end"], int]] = {
    "end_out": ("end", 1),
    "end_in": ("end", -1),
    "start_out": ("start", -1),
    "start_in": ("start", 1),
}


class TextCommands(QObject):
    """Handlers of the actions on the text."""

    def __init__(self, space: CodeWorkspace) -> None:
        super().__init__(space)
        self._space = space
        text = space.text
        text.edgeMoved.connect(self.move_edges)
        bind = space.actions_.bind
        bind("view.find", lambda: self.find_bar.open())
        bind("view.find_next", lambda: self.find_bar.step(1))
        bind("view.find_previous", lambda: self.find_bar.step(-1))
        bind("passage.widen", text.widen)
        bind("passage.narrow", text.narrow)
        bind("coding.next", lambda: text.next_coding(1))
        bind("coding.previous", lambda: text.next_coding(-1))
        bind("coding.cycle", lambda: text.cycle_coding(1))
        bind("coding.cycle_back", lambda: text.cycle_coding(-1))
        for name, (edge, step) in _EDGES.items():
            bind(f"passage.{name}", partial(text.move_edge, edge, step))
            bind(f"passage.{name}_word", partial(text.move_edge, edge, step, by_word=True))
        for mode in STRIPES:
            bind(f"view.stripes.{mode}", lambda _, mode=mode: self.show_stripes(mode))
        bind("view.only_mine", self.show_only_mine)
        space.session.coderChanged.connect(lambda _: self._show_coders())
        self.use_settings()

    @cached_property
    def find_bar(self) -> FindBar:
        """The bar under the document's header, made when one first looks for something."""
        from qcode.ui.widgets.find_bar import FindBar

        space = self._space
        sheet = space.arrangement.sheet
        made = FindBar(space.text, sheet)
        made.set_may_code(space.session.writable)
        made.codeAllRequested.connect(space.coding_commands.open_palette_on)
        column = sheet.layout()
        column.insertWidget(column.indexOf(space.header) + 1, made)
        return made

    def use_settings(self) -> None:
        """Show the text as the settings say: size, line width, distance, face, stripes."""
        settings, text = self._space.settings, self._space.text
        text.set_zoom(round((settings.zoom - 100) / 10))
        text.set_measure(settings.measure)
        text.set_spacing(settings.spacing)
        text.set_family(settings.family)
        self.show_stripes(settings.stripes)
        self._show_coders()

    def show_stripes(self, mode: str) -> None:
        """Show stripes with names, without, or none."""
        self._space.settings.stripes = mode
        self._space.text.set_stripes(mode)
        self._space.actions_[f"view.stripes.{mode}"].setChecked(True)

    def show_only_mine(self, only: bool) -> None:
        """Hide the codings of all other coders in the text, or show them again."""
        self._space.settings.only_mine = only
        self._show_coders()

    def _show_coders(self) -> None:
        only = self._space.settings.only_mine
        self._space.actions_["view.only_mine"].setChecked(only)
        coder = self._space.session.project.coder
        self._space.text.show_coders(frozenset({coder}) if only else None)

    def refresh(self) -> None:
        """Give handles to the chosen coding where its edges may be moved."""
        space = self._space
        chosen = space.codings.get(space.text.chosen_coding or -1)
        mine = chosen is not None and chosen.coder == space.session.project.coder
        space.text.set_editable(mine and space.session.writable)

    def move_edges(self, coding_id: int, span: Span) -> None:
        """Write down where a coding begins and ends now."""
        space = self._space
        space.flush()
        kept = space.session.run(space, self.tr("Move the edges"), codings.respan, coding_id, span)
        if kept is not None and kept in space.codings:
            space.choose_coding(kept)
