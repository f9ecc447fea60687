"""Every published or independently computed value that is ours holds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from qcode.analysis.agreement import binary, nominal, sets, unitizing, units
from qcode.analysis.agreement.spans import Spans, shared

from tests.analysis.agreement import reference

EXACT = 1e-9


def close(found: float, expected: float | None, tolerance: float = 1e-6) -> bool:
    return bool(np.isnan(found)) if expected is None else abs(found - expected) <= tolerance


def ids(case: dict[str, Any]) -> str:
    return str(case["id"])


@pytest.mark.parametrize("case", reference.cases("units_by_coders", "contingency_table"), ids=ids)
def test_coefficients_of_ratings(case: dict[str, Any]) -> None:
    found = nominal.coefficients(*reference.ratings(case))
    expected = list(reference.values(case["expected"]))
    assert len(expected) >= 4
    for name, value in expected:
        assert close(found[name], value, case["tolerance"]), (name, found[name], value)


@pytest.mark.parametrize("case", reference.cases("sets_by_coders"), ids=ids)
def test_alpha_of_sets(case: dict[str, Any]) -> None:
    rows = [[frozenset(rating) for rating in row] for row in case["data"]["ratings"]]
    masi, jaccard = sets.alphas(sets.of_ratings(rows))
    assert close(masi, case["expected"]["alpha_masi"]["value"])
    assert close(jaccard, case["expected"]["alpha_jaccard"]["value"])


SPANS = reference.cases("spans")


def of_coders(coded: reference.Coded, chosen: list[int]) -> tuple[Spans, list[int]]:
    """The spans of some coders, in the documents that all of them were given."""
    documents = [d for d, given in enumerate(coded.assigned) if given >= set(chosen)]
    kept = np.isin(coded.spans.coder, chosen) & np.isin(coded.spans.document, documents)
    spans = Spans(*(column[kept] for column in coded.spans))
    return spans._replace(coder=np.searchsorted(chosen, spans.coder)), documents


def counts(spans: Spans, code: int, coders: int, total: int) -> binary.Counts:
    common = shared(spans, coders)
    here = common.code == code
    return binary.Counts(np.array(total), common.ones[here].sum(0), common.both[here].sum(0))


@pytest.mark.parametrize("case", SPANS, ids=ids)
def test_coefficients_of_characters(case: dict[str, Any]) -> None:
    coded = reference.coded(case)
    coders = list(range(len(coded.coders)))
    spans, documents = of_coders(coded, coders)
    total = int(coded.lengths[documents].sum())
    for code, expected in case["expected"]["per_code_characters"].items():
        found = binary.coefficients(counts(spans, coded.codes.index(code), len(coders), total))
        for name, value in reference.values(expected):
            assert close(float(found[name]), value), (code, name)


@pytest.mark.parametrize("case", SPANS, ids=ids)
def test_coefficients_of_pairs(case: dict[str, Any]) -> None:
    coded = reference.coded(case)
    for code, by_pair in case["expected"]["per_code_pair_characters"].items():
        for pair, expected in by_pair.items():
            chosen = [coded.coders.index(name) for name in pair.split("|")]
            spans, documents = of_coders(coded, chosen)
            counted = counts(spans, coded.codes.index(code), 2, int(coded.lengths[documents].sum()))
            assert [int(cell) for cell in binary.cells(counted)] == [
                expected[name] for name in ("n11", "n10", "n01", "n00")
            ]
            found = binary.coefficients(counted)
            for name, value in reference.values(expected):
                assert close(float(found[name]), value), (code, pair, name)


@pytest.mark.parametrize("case", SPANS, ids=ids)
def test_alpha_of_the_sets_of_codes_on_each_character(case: dict[str, Any]) -> None:
    coded = reference.coded(case)
    masi, jaccard = sets.alphas(
        sets.of_spans(coded.spans, coded.lengths, len(coded.coders), len(coded.codes))
    )
    assert close(masi, case["expected"]["alpha_sets_masi_characters"]["value"])
    assert close(jaccard, case["expected"]["alpha_sets_jaccard_characters"]["value"])


def bounds_of(case: dict[str, Any], unit: str) -> list[reference.Ints]:
    documents = case["data"]["documents"].values()
    if unit == "documents":
        return [np.zeros(1, dtype=np.int64) for _ in documents]
    return [np.array([start for start, _ in one[unit]], dtype=np.int64) for one in documents]


UNITS = [
    pytest.param(case, unit, id=f"{case['id']}-{unit}")
    for case in SPANS
    for unit in ("sentences", "paragraphs", "documents")
    if unit == "documents" or all(unit in one for one in case["data"]["documents"].values())
]


@pytest.mark.parametrize(("case", "unit"), UNITS)
def test_coefficients_of_larger_units(case: dict[str, Any], unit: str) -> None:
    coded = reference.coded(case)
    bounds = bounds_of(case, unit)
    counted = units.in_units(coded.spans, bounds)
    total = sum(len(here) for here in bounds)
    for code, by_unit in case["expected"]["per_code_units"].items():
        place = coded.codes.index(code)
        common = shared(counted, len(coded.coders))
        here = common.code == place
        given = [sum(row) for row in by_unit[unit]["coder_presence"]]
        assert common.ones[here].sum(0).tolist() == given
        found = binary.coefficients(counts(counted, place, len(coded.coders), total))
        for name, value in reference.values(by_unit[unit]):
            assert close(float(found[name]), value), (code, unit, name)


def continuum(case: dict[str, Any]) -> tuple[list[list[tuple[int, int, int]]], list[str], int]:
    """The units of each coder as (start, end, value from 1), the values, and the length."""
    data = case["data"]
    named = sorted({unit["value"] for coder in data["coders"] for unit in coder})
    begin = data["begin"]
    listed = [
        [
            (unit["start"] - begin, unit["end"] - begin, named.index(unit["value"]) + 1)
            for unit in coder
        ]
        for coder in data["coders"]
    ]
    return listed, named, data["length"]


def of_case(name: str) -> dict[str, Any]:
    return next(one for one in reference.cases("units_on_continuum") if one["id"] == name)


def test_alpha_u_of_2004() -> None:
    case = of_case("alphaU_krippendorff_2004_p254")
    coders, named, length = continuum(case)
    parts = {}
    for place, name in enumerate(named, 1):
        cuts = []
        for coder in coders:
            mine = sorted((start, end) for start, end, value in coder if value == place)
            table = np.array(mine, dtype=np.int64).reshape(-1, 2)
            cuts.append((table[:, 0], table[:, 1]))
        parts[name] = unitizing.disagreement(cuts, length)
    expected = case["expected"]
    for name in named:
        wanted = expected[f"alpha_U:{name}"]
        assert close(unitizing.alpha_u([parts[name]]), wanted["value"])
        assert close(parts[name].observed, wanted["observed_disagreement"])
        assert close(parts[name].expected, wanted["expected_disagreement"])
    assert close(unitizing.alpha_u(parts.values()), expected["alpha_U"]["value"])


def test_the_family_of_2016_for_two_coders() -> None:
    case = of_case("unitizing2016_two_coders")
    coders, named, length = continuum(case)
    one, other = (unitizing.stretches(coder, length) for coder in coders)
    found = unitizing.family(one, other, len(named))
    expected = {name: one["value"] for name, one in case["expected"].items()}
    assert close(found.u, expected["u"])
    assert close(found.binary, expected["|u"])
    assert close(found.cu, expected["cu"])
    assert close(found.coverage, expected["cu_coverage"])
    for place, name in enumerate(named):
        assert close(found.of_value[place], expected["(k)u"][name])
