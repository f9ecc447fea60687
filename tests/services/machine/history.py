"""Undo and redo, step by step and many at once."""

from __future__ import annotations

import copy

from hypothesis import strategies as st
from hypothesis.stateful import rule
from qcode.model.errors import QcodeError
from qcode.services import overview

from tests.services import pictures
from tests.services.machine.base import PICK, STALE, Machine


class History(Machine):
    """Steps are taken back and done again, each to exactly the rows of its place."""

    def at_place(self, place: int) -> None:
        self.at = place
        rows, model = self.history[place]
        assert pictures.rows(self.project) == rows
        self.model = copy.deepcopy(model)

    @property
    def blind(self) -> bool:
        return self.model.limits(self.project.coder)

    def hidden(self, kind: str) -> bool:
        """Whether undo or redo is refused now: the step is another's, and out of this one's sight.

        A refusal changes nothing, and the label says no more than whose step it is.
        """
        find = self.project.undo_label if kind == "undo" else self.project.redo_label
        if not str(find() or "").startswith("A step of "):
            return False
        before, count = pictures.rows(self.project), pictures.steps(self.project)
        try:
            getattr(self.project, kind)()
        except QcodeError as refusal:
            assert "hidden from you while you work blind" in refusal.message.text()
        else:
            raise AssertionError("a hidden step was taken back")
        assert (pictures.rows(self.project), pictures.steps(self.project)) == (before, count)
        assert self.blind and str(find()) != f"A step of {self.project.coder}"
        return True

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(times):
            if self.hidden("undo"):
                return
            label = self.project.undo_label()
            changes = self.project.undo()
            if self.at == 0:
                assert changes is None and label is None
                return
            assert changes is not None and changes.label == label and changes.kind == "undo"
            self.at_place(self.at - 1)

    @rule(times=st.integers(1, 3))
    def redo(self, times: int) -> None:
        for _ in range(times):
            if self.hidden("redo"):
                return
            label = self.project.redo_label()
            changes = self.project.redo()
            if self.at == len(self.history) - 1:
                assert changes is None and label is None
                return
            assert changes is not None and changes.label == label and changes.kind == "redo"
            self.at_place(self.at + 1)

    @rule(pick=PICK)
    def undo_to(self, pick: int) -> None:
        done = [step for step in overview.history(self.project) if step.can_undo_to]
        assert len(done) == self.at or (self.blind and len(done) < self.at)
        if done:
            chosen = pick % len(done)
            place = self.at - len(done) + chosen
            assert self.project.undo_to(done[chosen].id) is not None
            self.at_place(place)
        assert self.project.undo_to(STALE) is None
