"""Projects that began apart: what has the same name is the same, after a look at the pairs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qcode.model.enums import CodeKind, MemoKind
from qcode.model.join_records import Choice, OtherProject
from qcode.model.messages import Message
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codes, codings, documents, memos
from qcode.services.joining import merging
from qcode.services.project import Project

from tests.services.bringing import bring_in
from tests.services.joining import copies as study
from tests.services.joining.copies import code_id, merge
from tests.store.helpers import raw


@pytest.fixture
def strangers(tmp_path: Path) -> Iterator[list[Project]]:
    """Two projects with the same texts and codes, made by two people each for themselves."""
    made = []
    for name in ("Ann", "Bo"):
        (tmp_path / name).mkdir()
        path = tmp_path / name / "study.qcode"
        study.begin(path)
        made.append(Project.open(path, coder=name))
    yield made
    for project in made:
        project.close()


def test_the_pairs_are_shown_before(strangers: list[Project]) -> None:
    ann, bo = strangers
    plan = merging.plan(ann, [bo.path], apart=True)
    assert [(one.table, one.theirs, one.mine) for one in plan.pairs] == [
        ("document", "d0", "d0"),
        ("document", "d1", "d1"),
        ("code", "waiting", "waiting"),
        ("code", "closed", "closed"),
        ("code", "told nothing", "told nothing"),
    ]
    assert plan.report.empty, "all of it is here"


def test_what_differs_comes_in_under_the_codes_and_documents_that_are_here(
    strangers: list[Project],
) -> None:
    ann, bo = strangers
    first = documents.listed(bo)[0].id
    codings.apply(bo, first, [Span(3, 9)], [code_id(bo, "closed")])
    new = codes.create(bo, CodeDraft("in vain", CodeKind.CONCEPT), code_id(bo, "waiting"))
    codings.apply(bo, first, [Span(3, 9)], [new])
    bring_in(bo, Source("d0", "Another text under the same name."))
    guid = {row[0]: row[1] for row in study.picture(bo)["code"]}[code_id(bo, "closed")]
    memos.create(bo, MemoKind.PROJECT, f"see [closed](code:{guid})")
    report = merge(ann, bo, apart=True)
    assert report.codes == ("in vain",)
    assert report.documents == ("d0",), "it has another text, so it is another document"
    assert [one.name for one in codes.tree(ann)] == ["waiting", "closed", "in vain", "told nothing"]
    assert ("d0", 3, 9, "closed", "Bo", "") in study.coded(ann)
    mine = {row[0]: row[1] for row in study.picture(ann)["code"]}[code_id(ann, "closed")]
    assert [one.body for one in memos.listed(ann)] == [f"see [closed](code:{mine})"]
    study.sound(ann)


def test_a_text_that_nobody_else_has_is_the_same_under_another_name(
    strangers: list[Project],
) -> None:
    ann, bo = strangers
    first = documents.listed(bo)[0].id
    documents.edit(bo, first, name="told on the pier")
    bring_in(bo, Source("twice", "Both of us have this."), Source("again", "Both of us have this."))
    bring_in(ann, Source("once", "Both of us have this."))
    codings.apply(bo, first, [Span(3, 9)], [code_id(bo, "closed")])
    plan = merging.plan(ann, [bo.path], apart=True)
    assert [(one.theirs, one.mine) for one in plan.pairs if one.table == "document"] == [
        ("d1", "d1"),
        ("told on the pier", "d0"),
    ]
    assert plan.report.documents == ("twice", "again"), "nobody can tell which of them it is"
    merging.carry_out(ann, plan, prefer=Choice.MINE)
    assert ("d0", 3, 9, "closed", "Bo", "") in study.coded(ann)
    study.sound(ann)


def test_a_text_that_differs_is_told_of_when_it_comes_in_under_the_same_name(
    strangers: list[Project],
) -> None:
    ann, bo = strangers
    for project in strangers:
        bring_in(project, Source("d9", f"{project.coder} has another text."))
    (note,) = merging.plan(ann, [bo.path], apart=True).report.notes
    assert str(note).startswith("There are now 2 documents “d9”.")


def test_later_merges_know_the_pairs_without_asking_names_again(strangers: list[Project]) -> None:
    ann, bo = strangers
    codes.describe(bo, code_id(bo, "closed"), {"definition": "no way through"})
    merge(ann, bo, apart=True)
    assert merging.plan(ann, [bo.path], apart=True).nothing
    codes.rename(bo, code_id(bo, "closed"), "shut")
    codes.delete(bo, [code_id(bo, "told nothing")])
    merge(ann, bo, apart=True)
    assert study.names(ann, "code") == ["shut", "waiting"]
    merge(bo, ann, apart=True)
    assert study.names(bo, "code") == ["shut", "waiting"]
    assert merging.plan(bo, [ann.path], apart=True).nothing


def test_texts_of_the_same_code_that_differ_are_asked_about(strangers: list[Project]) -> None:
    ann, bo = strangers
    for project, words in ((ann, "a gate"), (bo, "a door")):
        codes.describe(project, code_id(project, "closed"), {"definition": words})
    codes.describe(bo, code_id(bo, "waiting"), {"definition": "standing about"})
    (conflict,) = merging.plan(ann, [bo.path], apart=True).conflicts
    (field,) = conflict.fields
    assert (field.base, field.mine, field.theirs) == (None, "a gate", "a door")
    merge(ann, bo, apart=True, prefer=Choice.BOTH)
    assert [one.definition for one in codes.tree(ann)] == ["standing about", "a gate\n\na door", ""]


def test_a_project_of_the_family_needs_no_matching(two: list[Project]) -> None:
    ann, bo = two
    codes.create(bo, CodeDraft("boats", CodeKind.CONCEPT))
    codes.create(ann, CodeDraft("boats", CodeKind.CONCEPT))
    plan = merging.plan(ann, [bo.path], apart=True)
    assert not plan.pairs
    assert plan.report.codes == ("boats",)


def test_two_files_made_alike_are_matched_only_on_request(tmp_path: Path) -> None:
    """Like two samples: one GUID of the project, and nothing else in common."""
    paths = [tmp_path / name for name in ("one.qcode", "two.qcode")]
    for path in paths:
        study.begin(path)
    with raw(paths[0]) as connection:
        (guid,) = connection.execute("SELECT guid FROM project").fetchone()
    with Project.open(paths[1]) as other, other.change(Message("same")) as writer:
        writer.update("project", 1, guid=guid)
    with Project.open(paths[0]) as project:
        expected = study.names(project, "code")
        with pytest.raises(OtherProject):
            study.merge(project, paths[1])
        study.merge(project, paths[1], apart=True)
        assert study.names(project, "code") == expected, "nothing is there twice"


def test_files_made_alike_lose_nothing_when_they_are_matched(tmp_path: Path) -> None:
    guid = "00000000-0000-4000-8000-000000000001"
    with (
        Project.create(tmp_path / "one.qcode", "One", "Ann", guid=guid) as one,
        Project.create(tmp_path / "two.qcode", "Two", "Ann", guid=guid) as other,
    ):
        for project, name in ((one, "here"), (other, "there")):
            (document,) = bring_in(project, Source(name, f"What was {name} on that day."))
            code = codes.create(project, CodeDraft(name, CodeKind.CONCEPT))
            codings.apply(project, document, [Span(0, 4)], [code])
        merge(one, other, apart=True)
        assert one.name == "One"
        assert study.names(one, "code") == study.names(one, "document") == ["here", "there"]
        assert len(study.coded(one)) == 2
        assert study.names(one, "coder") == ["Ann"]
        assert merging.plan(one, [other.path]).nothing, "known from now on"
        study.sound(one)
