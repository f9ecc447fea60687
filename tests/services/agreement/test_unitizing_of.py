"""Units that coders cut out themselves, over documents laid end to end, and sets of codes."""

from __future__ import annotations

import numpy as np
import pytest
from qcode.analysis.agreement import unitizing
from qcode.model.agreement import Request, Undefined, Unit
from qcode.services.agreement import ratings, unitizing_of
from qcode.services.agreement.gathering import gather
from qcode.services.project import Project

from tests.services.agreement.two_coders import LETTER, coded, finish, frame, texts

LENGTH = len(LETTER) + 1


def cut(*spans: tuple[int, int]) -> unitizing.Cut:
    return np.array([one for one, _ in spans]), np.array([other for _, other in spans])


@pytest.fixture
def study(project: Project) -> tuple[list[int], dict[str, int]]:
    """Ann and Bo have coded two documents; no codes of one coder overlap."""
    documents = texts(project)
    made = frame(project, "closed", "waiting", "unused")
    first, second = documents
    closed, waiting = made["closed"], made["waiting"]
    coded(project, "Ann", [(first, closed, 0, 18), (second, waiting, 40, 50)])
    coded(
        project, "Bo", [(first, closed, 4, 18), (second, waiting, 56, 70), (second, closed, 0, 9)]
    )
    return documents, made


Study = tuple[list[int], dict[str, int]]


def test_documents_are_laid_end_to_end(project: Project, study: Study) -> None:
    found = unitizing_of.continuum(gather(project, Request()))
    whole = 2 * LENGTH
    parts = [
        unitizing.disagreement([cut((0, 18)), cut((4, 18), (LENGTH, LENGTH + 9))], whole),
        unitizing.disagreement(
            [cut((LENGTH + 40, LENGTH + 50)), cut((LENGTH + 56, LENGTH + 70))], whole
        ),
    ]
    assert found.characters == whole
    assert found.alpha_u.value == pytest.approx(unitizing.alpha_u(parts))
    assert found.by_code[0].value == pytest.approx(unitizing.alpha_u(parts[:1]))
    assert (found.by_code[2].value, found.by_code[2].why) == (None, Undefined.NOT_USED)


def test_the_measures_of_2016_for_two_coders(project: Project, study: Study) -> None:
    (pair,) = unitizing_of.continuum(gather(project, Request())).pairs
    whole = 2 * LENGTH
    family = unitizing.family(
        unitizing.stretches([(0, 18, 1), (LENGTH + 40, LENGTH + 50, 2)], whole),
        unitizing.stretches(
            [(4, 18, 1), (LENGTH, LENGTH + 9, 1), (LENGTH + 56, LENGTH + 70, 2)], whole
        ),
        3,
    )
    assert pair.u.value == pytest.approx(family.u)
    assert pair.binary.value == pytest.approx(family.binary)
    assert pair.coverage.value == pytest.approx(14 / whole)
    # Where both cut something out there is one code alone.
    assert (pair.cu.value, pair.cu.why) == (None, Undefined.NO_VARIATION)
    assert len(pair.of_code) == 3


def test_where_codes_of_a_coder_overlap_they_are_not_defined(
    project: Project, study: Study
) -> None:
    documents, made = study
    coded(project, "Ann", [(documents[0], made["waiting"], 17, 20)])
    found = unitizing_of.continuum(gather(project, Request()))
    (pair,) = found.pairs
    assert {figure.why for figure in (pair.u, pair.binary, pair.cu, pair.coverage)} == {
        Undefined.OVERLAPPING
    }
    assert pair.of_code == ()
    assert found.alpha_u.value is not None
    chosen = Request(code_ids=frozenset({made["closed"]}))
    assert unitizing_of.continuum(gather(project, chosen)).pairs[0].u.value is not None


def test_passages_that_touch_at_the_end_of_a_document_stay_two(project: Project) -> None:
    first, second = texts(project)
    made = frame(project, "closed", "waiting")
    rows = [(first, made["closed"], 60, LENGTH), (second, made["waiting"], 0, 9)]
    coded(project, "Ann", rows)
    coded(project, "Bo", rows)
    found = unitizing_of.continuum(gather(project, Request()))
    assert found.alpha_u.value == 1
    assert found.pairs[0].u.value == 1


def test_a_pair_has_the_documents_that_these_two_have_finished(
    project: Project, study: Study
) -> None:
    documents, made = study
    coded(project, "Cy", [(documents[0], made["closed"], 0, 18)])
    for name in ("Ann", "Bo"):
        finish(project, name, *documents)
    finish(project, "Cy", documents[0])
    found = unitizing_of.continuum(gather(project, Request()))
    assert found.characters == LENGTH
    ann_bo, ann_cy, _ = found.pairs
    assert ann_cy.u.value == 1
    assert ann_bo.coverage.value == pytest.approx(14 / (2 * LENGTH))


@pytest.mark.parametrize(
    ("names", "why"), [(("Ann",), Undefined.ONE_CODER), (("Ann", "Bo"), Undefined.NO_DOCUMENT)]
)
def test_nothing_to_compare_says_why(
    project: Project, study: Study, names: tuple[str, ...], why: Undefined
) -> None:
    documents, _ = study
    if len(names) > 1:
        finish(project, "Ann", *documents)
    gathered = gather(project, Request(names))
    found, sets = unitizing_of.continuum(gathered), unitizing_of.set_alphas(gathered)
    figures = [found.alpha_u, *found.by_code, sets.masi, sets.jaccard]
    figures += [pair.u for pair in found.pairs]
    assert {(figure.value, figure.why) for figure in figures} == {(None, why)}


@pytest.mark.parametrize("unit", [Unit.CHARACTER, Unit.SENTENCE])
def test_sets_of_codes_are_compared_in_the_unit_that_was_asked_for(
    project: Project, study: Study, unit: Unit
) -> None:
    documents, made = study
    coded(project, "Ann", [(documents[0], made["waiting"], 10, 30)])
    gathered = gather(project, Request(unit=unit))
    found = unitizing_of.set_alphas(gathered)
    sizes = gathered.tally.units.tolist()
    table: list[list[set[int]]] = [[set(), set()] for _ in range(sum(sizes))]
    spans = gathered.counted
    for document, code, coder, start, end in zip(*(one.tolist() for one in spans), strict=True):
        for place in range(start, end):
            table[sum(sizes[:document]) + place][coder].add(code)
    rows = [
        (
            line,
            {
                name: ";" + ";".join(map(str, sorted(one)))
                for name, one in zip("AB", row, strict=True)
            },
        )
        for line, row in enumerate(table, 2)
    ]
    by_hand = ratings.of_rows(rows, (), "table").measured
    assert found.masi.value == pytest.approx(by_hand.values[ratings.Coefficient.ALPHA_MASI])
    assert found.jaccard.value == pytest.approx(by_hand.values[ratings.Coefficient.ALPHA_JACCARD])
