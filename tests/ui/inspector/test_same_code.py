"""Overlapping passages under one code can be told apart by their words."""

from __future__ import annotations

from qcode.model.span import Span
from qcode.services import codings
from qcode.ui.widgets.inspector.same_code import telling_words

from tests.ui.inspector_project import PIER, here


def words_of(world, project_codings):
    found = telling_words(project_codings, lambda start, end: PIER[start:end])
    return {(one.start, one.end): found.get(one.id) for one in project_codings}


def test_first_words_tell_passages_of_one_code_apart(world):
    codings.apply(world.project, world.pier, [Span(10, 56)], [world.lamp])
    assert words_of(world, here(world, world.pier)) == {
        (0, 56): "The ferry leaves when the harbour…",
        (10, 56): "leaves when the harbour master lifts…",
        (30, 56): None,
    }


def test_last_words_tell_them_apart_where_they_begin_together(world):
    codings.apply(world.project, world.pier, [Span(0, 16), Span(30, 49)], [world.lamp])
    found = words_of(world, here(world, world.pier))
    assert found[0, 56] == "…lifts the lamp."
    assert found[0, 16] == "…The ferry leaves"
    assert found[30, 49] == "our master lifts th"


def test_the_same_words_by_another_coder_need_no_telling(world):
    assert set(words_of(world, here(world, world.pier)).values()) == {None}


def test_the_row_says_the_words_that_tell(world, inspector):
    codings.apply(world.project, world.pier, [Span(10, 56)], [world.lamp])
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    row = inspector.passage.rows.button(world.one)
    assert row.accessibleName() == "lamp decides, concept, “The ferry leaves when the harbour…”"
    other = inspector.passage.rows.button(world.other)
    assert other.accessibleName().startswith("calling twice, concept")
