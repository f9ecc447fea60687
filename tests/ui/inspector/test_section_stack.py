"""Sections that scroll: each as high as its words, laid out before anything is painted."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from qcode.ui.widgets.inspector.section_stack import SectionStack
from qcode.ui.widgets.inspector.words_label import WordsLabel

SIDE, EDGE = 5, 9


def section(stack):
    made = QWidget(stack.widget())
    made.words = WordsLabel(made)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made.words)
    return made


@pytest.fixture
def stack(qtbot):
    made = SectionStack(SIDE, EDGE)
    qtbot.addWidget(made)
    made.sections = [section(made) for _ in range(3)]
    made.set_sections(made.sections)
    for one in made.sections:
        one.words.setText("lamps")
    made.resize(240, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_shown_sections_stand_below_each_other_as_wide_as_the_place(stack):
    first, _, last = stack.sections
    stack.show_only(first, last)
    assert [one.isVisible() for one in stack.sections] == [True, False, True]
    assert (first.x(), first.y()) == (SIDE, EDGE)
    assert last.y() > first.y() + first.height()
    assert first.width() == last.width() == 240 - 2 * SIDE
    assert stack.widget().height() == 200
    assert not stack.verticalScrollBar().isVisible()


def test_what_is_too_high_scrolls_and_its_lines_break_beside_the_bar_at_once(stack):
    first, second, _ = stack.sections
    first.words.setText("the harbour lamps are lit late " * 30)
    stack.show_only(first, second)
    bar = stack.verticalScrollBar()
    assert bar.isVisible()
    assert first.width() == stack.viewport().width() - 2 * SIDE < 240 - 2 * SIDE
    assert first.words.height() == first.words.heightForWidth(first.words.width())
    assert bar.maximum() == stack.widget().height() - stack.viewport().height()
    assert stack.widget().height() == second.geometry().bottom() + 1 + EDGE
    stack.show_only(second)
    assert not bar.isVisible()
    assert second.width() == 240 - 2 * SIDE


def test_words_that_come_later_and_another_width_move_what_is_below(stack, qtbot):
    first, second, _ = stack.sections
    stack.show_only(first, second)
    before = second.y()
    first.words.setText("the harbour lamps are lit late")
    stack.resize(150, 200)
    assert first.words.height() == first.words.heightForWidth(first.words.width())
    assert second.y() > before
    first.words.setText("lamps")
    qtbot.waitUntil(lambda: second.y() == before)
