"""The mouse in the text: dragging, several clicks, the menu and the tooltip."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent

from tests.ui.text.reading import TEXT, coding, middle, where
from tests.ui.text_window import send_mouse


def test_dragging_over_the_gap_between_two_lines_does_not_leap(view, qtbot):
    start, end = view.span_rect(where("list")), view.span_rect(where("family"))
    place = view.viewport()
    qtbot.mousePress(place, Qt.MouseButton.LeftButton, pos=start.center())
    ends = []
    for y in range(start.center().y(), end.center().y() + 1):
        qtbot.mouseMove(place, QPoint(start.center().x() + 60, y))
        ends.append(view.caret())
    qtbot.mouseRelease(place, Qt.MouseButton.LeftButton, pos=QPoint(start.center().x() + 60, y))
    assert ends == sorted(ends)
    assert len(set(ends)) == 2


def press_many(view, point, count):
    """Click ``count`` times as fast as a hand does."""
    kinds, left = QEvent.Type, Qt.MouseButton.LeftButton
    for number in range(count):
        press = kinds.MouseButtonDblClick if number == 1 else kinds.MouseButtonPress
        for kind, held in ((press, left), (kinds.MouseButtonRelease, Qt.MouseButton.NoButton)):
            at = 1000 + 80 * number
            send_mouse(view.viewport(), kind, point, button=left, held=held, at=at)


@pytest.mark.parametrize(
    ("clicks", "expected"),
    [
        (2, "隐患重新排查一遍"),
        (3, "检查组走了以后，街道会把隐患重新排查一遍。"),
    ],
)
def test_two_clicks_take_the_word_and_three_the_sentence(view, clicks, expected):
    press_many(view, middle(view, where("患")), clicks)
    assert view.selected_span().of(TEXT) == expected


def test_two_clicks_take_a_latin_word_and_four_the_paragraph(view):
    press_many(view, middle(view, where("goes")), 2)
    assert view.selected_span() == where("goes")
    press_many(view, middle(view, where("waits")), 4)
    assert view.selected_span().of(TEXT) == TEXT.split("\n")[1]


def test_the_menu_is_asked_for_at_the_character_under_the_mouse(view, qtbot):
    point = middle(view, where("m", TEXT))
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point)
    )
    with qtbot.waitSignal(view.contextRequested) as asked:
        view.contextMenuEvent(event)
    assert asked.args == [view.viewport().mapToGlobal(point), where("m").start]


def test_the_tooltip_names_code_coder_and_memo_and_escapes_them(view):
    shown = view.tooltip_of([coding(1, where("from"), memo="is it <duty> & pressure?")])
    assert "a1 duty" in shown
    assert "Ann" in shown
    assert "&lt;duty&gt; &amp; pressure" in shown
