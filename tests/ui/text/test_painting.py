"""What is painted is what is meant."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from qcode.model.span import Span
from qcode.ui.shell.theme import DARK, LIGHT, contrast
from qcode.ui.widgets.text.pieces import StripLines
from qcode.ui.widgets.text.view import TextView
from qcode.ui.widgets.tints import line_color, tint

from tests.ui.references import none_keeps_its_references
from tests.ui.text.reading import TEXT, coding, middle, pixel, where


def test_a_coded_passage_has_the_tint_of_its_code_and_the_rest_is_paper(view):
    span = where("wide      spaces")
    blank = where("      ")
    view.put_codings([coding(1, span)])
    point = middle(view, blank)
    assert pixel(view, point) == QColor(tint(LIGHT.paper, LIGHT.ink, ("#3b78d8",)))
    view.remove_codings([1])
    assert pixel(view, point) == QColor(LIGHT.paper)


def test_the_underline_has_the_colour_of_the_code(view):
    view.put_codings([coding(1, where("wide      spaces"))])
    rect = view.span_rect(where("      "))
    column = view.viewport().grab().toImage()
    seen = {
        column.pixelColor(rect.center().x(), y).name()
        for y in range(rect.center().y(), rect.bottom() + 4)
    }
    assert line_color(LIGHT.paper, LIGHT.ink, "#3b78d8") in seen


def test_overlapping_codings_blend_and_have_an_underline_each(view):
    both = where("      ")
    view.put_codings([coding(1, where("wide      "), "#3b78d8"), coding(2, both, "#d0752b")])
    assert pixel(view, middle(view, both)) == QColor(
        tint(LIGHT.paper, LIGHT.ink, ("#d0752b", "#3b78d8"))
    )
    rect = view.span_rect(both)
    image = view.viewport().grab().toImage()
    seen = [
        image.pixelColor(rect.center().x(), y).name()
        for y in range(rect.center().y(), rect.bottom() + 6)
    ]
    lines = [line_color(LIGHT.paper, LIGHT.ink, color) for color in ("#3b78d8", "#d0752b")]
    assert [color for color in seen if color in lines] == lines


def test_a_span_in_a_mixed_line_is_painted_in_its_true_pieces(view):
    span = where("القائمة and")
    view.put_codings([coding(1, span)])
    shade = QColor(tint(LIGHT.paper, LIGHT.ink, ("#3b78d8",)))
    image = view.viewport().grab().toImage()
    seen = 0
    for cp in range(*where(TEXT.split("\n")[3])):
        rect = view.span_rect(Span(cp, cp + 1))
        if TEXT[cp] != " " and rect.width() >= 3:
            top = image.pixelColor(rect.center().x(), rect.top() + 1)
            assert (top == shade) is (span.start <= cp < span.end), (cp, TEXT[cp])
            seen += 1
    assert seen > 20


def test_tints_follow_the_theme_of_the_window(view, qapp):
    view.put_codings([coding(1, where("wide      spaces"))])
    view.viewport().grab()
    qapp.setProperty("qcode_theme", "dark")
    QApplication.sendEvent(view, QEvent(QEvent.Type.PaletteChange))
    qapp.setProperty("qcode_theme", None)
    point = middle(view, where("      "))
    assert pixel(view, point) == QColor(tint(DARK.paper, DARK.ink, ("#3b78d8",)))


def test_the_chosen_coding_has_a_stronger_tint(view):
    view.put_codings([coding(1, where("wide      spaces"))])
    point = middle(view, where("      "))
    before = pixel(view, point)
    view.set_chosen_coding(1)
    after = pixel(view, point)
    assert after != before
    assert contrast(LIGHT.ink, after.name()) >= 4.5


def test_selected_text_shows_both_the_selection_and_the_code(view):
    view.put_codings([coding(1, where("wide      "))])
    view.select_span(where("      spaces"))
    coded = pixel(view, middle(view, where("      ")))
    assert coded == QColor(tint(LIGHT.paper, LIGHT.ink, ("#3b78d8",), over=LIGHT.selection))
    view.remove_codings([1])
    assert pixel(view, middle(view, where("      "))) == QColor(LIGHT.selection)


def test_painting_a_thousand_times_takes_no_references_from_none(view):
    view.put_codings([coding(1, where("door to door")), coding(2, where("القائمة"))])
    view.set_chosen_coding(1)
    view.viewport().repaint()
    with none_keeps_its_references():
        for _ in range(1000):
            view.viewport().repaint()


def test_a_picture_that_failed_does_not_spoil_the_next_one(view, monkeypatch):
    def fail(*_):
        raise RuntimeError("no picture")

    with monkeypatch.context() as patched:
        patched.setattr(view._painter, "paint", fail)
        with pytest.raises(RuntimeError, match="no picture") as kept:  # its frames live on
            view.viewport().grab()
    assert kept.tb is not None
    span = where("wide      spaces")
    view.put_codings([coding(1, span)])
    point = middle(view, where("      "))
    assert pixel(view, point) == QColor(tint(LIGHT.paper, LIGHT.ink, ("#3b78d8",)))


def test_a_passage_of_several_lines_has_one_frame_around_it(view):
    view.put_codings([coding(1, Span(where("list goes").start, where("检查组走了").end))])
    first, second = (view.span_rect(where(words)) for words in ("door to door.", "A family"))
    beside = first.right() + 30  # where the first line has no words any more
    rows = range(first.top() - 4, second.bottom() + 4)

    def painted(x):
        image = view.viewport().grab().toImage()
        return [y for y in rows if image.pixelColor(x, y) != QColor(LIGHT.paper)]

    assert painted(beside) == painted(second.left() - 2) == []
    view.set_chosen_coding(1)
    upper_edge = painted(beside)
    assert 1 <= len(upper_edge) <= 3
    assert abs(upper_edge[0] - first.top()) <= 2
    side = painted(second.left() - 2)
    assert side == list(range(side[0], rows[-1] + 1))  # down to the next line without a gap


def test_a_passage_under_several_others_is_underlined_where_it_lies_alone(view):
    alone = where("goes from")
    span = Span(where("The list").start, alone.end)
    others = [coding(number, where("The list"), "#d0752b") for number in (1, 2, 3)]
    view.put_codings([*others, coding(4, span)])
    rect = view.span_rect(alone)
    image = view.viewport().grab().toImage()
    seen = {
        image.pixelColor(rect.center().x(), y).name()
        for y in range(rect.center().y(), rect.bottom() + 8)
    }
    assert line_color(LIGHT.paper, LIGHT.ink, "#3b78d8") in seen


def test_at_the_top_edge_nothing_hangs_down_from_a_line_out_of_sight(long_view):
    text = long_view.text
    several = [coding(number, Span(0, len(text))) for number in range(1, 5)]
    long_view.put_codings(several)
    long_view.verticalScrollBar().setValue(7)
    image = long_view.viewport().grab().toImage()
    assert {image.pixelColor(x, 0).name() for x in range(image.width())} == {LIGHT.paper}


class ByQt(TextView):
    """A text view whose words and caret the base class can draw instead."""

    by_qt = False

    def _paint_words(self, *given):
        if not self.by_qt:
            super()._paint_words(*given)

    def paintEvent(self, event):
        super().paintEvent(event)
        if self.by_qt:
            QPlainTextEdit.paintEvent(self, event)


def test_words_and_caret_look_as_the_base_class_draws_them(qtbot, qapp):
    view = ByQt()
    qtbot.addWidget(view)
    view.resize(620, 420)
    view.set_document(TEXT)
    flashing = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    view.show()
    view.activateWindow()
    view.setFocus()
    try:
        qtbot.waitUntil(lambda: view.getPaintContext().cursorPosition >= 0)
        for start, end in ((0, 0), (3, 40), (41, 41), (5, 6), (0, len(TEXT)), (20, len(TEXT))):
            view.move_caret(start)
            view.move_caret(end, keep=True)
            view.verticalScrollBar().setValue(0)
            view.by_qt = False
            ours = view.viewport().grab().toImage()
            view.by_qt = True
            assert ours == view.viewport().grab().toImage()
    finally:
        qapp.setCursorFlashTime(flashing)


def test_a_new_coding_has_only_what_it_lies_over_worked_out_anew(view, monkeypatch):
    view.set_document("words " * 300)
    view.put_codings(coding(n, Span(40 * n, 40 * n + 30)) for n in range(20))
    QApplication.processEvents()
    asked = []

    def pieces(lines, start, end, known=StripLines.pieces):
        asked.append((start, end))
        return known(lines, start, end)

    monkeypatch.setattr(StripLines, "pieces", pieces)
    view.put_codings([coding(99, Span(410, 420))])
    QApplication.processEvents()
    assert asked
    assert all(400 <= start < end <= 430 for start, end in asked), asked
