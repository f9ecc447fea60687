"""The palette finds the code one means in a few keys, and does what the keys say."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from qcode.ui.widgets.palette import CodePalette, PaletteItem
from qcode.ui.widgets.palette_match import PaletteIndex

NAMES = (
    "list carried door to door",
    "names nobody in the minutes",
    "problem named behind closed doors",
    "unnamed worry",
    "重新排查隐患",
    "calls again",
)


def item(code_id, name, number="", count=0, recent=None, path=""):
    return PaletteItem(code_id, number, name, path, "#3b78d8", "concept", count, recent)


def names(matches):
    return [match.item.name for match in matches]


@pytest.fixture
def index():
    return PaletteIndex(item(i, name, f"a{i + 11}") for i, name in enumerate(NAMES))


def test_a_part_of_the_name_comes_before_scattered_letters(index):
    found = names(index.search("named"))
    assert found == [
        "problem named behind closed doors",
        "unnamed worry",
        "names nobody in the minutes",
    ]


def test_beginnings_of_words_in_any_order_are_found(index):
    assert names(index.search("door list")) == ["list carried door to door"]


def test_a_number_finds_its_code_first(index):
    assert index.search("a13")[0].item.name == "problem named behind closed doors"
    assert [match.item.number for match in index.search("A1")] == [f"a{n}" for n in range(11, 17)]


def test_a_part_of_a_chinese_name_is_found(index):
    found = index.search("排查")
    assert names(found) == ["重新排查隐患"]
    assert found[0].letters == (2, 3)


def test_typed_letters_are_told_so_that_they_can_be_bold(index):
    assert index.search("door")[0].letters == tuple(range(13, 17))
    assert index.search("clg")[0].letters == (0, 2, 7)
    assert index.search("a12")[0].number_letters == 3


def test_capitals_whose_small_letters_are_longer_do_not_shift_the_letters():
    index = PaletteIndex([item(1, "İİ door")])
    assert index.search("door")[0].letters == (3, 4, 5, 6)


def test_with_nothing_typed_recent_codes_come_first_then_frequent_ones():
    index = PaletteIndex(
        [
            item(1, "rare", count=1),
            item(2, "frequent", count=90),
            item(3, "just used", count=2, recent=0),
            item(4, "used before", count=5, recent=1),
        ]
    )
    assert names(index.search("  ")) == ["just used", "used before", "frequent", "rare"]


def test_within_one_kind_of_match_the_recent_code_wins():
    index = PaletteIndex([item(1, "duty one", count=99), item(2, "duty two", count=1, recent=3)])
    assert names(index.search("duty")) == ["duty two", "duty one"]


def test_the_name_of_a_category_lists_its_concepts_last():
    index = PaletteIndex([item(1, "phones", path="Task list"), item(2, "task given")])
    assert names(index.search("task")) == ["task given", "phones"]


def test_two_thousand_codes_are_searched_and_fifty_returned():
    index = PaletteIndex(item(i, f"concept number {i} of many") for i in range(2000))
    assert len(index.search("cnm")) == 50
    assert len(index.search("")) == 50


@pytest.fixture
def palette(qtbot):
    window = QWidget()
    window.resize(700, 500)
    field = QLineEdit(window)
    field.setObjectName("behind")
    QVBoxLayout(window).addWidget(field)
    palette = CodePalette(window)
    palette.set_items(item(i, name, f"a{i + 11}") for i, name in enumerate(NAMES))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    palette.open_at(QRect(window.mapToGlobal(QPoint(100, 100)), QRect(0, 0, 80, 20).size()))
    yield palette


def edit_of(palette):
    return palette.findChild(QLineEdit)


def rows_of(palette):
    model = palette.findChild(QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_enter_applies_the_first_row_and_gives_the_focus_back(palette, qtbot):
    qtbot.keyClicks(edit_of(palette), "named")
    with qtbot.waitSignal(palette.applied) as applied:
        qtbot.keyClick(edit_of(palette), Qt.Key.Key_Return)
    assert applied.args == [2, False]
    assert palette.isHidden()
    assert palette.parentWidget().findChild(QLineEdit, "behind").hasFocus()


def test_ctrl_enter_applies_and_stays_for_the_next_code(palette, qtbot):
    qtbot.keyClicks(edit_of(palette), "calls")
    with qtbot.waitSignal(palette.applied) as applied:
        qtbot.keyClick(edit_of(palette), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert applied.args == [5, True]
    assert palette.isVisible()
    assert edit_of(palette).text() == ""
    assert edit_of(palette).hasFocus()


def test_arrows_and_pages_move_through_the_rows(palette, qtbot):
    qtbot.keyClicks(edit_of(palette), "named")
    qtbot.keyClick(edit_of(palette), Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.applied) as applied:
        qtbot.keyClick(edit_of(palette), Qt.Key.Key_Return)
    assert applied.args == [3, False]


def test_page_down_reaches_the_last_row_and_up_comes_back(palette, qtbot):
    qtbot.keyClicks(edit_of(palette), "named")
    view = palette.findChild(QListView)
    qtbot.keyClick(edit_of(palette), Qt.Key.Key_PageDown)
    assert view.currentIndex().row() == view.model().rowCount() - 1
    qtbot.keyClick(edit_of(palette), Qt.Key.Key_PageUp)
    assert view.currentIndex().row() == 0
    qtbot.keyClick(edit_of(palette), Qt.Key.Key_Up)
    assert view.currentIndex().row() == 0


def test_an_unknown_name_is_offered_as_a_new_concept(palette, qtbot):
    qtbot.keyClicks(edit_of(palette), "night  shifts ")
    assert rows_of(palette) == ["＋ new concept “night shifts”"]
    with qtbot.waitSignal(palette.createRequested) as created:
        qtbot.keyClick(edit_of(palette), Qt.Key.Key_Return)
    assert created.args == ["night shifts", False]


def test_a_name_that_exists_is_not_offered_again(palette, qtbot):
    qtbot.keyClicks(edit_of(palette), "Calls Again")
    assert rows_of(palette) == ["a16 calls again"]


def test_escape_closes_and_gives_the_focus_back_without_applying(palette, qtbot):
    qtbot.keyClicks(edit_of(palette), "calls")
    with qtbot.assertNotEmitted(palette.applied), qtbot.waitSignal(palette.closed):
        qtbot.keyClick(edit_of(palette), Qt.Key.Key_Escape)
    assert palette.parentWidget().findChild(QLineEdit, "behind").hasFocus()


def test_a_click_on_a_row_applies_it(palette, qtbot):
    view = palette.findChild(QListView)
    qtbot.keyClicks(edit_of(palette), "named")
    place = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(palette.applied) as applied:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert applied.args == [3, False]


@pytest.mark.parametrize("corner", [(0, 0), (690, 490), (650, 10), (10, 495)])
def test_the_palette_stays_inside_the_window_and_off_the_passage(palette, corner):
    window = palette.parentWidget()
    passage = QRect(QPoint(*corner), QPoint(*corner) + QPoint(40, 4))
    palette.open_at(passage.translated(window.mapToGlobal(QPoint(0, 0))))
    assert window.rect().contains(palette.geometry())
    assert not palette.geometry().intersects(passage)


def test_an_emoji_before_the_typed_letters_does_not_break_painting(palette, qtbot):
    palette.set_items([item(1, "\U0001f600 joy " + "x" * 200)])
    qtbot.keyClicks(edit_of(palette), "joy")
    assert not palette.grab().isNull()


def test_the_list_is_never_longer_than_fifty_codes_and_the_offer(palette, qtbot):
    palette.set_items(item(i, f"duty {i}") for i in range(2000))
    qtbot.keyClicks(edit_of(palette), "duty")
    assert len(rows_of(palette)) == 51


def test_a_name_of_one_letter_repeated_is_searched_at_once():
    index = PaletteIndex([item(1, "a" * 400), item(2, "[a]^\\-b")])
    assert index.search("a" * 30 + "b") == []
    assert names(index.search("]^b")) == ["[a]^\\-b"]
