"""Colours of codings: readable, apart from each other and from the paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcode.model.colors import PALETTE
from qcode.ui.shell.theme import DARK, LIGHT, contrast
from qcode.ui.widgets.tints import line_color, tint

colors = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


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
