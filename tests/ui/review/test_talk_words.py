"""The words of a disagreement: folded where they are long, edges moved by keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from qcode.ui.workspaces.review.edge_sheet import EdgeSheet
from qcode.ui.workspaces.review.excerpt import LONGEST, Excerpt
from qcode.ui.workspaces.review.quotation_cards import readable
from qcode.ui.workspaces.review.quotation_sheet import Sheet, Stretch

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_short_quotation_stands_whole_with_dots_where_the_text_goes_on():
    text = "One two three."
    shown = Excerpt(text, [4, 7], cut_before=True, cut_after=False)
    assert shown.words == "… One two three."
    (stretch,) = shown.stretches([(4, 7)])
    assert shown.words[slice(*stretch)] == "two"
    assert [shown.place(at) for at in stretch] == [4, 7]
    assert shown.place(0) == 0, "dots are no place of the text"


def test_of_a_long_quotation_only_what_is_near_the_edges_is_shown():
    text = "".join(f"{number:05} " for number in range(5_000))
    span = (1_200, 28_800)
    shown = Excerpt(text, span, cut_before=False, cut_after=True)
    assert len(shown.words) < LONGEST
    assert shown.words.count("[…]") == 1
    first, last = shown.stretches([span])
    assert shown.words[first.start :].startswith(text[1_200:1_206])
    assert shown.words[: last.end].endswith(text[28_794:28_800])
    whole = shown.whole(*span)
    assert whole == Stretch(first.start, last.end)
    assert (shown.place(whole.start), shown.place(whole.end)) == span


def test_a_sheet_is_as_high_as_its_words_need(qtbot):
    sheet = Sheet()
    qtbot.addWidget(sheet)
    sheet.show_words("A word after another. " * 30, [Stretch(0, 6)], "#3b78d8")
    assert sheet.heightForWidth(200) > 2 * sheet.heightForWidth(600)
    one_line = Sheet()
    qtbot.addWidget(one_line)
    one_line.show_words("one\ntwo", [], "#3b78d8")
    single = Sheet()
    qtbot.addWidget(single)
    single.show_words("one", [], "#3b78d8")
    assert one_line.heightForWidth(600) > single.heightForWidth(600), "lines of the text are kept"


@pytest.fixture
def sheet(qtbot):
    made = EdgeSheet()
    qtbot.addWidget(made)
    made.resize(600, 100)
    made.show()
    return made


def kept(sheet):
    return sheet.words[slice(*sheet.stretch())]


def test_edges_go_by_what_a_reader_calls_a_character(sheet, qtbot):
    sheet.edit("He said 👩‍👩‍👧 and 𝒳 left", Stretch(0, 7), "#3b78d8")
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    assert kept(sheet) == "He said 👩‍👩‍👧", "a family of five code points is one step"
    for _ in range(6):
        qtbot.keyClick(sheet, Qt.Key.Key_Right)
    assert kept(sheet).endswith("𝒳")
    qtbot.keyClick(sheet, Qt.Key.Key_Down, CTRL)
    assert kept(sheet).startswith("said")
    qtbot.keyClick(sheet, Qt.Key.Key_Up)
    assert kept(sheet).startswith(" said")


def test_edges_never_meet_and_never_leave_the_words(sheet, qtbot):
    sheet.edit("码头在天亮前打扫干净。", Stretch(2, 4), "#3b78d8")
    for _ in range(5):
        qtbot.keyClick(sheet, Qt.Key.Key_Left)
    assert kept(sheet) == "在"
    for _ in range(5):
        qtbot.keyClick(sheet, Qt.Key.Key_Down)
    assert kept(sheet) == "在"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
        for _ in range(20):
            qtbot.keyClick(sheet, key)
    assert kept(sheet) == sheet.words


def test_enter_tells_what_is_kept_and_escape_leaves(sheet, qtbot):
    sheet.edit("One two three.", Stretch(4, 7), "#3b78d8")
    with qtbot.waitSignal(sheet.kept) as told:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert told.args == [4, 7]
    with qtbot.waitSignal(sheet.left):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)


def test_a_click_brings_the_nearer_edge(sheet, qtbot):
    sheet.edit("One two three four five.", Stretch(8, 13), "#3b78d8")
    place = sheet.edge(19).center().toPoint()
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=place)
    assert kept(sheet) == "three four "


@pytest.mark.parametrize(("ink", "paper"), [("#23252b", "#ffffff"), ("#e6e4df", "#272a30")])
@pytest.mark.parametrize("color", ["#ffd400", "#3b78d8", "#101010", "#f0f0f0"])
def test_names_of_coders_are_readable_in_any_colour(color, ink, paper):
    from qcode.ui.shell.theme import contrast

    assert contrast(readable(color, ink, paper), paper) >= 4.5
