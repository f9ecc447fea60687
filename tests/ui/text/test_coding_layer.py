"""Which codings stand where."""

from hypothesis import given
from hypothesis import strategies as st
from qcode.model.span import Span
from qcode.ui.widgets.text.coding_layer import CodingLayer

from tests.ui.text.reading import coding


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 250)), max_size=40), st.data())
def test_codings_are_found_by_place_as_by_looking_at_each(places, data):
    codings = [coding(i, (a, a + size)) for i, (a, size) in enumerate(places)]
    layer = CodingLayer(codings[::2])
    layer.put(codings)
    gone = data.draw(st.sets(st.integers(0, 40)))
    layer.remove(gone)
    moved = [coding(c.coding_id, (c.start + 7, c.end + 9)) for c in codings[1::3]]
    layer.put(moved)
    expected = {c.coding_id: c for c in codings if c.coding_id not in gone}
    expected |= {c.coding_id: c for c in moved}
    start = data.draw(st.integers(0, 400))
    span = Span(start, start + data.draw(st.integers(1, 60)))
    there = [c for c in expected.values() if c.start < c.end and c.span.overlaps(span)]
    found = layer.within(span)
    assert {c.coding_id for c in found} == {c.coding_id for c in there}
    assert [c.start for c in found] == sorted(c.start for c in there)
    assert len(layer) == len(expected)


def test_the_shortest_coding_at_a_place_comes_first():
    layer = CodingLayer([coding(1, (0, 500_000)), coding(2, (40, 60)), coding(3, (50, 55))])
    assert [c.coding_id for c in layer.at(52)] == [3, 2, 1]
    assert [c.coding_id for c in layer.at(400_000)] == [1]
