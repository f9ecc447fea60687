"""What each one sees of a blind project, and when."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import qcode
from qcode.model.enums import CodeKind, MemoKind
from qcode.model.records import CodeDraft
from qcode.services import coders, codes, codings, memos, overview
from qcode.services.project import Project

from tests.services.blind.study import FINISHED, OPEN, acting, coders_seen, labels


def test_finishing_a_document_shows_the_work_of_others_in_it(study: Project) -> None:
    coders.set_blind(study, True)
    assert coders_seen(study) == ["Ann"]
    coders.set_status(study, [2], "Ann", FINISHED)
    coders.set_status(study, [1], "Ann", OPEN)
    coders.set_status(study, [1], "Bo", FINISHED)
    assert coders_seen(study) == ["Ann"]
    coders.set_status(study, [1], "Ann", FINISHED)
    assert coders_seen(study) == ["Ann", "Bo"]
    study.undo()
    assert coders_seen(study) == ["Ann"]


def test_who_looks_decides_on_what_is_seen(study: Project) -> None:
    coders.set_blind(study, True)
    with acting(study, "Bo"):
        assert coders_seen(study) == ["Bo"]
    with acting(study, "Nobody yet"):
        assert coders_seen(study) == []
    assert coders_seen(study) == ["Ann"]
    coders.rename(study, 1, "Anna")
    assert study.coder == "Anna" and coders_seen(study) == ["Anna"]


def test_switching_is_a_step_that_can_be_undone(study: Project) -> None:
    coders.set_blind(study, True)
    assert coders.is_blind(study) and labels(study)[-1] == "Work blind"
    steps = len(labels(study))
    coders.set_blind(study, True)
    assert len(labels(study)) == steps
    study.undo()
    assert not coders.is_blind(study) and coders_seen(study) == ["Ann", "Bo"]
    study.redo()
    assert coders.is_blind(study) and coders_seen(study) == ["Ann"]


def test_a_project_that_never_was_blind_gets_no_step_by_switching_it_off(study: Project) -> None:
    steps = len(labels(study))
    coders.set_blind(study, False)
    assert len(labels(study)) == steps


def test_a_reading_that_began_before_the_switch_sees_what_it_saw(study: Project) -> None:
    count = "SELECT count(*) FROM coding"
    with study.read() as before:
        assert before.run(count).value() == 2
        coders.set_blind(study, True)
        assert before.run(count).value() == 2
        with study.read() as after:
            assert after.run(count).value() == 1
    with study.read() as again:
        assert again.run(count).value() == 1


def test_another_program_that_reads_follows_the_switch(study: Project) -> None:
    with Project.open(study.path, read_only=True) as other:
        assert coders_seen(other) == ["Ann", "Bo"]
        coders.set_blind(study, True)
        assert coders_seen(other) == ["Ann"]
        coders.set_blind(study, False)
        assert coders_seen(other) == ["Ann", "Bo"]


def test_what_is_done_to_a_code_is_done_to_hidden_codings_too(study: Project) -> None:
    coders.set_blind(study, True)
    codes.merge(study, [2], 1)
    assert overview.findings(study) == []
    coders.set_blind(study, False)
    assert [(one.coder, one.code_id) for one in codings.of_document(study, 1)] == [
        ("Ann", 1),
        ("Bo", 1),
    ]


def test_removing_mine_keeps_the_passage_that_others_coded_unseen(study: Project) -> None:
    coders.set_blind(study, True)
    codings.remove(study, [1])
    coders.set_blind(study, False)
    assert coders_seen(study) == ["Bo"]
    assert overview.findings(study) == []


def test_the_codebook_is_shared(study: Project) -> None:
    with acting(study, "Bo"):
        made = codes.create(study, CodeDraft("calling twice", CodeKind.CONCEPT))
        memos.create(study, MemoKind.CODE, "what it means", code_id=made)
    coders.set_blind(study, True)
    assert [code.name for code in codes.tree(study)][-1] == "calling twice"
    assert [memo.body for memo in memos.listed(study)] == ["what it means"]
    assert labels(study)[-3].startswith("New concept")


def test_figures_tell_what_each_coder_has_done_as_far_as_it_is_seen(study: Project) -> None:
    coders.set_status(study, [1], "Bo", FINISHED)
    coders.set_status(study, [2], "Bo", OPEN)

    def told() -> list[tuple[str, int, int, int]]:
        return [
            (one.coder.name, one.codings, one.open, one.finished) for one in coders.figures(study)
        ]

    assert told() == [("Ann", 1, 0, 0), ("Bo", 1, 1, 1)]
    coders.set_blind(study, True)
    assert told() == [("Ann", 1, 0, 0), ("Bo", 0, 1, 1)]


def test_the_view_changes_just_when_something_comes_into_sight_or_out_of_it(study: Project) -> None:
    assert coders.view(study) is None
    coders.set_blind(study, True)
    before = coders.view(study)
    coders.set_status(study, [1], "Bo", FINISHED)
    coders.set_status(study, [1], "Ann", OPEN)
    assert coders.view(study) == before
    coders.set_status(study, [1], "Ann", FINISHED)
    assert coders.view(study) != before


def test_only_the_check_and_kept_codebooks_see_past_the_rule() -> None:
    users = [
        f"{path.parent.name}/{path.stem}.{function.name}"
        for path in sorted(Path(qcode.__file__).parent.rglob("*.py"))
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        and any(
            isinstance(node, ast.Attribute) and node.attr == "read_all"
            for node in ast.walk(function)
        )
    ]
    # A kept codebook holds everybody's counts; who may not see them is not shown them. A merge
    # brings everybody's work together, and may not lose what is out of sight. (A packet has its
    # coder's own work, seen or not, by naming the tables themselves.)
    assert users == [
        "services/codebook_states.take",
        "joining/merging.plan",
        "joining/merging.decide",
        "services/overview.findings",
    ]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT c.id FROM selection AS s JOIN coding AS c ON c.selection_id = s.id"
        " WHERE s.document_id = 1",
        "SELECT s.id FROM selection AS s CROSS JOIN coding AS c ON c.selection_id = s.id"
        " WHERE s.document_id = 1",
        "SELECT id FROM coding WHERE code_id = 1",
        "SELECT id FROM coding WHERE id IN (1, 2)",
        "SELECT id FROM memo WHERE id = 1",
        "SELECT id FROM memo_link WHERE selection_id = 1",
    ],
)
def test_a_blind_project_is_still_searched_by_index(study: Project, query: str) -> None:
    coders.set_blind(study, True)
    with study.read() as connection:
        plan = [row[3] for row in connection.run(f"EXPLAIN QUERY PLAN {query}")]
    assert not [line for line in plan if line.startswith("SCAN")], plan
    assert any(line.startswith("SEARCH") for line in plan)
