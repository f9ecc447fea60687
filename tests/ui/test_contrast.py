"""Everything that is read or used stands out, in both themes and to every reader's colour vision.

Contrast is that of WCAG 2.2: 4.5 for words, 3 for lines, rings and pictures that mean something.
"""

from __future__ import annotations

import itertools
import re

import pytest
from qcode.model.colors import PALETTE
from qcode.paths import resources
from qcode.ui.shell import theme
from qcode.ui.shell.theme import contrast
from qcode.ui.widgets.tints import faint_color, hit_colors, line_color, tint

from tests.ui.vision import SIGHTS, difference, lab

THEMES = list(theme.THEMES.values())
GROUNDS = ("desk", "panel", "paper", "hover", "accent_soft")
WORDS, LINES = 4.5, 3.0
APART_AS_LINES, APART_AS_TINTS = 8.0, 2.3  # CIEDE2000; about 1 is just seen
EXTREME = ("#000000", "#ffffff", "#ffff00", "#0000ff", "#00ff00", "#ff0000", "#808080")

both = pytest.mark.parametrize("shown", THEMES, ids=lambda shown: shown.name)


def groups(most):
    """Every one, pair and triple of the palette."""
    for count in range(1, most + 1):
        yield from itertools.combinations_with_replacement(PALETTE, count)


@both
def test_words_are_read_on_every_tint_of_one_two_and_three_codes(shown):
    for colors in groups(3):
        for over in (None, shown.selection):
            ground = tint(shown.paper, shown.ink, colors, over=over)
            assert contrast(shown.ink, ground) >= WORDS, (colors, over, ground)


@both
def test_words_are_read_on_the_passage_that_is_chosen(shown):
    for colors in groups(2):
        for strong in set(colors):
            for over in (None, shown.selection):
                ground = tint(shown.paper, shown.ink, colors, strong=strong, over=over)
                assert contrast(shown.ink, ground) >= WORDS, (colors, strong, over, ground)


@both
def test_words_are_read_on_tints_of_colours_that_users_choose_themselves(shown):
    for colors in itertools.combinations_with_replacement(EXTREME, 2):
        for strong in (None, colors[0]):
            ground = tint(shown.paper, shown.ink, colors, strong=strong)
            assert contrast(shown.ink, ground) >= WORDS, (colors, strong, ground)


@both
def test_words_are_read_where_other_coders_coded_too(shown):
    for faint in groups(2):
        for colors in ((), PALETTE[:1], PALETTE[3:5]):
            for strong in (None, faint[0]):
                ground = tint(shown.paper, shown.ink, colors, faint=faint, strong=strong)
                assert contrast(shown.ink, ground) >= WORDS, (colors, faint, strong, ground)


@both
def test_words_that_were_found_are_read_and_the_current_find_is_outlined(shown):
    found, current, outline = hit_colors(shown.paper, shown.ink)
    assert contrast(shown.ink, found) >= WORDS
    assert contrast(shown.ink, current) >= WORDS
    assert contrast(outline, shown.paper) >= LINES
    assert difference(lab(found), lab(current)) >= APART_AS_TINTS


@both
def test_the_lines_of_other_coders_stand_out_too(shown):
    for color in (*PALETTE, *EXTREME):
        assert contrast(faint_color(shown.paper, shown.ink, color), shown.paper) >= LINES, color


@both
def test_the_line_of_every_code_stands_out_from_the_paper_and_the_panels(shown):
    for color in (*PALETTE, *EXTREME):
        for ground in ("paper", "panel", "desk"):
            surface = getattr(shown, ground)
            assert contrast(line_color(surface, shown.ink, color), surface) >= LINES, color


@both
@pytest.mark.parametrize("sight", SIGHTS)
def test_any_two_codes_of_the_palette_are_told_apart_by_their_lines(shown, sight):
    seen = {color: lab(line_color(shown.paper, shown.ink, color), sight) for color in PALETTE}
    for one, other in itertools.combinations(PALETTE, 2):
        assert difference(seen[one], seen[other]) >= APART_AS_LINES, (one, other)


@both
@pytest.mark.parametrize("sight", SIGHTS)
def test_any_two_codes_of_the_palette_are_told_apart_by_their_tints(shown, sight):
    seen = {color: lab(tint(shown.paper, shown.ink, [color]), sight) for color in PALETTE}
    for one, other in itertools.combinations(PALETTE, 2):
        assert difference(seen[one], seen[other]) >= APART_AS_TINTS, (one, other)


@both
def test_a_tint_is_told_apart_from_bare_paper(shown):
    paper = lab(shown.paper)
    for color in PALETTE:
        assert difference(lab(tint(shown.paper, shown.ink, [color])), paper) >= APART_AS_TINTS


def test_the_palette_stands_out_on_white_where_no_theme_adjusts_it():
    """In exported files and on swatches the colours are what they are."""
    for color in PALETTE:
        assert contrast(color, "#ffffff") >= LINES, color


@both
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["ink", "muted"])
def test_words_and_muted_words_are_read_on_every_surface(shown, words, ground):
    assert contrast(getattr(shown, words), getattr(shown, ground)) >= WORDS


@both
@pytest.mark.parametrize("ground", GROUNDS)
def test_icons_rings_and_the_edges_of_fields_stand_out_from_every_surface(shown, ground):
    surface = getattr(shown, ground)
    for role in ("ink", "accent", "muted"):  # icons, rings, boxes to tick
        assert contrast(getattr(shown, role), surface) >= LINES, role


@both
@pytest.mark.parametrize("ground", ["desk", "panel", "paper"])
def test_the_edge_of_what_can_be_used_stands_out(shown, ground):
    assert contrast(shown.edge, getattr(shown, ground)) >= LINES


@both
def test_words_on_buttons_are_read_in_every_state(shown):
    for words, ground in (
        (shown.ink, shown.paper),
        (shown.ink, shown.hover),
        (shown.ink, shown.accent_soft),
        (shown.on_accent, shown.accent),
        (shown.on_accent, shown.accent_strong),
        (shown.accent, shown.panel),
        (shown.accent, shown.hover),
        (shown.accent, shown.accent_soft),
    ):
        assert contrast(words, ground) >= WORDS, (words, ground)


@both
def test_the_ring_around_a_main_button_stands_out_from_what_lies_around_it(shown):
    for ground in ("desk", "panel", "paper"):
        assert contrast(shown.ink, getattr(shown, ground)) >= LINES


def test_every_kind_of_control_shows_that_it_has_the_focus():
    sheet = (resources() / "themes" / "qcode.qss").read_text(encoding="utf-8")
    focused = set(re.findall(r"(Q\w+)(?:\[[^]]*\])*(?:::[\w-]+)?(?::\w+)*:focus", sheet))
    assert focused >= {
        "QPushButton",
        "QToolButton",
        "QLineEdit",
        "QPlainTextEdit",
        "QTextEdit",
        "QAbstractSpinBox",
        "QComboBox",
        "QCheckBox",
        "QRadioButton",
        "QAbstractItemView",
        "QTabBar",
        "QSlider",
    }


def test_the_formula_of_difference_gives_the_published_values():
    """Three of the pairs that Sharma, Wu & Dalal (2005) give for checking programs."""
    for one, other, wanted in (
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ):
        assert difference(one, other) == pytest.approx(wanted, abs=1e-4)


def test_readers_without_red_or_green_cones_confuse_red_and_green():
    for sight in ("protanopia", "deuteranopia"):
        far = difference(lab("#c23b22"), lab("#5a7d1f"))
        assert difference(lab("#c23b22", sight), lab("#5a7d1f", sight)) < far / 2
    for sight in SIGHTS:
        assert lab("#ffffff", sight) == pytest.approx((100, 0, 0), abs=0.1)
