"""The edges of the chosen coding, moved by keys."""

from qcode.model.span import Span

from tests.ui.gestures.hands import TEXT, coding, selected, where
from tests.ui.text_window import FAMILY


def test_edges_move_by_whole_characters(edged):
    start, end = where("a family")
    assert edged.move_edge("end", 1)
    assert edged.move_edge("end", 1)
    assert edged.move_edge("end", -1)
    assert edged.move_edge("start", -1)
    assert edged.move_edge("start", 1)
    family = end + 1 + len(FAMILY)
    assert edged.told == [
        Span(start, end + 1),
        Span(start, family),
        Span(start, end + 1),
        Span(start - 1, end + 1),
        Span(start, end + 1),
    ]


def test_edges_move_by_words(edged):
    edged.move_edge("end", -1, by_word=True)
    edged.move_edge("start", -1, by_word=True)
    edged.move_edge("start", -1, by_word=True)
    edged.move_edge("start", 1, by_word=True)
    edged.move_edge("end", 1, by_word=True)
    assert [span.of(TEXT) for span in edged.told] == [
        "a", "; a", "said; a", "; a", "; a family",
    ]  # fmt: skip


def test_an_edge_never_passes_the_other(edged):
    start = where("a family").start
    for _ in range(20):
        edged.move_edge("end", -1)
    assert edged.told[-1] == Span(start, start + 1)
    assert not edged.move_edge("end", -1)
    assert not edged.move_edge("start", 1)
    assert not edged.move_edge("end", -1, by_word=True)
    assert edged.told[-1] == Span(start, start + 1)


def test_edges_stop_at_both_ends_of_the_text(edged):
    edged.put_codings([coding(5, Span(0, len(TEXT)))])
    edged.set_chosen_coding(5)
    assert not edged.move_edge("start", -1)
    assert not edged.move_edge("end", 1, by_word=True)
    assert edged.told == []


def test_without_a_chosen_coding_or_leave_to_edit_no_edge_moves(edged):
    edged.set_editable(False)
    assert not edged.move_edge("end", 1)
    edged.set_editable(True)
    edged.set_chosen_coding(None)
    assert not edged.move_edge("end", 1)
    assert edged.told == []


def test_words_selected_as_the_passage_follow_its_edge(edged):
    edged.select_span(where("a family"))
    edged.move_edge("end", -1)
    assert selected(edged) == "a famil"
    assert edged.chosen_coding == 5
