"""Rows are put down in an order that the file's own rules take at every moment."""

from __future__ import annotations

from qcode.model.enums import CodeKind
from qcode.model.join_records import Choice
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings, documents, relations
from qcode.services.joining import merging
from qcode.services.project import Project

from tests.services.joining import copies as study
from tests.services.joining.copies import code_id, merge

TYPES = ("causes", "hinders", "promotes")


def tree(project: Project) -> dict[str, str | None]:
    listed = {one.id: one for one in codes.tree(project)}
    return {
        one.name: None if one.parent_id is None else listed[one.parent_id].name
        for one in listed.values()
    }


def taken_over(ann: Project, bo: Project) -> None:
    """Assert that the whole tree comes over, and that it is undone and redone exactly."""
    before = study.picture(ann)
    merge(ann, bo)
    study.sound(ann)
    assert tree(ann) == tree(bo)
    after = study.picture(ann)
    ann.undo()
    assert study.picture(ann) == before
    ann.redo()
    assert study.picture(ann) == after


def test_a_parent_and_its_child_change_places(two: list[Project]) -> None:
    ann, bo = two
    waiting, closed = code_id(bo, "waiting"), code_id(bo, "closed")
    codes.set_kind(bo, [closed], CodeKind.CATEGORY)
    codes.move(bo, [closed], None)
    codes.move(bo, [waiting], closed)
    taken_over(ann, bo)


def test_kinds_rise_from_the_top_and_new_codes_come_between(two: list[Project]) -> None:
    ann, bo = two
    waiting, closed = code_id(bo, "waiting"), code_id(bo, "closed")
    codes.set_kind(bo, [waiting], CodeKind.CORE_CATEGORY)
    between = codes.create(bo, CodeDraft("staying", CodeKind.MAIN_CATEGORY), waiting)
    codes.move(bo, [closed], between)
    codes.set_kind(bo, [closed], CodeKind.CATEGORY)
    top = codes.create(bo, CodeDraft("all", CodeKind.CORE_CATEGORY))
    codes.move(bo, [waiting], top)
    taken_over(ann, bo)


def test_a_parent_goes_and_its_children_move_up(two: list[Project]) -> None:
    ann, bo = two
    codes.delete(bo, [code_id(bo, "waiting")])
    taken_over(ann, bo)


def test_a_whole_branch_goes(two: list[Project]) -> None:
    ann, bo = two
    codes.delete(bo, [code_id(bo, "waiting")], with_below=True)
    taken_over(ann, bo)
    assert study.names(ann, "code") == ["told nothing"]


def test_groups_that_exchanged_their_names(two: list[Project]) -> None:
    ann, bo = two
    for document, group in zip(documents.listed(ann), ("north", "south"), strict=True):
        documents.edit(ann, document.id, group=group)
    merge(bo, ann)
    north, south = (one.id for one in documents.groups(bo))
    for number, name in ((north, "for now"), (south, "north"), (north, "south")):
        documents.rename_group(bo, number, name)
    merge(ann, bo)
    assert [one.name for one in documents.groups(ann)] == ["south", "north"]
    ann.undo()
    assert [one.name for one in documents.groups(ann)] == ["north", "south"]


def test_a_name_that_is_taken_here_stays_here(two: list[Project]) -> None:
    ann, bo = two
    for document, group in zip(documents.listed(ann), ("north", "south"), strict=True):
        documents.edit(ann, document.id, group=group)
    merge(bo, ann)
    documents.rename_group(ann, documents.groups(ann)[0].id, "harbour")
    documents.rename_group(bo, documents.groups(bo)[1].id, "harbour")
    report = merge(ann, bo)
    assert [one.name for one in documents.groups(ann)] == ["harbour", "south"]
    assert any("“south”" in str(note) for note in report.notes)
    assert merging.plan(ann, [bo.path]).nothing
    study.sound(ann)


def test_codings_that_meet_on_one_passage_become_one(two: list[Project]) -> None:
    ann, bo = two
    first = documents.listed(ann)[0].id
    codings.set_memo(bo, 1, "moved")
    codings.respan(bo, 1, Span(2, 9))
    ann.act_as("Ann")
    codings.apply(ann, first, [Span(2, 9)], [code_id(ann, "closed")])
    codings.set_memo(ann, 4, "new here")
    merge(ann, bo)
    study.sound(ann)
    assert [row for row in study.coded(ann) if row[3] == "closed"] == [
        ("d0", 2, 9, "closed", "Ann", "new here\n\nmoved")
    ]
    assert merging.plan(ann, [bo.path]).nothing
    codings.set_memo(bo, 1, "moved and noted")
    merge(ann, bo, prefer=Choice.THEIRS)
    assert ("d0", 2, 9, "closed", "Ann", "moved and noted") in study.coded(ann)


def test_codings_that_exchanged_their_codes(two: list[Project]) -> None:
    ann, bo = two
    first = documents.listed(ann)[0].id
    codings.apply(ann, first, [Span(0, 19)], [code_id(ann, "waiting")])
    merge(bo, ann)
    one, other = 1, 4
    closed, waiting = code_id(bo, "closed"), code_id(bo, "waiting")
    codings.recode(bo, [one], code_id(bo, "told nothing"))
    codings.recode(bo, [other], closed)
    codings.recode(bo, [one], waiting)
    before = study.picture(ann)
    merge(ann, bo)
    study.sound(ann)
    assert study.codings_by_guid(ann) == study.codings_by_guid(bo)
    ann.undo()
    assert study.picture(ann) == before


def test_relations_that_exchanged_their_types(two: list[Project]) -> None:
    ann, bo = two
    north = codes.create(ann, CodeDraft("north", CodeKind.CATEGORY))
    goal = code_id(ann, "waiting")  # the first of the codes that one could be put to for a while
    kept = [relations.create(ann, north, goal, one, meaning=one) for one in TYPES[:2]]
    merge(bo, ann)
    for relation, place in ((kept[0], 2), (kept[1], 0), (kept[0], 1)):
        relations.edit(bo, relation, type_ref=TYPES[place])
    merge(ann, bo)
    study.sound(ann)
    with ann.read_all() as connection:
        found = connection.run(
            "SELECT r.meaning, t.key FROM relation AS r JOIN relation_type AS t ON t.id = r.type_id"
        ).all()
    assert set(found) == {("causes", "hinders"), ("hinders", "causes")}
