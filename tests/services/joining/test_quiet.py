"""Merging what is there already changes nothing, and what merging did can be taken back."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from qcode.model.enums import CodeKind, MemoKind
from qcode.model.errors import QcodeError
from qcode.model.join_records import Choice
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings, documents, memos
from qcode.services.joining import merging
from qcode.services.project import Project

from tests.services.joining import copies as study
from tests.services.joining.copies import code_id, merge
from tests.services.pictures import steps


def work(project: Project, start: int = 3) -> None:
    """Code a little, and change the codebook."""
    document = documents.listed(project)[0].id
    new = codes.create(project, CodeDraft(f"of {project.coder}", CodeKind.CONCEPT))
    codings.apply(project, document, [Span(start, start + 5)], [new, code_id(project, "closed")])
    memos.create(project, MemoKind.CODE, "why", code_id=new)


def nothing_new(project: Project, *others: Path) -> None:
    """Assert that merging changes nothing and makes no step."""
    rows, made = study.picture(project), steps(project)
    plan = merging.plan(project, others)
    assert plan.nothing, plan
    merging.carry_out(project, plan)
    assert (study.picture(project), steps(project)) == (rows, made)


def test_a_file_merged_into_itself_or_a_copy_of_it_changes_nothing(
    two: list[Project], tmp_path: Path
) -> None:
    ann, bo = two
    work(ann)
    nothing_new(ann, ann.path)
    nothing_new(ann, bo.path)
    shutil.copyfile(bo.path, tmp_path / "older.qcode")
    nothing_new(ann, tmp_path / "older.qcode", bo.path, ann.path)


def test_merging_twice_changes_nothing_the_second_time(three: list[Project]) -> None:
    ann, bo, cy = three
    work(bo)
    work(cy)
    merge(ann, bo, cy)
    nothing_new(ann, bo.path)
    nothing_new(ann, cy.path, bo.path)


def test_merging_to_and_fro_settles_down(two: list[Project]) -> None:
    ann, bo = two
    work(ann, 1)
    work(bo, 7)
    merge(ann, bo)
    merge(bo, ann)
    nothing_new(ann, bo.path)
    nothing_new(bo, ann.path)
    assert study.coded(ann) == study.coded(bo)


def test_what_came_through_a_third_file_is_known(three: list[Project]) -> None:
    ann, bo, cy = three
    work(bo)
    codes.rename(bo, code_id(bo, "closed"), "shut")
    merge(cy, bo)
    merge(ann, cy)
    nothing_new(ann, bo.path)
    codes.rename(ann, code_id(ann, "shut"), "barred")
    merge(ann, bo)
    assert "barred" in study.names(ann, "code")
    codes.delete(bo, [code_id(bo, "of Bo")])
    merge(ann, bo)
    assert "of Bo" not in study.names(ann, "code"), "a deletion counts there as well"


def test_merging_is_one_step_that_is_undone_and_redone_exactly(two: list[Project]) -> None:
    ann, bo = two
    work(bo)
    codings.remove(bo, [1])
    before, made = study.picture(ann), len(steps(ann))
    merge(ann, bo)
    after = study.picture(ann)
    assert len(steps(ann)) == made + 1
    assert str(ann.undo_label()) == "Merge Bo"
    ann.undo()
    assert study.picture(ann) == before
    ann.redo()
    assert study.picture(ann) == after
    study.sound(ann)


def test_after_undo_everything_comes_in_again(two: list[Project]) -> None:
    ann, bo = two
    work(bo)
    merge(ann, bo)
    coded = study.coded(ann)
    ann.undo()
    assert study.coded(ann) != coded
    merge(ann, bo)
    assert study.coded(ann) == coded


def test_what_was_taken_back_there_since_goes_here_too(two: list[Project]) -> None:
    ann, bo = two
    work(bo)
    merge(ann, bo)
    while bo.undo_label() is not None and "of Bo" in study.names(bo, "code"):
        bo.undo()
    merge(ann, bo)
    assert "of Bo" not in study.names(ann, "code")
    while bo.redo_label() is not None:
        bo.redo()
    merge(ann, bo)
    assert study.coded(ann) == study.coded(bo)


def test_what_i_took_back_stays_away(two: list[Project], tmp_path: Path) -> None:
    ann, _ = two
    work(ann)
    copy = tmp_path / "copy.qcode"
    ann.close()
    shutil.copyfile(ann.path, copy)
    with Project.open(ann.path) as again:
        again.undo()
        assert not memos.listed(again)
        nothing_new(again, copy)


def test_a_decision_is_known_to_the_side_that_did_not_make_it(two: list[Project]) -> None:
    ann, bo = two
    codes.rename(ann, code_id(ann, "closed"), "shut")
    codes.rename(bo, code_id(bo, "closed"), "barred")
    merge(ann, bo, prefer=Choice.MINE)
    nothing_new(ann, bo.path)
    merge(bo, ann)
    assert "shut" in study.names(bo, "code")
    codes.rename(bo, code_id(bo, "shut"), "locked")
    merge(ann, bo)
    assert "locked" in study.names(ann, "code")


def test_typing_on_in_a_step_that_was_merged_comes_in(two: list[Project]) -> None:
    ann, bo = two
    memo = memos.create(bo, MemoKind.PROJECT, "It")
    memos.edit(bo, memo, body="It rains")
    merge(ann, bo)
    memos.edit(bo, memo, body="It rains and rains")
    merge(ann, bo)
    assert [one.body for one in memos.listed(ann)] == ["It rains and rains"]


def test_typing_on_in_two_copies_of_one_step_is_asked_about(
    two: list[Project], tmp_path: Path
) -> None:
    ann, _ = two
    memo = memos.create(ann, MemoKind.PROJECT, "It")
    memos.edit(ann, memo, body="It rains")
    ann.close()
    copy = tmp_path / "copy.qcode"
    shutil.copyfile(ann.path, copy)
    with Project.open(ann.path) as one, Project.open(copy) as other:
        memos.edit(one, memo, body="It rains here")
        memos.edit(other, memo, body="It rains there")
        (conflict,) = merging.plan(one, [copy]).conflicts
        (field,) = conflict.fields
        assert (field.base, field.mine, field.theirs) == (None, "It rains here", "It rains there")


def test_the_other_file_may_be_open_elsewhere_and_is_never_written(two: list[Project]) -> None:
    ann, bo = two
    work(bo)
    files = {path.name: path.read_bytes() for path in bo.path.parent.glob("Bo*")}
    merge(ann, bo)
    left = {path.name: path.read_bytes() for path in bo.path.parent.glob("Bo*")}
    left = {name: data for name, data in left.items() if not name.endswith("-shm")}
    assert left == {name: data for name, data in files.items() if not name.endswith("-shm")}
    bo.close()
    closed = bo.path.read_bytes()
    bo.path.chmod(0o444)
    nothing_new(ann, bo.path)
    assert bo.path.read_bytes() == closed
    assert sorted(path.name for path in bo.path.parent.glob("Bo*")) == ["Bo.qcode"]


def test_an_error_in_the_middle_changes_nothing(two: list[Project]) -> None:
    ann, bo = two
    work(bo)
    rows, made = study.picture(ann), steps(ann)
    plan = merging.plan(ann, [bo.path])

    def stop(done: int, total: int) -> None:
        assert total
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        merging.carry_out(ann, plan, progress=stop)
    assert (study.picture(ann), steps(ann)) == (rows, made)
    merging.carry_out(ann, plan)
    assert study.coded(ann) == study.coded(bo)


def test_a_plan_is_not_carried_out_on_a_project_that_went_on(two: list[Project]) -> None:
    ann, bo = two
    work(bo)
    plan = merging.plan(ann, [bo.path])
    work(ann)
    rows = study.picture(ann)
    with pytest.raises(QcodeError, match="was changed since the files were looked over"):
        merging.carry_out(ann, plan)
    assert study.picture(ann) == rows


def test_two_who_merged_each_others_older_state_meet_again(
    two: list[Project], tmp_path: Path
) -> None:
    ann, bo = two
    work(ann, 1)
    work(bo, 7)
    older = []
    for project in two:
        older.append(tmp_path / project.path.name)
        with sqlite3.connect(project.path) as raw, sqlite3.connect(older[-1]) as copy:
            raw.backup(copy)
        raw.close()
        copy.close()
    merge(ann, older[1])
    merge(bo, older[0])
    nothing_new(ann, bo.path)
    nothing_new(bo, ann.path)
    codes.rename(ann, code_id(ann, "closed"), "shut")
    codes.rename(bo, code_id(bo, "of Ann"), "Ann's")
    codings.remove(bo, [1])
    merge(ann, bo)
    assert {"shut", "Ann's"} <= set(study.names(ann, "code"))
    assert not [row for row in study.coded(ann) if row[1:3] == (0, 19)]
    merge(bo, ann)
    assert study.coded(ann) == study.coded(bo)
    nothing_new(ann, bo.path)


def test_a_program_that_is_killed_in_the_middle_leaves_the_project_as_it_was(
    two: list[Project],
) -> None:
    ann, bo = two
    work(bo)
    rows = study.picture(ann)
    ann.close()
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from qcode.services.joining import merging\n"
        "from qcode.services.project import Project\n"
        "with Project.open(Path(sys.argv[1])) as project:\n"
        "    plan = merging.plan(project, [Path(sys.argv[2])])\n"
        "    merging.carry_out(project, plan, progress=lambda *_: os._exit(7))\n"
    )
    words = [sys.executable, "-c", script, str(ann.path), str(bo.path)]
    assert subprocess.run(words, check=False, timeout=60).returncode == 7
    with Project.open(ann.path) as again:
        assert study.picture(again) == rows
        study.sound(again)
        merge(again, bo)
        assert study.coded(again) == study.coded(bo)
