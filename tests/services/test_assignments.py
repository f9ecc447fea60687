"""Who codes what: planned, given, taken away, and how far everybody is."""

from __future__ import annotations

import pytest
from qcode.model.enums import CodeKind, WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import assignments, coders, codes, codings, documents, overview, recoding
from qcode.services.assignments import Assignment
from qcode.services.project import Project

from tests.services.bringing import bring_in

OPEN, FINISHED, UNASSIGNED = WorkStatus.OPEN, WorkStatus.FINISHED, WorkStatus.UNASSIGNED


def texts(project: Project, count: int, group: str = "", mark: str = "d") -> list[int]:
    return bring_in(
        project,
        *(Source(f"{mark}{n}", f"{mark} {n} " + "x" * n) for n in range(count)),
        group=group,
    )


def work(project: Project) -> set[tuple[int, str, str]]:
    return {(one.document_id, one.coder, one.status.value) for one in coders.work(project)}


def test_a_plan_deals_evenly_and_a_share_of_it_to_two(project: Project) -> None:
    ids = texts(project, 10)
    plan = assignments.plan(project, ["Ann", "Bo", "Cy"], ids, doubly=20, seed=3)
    assert [one.coder for one in plan] == ["Ann", "Bo", "Cy"]
    assert sorted(len(one.document_ids) for one in plan) == [4, 4, 4]
    times = [sum(i in one.document_ids for one in plan) for i in ids]
    assert sorted(times) == [1] * 8 + [2] * 2
    assert plan == assignments.plan(project, ["Ann", "Bo", "Cy"], ids, doubly=20, seed=3)
    assert plan != assignments.plan(project, ["Ann", "Bo", "Cy"], ids, doubly=20, seed=4)
    for one in plan:
        assert list(one.document_ids) == sorted(one.document_ids), "in their order"
    assert work(project) == set(), "a plan writes nothing"


def test_each_group_is_dealt_evenly_where_that_is_wanted(project: Project) -> None:
    talks, papers = texts(project, 4, "Talks"), texts(project, 6, "Papers", "p")
    loose = texts(project, 2, "", "l")
    plan = assignments.plan(
        project, ["Ann", "Bo"], [*talks, *papers, *loose], doubly=50, seed=1, by_group=True
    )
    for group, doubly in ((talks, 2), (papers, 3), (loose, 1)):
        shares = [sum(i in one.document_ids for i in group) for one in plan]
        assert sum(shares) == len(group) + doubly
        assert max(shares) - min(shares) <= 1


def test_plans_that_make_no_sense_are_refused(project: Project) -> None:
    ids = texts(project, 2)
    for names, chosen, doubly, match in (
        (["Ann", " Ann "], ids, 0, "only once"),
        (["Ann", " "], ids, 0, "needs a name"),
        ([], ids, 0, "Choose coders"),
        (["Ann"], [], 0, "Choose coders"),
        (["Ann"], ids, 10, "by two coders"),
        (["Ann", "Bo"], ids, 101, "from 0 to 100"),
        (["Ann", "Bo"], ids, -1, "from 0 to 100"),
    ):
        with pytest.raises(QcodeError, match=match):
            assignments.plan(project, names, chosen, doubly=doubly)


def test_assigning_is_one_step_that_makes_coders_and_takes_nothing_back(project: Project) -> None:
    first, second, third = texts(project, 3)
    coders.set_status(project, [first], "Ann", FINISHED)
    coders.set_status(project, [second], "Ann", UNASSIGNED)
    before, steps = work(project), len(overview.history(project))
    assignments.assign(
        project,
        [
            Assignment("Ann", (first, second)),
            Assignment(" New  one ", (second, third)),
            Assignment("Idle", ()),
        ],
    )
    assert work(project) == {
        (first, "Ann", "finished"),
        (second, "Ann", "open"),
        (second, "New one", "open"),
        (third, "New one", "open"),
    }
    assert [one.name for one in coders.listed(project)] == ["Ann", "New one"]
    assert str(project.undo_label()) == "Assign documents to Ann, New one"
    assert len(overview.history(project)) == steps + 1
    project.undo()
    assert work(project) == before and len(coders.listed(project)) == 1


def test_assigning_what_is_assigned_or_gone_changes_nothing(project: Project) -> None:
    (first,) = texts(project, 1)
    assignments.assign(project, [Assignment("Bo", (first,))])
    steps = len(overview.history(project))
    assignments.assign(project, [Assignment("Bo", (first,))])
    assignments.assign(project, [])
    assert len(overview.history(project)) == steps
    with pytest.raises(QcodeError, match="no longer exists"):
        assignments.assign(project, [Assignment("Cy", (first, 99))])
    assert len(coders.listed(project)) == 2


def test_taking_away_leaves_what_is_finished_and_all_codings(project: Project) -> None:
    first, second, third = texts(project, 3)
    made = codes.create(project, CodeDraft("x", CodeKind.CONCEPT))
    codings.apply(project, second, [Span(0, 1)], [made])
    coders.set_status(project, [first], "Ann", FINISHED)
    coders.set_status(project, [second, third], "Ann", OPEN)
    assert assignments.take_away(project, [Assignment("Ann", (first, second))]) == 1
    assert work(project) == {
        (first, "Ann", "finished"),
        (second, "Ann", "unassigned"),
        (third, "Ann", "open"),
    }
    assert len(codings.of_document(project, second)) == 1
    assert assignments.given(project, "Ann") == {first, third}
    steps = len(overview.history(project))
    assert assignments.take_away(project, [Assignment("Ann", (first, second))]) == 0
    assert len(overview.history(project)) == steps
    project.undo()
    assert assignments.given(project, "Ann") == {first, second, third}
    assignments.assign(project, [Assignment("Bo", (first, third))])
    both = [Assignment("Bo", (first, third)), Assignment("Ann", (third,))]
    assert assignments.take_away(project, both) == 3
    assert str(project.undo_label()) == "Take documents from Bo, Ann"
    project.undo()
    assert assignments.given(project, "Bo") == {first, third}, "one step for all of them"
    with pytest.raises(QcodeError, match="no coder"):
        assignments.take_away(project, [Assignment("Nobody", (first,))])


def test_progress_tells_documents_codings_and_characters(project: Project) -> None:
    ids = texts(project, 3)
    length = {one.id: one.characters for one in documents.listed(project)}
    made = codes.create(project, CodeDraft("x", CodeKind.CONCEPT))
    codings.apply(project, ids[0], [Span(0, 1), Span(2, 3)], [made])
    coders.set_status(project, ids[:2], "Ann", OPEN)
    coders.set_status(project, ids[1:2], "Ann", FINISHED)
    coders.set_status(project, ids[2:], "Bo", UNASSIGNED)
    ann, bo = assignments.overall(project).progress
    assert (ann.coder.name, ann.assigned, ann.open, ann.finished) == ("Ann", 2, 1, 1)
    assert ann.codings == 2
    assert ann.characters == length[ids[0]] + length[ids[1]]
    assert ann.finished_characters == length[ids[1]]
    assert (bo.assigned, bo.codings, bo.characters) == (0, 0, 0)
    coders.set_blind(project, True)
    project.act_as("Bo")
    assert [one.codings for one in assignments.overall(project).progress] == [0, 0]


def test_shared_documents_are_counted_by_people(project: Project) -> None:
    ids = texts(project, 4)
    assert assignments.overall(project).shared.share is None
    assert assignments.overall(project).shared.by_coders == (4,)
    coders.set_status(project, ids[:3], "Ann", FINISHED)
    coders.set_status(project, ids[:2], "Bo", OPEN)
    coders.set_status(project, ids[:1], "Bo", FINISHED)
    coders.set_status(project, ids[:1], "Cy", OPEN)
    coders.set_status(project, ids[2:], "Cy", UNASSIGNED)
    found = assignments.overall(project).shared
    assert (found.documents, found.by_coders) == (4, (1, 1, 1, 1))
    assert (found.doubly, found.doubly_finished) == (2, 1)
    assert found.share == pytest.approx(2 / 3)
    recoding.begin(project, "Ann", share=100, seed=1)
    assert assignments.overall(project).shared == found, "a second time is no second person"
