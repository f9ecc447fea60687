"""Reasons that are added to the steps that merged, split or deleted codes."""

import pytest
from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft
from qcode.services import code_events, codes, step_events, terms
from qcode.services.project import Project
from qcode.services.terms import School


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "study.qcode", "Study", "Ann")
    yield made
    made.close()


def code(project, name):
    return codes.create(project, CodeDraft(name, CodeKind.CONCEPT))


def test_every_step_has_its_own_entries(project):
    one, two, three, four = (code(project, name) for name in ("a", "b", "c", "d"))
    codes.delete(project, [one, two])
    codes.merge(project, [three], four)
    found = step_events.by_step(project)
    assert [[event.code_name for event in found[step]] for step in sorted(found)] == [
        ["a", "b"],
        ["c"],
    ]
    project.undo()
    assert len(step_events.by_step(project)) == 1


def test_a_reason_for_all_of_a_step_is_one_step(project):
    codes.delete(project, [code(project, "a"), code(project, "b")])
    ids = [event.id for event in code_events.listed(project)]
    step_events.set_reason(project, ids, "never\u00a0 used ")
    assert len({event.reason for event in code_events.listed(project)} - {""}) == 1
    project.undo()
    assert {event.reason for event in code_events.listed(project)} == {""}


def test_a_reason_for_nothing_is_no_step_and_one_for_what_is_gone_is_refused(project):
    before = project.undo_label()
    step_events.set_reason(project, [], "why")
    assert project.undo_label() == before
    with pytest.raises(QcodeError):
        step_events.set_reason(project, [7], "why")


def test_a_school_and_own_names_come_and_go_together(project):
    terms.change(project, School.CHARMAZ, {"kind.category": " loose  one ", "kind.concept": ""})
    found = terms.of(project)
    assert (found.school, found.own) == (School.CHARMAZ, (("kind.category", "loose one"),))
    terms.change(project, School.GLASER, {})
    assert terms.of(project).own == ()
    project.undo()
    assert terms.of(project) == found


def test_two_terms_of_one_name_are_refused(project):
    with pytest.raises(QcodeError):
        terms.change(project, School.THEMATIC, {"kind.concept": "Theme"})
    with pytest.raises(ValueError, match="no such term"):
        terms.change(project, School.GLASER, {"kind.other": "x"})
    assert terms.of(project) == terms.Terms()
