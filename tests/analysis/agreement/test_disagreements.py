"""Every span of two coders is agreed on or stands in one row, and rows say what differs."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcode.analysis.agreement import disagreements as differing
from qcode.analysis.agreement.disagreements import (
    BOUNDARY,
    CODE,
    MISSED_BY_FIRST,
    MISSED_BY_SECOND,
    NONE,
    Rows,
)
from qcode.analysis.agreement.spans import of_rows, union

Row = tuple[int, int, int, int, int]
Stretch = tuple[int, int]
Told = tuple[int, int, int, int, tuple[Stretch, ...], tuple[Stretch, ...]]
TURNED = {MISSED_BY_FIRST: MISSED_BY_SECOND, MISSED_BY_SECOND: MISSED_BY_FIRST}


@st.composite
def codings(draw: st.DrawFn, coders: int = 2) -> list[Row]:
    """Rows of (document, code, coder, start, end), crowded enough to meet."""
    rows = []
    for _ in range(draw(st.integers(0, 16))):
        start = draw(st.integers(0, 18))
        end = start + draw(st.integers(1, 9))
        document, code = draw(st.integers(0, 1)), draw(st.integers(0, 2))
        rows.append((document, code, draw(st.integers(0, coders - 1)), start, end))
    return rows


def told(found: Rows) -> list[Told]:
    """The rows one by one: kind, document, codes, spans."""
    return [
        (
            int(found.kind[row]),
            int(found.document[row]),
            int(found.first_code[row]),
            int(found.second_code[row]),
            found.first.of(row),
            found.second.of(row),
        )
        for row in range(len(found.kind))
    ]


def of(*rows: Row) -> list[Told]:
    return told(differing.disagreements(of_rows(list(rows))))


@given(codings())
def test_rows_and_what_is_agreed_on_rebuild_the_spans_of_both(rows: list[Row]) -> None:
    spans = of_rows(rows)
    rebuilt: Counter[Row] = Counter()
    for document, code, _, start, end in zip(
        *(column.tolist() for column in differing.agreed(spans, 2)), strict=True
    ):
        rebuilt.update([(document, code, 0, start, end), (document, code, 1, start, end)])
    for _, document, first_code, second_code, first, second in told(differing.disagreements(spans)):
        rebuilt.update((document, first_code, 0, *span) for span in first)
        rebuilt.update((document, second_code, 1, *span) for span in second)
    joined = union(spans)
    assert rebuilt == Counter(zip(*(column.tolist() for column in joined), strict=True))


@given(codings())
def test_exchanging_the_coders_turns_every_row(rows: list[Row]) -> None:
    one = told(differing.disagreements(of_rows(rows)))
    turned = [(d, code, 1 - coder, s, e) for d, code, coder, s, e in rows]
    other = told(differing.disagreements(of_rows(turned)))
    assert Counter(one) == Counter(
        (TURNED.get(kind, kind), document, second_code, first_code, second, first)
        for kind, document, first_code, second_code, first, second in other
    )


@given(codings())
def test_each_kind_is_what_its_name_says(rows: list[Row]) -> None:
    for kind, _, first_code, second_code, first, second in of(*rows):
        if kind == BOUNDARY:
            assert first_code == second_code and first != second
            assert any(a < d and c < b for a, b in first for c, d in second)
        elif kind == CODE:
            assert first_code != second_code
            ((a, b),), ((c, d),) = first, second
            assert 2 * (min(b, d) - max(a, c)) >= max(b - a, d - c)
        else:
            assert (first_code == NONE) == (not first) == (kind == MISSED_BY_FIRST)
            assert (second_code == NONE) == (not second) == (kind == MISSED_BY_SECOND)


@given(codings())
def test_no_two_missed_spans_of_other_codes_share_most_of_their_words(rows: list[Row]) -> None:
    listed = of(*rows)
    alone = [
        (document, code, span)
        for _, document, code, _, (span, *_), second in (
            row for row in listed if row[0] == MISSED_BY_SECOND
        )
        if not second
    ]
    others = [
        (document, code, span)
        for _, document, _, code, _, (span, *_) in (
            row for row in listed if row[0] == MISSED_BY_FIRST
        )
    ]
    for document, _, (a, b) in alone:
        for place, _, (c, d) in others:
            share = 2 * (min(b, d) - max(a, c)) >= max(b - a, d - c)
            assert document != place or not share


@given(codings())
def test_rows_are_in_the_order_of_the_text_and_know_where_they_begin(rows: list[Row]) -> None:
    found = differing.disagreements(of_rows(rows))
    places = list(
        zip(found.document.tolist(), found.start.tolist(), found.end.tolist(), strict=True)
    )
    assert places == sorted(places)
    for row, (_, start, end) in enumerate(places):
        marked = (*found.first.of(row), *found.second.of(row))
        assert start == min(a for a, _ in marked)
        assert end == max(b for _, b in marked)


@given(codings())
def test_what_differs_is_every_character_that_one_alone_gave_the_code(rows: list[Row]) -> None:
    found = differing.disagreements(of_rows(rows))
    for row, (kind, _, _, _, first, second) in enumerate(told(found)):
        mine = {at for a, b in first for at in range(a, b)}
        theirs = {at for a, b in second for at in range(a, b)}
        expected = mine ^ theirs if kind == BOUNDARY else mine | theirs
        stretches = found.differing.of(row)
        assert sorted(at for a, b in stretches for at in range(a, b)) == sorted(expected)
        assert found.differing.lengths()[row] == len(expected)


@given(codings(coders=3), st.integers(2, 3))
def test_agreed_is_what_each_coder_has_alike(rows: list[Row], coders: int) -> None:
    spans = of_rows([row for row in rows if row[2] < coders])
    joined = list(zip(*(column.tolist() for column in union(spans)), strict=True))
    each = [{(d, k, s, e) for d, k, who, s, e in joined if who == coder} for coder in range(coders)]
    found = differing.agreed(spans, coders)
    listed = zip(*(column.tolist() for column in found), strict=True)
    assert [(d, k, s, e) for d, k, _, s, e in listed] == sorted(set.intersection(*each))


def test_the_same_span_is_agreement_and_touching_spans_of_one_coder_are_one() -> None:
    assert of((0, 0, 0, 0, 10), (0, 0, 1, 0, 4), (0, 0, 1, 4, 10)) == []


def test_one_span_against_two_is_one_difference_of_boundaries() -> None:
    assert of((0, 0, 0, 0, 10), (0, 0, 1, 0, 4), (0, 0, 1, 6, 10)) == [
        (BOUNDARY, 0, 0, 0, ((0, 10),), ((0, 4), (6, 10)))
    ]


def test_spans_that_only_touch_are_two_that_were_missed() -> None:
    assert of((0, 0, 0, 0, 5), (0, 0, 1, 5, 9)) == [
        (MISSED_BY_SECOND, 0, 0, NONE, ((0, 5),), ()),
        (MISSED_BY_FIRST, 0, NONE, 0, (), ((5, 9),)),
    ]


def test_half_of_the_longer_span_is_the_same_words_and_less_is_not() -> None:
    assert [row[0] for row in of((0, 0, 0, 0, 10), (0, 1, 1, 5, 10))] == [CODE]
    assert [row[0] for row in of((0, 0, 0, 0, 10), (0, 1, 1, 6, 10))] == [
        MISSED_BY_SECOND,
        MISSED_BY_FIRST,
    ]


def test_the_nearest_of_several_codes_is_the_one_that_stands_against_it() -> None:
    found = of((0, 0, 0, 0, 10), (0, 1, 1, 0, 8), (0, 2, 1, 0, 10))
    assert [(row[0], row[2], row[3]) for row in found] == [
        (MISSED_BY_FIRST, NONE, 1),
        (CODE, 0, 2),
    ]


def test_what_both_gave_besides_does_not_stand_against_another_code() -> None:
    found = of((0, 0, 0, 0, 10), (0, 0, 1, 0, 10), (0, 1, 1, 0, 10))
    assert [(row[0], row[2], row[3]) for row in found] == [(MISSED_BY_FIRST, NONE, 1)]


def test_nothing_differs_where_nothing_was_coded() -> None:
    assert of() == []
    assert len(differing.agreed(of_rows([]), 2).start) == 0


@pytest.mark.parametrize("share", [0.25, 0.5, 0.8])
def test_pairs_on_the_same_words_are_found_at_any_share(share: float) -> None:
    """Each span is compared with all others, against the few that are looked at."""
    random = np.random.default_rng(7)
    rows = []
    for at in range(300):
        start, length = int(random.integers(0, 2_000)), int(random.integers(1, 90))
        rows.append((at % 3, 10 * (at % 2), at % 2, start, start + length))
    found = differing.disagreements(of_rows(rows), same_words=share)
    left = {kind: [] for kind in (MISSED_BY_FIRST, MISSED_BY_SECOND)}
    for kind, document, _, _, first, second in told(found):
        if kind == CODE:
            ((a, b),), ((c, d),) = first, second
            assert min(b, d) - max(a, c) >= share * max(b - a, d - c)
        elif kind in left:
            left[kind].append((document, *(first or second)[0]))
    assert found.kind.tolist().count(CODE) > 0
    for document, a, b in left[MISSED_BY_SECOND]:
        for place, c, d in left[MISSED_BY_FIRST]:
            assert document != place or min(b, d) - max(a, c) < share * max(b - a, d - c)


def test_pairs_of_coders_are_put_in_one_order_of_the_text() -> None:
    one = differing.disagreements(of_rows([(0, 0, 0, 5, 9), (1, 0, 0, 0, 2)]))
    other = differing.disagreements(of_rows([(0, 1, 1, 2, 4), (0, 1, 1, 5, 9)]))
    rows, pair = differing.together([one, other])
    assert pair.tolist() == [1, 0, 1, 0]
    assert [(row[1], row[4] or row[5]) for row in told(rows)] == [
        (0, ((2, 4),)),
        (0, ((5, 9),)),
        (0, ((5, 9),)),
        (1, ((0, 2),)),
    ]
