"""The coded text: what is painted, selected, chosen, dropped and copied is what is meant."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication
from qcode.model.colors import PALETTE
from qcode.model.span import Span
from qcode.ui.shell.theme import DARK, LIGHT, contrast
from qcode.ui.widgets.mime import put_codes, span_of
from qcode.ui.widgets.text.coding_layer import CodingLayer, PaintedCoding
from qcode.ui.widgets.text.view import TextView
from qcode.ui.widgets.tints import line_color, tint

from tests.ui.references import none_keeps_its_references

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
TEXT = (
    "The list goes from door to door.\n"
    f"A family {FAMILY} waits here, e\u0301tude.\n"
    "检查组走了以后，街道会把隐患重新排查一遍。\n"
    "قال المدير إن القائمة and then 123 كيف\n"
    "Two\u00a0words\u2028and a line, wide      spaces here.\n"
)
colors = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def coding(coding_id, span, color="#3b78d8", memo=""):
    return PaintedCoding(coding_id, *span, color, coding_id + 100, "a1 duty", "Ann", memo, True)


def where(piece, text=TEXT):
    at = text.index(piece)
    return Span(at, at + len(piece))


@pytest.fixture
def view(qtbot):
    view = TextView()
    qtbot.addWidget(view)
    view.resize(760, 520)
    view.set_document(TEXT)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    return view


def pixel(view, point):
    return view.viewport().grab().toImage().pixelColor(point)


def middle(view, span):
    return view.span_rect(span).center()


# The layer of codings


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 250)), max_size=40), st.data())
def test_codings_are_found_by_place_as_by_looking_at_each(places, data):
    codings = [coding(i, (a, a + size)) for i, (a, size) in enumerate(places)]
    layer = CodingLayer(codings[::2])
    layer.put(codings)
    gone = data.draw(st.sets(st.integers(0, 40)))
    layer.remove(gone)
    moved = [coding(c.coding_id, (c.start + 7, c.end + 9)) for c in codings[1::3]]
    layer.put(moved)
    expected = {c.coding_id: c for c in codings if c.coding_id not in gone}
    expected |= {c.coding_id: c for c in moved}
    start = data.draw(st.integers(0, 400))
    span = Span(start, start + data.draw(st.integers(1, 60)))
    there = [c for c in expected.values() if c.start < c.end and c.span.overlaps(span)]
    found = layer.within(span)
    assert {c.coding_id for c in found} == {c.coding_id for c in there}
    assert [c.start for c in found] == sorted(c.start for c in there)
    assert len(layer) == len(expected)


def test_the_shortest_coding_at_a_place_comes_first():
    layer = CodingLayer([coding(1, (0, 500_000)), coding(2, (40, 60)), coding(3, (50, 55))])
    assert [c.coding_id for c in layer.at(52)] == [3, 2, 1]
    assert [c.coding_id for c in layer.at(400_000)] == [1]


# Colours


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_is_readable_on_every_blend_of_the_palette(theme):
    for first in PALETTE:
        for second in PALETTE:
            for over in (None, theme.selection):
                for strong in (None, first):
                    shade = tint(theme.paper, theme.ink, (first, second), strong=strong, over=over)
                    assert contrast(theme.ink, shade) >= 4.5


@given(st.lists(colors, max_size=6), st.none() | colors, st.booleans(), st.booleans())
def test_text_is_readable_on_blends_of_any_colours_people_choose(shades, strong, dark, selected):
    theme = DARK if dark else LIGHT
    over = theme.selection if selected else None
    shade = tint(theme.paper, theme.ink, shades, strong=strong, over=over)
    assert contrast(theme.ink, shade) >= 4.5


@given(colors, st.booleans())
def test_an_underline_of_any_colour_stands_out_from_the_paper(color, dark):
    theme = DARK if dark else LIGHT
    assert contrast(line_color(theme.paper, theme.ink, color), theme.paper) >= 3.0


def test_codes_of_the_palette_have_tints_that_differ():
    for theme in (LIGHT, DARK):
        assert len({tint(theme.paper, theme.ink, (color,)) for color in PALETTE}) == len(PALETTE)


# Painting


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


# Positions


def test_every_character_is_found_under_its_own_pixels(view):
    seen = 0
    for cp, character in enumerate(TEXT):
        rect = view.span_rect(Span(cp, cp + 1))
        if character.isalpha() and cp < where("قال").start and rect.width() > 3:
            assert view.position_at(rect.center()) == cp
            seen += 1
    assert seen > 60


def test_beside_and_below_the_text_there_is_no_character(view):
    assert view.position_at(QPoint(4, 40)) is None
    assert view.position_at(QPoint(300, 515)) is None


def test_a_long_paragraph_keeps_positions_and_copies_as_stored(view):
    text = "街道会把隐患重新排查一遍，" * 2000
    view.set_document(text)
    span = Span(4000, 11000)
    view.select_span(span)
    assert view.selected_span() == span
    assert view.document().blockCount() > 5
    assert view.createMimeDataFromSelection().text() == text[4000:11000]


def test_copying_gives_the_stored_characters(view, qtbot):
    span = where("Two\u00a0words\u2028and")
    view.select_span(span)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Two\u00a0words\u2028and"
    assert span_of(view.createMimeDataFromSelection()) == span


def test_a_selection_is_widened_to_whole_characters(view):
    family = where(FAMILY)
    view.select_span(Span(family.start + 2, family.start + 3))
    assert view.selected_span() == family
    accent = where("e\u0301")
    view.select_span(Span(accent.start, accent.start + 1))
    assert view.selected_span() == accent


# Keyboard


def test_shift_and_arrows_select_by_whole_characters(view, qtbot):
    view.select_span(Span(where(FAMILY).start, where(FAMILY).start))
    with qtbot.waitSignal(view.spanSelected) as selected:
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert selected.args == [where(FAMILY)]


def test_shift_ctrl_and_arrows_select_by_word(view, qtbot):
    keys = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(view.spanSelected) as selected:
        qtbot.keyClick(view, Qt.Key.Key_Right, keys)
    assert selected.args[0].of(TEXT).strip() == "The"


def test_the_selection_is_told_once_after_it_has_come_to_rest(view, qtbot):
    told = []
    view.spanSelected.connect(told.append)
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Span(0, 5)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_C])
def test_enter_and_c_ask_for_the_palette(view, qtbot, key):
    with qtbot.waitSignal(view.paletteRequested):
        qtbot.keyClick(view, key)


def test_escape_lets_the_selection_go(view, qtbot):
    view.select_span(where("door"))
    with qtbot.waitSignal(view.spanSelected) as selected:
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert selected.args == [None]


def test_the_caret_chooses_the_passage_it_walks_into(view, qtbot):
    view.put_codings([coding(7, Span(2, 9))])
    qtbot.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.codingChosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert chosen.args == [7]
    assert view.chosen_coding == 7


def test_selecting_other_words_lets_the_chosen_coding_go(view, qtbot):
    view.put_codings([coding(7, where("door"))])
    view.set_chosen_coding(7)
    with qtbot.waitSignal(view.codingChosen) as chosen:
        view.select_span(where("family"))
    assert chosen.args == [None]


# Mouse


def click(view, qtbot, span):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, span))


def test_a_click_chooses_the_innermost_coding_and_the_next_click_the_one_around(view, qtbot):
    view.put_codings([coding(1, where("goes from door to door")), coding(2, where("from"))])
    chosen = []
    view.codingChosen.connect(chosen.append)
    click(view, qtbot, where("from"))
    assert chosen == [2]
    click(view, qtbot, where("from"))
    assert chosen == [2, 1]


def test_a_click_beside_every_coding_chooses_none(view, qtbot):
    view.put_codings([coding(1, where("from"))])
    view.set_chosen_coding(1)
    with qtbot.waitSignal(view.codingChosen) as chosen:
        click(view, qtbot, where("family"))
    assert chosen.args == [None]


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
    place = view.viewport()
    kinds = QEvent.Type
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for number in range(count):
        press = kinds.MouseButtonDblClick if number == 1 else kinds.MouseButtonPress
        for kind, held in ((press, left), (kinds.MouseButtonRelease, none)):
            event = QMouseEvent(
                kind,
                QPointF(point),
                QPointF(place.mapToGlobal(point)),
                left,
                held,
                Qt.KeyboardModifier.NoModifier,
            )
            event.setTimestamp(1000 + 80 * number)
            QApplication.sendEvent(place, event)


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


# Drag and drop


def codes_mime(*code_ids):
    mime = QMimeData()
    put_codes(mime, list(code_ids))
    return mime


def drop(view, mime, point):
    event = QDropEvent(
        QPointF(point),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(event)
    return event


def test_a_code_dropped_inside_the_selection_goes_to_the_selection(view, qtbot):
    view.put_codings([coding(1, where("from"))])
    view.select_span(where("goes from door"))
    with qtbot.waitSignal(view.codeDropped) as dropped:
        drop(view, codes_mime(42), middle(view, where("from")))
    assert dropped.args == [42, where("goes from door")]


def test_a_code_dropped_elsewhere_goes_to_the_passage_or_the_word_there(view, qtbot):
    view.put_codings([coding(1, where("from door"))])
    view.select_span(where("The list"))
    dropped = []
    view.codeDropped.connect(lambda code_id, span: dropped.append((code_id, span)))
    drop(view, codes_mime(1, 2), middle(view, where("from")))
    drop(view, codes_mime(3), middle(view, where("family")))
    assert dropped == [(1, where("from door")), (2, where("from door")), (3, where("family"))]


def test_a_code_dropped_beside_the_text_is_refused(view):
    told = []
    view.codeDropped.connect(lambda *args: told.append(args))
    assert not drop(view, codes_mime(1), QPoint(3, 100)).isAccepted()
    assert told == []


@pytest.mark.parametrize("data", [b"not json", b'{"a": 1}', b'["x", true, null]', b"\xff"])
def test_a_drop_that_makes_no_sense_is_refused(view, data):
    mime = QMimeData()
    mime.setData("application/x-qcode-codes", data)
    assert not drop(view, mime, middle(view, where("from"))).isAccepted()


def test_files_are_left_to_the_window_around(view):
    mime = QMimeData()
    mime.setUrls(["file:///interview.docx"])
    event = QDragEnterEvent(
        QPoint(100, 100),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dragEnterEvent(event)
    assert not event.isAccepted()


# Place and size


@pytest.fixture
def long_view(view):
    rng = random.Random(5)
    words = ("list", "street", "calls", "检查组", "again", "and", "nobody", "隐患")
    lines = [" ".join(rng.choices(words, k=rng.randint(3, 90))) for _ in range(400)]
    view.set_document("\n".join(lines))
    return view


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


def test_removing_the_chosen_coding_is_told(view, qtbot):
    view.put_codings([coding(1, where("from"))])
    view.set_chosen_coding(1)
    with qtbot.waitSignal(view.codingChosen) as chosen:
        view.remove_codings([1])
    assert chosen.args == [None]


def test_lines_are_equally_far_apart_whatever_the_script(view):
    tops = [
        view.span_rect(where(piece)).top()
        for piece in ("Two", "and a line")  # two lines of one paragraph
    ]
    view.set_document("检查组\u2028plain\u2028" + FAMILY + "\u2028قال")
    text = view.text
    rows = [view.span_rect(where(piece, text)).top() for piece in ("检查组", "plain", "قال")]
    pitch = tops[1] - tops[0]
    assert rows[1] - rows[0] == pitch
    assert rows[2] - rows[0] == pytest.approx(3 * pitch, abs=pitch / 2)


def test_the_view_has_a_name_for_screen_readers(view):
    assert view.accessibleName() == "Text"
