"""Pixels, characters and copies: the same place in each."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from qcode.model.span import Span
from qcode.ui.widgets.mime import span_of

from tests.ui.text.reading import TEXT, where
from tests.ui.text_window import FAMILY


def test_every_character_is_found_under_its_own_pixels(view):
    seen = 0
    for cp, character in enumerate(TEXT):
        rect = view.span_rect(Span(cp, cp + 1))
        if character.isalpha() and cp < where("قال").start and rect.width() > 3:
            assert view.position_at(rect.center()) == cp
            seen += 1
    assert seen > 60


def test_beside_and_below_the_text_there_is_no_character(view):
    assert view.position_at(QPoint(4, 40)) is None
    assert view.position_at(QPoint(300, 515)) is None


def test_a_long_paragraph_keeps_positions_and_copies_as_stored(view):
    text = "街道会把隐患重新排查一遍，" * 2000
    view.set_document(text)
    span = Span(4000, 11000)
    view.select_span(span)
    assert view.selected_span() == span
    assert view.document().blockCount() > 5
    assert view.createMimeDataFromSelection().text() == text[4000:11000]


def test_copying_gives_the_stored_characters(view, qtbot):
    span = where("Two\u00a0words\u2028and")
    view.select_span(span)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Two\u00a0words\u2028and"
    assert span_of(view.createMimeDataFromSelection()) == span


def test_a_selection_is_widened_to_whole_characters(view):
    family = where(FAMILY)
    view.select_span(Span(family.start + 2, family.start + 3))
    assert view.selected_span() == family
    accent = where("e\u0301")
    view.select_span(Span(accent.start, accent.start + 1))
    assert view.selected_span() == accent


def test_lines_are_equally_far_apart_whatever_the_script(view):
    tops = [
        view.span_rect(where(piece)).top()
        for piece in ("Two", "and a line")  # two lines of one paragraph
    ]
    view.set_document("检查组\u2028plain\u2028" + FAMILY + "\u2028قال")
    text = view.text
    rows = [view.span_rect(where(piece, text)).top() for piece in ("检查组", "plain", "قال")]
    pitch = tops[1] - tops[0]
    assert rows[1] - rows[0] == pitch
    assert rows[2] - rows[0] == pytest.approx(3 * pitch, abs=pitch / 2)
