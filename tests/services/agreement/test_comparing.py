"""What is compared, in which documents, by which unit, and what is said where nothing can be."""

from __future__ import annotations

import pytest
from qcode.model.agreement import Cells, Coefficient, Request, Undefined, Unit
from qcode.model.errors import QcodeError
from qcode.services import coders
from qcode.services.agreement import comparing
from qcode.services.project import Project

from tests.services.agreement.two_coders import LETTER, coded, finish, frame, texts

KAPPA = Coefficient.COHEN_KAPPA
ALPHA = Coefficient.KRIPPENDORFF_ALPHA


@pytest.fixture
def study(project: Project) -> tuple[Project, list[int], dict[str, int]]:
    """Ann and Bo have coded the first of two documents."""
    documents = texts(project)
    made = frame(project, "closed", "waiting", "unused")
    first = documents[0]
    coded(project, "Ann", [(first, made["closed"], 0, 18), (first, made["waiting"], 40, 50)])
    coded(project, "Bo", [(first, made["closed"], 4, 18), (first, made["waiting"], 56, 70)])
    return project, documents, made


Study = tuple[Project, list[int], dict[str, int]]


def test_characters_are_counted_over_all_documents_where_no_status_was_set(study: Study) -> None:
    project, _, _ = study
    found = comparing.compare(project, Request())
    total = 2 * len(LETTER) + 2
    assert [one.name for one in found.coders] == ["Ann", "Bo"]
    assert (found.compared, found.available) == (2, 2)
    assert [one.cells for one in found.codes] == [
        Cells(14, 4, 0, total - 18),
        Cells(0, 10, 14, total - 24),
        Cells(0, 0, 0, total),
    ]
    closed = found.codes[0].measured
    assert closed.get(Coefficient.DICE) == pytest.approx(28 / 32)
    assert closed.get(Coefficient.PERCENT) == pytest.approx((total - 4) / total)


def test_the_order_in_which_coders_are_named_is_that_of_the_cells(study: Study) -> None:
    project, _, _ = study
    found = comparing.compare(project, Request(coders=("Bo", "Ann")))
    cells = found.codes[0].cells
    assert cells is not None
    assert (cells.n10, cells.n01) == (0, 4)


def test_a_code_that_nobody_used_has_no_kappa_and_says_why(study: Study) -> None:
    project, _, _ = study
    unused = comparing.compare(project, Request()).codes[2].measured
    assert unused.get(KAPPA) is None
    assert unused.undefined[KAPPA] is Undefined.NO_VARIATION
    assert unused.undefined[Coefficient.DICE] is Undefined.NOT_USED
    assert unused.get(Coefficient.GWET_AC1) == 1


def test_once_a_status_was_set_only_what_all_have_finished_counts(study: Study) -> None:
    project, documents, _ = study
    finish(project, "Ann", *documents)
    assert comparing.compare(project, Request()).compared == 0
    finish(project, "Bo", documents[0])
    found = comparing.compare(project, Request())
    assert found.compared == 1
    assert [one.document.id for one in found.documents] == [documents[0]]
    assert found.codes[0].cells == Cells(14, 4, 0, len(LETTER) + 1 - 18)
    assert comparing.compare(project, Request(all_documents=True)).compared == 2


def test_without_a_document_that_all_have_finished_nothing_is_defined(study: Study) -> None:
    project, documents, _ = study
    finish(project, "Ann", documents[0])
    found = comparing.compare(project, Request())
    assert dict(found.overall.values) == {}
    assert set(found.overall.undefined.values()) == {Undefined.NO_DOCUMENT}


def test_one_coder_alone_agrees_with_nobody(study: Study) -> None:
    project, _, _ = study
    found = comparing.compare(project, Request(coders=("Ann",)))
    assert set(found.overall.undefined.values()) == {Undefined.ONE_CODER}
    assert found.pairs == ()


def test_a_pair_counts_what_both_have_finished_even_if_a_third_has_not(study: Study) -> None:
    project, documents, made = study
    coded(project, "Cy", [(documents[1], made["closed"], 0, 5)])
    finish(project, "Ann", *documents)
    finish(project, "Bo", *documents)
    finish(project, "Cy", documents[1])
    found = comparing.compare(project, Request(coders=("Ann", "Bo", "Cy")))
    assert found.compared == 1
    assert [(pair.coders[0].name, pair.coders[1].name, pair.documents) for pair in found.pairs] == [
        ("Ann", "Bo", 2),
        ("Ann", "Cy", 1),
        ("Bo", "Cy", 1),
    ]
    assert found.codes[0].cells is None
    assert found.overall.undefined[KAPPA] is Undefined.TWO_CODERS_ONLY
    assert found.pairs[0].codes[0].cells == Cells(14, 4, 0, 2 * len(LETTER) + 2 - 18)


@pytest.mark.parametrize(
    ("unit", "closed", "waiting"),
    [
        # Per document four sentences in two paragraphs, and the number in a third.
        (Unit.SENTENCE, Cells(1, 0, 0, 9), Cells(1, 0, 0, 9)),
        (Unit.PARAGRAPH, Cells(1, 0, 0, 5), Cells(1, 0, 0, 5)),
        (Unit.DOCUMENT, Cells(1, 0, 0, 1), Cells(1, 0, 0, 1)),
        (Unit.SEGMENT, Cells(0, 1, 1, None), Cells(0, 1, 1, None)),
    ],
)
def test_other_units_are_sentences_paragraphs_documents_and_segments(
    study: Study, unit: Unit, closed: Cells, waiting: Cells
) -> None:
    project, _, _ = study
    found = comparing.compare(project, Request(unit=unit))
    assert [one.cells for one in found.codes[:2]] == [closed, waiting]


def test_segments_match_from_the_overlap_that_is_asked_for(study: Study) -> None:
    project, _, _ = study
    found = comparing.compare(project, Request(unit=Unit.SEGMENT, overlap=75))
    assert found.codes[0].cells == Cells(1, 0, 0, None)  # 14 of 18 characters
    assert found.codes[0].measured.get(Coefficient.DICE) == 1
    assert found.codes[0].measured.undefined[KAPPA] is Undefined.NO_UNCODED_SEGMENTS
    assert found.overall.get(Coefficient.HOLSTI) == pytest.approx(2 / 4)


def test_some_codes_only_or_all_rolled_up_to_those_above(study: Study) -> None:
    project, documents, made = study
    below = frame(project, "gate", under=made["closed"])
    coded(project, "Bo", [(documents[0], below["gate"], 0, 4)])
    one = comparing.compare(project, Request(code_ids=frozenset({made["closed"]})))
    assert [row.code.name for row in one.codes] == ["closed"]
    assert one.codes[0].cells == Cells(14, 4, 0, 2 * len(LETTER) + 2 - 18)
    rolled = comparing.compare(project, Request(roll_up=True))
    cells = {row.code.name: row.cells for row in rolled.codes}
    assert cells["closed"] == Cells(18, 0, 0, 2 * len(LETTER) + 2 - 18)


def test_an_interval_needs_ten_documents(project: Project) -> None:
    documents = texts(project, 12)
    made = frame(project, "closed")
    for place, document in enumerate(documents):
        coded(project, "Ann", [(document, made["closed"], place, 20)])
        coded(project, "Bo", [(document, made["closed"], 3, 20 + place)])
    found = comparing.compare(project, Request())
    value, ends = found.overall.get(ALPHA), found.overall.interval
    assert value is not None and ends is not None
    assert ends[0] < value < ends[1]
    assert found.codes[0].measured.interval == pytest.approx(ends)
    assert found.pairs[0].overall == found.overall
    assert found.pairs[0].codes == found.codes
    coded(project, "Cy", [(documents[0], made["closed"], 0, 9)])
    of_three = comparing.compare(project, Request())
    assert of_three.pairs[0] == found.pairs[0], "a pair has its interval beside others, too"
    few = comparing.compare(project, Request(document_ids=frozenset(documents[:9])))
    assert few.overall.interval is None


def test_without_codes_it_is_codes_that_are_missing_and_no_documents(project: Project) -> None:
    finish(project, "Ann", *texts(project))
    finish(project, "Bo", 1, 2)
    found = comparing.compare(project, Request())
    assert found.compared == 2
    assert set(found.overall.undefined.values()) == {Undefined.NOT_USED}


def test_segments_of_three_coders_without_a_document_say_so(study: Study) -> None:
    project, documents, _ = study
    finish(project, "Ann", documents[0])
    finish(project, "Cy", documents[1])
    found = comparing.compare(project, Request(("Ann", "Bo", "Cy"), Unit.SEGMENT))
    assert set(found.overall.undefined.values()) == {Undefined.NO_DOCUMENT}


def test_beside_the_whole_stand_the_lowest_and_the_median_code(study: Study) -> None:
    project, _, _ = study
    found = comparing.compare(project, Request())
    values = [one.measured.get(ALPHA) for one in found.codes[:2]]
    assert found.lowest == min(value for value in values if value is not None)
    assert found.median == pytest.approx(sum(value for value in values if value) / 2)


def test_who_works_blind_compares_what_they_have_finished_alone(study: Study) -> None:
    project, documents, _ = study
    finish(project, "Bo", *documents)
    finish(project, "Cy", *documents)
    finish(project, "Ann", documents[0])
    coders.set_blind(project, True)
    found = comparing.compare(project, Request(coders=("Bo", "Cy")))
    assert [one.document.id for one in found.documents] == [documents[0]]


def test_strangers_and_the_same_coder_twice_are_refused(study: Study) -> None:
    project, _, _ = study
    with pytest.raises(QcodeError, match="no coder “Zoe”"):
        comparing.compare(project, Request(coders=("Ann", "Zoe")))
    with pytest.raises(QcodeError, match="themselves"):
        comparing.compare(project, Request(coders=("Ann", "Ann")))


def test_comparing_changes_nothing(study: Study) -> None:
    project, _, _ = study
    before = project.path.read_bytes()
    label = project.undo_label()
    comparing.compare(project, Request())
    assert project.undo_label() == label
    assert project.path.read_bytes() == before
