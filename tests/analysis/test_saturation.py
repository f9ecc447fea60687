"""What is new in each document, the measure by runs, and the verdict."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcode.analysis.saturation import Place, first_seen, in_order, runs, verdict
from qcode.analysis.tree import subtree
from qcode.model.saturation import Verdict

PARENTS = {1: None, 2: 1, 3: 2, 4: 2, 5: 1, 6: 5}  # 1 above 2 and 5, 2 above 3 and 4, 5 above 6


def test_a_code_is_new_where_it_or_anything_below_it_first_occurs() -> None:
    occurrences = {10: {3}, 11: {3, 4}, 12: {6}, 13: {1, 2, 5}}
    assert first_seen([10, 11, 12, 13], occurrences, PARENTS) == [[1, 2, 3], [4], [5, 6], []]


def test_the_order_of_documents_decides_where_a_code_is_new() -> None:
    occurrences = {10: {3}, 11: {3, 4}}
    assert first_seen([11, 10], occurrences, PARENTS) == [[1, 2, 3, 4], []]


def test_a_document_without_codings_brings_nothing() -> None:
    assert first_seen([9, 10], {10: {6}}, PARENTS) == [[], [1, 5, 6]]


@given(st.lists(st.sets(st.integers(1, 6)), max_size=6))
def test_news_are_what_the_plainest_counting_finds(documents: list[set[int]]) -> None:
    occurrences = dict(enumerate(documents))
    found = first_seen(range(len(documents)), occurrences, PARENTS)
    for place, new in enumerate(found):
        assert new == [
            code
            for code in PARENTS
            if subtree(code, PARENTS) & documents[place]
            and not any(subtree(code, PARENTS) & before for before in documents[:place])
        ]


def test_documents_held_out_come_after_those_that_the_theory_is_built_from() -> None:
    places = [
        Place(1, True, "2026-01-01"),
        Place(2, False, None),
        Place(3, False, "2026-03-01"),
        Place(4, True, None),
        Place(5, False, "2026-02-01"),
    ]
    assert [one.document for one in in_order(places, by_first_coding=False)] == [3, 5, 2, 1, 4]
    assert [one.document for one in in_order(places, by_first_coding=True)] == [5, 3, 2, 1, 4]


def test_runs_overlap_and_are_compared_with_the_base() -> None:
    # Base 10 + 6 + 3 + 1 = 20; then runs of two: 2 + 1, 1 + 1, 1 + 0, 0 + 0.
    found = runs([10, 6, 3, 1, 2, 1, 1, 0, 0])
    assert found.base == 20
    assert [(run.first, run.last, run.new) for run in found.runs] == [
        (5, 6, 3),
        (6, 7, 2),
        (7, 8, 1),
        (8, 9, 0),
    ]
    assert [run.percent for run in found.runs] == [15, 10, 5, 0]
    assert [run.reached for run in found.runs] == [False, False, True, True]
    assert found.reached_at == 6


def test_the_example_of_guest_namey_and_chen_comes_out_as_they_report_it() -> None:
    """37 themes in the base; runs with 3, 4 and 1 new ones are 8 %, 11 % and 3 %; 6+2 at 5 %."""
    found = runs([16, 9, 7, 5, 0, 3, 1, 0])
    assert found.base == 37
    assert [round(run.percent) for run in found.runs] == [8, 11, 3]
    assert found.notation == "6+2"
    assert runs([16, 9, 7, 5, 0, 3, 1, 0], threshold=0).notation == ""


def test_another_base_run_and_threshold_give_another_measure() -> None:
    found = runs([10, 6, 3, 1, 2, 1, 1, 0, 0], base_size=5, run_length=3, threshold=0)
    assert found.base == 22
    assert [run.new for run in found.runs] == [2, 1]
    assert found.runs[0].percent == pytest.approx(100 * 2 / 22)
    assert found.reached_at is None


@pytest.mark.parametrize("new", [[], [5, 4, 3], [0, 0, 0, 0, 3, 2]])
def test_too_few_documents_or_an_empty_base_make_no_measure(new: list[int]) -> None:
    found = runs(new)
    assert (found.base, found.runs, found.reached_at) == (None, (), None)


def test_a_base_without_a_whole_run_behind_it_has_no_run() -> None:
    found = runs([5, 4, 3, 2, 1])
    assert (found.base, found.runs) == (14, ())


@pytest.mark.parametrize(("base", "run", "threshold"), [(0, 2, 5), (4, 0, 5), (4, 2, -1)])
def test_numbers_that_make_no_measure_are_a_mistake(base: int, run: int, threshold: float) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        runs([1] * 9, base, run, threshold)


@pytest.mark.parametrize(
    ("held_out", "expected"),
    [
        ([], Verdict.NONE_HELD_OUT),
        ([(True, 0), (True, 0)], Verdict.SATURATED),
        ([(True, 0), (True, 2)], Verdict.NOT_SATURATED),
        ([(True, 0), (False, 0)], Verdict.NOT_YET_CODED),
        ([(True, 1), (False, 0)], Verdict.NOT_SATURATED),
    ],
)
def test_only_held_out_documents_that_are_coded_can_show_saturation(
    held_out: list[tuple[bool, int]], expected: Verdict
) -> None:
    assert verdict(held_out) is expected
