"""The room that text and stripes share, and how one wants to read."""

import pytest
from PySide6.QtCore import Qt
from qcode.model.span import Span

from tests.ui.stripes.beside import coding, painted, paragraph


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


def test_the_margin_has_a_name_and_takes_no_focus(view, margin):
    assert margin.accessibleName() == "Stripes"
    assert margin.focusPolicy() == Qt.FocusPolicy.NoFocus
