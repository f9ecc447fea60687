"""What a person has before them while coding: a document, a passage in it, codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qcode.model.enums import MemoKind
from qcode.model.span import Span
from qcode.model.theory_records import Target, TargetKind

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.workspace import CodeWorkspace


class AtHand(NamedTuple):
    """``selection`` is the passage of the chosen coding, ``words`` are words without one."""

    document: int | None = None
    selection: int | None = None
    words: Span | None = None
    codes: tuple[int, ...] = ()

    def asked_by(self, kind: MemoKind) -> tuple[list[Target], tuple[int, Span] | None]:
        """Return what a new memo of a kind is on: things, and words that are no passage yet."""
        if kind is MemoKind.CODE:
            return [Target(TargetKind.CODE, one) for one in self.codes], None
        if kind is MemoKind.DOCUMENT and self.document is not None:
            return [Target(TargetKind.DOCUMENT, self.document)], None
        if kind is MemoKind.PASSAGE and self.selection is not None:
            return [Target(TargetKind.PASSAGE, self.selection)], None
        if kind is MemoKind.PASSAGE and self.document is not None and self.words is not None:
            return [], (self.document, self.words)
        return [], None


def at_hand(space: CodeWorkspace) -> AtHand:
    """Return what is chosen where texts are coded."""
    document = space.document.id if space.document is not None else None
    coding = space.codings.get(space.text.chosen_coding or -1)
    if coding is not None:
        return AtHand(document, coding.selection_id, None, (coding.code_id,))
    chosen = tuple(space.selected_codes())
    current = space.codes_panel.current_code()
    if not chosen and current is not None:
        chosen = (current,)
    return AtHand(document, None, space.text.selected_span() if document else None, chosen)
