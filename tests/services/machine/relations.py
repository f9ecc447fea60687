"""Relations between categories, with their types and passages."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from qcode.model.enums import RelationForm
from qcode.model.relation_types import BUILT_IN
from qcode.model.theory_records import PassageRef, Target, TargetKind
from qcode.services import memos, relations

from tests.services.machine.axial import known
from tests.services.machine.base import PICK, PICKS, STALE, Machine, tidy
from tests.services.machine.memos import in_file
from tests.services.machine.model.axial import put_in
from tests.services.machine.model.part import Refused
from tests.services.machine.model.project import PureProject
from tests.services.machine.model.relations import PureRelation, Type

TYPES = st.sampled_from(["causes", "interacts", "feeds_back", 0, 1])
TYPE_NAMES = st.sampled_from(["delays", "Delays", "hinders", " ", "责任"])


class Relations(Machine):
    """Categories are tied to each other."""

    def type_of(self, pick: Type) -> Type:
        """A built-in type, or an own one chosen by number."""
        return pick if isinstance(pick, str) else self.one(pick + 1, list(self.model.own_types))

    @rule(pick=PICK, other=PICK, type_pick=TYPES, meaning=st.sampled_from(["", "so", "then\r\n"]))
    def tie(self, pick: int, other: int, type_pick: Type, meaning: str) -> None:
        source, target, wanted = self.code(pick), self.code(other), self.type_of(type_pick)

        def expect(model: PureProject, made: int) -> None:
            model.require_categories([source, target])
            model.require_type(wanted)
            model.require_free(source, target, wanted)
            model.relations[made] = PureRelation(source, target, wanted, meaning.strip())

        self.do(lambda: relations.create(self.project, source, target, wanted, meaning), expect)

    @rule(
        pick=PICK, type_pick=st.none() | TYPES, meaning=st.none() | st.sampled_from(["", "a", "ab"])
    )
    def change_relation(self, pick: int, type_pick: Type | None, meaning: str | None) -> None:
        tie = self.one(pick, list(self.model.relations))
        wanted = None if type_pick is None else self.type_of(type_pick)

        def expect(model: PureProject, _: None) -> None:
            one = known(model.relations, tie)
            if wanted is not None:
                model.require_type(wanted)
                model.require_free(one.source, one.target, wanted, but=tie)
                one.type = wanted
            one.meaning = one.meaning if meaning is None else meaning

        self.do(lambda: relations.edit(self.project, tie, type_ref=wanted, meaning=meaning), expect)

    @rule(pick=PICK)
    def turn_relation(self, pick: int) -> None:
        tie = self.one(pick, list(self.model.relations))

        def expect(model: PureProject, _: None) -> None:
            one = known(model.relations, tie)
            model.require_free(one.target, one.source, one.type, but=tie)
            one.source, one.target = one.target, one.source

        self.do(lambda: relations.reverse(self.project, tie), expect)

    @rule(picks=PICKS, first=st.booleans())
    def untie_or_reorder(self, picks: list[int], first: bool) -> None:
        ids = self.some(picks, list(self.model.relations))

        def expect(model: PureProject, _: None) -> None:
            rest = {i: one for i, one in model.relations.items() if i not in ids}
            model.relations = {i: model.relations[i] for i in ids if first} | rest

        if first:
            self.do(lambda: relations.reorder(self.project, ids), expect)
        else:
            self.do(lambda: relations.delete(self.project, ids), expect)

    @rule(
        pick=PICK,
        places=st.lists(st.tuples(PICK, PICK, st.integers(0, 4)), max_size=2),
        which=PICKS,
        position=st.none() | st.integers(0, 2),
    )
    def give_passages(
        self,
        pick: int,
        places: list[tuple[int, int, int]],
        which: list[int],
        position: int | None,
    ) -> None:
        tie, there = self.one(pick, list(self.model.relations)), in_file(self.project)
        coming: list[PassageRef] = list(self.some(which, list(there)))
        for document_pick, start, length in places:
            document = self.document(document_pick)
            coming.append((document, self.span(document, start, length)))

        def expect(model: PureProject, _: list[int]) -> None:
            one = known(model.relations, tie)
            fresh: list[tuple[int, tuple[int, int]]] = []
            for place in coming:
                if isinstance(place, int):
                    fresh.append(there[place])
                else:
                    model.may_code(*place)
                    fresh.append((place[0], tuple(place[1])))
            numbers = {place: at for at, place in enumerate([*one.passages, *fresh])}
            order = put_in(
                [numbers[place] for place in one.passages],
                [numbers[place] for place in fresh],
                position,
            )
            names = {at: place for place, at in numbers.items()}
            one.passages = [names[at] for at in order]

        self.do(lambda: relations.add_passages(self.project, tie, coming, position), expect)

    @rule(pick=PICK, which=PICKS)
    def take_passages(self, pick: int, which: list[int]) -> None:
        tie, there = self.one(pick, list(self.model.relations)), in_file(self.project)
        ids = self.some(which, list(there))

        def expect(model: PureProject, _: None) -> None:
            one = known(model.relations, tie)
            gone = {there[i] for i in ids}
            one.passages = [place for place in one.passages if place not in gone]

        self.do(lambda: relations.remove_passages(self.project, tie, ids), expect)

    @rule(pick=PICK, memo_pick=PICK, off=st.booleans())
    def write_on_relation(self, pick: int, memo_pick: int, off: bool) -> None:
        """Attach a memo to a relation, or take it off."""
        tie = self.one(pick, list(self.model.relations))
        memo = self.one(memo_pick, list(self.model.memos))

        def expect(model: PureProject, _: None) -> None:
            known(model.memos, memo)
            if off:
                if tie in model.relations:
                    model.relations[tie].memos.discard(memo)
                return
            known(model.relations, tie).memos.add(memo)

        change = memos.detach if off else memos.attach
        self.do(lambda: change(self.project, memo, [Target(TargetKind.RELATION, tie)]), expect)

    @rule(name=TYPE_NAMES)
    def make_type(self, name: str) -> None:
        def expect(model: PureProject, made: int) -> None:
            model.require_name(tidy(name), self.type_names(model))
            model.own_types[made] = tidy(name)

        self.do(lambda: relations.add_type(self.project, name), expect)

    @rule(pick=PICK, name=TYPE_NAMES, built_in=st.booleans(), gone=st.booleans())
    def change_type(self, pick: int, name: str, built_in: bool, gone: bool) -> None:
        wanted = self.one(pick, list(self.model.own_types))

        def expect(model: PureProject, _: None) -> None:
            if gone:
                known(model.own_types, wanted)
                if any(one.type == wanted for one in model.relations.values()):
                    raise Refused
                del model.own_types[wanted]
            elif built_in:
                if tidy(name):
                    model.require_name(tidy(name), self.type_names(model, but="causes"))
                model.called["causes"] = tidy(name)
            else:
                model.require_name(tidy(name), self.type_names(model, but=wanted))
                known(model.own_types, wanted)
                model.own_types[wanted] = tidy(name)

        if gone:
            self.do(lambda: relations.delete_type(self.project, wanted), expect)
        else:
            named: Type = "causes" if built_in else wanted
            self.do(lambda: relations.rename_type(self.project, named, name), expect)

    @rule(pick=PICK, name=TYPE_NAMES, form=st.sampled_from(RelationForm))
    def turn_type(self, pick: int, name: str, form: RelationForm) -> None:
        wanted = self.one(pick, list(self.model.own_types))

        def expect(model: PureProject, _: None) -> None:
            model.require_name(tidy(name), self.type_names(model, but=wanted))
            known(model.own_types, wanted)
            ends = [(o.source, o.target) for o in model.relations.values() if o.type == wanted]
            if form is RelationForm.MUTUAL and any(pair[::-1] in ends for pair in ends):
                raise Refused
            model.own_types[wanted] = tidy(name)
            model.mutual_types.discard(wanted)
            if form is RelationForm.MUTUAL:
                model.mutual_types.add(wanted)

        self.do(lambda: relations.change_type(self.project, wanted, name, form), expect)

    def type_names(self, model: PureProject, but: Type = STALE) -> list[str]:
        built_in = {key: model.called.get(key) or str(one.label) for key, one in BUILT_IN.items()}
        return [name for key, name in (model.own_types | built_in).items() if key != but]

    @invariant()
    def relations_are_what_the_model_says(self) -> None:
        there, model = in_file(self.project), self.seen
        told = relations.listed(self.project)
        assert [
            (one.id, one.source_id, one.target_id, one.key or one.type, one.meaning) for one in told
        ] == [
            (i, one.source, one.target, one.type, one.meaning) for i, one in model.relations.items()
        ]
        for one in told:
            places = [there[passage] for passage in one.passages]
            assert places == model.relations[one.id].passages
            assert self.label_of(one.key or one.type) == str(one.label)
        assert relations.evidence(self.project) == {
            i: (len(one.passages), len({place[0] for place in one.passages}))
            for i, one in model.relations.items()
        }
        assert {(one.id, i) for one in memos.listed(self.project) for i in one.relation_ids} == {
            (memo, i)
            for i, one in model.relations.items()
            for memo in one.memos & model.memos.keys()
        }
        for loop in relations.loops(self.project):
            assert len(set(loop)) == len(loop) > 1

    def label_of(self, wanted: Type) -> str:
        if isinstance(wanted, int):
            return self.model.own_types[wanted]
        return self.model.called.get(wanted) or str(BUILT_IN[wanted].label)
