"""From a disagreement to the codebook, and what is kept about it."""

from __future__ import annotations

import pytest
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.memo_records import TargetKind
from qcode.model.records import CodeDraft
from qcode.services import code_biography, codes, codings, memos
from qcode.services.project import Project
from qcode.services.review import amending, decisions

from tests.services import pictures
from tests.services.agreement.two_coders import coded
from tests.services.modelled import label
from tests.services.review.study import Study

Kind = DisagreementKind


def entry(project: Project, code_id: int, field: str) -> str:
    (code,) = [one for one in codes.tree(project) if one.id == code_id]
    return str(getattr(code, field))


def test_a_definition_is_amended_from_a_row_in_one_step(study: Study) -> None:
    project, row = study.project, study.row(Kind.CODE)
    waiting = study.codes["waiting"]
    before = pictures.rows(project)
    amending.amend(project, row, waiting, "not_when", "Not where boats wait.\r\n")
    assert entry(project, waiting, "not_when") == "Not where boats wait."
    assert label(project) == "Amend waiting after a disagreement"
    (one,) = amending.of_disagreement(project, row)
    (code,) = [code for code in codes.tree(project) if code.id == waiting]
    assert (one.code_guid, one.code_name, one.field) == (code.guid, "waiting", "not_when")
    assert (one.before, one.after, one.coder) == ("", "Not where boats wait.", "Ann")
    assert one.document_id == row.document_id
    assert amending.listed(project) == [one] == amending.listed(project, code.guid)
    told = decisions.of(project, row)
    assert told is not None and told.verdict is Verdict.OPEN
    project.undo()
    assert pictures.rows(project) == before
    assert amending.of_disagreement(project, row) == []


def test_typing_is_one_step_and_one_amendment(study: Study) -> None:
    project, row, waiting = study.project, study.row(Kind.CODE), study.codes["waiting"]
    codes.describe(project, waiting, {"definition": "Time passes."})
    count = len(pictures.steps(project))
    for text in ("Time passes, n", "Time passes, nothing", "Time passes, nothing moves."):
        amending.amend(project, row, waiting, "definition", text)
    assert len(pictures.steps(project)) == count + 1
    assert [(one.before, one.after) for one in amending.of_disagreement(project, row)] == [
        ("Time passes.", "Time passes, nothing moves.")
    ]


def test_typing_back_to_the_old_text_is_no_amendment(study: Study) -> None:
    project, row, waiting = study.project, study.row(Kind.CODE), study.codes["waiting"]
    amending.amend(project, row, waiting, "definition", "Time")
    amending.amend(project, row, waiting, "definition", "")
    assert amending.listed(project) == []
    assert decisions.of(project, row) is None


def test_the_same_text_is_no_step(study: Study) -> None:
    project = study.project
    before = pictures.steps(project)
    amending.amend(project, study.row(Kind.CODE), study.codes["waiting"], "definition", " \n")
    assert pictures.steps(project) == before


def test_amendments_after_another_step_are_others(study: Study) -> None:
    project, row, waiting = study.project, study.row(Kind.CODE), study.codes["waiting"]
    amending.amend(project, row, waiting, "definition", "one")
    decisions.decide(project, row, Verdict.FIRST)
    amending.amend(project, row, waiting, "definition", "two")
    found = amending.of_disagreement(project, row)
    assert [(one.before, one.after) for one in found] == [("", "one"), ("one", "two")]
    assert len({one.decision_id for one in found}) == 1


def test_the_life_of_the_code_tells_of_it(study: Study) -> None:
    project, row, waiting = study.project, study.row(Kind.CODE), study.codes["waiting"]
    codes.describe(project, waiting, {"definition": "Time"})
    for text in ("Time passes", "Time passes."):
        amending.amend(project, row, waiting, "definition", text)
    codes.describe(project, waiting, {"definition": "Time goes by."})
    told = [str(one.what) for one in code_biography.biography(project, waiting).entries]
    assert told[1:] == [
        "Written: definition",
        "Rewritten: definition, after a disagreement",
        "Rewritten: definition",
    ]


def test_a_merge_is_noted_and_what_was_decided_goes_along(study: Study) -> None:
    project, row = study.project, study.row(Kind.CODE)
    decisions.decide(project, row, Verdict.BOTH, reason="one idea")
    before = pictures.rows(project)
    amending.merge(project, row, [study.codes["boats"]], study.codes["waiting"])
    assert label(project) == "Merge boats into waiting after a disagreement"
    project.undo()
    assert pictures.rows(project) == before
    project.redo()
    (one,) = amending.listed(project)
    assert (one.field, one.before, one.after, one.code_name) == (
        "merge",
        "boats",
        "waiting",
        "waiting",
    )
    (now,) = [other for other in study.rows() if other.start == 40]
    assert now.kind is Kind.BOUNDARY
    told = decisions.of(project, now)
    assert told is not None and (told.verdict, told.reason) == (Verdict.BOTH, "one idea")
    assert study.agreed() == {
        (row.document_id, "waiting", 40, 48),
        (row.document_id, "waiting", 40, 50),
    }
    decisions.reopen(project, now)
    assert study.agreed() == set()


def test_decisions_that_a_merge_makes_alike_become_one(study: Study) -> None:
    """Bo alone gave two codes to the same words; merged, it is one thing that Ann missed."""
    project, first = study.project, study.documents[0]
    coded(project, "Bo", [(first, study.codes["pier"], 20, 39)])
    rows = [row for row in study.rows() if row.start == 20]
    assert len(rows) == 2
    for number, row in enumerate(rows):
        decisions.decide(project, row, Verdict.SECOND, reason=f"reason {number}")
    amending.write_memo(project, rows[1], "On piers")
    before = pictures.rows(project)
    codes.merge(project, [study.codes["pier"]], study.codes["why"])
    (now,) = [row for row in study.rows() if row.start == 20]
    told = decisions.of(project, now)
    assert told is not None and told.verdict is Verdict.SECOND
    assert set(told.reason.split("\n\n")) == {"reason 0", "reason 1"}
    assert [one.after for one in amending.of_disagreement(project, now)] == ["On piers"]
    assert study.agreed() == {(first, "why", 20, 39)}
    decisions.reopen(project, now)
    assert study.agreed() == set()
    project.undo()
    project.undo()
    assert pictures.rows(project) == before


def test_of_two_verdicts_that_a_merge_brings_together_the_older_stands(study: Study) -> None:
    project, first = study.project, study.documents[0]
    coded(project, "Bo", [(first, study.codes["pier"], 20, 39)])
    rows = {row.code_ids[0]: row for row in study.rows() if row.start == 20}
    decisions.decide(project, rows[study.codes["why"]], Verdict.REJECT)
    decisions.decide(project, rows[study.codes["pier"]], Verdict.SECOND)
    assert study.agreed() == {(first, "pier", 20, 39)}
    codes.merge(project, [study.codes["pier"]], study.codes["why"])
    (now,) = [row for row in study.rows() if row.start == 20]
    told = decisions.of(project, now)
    assert told is not None and told.verdict is Verdict.REJECT
    assert study.agreed() == set()


def test_a_split_is_one_step_with_what_led_to_it(study: Study) -> None:
    project, row, waiting = study.project, study.row(Kind.CODE), study.codes["waiting"]
    (coding,) = [
        one for one in codings.of_document(project, row.document_id) if one.code_id == waiting
    ]
    before = pictures.rows(project)
    amending.split(project, row, waiting, [coding.id], CodeDraft("queueing", CodeKind.CONCEPT))
    now = study.row(Kind.CODE)
    assert [
        (one.field, one.before, one.after) for one in amending.of_disagreement(project, now)
    ] == [("split", "waiting", "queueing")]
    project.undo()
    assert pictures.rows(project) == before


@pytest.mark.parametrize("coder", ["Ann", "Bo"])
def test_a_split_between_the_two_is_kept_at_the_row_that_it_makes(study: Study, coder: str) -> None:
    project, row, closed = study.project, study.row(Kind.BOUNDARY), study.codes["closed"]
    moved = [
        one.id
        for one in codings.of_document(project, row.document_id)
        if one.code_id == closed and one.coder == coder
    ]
    amending.split(project, row, closed, moved, CodeDraft("shut for the day", CodeKind.CONCEPT))
    (now,) = [one for one in study.rows() if (one.start, one.end) == (row.start, row.end)]
    assert now.kind is Kind.CODE
    (told,) = amending.of_disagreement(project, now)
    assert (told.field, told.after) == ("split", "shut for the day")


def test_a_memo_is_one_step_with_what_led_to_it(study: Study) -> None:
    project, row = study.project, study.row(Kind.CODE)
    before = pictures.rows(project)
    made = amending.write_memo(project, row, "What waiting is\nand what it is not")
    (memo,) = memos.by_id(project, [made])
    assert memo.body == "What waiting is\nand what it is not"
    assert {one.kind for one in memos.targets_of(memo)} == {TargetKind.CODE, TargetKind.PASSAGE}
    assert [
        (one.field, one.before, one.after) for one in amending.of_disagreement(project, row)
    ] == [("memo", "", "What waiting is")]
    project.undo()
    assert pictures.rows(project) == before


def test_a_merge_before_anything_was_decided_is_kept_as_other_edges(study: Study) -> None:
    project, row = study.project, study.row(Kind.CODE)
    amending.merge(project, row, [study.codes["boats"]], study.codes["waiting"])
    (now,) = [other for other in study.rows() if other.start == 40]
    assert now.kind is Kind.BOUNDARY
    assert [one.before for one in amending.of_disagreement(project, now)] == ["boats"]


@pytest.mark.parametrize(
    ("verdict", "written"), [(Verdict.FIRST, "waiting"), (Verdict.SECOND, "boats")]
)
def test_a_verdict_and_its_reason_in_the_codebook_are_one_step(
    study: Study, verdict: Verdict, written: str
) -> None:
    project, row = study.project, study.row(Kind.CODE)
    codes.describe(project, study.codes[written], {"use_when": "Always."})
    before = pictures.rows(project)
    decisions.decide(project, row, verdict, reason="Boats lie still.", into_use=True)
    assert entry(project, study.codes[written], "use_when") == "Always.\nBoats lie still."
    assert [one.field for one in amending.of_disagreement(project, row)] == ["use_when"]
    told = [
        str(one.what) for one in code_biography.biography(project, study.codes[written]).entries
    ]
    assert told[-1] == "Rewritten: when to use, after a disagreement"
    project.undo()
    assert pictures.rows(project) == before


def test_a_reason_that_comes_later_goes_to_the_code_that_was_decided_for(study: Study) -> None:
    project, row = study.project, study.row(Kind.CODE)
    decisions.decide(project, row, Verdict.OTHER_CODE, code_id=study.codes["pier"])
    before = pictures.rows(project)
    decisions.note(project, row, "It is a pier.", into_use=True)
    decisions.note(project, row, "It is a pier.", into_use=True)
    assert entry(project, study.codes["pier"], "use_when") == "It is a pier."
    project.undo()
    assert pictures.rows(project) == before


def test_amendments_of_a_code_that_is_gone_are_still_listed(study: Study) -> None:
    project, row = study.project, study.row(Kind.BOUNDARY)
    amending.amend(project, row, study.codes["why"], "definition", "Reasons.")
    codes.delete(project, [study.codes["why"]])
    assert [one.code_name for one in amending.listed(project)] == ["why"]


def test_a_code_that_is_gone_cannot_be_amended(study: Study) -> None:
    project, row = study.project, study.row(Kind.BOUNDARY)
    with pytest.raises(QcodeError, match="no longer exists"):
        amending.amend(project, row, 999, "definition", "x")
    with pytest.raises(ValueError, match="no such field"):
        amending.amend(project, row, study.codes["why"], "name", "x")
