"""What one side did to codes and links while the other went on working with them."""

from __future__ import annotations

from qcode.model.enums import CodeKind, MemoKind, ParadigmRole
from qcode.model.join_records import Choice
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import (
    codes,
    codings,
    documents,
    memos,
    paradigms,
    properties,
    relations,
    stages,
)
from qcode.services.joining import merging
from qcode.services.project import Project

from tests.services.joining import copies as study

CATEGORIES = ("north", "south", "east")


def begun(two: list[Project]) -> tuple[Project, Project]:
    """Give both sides three categories, a relation, a paradigm and a stage in common."""
    ann, bo = two
    north, south, _ = (codes.create(ann, CodeDraft(n, CodeKind.CATEGORY)) for n in CATEGORIES)
    relations.create(ann, north, south, "causes", meaning="the tide turns")
    paradigms.put(ann, paradigms.create(ann, "storm"), ParadigmRole.CONTEXT, [north])
    stages.put(ann, stages.create(ann, "before"), [north])
    memos.create(ann, MemoKind.CODE, "said", title="on north", code_id=north)
    study.merge(bo, ann)
    return ann, bo


def tied(project: Project) -> list[tuple[str, str]]:
    """Codes in paradigms and stages and under memos, by name."""
    with project.read_all() as connection:
        return sorted(
            (table, name)
            for table in ("paradigm_slot", "stage_code", "memo_link")
            for name in connection.run(
                f"SELECT c.name FROM {table} AS l JOIN code AS c ON c.id = l.code_id"
            ).column()
        )


def agree(one: Project, other: Project) -> None:
    """Assert that merging back asks nothing, and that both then say the same of the model."""
    study.merge(one, other)
    assert tied(one) == tied(other)
    assert study.coded(one) == study.coded(other)
    study.sound(one)


def test_links_that_went_to_another_code_there_go_there_here_without_a_question(
    two: list[Project],
) -> None:
    ann, bo = begun(two)
    codes.merge(bo, [study.code_id(bo, "north")], study.code_id(bo, "east"))
    assert not merging.plan(ann, [bo.path]).conflicts
    codes.describe(ann, study.code_id(ann, "waiting"), {"definition": "so that both went on"})
    study.merge(ann, bo)
    east = [("memo_link", "east"), ("paradigm_slot", "east"), ("stage_code", "east")]
    assert tied(ann) == east
    agree(bo, ann)


def test_links_that_went_to_another_code_here_stay_there(two: list[Project]) -> None:
    ann, bo = begun(two)
    codes.merge(ann, [study.code_id(ann, "north")], study.code_id(ann, "east"))
    codes.rename(bo, study.code_id(bo, "south"), "far south")
    assert not merging.plan(ann, [bo.path]).conflicts
    study.merge(ann, bo)
    assert {name for _, name in tied(ann)} == {"east"} and "far south" in study.names(ann, "code")
    agree(bo, ann)


def guid_of(project: Project, name: str) -> str:
    return next(one.guid for one in codes.tree(project) if one.name == name)


def used_and_merged(user: Project, merger: Project) -> None:
    """Let one side code and write with a code that the other merges into another one."""
    closed = study.code_id(user, "closed")
    guid = guid_of(user, "closed")
    codings.apply(user, documents.listed(user)[0].id, [Span(3, 8)], [closed])
    memos.create(user, MemoKind.CODE, f"see [closed](code:{guid})", code_id=closed)
    codes.merge(merger, [study.code_id(merger, "closed")], study.code_id(merger, "told nothing"))


def followed(project: Project) -> None:
    """Assert that what was done with the lost code is at the other one, links included."""
    assert ("d0", 3, 8, "told nothing", "Bo", "") in study.coded(project)
    assert ("memo_link", "told nothing") in tied(project)
    guid = guid_of(project, "told nothing")
    assert [one.body for one in memos.listed(project)] == [f"see [closed](code:{guid})"]
    assert "closed" not in study.names(project, "code")


def test_what_was_coded_with_a_code_that_was_merged_here_comes_to_the_one_that_took_it_in(
    two: list[Project],
) -> None:
    ann, bo = two
    used_and_merged(bo, ann)
    assert not merging.plan(ann, [bo.path]).conflicts
    report = study.merge(ann, bo)
    assert [str(one) for one in report.notes] == [
        "“closed” was merged into “told nothing” on one side; what the other side did with it since"
        " is at “told nothing”, too."
    ]
    followed(ann)
    agree(bo, ann)


def test_what_was_coded_here_with_a_code_that_was_merged_there_follows_it_when_that_is_chosen(
    two: list[Project],
) -> None:
    ann, bo = two
    used_and_merged(bo, ann)
    before = study.picture(bo)
    plan = merging.plan(bo, [ann.path])
    (conflict,) = plan.conflicts
    assert (conflict.name, conflict.into, conflict.resting) == ("closed", "told nothing", 2)
    merging.carry_out(bo, plan, prefer=Choice.MINE)
    assert ("d0", 3, 8, "closed", "Bo", "") in study.coded(bo)
    assert ("d0", 0, 19, "told nothing", "Ann", "") in study.coded(bo)
    bo.undo()
    assert study.picture(bo) == before
    study.merge(bo, ann, prefer=Choice.THEIRS)
    followed(bo)
    agree(ann, bo)


def test_a_memo_on_a_coding_that_became_one_with_another_is_kept(two: list[Project]) -> None:
    ann, bo = two
    with bo.read_all() as connection:
        coding = connection.run(
            "SELECT g.id FROM coding AS g JOIN code AS c ON c.id = g.code_id"
            " WHERE c.name = 'closed'"
        ).value()
    ann_first = documents.listed(ann)[0].id
    codings.apply(ann, ann_first, [Span(0, 19)], [study.code_id(ann, "told nothing")])
    codes.merge(ann, [study.code_id(ann, "closed")], study.code_id(ann, "told nothing"))
    codings.set_memo(bo, coding, "remember this")
    codings.apply(bo, documents.listed(bo)[0].id, [Span(3, 8)], [study.code_id(bo, "closed")])
    study.merge(bo, ann, prefer=Choice.THEIRS)
    assert ("d0", 0, 19, "told nothing", "Ann", "remember this") in study.coded(bo)
    assert ("d0", 3, 8, "told nothing", "Bo", "") in study.coded(bo)
    study.sound(bo)


def test_codes_merged_into_each_other_are_asked_about(two: list[Project]) -> None:
    ann, bo = two
    closed, silent = ("closed", "told nothing")
    codes.merge(ann, [study.code_id(ann, closed)], study.code_id(ann, silent))
    codes.merge(bo, [study.code_id(bo, silent)], study.code_id(bo, closed))
    codings.apply(bo, documents.listed(bo)[0].id, [Span(3, 8)], [study.code_id(bo, closed)])
    had = study.coded(ann)
    plan = merging.plan(ann, [bo.path])
    assert {(one.what.template, one.name) for one in plan.conflicts} >= {("code", closed)}
    merging.carry_out(ann, plan, prefer=Choice.BOTH)
    study.sound(ann)
    assert {one[:3] for one in study.coded(ann)} == {one[:3] for one in had} | {("d0", 3, 8)}


def test_a_relation_whose_ends_both_sides_made_one_becomes_a_memo_on_the_code(
    two: list[Project],
) -> None:
    ann, bo = begun(two)
    codes.merge(ann, [study.code_id(ann, "north")], study.code_id(ann, "east"))
    codes.merge(bo, [study.code_id(bo, "south")], study.code_id(bo, "east"))
    report = study.merge(ann, bo)
    assert [one.body for one in memos.listed(ann) if one.title == "east → south"] == [
        "the tide turns"
    ]
    assert any("Both ends of a relation are “east” now" in str(one) for one in report.notes)
    assert not relations.listed(ann)
    agree(bo, ann)


def test_a_group_takes_the_name_of_one_that_was_deleted_there(two: list[Project]) -> None:
    ann, bo = two
    documents.put_in_group(ann, [documents.listed(ann)[0].id], "first")
    documents.put_in_group(ann, [documents.listed(ann)[1].id], "second")
    study.merge(bo, ann)
    ids = {one.name: one.id for one in documents.groups(bo)}
    documents.delete_group(bo, ids["first"])
    documents.rename_group(bo, ids["second"], "first")
    study.merge(ann, bo)
    assert study.names(ann, "document_group") == ["first"]
    study.sound(ann)


def test_a_place_on_a_dimension_follows_a_coding_that_got_other_edges(two: list[Project]) -> None:
    ann, bo = two
    waiting = study.code_id(ann, "waiting")
    prop = properties.create(ann, waiting, "length", "short", "long")
    study.merge(bo, ann)
    with bo.read_all() as connection:
        passage = connection.run("SELECT selection_id FROM coding WHERE code_id = ?", (waiting,))
        properties.place(bo, prop, int(passage.value()), 70)
    with ann.read_all() as connection:
        coding = connection.run("SELECT id FROM coding WHERE code_id = ?", (waiting,)).value()
    codings.respan(ann, int(coding), Span(40, 49))
    study.merge(ann, bo)
    with ann.read_all() as connection:
        (placed,) = connection.run(
            'SELECT s.start, s."end", p.place FROM property_place AS p JOIN selection AS s'
            " ON s.id = p.selection_id"
        ).all()
    assert placed == (40, 49, 70)
    study.sound(ann)
