"""Selecting word by word with the mouse."""

from PySide6.QtCore import QEvent, QPoint
from qcode.model.span import Span

from tests.ui.gestures.hands import (
    SENTENCE,
    TEXT,
    let_go,
    move_to,
    press_at,
    selected,
    send,
    where,
)


def double_press(view, point):
    press_at(view, point)
    let_go(view, point)
    send(view, QEvent.Type.MouseButtonDblClick, point)


def test_dragging_after_two_clicks_selects_word_by_word(view):
    double_press(view, view.span_rect(where("waits, he")).center() - QPoint(20, 0))
    assert selected(view) == "waits"
    move_to(view, view.span_rect(where("family")).center())
    assert selected(view) == "waits, he said; a family"
    move_to(view, view.span_rect(where("Li")).center())
    assert selected(view) == "Li waits"
    let_go(view, view.span_rect(where("Li")).center())
    assert selected(view) == "Li waits"


def test_words_are_selected_on_while_the_mouse_is_below_the_border(view):
    view.set_document("\n".join(SENTENCE * 3 for _ in range(200)))
    double_press(view, view.span_rect(Span(2, 3)).center())
    outside = QPoint(200, view.viewport().height() + 40)
    move_to(view, outside)
    ends = []
    for _ in range(5):
        view._unit_scroll.step()
        ends.append(view.selected_span().end)
    assert ends == sorted(set(ends))
    assert view.verticalScrollBar().value() > 0
    let_go(view, outside)
    assert view.selected_span() == Span(0, ends[-1])


def test_two_clicks_take_the_word_three_the_sentence_four_and_more_the_paragraph(view):
    single, double = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick
    place = view.span_rect(where("waits, he")).center() - QPoint(20, 0)
    taken = []
    for kind in (single, double, single, double, single, double):  # as Qt tells of six clicks
        send(view, kind, place)
        let_go(view, place)
        taken.append(selected(view))
    paragraph = TEXT.split("\n")[1]
    assert taken == [None, "waits", paragraph.partition(" Then")[0], *[paragraph] * 3]
