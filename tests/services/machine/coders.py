"""Coders: who acts, who works blind, how far each one is."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from qcode.model.enums import WorkStatus
from qcode.services import coders

from tests.services import pictures
from tests.services.machine.base import CODERS, PICK, PICKS, STALE, Machine
from tests.services.machine.model.part import Refused
from tests.services.machine.model.project import PureProject


class Coders(Machine):
    """Coders come, take turns, are renamed, and say how far they are."""

    @rule(name=CODERS)
    def act_as(self, name: str) -> None:
        before, count = pictures.rows(self.project), pictures.steps(self.project)
        self.project.act_as(name)
        assert (pictures.rows(self.project), pictures.steps(self.project)) == (before, count)
        assert self.project.coder == name

    @rule(pick=PICK, name=st.sampled_from(["Ann", "Ben", "Cleo", ""]))
    def rename_coder(self, pick: int, name: str) -> None:
        coder = coders.listed(self.project)[pick % len(self.model.coders)]
        acting = self.project.coder == coder.name
        self.do(
            lambda: coders.rename(self.project, coder.id, name),
            lambda model, _: model.rename_coder(coder.name, name),
        )
        if acting and name in self.model.coders:
            assert self.project.coder in (coder.name, name)

    @rule(name=st.sampled_from(["Ann", "Dee", " "]), color=st.sampled_from(["", "#123", "reddish"]))
    def add_coder(self, name: str, color: str) -> None:
        def expect(model: PureProject, _: int) -> None:
            if not name.strip() or name in model.coders or color == "reddish":
                raise Refused
            model.coders.append(name)

        self.do(lambda: coders.add(self.project, name, color), expect)

    @rule(pick=PICK, color=st.sampled_from(["#ABC", "#aabbcc", "reddish"]))
    def colour_coder(self, pick: int, color: str) -> None:
        coder = self.one(pick, [one.id for one in coders.listed(self.project)])

        def expect(model: PureProject, _: None) -> None:
            if color == "reddish" or coder == STALE:
                raise Refused

        self.do(lambda: coders.set_color(self.project, coder, color), expect)

    @rule(blind=st.booleans())
    def work_blind(self, blind: bool) -> None:
        def expect(model: PureProject, _: None) -> None:
            model.blind = blind

        self.do(lambda: coders.set_blind(self.project, blind), expect)

    @rule(
        picks=PICKS,
        coder=st.sampled_from(["Ann", " Ben ", "  "]),
        status=st.sampled_from(WorkStatus),
    )
    def set_status(self, picks: list[int], coder: str, status: WorkStatus) -> None:
        ids = self.some(picks, self.model.order)

        def expect(model: PureProject, _: None) -> None:
            if ids and not coder.strip():
                raise Refused
            for i in ids:
                model.knows(coder.strip())
                model.work[i, coder.strip()] = status.value

        self.do(lambda: coders.set_status(self.project, ids, coder, status), expect)

    @invariant()
    def coders_are_what_the_model_says(self) -> None:
        assert coders.is_blind(self.project) == self.model.blind
        assert [coder.name for coder in coders.listed(self.project)] == self.model.coders
        assert {
            (one.document_id, one.coder): one.status.value for one in coders.work(self.project)
        } == self.model.work
