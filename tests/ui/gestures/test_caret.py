"""The keys of the caret: characters, words, lines, pages."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from qcode.model.span import Span

from tests.ui.gestures.hands import (
    CLUSTERS,
    CTRL,
    SENTENCE,
    SHIFT,
    TEXT,
    Key,
    boundaries,
    press,
    selected,
    where,
)


def test_the_caret_walks_whole_characters_there_and_back(view, qtbot):
    view.set_document(CLUSTERS)
    edges = boundaries(CLUSTERS)
    walked = [view.caret()]
    for _ in edges[1:]:
        press(view, qtbot, Key.Key_Right)
        walked.append(view.caret())
    assert walked == edges
    for edge in reversed(edges[:-1]):
        press(view, qtbot, Key.Key_Left)
        assert view.caret() == edge


def test_shift_and_arrows_select_each_character_whole(view, qtbot):
    view.set_document(CLUSTERS)
    for start, end in zip(boundaries(CLUSTERS), boundaries(CLUSTERS)[1:], strict=False):
        view.move_caret(start)
        press(view, qtbot, Key.Key_Right, SHIFT)
        assert view.selected_span() == Span(start, end)


def test_a_break_inside_a_long_paragraph_costs_no_key(view, qtbot):
    view.set_document(SENTENCE * 500)
    cut = view._positions.extra_breaks[0]
    view.move_caret(cut - 2)
    walked = []
    for key in (Key.Key_Right,) * 4 + (Key.Key_Left,) * 4:
        press(view, qtbot, key)
        walked.append(view.caret() - cut)
    assert walked == [-1, 0, 1, 2, 1, 0, -1, -2]
    press(view, qtbot, Key.Key_Right, SHIFT, times=4)
    assert view.selected_span() == Span(cut - 2, cut + 2)


def test_lines_can_be_walked_down_and_up_across_a_break(view, qtbot):
    view.set_document(SENTENCE * 500)
    cut = view._positions.extra_breaks[0]
    view.move_caret(cut - 100)
    down = []
    for _ in range(8):
        press(view, qtbot, Key.Key_Down)
        down.append(view.caret())
    assert down == sorted(set(down))
    assert down[-1] > cut
    press(view, qtbot, Key.Key_Up, times=8)
    assert view.caret() < cut


def test_the_end_key_stays_on_its_line_where_lines_break_between_characters(view, qtbot):
    view.set_document(SENTENCE * 20)
    press(view, qtbot, Key.Key_End)
    end, top = view.caret(), view.cursorRect().top()
    assert end > 10
    press(view, qtbot, Key.Key_End, times=3)
    assert (view.caret(), view.cursorRect().top()) == (end, top)
    press(view, qtbot, Key.Key_Home)
    assert view.caret() == 0
    press(view, qtbot, Key.Key_End, SHIFT)
    assert view.selected_span() == Span(0, end + 1)


def test_the_end_key_works_out_of_sight_where_no_line_is_laid_out_yet(view, qtbot):
    line = "The pilot waits."
    view.set_document("\n".join(line for _ in range(400)))
    view.move_caret(300 * (len(line) + 1) + 4)
    view.verticalScrollBar().setValue(0)
    view.zoom_in()  # the lines of all blocks are laid out anew when they come into sight
    press(view, qtbot, Key.Key_End)
    assert view.caret() == 300 * (len(line) + 1) + len(line)


def test_steps_by_word_stop_at_words_and_marks_of_any_script(view, qtbot):
    stops = []
    for _ in range(9):
        press(view, qtbot, Key.Key_Right, CTRL)
        stops.append(TEXT[: view.caret()])
    assert stops[0] == "检查组走"
    assert stops[3] == "检查组走了以后，"
    view.move_caret(where("waits, he").start)
    press(view, qtbot, Key.Key_Right, CTRL, SHIFT)
    assert selected(view) == "waits"
    press(view, qtbot, Key.Key_Left, CTRL)
    assert view.caret() == where("waits, he").start


def test_in_a_right_to_left_paragraph_left_goes_on(view, qtbot):
    start = where("قال").start
    view.move_caret(start)
    press(view, qtbot, Key.Key_Left)
    assert view.caret() == start + 1
    press(view, qtbot, Key.Key_Left, SHIFT, times=2)
    assert view.selected_span() == Span(start + 1, start + 3)
    press(view, qtbot, Key.Key_Right)
    assert view.caret() == start + 1


def test_a_step_without_shift_leaves_the_selection_at_its_side(view, qtbot):
    view.select_span(where("last"))
    press(view, qtbot, Key.Key_Left)
    assert (view.selected_span(), view.caret()) == (None, where("last").start)
    view.select_span(where("last"))
    press(view, qtbot, Key.Key_Right)
    assert view.caret() == where("last").end


@pytest.mark.parametrize("text", ["\n".join(SENTENCE * 5 for _ in range(900)), SENTENCE * 4500])
def test_the_caret_is_on_screen_wherever_keys_put_it(view, qtbot, text):
    view.set_document(text)
    screen = view.viewport().rect()
    for key, *held in (
        (Key.Key_End, CTRL),
        (Key.Key_PageUp,),
        (Key.Key_PageUp, SHIFT),
        (Key.Key_Home, CTRL),
        (Key.Key_PageDown,),
        (Key.Key_Down,),
        (Key.Key_End, CTRL, SHIFT),
        (Key.Key_Up,),
        (Key.Key_Home, CTRL, SHIFT),
    ):
        press(view, qtbot, key, *held)
        assert screen.contains(view.cursorRect().center()), key
    press(view, qtbot, Key.Key_A, CTRL)
    assert view.selected_span() == Span(0, len(text))


def test_pages_down_and_up_cover_the_text_without_gaps(view, qtbot):
    view.set_document("\n".join(f"Line {number}" for number in range(300)))
    press(view, qtbot, Key.Key_PageDown)
    down = view.caret()
    press(view, qtbot, Key.Key_PageDown)
    assert view.caret() > down > 0
    press(view, qtbot, Key.Key_PageUp, times=2)
    assert view.caret() == 0
    press(view, qtbot, Key.Key_PageDown, SHIFT)
    assert view.selected_span() == Span(0, down)


def test_space_goes_through_the_text_by_pages_and_takes_the_caret_along(view, qtbot):
    view.set_document("\n".join(f"Line {number}" for number in range(300)))
    press(view, qtbot, Key.Key_PageDown, times=2)
    down, place = view.caret(), view.verticalScrollBar().value()
    view.move_caret(0)
    press(view, qtbot, Key.Key_Space, times=2)
    assert (view.caret(), view.verticalScrollBar().value()) == (down, place)
    assert view.viewport().rect().contains(view.cursorRect().center())
    press(view, qtbot, Key.Key_Space, SHIFT, times=2)
    assert (view.caret(), view.selected_span()) == (0, None)


def test_the_caret_comes_on_screen_when_tab_brings_the_focus(view):
    view.set_document("\n".join(SENTENCE for _ in range(500)))
    view.verticalScrollBar().setValue(400)
    focus = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(view, focus)
    assert view.viewport().rect().contains(view.cursorRect().center())
