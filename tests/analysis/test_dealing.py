"""Documents drawn and dealt: evenly, by share, and the same for the same seed."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcode.analysis import dealing

SIZES = st.lists(st.integers(0, 12), min_size=1, max_size=5)


def strata_of(sizes: list[int]) -> dealing.Strata:
    rows = [(place * 100 + one, place) for place, size in enumerate(sizes) for one in range(size)]
    return dealing.strata(rows)


def test_strata_come_in_the_order_of_their_first_document() -> None:
    assert dealing.strata([(5, "b"), (1, None), (9, "b"), (3, "a")]) == ((5, 9), (1,), (3,))


@pytest.mark.parametrize(
    ("sizes", "share", "expected"),
    [
        ([10], 25, [3]),  # half of one is rounded up
        ([10], 24, [2]),
        ([4, 4, 4], 25, [1, 1, 1]),
        ([5, 3, 2], 20, [1, 1, 0]),  # 1, 0.6 and 0.4 of a document
        ([3, 3], 50, [2, 1]),
        ([7], 0, [0]),
        ([7, 1], 100, [7, 1]),
        ([], 50, []),
    ],
)
def test_a_share_of_each_stratum_adds_up_to_the_share_of_all(
    sizes: list[int], share: int, expected: list[int]
) -> None:
    assert dealing.quotas(sizes, share) == expected


@given(sizes=SIZES, share=st.integers(0, 100))
def test_no_quota_is_a_whole_document_away_from_its_share(sizes: list[int], share: int) -> None:
    found = dealing.quotas(sizes, share)
    assert abs(sum(found) - sum(sizes) * share / 100) <= 0.5
    for count, size in zip(found, sizes, strict=True):
        assert 0 <= count <= size and abs(count - size * share / 100) < 1


@given(sizes=SIZES, coders=st.integers(1, 6), share=st.integers(0, 100), seed=st.integers())
def test_everything_is_dealt_and_nobody_has_two_more_than_another(
    sizes: list[int], coders: int, share: int, seed: int
) -> None:
    doubly = share if coders > 1 else 0
    strata = strata_of(sizes)
    dealt = dealing.deal(strata, coders, doubly, seed)
    assert sorted(dealt) == sorted(one for ids in strata for one in ids)
    for ids, twice in zip(
        strata, dealing.quotas([len(ids) for ids in strata], doubly), strict=True
    ):
        assert sum(len(dealt[one]) == 2 for one in ids) == twice
        assert sum(len(dealt[one]) == 1 for one in ids) == len(ids) - twice
        within = [sum(who in dealt[one] for one in ids) for who in range(coders)]
        assert max(within) - min(within) <= 1
    over_all = [sum(who in given for given in dealt.values()) for who in range(coders)]
    assert max(over_all) - min(over_all) <= 1
    assert dealing.deal(strata, coders, doubly, seed) == dealt


def test_pairs_take_turns() -> None:
    dealt = dealing.deal((tuple(range(24)),), 4, 100, 7)
    met = Counter(dealt.values())
    assert {met[frozenset(pair)] for pair in combinations(range(4), 2)} == {4}


@pytest.mark.parametrize("share", [30, 33, 100])
def test_many_pairs_in_many_groups_meet_about_as_often(share: int) -> None:
    groups = tuple(tuple(range(start, start + 40)) for start in range(0, 200, 40))
    dealt = dealing.deal(groups, 6, share, 7)
    met = Counter(given for given in dealt.values() if len(given) == 2)
    often = [met[frozenset(pair)] for pair in combinations(range(6), 2)]
    assert max(often) - min(often) <= 2


def test_another_seed_deals_otherwise() -> None:
    strata = (tuple(range(30)),)
    assert dealing.deal(strata, 3, 20, 1) != dealing.deal(strata, 3, 20, 2)
    assert dealing.draw(strata, 20, 1) != dealing.draw(strata, 20, 2)


@given(sizes=SIZES, share=st.integers(1, 100), seed=st.integers())
def test_a_draw_takes_its_share_of_each_stratum_but_at_least_one(
    sizes: list[int], share: int, seed: int
) -> None:
    strata = strata_of(sizes)
    if not strata:
        return
    drawn = dealing.draw(strata, share, seed)
    assert drawn == dealing.draw(strata, share, seed) and len(set(drawn)) == len(drawn)
    quotas = dealing.quotas([len(ids) for ids in strata], share)
    if sum(quotas):
        assert [len(set(drawn) & set(ids)) for ids in strata] == quotas
    else:
        assert len(drawn) == 1 and drawn[0] in {one for ids in strata for one in ids}
