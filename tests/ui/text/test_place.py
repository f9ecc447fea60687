"""Where one is in a long text, through changes of width, size and document."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from qcode.model.span import Span
from qcode.ui.widgets.text.view import TextView

from tests.ui.text.reading import coding


def test_a_passage_is_revealed_about_a_third_down(long_view):
    span = Span(40_000, 40_020)
    long_view.reveal(span, flash=False)
    rect = long_view.span_rect(span)
    height = long_view.viewport().height()
    assert height * 0.2 < rect.top() < height * 0.4


def test_passages_at_both_ends_are_revealed_too(long_view):
    size = len(long_view.text)
    for span in (Span(0, 5), Span(size - 5, size)):
        long_view.reveal(span)
        assert long_view.is_visible(span)


def test_the_place_comes_back_in_another_view_of_another_width(long_view, qtbot):
    long_view.reveal(Span(30_000, 30_005), flash=False)
    place = long_view.place()
    other = TextView()
    qtbot.addWidget(other)
    other.resize(420, 600)
    other.set_document(long_view.text)
    other.show()
    other.restore_place(place)
    assert other.place() == place
    assert other.is_visible(Span(place.first, place.first + 1))


def test_the_first_line_stays_through_many_changes_of_width_and_size(long_view):
    long_view.reveal(Span(30_000, 30_005), flash=False)
    first = long_view.place().first
    for width in (500, 640, 455, 700, 430, 760):
        long_view.resize(width, 520)
        assert long_view.place().first == first
    for _ in range(5):
        long_view.zoom_in()
    assert long_view.place().first == first
    assert long_view.is_visible(Span(first, first + 1))


def test_ctrl_and_wheel_change_the_size_and_reset_brings_it_back(view, qtbot):
    normal = view.font().pointSizeF()
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(view.zoomChanged) as changed:
        QApplication.sendEvent(view.viewport(), wheel)
    assert changed.args == [1]
    assert view.font().pointSizeF() > normal
    view.reset_zoom()
    assert view.font().pointSizeF() == normal


def test_a_new_document_forgets_selection_choice_and_place(long_view, qtbot):
    long_view.put_codings([coding(1, Span(0, 10))])
    long_view.select_span(Span(0, 10))
    long_view.set_chosen_coding(1)
    long_view.reveal(Span(50_000, 50_010))
    with qtbot.waitSignals([long_view.spanSelected, long_view.codingChosen]):
        long_view.set_document("short")
    assert long_view.selected_span() is None
    assert long_view.chosen_coding is None
    assert long_view.place() == (0, 0)
