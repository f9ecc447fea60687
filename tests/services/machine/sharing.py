"""Work is shared out: assigned, taken away, handed out in packets, drawn for a second time."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from qcode.services import assignments, overview, packets, recoding
from qcode.services.assignments import Assignment
from qcode.services.project import Project

from tests.services.machine.base import PICKS, STALE, Machine, tidy
from tests.services.machine.model.part import Refused
from tests.services.machine.model.project import PureProject

NAMES = st.sampled_from(["Ann", " Ben ", "Dee", "  "])


class Sharing(Machine):
    """Who codes what, and who codes it twice."""

    @rule(picks=PICKS, more=PICKS, names=st.tuples(NAMES, NAMES), stale=st.booleans())
    def assign(
        self, picks: list[int], more: list[int], names: tuple[str, str], stale: bool
    ) -> None:
        first = self.some(picks, self.model.order) + [STALE] * (stale and len(picks) > 2)
        planned = [(names[0], first), (names[1], self.some(more, self.model.order))]

        def expect(model: PureProject, _: None) -> None:
            dealt = [(tidy(name), ids) for name, ids in planned if ids]
            if any(not name or STALE in ids for name, ids in dealt):
                raise Refused
            for name, ids in dealt:
                model.knows(name)
                for document in ids:
                    model.give(document, name)

        self.do(
            lambda: assignments.assign(
                self.project, [Assignment(name, tuple(ids)) for name, ids in planned]
            ),
            expect,
        )

    @rule(picks=PICKS, name=NAMES)
    def take_away(self, picks: list[int], name: str) -> None:
        ids = self.some(picks, self.model.order)

        def expect(model: PureProject, count: int) -> None:
            if tidy(name) not in model.coders:
                raise Refused
            taken = {key for key in model.work if key[0] in ids and key[1] == tidy(name)}
            taken = {key for key in taken if model.work[key] == "open"}
            assert count == len(taken)
            model.work |= dict.fromkeys(taken, "unassigned")

        self.do(lambda: assignments.take_away(self.project, [Assignment(name, tuple(ids))]), expect)

    @rule(name=NAMES, share=st.sampled_from([0, 1, 50, 100]), by_group=st.booleans())
    def code_again(self, name: str, share: int, by_group: bool) -> None:
        def expect(model: PureProject, found: recoding.Recoding) -> None:
            done = {d for (d, who), s in model.work.items() if (who, s) == (tidy(name), "finished")}
            if not share or not done or tidy(name) in model.again:
                raise Refused
            assert set(found.document_ids) <= done
            assert len(found.document_ids) == max(1, (len(done) * share * 2 + 100) // 200)
            model.knows(found.again.name)
            model.again.add(found.again.name)
            for document in found.document_ids:
                model.give(document, found.again.name)

        self.do(
            lambda: recoding.begin(self.project, name, share=share, seed=7, by_group=by_group),
            expect,
        )

    @rule(picks=PICKS, name=NAMES, blind=st.booleans())
    def hand_out(self, picks: list[int], name: str, blind: bool) -> None:
        ids = self.some(picks, self.model.order)
        out = Path(self.folder.name) / "packet.qcode"

        def expect(model: PureProject, _: packets.PacketReport) -> None:
            if not ids or not tidy(name):
                raise Refused
            model.knows(tidy(name))
            for document in ids:
                model.give(document, tidy(name))

        self.do(lambda: packets.make(self.project, out, name, set(ids), blind=blind), expect)
        if not out.exists():
            return
        with Project.open(out, read_only=True) as packet:
            assert overview.findings(packet) == []
            assert len(overview.history(packet)) == 1
            mine = {key for key in self.model.codings if key[0] in ids and key[3] == tidy(name)}
            # Who works blind hands out no more than they see, and what the coder did themselves.
            there = mine | {key for key in self.seen.codings if key[0] in ids}
            assert self.rows_in(packet, "coding") == len(mine if blind else there)
            assert self.rows_in(packet, "document") == len(set(ids))
            assert self.rows_in(packet, "code") == len(self.model.codes)
        out.unlink()

    def rows_in(self, project: Project, table: str) -> int:
        with project.read_all() as connection:
            return int(connection.run(f'SELECT count(*) FROM "{table}"').value())

    @invariant()
    def second_selves_are_what_the_model_says(self) -> None:
        found = recoding.listed(self.project)
        assert {one.again.name for one in found} == self.model.again
        assert assignments.overall(self.project).shared.documents == len(self.model.order)
