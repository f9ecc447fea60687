"""The edges of the chosen coding, dragged by their handles."""

from PySide6.QtCore import QEvent, QPoint, Qt
from qcode.model.span import Span

from tests.ui.gestures.hands import (
    SENTENCE,
    SHIFT,
    TEXT,
    Key,
    coding,
    let_go,
    move_to,
    press,
    press_at,
    send,
    where,
)


def grip(view, edge):
    return view.grip_rects()[0 if edge == "start" else 1].center()


def after(view, span):
    """The place just behind the last character of ``span``."""
    rect = view.span_rect(Span(span.end - 1, span.end))
    return QPoint(rect.right() + 1, rect.center().y())


def before(view, span):
    rect = view.span_rect(Span(span.start, span.start + 1))
    return QPoint(rect.left() + 1, rect.center().y())


def test_a_handle_dragged_previews_and_tells_once_when_let_go(edged):
    start, end = grip(edged, "start"), grip(edged, "end")
    press_at(edged, end)
    goal = QPoint(after(edged, where("too")).x(), end.y())
    for step in (0.3, 0.6, 1.0):
        move_to(edged, end + (goal - end) * step)
    wanted = Span(where("a family").start, where("too").end)
    assert edged._target == wanted
    assert edged.told == []
    let_go(edged, goal)
    assert edged.told == [wanted]
    assert edged._target is None
    assert edged.selected_span() is None
    assert edged.chosen_coding == 5
    press_at(edged, start)
    goal = QPoint(before(edged, where("he said")).x(), start.y())
    move_to(edged, goal)
    let_go(edged, goal)
    assert edged.told[-1] == Span(where("he said").start, where("too").end)


def test_with_shift_a_handle_takes_whole_words(edged):
    end = grip(edged, "end")
    press_at(edged, end)
    inside = Span(where("waits too").start, where("waits too").start + 2)
    goal = QPoint(after(edged, inside).x(), end.y())
    move_to(edged, goal)
    assert edged._target.of(TEXT).endswith(" wa")
    move_to(edged, goal, SHIFT)
    assert edged._target.of(TEXT).endswith(" waits")
    let_go(edged, goal)
    assert edged.told[-1].of(TEXT).endswith(" waits")


def test_escape_gives_a_dragged_handle_up(edged, qtbot):
    end = grip(edged, "end")
    press_at(edged, end)
    move_to(edged, end + QPoint(80, 0))
    press(edged, qtbot, Key.Key_Escape)
    assert edged._target is None
    let_go(edged, end + QPoint(80, 0))
    assert edged.told == []
    assert edged.chosen_coding == 5


def test_a_handle_goes_to_the_line_under_the_pointer(edged):
    press_at(edged, grip(edged, "end"))
    goal = after(edged, where("The last line"))
    move_to(edged, goal)
    let_go(edged, goal)
    assert edged.told == [Span(where("a family").start, where("The last line").end)]
    press_at(edged, grip(edged, "start"))
    goal = before(edged, where("街道"))
    move_to(edged, goal)
    let_go(edged, goal)
    assert edged.told[-1] == Span(where("街道").start, where("The last line").end)


def test_a_handle_only_touched_moves_nothing(edged):
    end = grip(edged, "end")
    press_at(edged, end)
    let_go(edged, end)
    assert edged.told == []
    assert edged.chosen_coding == 5


def test_a_handle_dragged_past_the_other_leaves_one_character(edged):
    end = grip(edged, "end")
    press_at(edged, end)
    move_to(edged, end - QPoint(400, 60))
    let_go(edged, end - QPoint(400, 60))
    start = where("a family").start
    assert edged.told == [Span(start, start + 1)]


def test_a_handle_held_below_the_border_scrolls_and_takes_the_text_along(edged):
    edged.set_document("\n".join(SENTENCE * 3 for _ in range(200)))
    edged.put_codings([coding(5, Span(0, 8))])
    edged.set_chosen_coding(5)
    end = grip(edged, "end")
    press_at(edged, end)
    outside = QPoint(end.x(), edged.viewport().height() + 30)
    move_to(edged, outside)
    reached = [edged._target.end]
    for _ in range(5):
        edged._gripping.step()
        reached.append(edged._target.end)
    assert edged.verticalScrollBar().value() > 0
    assert reached == sorted(set(reached))
    let_go(edged, outside)
    assert edged.told == [Span(0, reached[-1])]


def test_the_pointer_shows_where_a_handle_can_be_taken(edged):
    shape = edged.viewport().cursor
    none = Qt.MouseButton.NoButton
    end = grip(edged, "end")
    send(edged, QEvent.Type.MouseMove, end, held=none, button=none)
    assert shape().shape() == Qt.CursorShape.SizeHorCursor
    away = edged.span_rect(where("last")).center()
    send(edged, QEvent.Type.MouseMove, away, held=none, button=none)
    assert shape().shape() == Qt.CursorShape.IBeamCursor
    edged.set_editable(False)
    assert edged.grip_at(end) is None
    send(edged, QEvent.Type.MouseMove, end, held=none, button=none)
    assert shape().shape() == Qt.CursorShape.IBeamCursor
