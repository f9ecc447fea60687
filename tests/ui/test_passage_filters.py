"""Which passages a filter keeps, and where codes meet, against the plainest way to tell."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcode.model.records import Passage
from qcode.services.passages import DocumentFacts
from qcode.ui.itemmodels.passage_filters import (
    Field,
    PassageFilter,
    choices,
    kept,
    marked,
    together,
)
from qcode.ui.itemmodels.passage_rows import (
    DOCUMENT_ORDER,
    NEWEST_FIRST,
    Edits,
    edits,
    in_order,
    order_key,
    row_for,
)

FACTS = {
    1: DocumentFacts(1, 5, "Pier", "01", 7, {"year": "2020"}),
    2: DocumentFacts(2, 3, "Quay", "02", None, {"year": "2021", "role": "cook"}),
}
PLAIN = Passage(1, 1, 1, "Pier", "01-01", 0, 4, "lamp", 1, "Ann", "", False, "2026-01-01")


def passage(coding_id, document=1, start=0, end=4, code=1, coder="Ann", **more):
    more.setdefault("selection_id", 1000 * document + 10 * start + end)
    return dataclasses.replace(
        PLAIN,
        coding_id=coding_id,
        document_id=document,
        start=start,
        end=end,
        code_id=code,
        coder=coder,
        **more,
    )


LISTED = [
    passage(1),
    passage(2, coder="Bo", typical=True),
    passage(3, document=2, memo="why?"),
    passage(4, document=2, start=2, coder="Bo"),
]


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({}, [1, 2, 3, 4]),
        ({Field("coder"): {"Bo"}}, [2, 4]),
        ({Field("document"): {2}}, [3, 4]),
        ({Field("group"): {7}}, [1, 2]),
        ({Field("group"): {None}}, [3, 4]),
        ({Field("group"): {None, 7}}, [1, 2, 3, 4]),
        ({Field("variable", "year"): {"2020"}}, [1, 2]),
        ({Field("variable", "role"): {""}}, [1, 2]),
        ({Field("variable", "year"): {"2020", "2021"}, Field("coder"): {"Ann"}}, [1, 3]),
        ({Field("variable", "year"): {"2021"}, Field("variable", "role"): {""}}, []),
    ],
)
def test_conditions_of_different_kinds_must_all_hold_values_of_one_may_differ(conditions, found):
    asked = PassageFilter({of: frozenset(values) for of, values in conditions.items()})
    assert [one.coding_id for one in kept(LISTED, asked, FACTS)] == found


def test_marks_are_asked_for_beside_the_conditions():
    assert [one.coding_id for one in marked(LISTED, PassageFilter(typical=True))] == [2]
    assert [one.coding_id for one in marked(LISTED, PassageFilter(memo=True))] == [3]
    assert marked(LISTED, PassageFilter(typical=True, memo=True)) == []


def test_a_condition_without_values_is_none():
    asked = PassageFilter().with_values(Field("coder"), ["Bo"])
    assert asked.active
    assert not asked.with_values(Field("coder"), []).active
    assert not PassageFilter(words="  ").active
    assert PassageFilter(without_concept=True).conditional
    assert PassageFilter(words="a").active
    assert not PassageFilter(words="a").conditional


def test_choices_count_distinct_passages():
    assert choices(LISTED, Field("coder"), FACTS) == {"Ann": 2, "Bo": 2}
    assert choices(LISTED, Field("document"), FACTS) == {1: 1, 2: 2}
    assert choices(LISTED, Field("variable", "role"), FACTS) == {"": 1, "cook": 2}


SPANS = st.tuples(st.integers(1, 2), st.integers(0, 12), st.integers(1, 5), st.integers(1, 4))


@given(st.lists(SPANS, max_size=12), st.integers(2, 3))
def test_codes_meet_where_one_character_carries_all_of_them(spans, asked):
    listed = [
        passage(n, document, start, start + length, code)
        for n, (document, start, length, code) in enumerate(spans)
        if code <= asked
    ]
    part_of = {code: frozenset({code}) for code in range(1, asked + 1)}
    carried: dict[tuple[int, int], set[int]] = {}
    for one in listed:
        for place in range(one.start, one.end):
            carried.setdefault((one.document_id, place), set()).add(one.code_id)
    expected = [
        one
        for one in listed
        if any(len(carried[one.document_id, place]) == asked for place in range(one.start, one.end))
    ]
    assert together(listed, part_of) == expected


def test_a_code_below_two_asked_for_counts_for_both():
    listed = [passage(1, code=3), passage(2, start=9, end=12, code=1)]
    part_of = {1: frozenset({1}), 2: frozenset({2}), 3: frozenset({1, 2})}
    assert together(listed, part_of) == listed[:1]


@given(
    st.lists(st.tuples(SPANS, st.integers(0, 4)), max_size=20),
    st.sampled_from([DOCUMENT_ORDER, NEWEST_FIRST]),
)
def test_every_passage_is_found_in_the_row_where_it_belongs(made, order):
    listed = [
        passage(n, document, start, start + length, code, created=f"2026-01-0{day + 1}")
        for n, ((document, start, length, code), day) in enumerate(made)
    ]
    rows = in_order(listed, order, FACTS)
    key, backwards = order_key(order, FACTS)
    assert rows == sorted(listed, key=key, reverse=backwards)
    for row, one in enumerate(rows):
        assert row_for(rows, one, (key, backwards)) == row
        without = rows[:row] + rows[row + 1 :]
        assert row_for(without, one, (key, backwards)) == row


def test_one_list_becomes_another_by_the_fewest_rows():
    assert edits([1, 2, 3, 4], [1, 4, 5, 6], 10) == Edits([(1, 2)], [(2, 2)])
    assert edits([1, 2, 3], [9, 1, 8, 2, 3], 10) == Edits([], [(0, 1), (2, 1)])
    assert edits([1, 2], [2, 1], 10) is None
    assert edits([], list(range(11)), 10) is None
