"""The palette finds the code one means in a few keys, and does what the keys say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
from qcode.model.enums import CodeKind
from qcode.ui.widgets.palette import pinyin
from qcode.ui.widgets.palette.items import NewCode
from qcode.ui.widgets.palette.match import PaletteIndex
from qcode.ui.widgets.palette.offers import rows_for
from qcode.ui.widgets.palette.palette import CodePalette, PaletteItem

NAMES = (
    "list carried door to door",
    "names nobody in the minutes",
    "problem named behind closed doors",
    "unnamed worry",
    "重新排查隐患",
    "calls again",
)


def item(code_id, name, number="", count=0, recent=None, path="", kind=CodeKind.CONCEPT, **more):
    return PaletteItem(code_id, number, name, path, "#3b78d8", kind, count, recent, **more)


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


def test_capitals_of_a_number_or_a_name_decide_between_two_codes_that_have_it():
    both = PaletteIndex(
        [
            item(1, "notice", "a13", recent=0),
            item(2, "Notice", "A13", kind=CodeKind.CATEGORY),
            item(3, "a threat", "a130", count=9),
        ]
    )
    assert [match.item.code_id for match in both.search("A13")] == [2, 1, 3]
    assert [match.item.code_id for match in both.search(" a13 ")] == [1, 2, 3]
    assert [match.item.code_id for match in both.search("Notice")][:2] == [2, 1]
    assert [match.item.code_id for match in both.search("NOTICE")][:2] == [1, 2]


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
    assert rows_of(palette) == [
        "＋ new concept “night shifts”",
        "＋ new initial category “night shifts”",
    ]
    with qtbot.waitSignal(palette.createRequested) as created:
        qtbot.keyClick(edit_of(palette), Qt.Key.Key_Return)
    assert created.args == [NewCode("night shifts", CodeKind.CONCEPT), False]


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


def test_the_list_is_never_longer_than_fifty_codes_and_the_offers(palette, qtbot):
    palette.set_items(item(i, f"duty {i}") for i in range(2000))
    qtbot.keyClicks(edit_of(palette), "duty")
    assert len(rows_of(palette)) == 52


def test_a_name_of_one_letter_repeated_is_searched_at_once():
    index = PaletteIndex([item(1, "a" * 400), item(2, "[a]^\\-b")])
    assert index.search("a" * 30 + "b") == []
    assert names(index.search("]^b")) == ["[a]^\\-b"]


def sounding(*texts):
    pinyin.load()
    return PaletteIndex(item(i, name) for i, name in enumerate(texts))


@pytest.mark.parametrize(
    ("letters", "places"),
    [
        ("cxpc", (0, 1, 2, 3)),
        ("zx", (0, 1)),  # the first character has two readings
        ("chongxinpaicha", (0, 1, 2, 3)),
        ("zhongx", (0, 1)),
        ("chxpc", (0, 1, 2, 3)),
        ("pcyh", (2, 3, 4, 5)),
        ("chong xin", (0, 1)),
        ("新pc", (1, 2, 3)),
    ],
)
def test_chinese_names_are_found_by_initials_and_by_full_pinyin(letters, places):
    found = sounding("calls again", "重新排查隐患", "会议").search(letters)
    assert names(found) == ["重新排查隐患"]
    assert found[0].letters == places


def test_a_name_that_begins_with_the_sound_comes_before_one_that_has_it_inside():
    assert names(sounding("检查责任", "责任书").search("zr")) == ["责任书", "检查责任"]


def test_an_umlaut_is_typed_as_v_or_u_and_latin_parts_of_a_name_count_as_well():
    index = sounding("绿色3号", "R组会议")
    assert names(index.search("lvse")) == names(index.search("luse")) == ["绿色3号"]
    assert names(index.search("ls3h")) == ["绿色3号"]
    assert names(index.search("rzhy")) == ["R组会议"]


def test_letters_of_the_name_come_before_the_sound_of_another():
    assert names(sounding("责任", "zrx rules").search("zr")) == ["zrx rules", "责任"]


def test_without_chinese_names_nothing_is_prepared_for_their_sound():
    assert not pinyin.has_chinese(["calls again", "İİ", "\U0001f600"])
    assert pinyin.line("calls again") == ""


def test_what_was_looked_for_in_vain_is_found_once_letters_are_taken_back():
    index = sounding("重新排查隐患", "names")
    assert names(index.search("cxz")) == []
    assert names(index.search("cxzz")) == []
    assert names(index.search("cx")) == ["重新排查隐患"]
    assert names(index.search("nms")) == ["names"]


@settings(max_examples=80)
@given(
    st.lists(st.text("ab 12重新查x-", max_size=8), max_size=6),
    st.text("abcx 12重z", max_size=6),
)
def test_every_match_holds_what_was_typed_and_no_code_comes_twice(texts, query):
    found = sounding(*texts).search(query, 50)
    assert len({match.item.code_id for match in found}) == len(found)
    wanted = "".join(query.lower().split())
    for match in found:
        assert all(0 <= place < len(match.item.name) for place in match.letters)
        if wanted:
            assert match.letters or match.number_letters
    literal = [n for n in texts if " ".join(query.lower().split()) in n.lower()]
    assert {match.item.name for match in found} >= (set(literal) if wanted else set(texts))


CATEGORY, MAIN = CodeKind.CATEGORY, CodeKind.MAIN_CATEGORY


@pytest.fixture
def book():
    return PaletteIndex(
        [
            item(1, "Rules", kind=MAIN),
            item(2, "Signals", "A1", kind=CATEGORY, parent_id=1, path="Rules"),
            item(3, "flag raised", parent_id=2, path="Signals"),
            item(4, "Waiting", "A2", kind=CATEGORY, parent_id=1, path="Rules"),
        ]
    )


def offered(index, text, near=None):
    rows = rows_for(index, text, index.by_id(near), 50)
    return [(offer.name, offer.kind, offer.parent_id) for offer in rows.offers]


def test_every_place_for_a_new_code_is_a_row_of_its_own(book):
    concept = CodeKind.CONCEPT
    assert offered(book, "bell") == [("bell", concept, None), ("bell", CATEGORY, None)]
    assert offered(book, "bell", near=2)[:2] == [("bell", concept, None), ("bell", concept, 2)]
    assert offered(book, "flag raised", near=4) == []  # is there: it is meant
    for written in ("sig: bell", "Signals > bell", "a1：bell", "signals>bell"):
        assert offered(book, written)[0] == ("bell", concept, 2), written
    assert offered(book, "sig: bell")[-1] == ("sig: bell", concept, None)
    assert offered(book, "rules: Fog")[:2] == [("Fog", CATEGORY, 1), ("Fog", concept, 1)]


def test_a_typed_category_shows_what_is_there_and_offers_no_twin(book):
    rows = rows_for(book, "sig: flag raised", None, 50)
    assert names(rows.matches) == ["flag raised"]
    assert [(offer.name, offer.parent_id) for offer in rows.offers] == [("sig: flag raised", None)]
    assert names(rows_for(book, "sig:", None, 50).matches) == ["flag raised"]


def test_favourites_come_after_recent_codes_and_before_frequent_ones():
    index = PaletteIndex(
        [item(1, "often", count=9), item(2, "kept", favourite=True), item(3, "last", recent=0)]
    )
    assert names(index.search("")) == ["last", "kept", "often"]


def test_codes_on_the_passage_are_ticked_and_named(palette):
    palette.set_on_passage([2], ["problem named"])
    model = palette.findChild(QListView).model()
    spoken = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert [text for text in spoken if "on this passage" in text] == [
        "a13 problem named behind closed doors, on this passage"
    ]
    assert palette._there.isVisible()
    palette.set_on_passage([], [])
    assert not palette._there.isVisible()


def test_typing_does_not_move_the_palette_or_paint_what_lies_below(palette, qtbot):
    class Counter(QObject):
        painted = 0

        def eventFilter(self, watched, event):
            self.painted += event.type() == QEvent.Type.Paint
            return False

    below = QWidget(palette.parentWidget())
    below.setGeometry(palette.parentWidget().rect())
    below.lower()
    below.show()
    qtbot.waitExposed(below)
    qtbot.wait(50)
    counter, before = Counter(), palette.geometry()
    below.installEventFilter(counter)
    qtbot.keyClicks(edit_of(palette), "named xyz")
    QApplication.processEvents()
    assert palette.geometry() == before
    assert counter.painted == 0


def test_the_count_is_left_out_while_nobody_has_counted(palette):
    palette.set_items([item(1, "tide", count=None), item(2, "tides", count=1)])
    model = palette.findChild(QListView).model()
    tips = {model.index(row, 0).data(): model.index(row, 0).data(3) for row in range(2)}
    assert tips == {"tide": "concept", "tides": "concept · 1 passage"}
