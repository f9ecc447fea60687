"""The confusion matrix is what comes out of looking at every character."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from qcode.analysis.agreement import confusion
from qcode.analysis.agreement.confusion import NONE, Cell
from qcode.analysis.agreement.spans import of_rows

Row = tuple[int, int, int, int, int]


@st.composite
def codings(draw: st.DrawFn) -> list[Row]:
    rows = []
    for _ in range(draw(st.integers(0, 14))):
        start = draw(st.integers(0, 12))
        end = start + draw(st.integers(1, 8))
        document, code = draw(st.integers(0, 1)), draw(st.integers(0, 3))
        rows.append((document, code, draw(st.integers(0, 1)), start, end))
    return rows


def plainly(rows: list[Row]) -> dict[Cell, set[tuple[int, int]]]:
    """Cell → the characters (document, place) that belong to it."""
    found: dict[Cell, set[tuple[int, int]]] = {}
    for document in (0, 1):
        for at in range(22):
            given_here = [
                {k for d, k, who, s, e in rows if (d, who) == (document, coder) and s <= at < e}
                for coder in (0, 1)
            ]
            mine, theirs = given_here[0] - given_here[1], given_here[1] - given_here[0]
            cells = [(code, code) for code in given_here[0] & given_here[1]]
            if mine or theirs:
                cells += [(a, b) for a in mine or {NONE} for b in theirs or {NONE}]
            for cell in cells:
                found.setdefault(cell, set()).add((document, at))
    return found


@given(codings())
def test_cells_and_their_places_are_those_of_every_character(rows: list[Row]) -> None:
    expected = plainly(rows)
    meetings = confusion.meetings(of_rows(rows))
    sizes = confusion.matrix(meetings)
    assert sizes == {cell: len(places) for cell, places in expected.items()}
    assert list(sizes.values()) == sorted(sizes.values(), reverse=True)
    for cell, characters in expected.items():
        listed = confusion.places(meetings, cell)
        assert listed == sorted(listed)
        covered = [(d, at) for d, start, end in listed for at in range(start, end)]
        assert Counter(covered) == Counter(characters)
        assert not {(d, end) for d, _, end in listed} & {(d, start) for d, start, _ in listed}


@given(codings())
def test_exchanging_the_coders_turns_the_matrix(rows: list[Row]) -> None:
    turned = [(d, code, 1 - coder, s, e) for d, code, coder, s, e in rows]
    one = confusion.matrix(confusion.meetings(of_rows(rows)))
    other = confusion.matrix(confusion.meetings(of_rows(turned)))
    assert one == {(b, a): size for (a, b), size in other.items()}


def test_two_codes_that_both_gave_are_no_confusion_of_the_two() -> None:
    rows = [(0, code, coder, 0, 10) for code in (0, 1) for coder in (0, 1)]
    found = confusion.matrix(confusion.meetings(of_rows(rows)))
    assert found == {(0, 0): 10, (1, 1): 10}


def test_a_cell_that_does_not_occur_has_no_places() -> None:
    meetings = confusion.meetings(of_rows([(0, 0, 0, 0, 4)]))
    assert confusion.places(meetings, (1, NONE)) == []
    assert confusion.matrix(confusion.meetings(of_rows([]))) == {}
