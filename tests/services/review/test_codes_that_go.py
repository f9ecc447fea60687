"""What was decided by hand outlives the codes that it was about, as long as something is left."""

from __future__ import annotations

import pytest
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.review import Disagreement
from qcode.services import code_moves, codes, documents
from qcode.services.project import Project
from qcode.services.review import decisions

from tests.services import pictures
from tests.services.agreement.two_coders import coded
from tests.services.review.study import Place, Study

Kind = DisagreementKind


def left_at(study: Study, start: int) -> Disagreement:
    """The only disagreement that begins somewhere."""
    (one,) = [row for row in study.rows() if row.start == start]
    return one


@pytest.mark.parametrize(
    ("decided", "says"),
    [
        (Verdict.FIRST, Verdict.FIRST),
        (Verdict.SECOND, Verdict.SECOND),
        (Verdict.BOTH, Verdict.SECOND),
        (Verdict.UNION, Verdict.EDIT),
        (Verdict.INTERSECTION, Verdict.EDIT),
        (Verdict.REJECT, Verdict.REJECT),
        (Verdict.ACCEPT, Verdict.ACCEPT),
    ],
)
def test_a_verdict_on_two_codes_goes_on_about_the_one_that_is_left(
    study: Study, decided: Verdict, says: Verdict
) -> None:
    project, row = study.project, study.row(Kind.CODE)
    decisions.decide(project, row, decided, reason="talked over")
    kept = {place for place in study.agreed() if place[1] == "boats"}
    before = pictures.rows(project)
    codes.delete(project, [study.codes["waiting"]])
    now = left_at(study, 40)
    assert (now.kind, now.code_ids) == (Kind.MISSED_BY_FIRST, (study.codes["boats"],))
    told = decisions.of(project, now)
    assert told is not None and (told.verdict, told.reason) == (says, "talked over")
    assert study.found().stale == 0
    assert study.agreed() == kept
    project.undo()
    assert pictures.rows(project) == before


def test_it_is_so_whichever_of_the_two_codes_goes(study: Study) -> None:
    project, row = study.project, study.row(Kind.CODE)
    decisions.decide(project, row, Verdict.BOTH)
    codes.delete(project, [study.codes["boats"]])
    now = left_at(study, 40)
    told = decisions.of(project, now)
    assert now.kind is Kind.MISSED_BY_SECOND
    assert told is not None and told.verdict is Verdict.FIRST
    decisions.reopen(project, now)
    assert study.agreed() == set()


def test_what_was_decided_for_another_code_is_open_again_when_that_goes(study: Study) -> None:
    project, row = study.project, study.row(Kind.CODE)
    decisions.decide(project, row, Verdict.OTHER_CODE, code_id=study.codes["pier"], reason="a pier")
    codes.delete(project, [study.codes["pier"]])
    told = decisions.of(project, row)
    assert told is not None and (told.verdict, told.reason) == (Verdict.OPEN, "a pier")
    codes.delete(project, [study.codes["waiting"]])
    told = decisions.of(project, left_at(study, 40))
    assert told is not None and told.reason == "a pier"


def test_without_a_reason_nothing_is_left_of_it(study: Study) -> None:
    project, row = study.project, study.row(Kind.CODE)
    decisions.decide(project, row, Verdict.OTHER_CODE, code_id=study.codes["pier"])
    codes.delete(project, [study.codes["pier"]])
    assert decisions.of(project, row) is None


@pytest.mark.parametrize("gone", [("waiting", "boats"), ("boats", "waiting")])
def test_where_nothing_is_left_the_decision_goes_and_comes_back_with_undo(
    study: Study, gone: tuple[str, str]
) -> None:
    project, row = study.project, study.row(Kind.CODE)
    decisions.decide(project, row, Verdict.BOTH)
    before = pictures.rows(project)
    for name in gone:
        codes.delete(project, [study.codes[name]])
    assert [one.start for one in study.rows()] == [0, 20]
    assert study.agreed() == set()
    for _ in gone:
        project.undo()
    assert pictures.rows(project) == before


def test_of_two_decisions_about_what_is_left_the_older_stands(study: Study) -> None:
    """Ann once had nothing there, and that was settled; then she coded it, and that was as well."""
    project, row = study.project, study.row(Kind.CODE)
    alone = Disagreement(
        row.document_id,
        Kind.MISSED_BY_FIRST,
        row.first_id,
        row.second_id,
        None,
        row.second_code_id,
        (),
        row.second_spans,
    )
    decisions.decide(project, alone, Verdict.SECOND, reason="first")
    decisions.decide(project, row, Verdict.BOTH, reason="then")
    codes.delete(project, [study.codes["waiting"]])
    told = decisions.of(project, left_at(study, 40))
    assert told is not None and told.verdict is Verdict.SECOND
    assert told.reason == "first\n\nthen"
    assert _boats(study) == {(row.document_id, "boats", 40, 50)}
    decisions.reopen(project, left_at(study, 40))
    assert _boats(study) == set()


def _boats(study: Study) -> set[Place]:
    return {place for place in study.agreed() if place[1] == "boats"}


def test_names_and_places_of_codes_change_nothing(study: Study) -> None:
    project, row = study.project, study.row(Kind.CODE)
    decisions.decide(project, row, Verdict.FIRST)
    codes.rename(project, study.codes["waiting"], "standing still")
    code_moves.move(project, [study.codes["boats"]], study.codes["waiting"], 0)
    assert decisions.of(project, study.row(Kind.CODE)) == decisions.of(project, row)
    assert study.found().stale == 0


def test_decisions_on_a_document_go_with_it_and_come_back_with_undo(study: Study) -> None:
    project: Project = study.project
    decisions.decide(project, study.row(Kind.CODE), Verdict.BOTH, reason="one idea")
    before = pictures.rows(project)
    documents.delete(project, [study.documents[0]])
    project.undo()
    assert pictures.rows(project) == before


def test_a_decision_on_what_became_alike_is_still_told_of(study: Study) -> None:
    """Each gave another code to the same words; merged, they agree: nothing is left to decide."""
    project, first = study.project, study.documents[0]
    coded(project, "Ann", [(first, study.codes["pier"], 20, 39)])
    (row,) = [one for one in study.rows() if one.start == 20]
    decisions.decide(project, row, Verdict.FIRST, reason="piers")
    codes.merge(project, [study.codes["pier"]], study.codes["why"])
    found = study.found()
    ((about, told),) = found.left_over()
    assert found.stale == 1
    assert (about.start, about.code_ids) == (20, (study.codes["why"],))
    assert (told.verdict, told.reason) == (Verdict.FIRST, "piers")
