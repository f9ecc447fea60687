"""The stripes beside the text: where they are, what they say, what a hand does with them."""

import random
from collections import Counter
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QTextDocumentFragment, QWheelEvent
from PySide6.QtWidgets import QApplication
from qcode.model.colors import PALETTE
from qcode.model.span import Span
from qcode.ui.shell.theme import DARK, LIGHT, contrast
from qcode.ui.widgets.stripes.lanes import Extent, Lanes
from qcode.ui.widgets.stripes.layout import CoderLanes, merged, names
from qcode.ui.widgets.stripes.margin import StripeMargin
from qcode.ui.widgets.stripes.tips import coding_tip
from qcode.ui.widgets.text.coding_layer import PaintedCoding
from qcode.ui.widgets.text.coding_picture import Row
from qcode.ui.widgets.text.view import TextView
from qcode.ui.widgets.tints import faint_color

from tests.ui.references import none_keeps_its_references

TEXT = "\n".join(
    f"Paragraph {number}: the list goes from door to door and nobody wants to be the last on it."
    for number in range(60)
)
MADE = "2026-03-14T09:05:00+00:00"


def coding(coding_id, span, color="#3b78d8", coder="Ann", label=None, memo=""):
    label = label or f"a{coding_id} duty {coding_id}"
    mine = coder == "Ann"
    return PaintedCoding(coding_id, *span, color, 1, label, coder, memo, mine, MADE)


def paragraph(number):
    start = TEXT.index(f"Paragraph {number}:")
    return Span(start, TEXT.index(".", start))


@pytest.fixture
def view(qtbot):
    view = TextView()
    qtbot.addWidget(view)
    view.resize(1100, 520)
    view.set_document(TEXT)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    return view


@pytest.fixture
def margin(view):
    return view.findChild(StripeMargin)


def painted(view):
    """The view as it is on screen now."""
    QApplication.processEvents()
    return view.grab().toImage()


def middle(margin, coding_id):
    return margin.stripe_rect(coding_id).center().toPoint()


def move(margin, point):
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(margin.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(margin, event)


# Lanes


extents = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 400), st.integers(1, 90)),
    max_size=40,
    unique_by=lambda each: each[0],
)


@given(extents, st.integers(1, 6))
def test_what_overlaps_stands_side_by_side_however_one_scrolls(places, pages):
    everything = sorted(
        (Extent(key, start, start + size) for key, start, size in places), key=lambda e: e.start
    )
    lanes = Lanes()
    for page in range(pages):
        here = [e for e in everything if e.end > page * 80 and e.start < page * 80 + 120]
        lanes.give(here)
        for one in here:
            for other in here:
                if one.key != other.key and one.start < other.end and other.start < one.end:
                    assert lanes[one.key] != lanes[other.key]


def test_a_lane_once_given_is_kept_while_what_was_beside_it_scrolls_away():
    lanes = Lanes()
    lanes.give([Extent(1, 0, 50), Extent(2, 10, 200)])
    before = lanes[2]
    assert not lanes.give([Extent(2, 10, 200), Extent(3, 150, 170)])
    assert lanes[2] == before


# Names


rows = st.lists(
    st.tuples(st.floats(-300, 600), st.floats(8, 900)).map(lambda p: (p[0], p[0] + p[1])),
    max_size=50,
)


@given(rows, st.none() | st.integers(0, 49))
def test_names_never_cover_each_other_and_none_is_lost(places, first):
    shown = [(top, bottom) for top, bottom in places if bottom > 0 and top < 600]
    lanes = CoderLanes()
    lanes.set_coders(["Ann"])
    seen = [Row(coding(n, (0, 9)), *place, True, True) for n, place in enumerate(shown)]
    _, stripes = lanes.stripes(merged(seen), 40, lambda coding: False)
    placed = names(stripes, line=17, top=0, bottom=600, first=first)
    tops = sorted(name.top for name in placed)
    assert all(b - a >= 17 - 1e-6 for a, b in pairwise(tops))
    told = [name.stripe.coding.coding_id for name in placed]
    told += [each.coding_id for name in placed for each in name.more]
    assert Counter(told) == Counter(range(len(shown)))
    if first is not None and first < len(shown):
        assert first in [name.stripe.coding.coding_id for name in placed]


# On screen


def test_a_stripe_is_as_high_as_its_passage_and_beside_it(view, margin):
    view.put_codings([coding(1, paragraph(2))])
    painted(view)
    passage, stripe = view.span_rect(paragraph(2)), margin.stripe_rect(1)
    assert stripe.top() == pytest.approx(passage.top(), abs=2)
    assert stripe.bottom() == pytest.approx(passage.bottom(), abs=2)
    assert margin.x() == view.viewport().geometry().right() + 1
    assert margin.geometry().right() < view.width() - view.verticalScrollBar().width()


def test_a_stripe_has_the_colour_of_its_code(view, margin):
    view.put_codings([coding(1, paragraph(2), "#a01060")])
    image = painted(view)
    assert image.pixelColor(margin.mapTo(view, middle(margin, 1))).name() == "#a01060"


def test_overlapping_codings_have_stripes_side_by_side(view, margin):
    view.put_codings([coding(n, paragraph(2)) for n in range(1, 5)])
    painted(view)
    lefts = sorted(margin.stripe_rect(n).left() for n in range(1, 5))
    assert all(b - a > 4 for a, b in pairwise(lefts))


def test_the_name_is_shown_beside_the_stripe_and_stays_while_a_long_passage_is_on_screen(
    view, margin
):
    view.put_codings([coding(1, Span(paragraph(1).start, paragraph(50).end))])
    painted(view)
    assert 1 in margin.name_rects()
    view.reveal(paragraph(30), flash=False)
    painted(view)
    assert margin.stripe_rect(1).height() >= view.viewport().height()
    area = margin.name_rects()[1]
    assert area.top() >= 0 and area.bottom() < 60


def test_a_long_passage_is_a_thin_bracket_however_far_it_is_scrolled(view, margin):
    view.put_codings([coding(1, Span(paragraph(1).start, paragraph(50).end), "#a01060")])
    view.put_codings([coding(2, paragraph(3), "#a01060")])
    widths = {}
    for number in (3, 30):
        view.reveal(paragraph(number), flash=False)
        image = painted(view)
        for coding_id in (1, 2):
            rect = margin.stripe_rect(coding_id)
            if rect.isNull():
                continue
            y = margin.mapTo(view, view.span_rect(paragraph(number)).center()).y()
            left = margin.mapTo(view, rect.topLeft().toPoint()).x()
            line = [image.pixelColor(x, y) for x in range(left - 1, left + 7)]
            ink = sum(color.lightness() < 160 for color in line)
            widths.setdefault(coding_id, []).append(ink)
    assert max(widths[1]) < min(widths[2])


def test_scrolling_by_lines_moves_the_stripes_with_the_text(view, margin):
    view.put_codings([coding(n, paragraph(n)) for n in range(40)])
    bar = view.verticalScrollBar()
    for value in (0, 3, 6, 9, 7, 20, 21):
        bar.setValue(value)
        painted(view)
        for number in range(40):
            passage, stripe = view.span_rect(paragraph(number)), margin.stripe_rect(number)
            if not passage.isNull() and passage.top() > 0 and passage.bottom() < 500:
                assert stripe.top() == pytest.approx(passage.top(), abs=2)


def test_what_was_moved_by_scrolling_is_the_same_as_what_is_painted_anew(view):
    rng = random.Random(3)
    view.put_codings(
        coding(n, Span(start, start + rng.randint(5, 400)), rng.choice(PALETTE))
        for n, start in enumerate(rng.sample(range(4000), 40))
    )
    view.set_chosen_coding(7)
    bar = view.verticalScrollBar()
    painted(view)
    for step in (3, 3, -2, 5, 1, -4):
        bar.setValue(bar.value() + step)
        QApplication.processEvents()
    QApplication.processEvents()
    moved = view.screen().grabWindow(view.winId()).toImage()
    assert moved == view.grab().toImage().convertToFormat(moved.format())


def test_choosing_and_lighting_paint_as_much_as_has_changed(view):
    view.put_codings([coding(1, paragraph(2)), coding(2, Span(300, 900)), coding(3, (40, 60))])
    painted(view)
    steps = [
        lambda: view.set_chosen_coding(2),
        lambda: view.set_lit(1),
        lambda: view.set_chosen_coding(3),
        lambda: view.set_lit(None),
        lambda: view.set_chosen_coding(None),
    ]
    for step in steps:
        step()
        QApplication.processEvents()
        shown = view.screen().grabWindow(view.winId()).toImage()
        assert shown == view.grab().toImage().convertToFormat(shown.format())


# Several coders


def test_each_coder_has_lanes_of_their_own_and_the_own_come_first(view, margin):
    view.put_codings(
        [
            coding(1, paragraph(2), coder="Bob"),
            coding(2, paragraph(2)),
            coding(3, paragraph(2)),
            coding(4, paragraph(5), coder="Cleo"),
        ]
    )
    painted(view)
    left = {n: margin.stripe_rect(n).left() for n in (1, 2, 3, 4)}
    assert max(left[2], left[3]) < left[1] < left[4]


def test_a_heading_names_the_coders_once_there_are_several(view, margin):
    view.put_codings([coding(1, paragraph(0))])
    alone = painted(view)
    view.put_codings([coding(2, paragraph(3), coder="Bob")])
    both = painted(view)

    def head(image):
        area = margin.geometry().adjusted(0, 4, 0, 0)
        row = [image.pixelColor(x, area.top() + 6) for x in range(area.left(), area.right())]
        return any(color.lightness() < 150 for color in row)

    assert not head(alone)
    assert head(both)
    view.reveal(paragraph(30), flash=False)
    assert head(painted(view))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_stripes_of_others_are_fainter_and_still_stand_out(theme):
    for color in PALETTE:
        faint = faint_color(theme.paper, theme.ink, color)
        assert contrast(faint, theme.paper) >= 3.0


def test_coders_are_told_apart_by_shape_as_well(view, margin):
    gray = "#777777"
    view.put_codings([coding(1, paragraph(2), gray), coding(2, paragraph(2), gray, coder="Bob")])
    image = painted(view)

    def inside(coding_id):
        return image.pixelColor(margin.mapTo(view, middle(margin, coding_id)))

    assert inside(1) == QColor(gray)
    assert inside(2).lightness() > 200


def test_only_the_coders_asked_for_are_painted_found_and_chosen(view, margin):
    view.put_codings([coding(1, paragraph(2)), coding(2, paragraph(2), coder="Bob")])
    view.set_chosen_coding(2)
    told = []
    view.codingChosen.connect(told.append)
    view.show_coders(frozenset(["Ann"]))
    painted(view)
    assert told == [None]
    assert margin.stripe_rect(2).isNull() and not margin.stripe_rect(1).isNull()
    assert [one.coding_id for one in view.codings_at(paragraph(2).start)] == [1]
    view.set_chosen_coding(2)
    assert view.chosen_coding is None
    view.show_coders(None)
    painted(view)
    assert not margin.stripe_rect(2).isNull()


# Room


def test_names_are_left_out_before_the_lines_get_short(view, margin):
    view.put_codings([coding(1, paragraph(0))])
    painted(view)
    assert margin.name_rects()
    wide = view.viewport().width()
    view.resize(640, 520)
    painted(view)
    assert not margin.name_rects()
    assert not margin.stripe_rect(1).isNull()
    assert 640 - view.viewport().width() < 90
    view.resize(1100, 520)
    painted(view)
    assert margin.name_rects()
    assert view.viewport().width() == wide


def test_stripes_can_be_shown_without_names_or_not_at_all(view, margin):
    view.put_codings([coding(1, paragraph(0))])
    view.reveal(paragraph(20), flash=False)
    first = view.place().first
    for mode in ("lanes", "off", "full"):
        view.set_stripes(mode)
        painted(view)
        assert view.stripes == mode
        assert margin.isVisible() is (mode != "off")
        assert view.place().first == first
    view.reveal(paragraph(0), flash=False)
    painted(view)
    assert margin.name_rects()
    with pytest.raises(ValueError):
        view.set_stripes("many")


def test_the_text_and_its_stripes_are_together_in_the_middle_of_a_wide_window(view, margin):
    view.resize(2400, 520)
    painted(view)
    end = view.span_rect(paragraph(0)).right()
    assert margin.x() - end < 200
    assert view.span_rect(paragraph(0)).left() > 500


# The pointer


def test_a_stripe_under_the_pointer_lights_its_passage(view, margin):
    blank = Span(TEXT.index(" the list"), TEXT.index(" the list") + 1)
    view.put_codings([coding(1, paragraph(0))])
    painted(view)
    place = view.span_rect(blank).center()
    before = view.viewport().grab().toImage().pixelColor(place)
    move(margin, middle(margin, 1))
    lit = view.viewport().grab().toImage().pixelColor(place)
    assert lit != before and contrast(LIGHT.ink, lit.name()) >= 4.5
    QApplication.sendEvent(margin, QEvent(QEvent.Type.Leave))
    assert view.viewport().grab().toImage().pixelColor(place) == before


def test_a_passage_under_the_pointer_raises_its_stripe(view, margin, qtbot):
    view.put_codings([coding(1, paragraph(1)), coding(2, paragraph(3))])
    painted(view)
    before = margin.grab().toImage()
    start = paragraph(1).start
    qtbot.mouseMove(view.viewport(), view.span_rect(Span(start, start + 3)).center())
    QApplication.processEvents()
    raised = margin.grab().toImage()
    middle_of = margin.name_rects()[1].center().toPoint()
    corner = QPoint(margin.name_rects()[1].right() - 4, middle_of.y())
    assert raised.pixelColor(corner) != before.pixelColor(corner)
    other = QPoint(corner.x(), margin.name_rects()[2].center().toPoint().y())
    assert raised.pixelColor(other) == before.pixelColor(other)


def test_a_click_on_a_stripe_or_a_name_chooses_the_coding(view, margin, qtbot):
    view.put_codings([coding(1, paragraph(1)), coding(2, paragraph(1))])
    painted(view)
    with qtbot.waitSignal(view.codingChosen) as chosen:
        qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=middle(margin, 2))
    assert chosen.args == [2]
    name = margin.name_rects()[1].center().toPoint()
    with qtbot.waitSignal(view.codingChosen) as chosen:
        qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=name)
    assert chosen.args == [1]
    assert view.chosen_coding == 1


def test_a_double_click_on_a_stripe_selects_its_passage(view, margin, qtbot):
    view.put_codings([coding(1, paragraph(1))])
    painted(view)
    with qtbot.waitSignal(view.spanSelected) as selected:
        qtbot.mouseDClick(margin, Qt.MouseButton.LeftButton, pos=middle(margin, 1))
    assert selected.args == [paragraph(1)]
    assert view.chosen_coding == 1


def test_the_menu_of_a_stripe_speaks_of_its_coding(view, margin, qtbot):
    view.put_codings([coding(1, paragraph(1))])
    painted(view)
    point = middle(margin, 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, margin.mapToGlobal(point))
    with qtbot.waitSignal(view.contextRequested) as asked:
        QApplication.sendEvent(margin, event)
    assert asked.args == [margin.mapToGlobal(point), paragraph(1).start]
    assert view.chosen_coding == 1


def test_the_wheel_scrolls_the_text_from_the_margin_too(view, margin):
    turn = QWheelEvent(
        QPointF(20, 100),
        QPointF(margin.mapToGlobal(QPoint(20, 100))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(margin, turn)
    assert view.verticalScrollBar().value() > 0


def test_a_name_that_found_no_room_is_shown_when_its_stripe_is_pointed_at(view, margin):
    view.put_codings([coding(n, paragraph(1)) for n in range(1, 6)])
    painted(view)
    silent = [n for n in range(1, 6) if n not in margin.name_rects()]
    assert silent
    move(margin, middle(margin, silent[-1]))
    painted(view)
    assert silent[-1] in margin.name_rects()


def test_a_tooltip_says_code_coder_day_and_memo_and_escapes_them():
    tip = coding_tip([coding(1, (0, 5), label="a1 <duty>", memo="is it\n<b>bold</b>?")], LIGHT)
    words = QTextDocumentFragment.fromHtml(tip).toPlainText()
    assert "a1 <duty>" in words and "Ann" in words and "<b>bold</b>?" in words
    when = datetime.fromisoformat(MADE).astimezone()
    day = QLocale().toString(QDate(when.year, when.month, when.day), QLocale.FormatType.ShortFormat)
    assert day in words


def test_a_tooltip_of_many_codings_counts_the_rest_and_shortens_memos():
    many = [coding(n, (0, 5), memo="line\n" * 30) for n in range(10)]
    words = QTextDocumentFragment.fromHtml(coding_tip(many, LIGHT)).toPlainText()
    assert sum(f"duty {n}" in words for n in range(10)) == 6
    assert "and 4 more" in words
    assert words.count("line") == 6 * 4


def test_the_margin_has_a_name_and_takes_no_focus(view, margin):
    assert margin.accessibleName() == "Stripes"
    assert margin.focusPolicy() == Qt.FocusPolicy.NoFocus


# Marks in the text


def test_what_was_found_is_marked_and_the_current_find_more(view):
    hits = [Span(at, at + 1) for at in (TEXT.index(" the"), TEXT.index(" goes"))]
    plain = painted(view)
    view.set_hits(hits, hits[1])
    image = view.viewport().grab().toImage()
    shades = [image.pixelColor(view.span_rect(hit).center()) for hit in hits]
    assert shades[0] != shades[1]
    assert all(contrast(LIGHT.ink, shade.name()) >= 4.5 for shade in shades)
    around = view.span_rect(hits[1]).topLeft() - QPoint(1, 0)
    assert contrast(image.pixelColor(around).name(), LIGHT.paper) >= 3.0
    view.set_hits([], None)
    assert painted(view) == plain


def test_the_chosen_coding_has_a_handle_at_each_end(view):
    span = paragraph(2)
    view.put_codings([coding(1, span)])
    assert all(rect.isNull() for rect in view.grip_rects())
    view.set_chosen_coding(1)
    start, end = view.grip_rects()
    passage = view.span_rect(span)
    assert start.center().x() == pytest.approx(passage.left(), abs=2)
    assert end.center().y() > passage.center().y() > start.center().y()
    assert view.grip_at(start.center()) == "start"
    assert view.grip_at(end.center()) == "end"
    assert view.grip_at(passage.center()) is None
    view.reveal(paragraph(50), flash=False)
    assert all(rect.isNull() for rect in view.grip_rects())


# Comfort


def test_measure_spacing_and_face_change_the_column_and_keep_the_first_line(view):
    view.reveal(paragraph(20), flash=False)
    first = view.place().first
    view.set_stripes("off")
    widths, pitches = [], []
    for em in (24, 36, 60):
        view.set_measure(em)
        assert view.place().first == first
        assert view.is_visible(Span(first, first + 1))
        widths.append(max(view.span_rect(paragraph(n)).width() for n in range(18, 28)))
    assert widths == sorted(widths) and widths[0] < widths[2]
    view.set_measure(36)
    for spacing in ("tight", "normal", "wide"):
        view.set_spacing(spacing)
        assert view.place().first == first
        pitches.append(view.span_rect(paragraph(24)).top() - view.span_rect(paragraph(23)).top())
    assert pitches == sorted(set(pitches))
    family = view.font().family()
    view.set_family("DejaVu Sans Mono")
    assert view.font().family() == "DejaVu Sans Mono"
    assert view.place().first == first
    view.set_family("")
    assert view.font().family() == family


def test_painting_stripes_a_thousand_times_takes_no_references_from_none(view, margin):
    view.put_codings(
        coding(n, paragraph(n % 4), coder=("Ann", "Bob", "Cleo", "Dan")[n % 4]) for n in range(30)
    )
    view.put_codings([coding(99, Span(0, 4000))])
    view.set_chosen_coding(99)
    margin.repaint()
    with none_keeps_its_references():
        for _ in range(300):
            margin.repaint()
