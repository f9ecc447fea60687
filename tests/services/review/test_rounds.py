"""Figures are frozen with what they are figures of, and negotiated agreement stands apart."""

from __future__ import annotations

import pytest
from qcode.model.agreement import Coefficient, Request, Unit
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.errors import QcodeError
from qcode.services import coders, codes, codings, documents
from qcode.services.agreement import comparing
from qcode.services.review import consensus, decisions, rounds

from tests.services import pictures
from tests.services.agreement.two_coders import coded, finish, frame
from tests.services.modelled import label
from tests.services.review.study import Study

ALPHA = Coefficient.KRIPPENDORFF_ALPHA
DICE = Coefficient.DICE


def freeze(study: Study, name: str = "first", note: str = "", **asked: object) -> int:
    gathered = study.gathered(**asked)
    return rounds.freeze(study.project, gathered, comparing.measure(gathered), name, note)


def test_a_round_keeps_who_was_compared_on_what(study: Study) -> None:
    project = study.project
    number = freeze(study, " Pilot ", "before the talk\r\n")
    assert label(project) == "Keep round “Pilot”"
    (one,) = rounds.listed(project)
    assert (one.id, one.name, one.note, one.coder) == (number, "Pilot", "before the talk", "Ann")
    assert (one.coders, one.documents) == (("Ann", "Bo"), ("d0", "d1"))
    with project.read() as connection:
        kept = connection.run("SELECT id FROM codebook_snapshot").column()
    assert one.snapshot_id in kept
    project.undo()
    assert rounds.listed(project) == []
    project.redo()
    assert rounds.listed(project) == [one]


@pytest.mark.parametrize("unit", list(Unit))
def test_figures_come_back_as_they_were(study: Study, unit: Unit) -> None:
    coded(study.project, "Cy", [(study.documents[0], study.codes["closed"], 0, 12)])
    for asked in ({}, {"coders": ("Ann", "Bo")}):
        gathered = study.gathered(unit=unit, overlap=75, **asked)
        measured = comparing.measure(gathered)
        number = rounds.freeze(study.project, gathered, measured, f"{unit.label} {len(asked)}")
        found = rounds.figures(study.project, number)
        assert found.request.unit is unit and found.request.overlap == 75
        assert found.request.coders == tuple(one.name for one in gathered.coders)
        assert found.overall == measured.overall
        assert [one.measured for one in found.codes] == [one.measured for one in measured.codes]
        assert [one.cells for one in found.codes] == [one.cells for one in measured.codes]
        assert [(one.code.id, one.code.name) for one in found.codes] == [
            (one.code.id, one.code.name) for one in measured.codes
        ]
        assert [(one.document.id, one.measured) for one in found.documents] == [
            (one.document.id, one.measured) for one in measured.documents
        ]
        assert (found.lowest, found.median) == (measured.lowest, measured.median)
        assert [(one.coders[0].name, one.documents, one.overall) for one in found.pairs] == [
            (one.coders[0].name, one.documents, one.overall) for one in measured.pairs
        ]
        for one, other in zip(found.pairs, measured.pairs, strict=True):
            figures = {row.code.id: row for row in other.codes}
            assert one.codes and all(
                (row.measured, row.cells) == (figures[row.code.id].measured, row.cells)
                for row in one.codes
            )


def test_what_happens_later_changes_nothing_of_a_round(study: Study) -> None:
    project = study.project
    number = freeze(study, code_ids=frozenset({study.codes["closed"], study.codes["boats"]}))
    before = rounds.figures(project, number)
    codes.rename(project, study.codes["closed"], "shut")
    codings.remove(project, [one.id for one in codings.of_document(project, study.documents[0])])
    after = rounds.figures(project, number)
    assert after.codes == before.codes and after.overall == before.overall
    codes.delete(project, [study.codes["boats"]])
    documents.delete(project, [study.documents[1]])
    gone = rounds.figures(project, number)
    assert [(one.code.name, one.code.id > 0) for one in gone.codes] == [
        ("closed", True),
        ("boats", False),
    ]
    assert [one.document.id > 0 for one in gone.documents] == [True, False]
    assert gone.request.code_ids == frozenset({study.codes["closed"]})


def test_rounds_have_names_of_their_own_and_notes(study: Study) -> None:
    project = study.project
    one, other = freeze(study, "one"), freeze(study, "two")
    for change in (
        lambda: freeze(study, "ONE"),
        lambda: freeze(study, "  "),
        lambda: rounds.describe(project, other, "one", ""),
    ):
        before = pictures.rows(project)
        with pytest.raises(QcodeError, match=r"already a round|needs a name"):
            change()
        assert pictures.rows(project) == before
    rounds.describe(project, one, "One", "talked over")
    rounds.delete(project, other)
    assert [(one.name, one.note) for one in rounds.listed(project)] == [("One", "talked over")]
    for gone in (rounds.figures, rounds.delete):
        with pytest.raises(QcodeError, match="no longer exists"):
            gone(project, other)


def test_who_works_blind_sees_no_round_before_all_is_finished(study: Study) -> None:
    project = study.project
    number = freeze(study)
    finish(project, "Ann", study.documents[0])
    coders.set_blind(project, True)
    assert rounds.listed(project) == []
    with pytest.raises(QcodeError, match="no longer exists"):
        rounds.figures(project, number)
    finish(project, "Ann", study.documents[1])
    assert [one.id for one in rounds.listed(project)] == [number]


# ---------------------------------------------------------------------- negotiated agreement


def test_before_anything_is_decided_it_is_that_of_the_coders(study: Study) -> None:
    assert rounds.negotiated(study.project, study.found()) == comparing.compare(
        study.project, Request()
    )


def test_when_all_is_settled_the_coders_agree_wholly(study: Study) -> None:
    for row in study.rows():
        decisions.decide(study.project, row, Verdict.SECOND)
    found = rounds.negotiated(study.project, study.found())
    assert found.overall.get(ALPHA) == 1
    assert [one.measured.get(DICE) for one in found.codes] == [1, None, 1, 1, 1]
    assert comparing.compare(study.project, Request()).overall.get(ALPHA) != 1


def test_where_they_agree_to_differ_they_differ(study: Study) -> None:
    project = study.project
    first = comparing.compare(project, Request())
    decisions.decide(project, study.row(DisagreementKind.BOUNDARY), Verdict.ACCEPT)
    assert rounds.negotiated(project, study.found()) == first
    decisions.decide(project, study.row(DisagreementKind.CODE), Verdict.UNION)
    found = rounds.negotiated(project, study.found())
    by_name = {one.code.name: one for one in found.codes}
    assert by_name["closed"].cells == {one.code.name: one for one in first.codes}["closed"].cells
    assert (by_name["waiting"].cells, by_name["boats"].cells) == (
        by_name["boats"].cells,
        by_name["waiting"].cells,
    )
    cells = by_name["boats"].cells
    assert cells is not None and (cells.n11, cells.n10, cells.n01) == (10, 0, 0)


def test_another_code_counts_for_both(study: Study) -> None:
    project = study.project
    decisions.decide(
        project,
        study.row(DisagreementKind.CODE),
        Verdict.OTHER_CODE,
        code_id=study.codes["why"],
        spans=[(40, 46)],
    )
    found = rounds.negotiated(project, study.found())
    cells = {one.code.name: one.cells for one in found.codes}
    assert cells["waiting"] == cells["boats"]
    why = cells["why"]
    assert why is not None and (why.n11, why.n10, why.n01) == (6, 0, 19)


def test_a_third_coder_is_not_taken_to_have_agreed(study: Study) -> None:
    project, first = study.project, study.documents[0]
    coded(project, "Cy", [(first, study.codes["closed"], 0, 10)])
    (row,) = [
        row
        for row in study.rows()
        if row.kind is DisagreementKind.BOUNDARY
        and {row.first_id, row.second_id} == {study.id("Ann"), study.id("Bo")}
    ]
    decisions.decide(project, row, Verdict.FIRST)
    found = rounds.negotiated(project, study.found())
    closed = {
        tuple(one.name for one in pair.coders): pair.codes[0].measured.get(DICE)
        for pair in found.pairs
    }
    assert closed["Ann", "Bo"] == 1
    assert closed["Ann", "Cy"] == closed["Bo", "Cy"] == pytest.approx(20 / 29)


@pytest.mark.parametrize("unit", [Unit.SENTENCE, Unit.PARAGRAPH, Unit.DOCUMENT, Unit.SEGMENT])
def test_it_is_counted_in_the_unit_that_was_asked_for(study: Study, unit: Unit) -> None:
    for row in study.rows():
        decisions.decide(study.project, row, Verdict.FIRST)
    found = rounds.negotiated(study.project, study.found(unit=unit))
    assert found.request.unit is unit
    assert found.overall.get(Coefficient.DICE) == 1


def test_it_is_rolled_up_where_that_was_asked_for(study: Study) -> None:
    project, first = study.project, study.documents[0]
    below = frame(project, "gate", "bar", under=study.codes["closed"])
    coded(project, "Ann", [(first, below["gate"], 60, 70)])
    coded(project, "Bo", [(first, below["bar"], 62, 70)])
    asked = {"roll_up": True, "code_ids": frozenset({study.codes["closed"]})}
    (before,) = rounds.negotiated(project, study.found(**asked)).codes
    assert before.cells is not None
    assert (before.cells.n11, before.cells.n10, before.cells.n01) == (14 + 8, 5 + 2, 0)
    for row in study.rows():
        if row.start in (0, 60):
            decisions.decide(project, row, Verdict.FIRST)
    (after,) = rounds.negotiated(project, study.found(**asked)).codes
    assert after.cells is not None
    assert (after.cells.n11, after.cells.n10, after.cells.n01) == (19 + 10, 0, 0)


def test_it_does_not_need_a_consensus(study: Study) -> None:
    decisions.decide(study.project, study.row(DisagreementKind.MISSED_BY_FIRST), Verdict.REJECT)
    assert consensus.coder(study.project) is None
    found = rounds.negotiated(study.project, study.found())
    cells = {one.code.name: one.cells for one in found.codes}["why"]
    assert cells is not None and (cells.n11, cells.n10, cells.n01) == (0, 0, 0)
