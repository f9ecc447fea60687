"""Paradigms: categories in six roles, and what each role rests on."""

from __future__ import annotations

import pytest
from qcode.model.enums import ParadigmRole
from qcode.model.errors import QcodeError
from qcode.model.span import Span
from qcode.model.theory_records import Evidence
from qcode.services import codes, codings, evidence, paradigms
from qcode.services.project import Project

from tests.services.modelled import Study, build, label

CAUSE, CONTEXT = ParadigmRole.CAUSAL_CONDITION, ParadigmRole.CONTEXT
PHENOMENON = ParadigmRole.PHENOMENON


@pytest.fixture
def study(project: Project) -> Study:
    return build(project)


def slots(project: Project, at: int = 0) -> dict[ParadigmRole, tuple[int, ...]]:
    """Roles that are not empty."""
    return {role: held for role, held in paradigms.listed(project)[at].slots.items() if held}


def test_a_new_paradigm_has_all_six_roles_in_the_order_of_telling(project: Project) -> None:
    paradigms.create(project, "  Calling   in ")
    (made,) = paradigms.listed(project)
    assert made.name == "Calling in" and list(made.slots) == list(ParadigmRole)
    assert not any(made.slots.values())
    assert label(project) == "New paradigm Calling in"


def test_categories_are_put_into_roles_moved_and_taken_out(project: Project, study: Study) -> None:
    one = paradigms.create(project, "one")
    paradigms.put(project, one, PHENOMENON, [study.calling])
    assert label(project) == "Put calling in under phenomenon"
    paradigms.put(project, one, CAUSE, [study.listing, study.paying])
    paradigms.put(project, one, CAUSE, [study.core], 0)
    assert slots(project) == {
        CAUSE: (study.core, study.listing, study.paying),
        PHENOMENON: (study.calling,),
    }
    paradigms.put(project, one, CAUSE, [study.paying], 1)
    assert slots(project)[CAUSE] == (study.core, study.paying, study.listing)
    paradigms.move(project, one, [study.listing, study.core], CAUSE, CONTEXT)
    assert slots(project)[CONTEXT] == (study.listing, study.core)
    assert slots(project)[CAUSE] == (study.paying,)
    paradigms.take_out(project, one, CONTEXT, [study.core, study.paying])
    assert slots(project)[CONTEXT] == (study.listing,)
    for _ in range(6):
        project.undo()
    assert not any(any(made.slots.values()) for made in paradigms.listed(project))


def test_a_category_may_stand_in_several_roles_but_once_in_each(
    project: Project, study: Study
) -> None:
    one = paradigms.create(project, "one")
    paradigms.put(project, one, CAUSE, [study.paying, study.paying])
    paradigms.put(project, one, CONTEXT, [study.paying])
    assert slots(project) == {CAUSE: (study.paying,), CONTEXT: (study.paying,)}
    paradigms.move(project, one, [study.paying], CAUSE, CONTEXT)
    assert slots(project) == {CONTEXT: (study.paying,)}


def test_concepts_are_refused_and_nothing_of_the_step_remains(
    project: Project, study: Study
) -> None:
    one = paradigms.create(project, "one")
    with pytest.raises(QcodeError, match="“comes late” is a concept"):
        paradigms.put(project, one, CAUSE, [study.paying, study.late])
    assert slots(project) == {}
    with pytest.raises(QcodeError, match="code no longer exists"):
        paradigms.put(project, one, CAUSE, [999])
    with pytest.raises(QcodeError, match="paradigm no longer exists"):
        paradigms.put(project, 999, CAUSE, [study.paying])


def test_names_are_needed_and_free(project: Project) -> None:
    one, two = paradigms.create(project, "one"), paradigms.create(project, "two")
    with pytest.raises(QcodeError, match="needs a name"):
        paradigms.create(project, "  ")
    with pytest.raises(QcodeError, match="already a paradigm “one”"):
        paradigms.rename(project, two, "ONE")
    paradigms.rename(project, one, "One")
    paradigms.reorder(project, [two])
    assert [(made.id, made.name) for made in paradigms.listed(project)] == [
        (two, "two"),
        (one, "One"),
    ]
    paradigms.delete(project, two)
    assert label(project) == "Delete paradigm two"
    with pytest.raises(QcodeError, match="no longer exists"):
        paradigms.rename(project, two, "three")


def test_evidence_counts_what_is_below_and_a_shared_passage_once(
    project: Project, study: Study
) -> None:
    one = paradigms.create(project, "one")
    codings.apply(project, study.minutes, [Span(36, 58)], [study.calling])
    paradigms.put(project, one, CAUSE, [study.calling, study.paying])
    paradigms.put(project, one, CONTEXT, [study.core])
    found = paradigms.evidence(project, one)
    assert list(found.roles) == list(ParadigmRole)
    assert found.codes == {
        study.calling: Evidence(3, 2),
        study.paying: Evidence(1, 1),
        study.core: Evidence(0, 0),
    }
    assert found.roles[CAUSE] == Evidence(3, 2), "one of the four is both codes'"
    assert found.roles[CONTEXT] == Evidence(0, 0)


def test_evidence_counts_as_the_tree_does(project: Project, study: Study) -> None:
    tree = codes.tree(project)
    found = evidence.of_codes(project, [code.id for code in tree])
    documents = {row["guid"]: row["documents"] for row in codes.rows(project)}
    assert found == {
        code.id: Evidence(code.subtree_passages, documents[code.guid]) for code in tree
    }
    assert evidence.of_codes(project, [999]) == {999: Evidence(0, 0)}
