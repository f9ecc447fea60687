"""What belongs to the project as a whole."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from qcode.services import overview
from qcode.services.project import Project

from tests.services import pictures
from tests.services.machine.base import Machine
from tests.services.machine.model.part import Refused
from tests.services.machine.model.project import PureProject


class Whole(Machine):
    """The project is renamed, closed and opened again."""

    @rule(name=st.sampled_from(["Machine", "Another", "  "]))
    def rename_project(self, name: str) -> None:
        def expect(model: PureProject, _: None) -> None:
            if not name.strip():
                raise Refused
            model.name = name

        self.do(lambda: overview.rename(self.project, name), expect)

    @rule()
    def close_and_open(self) -> None:
        before = pictures.rows(self.project)
        coder = self.project.coder
        self.project.close()
        self.project = Project.open(self.path)
        self.project.subscribe(self.told.append)
        assert pictures.rows(self.project) == before
        assert self.project.coder == coder

    @invariant()
    def name_is_what_the_model_says(self) -> None:
        assert self.project.name == self.model.name

    @invariant()
    def is_sound(self) -> None:
        assert [str(finding) for finding in overview.findings(self.project)] == []
