"""Stripes of several coders."""

import pytest
from PySide6.QtGui import QColor
from qcode.model.colors import PALETTE
from qcode.ui.shell.theme import DARK, LIGHT, contrast
from qcode.ui.widgets.tints import faint_color

from tests.ui.stripes.beside import coding, middle, painted, paragraph


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
