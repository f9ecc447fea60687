"""Full agreement is taken over in one step, and it is told how far the consensus has come."""

from __future__ import annotations

import pytest
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.errors import QcodeError
from qcode.model.review import Coverage, fitting
from qcode.services import codings
from qcode.services.review import consensus, decisions

from tests.services import pictures
from tests.services.agreement.two_coders import coded, finish
from tests.services.modelled import label
from tests.services.review.study import Study


def test_what_all_coded_alike_is_taken_over_in_one_step(study: Study) -> None:
    project = study.project
    before = pictures.rows(project)
    assert consensus.take_over(project, study.gathered()) == 1
    assert study.agreed() == {(study.documents[0], "pier", 4, 8)}
    assert label(project) == "Take over what all agree on (codings: 1)"
    project.undo()
    assert pictures.rows(project) == before


def test_taking_over_again_is_no_step(study: Study) -> None:
    project = study.project
    consensus.take_over(project, study.gathered())
    before = pictures.steps(project)
    assert consensus.take_over(project, study.gathered()) == 0
    assert pictures.steps(project) == before


def test_own_spans_that_touch_are_one_when_they_are_compared(study: Study) -> None:
    project, second = study.project, study.documents[1]
    why = study.codes["why"]
    coded(project, "Ann", [(second, why, 20, 30), (second, why, 30, 39)])
    coded(project, "Bo", [(second, why, 20, 39)])
    assert consensus.take_over(project, study.gathered()) == 2
    assert (second, "why", 20, 39) in study.agreed()


def test_all_compared_coders_have_to_agree_where_all_have_finished(study: Study) -> None:
    project, documents = study.project, study.documents
    pier = study.codes["pier"]
    for coder in ("Ann", "Bo", "Cy"):
        coded(project, coder, [(documents[1], pier, 4, 8)])
    assert consensus.take_over(project, study.gathered()) == 1
    assert study.agreed() == {(documents[1], "pier", 4, 8)}
    for coder in ("Ann", "Bo"):
        finish(project, coder, documents[0])
    assert consensus.take_over(project, study.gathered(coders=("Ann", "Bo"))) == 1
    assert consensus.take_over(project, study.gathered()) == 0


def test_only_the_codes_that_are_compared_are_taken_over(study: Study) -> None:
    only = study.gathered(code_ids=frozenset({study.codes["why"]}))
    assert consensus.take_over(study.project, only) == 0


def test_one_coder_alone_agrees_with_nobody(study: Study) -> None:
    with pytest.raises(QcodeError, match="two coders"):
        consensus.take_over(study.project, study.gathered(coders=("Ann",)))
    decisions.decide(study.project, study.row(DisagreementKind.BOUNDARY), Verdict.FIRST)
    with pytest.raises(QcodeError, match="two coders"):
        consensus.take_over(study.project, study.gathered(coders=("Ann", "Consensus")))


def test_what_a_decision_made_and_all_agree_on_is_there_once(study: Study) -> None:
    project, row = study.project, study.row(DisagreementKind.BOUNDARY)
    decisions.decide(project, row, Verdict.OTHER_CODE, code_id=study.codes["pier"], spans=[(4, 8)])
    assert consensus.take_over(project, study.gathered()) == 0
    assert study.agreed() == {(study.documents[0], "pier", 4, 8)}


def test_it_is_told_how_far_the_consensus_has_come(study: Study) -> None:
    project, gathered = study.project, study.gathered()
    found = study.found()
    assert consensus.coverage(project, gathered, found) == Coverage(
        rows=3,
        settled=0,
        accepted=0,
        agreed=1,
        taken=0,
        documents=2,
        settled_documents=1,
        stale=0,
    )
    for row in study.rows():
        decisions.decide(project, row, Verdict.ACCEPT if row.start else Verdict.FIRST)
    found = found.with_decisions(project)
    settled = consensus.coverage(project, gathered, found)
    assert (settled.settled, settled.accepted, settled.settled_documents) == (3, 2, 1)
    consensus.take_over(project, gathered)
    done = consensus.coverage(project, gathered, found)
    assert (done.taken, done.settled_documents) == (1, 2)


def test_from_the_first_disagreement_to_full_consensus_in_any_way(study: Study) -> None:
    """One verdict a row settles everything, whatever it is, and undo leads all the way back."""
    project = study.project
    begin = pictures.rows(project)
    consensus.take_over(project, study.gathered())
    found = study.found()
    for row in range(len(found)):
        one = found.row(row)
        for verdict in fitting(one.kind):
            decisions.decide(
                project, one, verdict, spans=[(one.start, one.end)], code_id=study.codes["why"]
            )
        found = found.with_decisions(project)
    assert consensus.coverage(project, study.gathered(), found).settled == len(found)
    assert study.agreed() == {(study.documents[0], "pier", 4, 8)}  # the last verdict: they differ
    while pictures.rows(project) != begin:
        assert project.undo() is not None


def test_the_consensus_can_be_coded_by_hand(study: Study) -> None:
    project = study.project
    consensus.take_over(project, study.gathered())
    who = consensus.coder(project)
    assert who is not None
    project.act_as(who.name)
    from qcode.model.span import Span

    codings.apply(project, study.documents[1], [Span(0, 8)], [study.codes["why"]])
    assert (study.documents[1], "why", 0, 8) in study.agreed()
