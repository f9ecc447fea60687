"""Lanes and names: nothing covers another, and nothing is lost."""

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from qcode.ui.widgets.stripes.lanes import Extent, Lanes
from qcode.ui.widgets.stripes.layout import CoderLanes, merged, names
from qcode.ui.widgets.text.coding_picture import Row

from tests.ui.stripes.beside import coding

extents = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 400), st.integers(1, 90)),
    max_size=40,
    unique_by=lambda each: each[0],
)


@given(extents, st.integers(1, 6))
def test_what_overlaps_stands_side_by_side_however_one_scrolls(places, pages):
    everything = sorted(
        (Extent(key, start, start + size) for key, start, size in places), key=lambda e: e.start
    )
    lanes = Lanes()
    for page in range(pages):
        here = [e for e in everything if e.end > page * 80 and e.start < page * 80 + 120]
        lanes.give(here)
        for one in here:
            for other in here:
                if one.key != other.key and one.start < other.end and other.start < one.end:
                    assert lanes[one.key] != lanes[other.key]


def test_a_lane_once_given_is_kept_while_what_was_beside_it_scrolls_away():
    lanes = Lanes()
    lanes.give([Extent(1, 0, 50), Extent(2, 10, 200)])
    before = lanes[2]
    assert not lanes.give([Extent(2, 10, 200), Extent(3, 150, 170)])
    assert lanes[2] == before


rows = st.lists(
    st.tuples(st.floats(-300, 600), st.floats(8, 900)).map(lambda p: (p[0], p[0] + p[1])),
    max_size=50,
)


@given(rows, st.none() | st.integers(0, 49))
def test_names_never_cover_each_other_and_none_is_lost(places, first):
    shown = [(top, bottom) for top, bottom in places if bottom > 0 and top < 600]
    lanes = CoderLanes()
    lanes.set_coders(["Ann"])
    seen = [Row(coding(n, (0, 9)), *place, True, True) for n, place in enumerate(shown)]
    _, stripes = lanes.stripes(merged(seen), 40, lambda coding: False)
    placed = names(stripes, line=17, top=0, bottom=600, first=first)
    tops = sorted(name.top for name in placed)
    assert all(b - a >= 17 - 1e-6 for a, b in pairwise(tops))
    told = [name.stripe.coding.coding_id for name in placed]
    told += [each.coding_id for name in placed for each in name.more]
    assert Counter(told) == Counter(range(len(shown)))
    if first is not None and first < len(shown):
        assert first in [name.stripe.coding.coding_id for name in placed]
