"""Codes that are merged or deleted take their part of the model along, and nothing is lost."""

from __future__ import annotations

import pytest
from qcode.model.enums import MemoKind, ParadigmRole
from qcode.model.span import Span
from qcode.model.theory_records import Point, Target, TargetKind
from qcode.services import (
    codes,
    codings,
    diagram,
    live_links,
    memos,
    overview,
    paradigms,
    properties,
    relations,
    stages,
    storyline,
)
from qcode.services.project import Project

from tests.services import pictures
from tests.services.modelled import Study, build, passage

CAUSE, CONTEXT = ParadigmRole.CAUSAL_CONDITION, ParadigmRole.CONTEXT


@pytest.fixture
def study(project: Project) -> Study:
    return build(project)


def merge_and_look(project: Project, gone: list[int], into: int) -> None:
    """Merge, and see that undo and redo bring back every row."""
    before = pictures.rows(project)
    codes.merge(project, gone, into)
    after = pictures.rows(project)
    project.undo()
    assert pictures.rows(project) == before
    project.redo()
    assert pictures.rows(project) == after
    assert overview.findings(project) == []


def test_roles_stages_and_places_go_to_the_target_which_keeps_its_own(
    project: Project, study: Study
) -> None:
    one = paradigms.create(project, "one")
    paradigms.put(project, one, CAUSE, [study.paying, study.core, study.listing])
    paradigms.put(project, one, CONTEXT, [study.core, study.paying])
    first, second = stages.create(project, "first"), stages.create(project, "second")
    stages.put(project, first, [study.paying, study.listing])
    stages.put(project, second, [study.paying])
    diagram.set_places(project, {study.paying: (1, 2)})
    merge_and_look(project, [study.paying], study.listing)
    (made,) = paradigms.listed(project)
    assert made.slots[CAUSE] == (study.core, study.listing)
    assert made.slots[CONTEXT] == (study.core, study.listing)
    assert [stage.codes for stage in stages.listed(project)] == [(study.listing,)] * 2
    assert diagram.places(project) == {study.listing: Point(1, 2)}
    diagram.set_places(project, {study.calling: (7, 7)})
    merge_and_look(project, [study.calling], study.listing)
    assert diagram.places(project) == {study.listing: Point(1, 2)}


def test_properties_are_moved_and_those_of_one_name_become_one(
    project: Project, study: Study
) -> None:
    pace = properties.create(project, study.listing, "pace", "slow")
    other = properties.create(project, study.paying, "Pace", "late", "at once")
    properties.create(project, study.paying, "sum")
    held = passage(project, study.minutes, 59, 87)
    codings.apply(project, study.minutes, [Span(59, 87)], [study.paying])
    coins = passage(project, study.minutes, 36, 58)
    properties.place(project, pace, held, 10)
    properties.place(project, other, held, 90)
    properties.place(project, other, coins, 55)
    project.act_as("Ben")
    properties.place(project, other, held, 33)
    merge_and_look(project, [study.paying], study.listing)
    found = properties.of_code(project, study.listing)
    assert [(one.name, one.low, one.high) for one in found] == [
        ("pace", "slow", "at once"),
        ("sum", "", ""),
    ]
    assert [tuple(place) for place in found[0].places] == [
        (coins, "Ann", 55),
        (held, "Ann", 10),
        (held, "Ben", 33),
    ]


def test_relations_end_at_the_target_and_twins_become_one(project: Project, study: Study) -> None:
    kept = relations.create(project, study.calling, study.listing, "causes", "own")
    lost = relations.create(project, study.calling, study.paying, "causes", "other")
    mutual = relations.create(project, study.core, study.listing, "interacts")
    back = relations.create(project, study.paying, study.core, "interacts", "both ways")
    alone = relations.create(project, study.paying, study.core, "hinders")
    shared, own = passage(project, study.minutes, 59, 87), passage(project, study.minutes, 0, 35)
    relations.add_passages(project, kept, [shared])
    (bare,) = relations.add_passages(project, lost, [(study.diary, Span(3, 9))])
    relations.add_passages(project, lost, [shared, own])
    memo = memos.create(
        project,
        MemoKind.THEORETICAL,
        "on both",
        targets=[Target(TargetKind.RELATION, kept), Target(TargetKind.RELATION, lost)],
    )
    merge_and_look(project, [study.paying], study.listing)
    assert [
        (one.id, one.source_id, one.target_id, one.meaning, one.passages)
        for one in relations.listed(project)
    ] == [
        (kept, study.calling, study.listing, "own\n\nother", (shared, bare, own)),
        (mutual, study.core, study.listing, "both ways", ()),
        (alone, study.listing, study.core, "", ()),
    ]
    assert back not in {one.id for one in relations.listed(project)}
    assert {one.id: one.relation_ids for one in memos.listed(project)} == {memo: (kept,)}


def test_what_a_relation_meant_whose_ends_become_one_is_kept_as_a_memo(
    project: Project, study: Study
) -> None:
    tie = relations.create(project, study.paying, study.listing, "leads_to", "who pays is listed")
    relations.create(project, study.listing, study.paying, "causes")  # says nothing
    (bare,) = relations.add_passages(project, tie, [(study.diary, Span(3, 9))])
    on_it = memos.create(
        project, MemoKind.THEORETICAL, "why", targets=[Target(TargetKind.RELATION, tie)]
    )
    merge_and_look(project, [study.paying], study.listing)
    assert relations.listed(project) == []
    found = {one.id: one for one in memos.listed(project)}
    assert found[on_it].code_ids == (study.listing,) and found[on_it].relation_ids == ()
    (thought,) = [one for one in found.values() if one.id != on_it]
    assert (thought.title, thought.body) == ("paying → listing", "who pays is listed")
    assert (thought.kind, thought.coder) == (MemoKind.THEORETICAL, "Ann")
    assert thought.code_ids == (study.listing,)
    with project.read() as connection:
        assert not connection.run("SELECT 1 FROM selection WHERE id = ?", (bare,)).value()


def test_codes_merged_together_end_as_if_merged_one_by_one(project: Project, study: Study) -> None:
    relations.create(project, study.calling, study.paying, "causes", "a")
    relations.create(project, study.paying, study.core, "causes", "b")
    relations.create(project, study.listing, study.core, "causes", "c")
    merge_and_look(project, [study.paying, study.calling], study.listing)
    assert [(one.source_id, one.target_id, one.meaning) for one in relations.listed(project)] == [
        (study.listing, study.core, "c\n\nb")
    ]
    assert [one.body for one in memos.listed(project)] == ["a"]


def test_links_in_texts_lead_to_the_target(project: Project, study: Study) -> None:
    link = live_links.code_link(project, study.paying)
    memos.create(project, MemoKind.THEORETICAL, f"on {link}")
    storyline.write(project, f"{link} and {live_links.code_link(project, study.calling)}")
    stamp = memos.listed(project)[0].modified
    merge_and_look(project, [study.paying], study.listing)
    assert "".join(one.words for one in storyline.segments(project)) == "listing and calling in"
    (memo,) = memos.listed(project)
    assert live_links.as_read(project, [memo.body]) == ["on listing"]
    assert memo.modified == stamp


def test_a_deleted_code_takes_its_part_of_the_model_with_it(project: Project, study: Study) -> None:
    one = paradigms.create(project, "one")
    paradigms.put(project, one, CAUSE, [study.paying, study.core])
    stage = stages.create(project, "first")
    stages.put(project, stage, [study.paying])
    tie = relations.create(project, study.paying, study.core, "hinders")
    relations.add_passages(project, tie, [(study.diary, Span(3, 9))])
    pace = properties.create(project, study.paying, "pace")
    properties.place(project, pace, passage(project, study.minutes, 36, 58), 3)
    before = pictures.rows(project)
    codes.delete(project, [study.paying], with_below=True)
    rows = pictures.rows(project)
    assert [rows[table] for table in ("stage_code", "relation", "relation_passage")] == [[]] * 3
    assert rows["code_property"] == rows["property_place"] == []
    assert paradigms.listed(project)[0].slots[CAUSE] == (study.core,)
    assert overview.findings(project) == []
    project.undo()
    assert pictures.rows(project) == before
