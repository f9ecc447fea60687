"""What coders differ in is found, sieved and joined with what was decided."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.enums import WorkStatus
from qcode.model.messages import Message
from qcode.model.review import Sieve, Standing, fitting
from qcode.model.span import Span
from qcode.services import coders, codes, codings
from qcode.services.review import consensus, decisions, disagreements

from tests.services.agreement.two_coders import LETTER, coded, finish, frame
from tests.services.review.study import Study

Kind = DisagreementKind


def test_each_kind_of_disagreement_is_told_with_codes_and_spans(study: Study) -> None:
    found = study.rows()
    assert [(row.kind, row.first_spans, row.second_spans) for row in found] == [
        (Kind.BOUNDARY, ((0, 19),), ((4, 18),)),
        (Kind.MISSED_BY_FIRST, (), ((20, 39),)),
        (Kind.CODE, ((40, 48),), ((40, 50),)),
    ]
    names = study.codes
    assert [(row.first_code_id, row.second_code_id) for row in found] == [
        (names["closed"], names["closed"]),
        (None, names["why"]),
        (names["waiting"], names["boats"]),
    ]
    assert {(row.first_id, row.second_id) for row in found} == {(study.id("Ann"), study.id("Bo"))}
    assert {row.document_id for row in found} == {study.documents[0]}
    assert [(row.start, row.end) for row in found] == [(0, 19), (20, 39), (40, 50)]


def test_columns_say_how_much_differs(study: Study) -> None:
    found = study.found()
    assert found.differing.tolist() == [5, 19, 10]
    assert [found.gathered.documents[place].id for place in found.document] == [
        study.documents[0]
    ] * 3
    assert [(one.name, other.name) for one, other in found.pairs] == [("Ann", "Bo")]


def test_naming_the_coders_in_the_other_order_turns_the_rows_but_not_their_keys(
    study: Study,
) -> None:
    one, other = study.rows(), study.rows(coders=("Bo", "Ann"))
    assert [row.turned() for row in other] == one
    assert [row.key for row in other] == [row.key for row in one]
    assert other[1].kind is Kind.MISSED_BY_SECOND


def test_only_documents_that_both_have_finished_are_compared(study: Study) -> None:
    project, documents = study.project, study.documents
    coded(project, "Ann", [(documents[1], study.codes["why"], 0, 8)])
    finish(project, "Ann", *documents)
    finish(project, "Bo", documents[1])
    assert [row.document_id for row in study.rows()] == [documents[1]]


def test_a_pair_is_compared_where_a_third_has_not_finished(study: Study) -> None:
    project, documents = study.project, study.documents
    coded(project, "Cy", [(documents[1], study.codes["why"], 0, 8)])
    for coder in ("Ann", "Bo"):
        finish(project, coder, *documents)
    finish(project, "Cy", documents[1])
    found = study.found()
    pairs = [tuple(coder.name for coder in pair) for pair in found.pairs]
    told = [
        (pairs[pair], found.gathered.documents[place].id)
        for pair, place in zip(found.pair.tolist(), found.document.tolist(), strict=True)
    ]
    assert told == [(("Ann", "Bo"), documents[0])] * 3 + [
        (("Ann", "Cy"), documents[1]),
        (("Bo", "Cy"), documents[1]),
    ]


def test_who_works_blind_sees_nothing_of_what_they_have_not_finished(study: Study) -> None:
    project, documents = study.project, study.documents
    finish(project, "Bo", *documents)
    coders.set_blind(project, True)
    assert study.rows(coders=("Ann", "Bo"), all_documents=True) == []
    finish(project, "Ann", documents[0])
    assert len(study.rows(coders=("Ann", "Bo"))) == 3


def test_the_consensus_is_no_party(study: Study) -> None:
    decisions.decide(study.project, study.row(Kind.BOUNDARY), Verdict.SECOND)
    who = consensus.coder(study.project)
    assert who is not None
    found = study.found(coders=("Ann", "Bo", who.name))
    assert [(one.name, other.name) for one, other in found.pairs] == [("Ann", "Bo")]
    assert len(found) == 3


def test_figures_rolled_up_leave_the_codes_that_were_given(study: Study) -> None:
    below = frame(study.project, "gate", under=study.codes["closed"])
    coded(study.project, "Bo", [(study.documents[0], below["gate"], 60, 70)])
    top = frozenset({study.codes["closed"]})
    found = study.found(roll_up=True, code_ids=top)
    given = [found.row(row) for row in range(len(found))]
    assert [row.code_ids for row in given] == [(study.codes["closed"],), (below["gate"],)]
    assert [row.key for row in study.rows() if row.start in (0, 60)] == [row.key for row in given]


def test_looking_at_some_codes_does_not_change_what_a_disagreement_is(study: Study) -> None:
    only = study.rows(code_ids=frozenset({study.codes["boats"]}))
    assert only == [study.row(Kind.CODE)]
    decisions.decide(study.project, study.row(Kind.BOUNDARY), Verdict.FIRST)
    assert study.found(code_ids=frozenset({study.codes["boats"]})).stale == 0


# ---------------------------------------------------------------------- sieving


@pytest.mark.parametrize(
    ("sieve", "wanted"),
    [
        (lambda _: Sieve(), [0, 1, 2]),
        (lambda s: Sieve(code_ids=frozenset({s.codes["boats"], s.codes["why"]})), [1, 2]),
        (lambda s: Sieve(document_ids=frozenset({s.documents[1]})), []),
        (lambda s: Sieve(document_ids=frozenset({s.documents[0]})), [0, 1, 2]),
        (lambda _: Sieve(kinds=frozenset({Kind.CODE, Kind.BOUNDARY})), [0, 2]),
        (lambda s: Sieve(pair=(s.id("Bo"), s.id("Ann"))), [0, 1, 2]),
        (lambda s: Sieve(pair=(s.id("Bo"), 99)), []),
        (lambda _: Sieve(shortest=6), [1, 2]),
        (lambda _: Sieve(shortest=11), [1]),
        (lambda s: Sieve(cell=(s.codes["waiting"], s.codes["boats"])), [2]),
        (lambda s: Sieve(cell=(None, s.codes["boats"])), [2]),
        (lambda s: Sieve(cell=(s.codes["closed"], None)), [0]),
        (lambda s: Sieve(cell=(s.codes["boats"], s.codes["waiting"])), []),
        (lambda s: Sieve(cell=(None, 999)), []),
    ],
)
def test_rows_are_sieved(study: Study, sieve: Callable[[Study], Sieve], wanted: list[int]) -> None:
    assert study.found().sieve(sieve(study)).tolist() == wanted


def test_a_code_stands_for_those_below_it_unless_it_is_to_stand_alone(study: Study) -> None:
    codes.move(study.project, [study.codes["why"]], study.codes["boats"])
    found = study.found()
    chosen = frozenset({study.codes["boats"]})
    assert found.sieve(Sieve(code_ids=chosen)).tolist() == [1, 2]
    assert found.sieve(Sieve(code_ids=chosen, below=False)).tolist() == [2]


def test_trifles_are_hidden_and_counted(study: Study) -> None:
    project, second = study.project, study.documents[1]
    assert LETTER[18:20] == ". "
    coded(project, "Ann", [(second, study.codes["closed"], 0, 18)])
    coded(project, "Bo", [(second, study.codes["closed"], 0, 20)])
    found = study.found()
    assert found.blank.tolist() == [False, False, False, True]
    hidden = Sieve(hide_blank=True)
    assert found.sieve(hidden).tolist() == [0, 1, 2]
    assert found.hidden(hidden) == 1
    assert found.hidden(Sieve(hide_blank=True, document_ids=frozenset({study.documents[0]}))) == 0
    assert found.hidden(Sieve(hide_blank=True, shortest=6)) == 2
    assert found.sieve(Sieve()).tolist() == [0, 1, 2, 3]


def test_open_ones_are_told_from_decided_ones(study: Study) -> None:
    decisions.decide(study.project, study.row(Kind.CODE), Verdict.ACCEPT)
    found = study.found()
    assert found.sieve(Sieve(verdict=Standing.OPEN)).tolist() == [0, 1]
    assert found.sieve(Sieve(verdict=Standing.DECIDED)).tolist() == [2]
    assert found.sieve(Sieve(verdicts=frozenset({Verdict.ACCEPT}))).tolist() == [2]
    assert found.open_by_document() == {study.documents[0]: 2}


# ---------------------------------------------------------------------- what was decided


def test_what_was_decided_is_joined_without_finding_again(study: Study) -> None:
    project, found = study.project, study.found()
    row = study.row(Kind.BOUNDARY)
    number = decisions.decide(project, row, Verdict.FIRST, reason="it is the whole sentence")
    after = found.with_decisions(project)
    assert found.decided(0) is None
    told = after.decided(0)
    assert told is not None
    assert (told.decision_id, told.verdict, told.reason, told.coder) == (
        number,
        Verdict.FIRST,
        "it is the whole sentence",
        "Ann",
    )
    assert after.verdict.tolist() == [list(Verdict).index(Verdict.FIRST), 0, 0]
    decisions.reopen(project, row)
    assert after.with_decisions(project).verdict.tolist() == [0, 0, 0]


def test_only_the_decisions_that_a_step_touched_are_read_again(study: Study) -> None:
    project, found = study.project, study.found()
    touched: list[frozenset[int]] = []
    project.subscribe(lambda changes: touched.append(changes.ids("decision")))
    for kind in (Kind.CODE, Kind.BOUNDARY):
        decisions.decide(project, study.row(kind), Verdict.ACCEPT)
        found = found.with_decisions(project, touched.pop())
    assert [found.decided(row) is not None for row in range(3)] == [True, False, True]
    project.undo()
    found = found.with_decisions(project, touched.pop())
    assert [found.decided(row) is not None for row in range(3)] == [False, False, True]


def test_verdicts_are_told_in_the_order_in_which_the_coders_are_named(study: Study) -> None:
    decisions.decide(study.project, study.row(Kind.BOUNDARY), Verdict.FIRST)
    turned = study.found(coders=("Bo", "Ann")).decided(0)
    assert turned is not None and turned.verdict is Verdict.SECOND


def test_codings_that_change_make_it_a_new_disagreement(study: Study) -> None:
    project, row = study.project, study.row(Kind.BOUNDARY)
    decisions.decide(project, row, Verdict.FIRST)
    (coding,) = [
        one
        for one in codings.of_document(project, row.document_id)
        if one.coder == "Bo" and one.code_id == study.codes["closed"]
    ]
    project.act_as("Bo")
    codings.remove(project, [coding.id])
    codings.apply(project, row.document_id, [Span(3, 18)], [study.codes["closed"]])
    found = study.found()
    assert found.place(row) is None
    assert found.verdict.tolist() == [0, 0, 0]
    assert found.stale == 1


def test_of_two_decisions_about_the_same_the_first_one_is_shown(study: Study) -> None:
    """Files that are merged can bring a second one, with the coders named the other way round."""
    project, row = study.project, study.row(Kind.MISSED_BY_FIRST)
    decisions.decide(project, row, Verdict.SECOND)
    found = study.found()
    with project.change(Message("Merge")) as writer:
        other = writer.insert(
            "decision",
            document_id=row.document_id,
            kind=row.turned().kind.value,
            first_id=row.second_id,
            second_id=row.first_id,
            first_code_id=row.second_code_id,
            first_spans=json.dumps(row.second_spans, separators=(",", ":")),
            second_spans="[]",
            verdict="second",
            coder_id=writer.coder_id(),
        )
    for after in (found.with_decisions(project, [other]), study.found()):
        told = after.decided(1)
        assert told is not None and told.verdict is Verdict.SECOND
    project.undo()
    told = after.with_decisions(project, [other]).decided(1)
    assert told is not None and told.verdict is Verdict.SECOND


def test_a_row_is_found_again_by_what_it_is_about(study: Study) -> None:
    found = study.found()
    for row in range(len(found)):
        assert found.place(found.row(row)) == row
        assert found.place(found.row(row).turned()) == row


def test_verdicts_that_fit_say_something_about_the_kind() -> None:
    assert Verdict.INTERSECTION in fitting(Kind.BOUNDARY)
    for kind in (Kind.MISSED_BY_FIRST, Kind.MISSED_BY_SECOND):
        assert not {Verdict.BOTH, Verdict.UNION, Verdict.INTERSECTION} & set(fitting(kind))
    assert all(Verdict.OPEN not in fitting(kind) for kind in Kind)


def test_without_two_coders_there_is_nothing(study: Study) -> None:
    found = study.found(coders=("Ann",))
    assert len(found) == 0 and found.pairs == ()
    assert found.sieve(Sieve(code_ids=frozenset({1}), cell=(1, None))).tolist() == []


def test_finding_changes_nothing(study: Study) -> None:
    label = study.project.undo_label()
    disagreements.find(study.project, study.gathered())
    assert study.project.undo_label() == label


def test_a_document_reopened_by_one_coder_is_no_longer_compared(study: Study) -> None:
    project, first = study.project, study.documents[0]
    for coder in ("Ann", "Bo"):
        finish(project, coder, first)
    decisions.decide(project, study.row(Kind.CODE), Verdict.ACCEPT)
    coders.set_status(project, [first], "Bo", WorkStatus.OPEN)
    found = study.found()
    assert (len(found), found.stale) == (0, 0)
