"""Coding a second time: what is drawn, when it is due, what is not seen, how it compares."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcode.model.agreement import Request
from qcode.model.agreement_enums import CoderRole
from qcode.model.enums import CodeKind, WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import coders, codes, codings, documents, memos, overview, recoding
from qcode.services.agreement import comparing
from qcode.services.project import Project

from tests.services.blind.study import acting, labels
from tests.services.blind.test_everything import (
    WORK,
    hidden_codings,
    hidden_memos,
    require_silent_log,
    secret_labels,
    shown,
    work,
)
from tests.services.bringing import bring_in

TODAY = date(2026, 3, 10)
OPEN, FINISHED, UNASSIGNED = WorkStatus.OPEN, WorkStatus.FINISHED, WorkStatus.UNASSIGNED


@pytest.fixture
def study(project: Project) -> Project:
    """Ten documents in two groups; Ann has finished all but one, and coded every one."""
    talks = bring_in(project, *(_text(n) for n in range(6)), group="Talks")
    papers = bring_in(project, *(_text(n) for n in range(6, 10)), group="Papers")
    made = codes.create(project, CodeDraft("waiting", CodeKind.CONCEPT))
    for document in (*talks, *papers):
        codings.apply(project, document, [Span(0, 4)], [made])
    coders.set_status(project, [*talks, *papers], "Ann", FINISHED)
    coders.set_status(project, [talks[0]], "Ann", OPEN)
    return project


def _text(number: int) -> Source:
    return Source(f"d{number}", f"Nobody knows why it is {number}, and everybody waits.")


def begun(project: Project, **how: Any) -> recoding.Recoding:
    given_ = {"share": 30, "seed": 5, "days": 14, "today": TODAY} | how
    return recoding.begin(project, given_.pop("coder", "Ann"), **given_)


# ---------------------------------------------------------------------- drawn


def test_a_share_of_what_is_finished_is_drawn_for_a_second_self(study: Project) -> None:
    found = begun(study)
    assert len(found.document_ids) == 3 and 1 not in found.document_ids
    assert list(found.document_ids) == sorted(found.document_ids)
    assert (found.again.name, found.again.role) == ("Ann (2)", CoderRole.AGAIN)
    assert found.again.of_id == found.first.id == 1 and found.first.role is None
    assert (found.share, found.seed, found.finished) == (30, 5, 0)
    assert found.due == TODAY + timedelta(days=14)
    assert recoding.listed(study) == (found,)
    status = {one.document_id: one.status for one in coders.work(study) if one.coder == "Ann (2)"}
    assert status == dict.fromkeys(found.document_ids, OPEN)
    assert [one.coder.role for one in coders.figures(study)] == [None, CoderRole.AGAIN]


def test_the_same_seed_draws_the_same_documents(study: Project) -> None:
    first = begun(study, seed=8)
    study.undo()
    assert begun(study, seed=8).document_ids == first.document_ids
    study.undo()
    assert {begun(study, seed=seed).document_ids for seed in range(9)} != {first.document_ids}


def test_each_group_gives_its_part_where_that_is_wanted(study: Project) -> None:
    by_group = {one.id: one.group_id for one in documents.listed(study)}
    for seed in range(6):
        found = begun(study, share=50, seed=seed, by_group=True)
        groups = [by_group[one] for one in found.document_ids]
        assert sorted(groups.count(group) for group in set(groups)) == [2, 3]


def test_beginning_is_one_step_that_can_be_undone(study: Project) -> None:
    before, steps = coders.work(study), len(labels(study))
    begun(study)
    assert labels(study)[-1] == "Draw 3 documents that Ann codes again"
    assert len(labels(study)) == steps + 1 and overview.findings(study) == []
    study.undo()
    assert recoding.listed(study) == () and coders.work(study) == before
    assert [one.name for one in coders.listed(study)] == ["Ann"]
    study.redo()
    assert len(recoding.listed(study)) == 1


def test_a_third_time_has_the_next_free_name(study: Project) -> None:
    coders.add(study, "Ann (3)")
    assert begun(study).again.name == "Ann (2)"
    found = begun(study, document_ids=[2, 3], share=100)
    assert found.again.name == "Ann (4)" and found.document_ids == (2, 3)
    assert [one.again.name for one in recoding.listed(study)] == ["Ann (2)", "Ann (4)"]


def test_even_a_small_share_is_one_document(study: Project) -> None:
    assert len(begun(study, share=1).document_ids) == 1


def test_what_cannot_be_coded_again_is_refused_in_a_sentence(study: Project) -> None:
    again = begun(study).again.name
    coders.add(study, "Idle")
    steps = len(labels(study))
    for how, match in (
        ({"coder": "Nobody"}, "no coder"),
        ({"coder": again}, "is not a person who codes for the first time"),
        ({"coder": "Idle"}, "Idle has finished none"),
        ({"document_ids": [1]}, "has finished none"),
        ({"document_ids": []}, "has finished none"),
        ({"share": 0}, "from 1 to 100"),
        ({"share": 101}, "from 1 to 100"),
        ({"days": -1}, "from 0 to"),
        ({"days": 10**9}, "from 0 to"),
    ):
        with pytest.raises(QcodeError, match=match):
            begun(study, **how)
    assert len(labels(study)) == steps


# ---------------------------------------------------------------------- when


def test_a_second_time_is_due_from_its_day_on_until_it_is_done(study: Project) -> None:
    late = begun(study, days=14)
    soon = begun(study, days=3)
    assert recoding.due(study, TODAY) == ()
    assert not soon.can_start(TODAY + timedelta(days=2))
    assert soon.can_start(TODAY + timedelta(days=3))
    assert recoding.due(study, TODAY + timedelta(days=3)) == (soon,)
    assert recoding.due(study, TODAY + timedelta(days=20)) == (soon, late)
    coders.set_status(study, soon.document_ids, soon.again.name, FINISHED)
    (done,) = [one for one in recoding.listed(study) if one.again.id == soon.again.id]
    assert done.over and done.finished == 3
    assert recoding.due(study, TODAY + timedelta(days=20)) == (late,)
    coders.set_status(study, late.document_ids, late.again.name, UNASSIGNED)
    assert recoding.due(study, TODAY + timedelta(days=20)) == ()


def test_without_a_day_given_it_counts_from_today(study: Project) -> None:
    before = datetime.now().astimezone().date()
    found = recoding.begin(study, "Ann", share=10, seed=1, days=7)
    after = datetime.now().astimezone().date()
    assert before + timedelta(days=7) <= found.due <= after + timedelta(days=7)


# ---------------------------------------------------------------------- blind


def test_the_first_time_is_hidden_until_a_document_is_finished(study: Project) -> None:
    found = begun(study, document_ids=[2, 3], share=100)
    with acting(study, found.again.name):
        assert [len(codings.of_document(study, one)) for one in (1, 2, 3)] == [0, 0, 0]
        assert coders.view(study) is not None
        codings.apply(study, 2, [Span(0, 6)], [1])
        assert [one.coder for one in codings.of_document(study, 2)] == ["Ann (2)"]
        coders.set_status(study, [2], found.again.name, FINISHED)
        assert [one.coder for one in codings.of_document(study, 2)] == ["Ann (2)", "Ann"]
        assert codings.of_document(study, 3) == []
    assert len(codings.of_document(study, 2)) == 2, "the first self sees both"
    with Project.open(study.path, read_only=True, coder=found.again.name) as other:
        assert codings.of_document(other, 3) == []


def test_undo_cannot_touch_the_first_time_unseen(study: Project) -> None:
    again = begun(study, document_ids=[2], share=100).again.name
    codings.apply(study, 2, [Span(10, 14)], [1])
    with acting(study, again):
        assert str(study.undo_label()) == "A step of Ann" == labels(study)[-1]
        with pytest.raises(QcodeError, match="hidden from you"):
            study.undo()
    assert study.undo() is not None


@settings(max_examples=int(os.environ.get("QCODE_TEST_EXAMPLES", "20")), deadline=None)
@given(steps=WORK, drawn=st.sets(st.integers(0, 2), min_size=1), ready=st.sets(st.integers(0, 2)))
def test_a_second_self_reads_as_if_what_is_hidden_were_deleted(
    steps: list[tuple[str, Any]], drawn: set[int], ready: set[int]
) -> None:
    with tempfile.TemporaryDirectory(prefix="qcode-again-") as folder:
        path, bare = Path(folder) / "study.qcode", Path(folder) / "bare.qcode"
        with Project.create(path, "Study", "Ann") as project:
            work(project, steps)
            ids = [one.id for one in documents.listed(project)]
            coders.set_status(project, ids, "Ann", FINISHED)
            again = recoding.begin(
                project, "Ann", share=100, seed=1, document_ids=[ids[one] for one in drawn]
            ).again.name
            coders.set_status(project, [ids[one] for one in drawn & ready], again, FINISHED)
        shutil.copyfile(path, bare)
        with Project.open(bare) as project:
            away, unread = hidden_codings(project, again), hidden_memos(project, again)
            if away:
                codings.remove(project, [coding.id for coding in away])
            if unread:
                memos.delete(project, [memo.id for memo in unread])
            project.act_as(again)
            expected = shown(project)
        with Project.open(path) as project:
            project.act_as(again)
            assert shown(project) == expected
            for coding in away:
                assert coding.guid not in str(shown(project))
            told = " ".join(labels(project))
            secret = secret_labels(project, again, away, unread)
            for label in secret:
                assert label not in told
            require_silent_log(project, secret, hidden=not set(range(3)) <= drawn & ready)
        with Project.open(path, read_only=True) as project:
            assert shown(project) == expected, "also where nothing can be written"


# ---------------------------------------------------------------------- compared


def test_it_is_compared_like_a_second_coder_but_only_where_it_is_named(study: Project) -> None:
    again = begun(study, document_ids=[2, 3], share=100).again.name
    with acting(study, again):
        codings.apply(study, 2, [Span(0, 4)], [1])
        coders.set_status(study, [2], again, FINISHED)
    with acting(study, "Bo"):
        codings.apply(study, 2, [Span(0, 4)], [1])
    everybody = comparing.compare(study, Request())
    assert [one.name for one in everybody.coders] == ["Ann", "Bo"]
    alone = comparing.compare(study, Request(coders=("Ann", again)))
    assert [one.name for one in alone.coders] == ["Ann", "Ann (2)"]
    assert (alone.compared, alone.available) == (1, 10)
    cells = alone.codes[0].cells
    assert cells is not None and (cells.n11, cells.n10, cells.n01) == (4, 0, 0)


def test_the_consensus_is_not_among_all_who_worked(study: Project) -> None:
    with study.change(overview.history(study)[-1].label) as writer:
        made = writer.insert("coder", name="Consensus")
        writer.insert("coder_part", coder_id=made, role=CoderRole.CONSENSUS.value)
        writer.insert("work", document_id=2, coder_id=made, status="finished")
    assert [one.role for one in coders.listed(study)] == [None, CoderRole.CONSENSUS]
    assert [one.name for one in comparing.compare(study, Request()).coders] == ["Ann"]
    with pytest.raises(QcodeError, match="not a person"):
        begun(study, coder="Consensus")


def test_roles_are_read_from_files_that_know_none(tmp_path: Path) -> None:
    from tests import data

    old = tmp_path / "old.qcode"
    shutil.copyfile(Path(data.__path__[0]) / "schema-1.qcode", old)
    with Project.open(old, read_only=True) as project:
        assert {one.role for one in coders.listed(project)} == {None}
        assert recoding.listed(project) == () == recoding.due(project, TODAY)
