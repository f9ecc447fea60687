"""What all rules share: the project, its model, its history, and one change in all of them."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine
from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.span import Span
from qcode.services.project import Project

from tests.services import pictures
from tests.services.machine.model.part import Refused
from tests.services.machine.model.project import PureProject

T = TypeVar("T")

NAMES = st.sampled_from(["duty", "Duty", "push", "责任", "A > B", "  spaced   out ", "", "x" * 40])
CODERS = st.sampled_from(["Ann", "Ben", "陈"])
KINDS = st.sampled_from(list(CodeKind))
PICK = st.integers(0, 10_000)
PICKS = st.lists(PICK, max_size=3)
STALE = 999_999


def tidy(name: str) -> str:
    return " ".join(name.split())


class Machine(RuleBasedStateMachine):
    """One project, the model of it, and both at every place of its history."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="qcode-machine-")
        self.path = Path(self.folder.name) / "machine.qcode"
        self.project = Project.create(self.path, "Machine", "Ann")
        self.model = PureProject(name="Machine", coders=["Ann"])
        self.history: list[tuple[pictures.Rows, PureProject]] = []
        self.at = 0  # place in the history; later ones can be redone
        self.told: list[Any] = []
        self.project.subscribe(self.told.append)

    def teardown(self) -> None:
        self.project.close()
        left = [one.name for one in Path(self.folder.name).iterdir()]
        self.folder.cleanup()
        assert left == ["machine.qcode"]

    def do(self, change: Callable[[], T], expect: Callable[[PureProject, T], None]) -> None:
        """Run a service and the same on the model; both must agree, also in refusing."""
        before, count = pictures.rows(self.project), pictures.steps(self.project)
        model = copy.deepcopy(self.model)
        self.told.clear()
        try:
            result = change()
        except QcodeError as refusal:
            assert refusal.message.text()
            assert pictures.rows(self.project) == before, "a refused change leaves nothing"
            assert pictures.steps(self.project) == count
            assert not self.told
            try:
                expect(model, None)  # type: ignore[arg-type]  # not reached where it is used
            except Refused:
                return
            raise AssertionError(f"the service refused: {refusal}") from refusal
        expect(model, result)
        self.model = model
        after, now = pictures.rows(self.project), pictures.steps(self.project)
        if after == before:
            assert now == count and not self.told, "nothing changed and nothing was recorded"
            return
        assert len(self.told) == 1
        changed = {table for table in after if after[table] != before[table]}
        assert changed <= {table for table, ids in self.told[0].touched.items() if ids}
        picture = (after, copy.deepcopy(model))
        if len(now) == len(count):  # typing goes on in the same step
            assert now[-1][2] and self.at == len(self.history) - 1
            self.history[self.at] = picture
            return
        assert len(now) == len(count) + 1 and now[-1][1] == "do"
        self.history[self.at + 1 :] = [picture]
        self.at += 1

    # Things to change, chosen by numbers

    def one(self, pick: int, there: list[int]) -> int:
        """One of the ids, or now and then one that does not exist."""
        return there[pick % len(there)] if there and pick % 41 else STALE

    def some(self, picks: list[int], there: list[int]) -> list[int]:
        return [there[pick % len(there)] for pick in picks] if there else []

    def code(self, pick: int) -> int:
        return self.one(pick, list(self.model.codes))

    def parent(self, pick: int) -> int | None:
        return None if pick % 3 == 0 else self.code(pick)

    def document(self, pick: int) -> int:
        return self.one(pick, self.model.order)

    def span(self, document: int, start: int, length: int) -> Span:
        pure = self.model.documents.get(document)
        start %= (len(pure.text) if pure else 5) + 1
        return Span(start, start + length)

    @property
    def seen(self) -> PureProject:
        """The model as the coder who acts sees it."""
        return self.model.seen_by(self.project.coder)
