"""Coding blind: nothing of what is hidden shows anywhere, as if it had never been there."""

from __future__ import annotations

import ast
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import qcode
from hypothesis import given, settings
from hypothesis import strategies as st
from qcode.model.enums import CodeKind, MemoKind, WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft, Coding, MemoRecord
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import (
    codebook,
    coders,
    codes,
    codings,
    documents,
    exporting,
    importing,
    memos,
    overview,
    passages,
)
from qcode.services.project import Project

CODERS = ("Ann", "Bo", "陈")
TEXT = "The lamp is lit before the ferry leaves; nobody asks the harbour master why."
FINISHED, OPEN = WorkStatus.FINISHED, WorkStatus.OPEN

# ---------------------------------------------------------------------- projects


def bring_in(project: Project, names: tuple[str, ...]) -> list[int]:
    candidates = []
    for name in names:
        text = f"{name}: {TEXT}"
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        candidates.append(importing.Candidate(Path("x.txt"), Source(name, text), sha256))
    return list(
        importing.carry_out(project, importing.ImportPlan(tuple(candidates), ())).document_ids
    )


PLACES = st.tuples(st.integers(0, 2), st.sampled_from([(0, 6), (4, 9), (4, 20), (30, 41)]))
APPLIED = st.tuples(st.sampled_from(CODERS), PLACES, st.integers(0, 2), st.booleans())
WRITTEN = st.tuples(
    st.sampled_from(CODERS), st.sampled_from(["project", "code", "document", "passage"]), PLACES
)
STATUSES = st.tuples(st.sampled_from(CODERS), st.integers(0, 2), st.sampled_from(WorkStatus))
WORK = st.lists(
    st.one_of(
        st.tuples(st.just("code"), APPLIED),
        st.tuples(st.just("memo"), WRITTEN),
        st.tuples(st.just("status"), STATUSES),
    ),
    max_size=25,
)


def work(project: Project, steps: list[tuple[str, Any]]) -> None:
    """Let several coders work in three documents with three codes."""
    texts = bring_in(project, ("Pier", "Quay", "Mole"))
    above = codes.create(project, CodeDraft("signs", CodeKind.CATEGORY))
    used = [
        above,
        codes.create(project, CodeDraft("lamp decides", CodeKind.CONCEPT), above),
        codes.create(project, CodeDraft("nobody asks", CodeKind.CONCEPT)),
    ]
    for number, (what, step) in enumerate(steps):
        project.act_as(step[0])
        if what == "code":
            _, (document, span), code, typical = step
            made = codings.apply(project, texts[document], [Span(*span)], [used[code]])
            codings.set_memo(project, made[0], f"{step[0]} wrote {number}")
            codings.set_typical(project, made, typical)
        elif what == "memo":
            _, kind, (document, span) = step
            memos.create(
                project,
                MemoKind.PASSAGE if kind == "passage" else MemoKind.DOCUMENT,
                f"{step[0]} thought {number}",
                document_id=texts[document] if kind == "document" else None,
                code_id=used[0] if kind == "code" else None,
                passage=(texts[document], Span(*span)) if kind == "passage" else None,
            )
        else:
            coders.set_status(project, [texts[step[1]]], step[0], step[2])


# ---------------------------------------------------------------------- the rule, said again


def finished_by(project: Project, coder: str) -> set[int]:
    return {
        record.document_id
        for record in coders.work(project)
        if record.coder == coder and record.status is FINISHED
    }


def hidden_codings(project: Project, coder: str) -> list[Coding]:
    """What ``coder`` must not see, found while the project is not blind."""
    seen = finished_by(project, coder)
    return [
        coding
        for document in documents.listed(project)
        for coding in codings.of_document(project, document.id)
        if coding.coder != coder and coding.document_id not in seen
    ]


def hidden_memos(project: Project, coder: str) -> list[MemoRecord]:
    seen = finished_by(project, coder)
    with project.read_all() as connection:
        document_of = dict(connection.run("SELECT id, document_id FROM selection").all())
    return [
        memo
        for memo in memos.listed(project)
        if memo.coder != coder
        and not {*memo.document_ids, *(document_of[i] for i in memo.selection_ids)} <= seen
    ]


# ---------------------------------------------------------------------- everything that is shown


def each_document(read: Callable[[Project, int], Any]) -> Callable[[Project], Any]:
    return lambda project: [read(project, one.id) for one in documents.listed(project)]


def all_of(project: Project) -> list[int]:
    return [code.id for code in codes.tree(project, counts=False)]


def every_coding(project: Project) -> list[int]:
    """Ids of codings in and out of sight: a list that was read earlier may ask for any."""
    del project
    return list(range(1, 60))


def written(project: Project, name: str, write: Callable[[Path], object]) -> str:
    with tempfile.TemporaryDirectory(prefix="qcode-blind-") as folder:
        out = Path(folder) / name
        write(out)
        return out.read_text(encoding="utf-8-sig")


READINGS: dict[str, Callable[[Project], Any]] = {
    "codes.tree": codes.tree,
    "codes.rows": codes.rows,
    "codes.figures": lambda p: [codes.figures(p, i) for i in all_of(p)],
    "codings.of_document": each_document(codings.of_document),
    "codings.by_id": lambda p: codings.by_id(p, every_coding(p)),
    "passages.of_codes": lambda p: passages.of_codes(p, all_of(p)),
    "passages.Reading": lambda p: passages.Reading(p, all_of(p)).portion(),
    "passages.by_id": lambda p: passages.by_id(p, every_coding(p)),
    "passages.coded_spans": each_document(passages.coded_spans),
    "passages.neighbours": lambda p: passages.neighbours(p, every_coding(p)),
    "passages.stops": lambda p: passages.stops(p, all_of(p)),
    "documents.listed": documents.listed,
    "documents.some": lambda p: documents.listed(p, [1, 2]),
    "memos.listed": memos.listed,
    "memos.bare_passages": each_document(memos.bare_passages),
    "coders.listed": coders.listed,
    "coders.figures": coders.figures,
    "coders.work": coders.work,
    "codebook.gather": lambda p: codebook.gather(p, passages=9, today=date(2026, 1, 2)),
    "codebook.all_passages": codebook.all_passages,
    "exporting.coding_rows": exporting.coding_rows,
    "codings.csv": lambda p: written(p, "c.csv", lambda out: exporting.write_codings(p, out)),
    "codebook.csv": lambda p: written(p, "b.csv", lambda out: exporting.write_codebook(p, out)),
    "codebook.html": lambda p: written(p, "b.html", lambda out: exporting.write_codebook(p, out)),
    "passages.csv": lambda p: written(p, "p.csv", lambda out: exporting.write_passages(p, out)),
}


def shown(project: Project) -> dict[str, Any]:
    found = {name: read(project) for name, read in READINGS.items()}
    info = overview.info(project)
    found["info"] = (info.codings, info.memos, info.documents, info.coders)
    return found


@settings(max_examples=int(os.environ.get("QCODE_TEST_EXAMPLES", "20")), deadline=None)
@given(steps=WORK, coder=st.sampled_from((*CODERS, "Newcomer")))
def test_a_blind_project_reads_as_if_what_is_hidden_were_deleted(
    steps: list[tuple[str, Any]], coder: str
) -> None:
    with tempfile.TemporaryDirectory(prefix="qcode-blind-") as folder:
        path, bare = Path(folder) / "study.qcode", Path(folder) / "bare.qcode"
        with Project.create(path, "Study", "Ann") as project:
            work(project, steps)
            project.act_as(coder)
        shutil.copyfile(path, bare)
        with Project.open(bare) as project:
            away = hidden_codings(project, coder)
            unread = hidden_memos(project, coder)
            if away:
                codings.remove(project, [coding.id for coding in away])
            if unread:
                memos.delete(project, [memo.id for memo in unread])
            expected = shown(project)
        with Project.open(path) as project:
            everything = shown(project)
            coders.set_blind(project, True)
            assert shown(project) == expected
            steps_shown = " ".join(step.label.text() for step in overview.history(project))
            for coding in away:
                assert coding.guid not in str(shown(project))
            for label in secret_labels(project, coder, away, unread):
                assert label not in steps_shown
            assert overview.findings(project) == []
            coders.set_blind(project, False)
            assert shown(project) == everything
        with Project.open(path) as project:
            coders.set_blind(project, True)
        with Project.open(path, read_only=True) as project:
            assert shown(project) == expected, "also where nothing can be written"


def secret_labels(
    project: Project, coder: str, away: list[Coding], unread: list[MemoRecord]
) -> set[str]:
    """Labels of steps that only hidden work has: nobody else's step may be called the same."""
    if not away and not unread:
        return set()
    with project.read_all() as connection:
        rows = connection.run("SELECT coder, template, params FROM step").all()
    mine = {(template, params) for who, template, params in rows if who == coder}
    by_code = {code.id: code.title for code in codes.tree(project, counts=False)}
    seen_by_me = {by_code[one.code_id] for one in codings.by_id(project, every_coding(project))}
    return {
        f"Apply {by_code[coding.code_id]}"
        for coding in away
        if by_code[coding.code_id] not in seen_by_me
        and not any(
            template == "Apply {code}" and by_code[coding.code_id] in params
            for template, params in mine
        )
    }


# ---------------------------------------------------------------------- one by one


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Project]:
    """Two documents; Ann and Bo coded the same words of the first, Ann looks."""
    with Project.create(tmp_path / "study.qcode", "Study", "Ann") as project:
        bring_in(project, ("Pier", "Quay"))
        codes.create(project, CodeDraft("lamp decides", CodeKind.CONCEPT))
        codes.create(project, CodeDraft("nobody asks", CodeKind.CONCEPT))
        codings.apply(project, 1, [Span(0, 6)], [1])
        with acting(project, "Bo"):
            codings.apply(project, 1, [Span(0, 6)], [2])
        yield project


@contextmanager
def acting(project: Project, name: str) -> Iterator[None]:
    before = project.coder
    project.act_as(name)
    yield
    project.act_as(before)


def coders_seen(project: Project) -> list[str]:
    return [coding.coder for coding in codings.of_document(project, 1)]


def labels(project: Project) -> list[str]:
    return [step.label.text() for step in overview.history(project)]


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


# ---------------------------------------------------------------------- history


def test_hidden_steps_of_others_have_no_telling_name(study: Project) -> None:
    coders.set_blind(study, True)
    assert "A step of Bo" in labels(study)
    assert "Apply nobody asks" not in labels(study)
    assert "Apply lamp decides" in labels(study)
    with acting(study, "Bo"):
        assert "Apply nobody asks" in labels(study)
    coders.set_status(study, [1, 2], "Ann", FINISHED)
    assert "Apply nobody asks" in labels(study)


def test_taking_back_a_hidden_step_is_not_told_either(study: Project) -> None:
    with acting(study, "Bo"):
        study.undo()
        study.redo()
    coders.set_blind(study, True)
    assert not any("nobody asks" in label for label in labels(study) if "New" not in label)
    assert labels(study).count("A step of Bo") == 3


def test_a_former_name_is_still_mine(study: Project) -> None:
    coders.rename(study, 1, "Anna")
    codings.remove(study, [1])
    study.act_as("Anna")
    coders.set_blind(study, True)
    assert "Apply lamp decides" in labels(study) and "A step of Ann" not in labels(study)


def test_hidden_work_of_another_is_not_undone(study: Project) -> None:
    coders.set_blind(study, True)
    with acting(study, "Bo"):
        codings.apply(study, 1, [Span(4, 9)], [2])
    steps = len(labels(study))
    assert str(study.undo_label()) == "A step of Bo"
    with pytest.raises(QcodeError, match="Bo that is hidden from you while you work blind"):
        study.undo()
    assert len(labels(study)) == steps
    with acting(study, "Bo"):
        assert study.undo() is not None
    assert str(study.redo_label()) == "A step of Bo"
    with pytest.raises(QcodeError, match="hidden from you"):
        study.redo()


def test_nothing_is_undone_through_a_hidden_step(study: Project) -> None:
    coders.set_blind(study, True)
    mine = next(s.id for s in overview.history(study) if s.label.text() == "Apply lamp decides")
    with acting(study, "Bo"):
        codings.apply(study, 1, [Span(4, 9)], [2])
    codings.apply(study, 2, [Span(0, 4)], [1])
    reachable = [step.label.text() for step in overview.history(study) if step.can_undo_to]
    assert reachable == ["Apply lamp decides"]
    with pytest.raises(QcodeError, match="hidden from you"):
        study.undo_to(mine)
    assert study.undo() is not None, "what came after is mine"
    coders.set_status(study, [1, 2], "Ann", FINISHED)
    assert study.undo_to(mine) is not None


# ---------------------------------------------------------------------- coders


def test_a_coder_is_added_renamed_and_coloured(study: Project) -> None:
    made = coders.add(study, "  Cy  Li ", "ABC")
    coders.set_color(study, 1, "#123456")
    found = {coder.name: coder.color for coder in coders.listed(study)}
    assert found["Cy Li"] == "#aabbcc" and found["Ann"] == "#123456"
    assert len(set(found.values())) == 3, "Bo has a colour without asking for one"
    assert labels(study)[-2:] == ["Add coder Cy Li", "Colour of Ann"]
    for refused in ("Ann", "  "):
        with pytest.raises(QcodeError):
            coders.add(study, refused)
    with pytest.raises(QcodeError, match="not a colour"):
        coders.set_color(study, made, "red-ish")
    with pytest.raises(QcodeError, match="no longer"):
        coders.set_color(study, 99, "#123456")


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


# ---------------------------------------------------------------------- the house


def test_only_looking_the_file_over_sees_past_the_rule() -> None:
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
    assert users == ["services/overview.findings"]


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
