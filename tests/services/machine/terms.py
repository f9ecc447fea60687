"""The project takes the terms of a school, or has its own."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from qcode.model.schools import Terms
from qcode.services import terms
from qcode.services.terms import School

from tests.services.machine.base import Machine, tidy
from tests.services.machine.model.part import Refused
from tests.services.machine.model.project import PureProject

KEYS = st.sampled_from(["kind.concept", "kind.category", "level.open", "role.context"])


class Named(Machine):
    """Terms are chosen and renamed."""

    @rule(school=st.sampled_from(School))
    def use_school(self, school: School) -> None:
        def expect(model: PureProject, _: None) -> None:
            model.school, model.own_names = school.value, {}

        self.do(lambda: terms.use_preset(self.project, school), expect)

    @rule(
        names=st.dictionaries(KEYS, st.sampled_from(["", " Label ", "label", "意义"]), max_size=2)
    )
    def rename_terms(self, names: dict[str, str]) -> None:
        def expect(model: PureProject, _: None) -> None:
            own = model.own_names | {key: tidy(name) for key, name in names.items()}
            own = {key: name for key, name in own.items() if name}
            kinds = [own[key].casefold() for key in ("kind.concept", "kind.category") if key in own]
            if len(set(kinds)) < len(kinds):
                raise Refused
            model.own_names = own

        self.do(lambda: terms.rename(self.project, names), expect)

    @invariant()
    def terms_are_what_the_model_says(self) -> None:
        found = terms.of(self.project)
        assert (found.school.value, dict(found.own)) == (self.model.school, self.model.own_names)
        assert isinstance(found, Terms)
