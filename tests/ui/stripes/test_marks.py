"""What was found and the handles of the chosen coding, as they are painted."""

import pytest
from PySide6.QtCore import QPoint
from qcode.model.span import Span
from qcode.ui.shell.theme import LIGHT, contrast

from tests.ui.stripes.beside import TEXT, coding, painted, paragraph


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
