"""Choosing codings without a mouse: in turn at a place, and from passage to passage."""

from qcode.model.span import Span

from tests.ui.gestures.hands import SENTENCE, coding, where


def test_overlapping_codings_are_chosen_in_turn(view):
    view.put_codings(
        [coding(1, where("The last line")), coding(2, where("last")), coding(3, where("last line"))]
    )
    view.move_caret(where("last").start + 1)
    chosen = []
    view.codingChosen.connect(chosen.append)
    for step in (1, 1, 1, 1, -1):
        view.cycle_coding(step)
    assert chosen[-5:] == [2, 3, 1, 2, 1]


def test_of_two_coders_codings_of_one_passage_ones_own_is_chosen(view, qtbot):
    there = where("last line")
    theirs = coding(1, there)._replace(coder="Bo", mine=False)
    view.put_codings([theirs, coding(2, there)])
    assert view.next_coding(1)
    assert view.chosen_coding == 2
    view.set_chosen_coding(None)
    view.move_caret(there.start + 1)
    view.cycle_coding(1)
    assert view.chosen_coding == 2
    view.remove_codings([2])
    view.cycle_coding(1)
    assert view.chosen_coding == 1


def test_coded_passages_are_visited_in_reading_order_and_back(view):
    places = {1: where("检查组"), 2: where("谁也没说"), 3: where("谁也"), 4: where("last")}
    view.put_codings([coding(i, span) for i, span in places.items()])
    view.put_codings([coding(9, places[3], code_id=8)])
    seen = []
    while view.next_coding(1):
        seen.append(view.chosen_coding)
        assert view.selected_span() is None
        assert view.caret() == view.coding(view.chosen_coding).start
    assert seen == [1, 2, 3, 4]
    back = []
    while view.next_coding(-1):
        back.append(view.chosen_coding)
    assert back == [3, 2, 1]


def test_a_coded_passage_far_away_is_found_and_shown(view):
    view.set_document("\n".join(SENTENCE for _ in range(20_000)))
    span = Span(400_000, 400_010)
    view.put_codings([coding(7, span)])
    assert view.next_coding(1)
    assert view.is_visible(span)
    view.set_chosen_coding(None)
    view.move_caret(len(view.text))
    assert view.next_coding(-1)
    assert view.chosen_coding == 7
    assert not view.next_coding(-1)


def test_the_visited_passage_stays_chosen_when_the_caret_has_come_to_rest(view, qtbot):
    view.put_codings([coding(1, where("The last line")), coding(2, where("The last"))])
    view.next_coding(1)
    assert view.chosen_coding == 1
    view._report()
    assert view.chosen_coding == 1
