"""Order and shape of the code tree, against the plainest counting there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from qcode.analysis.numbering import numbers
from qcode.analysis.tree import ancestors, distinct_in_subtrees, in_tree_order, subtree
from qcode.model.enums import CodeKind, Numbering


@st.composite
def forests(draw: st.DrawFn) -> dict[int, int | None]:
    """Id → parent, a parent always being an earlier id; in any order of siblings."""
    count = draw(st.integers(0, 12))
    parents = {
        one: draw(st.none() | st.integers(0, one - 1)) if one else None for one in range(count)
    }
    return {one: parents[one] for one in draw(st.permutations(sorted(parents)))}


@given(forests())
def test_every_code_comes_once_after_its_parent_and_siblings_keep_their_order(
    parents: dict[int, int | None],
) -> None:
    order = list(in_tree_order(parents.items()))
    assert sorted(one for one, _ in order) == sorted(parents)
    places = {one: place for place, (one, _) in enumerate(order)}
    depths = dict(order)
    for one, parent in parents.items():
        assert depths[one] == len(list(ancestors(one, parents)))
        if parent is not None:
            assert places[parent] < places[one]
            between = order[places[parent] + 1 : places[one]]
            assert all(parent in ancestors(other, parents) for other, _ in between)
    for siblings in (
        [one for one in parents if parents[one] == parent] for parent in {None, *parents}
    ):
        assert [places[one] for one in siblings] == sorted(places[one] for one in siblings)


def test_a_code_whose_parent_is_not_shown_stands_on_top() -> None:
    assert list(in_tree_order([(2, 1), (3, 2)])) == [(2, 0), (3, 1)]


@given(forests(), st.lists(st.lists(st.integers(0, 11), max_size=5), max_size=15))
def test_passages_of_a_subtree_are_counted_once(
    parents: dict[int, int | None], passages: list[list[int]]
) -> None:
    marked = [{code for code in codes if code in parents} for codes in passages]
    own = {code: sum(code in codes for codes in marked) for code in parents}
    shared = [sorted(codes) for codes in marked if len(codes) > 1]
    assert distinct_in_subtrees(own, shared, parents) == {
        code: sum(bool(codes & subtree(code, parents)) for codes in marked) for code in parents
    }


TREE = [
    (10, CodeKind.MAIN_CATEGORY, 0),
    (11, CodeKind.CATEGORY, 1),
    (12, CodeKind.CONCEPT, 2),
    (13, CodeKind.CONCEPT, 2),
    (14, CodeKind.CATEGORY, 1),
    (15, CodeKind.CONCEPT, 2),
    (16, CodeKind.CORE_CATEGORY, 0),
    (17, CodeKind.CONCEPT, 0),
]


def test_numbers_follow_the_order_of_the_codes() -> None:
    assert list(numbers(TREE, Numbering.LETTERS).values()) == [
        "AA1", "A1", "a1", "a2", "A2", "a3", "AAA1", "a4",
    ]  # fmt: skip
    assert list(numbers(TREE, Numbering.ALPHABET).values()) == [
        "C1", "B1", "a1", "a2", "B2", "a3", "D1", "a4",
    ]  # fmt: skip
    assert list(numbers(TREE, Numbering.DECIMAL).values()) == [
        "1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1", "2", "3",
    ]  # fmt: skip
    assert numbers(TREE, Numbering.NONE) == {}
