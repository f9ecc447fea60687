"""Hands in the text: widening, the caret's keys, edges, choosing without a mouse."""

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from qcode.model.span import Span
from qcode.ui.widgets.text.coding_layer import PaintedCoding
from qcode.ui.widgets.text.units import clause_at, paragraph_at, sentence_at
from qcode.ui.widgets.text.view import TextView
from qcode.ui.widgets.text.widening import narrower, wider
from qcode.ui.widgets.text.words import word_ahead, word_behind

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
FLAG = "\U0001f1e8\U0001f1f3"
SMILE = "\u263a\ufe0f"
CLUSTERS = f"a{FAMILY}{FLAG}{FLAG}e\u0301{SMILE}\U00020bb7检ש\u05b8b"
TEXT = (
    "检查组走了以后，街道会把隐患重新排查一遍。谁也没说……\n"
    f"Dr. Li waits, he said; a family {FAMILY} waits too. Then “nobody” came.\n"
    "قال المدير إن القائمة and then 123 كيف\n"
    "The last line.\n"
)
SENTENCE = "检查组走了以后，街道会把所有隐患重新排查一遍。"
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key
PIECES = (
    "a", "Li", "Dr.", "3.5", "e.g.", "b ", ". ", "…", "……", "——", "\n", "e\u0301", FAMILY, FLAG,
    "检", "查。", "，", "；", "？", "”", "“", '"', "）", "(", "!", "? ", ", ", ": ", " - ", "مر",
    "ש\u05b8", "\u200d", "\ufe0f", "\u0301", "\u2028", "\xa0", "\r", " ", "1", "的",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def coding(coding_id, span, code_id=3):
    return PaintedCoding(coding_id, *span, "#3b78d8", code_id, "a1 duty", "Ann", "", True)


def where(piece, text=TEXT):
    at = text.index(piece)
    return Span(at, at + len(piece))


def boundaries(text):
    return [0, *(found.end() for found in regex.finditer(r"\X", text))]


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


def selected(view):
    span = view.selected_span()
    return None if span is None else span.of(view.text)


# Units


def sentences(text):
    found, at = [], 0
    while at < len(text):
        span = sentence_at(text, at)
        found.append(span.of(text))
        at = max(span.end, at + 1)
        at += len(text) - at - len(text[at:].lstrip())
    return found


def clauses(text):
    found, at = [], 0
    while at < len(text):
        span = clause_at(text, at)
        if not found or found[-1] != span.of(text):
            found.append(span.of(text))
        at = max(span.end, at + 1)
    return found


@pytest.mark.parametrize(
    "expected",
    [
        ["Dr. Li came at 3.5 km, e.g. by bus.", "He left (quickly).", "Then “we wait!” she said."],
        ["Mr. J. R. Smith et al. wrote No. 5.", "Approx. ten of them stayed."],
        ["1. The list came.", "2. Nobody asked... not then."],
        ["He said no.", "Well...", "Then he left in 1999.", "She did not."],
        ["See a.b/c?d=e for it.", "Done!"],
    ],
)
def test_points_that_end_nothing_do_not_end_a_sentence(expected):
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["他说：“我们去，他们不去。”", "然后呢？……", "没人知道……他就走了——真的走了！"],
        ["在 Windows 10 上，用 v2.5 版。", "好的.", "“你也来吗？！”", "来；", "（不来。）"],
        ["“走吧！”", "他转身。", "谁知道呢……"],
    ],
)
def test_chinese_sentences_end_at_their_own_marks_and_keep_what_closes(expected):
    assert sentences("".join(expected)) == expected


def test_straight_quotes_close_only_what_they_opened():
    assert sentences('他说。"我去。"好') == ["他说。", '"我去。"', "好"]
    assert sentences('He said "go." She went.') == ['He said "go."', "She went."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "检查组走了以后，街道会来：隐患、通道。",
            ["检查组走了以后", "街道会来", "隐患", "通道。"],
        ),
        ("他就走了——真的走了……没人知道。", ["他就走了", "真的走了……", "没人知道。"]),
        ("He waits, she said; at 12:30, 3,500 came.", None),
        ("word—another – third - pre-war", ["word", "another", "third", "pre-war"]),
        ("— Come in, he said.", ["— Come in", "he said."]),
        ("“走吧，”他说。", ["“走吧，”", "他说。"]),
    ],
)
def test_clauses_end_at_commas_colons_and_dashes(text, expected):
    assert clauses(text) == (expected or ["He waits", "she said", "at 12:30", "3,500 came."])


@given(texts, st.data())
@settings(max_examples=400)
def test_each_unit_lies_within_the_next_larger_one(text, data):
    at = data.draw(st.integers(0, len(text)))
    clause, sentence, paragraph = (
        unit(text, at) for unit in (clause_at, sentence_at, paragraph_at)
    )
    assert paragraph.start <= sentence.start <= clause.start
    assert clause.end <= sentence.end <= paragraph.end
    if at < len(text) and text[at].isalnum():
        assert clause.start <= at < clause.end


@given(texts, st.data())
@settings(max_examples=400)
def test_widening_only_grows_by_whole_characters_up_to_the_paragraph(text, data):
    edges = set(boundaries(text))
    places = sorted(edges)
    start = data.draw(st.sampled_from(places))
    end = data.draw(st.sampled_from([place for place in places if place >= start]))
    span = Span(start, end)
    for _ in range(80):
        found = wider(text, span)
        if found == span:
            break
        if span.start == span.end:
            # A caret between words takes a unit beside it: no letter is in between.
            assert not any(map(str.isalnum, text[span.start : found.start]))
            assert not any(map(str.isalnum, text[found.end : span.end]))
        else:
            assert found.start <= span.start and span.end <= found.end
        assert found.start in edges and found.end in edges
        span = found
    assert wider(text, span) == span
    if span.start < span.end:
        first, last = paragraph_at(text, span.start), paragraph_at(text, span.end - 1)
        assert span.start <= first.start and last.end <= span.end


@given(texts, st.data())
@settings(max_examples=300)
def test_narrowing_only_shrinks_by_whole_characters(text, data):
    edges = set(boundaries(text))
    places = sorted(edges)
    start = data.draw(st.sampled_from(places))
    span = Span(start, data.draw(st.sampled_from([p for p in places if p >= start])))
    caret = data.draw(st.integers(0, len(text)))
    for _ in range(6):
        found = narrower(text, span, caret)
        if found == span:
            break
        assert span.start <= found.start < found.end <= span.end
        assert found.start in edges and found.end in edges
        span = found
    assert narrower(text, span, caret) == span


@given(texts)
def test_steps_by_word_always_come_to_the_other_end(text):
    at, steps = 0, 0
    while at < len(text):
        after = word_ahead(text, at).end
        assert after > at
        at, steps = after, steps + 1
    back = len(text)
    while back > 0:
        before = word_behind(text, back).start
        assert before < back
        back = before


def test_an_unbroken_million_characters_are_widened_at_once():
    text = "检" * 1_000_000
    span, steps = Span(500_000, 500_000), 0
    while (found := wider(text, span)) != span:
        span, steps = found, steps + 1
    assert span == Span(0, 1_000_000)
    assert steps <= 4


# Widening and narrowing by keys


def widened(view):
    steps = []
    for _ in range(8):
        before = view.selected_span()
        view.widen()
        if view.selected_span() == before:
            break
        steps.append(selected(view))
    return steps


def test_widening_goes_from_word_to_clause_to_sentence_to_paragraph(view):
    view.move_caret(where("患").start)
    assert widened(view) == [
        "隐患重新排查一遍",
        "街道会把隐患重新排查一遍。",
        "检查组走了以后，街道会把隐患重新排查一遍。",
        TEXT.split("\n")[0],
    ]


def test_narrowing_walks_back_exactly_as_it_came(view):
    start = where("waits").start
    view.move_caret(start + 2)
    view.move_caret(start + 4, keep=True)
    states = [(view.selected_span(), view.caret())]
    for _ in range(4):
        view.widen()
        states.append((view.selected_span(), view.caret()))
    assert len({span for span, _ in states}) == 5
    for state in reversed(states[:-1]):
        view.narrow()
        assert (view.selected_span(), view.caret()) == state


def test_narrowing_back_to_the_caret_selects_nothing(view):
    view.move_caret(where("患").start)
    view.widen()
    view.narrow()
    assert view.selected_span() is None
    assert view.caret() == where("患").start


def test_another_selection_forgets_the_way_back(view):
    view.move_caret(where("患").start)
    view.widen()
    view.widen()
    view.select_span(where("The last line."))
    view.narrow()
    assert selected(view) == "line"


def test_narrowing_a_fresh_selection_takes_the_next_smaller_unit_at_the_caret(view):
    view.select_span(paragraph_at(TEXT, 0))
    view.narrow()
    assert selected(view) == "谁也没说……"
    view.narrow()
    assert selected(view) == "没说"


def test_widening_begins_with_the_passage_of_the_chosen_coding(view):
    passage = where("a family")
    view.put_codings([coding(1, passage)])
    view.move_caret(passage.start + 3)
    view.set_chosen_coding(1)
    view.widen()
    assert view.selected_span() == passage
    assert view.chosen_coding == 1
    view.widen()
    assert selected(view).startswith("a family") and len(selected(view)) > len("a family")
    view.narrow()
    view.narrow()
    assert view.selected_span() is None
    assert view.chosen_coding == 1


def test_a_selection_over_two_sentences_widens_to_both_of_them(view):
    view.select_span(Span(where("以后").start, where("没说").end))
    view.widen()
    view.widen()
    assert selected(view) == TEXT.split("\n")[0]


def test_in_an_empty_text_and_on_an_empty_line_there_is_nothing_to_widen(view):
    view.set_document("")
    view.widen()
    view.narrow()
    assert view.selected_span() is None
    view.set_document("one\n\ntwo\n")
    for place in (4, 9):
        view.move_caret(place)
        view.widen()
        assert view.selected_span() is None


def test_widening_to_a_long_paragraph_leaves_the_place_on_screen(view):
    view.set_document(SENTENCE * 900)
    view.reveal(Span(9000, 9001), flash=False)
    view.move_caret(9000)
    first = view.place().first
    assert len(widened(view)) == 4
    assert selected(view) == view.text
    assert view.place().first == first


def test_a_widened_selection_is_told_at_once(view):
    told = []
    view.spanSelected.connect(told.append)
    view.move_caret(where("患").start)
    view.widen()
    assert told == [where("隐患重新排查一遍")]


# The caret


def press(view, qtbot, key, *modifiers, times=1):
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    for _ in range(times):
        qtbot.keyClick(view, key, held)


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


def test_the_caret_comes_on_screen_when_tab_brings_the_focus(view):
    view.set_document("\n".join(SENTENCE for _ in range(500)))
    view.verticalScrollBar().setValue(400)
    focus = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(view, focus)
    assert view.viewport().rect().contains(view.cursorRect().center())


# Edges of the chosen coding


@pytest.fixture
def edged(view):
    """A view with the words ``a family`` coded and chosen, that keeps what is told."""
    view.told = []

    def take(coding_id, span):
        view.told.append(span)
        view.put_codings([coding(coding_id, span)])

    view.edgeMoved.connect(take)
    view.put_codings([coding(5, where("a family"))])
    view.set_chosen_coding(5)
    return view


def test_edges_move_by_whole_characters(edged):
    start, end = where("a family")
    assert edged.move_edge("end", 1)
    assert edged.move_edge("end", 1)
    assert edged.move_edge("end", -1)
    assert edged.move_edge("start", -1)
    assert edged.move_edge("start", 1)
    family = end + 1 + len(FAMILY)
    assert edged.told == [
        Span(start, end + 1),
        Span(start, family),
        Span(start, end + 1),
        Span(start - 1, end + 1),
        Span(start, end + 1),
    ]


def test_edges_move_by_words(edged):
    edged.move_edge("end", -1, by_word=True)
    edged.move_edge("start", -1, by_word=True)
    edged.move_edge("start", -1, by_word=True)
    edged.move_edge("start", 1, by_word=True)
    edged.move_edge("end", 1, by_word=True)
    assert [span.of(TEXT) for span in edged.told] == [
        "a", "; a", "said; a", "; a", "; a family",
    ]  # fmt: skip


def test_an_edge_never_passes_the_other(edged):
    start = where("a family").start
    for _ in range(20):
        edged.move_edge("end", -1)
    assert edged.told[-1] == Span(start, start + 1)
    assert not edged.move_edge("end", -1)
    assert not edged.move_edge("start", 1)
    assert not edged.move_edge("end", -1, by_word=True)
    assert edged.told[-1] == Span(start, start + 1)


def test_edges_stop_at_both_ends_of_the_text(edged):
    edged.put_codings([coding(5, Span(0, len(TEXT)))])
    edged.set_chosen_coding(5)
    assert not edged.move_edge("start", -1)
    assert not edged.move_edge("end", 1, by_word=True)
    assert edged.told == []


def test_without_a_chosen_coding_or_leave_to_edit_no_edge_moves(edged):
    edged.set_editable(False)
    assert not edged.move_edge("end", 1)
    edged.set_editable(True)
    edged.set_chosen_coding(None)
    assert not edged.move_edge("end", 1)
    assert edged.told == []


def test_words_selected_as_the_passage_follow_its_edge(edged):
    edged.select_span(where("a family"))
    edged.move_edge("end", -1)
    assert selected(edged) == "a famil"
    assert edged.chosen_coding == 5


def send(view, kind, point, *, held=Qt.MouseButton.LeftButton, keys=None, button=None):
    place = view.viewport()
    event = QMouseEvent(
        kind,
        QPointF(point),
        QPointF(place.mapToGlobal(point)),
        Qt.MouseButton.LeftButton if button is None else button,
        held,
        keys or Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(place, event)


def press_at(view, point):
    send(view, QEvent.Type.MouseButtonPress, point)


def move_to(view, point, keys=None):
    send(view, QEvent.Type.MouseMove, point, keys=keys, button=Qt.MouseButton.NoButton)


def let_go(view, point):
    send(view, QEvent.Type.MouseButtonRelease, point, held=Qt.MouseButton.NoButton)


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


# Choosing


def test_overlapping_codings_are_chosen_in_turn(view):
    view.put_codings(
        [coding(1, where("The last line")), coding(2, where("last")), coding(3, where("last line"))]
    )
    view.move_caret(where("last").start + 1)
    chosen = []
    view.codingChosen.connect(chosen.append)
    for step in (1, 1, 1, 1, -1):
        view.cycle_coding(step)
    assert chosen[-5:] == [2, 3, 1, 2, 1]


def test_coded_passages_are_visited_in_reading_order_and_back(view):
    places = {1: where("检查组"), 2: where("谁也没说"), 3: where("谁也"), 4: where("last")}
    view.put_codings([coding(i, span) for i, span in places.items()])
    view.put_codings([coding(9, places[3], code_id=8)])
    seen = []
    while view.next_coding(1):
        seen.append(view.chosen_coding)
        assert view.selected_span() is None
        assert view.caret() == view.coding(view.chosen_coding).start
    assert seen == [1, 2, 3, 4]
    back = []
    while view.next_coding(-1):
        back.append(view.chosen_coding)
    assert back == [3, 2, 1]


def test_a_coded_passage_far_away_is_found_and_shown(view):
    view.set_document("\n".join(SENTENCE for _ in range(20_000)))
    span = Span(400_000, 400_010)
    view.put_codings([coding(7, span)])
    assert view.next_coding(1)
    assert view.is_visible(span)
    view.set_chosen_coding(None)
    view.move_caret(len(view.text))
    assert view.next_coding(-1)
    assert view.chosen_coding == 7
    assert not view.next_coding(-1)


def test_the_visited_passage_stays_chosen_when_the_caret_has_come_to_rest(view, qtbot):
    view.put_codings([coding(1, where("The last line")), coding(2, where("The last"))])
    view.next_coding(1)
    assert view.chosen_coding == 1
    view._report()
    assert view.chosen_coding == 1


# Selecting by mouse


def double_press(view, point):
    press_at(view, point)
    let_go(view, point)
    send(view, QEvent.Type.MouseButtonDblClick, point)


def test_dragging_after_two_clicks_selects_word_by_word(view):
    double_press(view, view.span_rect(where("waits, he")).center() - QPoint(20, 0))
    assert selected(view) == "waits"
    move_to(view, view.span_rect(where("family")).center())
    assert selected(view) == "waits, he said; a family"
    move_to(view, view.span_rect(where("Li")).center())
    assert selected(view) == "Li waits"
    let_go(view, view.span_rect(where("Li")).center())
    assert selected(view) == "Li waits"


def test_words_are_selected_on_while_the_mouse_is_below_the_border(view):
    view.set_document("\n".join(SENTENCE * 3 for _ in range(200)))
    double_press(view, view.span_rect(Span(2, 3)).center())
    outside = QPoint(200, view.viewport().height() + 40)
    move_to(view, outside)
    ends = []
    for _ in range(5):
        view._unit_scroll.step()
        ends.append(view.selected_span().end)
    assert ends == sorted(set(ends))
    assert view.verticalScrollBar().value() > 0
    let_go(view, outside)
    assert view.selected_span() == Span(0, ends[-1])
