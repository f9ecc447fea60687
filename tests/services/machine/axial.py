"""What is made of categories: roles, stages, properties, boxes, the storyline."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from qcode.model.enums import ParadigmRole
from qcode.services import diagram, live_links, paradigms, properties, stages, storyline

from tests.services.machine.base import NAMES, PICK, PICKS, STALE, Machine, tidy
from tests.services.machine.memos import in_file
from tests.services.machine.model.axial import PureParadigm, PureProperty, PureStage, put_in
from tests.services.machine.model.part import Refused
from tests.services.machine.model.project import PureProject

T = TypeVar("T")
ROLES = st.sampled_from(list(ParadigmRole)[:2])
POSITIONS = st.none() | st.integers(0, 3)


def known(things: dict[int, T], wanted: int) -> T:
    """One of some things of the model, or a refusal."""
    if wanted not in things:
        raise Refused
    return things[wanted]


class Paradigms(Machine):
    """Categories are put into the roles of paradigms."""

    @rule(name=NAMES)
    def make_paradigm(self, name: str) -> None:
        def expect(model: PureProject, made: int) -> None:
            model.require_name(tidy(name), [one.name for one in model.paradigms.values()])
            model.paradigms[made] = PureParadigm(tidy(name))

        self.do(lambda: paradigms.create(self.project, name), expect)

    @rule(pick=PICK, picks=PICKS, role=ROLES, position=POSITIONS, name=st.none() | NAMES)
    def put_in_role(
        self, pick: int, picks: list[int], role: ParadigmRole, position: int | None, name: str
    ) -> None:
        wanted = self.one(pick, list(self.model.paradigms))
        ids = self.some(picks, list(self.model.codes))

        def expect(model: PureProject, _: None) -> None:
            held = known(model.paradigms, wanted).roles.setdefault(role.value, [])
            model.require_categories([code for code in ids if code not in held])
            held[:] = put_in(held, ids, position)

        self.do(lambda: paradigms.put(self.project, wanted, role, ids, position), expect)

    @rule(pick=PICK, picks=PICKS, role=ROLES, other=ROLES, out=st.booleans())
    def leave_role(
        self, pick: int, picks: list[int], role: ParadigmRole, other: ParadigmRole, out: bool
    ) -> None:
        wanted = self.one(pick, list(self.model.paradigms))
        ids = self.some(picks, list(self.model.codes))

        def expect(model: PureProject, _: None) -> None:
            roles = known(model.paradigms, wanted).roles
            if out or role is not other:
                roles[role.value] = [i for i in roles.get(role.value, []) if i not in ids]
            if not out:
                held = roles.setdefault(other.value, [])
                model.require_categories([code for code in ids if code not in held])
                held[:] = put_in(held, ids, None)

        if out:
            self.do(lambda: paradigms.take_out(self.project, wanted, role, ids), expect)
        else:
            self.do(lambda: paradigms.move(self.project, wanted, ids, role, other), expect)

    @rule(pick=PICK)
    def delete_paradigm(self, pick: int) -> None:
        wanted = self.one(pick, list(self.model.paradigms))

        def expect(model: PureProject, _: None) -> None:
            known(model.paradigms, wanted)
            del model.paradigms[wanted]

        self.do(lambda: paradigms.delete(self.project, wanted), expect)

    @invariant()
    def paradigms_are_what_the_model_says(self) -> None:
        assert [
            (one.id, one.name, {role.value: list(held) for role, held in one.slots.items()})
            for one in paradigms.listed(self.project)
        ] == [
            (i, one.name, {role.value: one.roles.get(role.value, []) for role in ParadigmRole})
            for i, one in self.seen.paradigms.items()
        ]
        for i, one in self.model.paradigms.items():
            found = paradigms.evidence(self.project, i)
            for role in ParadigmRole:
                codes = one.roles.get(role.value, [])
                below: set[int] = set().union(*(self.model.below(code) for code in codes))
                passages = {key[:2] for key in self.seen.codings if key[2] in below}
                documents = {document for document, _ in passages}
                assert found.roles[role] == (len(passages), len(documents))
            for code, counted in found.codes.items():
                assert counted == self.seen.counts(code)[1:]


class Stages(Machine):
    """A process is described in stages."""

    @rule(name=NAMES, position=POSITIONS)
    def make_stage(self, name: str, position: int | None) -> None:
        def expect(model: PureProject, made: int) -> None:
            model.require_name(tidy(name), [one.name for one in model.stages.values()])
            model.stages[made] = PureStage(tidy(name), "why")
            model.stage_order = put_in(model.stage_order, [made], position)

        self.do(lambda: stages.create(self.project, name, "why ", position), expect)

    @rule(pick=PICK, picks=PICKS, position=POSITIONS, out_of=st.none() | PICK)
    def put_in_stage(
        self, pick: int, picks: list[int], position: int | None, out_of: int | None
    ) -> None:
        wanted = self.one(pick, self.model.stage_order)
        source = None if out_of is None else self.one(out_of, self.model.stage_order)
        ids = self.some(picks, list(self.model.codes))

        def expect(model: PureProject, _: None) -> None:
            if source is not None and source != wanted:
                left = known(model.stages, source)
                left.codes = [code for code in left.codes if code not in ids]
            stage = known(model.stages, wanted)
            model.require_categories([code for code in ids if code not in stage.codes])
            stage.codes = put_in(stage.codes, ids, position)

        self.do(lambda: stages.put(self.project, wanted, ids, position, out_of=source), expect)

    @rule(picks=PICKS, position=POSITIONS, meaning=st.none() | st.sampled_from(["a", "ab"]))
    def move_or_describe_stages(
        self, picks: list[int], position: int | None, meaning: str | None
    ) -> None:
        ids = self.some(picks, self.model.stage_order)
        if meaning is None:
            self.do(
                lambda: stages.move(self.project, ids, position),
                lambda model, _: model.__setattr__(
                    "stage_order", put_in(model.stage_order, ids, position)
                ),
            )
            return
        wanted = [*ids, STALE][0]

        def expect(model: PureProject, _: None) -> None:
            known(model.stages, wanted).meaning = meaning

        self.do(lambda: stages.describe(self.project, wanted, meaning), expect)

    @rule(pick=PICK)
    def delete_stage(self, pick: int) -> None:
        wanted = self.one(pick, self.model.stage_order)

        def expect(model: PureProject, _: None) -> None:
            known(model.stages, wanted)
            del model.stages[wanted]
            model.stage_order.remove(wanted)

        self.do(lambda: stages.delete(self.project, wanted), expect)

    @invariant()
    def stages_are_what_the_model_says(self) -> None:
        assert [
            (one.id, one.name, one.meaning, list(one.codes)) for one in stages.listed(self.project)
        ] == [
            (i, one.name, one.meaning, one.codes)
            for i, one in ((i, self.model.stages[i]) for i in self.model.stage_order)
        ]


class Properties(Machine):
    """Categories get properties, and passages places on them."""

    @rule(pick=PICK, name=NAMES, low=st.sampled_from(["", "slow"]))
    def make_property(self, pick: int, name: str, low: str) -> None:
        code = self.code(pick)

        def expect(model: PureProject, made: int) -> None:
            model._require(code)
            model.require_name(tidy(name), [model.properties[i].name for i in model.of_code(code)])
            model.properties[made] = PureProperty(code, tidy(name), low, "fast")

        self.do(lambda: properties.create(self.project, code, name, low, "fast"), expect)

    @rule(pick=PICK, which=PICK, place=st.integers(-1, 101), off=st.booleans())
    def place_passage(self, pick: int, which: int, place: int, off: bool) -> None:
        wanted = self.one(pick, list(self.model.properties))
        there = in_file(self.project)
        passage = self.one(which, list(there))
        coder = self.project.coder

        def expect(model: PureProject, _: None) -> None:
            pure = known(model.properties, wanted)
            at = there.get(passage)
            if off:
                if at is not None:
                    model.places.pop((wanted, *at, coder), None)
                return
            below = model.below(pure.code)
            if at is None or not 0 <= place <= 100:
                raise Refused
            if not any(key[:2] == at and key[2] in below for key in model.codings):
                raise Refused
            model.knows(coder)
            model.places[(wanted, *at, coder)] = place

        if off:
            self.do(lambda: properties.unplace(self.project, wanted, [passage]), expect)
        else:
            self.do(lambda: properties.place(self.project, wanted, passage, place), expect)

    @rule(pick=PICK, name=st.none() | NAMES, gone=st.booleans())
    def change_property(self, pick: int, name: str | None, gone: bool) -> None:
        wanted = self.one(pick, list(self.model.properties))

        def expect(model: PureProject, _: None) -> None:
            pure = known(model.properties, wanted)
            if gone:
                model.drop_property(wanted)
                return
            if name is not None:
                others = [model.properties[i].name for i in model.of_code(pure.code) if i != wanted]
                model.require_name(tidy(name), others)
                pure.name = tidy(name)
            pure.low = "calm"

        if gone:
            self.do(lambda: properties.delete(self.project, wanted), expect)
        else:
            self.do(lambda: properties.edit(self.project, wanted, name=name, low="calm"), expect)

    @invariant()
    def properties_are_what_the_model_says(self) -> None:
        # A place goes with its passage, whatever took that away.
        marked = self.model.marked()
        self.model.places = {k: at for k, at in self.model.places.items() if k[1:3] in marked}
        there = in_file(self.project)
        found = properties.listed(self.project)
        assert {code: [one.id for one in held] for code, held in found.items()} == {
            code: self.model.of_code(code) for code in self.model.codes if self.model.of_code(code)
        }
        for code in found:
            carrying = {k[:2] for k in self.model.codings if k[2] in self.model.below(code)}
            seen = {k[:2] for k in self.seen.codings if k[2] in self.model.below(code)}
            assert seen <= carrying
            for one in properties.of_code(self.project, code):
                pure = self.model.properties[one.id]
                assert (one.code_id, one.name, one.low, one.high) == (
                    pure.code,
                    pure.name,
                    pure.low,
                    pure.high,
                )
                assert {(there[at.selection_id], at.coder): at.place for at in one.places} == {
                    (k[1:3], k[3]): at
                    for k, at in self.seen.places.items()
                    if k[0] == one.id and k[1:3] in seen
                }


class Pictures(Machine):
    """Boxes are moved, and the story of the model is written."""

    @rule(picks=PICKS, x=st.integers(-9, 9), again=st.booleans())
    def move_boxes(self, picks: list[int], x: int, again: bool) -> None:
        ids = self.some(picks, list(self.model.codes))

        def expect(model: PureProject, _: None) -> None:
            for code in ids:
                if again:
                    model.boxes.pop(code, None)
                else:
                    model.boxes[code] = (x, -x)

        if again:
            self.do(lambda: diagram.reset(self.project, ids), expect)
        else:
            self.do(lambda: diagram.set_places(self.project, dict.fromkeys(ids, (x, -x))), expect)

    @rule(picks=PICKS)
    def write_story(self, picks: list[int]) -> None:
        ids = self.some(picks, list(self.model.codes))
        body = " → ".join(live_links.code_link(self.project, code) for code in ids)
        self.do(
            lambda: storyline.write(self.project, body),
            lambda model, _: model.__setattr__("story", list(ids)),
        )

    @invariant()
    def boxes_and_story_are_what_the_model_says(self) -> None:
        assert diagram.places(self.project) == self.model.boxes
        links = [one for one in storyline.segments(self.project) if one.kind]
        assert [one.id for one in links] == self.model.story
        for one in links:
            assert one.id is None or one.words == self.model.codes[one.id].name
        assert {w.relation_id for w in storyline.warnings(self.project) if w.relation_id} == {
            i for i, one in self.seen.relations.items() if not one.passages
        }
