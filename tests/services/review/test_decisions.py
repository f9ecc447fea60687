"""A disagreement is decided, decided again, noted, and opened again."""

from __future__ import annotations

import pytest
from qcode.model.agreement_enums import CoderRole, DisagreementKind, Verdict
from qcode.model.errors import QcodeError
from qcode.model.span import Span
from qcode.services import coders, codes, codings
from qcode.services.project import Project
from qcode.services.review import amending, consensus, decisions

from tests.services import pictures
from tests.services.agreement.two_coders import coded, finish
from tests.services.modelled import label
from tests.services.review.study import Place, Study

Kind = DisagreementKind


def place(study: Study, code: str, start: int, end: int) -> Place:
    return (study.documents[0], code, start, end)


@pytest.mark.parametrize(
    ("kind", "verdict", "wanted"),
    [
        (Kind.BOUNDARY, Verdict.FIRST, [("closed", 0, 19)]),
        (Kind.BOUNDARY, Verdict.SECOND, [("closed", 4, 18)]),
        (Kind.BOUNDARY, Verdict.BOTH, [("closed", 0, 19), ("closed", 4, 18)]),
        (Kind.BOUNDARY, Verdict.UNION, [("closed", 0, 19)]),
        (Kind.BOUNDARY, Verdict.INTERSECTION, [("closed", 4, 18)]),
        (Kind.BOUNDARY, Verdict.REJECT, []),
        (Kind.BOUNDARY, Verdict.ACCEPT, []),
        (Kind.CODE, Verdict.FIRST, [("waiting", 40, 48)]),
        (Kind.CODE, Verdict.BOTH, [("waiting", 40, 48), ("boats", 40, 50)]),
        (Kind.CODE, Verdict.UNION, [("waiting", 40, 50), ("boats", 40, 50)]),
        (Kind.CODE, Verdict.INTERSECTION, [("waiting", 40, 48), ("boats", 40, 48)]),
        (Kind.MISSED_BY_FIRST, Verdict.FIRST, []),
        (Kind.MISSED_BY_FIRST, Verdict.SECOND, [("why", 20, 39)]),
    ],
)
def test_the_consensus_gets_what_was_decided(
    study: Study, kind: Kind, verdict: Verdict, wanted: list[tuple[str, int, int]]
) -> None:
    before = (study.coded_by("Ann"), study.coded_by("Bo"))
    decisions.decide(study.project, study.row(kind), verdict)
    assert study.agreed() == {place(study, *one) for one in wanted}
    assert (study.coded_by("Ann"), study.coded_by("Bo")) == before
    told = decisions.of(study.project, study.row(kind))
    assert told is not None and told.verdict is verdict


def test_words_can_be_marked_anew_and_another_code_given(study: Study) -> None:
    project, row = study.project, study.row(Kind.BOUNDARY)
    decisions.decide(project, row, Verdict.EDIT, spans=[(0, 18), (20, 26)])
    assert study.agreed() == {place(study, "closed", 0, 18), place(study, "closed", 20, 26)}
    decisions.decide(project, row, Verdict.OTHER_CODE, code_id=study.codes["why"])
    assert study.agreed() == {place(study, "why", 0, 19)}
    decisions.decide(project, row, Verdict.OTHER_CODE, code_id=study.codes["pier"], spans=[(4, 8)])
    assert study.agreed() == {place(study, "pier", 4, 8)}


def test_deciding_again_replaces_what_was_made_and_keeps_what_stays(study: Study) -> None:
    project, row = study.project, study.row(Kind.CODE)
    decisions.decide(project, row, Verdict.BOTH)
    with project.read() as connection:
        kept = connection.run("SELECT id FROM coding ORDER BY id DESC LIMIT 2").column()
    number = decisions.decide(project, row, Verdict.FIRST)
    assert number == decisions.decide(project, row, Verdict.FIRST)
    assert study.agreed() == {place(study, "waiting", 40, 48)}
    with project.read() as connection:
        assert connection.run("SELECT max(id) FROM coding").value() == min(kept)


def test_deciding_the_same_again_is_no_step(study: Study) -> None:
    project, row = study.project, study.row(Kind.BOUNDARY)
    decisions.decide(project, row, Verdict.UNION, reason="whole sentences")
    before = pictures.steps(project)
    decisions.decide(project, row, Verdict.UNION, reason="whole sentences")
    decisions.decide(project, row, Verdict.UNION)
    assert pictures.steps(project) == before


def test_a_decision_is_one_step_with_a_telling_label(study: Study) -> None:
    project = study.project
    before = pictures.rows(project)
    decisions.decide(project, study.row(Kind.BOUNDARY), Verdict.SECOND)
    assert label(project) == "Decide on closed: as Bo"
    decided = pictures.rows(project)
    project.undo()
    assert pictures.rows(project) == before
    project.redo()
    assert pictures.rows(project) == decided
    decisions.decide(project, study.row(Kind.CODE), Verdict.ACCEPT)
    assert label(project) == "Decide on waiting / boats: disagreement stands"


def test_the_reason_is_the_memo_of_what_it_made(study: Study) -> None:
    project, row = study.project, study.row(Kind.BOUNDARY)
    decisions.decide(project, row, Verdict.FIRST, reason="with its point\r\n")
    assert study.memos() == {place(study, "closed", 0, 19): "with its point"}
    decisions.note(project, row, "the whole sentence")
    assert study.memos() == {place(study, "closed", 0, 19): "the whole sentence"}
    decisions.decide(project, row, Verdict.SECOND)
    assert study.memos() == {place(study, "closed", 4, 18): "the whole sentence"}


def test_a_memo_that_somebody_wrote_on_the_consensus_stays(study: Study) -> None:
    project, row = study.project, study.row(Kind.BOUNDARY)
    decisions.decide(project, row, Verdict.FIRST, reason="one")
    who = consensus.coder(project)
    assert who is not None
    (coding,) = [
        one for one in codings.of_document(project, row.document_id) if one.coder == who.name
    ]
    codings.set_memo(project, coding.id, "see the diary")
    decisions.note(project, row, "two")
    assert set(study.memos().values()) == {"see the diary"}


def test_opening_again_takes_back_what_was_made_and_keeps_the_reason_as_a_note(
    study: Study,
) -> None:
    project, row = study.project, study.row(Kind.BOUNDARY)
    decisions.decide(project, row, Verdict.BOTH, reason="both edges")
    decisions.reopen(project, row)
    assert study.agreed() == set()
    told = decisions.of(project, row)
    assert told is not None and (told.verdict, told.reason) == (Verdict.OPEN, "both edges")
    decisions.note(project, row, "")
    assert decisions.of(project, row) is None


def test_opening_again_leaves_nothing_behind_where_nothing_was_said(study: Study) -> None:
    project, row = study.project, study.row(Kind.BOUNDARY)
    decisions.decide(project, row, Verdict.EDIT, spans=[(0, 12)])
    decisions.reopen(project, row)
    with project.read() as connection:
        assert connection.run("SELECT count(*) FROM decision").value() == 0
        passages = connection.run("SELECT count(*) FROM selection WHERE start = 0 AND end = 12")
        assert passages.value() == 0
    before = pictures.steps(project)
    decisions.reopen(project, row)
    assert pictures.steps(project) == before


def test_what_two_decisions_made_goes_with_the_second(study: Study) -> None:
    """Cy misses what Ann and Bo differ about: both rows lead to Ann's span."""
    project = study.project
    project.act_as("Cy")
    codings.apply(project, study.documents[1], [Span(0, 8)], [study.codes["why"]])
    project.act_as("Ann")
    rows = [row for row in study.rows() if row.code_ids == (study.codes["closed"],)]
    wanted = place(study, "closed", 0, 19)
    by_ann = [
        (row, Verdict.FIRST if row.first_id == study.id("Ann") else Verdict.SECOND)
        for row in rows
        if study.id("Ann") in (row.first_id, row.second_id)
    ]
    assert len(by_ann) == 2
    for number, (row, verdict) in enumerate(by_ann):
        decisions.decide(project, row, verdict, reason=f"reason {number}")
    assert study.memos()[wanted] == "reason 0\n\nreason 1"
    decisions.reopen(project, by_ann[0][0])
    assert study.memos()[wanted] == "reason 1"
    decisions.reopen(project, by_ann[1][0])
    assert wanted not in study.agreed()


def test_what_the_consensus_had_anyway_is_used_and_stays(study: Study) -> None:
    project, row = study.project, study.row(Kind.BOUNDARY)
    decisions.decide(project, study.row(Kind.MISSED_BY_FIRST), Verdict.REJECT)
    decisions.decide(project, study.row(Kind.CODE), Verdict.FIRST)
    who = consensus.coder(project)
    assert who is not None
    coded(project, who.name, [(row.document_id, study.codes["closed"], 0, 19)])
    decisions.decide(project, row, Verdict.FIRST, reason="as Ann")
    assert study.memos()[place(study, "closed", 0, 19)] == ""
    decisions.reopen(project, row)
    assert place(study, "closed", 0, 19) in study.agreed()


def test_the_order_in_which_coders_are_named_makes_no_other_decision(study: Study) -> None:
    project, row = study.project, study.row(Kind.MISSED_BY_FIRST)
    one = decisions.decide(project, row.turned(), Verdict.FIRST)
    assert study.agreed() == {place(study, "why", 20, 39)}
    told = decisions.of(project, row)
    assert told is not None and (told.decision_id, told.verdict) == (one, Verdict.SECOND)
    assert decisions.decide(project, row, Verdict.FIRST) == one
    assert study.agreed() == set()


def test_who_decided_last_has_decided(study: Study) -> None:
    project, row = study.project, study.row(Kind.CODE)
    decisions.decide(project, row, Verdict.FIRST)
    project.act_as("Bo")
    decisions.decide(project, row, Verdict.FIRST)
    told = decisions.of(project, row)
    assert told is not None and told.coder == "Ann"
    decisions.decide(project, row, Verdict.SECOND)
    told = decisions.of(project, row)
    assert told is not None and told.coder == "Bo"


def test_a_note_is_kept_without_a_verdict_and_typing_is_one_step(study: Study) -> None:
    project, row = study.project, study.row(Kind.CODE)
    count = len(pictures.steps(project))
    for text in ("b", "bo", "boats or waiting?"):
        decisions.note(project, row, text)
    assert len(pictures.steps(project)) == count + 1
    told = decisions.of(project, row)
    assert told is not None and (told.verdict, told.reason) == (Verdict.OPEN, "boats or waiting?")
    decisions.decide(project, row, Verdict.SECOND)
    assert study.memos() == {place(study, "boats", 40, 50): "boats or waiting?"}


def test_an_empty_note_on_nothing_is_nothing(study: Study) -> None:
    before = pictures.steps(study.project)
    decisions.note(study.project, study.row(Kind.CODE), "  ")
    assert pictures.steps(study.project) == before


def test_the_consensus_is_a_coder_of_its_own(study: Study) -> None:
    project = study.project
    assert consensus.coder(project) is None
    coders.add(project, "Consensus")
    decisions.decide(project, study.row(Kind.BOUNDARY), Verdict.FIRST)
    who = consensus.coder(project)
    assert who is not None and (who.name, who.role) == ("Consensus 2", CoderRole.CONSENSUS)
    coders.rename(project, who.id, "Team")
    decisions.decide(project, study.row(Kind.CODE), Verdict.FIRST)
    again = consensus.coder(project)
    assert again is not None and (again.id, again.name) == (who.id, "Team")


def test_a_disagreement_that_led_to_the_codebook_stays_when_it_is_opened(study: Study) -> None:
    project, row = study.project, study.row(Kind.CODE)
    decisions.decide(project, row, Verdict.FIRST)
    amending.amend(project, row, study.codes["waiting"], "not_when", "not for boats")
    decisions.reopen(project, row)
    told = decisions.of(project, row)
    assert told is not None and told.verdict is Verdict.OPEN
    assert [one.after for one in amending.of_disagreement(project, row)] == ["not for boats"]


# ---------------------------------------------------------------------- refused


def refused(project: Project, sentence: str, *args: object, **named: object) -> None:
    before = (pictures.rows(project), pictures.steps(project))
    with pytest.raises(QcodeError, match=sentence):
        decisions.decide(project, *args, **named)  # type: ignore[arg-type]  # as the caller says
    assert (pictures.rows(project), pictures.steps(project)) == before


def test_what_cannot_be_decided_is_refused_and_changes_nothing(study: Study) -> None:
    project, row = study.project, study.row(Kind.BOUNDARY)
    alone = study.row(Kind.MISSED_BY_FIRST)
    refused(project, "no words in common", alone, Verdict.INTERSECTION)
    refused(project, "does not lie in", row, Verdict.EDIT, spans=[(0, 9_999)])
    refused(project, "only white space", row, Verdict.EDIT, spans=[(19, 20)])
    refused(project, "no longer exists", row, Verdict.OTHER_CODE, code_id=999)
    codes.delete(project, [study.codes["closed"]])
    refused(project, "This code no longer exists", row, Verdict.FIRST)


def test_what_is_missing_is_an_error_of_the_caller(study: Study) -> None:
    row = study.row(Kind.BOUNDARY)
    for verdict in (Verdict.OPEN, Verdict.EDIT, Verdict.OTHER_CODE):
        with pytest.raises(ValueError, match=r"say which|opened again"):
            decisions.decide(study.project, row, verdict)


def test_who_works_blind_decides_nothing_about_what_they_cannot_see(study: Study) -> None:
    project, row = study.project, study.row(Kind.BOUNDARY)
    decisions.decide(project, row, Verdict.FIRST)
    coders.set_blind(project, True)
    assert decisions.of(project, row) is None
    refused(project, "hidden from you", row, Verdict.SECOND)
    for change in (
        lambda: decisions.reopen(project, row),
        lambda: decisions.note(project, row, "a note"),
        lambda: amending.amend(project, row, study.codes["closed"], "definition", "x"),
    ):
        with pytest.raises(QcodeError, match="hidden from you"):
            change()
    finish(project, "Ann", study.documents[0])
    decisions.decide(project, row, Verdict.SECOND)
    assert study.agreed() == {place(study, "closed", 4, 18)}


def test_decisions_go_with_their_document_and_their_code(study: Study) -> None:
    project = study.project
    decisions.decide(project, study.row(Kind.CODE), Verdict.FIRST)
    decisions.decide(project, study.row(Kind.BOUNDARY), Verdict.FIRST)
    codes.delete(project, [study.codes["boats"], study.codes["waiting"]])
    with project.read() as connection:
        assert connection.run("SELECT kind FROM decision").column() == ["boundary"]
    project.undo()
    assert decisions.of(project, study.row(Kind.CODE)) is not None
