"""Documents are held out, and the ledger follows everything that happens to codings."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from qcode.model.saturation import CodingOrder, Verdict
from qcode.services import coherence, saturation

from tests.services.machine.base import PICKS, STALE, Machine
from tests.services.machine.model.part import Refused
from tests.services.machine.model.project import PureProject


class Held(Machine):
    """Saturation and coherence, against the plainest counting."""

    @rule(picks=PICKS, held_out=st.booleans(), stale=st.booleans())
    def hold_out(self, picks: list[int], held_out: bool, stale: bool) -> None:
        ids = self.some(picks, self.model.order) + [STALE] * (stale and len(picks) > 2)

        def expect(model: PureProject, _: None) -> None:
            if STALE in ids:
                raise Refused
            model.held_out = model.held_out | set(ids) if held_out else model.held_out - set(ids)

        self.do(lambda: saturation.set_held_out(self.project, ids, held_out), expect)

    @rule(order=st.sampled_from(CodingOrder))
    def order_of_coding(self, order: CodingOrder) -> None:
        def expect(model: PureProject, _: None) -> None:
            model.coding_order = order.value

        self.do(lambda: saturation.set_order(self.project, order), expect)

    @invariant()
    def ledger_is_what_the_model_says(self) -> None:
        model = self.seen
        found = saturation.report(self.project)
        assert saturation.held_out(self.project) == model.held_out
        assert found.order.value == model.coding_order
        assert sorted(one.document_id for one in found.documents) == sorted(model.order)
        back = [one.held_out for one in found.documents]
        assert back == sorted(back)
        seen: set[int] = set()
        for one in found.documents:
            coded = {key[2] for key in model.codings if key[0] == one.document_id}
            here = coded.union(*(model.above(code) for code in coded))
            new = {code.id for code in (*one.concepts, *one.categories, *one.higher)}
            assert new == here - seen and one.coded == bool(coded)
            seen |= here
            kinds = [model.codes[code].kind for code in seen]
            assert one.cumulative_concepts == kinds.count("concept")
            assert one.cumulative_categories == kinds.count("category")
        brings = [bool(one.names) for one in found.documents if one.held_out]
        assert (found.verdict is Verdict.NOT_SATURATED) == any(brings)
        assert (found.verdict is Verdict.NONE_HELD_OUT) == (not brings)

    @invariant()
    def findings_name_codes_that_exist(self) -> None:
        model = self.seen
        found = coherence.findings(self.project)
        assert all(code in model.codes for one in found for code in one.code_ids)
        bare = [one.code_ids[0] for one in found if one.kind.value == "without_category"]
        assert bare == [
            code
            for code in model.in_order()
            if model.codes[code].kind == "concept"
            and all(model.codes[above].kind == "concept" for above in model.above(code))
        ]
        standing = {code for one in model.relations.values() for code in (one.source, one.target)}
        standing.update(code for one in model.stages.values() for code in one.codes)
        for board in model.paradigms.values():
            standing.update(*board.roles.values())
        low = [one.code_ids[0] for one in found if one.kind.value == "concept_in_model"]
        assert low == [
            code
            for code in model.in_order()
            if code in standing and model.codes[code].kind == "concept"
        ]
        skipping = {one.code_ids[0]: one for one in found if one.kind.value == "only_category"}
        for code, pure in model.codes.items():
            own = {key[:2] for key in model.codings if key[2] == code}
            without = [
                place
                for place in own
                if pure.kind != "concept"
                and not any(
                    key[:2] == place and model.codes[key[2]].kind == "concept"
                    for key in model.codings
                )
            ]
            assert (skipping[code].passages if code in skipping else 0) == len(without)
            listed = coherence.passages_without_concept(self.project, code)
            assert len(listed) == len(without)
