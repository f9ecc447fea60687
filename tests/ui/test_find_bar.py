"""Find in the text: every place is found where it is stored, marked, walked through, coded."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget
from qcode.model.span import Span
from qcode.ui.widgets.find_bar import FindBar
from qcode.ui.widgets.text.find import TextSearch, whole_characters
from qcode.ui.widgets.text.view import TextView

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
TEXT = (
    "The list is long. A duty listed, DUTY done; “lists” again.\n"
    f"检查组列了 list，{FAMILY} ＬＩＳＴ 又来了。\n" + "Nothing here.\n" * 300 + "The last list.\n"
)
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def places(words, text=TEXT, **how):
    return list(TextSearch(text).find(words, **how))


# Searching


def test_words_are_found_in_any_case_and_width_unless_case_is_asked_for():
    assert [span.of(TEXT) for span in places("list")] == [
        "list", "list", "list", "list", "ＬＩＳＴ", "list",
    ]  # fmt: skip
    assert [span.of(TEXT) for span in places("Duty")] == ["duty", "DUTY"]
    assert [span.of(TEXT) for span in places("DUTY", case=True)] == ["DUTY"]


def test_whole_words_leave_out_longer_words_but_ask_nothing_of_chinese():
    assert [span.start for span in places("list", whole=True)] == [
        TEXT.index("list is"),
        TEXT.index("list，"),
        TEXT.index("ＬＩＳＴ"),
        TEXT.rindex("list"),
    ]
    assert places("查组", whole=True) == places("查组") != []


def test_straight_quotes_and_plain_spaces_find_their_printed_sisters():
    text = "It’s “so”\u00a0good,\u3000yes"
    assert [span.of(text) for span in places('it\'s "so" good', text)] == ["It’s “so”\u00a0good"]
    assert len(places(" ", text)) == 3


def test_letters_whose_lower_case_is_longer_do_not_shift_what_follows():
    text = "İİİ straße ẞ ΑΣ find"
    assert places("FIND", text) == [Span(len(text) - 4, len(text))]
    assert [span.of(text) for span in places("ασ", text)] == ["ΑΣ"]
    assert [span.of(text) for span in places("STRAẞE", text)] == ["straße"]


def test_a_letter_is_not_found_in_one_with_an_accent_of_its_own():
    assert places("e", "e\u0301tude e") == [Span(5, 6), Span(7, 8)]


@given(
    st.text(alphabet="aAbBßẞİIıiΣσςé检ＡA ’'\u0301\u00a0" + FAMILY, max_size=60),
    st.text(alphabet="aAbßİiΣς检Ａ ’", min_size=1, max_size=3),
    st.booleans(),
)
def test_hits_are_places_of_the_stored_text_in_order(text, words, case):
    hits = places(words, text, case=case)
    assert all(len(hit.of(text)) == len(words) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
    if words in text:
        first = text.index(words)
        followed = text[first + len(words) : first + len(words) + 1]
        assert followed == "\u0301" or any(hit.start <= first < hit.end for hit in hits)


def test_hits_become_whole_characters():
    part = places("\U0001f469", TEXT)
    assert [span.of(TEXT) for span in whole_characters(TEXT, part)] == [FAMILY]


def test_nothing_is_found_for_no_words():
    assert places("") == []
    assert places("x", "") == []


# The bar


@pytest.fixture
def bar(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    text = TextView()
    bar = FindBar(text)
    column = QVBoxLayout(window)
    column.addWidget(bar)
    column.addWidget(text, 1)
    window.resize(760, 520)
    text.set_document(TEXT)
    bar.marks = []
    shown = text.set_hits

    def keep(spans, current):
        bar.marks.append((list(spans), current))
        shown(spans, current)

    text.set_hits = keep
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    text.setFocus()
    bar.text = text
    bar.around = window
    bar.field = bar.findChild(QLineEdit)
    return bar


def count(bar):
    return bar.findChild(QLabel).text()


def button(bar, name):
    return next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == name)


def test_hits_are_counted_and_marked_while_one_types(bar, qtbot):
    bar.open()
    assert bar.field.hasFocus()
    assert count(bar) == ""
    qtbot.keyClicks(bar.field, "list")
    assert count(bar) == "1 of 6"
    assert bar.marks[-1] == (places("list"), places("list")[0])
    qtbot.keyClicks(bar.field, "x")
    assert count(bar) == "Not found"
    assert bar.marks[-1] == ([], None)


def test_enter_goes_on_and_shift_enter_back_round_and_round(bar, qtbot):
    bar.open()
    qtbot.keyClicks(bar.field, "list")
    qtbot.keyClick(bar.field, Key.Key_Return)
    assert count(bar) == "2 of 6"
    qtbot.keyClick(bar.field, Key.Key_Return, SHIFT)
    qtbot.keyClick(bar.field, Key.Key_Enter, SHIFT)
    assert count(bar) == "6 of 6"
    assert bar.text.is_visible(places("list")[5])
    qtbot.keyClick(bar.field, Key.Key_F3)
    assert count(bar) == "1 of 6"
    qtbot.keyClick(bar.field, Key.Key_F3, SHIFT)
    assert count(bar) == "6 of 6"
    assert bar.text.selected_span() is None


def test_the_search_begins_at_the_caret_and_more_letters_stay_there(bar, qtbot):
    bar.text.move_caret(TEXT.index("检"))
    bar.open()
    qtbot.keyClicks(bar.field, "l")
    qtbot.keyClicks(bar.field, "ist")
    assert bar.current_hit() == places("list")[3]


def test_escape_leaves_the_hit_selected_in_the_text(bar, qtbot):
    bar.open()
    qtbot.keyClicks(bar.field, "duty")
    qtbot.keyClick(bar.field, Key.Key_Return)
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.field, Key.Key_Escape)
    assert bar.isHidden()
    assert bar.text.hasFocus()
    assert bar.text.selected_span().of(TEXT) == "DUTY"
    assert bar.marks[-1] == ([], None)


def test_escape_in_the_text_lets_the_selection_go_first_and_then_the_bar(bar, qtbot):
    bar.open()
    qtbot.keyClicks(bar.field, "duty")
    bar.text.setFocus()
    bar.step(1)
    qtbot.keyClick(bar.text, Key.Key_Escape)
    assert not bar.isHidden()
    assert bar.text.selected_span() is None
    caret = bar.text.caret()
    qtbot.keyClick(bar.text, Key.Key_Escape)
    assert bar.isHidden()
    assert (bar.text.selected_span(), bar.text.caret()) == (None, caret)


def test_the_scroll_bar_shows_where_hits_are_until_the_bar_closes(bar, qtbot):
    bar.open()
    qtbot.keyClicks(bar.field, "last")
    ticks = bar.text.verticalScrollBar().ticks()
    height = bar.text.verticalScrollBar().height()
    assert len(ticks) == 1
    assert height * 0.9 < ticks[0] <= height
    bar.field.setText("nothing")
    assert len(bar.text.verticalScrollBar().ticks()) > 100
    bar.field.setText("检查")
    assert bar.text.verticalScrollBar().ticks()[0] < height * 0.1
    bar.text.verticalScrollBar().repaint()
    qtbot.keyClick(bar.field, Key.Key_Escape)
    assert bar.text.verticalScrollBar().ticks() == []


def test_escape_without_a_hit_leaves_the_text_as_it_was(bar, qtbot):
    bar.text.select_span(Span(4, 8))
    bar.open()
    bar.field.clear()
    qtbot.keyClicks(bar.field, "nowhere")
    qtbot.keyClick(bar.field, Key.Key_Escape)
    assert bar.text.selected_span() == Span(4, 8)


def test_from_the_text_hits_are_selected_one_after_the_other(bar, qtbot):
    bar.open()
    qtbot.keyClicks(bar.field, "list")
    qtbot.keyClick(bar.field, Key.Key_Escape)
    found = places("list")
    assert bar.text.selected_span() == found[0]
    bar.step(1)
    assert bar.text.selected_span() == found[1]
    bar.text.move_caret(TEXT.index("检"))
    bar.step(1)
    assert bar.text.selected_span() == found[3]
    bar.step(-1)
    assert bar.text.selected_span() == found[2]
    assert bar.isHidden()


def test_stepping_without_words_opens_the_bar(bar):
    bar.step(1)
    assert not bar.isHidden()
    assert bar.field.hasFocus()


def test_a_few_selected_words_are_sought_at_once(bar):
    bar.text.select_span(Span(TEXT.index("DUTY"), TEXT.index("DUTY") + 4))
    bar.open()
    assert bar.field.text() == "DUTY"
    assert bar.field.selectedText() == "DUTY"
    assert count(bar) == "2 of 2"


def test_the_switches_for_case_and_whole_words_search_again(bar, qtbot):
    bar.open()
    qtbot.keyClicks(bar.field, "DUTY")
    qtbot.mouseClick(button(bar, "Match case"), Qt.MouseButton.LeftButton)
    assert count(bar) == "1 of 1"
    qtbot.mouseClick(button(bar, "Match case"), Qt.MouseButton.LeftButton)
    bar.field.setText("list")
    qtbot.mouseClick(button(bar, "Whole words only"), Qt.MouseButton.LeftButton)
    assert count(bar) == "1 of 4"
    assert bar.field.hasFocus()


def test_all_hits_can_be_coded_at_once(bar, qtbot):
    bar.open()
    qtbot.keyClicks(bar.field, "duty")
    with qtbot.waitSignal(bar.codeAllRequested) as asked:
        button(bar, "Code all hits at once").click()
    assert asked.args == [places("duty")]
    assert all(isinstance(span, Span) for span in asked.args[0])
    bar.set_may_code(False)
    assert button(bar, "Code all hits at once").isHidden()


def test_another_document_is_searched_as_soon_as_it_is_shown(bar, qtbot):
    bar.open()
    qtbot.keyClicks(bar.field, "list")
    bar.text.set_document("One list only.")
    assert count(bar) == "1 of 1"
    assert bar.marks[-1] == ([Span(4, 8)], Span(4, 8))
    qtbot.keyClick(bar.field, Key.Key_Escape)
    bar.text.set_document("Two lists, a list.")
    bar.step(1)
    assert bar.text.selected_span() == Span(4, 8)


def test_a_closed_bar_marks_nothing_while_the_text_is_stepped_through(bar, qtbot):
    bar.open()
    qtbot.keyClicks(bar.field, "list")
    qtbot.keyClick(bar.field, Key.Key_Escape)
    del bar.marks[:]
    bar.step(1)
    assert bar.marks == []


def test_every_part_of_the_bar_has_a_name_and_tab_reaches_it(bar, qtbot):
    bar.open()
    qtbot.keyClicks(bar.field, "list")
    named = {b.accessibleName() for b in bar.findChildren(QToolButton) if b.parent() is bar}
    assert named == {
        "Previous hit", "Next hit", "Match case", "Whole words only", "Code all hits at once",
        "Close",
    }  # fmt: skip
    assert bar.field.accessibleName() == "Find in the text"
    assert bar.field.accessibleDescription() == "1 of 6"
    reached = set()
    for _ in range(6):
        QApplication.focusWidget().focusNextChild()
        reached.add(QApplication.focusWidget().accessibleName())
    assert reached == named


def test_enter_on_a_button_presses_it(bar, qtbot):
    bar.open()
    qtbot.keyClicks(bar.field, "duty")
    match = button(bar, "Match case")
    match.setFocus()
    press = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(match, press)
    assert match.isChecked()
