"""Going to a place: a document, a passage, where a link leads, a step was, one was last time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qcode.model.changes import ChangeSet
from qcode.model.records import Coding
from qcode.model.span import Span
from qcode.services import codings, documents
from qcode.ui.shell.settings import Place
from qcode.ui.widgets.text.view import Place as TextPlace
from qcode.ui.workspaces.code.document_codings import MANY

if TYPE_CHECKING:
    from qcode.ui.itemmodels.passage_walk import PassageWalk
    from qcode.ui.workspaces.code.workspace import CodeWorkspace


class Navigation(QObject):
    """Handlers of the actions that only go somewhere."""

    def __init__(self, space: CodeWorkspace) -> None:
        super().__init__(space)
        self._space = space
        bind = space.actions_.bind
        bind("document.next", lambda: self.step_document(1))
        bind("document.previous", lambda: self.step_document(-1))
        bind("passage.next", lambda: self.step_passage(1))
        bind("passage.previous", lambda: self.step_passage(-1))
        space.header.previousRequested.connect(lambda: self.step_document(-1))
        space.header.nextRequested.connect(lambda: self.step_document(1))

    def step_document(self, step: int) -> None:
        """Open the next (1) or previous (-1) document, round and round."""
        space = self._space
        order = space.documents_panel.order()
        if order:
            known = space.document is not None and space.document.id in order
            here = order.index(space.document.id) if known else 0
            space.open_document(order[(here + step) % len(order)])

    # ------------------------------------------------------------------ passages

    @cached_property
    def _walk(self) -> PassageWalk:
        from qcode.ui.itemmodels.passage_walk import PassageWalk

        return PassageWalk(self._space.session, self)

    def go_to_passage(
        self, document_id: int, start: int, end: int, coding_id: int | None = None
    ) -> None:
        """Open a document at a passage (code points), choose its coding, go on from there."""
        space = self._space
        space.open_document(document_id, at=start)
        space.text.reveal(Span(start, end))
        space.text.move_caret(start)
        if coding_id is not None and coding_id in space.codings:
            space.choose_coding(coding_id)

    def step_passage(self, step: int) -> None:
        """Go to the next or previous passage of the list; without one, of the chosen code."""
        space = self._space
        if space.arrangement.passages_shown():
            space.passages_panel.next_passage(step)
            return
        chosen = space.codings.get(space.text.chosen_coding or -1)
        code_id = chosen.code_id if chosen else space.codes_panel.current_code()
        if code_id is None or space.document is None:
            return
        span = Span(chosen.start, chosen.end) if chosen else None
        found = self._walk.step(
            step,
            code_id,
            space.document.id,
            span.start if span else space.text.caret(),
            span.end if span else None,
        )
        if found is not None:
            stop = found.stop
            self.go_to_passage(stop.document_id, stop.start, stop.end, stop.coding_id)
            space.say_place(found.place, found.count)

    # ------------------------------------------------------------------ links

    def follow_link(self, kind: str, guid: str) -> None:
        """Go where a live link in a memo leads."""
        from qcode.ui.workspaces.memos.following import Ways, follow

        space = self._space
        ways = Ways(self._go_to_code, space.open_document, self.go_to_passage)
        follow(space.session.project, space, ways, kind, guid)

    def _go_to_code(self, code_id: int) -> None:
        self._space.codes_panel.select_code(code_id)
        self._space.codes_panel.view.setFocus()
        self._space.inspector.show_code(code_id)

    # ------------------------------------------------------------------ steps taken back

    def go_to_change(self, changes: ChangeSet, before: Sequence[Coding] = ()) -> None:
        """Go back to the place of an undone or redone step, where it has one.

        ``before`` are codings that it touched, as they were; those it took away are gone now.
        """
        space = self._space
        touched = changes.ids("coding")
        if touched and len(touched) <= MANY:
            there = codings.by_id(space.session.project, touched)
            self._go_to_codings(there, [one for one in before if one.id in touched])
        elif not touched and (changed := changes.ids("code") & space.codes.keys()):
            space.codes_panel.select_code(min(changed))
        elif not touched and changes.touches("document"):
            touched = changes.ids("document")
            for found in documents.listed(space.session.project, touched, counts=False)[:1]:
                space.open_document(found.id)

    def _go_to_codings(self, there: Sequence[Coding], before: Sequence[Coding]) -> None:
        """Choose what came back; of what went, show the words."""
        space = self._space
        places = [*there, *before]
        here = [one for one in places if space.document and one.document_id == space.document.id]
        for coding in (here or places)[:1]:
            span = Span(coding.start, coding.end)
            if coding not in here or not space.text.is_visible(span):
                self.go_to_passage(coding.document_id, coding.start, coding.end)
            else:
                space.text.move_caret(coding.start)
            if coding.id in space.codings:
                space.choose_coding(coding.id)

    # ------------------------------------------------------------------ last time

    def restore_place(self) -> None:
        """Open the document where one was last time, or the first one."""
        space = self._space
        project = space.session.project
        place = space.settings.place(project.guid)
        known = documents.by_guid(project, place.document) if place else None
        if place is not None and known is not None:
            space.open_document(known, at=place.position)
            space.text.restore_place(TextPlace(place.position, place.position))
            for code in space.codes.values():
                if code.guid == place.code:
                    space.codes_panel.select_code(code.id)
        elif order := space.documents_panel.order():
            space.open_document(order[0])
        else:
            space.opened.show_nothing()

    def keep_place(self) -> None:
        """Remember where one is."""
        space = self._space
        if space.document is not None:
            code = space.codes.get(space.codes_panel.current_code() or -1)
            space.settings.set_place(
                space.session.project.guid,
                Place(space.document.guid, space.text.place().first, code.guid if code else ""),
            )
