"""Widening the selection from word to paragraph, and narrowing it again."""

from hypothesis import given, settings
from hypothesis import strategies as st
from qcode.analysis.words.units import paragraph_at
from qcode.model.span import Span
from qcode.ui.widgets.text.widening import narrower, wider

from tests.ui.gestures.hands import SENTENCE, TEXT, boundaries, coding, selected, texts, where


@given(texts, st.data())
@settings(max_examples=400)
def test_widening_only_grows_by_whole_characters_up_to_the_paragraph(text, data):
    edges = set(boundaries(text))
    places = sorted(edges)
    start = data.draw(st.sampled_from(places))
    end = data.draw(st.sampled_from([place for place in places if place >= start]))
    span = Span(start, end)
    for _ in range(80):
        found = wider(text, span)
        if found == span:
            break
        if span.start == span.end:
            # A caret between words takes a unit beside it: no letter is in between.
            assert not any(map(str.isalnum, text[span.start : found.start]))
            assert not any(map(str.isalnum, text[found.end : span.end]))
        else:
            assert found.start <= span.start and span.end <= found.end
        assert found.start in edges and found.end in edges
        span = found
    assert wider(text, span) == span
    if span.start < span.end:
        first, last = paragraph_at(text, span.start), paragraph_at(text, span.end - 1)
        assert span.start <= first.start and last.end <= span.end


@given(texts, st.data())
@settings(max_examples=300)
def test_narrowing_only_shrinks_by_whole_characters(text, data):
    edges = set(boundaries(text))
    places = sorted(edges)
    start = data.draw(st.sampled_from(places))
    span = Span(start, data.draw(st.sampled_from([p for p in places if p >= start])))
    caret = data.draw(st.integers(0, len(text)))
    for _ in range(6):
        found = narrower(text, span, caret)
        if found == span:
            break
        assert span.start <= found.start < found.end <= span.end
        assert found.start in edges and found.end in edges
        span = found
    assert narrower(text, span, caret) == span


def test_an_unbroken_million_characters_are_widened_at_once():
    text = "检" * 1_000_000
    span, steps = Span(500_000, 500_000), 0
    while (found := wider(text, span)) != span:
        span, steps = found, steps + 1
    assert span == Span(0, 1_000_000)
    assert steps <= 4


def widened(view):
    steps = []
    for _ in range(8):
        before = view.selected_span()
        view.widen()
        if view.selected_span() == before:
            break
        steps.append(selected(view))
    return steps


def test_widening_goes_from_word_to_clause_to_sentence_to_paragraph(view):
    view.move_caret(where("患").start)
    assert widened(view) == [
        "隐患重新排查一遍",
        "街道会把隐患重新排查一遍。",
        "检查组走了以后，街道会把隐患重新排查一遍。",
        TEXT.split("\n")[0],
    ]


def test_narrowing_walks_back_exactly_as_it_came(view):
    start = where("waits").start
    view.move_caret(start + 2)
    view.move_caret(start + 4, keep=True)
    states = [(view.selected_span(), view.caret())]
    for _ in range(4):
        view.widen()
        states.append((view.selected_span(), view.caret()))
    assert len({span for span, _ in states}) == 5
    for state in reversed(states[:-1]):
        view.narrow()
        assert (view.selected_span(), view.caret()) == state


def test_narrowing_back_to_the_caret_selects_nothing(view):
    view.move_caret(where("患").start)
    view.widen()
    view.narrow()
    assert view.selected_span() is None
    assert view.caret() == where("患").start


def test_another_selection_forgets_the_way_back(view):
    view.move_caret(where("患").start)
    view.widen()
    view.widen()
    view.select_span(where("The last line."))
    view.narrow()
    assert selected(view) == "line"


def test_narrowing_a_fresh_selection_takes_the_next_smaller_unit_at_the_caret(view):
    view.select_span(paragraph_at(TEXT, 0))
    view.narrow()
    assert selected(view) == "谁也没说……"
    view.narrow()
    assert selected(view) == "没说"


def test_widening_begins_with_the_passage_of_the_chosen_coding(view):
    passage = where("a family")
    view.put_codings([coding(1, passage)])
    view.move_caret(passage.start + 3)
    view.set_chosen_coding(1)
    view.widen()
    assert view.selected_span() == passage
    assert view.chosen_coding == 1
    view.widen()
    assert selected(view).startswith("a family") and len(selected(view)) > len("a family")
    view.narrow()
    view.narrow()
    assert view.selected_span() is None
    assert view.chosen_coding == 1


def test_a_selection_over_two_sentences_widens_to_both_of_them(view):
    view.select_span(Span(where("以后").start, where("没说").end))
    view.widen()
    view.widen()
    assert selected(view) == TEXT.split("\n")[0]


def test_in_an_empty_text_and_on_an_empty_line_there_is_nothing_to_widen(view):
    view.set_document("")
    view.widen()
    view.narrow()
    assert view.selected_span() is None
    view.set_document("one\n\ntwo\n")
    for place in (4, 9):
        view.move_caret(place)
        view.widen()
        assert view.selected_span() is None


def test_widening_to_a_long_paragraph_leaves_the_place_on_screen(view):
    view.set_document(SENTENCE * 900)
    view.reveal(Span(9000, 9001), flash=False)
    view.move_caret(9000)
    first = view.place().first
    assert len(widened(view)) == 4
    assert selected(view) == view.text
    assert view.place().first == first


def test_a_widened_selection_is_told_at_once(view):
    told = []
    view.spanSelected.connect(told.append)
    view.move_caret(where("患").start)
    view.widen()
    assert told == [where("隐患重新排查一遍")]
