"""Spans are joined, cut and taken away as characters are."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.review import Disagreement, Spans, fitting
from qcode.services.review.outcomes import intersection, outcome, union, without

SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda one: (one[0], sum(one))),
    max_size=4,
)


def characters(spans: Spans | list[tuple[int, int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def apart(spans: Spans) -> bool:
    """In order, none empty, and none touching another."""
    return all(start < end for start, end in spans) and all(
        one[1] < other[0] for one, other in pairwise(spans)
    )


@given(SPANS, SPANS)
def test_spans_are_sets_of_characters(first: Spans, second: Spans) -> None:
    mine, theirs = characters(first), characters(second)
    assert characters(union([*first, *second])) == mine | theirs
    assert characters(intersection(first, second)) == mine & theirs
    assert characters(without(first, second)) == mine - theirs
    assert apart(union([*first, *second])) and apart(without(first, second))


@given(SPANS.filter(bool), SPANS.filter(bool), st.sampled_from(list(Verdict)))
def test_no_verdict_goes_beyond_what_was_marked(
    first: Spans, second: Spans, verdict: Verdict
) -> None:
    one = Disagreement(1, DisagreementKind.CODE, 1, 2, 7, 8, union(first), union(second))
    common = characters(first) & characters(second)
    if verdict is Verdict.OPEN or (verdict is Verdict.INTERSECTION and not common):
        return
    found = outcome(one, verdict, spans=union(second), code_id=9)
    assert len(set(found)) == len(found)
    assert {code for code, _ in found} <= {7, 8, 9}
    assert characters([span for _, span in found]) <= characters(first) | characters(second)


def test_each_fitting_verdict_has_an_outcome_and_turning_changes_none() -> None:
    one = Disagreement(1, DisagreementKind.BOUNDARY, 1, 2, 7, 7, ((0, 9),), ((3, 5), (7, 12)))
    for verdict in fitting(one.kind):
        asked = {"spans": [(0, 4)], "code_id": 8}
        other = {Verdict.FIRST: Verdict.SECOND, Verdict.SECOND: Verdict.FIRST}
        turned = outcome(one.turned(), other.get(verdict, verdict), **asked)
        assert set(outcome(one, verdict, **asked)) == set(turned)
    assert outcome(one, Verdict.UNION) == ((7, (0, 12)),)
    assert outcome(one, Verdict.INTERSECTION) == ((7, (3, 5)), (7, (7, 9)))
