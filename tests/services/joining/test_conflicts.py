"""What both sides changed is asked about, field by field, and every choice does what it says."""

from __future__ import annotations

import pytest
from qcode.model.enums import CodeKind, MemoKind, WorkStatus
from qcode.model.errors import Cancelled
from qcode.model.join_records import (
    Choice,
    Choices,
    Conflict,
    ConflictKind,
    MergePlan,
    OpenConflicts,
)
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import coders, codes, codings, documents, memos, storyline
from qcode.services.joining import merging
from qcode.services.project import Project

from tests.services.joining import copies as study
from tests.services.joining.copies import code_id, merge
from tests.services.pictures import steps


def planned(project: Project, other: Project) -> MergePlan:
    return merging.plan(project, [other.path])


def only(project: Project, other: Project) -> Conflict:
    (conflict,) = planned(project, other).conflicts
    return conflict


def described(project: Project) -> list[tuple[str, str]]:
    return [(one.name, one.definition) for one in codes.tree(project)]


def apart_by_two_fields(two: list[Project]) -> tuple[Project, Project]:
    """Both rename and define one code."""
    ann, bo = two
    for project, name in ((ann, "shut"), (bo, "barred")):
        code = code_id(project, "closed")
        codes.rename(project, code, name)
        codes.describe(project, code, {"definition": f"It is {name}."})
    return ann, bo


def test_a_conflict_names_the_thing_and_shows_what_both_began_from(two: list[Project]) -> None:
    ann, bo = apart_by_two_fields(two)
    conflict = only(ann, bo)
    assert (conflict.kind, str(conflict.what), conflict.name) == (
        ConflictKind.CHANGED,
        "code",
        "shut",
    )
    name, definition = conflict.fields
    assert (str(name.label), name.base, name.mine, name.theirs, name.long, name.joinable) == (
        *("name", "closed", "shut", "barred"),
        *(False, True),
    )
    assert (definition.base, definition.mine, definition.theirs, definition.long) == (
        *("", "It is shut.", "It is barred."),
        True,
    )


def test_without_a_choice_nothing_is_written(two: list[Project]) -> None:
    ann, bo = apart_by_two_fields(two)
    rows, made = study.picture(ann), steps(ann)
    plan = planned(ann, bo)
    with pytest.raises(OpenConflicts) as caught:
        merging.carry_out(ann, plan)
    assert caught.value.plan.open == plan.conflicts
    one_of_two: Choices = {plan.conflicts[0].key.of("name"): Choice.MINE}
    with pytest.raises(OpenConflicts, match="conflicts left: 1"):
        merging.carry_out(ann, plan, one_of_two)
    assert (study.picture(ann), steps(ann)) == (rows, made)


@pytest.mark.parametrize(
    ("prefer", "found"),
    [
        (Choice.MINE, ("shut", "It is shut.")),
        (Choice.THEIRS, ("barred", "It is barred.")),
        (Choice.BOTH, ("shut / barred", "It is shut.\n\nIt is barred.")),
    ],
)
def test_a_preference_settles_every_field(
    two: list[Project], prefer: Choice, found: tuple[str, str]
) -> None:
    ann, bo = apart_by_two_fields(two)
    merge(ann, bo, prefer=prefer)
    assert found in described(ann)
    assert planned(ann, bo).nothing, "what was decided is not asked again"
    merge(bo, ann)
    assert found in described(bo), "and holds for the other side"


def test_each_field_may_be_chosen_by_itself_and_before_the_preference(two: list[Project]) -> None:
    ann, bo = apart_by_two_fields(two)
    key = only(ann, bo).key
    choices = {key.of("definition"): Choice.BOTH, key: Choice.THEIRS}
    merge(ann, bo, choices=choices, prefer=Choice.MINE)
    assert ("barred", "It is shut.\n\nIt is barred.") in described(ann)


def test_a_field_that_only_one_side_changed_is_taken_beside_a_conflict(two: list[Project]) -> None:
    ann, bo = two
    codes.rename(ann, code_id(ann, "closed"), "shut")
    code = code_id(bo, "closed")
    codes.rename(bo, code, "barred")
    codes.describe(bo, code, {"use_when": "it is closed"})
    merge(ann, bo, prefer=Choice.MINE)
    (found,) = [one for one in codes.tree(ann) if one.name == "shut"]
    assert found.use_when == "it is closed"


def test_the_same_change_on_both_sides_is_no_conflict(two: list[Project]) -> None:
    ann, bo = two
    for project in two:
        codes.rename(project, code_id(project, "closed"), "shut")
    assert planned(ann, bo).nothing


def test_parents_and_kinds_are_shown_by_name_and_both_means_mine(two: list[Project]) -> None:
    ann, bo = two
    for project, name in ((ann, "sea"), (bo, "land")):
        goal = codes.create(project, CodeDraft(name, CodeKind.CATEGORY))
        codes.move(project, [code_id(project, "closed")], goal)
    (field,) = only(ann, bo).fields
    assert (str(field.label), field.base, field.mine, field.theirs) == (
        *("belongs to", "waiting", "sea"),
        "land",
    )
    assert not field.joinable
    merge(ann, bo, prefer=Choice.BOTH)
    places = {one.name: one.parent_id for one in codes.tree(ann)}
    assert places["closed"] == code_id(ann, "sea")
    study.sound(ann)


def test_memos_storylines_and_codings_are_joined_text_by_text(two: list[Project]) -> None:
    ann, bo = two
    memo = memos.create(ann, MemoKind.PROJECT, "The tide.")
    merge(bo, ann)
    (row,) = study.picture(bo)["memo"]
    memos.edit(ann, memo, body="The tide comes.", title="Tide")
    memos.edit(bo, row[0], body="The tide goes.", title="Ebb")
    for project, words in ((ann, "One way."), (bo, "The other.")):
        storyline.write(project, words)
        codings.set_memo(project, 1, words)
    plan = planned(ann, bo)
    assert {(str(one.what), one.name) for one in plan.conflicts} == {
        ("memo", "Tide"),
        ("storyline", ""),
        ("coding", "d0: “The pier is closed.” · closed · Ann"),
    }
    merging.carry_out(ann, plan, prefer=Choice.BOTH)
    (found,) = memos.listed(ann)
    assert (found.title, found.body) == ("Tide / Ebb", "The tide comes.\n\nThe tide goes.")
    assert storyline.text(ann) == "One way.\n\nThe other."
    assert ("d0", 0, 19, "closed", "Ann", "One way.\n\nThe other.") in study.coded(ann)


def test_joining_again_adds_nothing(two: list[Project]) -> None:
    ann, bo = two
    for project, words in ((ann, "One way."), (bo, "The other.")):
        storyline.write(project, words)
    merge(ann, bo, prefer=Choice.BOTH)
    merge(bo, ann, prefer=Choice.BOTH)
    merge(ann, bo, prefer=Choice.BOTH)
    assert storyline.text(ann) == storyline.text(bo) == "One way.\n\nThe other."


def test_a_document_renamed_by_both_and_its_values(two: list[Project]) -> None:
    ann, bo = two
    for project, word in ((ann, "north"), (bo, "south")):
        first = documents.listed(project)[0].id
        documents.edit(project, first, name=f"{word} letter", values={"place": word})
    named = {(one.key.table, one.name) for one in planned(ann, bo).conflicts}
    assert named == {("document", "north letter"), ("variable_value", "north letter · place")}
    merge(ann, bo, prefer=Choice.THEIRS)
    first = documents.listed(ann)[0]
    assert first.name == "south letter"
    assert documents.values(ann)[first.id] == {"place": "south"}


# ---------------------------------------------------------------------- deletions


def test_what_was_deleted_there_and_untouched_here_goes(two: list[Project]) -> None:
    ann, bo = two
    codings.remove(bo, [2])
    codes.delete(bo, [code_id(bo, "waiting")])
    report = merge(ann, bo)
    assert [(str(what), name) for what, name in report.deleted] == [("code", "waiting")]
    assert report.count("coding").deleted == 2
    assert study.coded(ann) == study.coded(bo)
    study.sound(ann)


def test_what_was_deleted_here_and_untouched_there_stays_away(two: list[Project]) -> None:
    ann, bo = two
    codings.remove(ann, [1])
    codes.delete(ann, [code_id(ann, "told nothing")])
    first = documents.listed(bo)[0].id
    codings.apply(bo, first, [Span(3, 6)], [code_id(bo, "waiting")])
    merge(ann, bo)
    assert {row[3] for row in study.coded(ann)} == {"waiting"}
    assert len(study.coded(ann)) == 2


@pytest.mark.parametrize("prefer", list(Choice))
def test_a_code_deleted_there_that_i_coded_with_is_asked_about(
    two: list[Project], prefer: Choice
) -> None:
    ann, bo = two
    first = documents.listed(ann)[0].id
    codings.apply(ann, first, [Span(3, 6)], [code_id(ann, "told nothing")])
    codes.delete(bo, [code_id(bo, "told nothing")])
    conflict = only(ann, bo)
    assert (conflict.kind, conflict.name, conflict.resting, conflict.fields) == (
        *(ConflictKind.DELETED_THERE, "told nothing"),
        *(1, ()),
    )
    merge(ann, bo, prefer=prefer)
    kept = {row[1:3] for row in study.coded(ann) if row[3] == "told nothing"}
    assert kept == (set() if prefer is Choice.THEIRS else {(3, 6), (20, 39)})
    assert planned(ann, bo).nothing
    study.sound(ann)


@pytest.mark.parametrize("prefer", list(Choice))
def test_a_code_deleted_here_that_they_coded_with_is_asked_about(
    two: list[Project], prefer: Choice
) -> None:
    ann, bo = two
    first = documents.listed(bo)[0].id
    codings.apply(bo, first, [Span(3, 6), Span(7, 9)], [code_id(bo, "told nothing")])
    codes.delete(ann, [code_id(ann, "told nothing")])
    conflict = only(ann, bo)
    assert (conflict.kind, conflict.name, conflict.resting) == (
        *(ConflictKind.DELETED_HERE, "told nothing"),
        2,
    )
    merge(ann, bo, prefer=prefer)
    found = {row[1:3] for row in study.coded(ann) if row[3] == "told nothing"}
    assert found == (set() if prefer is Choice.MINE else {(3, 6), (7, 9), (20, 39)})
    assert planned(ann, bo).nothing
    study.sound(ann)


def test_a_code_deleted_on_one_side_and_defined_on_the_other(two: list[Project]) -> None:
    ann, bo = two
    codes.delete(ann, [code_id(ann, "told nothing")])
    codes.describe(bo, code_id(bo, "told nothing"), {"definition": "silence"})
    here, there = only(ann, bo), only(bo, ann)
    (field,) = here.fields
    assert (here.kind, field.base, field.mine, field.theirs) == (
        *(ConflictKind.DELETED_HERE, ""),
        *(None, "silence"),
    )
    (field,) = there.fields
    assert (there.kind, field.base, field.mine, field.theirs) == (
        *(ConflictKind.DELETED_THERE, ""),
        *("silence", None),
    )
    merge(ann, bo, prefer=Choice.BOTH)
    assert ("told nothing", "silence") in described(ann)
    merge(bo, ann)
    assert ("told nothing", "silence") in described(bo)


def test_a_document_deleted_there_is_one_question_about_all_that_is_on_it(
    two: list[Project],
) -> None:
    ann, bo = two
    first = documents.listed(ann)[0].id
    codings.set_memo(ann, 1, "changed here")
    codings.apply(ann, first, [Span(3, 6)], [code_id(ann, "closed")])
    documents.delete(bo, [first])
    conflict = only(ann, bo)
    assert (conflict.kind, conflict.name, conflict.resting) == (
        *(ConflictKind.DELETED_THERE, "d0"),
        2,
    )
    merge(ann, bo, prefer=Choice.MINE)
    assert len(study.coded(ann)) == 4, "what was not touched on it stays as well"
    merge(bo, ann)
    assert study.coded(bo) == study.coded(ann)
    study.sound(bo)


def test_a_coding_deleted_there_and_noted_here_is_asked_about(two: list[Project]) -> None:
    ann, bo = two
    codings.set_memo(ann, 1, "look at this")
    codings.remove(bo, [1])
    conflict = only(ann, bo)
    assert (conflict.kind, conflict.key.table) == (ConflictKind.DELETED_THERE, "coding")
    merge(ann, bo, prefer=Choice.THEIRS)
    assert len(study.coded(ann)) == 2


def test_a_code_that_lost_its_parent_here_comes_in_above_it(two: list[Project]) -> None:
    ann, bo = two
    codes.delete(ann, [code_id(ann, "waiting")])
    codes.create(bo, CodeDraft("in vain", CodeKind.CONCEPT), code_id(bo, "waiting"))
    report = merge(ann, bo)
    assert ("in vain", None) in {(one.name, one.parent_id) for one in codes.tree(ann)}
    assert any("“in vain”" in str(note) for note in report.notes)


def test_a_memo_on_what_is_deleted_here_stays_out_with_it(two: list[Project]) -> None:
    ann, bo = two
    memos.create(bo, MemoKind.CODE, "on silence", code_id=code_id(bo, "told nothing"))
    codes.delete(ann, [code_id(ann, "told nothing")])
    merge(ann, bo, prefer=Choice.MINE)
    assert memos.listed(ann) == []
    ann.undo()
    merge(ann, bo, prefer=Choice.THEIRS)
    assert [one.body for one in memos.listed(ann)] == ["on silence"]
    assert len(study.coded(ann)) == 3


def test_a_choice_of_one_file_holds_when_the_next_says_something_else(
    three: list[Project],
) -> None:
    ann, bo, cy = three
    for project, name in ((bo, "barred"), (cy, "locked")):
        codes.rename(project, code_id(project, "closed"), name)
    plan = merging.plan(ann, [bo.path, cy.path])
    (conflict,) = plan.conflicts
    assert (conflict.key.file, conflict.fields[0].mine, conflict.fields[0].theirs) == (
        *(1, "barred"),
        "locked",
    )
    merging.carry_out(ann, plan, {conflict.key: Choice.BOTH})
    assert "barred / locked" in study.names(ann, "code")


def test_a_choice_for_a_deleted_code_is_one_for_what_became_of_it_as_well(
    three: list[Project],
) -> None:
    ann, bo, cy = three
    codes.delete(ann, [code_id(ann, "told nothing")])
    codes.rename(bo, code_id(bo, "told nothing"), "silence")
    codes.rename(cy, code_id(cy, "told nothing"), "secrets")
    plan = merging.plan(ann, [bo.path, cy.path])
    first, second = plan.conflicts
    assert first.kind is second.kind is ConflictKind.DELETED_HERE
    again = merging.decide(ann, plan, {first.key: Choice.THEIRS, second.key: Choice.THEIRS})
    assert [one.kind for one in again.conflicts] == [first.kind, ConflictKind.CHANGED]
    assert not again.open
    merging.carry_out(ann, again)
    assert "secrets" in study.names(ann, "code")


def test_deciding_tells_how_far_it_is_and_can_be_stopped(three: list[Project]) -> None:
    ann, bo, cy = three
    codes.rename(ann, code_id(ann, "closed"), "shut")
    for project, name in ((bo, "barred"), (cy, "locked")):
        codes.rename(project, code_id(project, "closed"), name)
    plan = merging.plan(ann, [bo.path, cy.path])
    told: list[tuple[int, int]] = []
    merging.decide(ann, plan, {}, Choice.MINE, progress=lambda *figures: told.append(figures))
    shares = [done / total for done, total in told]
    assert shares == sorted(shares) and shares[0] == 0 and 0.7 < shares[-1] <= 1
    assert len(told) > 20

    def stop(done: int, total: int) -> None:
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        merging.decide(ann, plan, {}, Choice.MINE, progress=stop)


def test_who_works_blind_is_not_shown_what_others_wrote(two: list[Project]) -> None:
    ann, bo = two
    document = documents.listed(ann)[0].id
    for project, words in ((ann, "changed by hand"), (bo, "whispered")):
        closed = code_id(project, "closed")
        (coding,) = [one for one in codings.of_document(project, document) if one.code_id == closed]
        codings.set_memo(project, coding.id, words)
    ann.act_as("Bo")
    coders.set_blind(ann, True)
    conflict = only(ann, bo)
    (field,) = conflict.fields
    assert "whispered" not in str(conflict) and "changed by hand" not in str(conflict)
    assert str(field.mine) == str(field.theirs) == "hidden while you work blind"
    coders.set_status(ann, [document], "Bo", WorkStatus.FINISHED)
    (field,) = only(ann, bo).fields
    assert (field.mine, field.theirs) == ("changed by hand", "whispered")


def test_what_one_file_deletes_and_a_later_one_brings_back_is_there_again(
    three: list[Project],
) -> None:
    ann, bo, cy = three
    closed = code_id(ann, "closed")
    guid = {one.id: one.guid for one in codes.tree(ann)}[closed]
    codings.apply(ann, 1, [Span(50, 55)], [closed])
    codes.delete(bo, [code_id(bo, "closed")])
    codes.describe(cy, code_id(cy, "closed"), {"definition": "still of use"})
    codings.apply(cy, 1, [Span(60, 66)], [code_id(cy, "closed")])
    rows = study.picture(ann)
    merge(ann, bo, cy, prefer=Choice.THEIRS)
    (found,) = [one for one in codes.tree(ann) if one.guid == guid]
    assert (found.name, found.definition) == ("closed", "still of use")
    study.sound(ann)
    ann.undo()
    assert study.picture(ann) == rows
    ann.redo()
    assert found in codes.tree(ann)
