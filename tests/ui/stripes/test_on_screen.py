"""Stripes stand beside their passages, whatever is scrolled, chosen or lit."""

import random
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication
from qcode.model.colors import PALETTE
from qcode.model.span import Span

from tests.ui.references import none_keeps_its_references
from tests.ui.stripes.beside import coding, middle, painted, paragraph


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
