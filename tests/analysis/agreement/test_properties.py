"""What holds for any coding, whatever the figures are."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from qcode.analysis.agreement import binary, bootstrap, nominal, sets, unitizing
from qcode.analysis.agreement.spans import Ints, Spans, of_rows, pairs, shared, union

LENGTHS = [12, 30, 7]
CODES = 3


@st.composite
def codings(draw: st.DrawFn, coders: int = 3) -> list[tuple[int, int, int, int, int]]:
    """Rows of (document, code, coder, start, end)."""
    rows = []
    for _ in range(draw(st.integers(0, 14))):
        document = draw(st.integers(0, len(LENGTHS) - 1))
        start = draw(st.integers(0, LENGTHS[document] - 1))
        end = draw(st.integers(start + 1, LENGTHS[document]))
        code, coder = draw(st.integers(0, CODES - 1)), draw(st.integers(0, coders - 1))
        rows.append((document, code, coder, start, end))
    return rows


def characters(rows: list[tuple[int, int, int, int, int]], coders: int = 3) -> np.ndarray:
    """The plainest way: for every code, coder and character of all texts whether it is coded."""
    at = np.concatenate(([0], np.cumsum(LENGTHS)))
    found = np.zeros((CODES, coders, at[-1]), dtype=np.int64)
    for document, code, coder, start, end in rows:
        found[code, coder, at[document] + start : at[document] + end] = 1
    return found


def counted(rows: list[tuple[int, int, int, int, int]], coders: int = 3) -> binary.Counts:
    """What the sweep finds, for each code over all documents."""
    common = shared(of_rows(rows), coders)
    ones = np.zeros((CODES, coders))
    both = np.zeros((CODES, len(pairs(coders))))
    np.add.at(ones, common.code, common.ones)
    np.add.at(both, common.code, common.both)
    return binary.Counts(np.full(CODES, sum(LENGTHS)), ones, both)


def same(one: float, other: float, tolerance: float = 1e-9) -> bool:
    return bool(np.isnan(one) and np.isnan(other)) or abs(one - other) <= tolerance


@given(codings())
def test_the_sweep_counts_what_expanding_to_characters_counts(
    rows: list[tuple[int, int, int, int, int]],
) -> None:
    expanded = characters(rows)
    found = counted(rows)
    assert np.array_equal(found.ones, expanded.sum(2))
    for place, (one, other) in enumerate(pairs(3)):
        assert np.array_equal(found.both[:, place], (expanded[:, one] & expanded[:, other]).sum(1))


@given(codings())
def test_coefficients_from_spans_are_those_of_every_character_as_a_unit(
    rows: list[tuple[int, int, int, int, int]],
) -> None:
    expanded = characters(rows)
    found = binary.coefficients(counted(rows))
    for code in range(CODES):
        expected = nominal.coefficients(expanded[code].T, 2)
        for name, value in expected.items():
            if name not in binary.OF_TWO:
                assert same(float(found[name][code]), value), name


@given(codings(coders=2))
def test_two_coders_have_kappa_and_overlap(rows: list[tuple[int, int, int, int, int]]) -> None:
    expanded = characters(rows, 2)
    found = binary.coefficients(counted(rows, 2))
    for code in range(CODES):
        expected = nominal.coefficients(expanded[code].T, 2)
        for name in ("cohen_kappa", "scott_pi", "holsti"):
            assert same(float(found[name][code]), expected[name]), name
        one, other = (set(np.flatnonzero(coder).tolist()) for coder in expanded[code])
        if one | other:
            assert same(float(found["jaccard"][code]), len(one & other) / len(one | other))
            assert same(float(found["dice"][code]), 2 * len(one & other) / (len(one) + len(other)))
        else:
            assert np.isnan(found["dice"][code])
            assert np.isnan(found["jaccard"][code])


@given(codings(), st.permutations(range(3)))
def test_the_order_of_coders_changes_nothing(
    rows: list[tuple[int, int, int, int, int]], order: list[int]
) -> None:
    moved = [(d, c, order[coder], s, e) for d, c, coder, s, e in rows]
    one, other = binary.coefficients(counted(rows)), binary.coefficients(counted(moved))
    for name in binary.NAMES:
        assert all(same(a, b) for a, b in zip(one[name], other[name], strict=True))


@given(codings(), st.data())
def test_a_span_cut_into_touching_pieces_changes_nothing(
    rows: list[tuple[int, int, int, int, int]], data: st.DataObject
) -> None:
    pieces = []
    for document, code, coder, start, end in rows:
        cut = data.draw(st.integers(start, end))
        pieces += [
            (document, code, coder, begin, stop)
            for begin, stop in ((start, cut), (cut, end))
            if begin < stop
        ]
    one, other = counted(rows), counted(pieces)
    assert np.array_equal(one.ones, other.ones)
    assert np.array_equal(one.both, other.both)


@given(codings())
def test_the_union_of_a_coder_is_apart_in_order_and_covers_the_same(
    rows: list[tuple[int, int, int, int, int]],
) -> None:
    joined = union(of_rows(rows))
    listed = list(zip(*(column.tolist() for column in joined), strict=True))
    assert listed == sorted(listed)
    assert np.array_equal(characters(listed), characters(rows))
    for before, after in pairwise(listed):
        assert before[:3] != after[:3] or before[4] < after[3]


def test_kappa_goes_to_dice_as_uncoded_text_grows() -> None:
    rows = [(0, 0, 0, 0, 60), (0, 0, 1, 20, 90)]
    common = shared(of_rows(rows), 2)
    far = []
    for length in (100, 10_000, 1_000_000):
        found = binary.coefficients(binary.Counts(np.array([length]), common.ones, common.both))
        far.append(abs(float(found["cohen_kappa"][0]) - float(found["dice"][0])))
    assert far[0] > far[1] > far[2]
    assert far[2] < 1e-3


def test_a_coder_who_coded_nothing_has_a_kappa_of_exactly_nought() -> None:
    for coded in (2, 7, 33, 99):
        counts = binary.Counts(np.array([100]), np.array([[coded, 0]]), np.array([[0]]))
        found = binary.coefficients(counts)
        assert found["cohen_kappa"][0] == 0.0
        assert found["krippendorff_alpha"][0] < 0


def test_a_rare_code_in_very_much_text_keeps_its_decimals() -> None:
    units, first, second, both = 1_000_000_007, 10, 12, 7
    found = binary.coefficients(
        binary.Counts(np.array([units]), np.array([[first, second]]), np.array([[both]]))
    )
    observed = Fraction(units - first - second + 2 * both, units)
    share = Fraction(first + second, 2 * units)
    chances = {
        "cohen_kappa": Fraction(first * second + (units - first) * (units - second), units * units),
        "scott_pi": share**2 + (1 - share) ** 2,
    }
    for name, chance in chances.items():
        assert same(float(found[name][0]), float((observed - chance) / (1 - chance)), 1e-14), name


@pytest.mark.parametrize("coded", [0, 100])
def test_without_variation_nothing_that_corrects_for_chance_is_defined(coded: int) -> None:
    counts = binary.Counts(np.array([100]), np.array([[coded, coded]]), np.array([[coded]]))
    found = {name: float(value[0]) for name, value in binary.coefficients(counts).items()}
    assert (found["percent"], found["gwet_ac1"], found["brennan_prediger"]) == (1, 1, 1)
    for name in ("cohen_kappa", "scott_pi", "fleiss_kappa", "conger_kappa", "krippendorff_alpha"):
        assert np.isnan(found[name]), name


def test_one_coder_or_nothing_to_compare_leaves_all_undefined() -> None:
    alone = binary.coefficients(binary.Counts(np.array([100]), np.array([[30]]), np.zeros((1, 0))))
    nothing = binary.coefficients(binary.Counts(np.array([0]), np.array([[0, 0]]), np.array([[0]])))
    for name in binary.NAMES:
        assert np.isnan(alone[name]).all()
        assert np.isnan(nothing[name]).all()


RATINGS = st.integers(2, 4).flatmap(
    lambda coders: st.lists(
        st.lists(st.integers(-1, 2), min_size=coders, max_size=coders), min_size=1, max_size=9
    )
)


def table(rows: list[list[int]]) -> Ints:
    return np.array(rows, dtype=np.int64)


@given(RATINGS)
def test_alpha_is_the_same_with_a_coder_who_rated_nothing(rows: list[list[int]]) -> None:
    one = nominal.coefficients(table(rows), 3)["krippendorff_alpha"]
    more = nominal.coefficients(table([[*row, -1] for row in rows]), 3)["krippendorff_alpha"]
    assert same(one, more)


@given(RATINGS, st.permutations(range(3)))
def test_other_names_of_the_values_change_nothing(rows: list[list[int]], names: list[int]) -> None:
    renamed = [[names[value] if value >= 0 else -1 for value in row] for row in rows]
    one, other = nominal.coefficients(table(rows), 3), nominal.coefficients(table(renamed), 3)
    for name in binary.NAMES:
        assert same(one[name], other[name]), name


@given(RATINGS)
def test_a_unit_of_a_length_is_that_many_units(rows: list[list[int]]) -> None:
    weights = np.arange(1, len(rows) + 1)
    repeated = [row for row, times in zip(rows, weights, strict=True) for _ in range(times)]
    counts = np.stack([(table(rows) == value).sum(1) for value in range(3)], 1).astype(float)
    many = np.stack([(table(repeated) == value).sum(1) for value in range(3)], 1).astype(float)
    apart = 1.0 - np.eye(3)
    assert same(
        nominal.alpha(counts, weights.astype(float), apart),
        nominal.alpha(many, np.ones(len(repeated)), apart),
    )


@given(codings(coders=2))
def test_sets_of_one_code_have_the_nominal_alpha(
    rows: list[tuple[int, int, int, int, int]],
) -> None:
    only = [(document, 0, coder, start, end) for document, _, coder, start, end in rows]
    valued = sets.of_spans(of_rows(only), np.array(LENGTHS), 2, 1)
    expected = nominal.coefficients(characters(only, 2)[0].T, 2)["krippendorff_alpha"]
    for found in sets.alphas(valued):
        assert same(found, expected)


@given(codings())
def test_alpha_of_sets_is_that_of_every_character_as_a_unit(
    rows: list[tuple[int, int, int, int, int]],
) -> None:
    expanded = characters(rows)
    plain = [
        [
            frozenset(str(code) for code in range(CODES) if expanded[code, coder, at])
            for coder in range(3)
        ]
        for at in range(expanded.shape[2])
    ]
    spans = of_rows(rows)
    one = sets.alphas(sets.of_spans(spans, np.array(LENGTHS), 3, CODES))
    other = sets.alphas(sets.of_ratings(plain))
    assert all(same(a, b) for a, b in zip(one, other, strict=True))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=25))
def test_u_alpha_of_units_of_one_character_is_the_nominal_alpha(
    values: list[tuple[int, int]],
) -> None:
    cuts = [
        unitizing.stretches(
            [(at, at + 1, pair[side]) for at, pair in enumerate(values) if pair[side]], len(values)
        )
        for side in (0, 1)
    ]
    expected = nominal.coefficients(table([list(pair) for pair in values]), 4)
    assert same(unitizing.family(cuts[0], cuts[1], 3).u, expected["krippendorff_alpha"])


def test_where_both_cut_out_one_value_alone_nothing_is_said_of_values() -> None:
    one = unitizing.stretches([(0, 6, 1), (6, 11, 1)], 14)
    other = unitizing.stretches([(0, 1, 1), (3, 4, 1), (5, 9, 1), (10, 11, 1)], 14)
    assert np.isnan(unitizing.family(one, other, 1).cu)


def test_an_interval_is_the_same_at_every_run_and_holds_the_value() -> None:
    draw = np.random.default_rng(5)
    units = np.full(40, 1_000.0)
    first = draw.integers(100, 400, 40)
    both = first * draw.uniform(0.5, 1.0, 40)
    counts = binary.Counts(units, np.stack([first, first], 1), both[:, None])
    low, high = bootstrap.interval(counts)
    again = bootstrap.interval(counts)
    assert (float(low), float(high)) == (float(again[0]), float(again[1]))
    value = float(
        binary.coefficients(binary.Counts(units.sum(), counts.ones.sum(0), counts.both.sum(0)))[
            "krippendorff_alpha"
        ]
    )
    assert low < value < high


def test_under_ten_documents_there_is_no_interval() -> None:
    counts = binary.Counts(np.full(9, 100.0), np.full((9, 2), 30.0), np.full((9, 1), 20.0))
    assert all(np.isnan(end) for end in bootstrap.interval(counts))


@given(codings(coders=2))
def test_identical_coders_agree_wholly(rows: list[tuple[int, int, int, int, int]]) -> None:
    assume(rows)
    twice = [(d, c, coder, s, e) for d, c, _, s, e in rows for coder in (0, 1)]
    found = binary.coefficients(counted(twice, 2))
    assert all(found["percent"] == 1)
    used = {code for _, code, *_ in rows}
    for code in used:
        assert found["dice"][code] == 1
        assert same(found["krippendorff_alpha"][code], 1) or np.isnan(
            found["krippendorff_alpha"][code]
        )


def test_nobody_coded_anything_is_no_error() -> None:
    nothing = Spans(*(np.zeros(0, dtype=np.int64) for _ in range(5)))
    assert len(union(nothing).start) == 0
    assert len(shared(nothing, 4).document) == 0
    masi, jaccard = sets.alphas(sets.of_spans(nothing, np.array(LENGTHS), 2, CODES))
    assert np.isnan(masi)
    assert np.isnan(jaccard)
