"""Going from passage to passage of a code while no list is shown."""

import pytest
from qcode.model.span import Span
from qcode.services import codes, codings, documents
from qcode.ui.itemmodels.passage_walk import PassageWalk


@pytest.fixture
def walk(world):
    return PassageWalk(world.session)


def place(step):
    return (step.stop.document_id, step.stop.start, step.stop.end, step.place, step.count)


def test_one_walks_through_all_documents_in_text_order(world, walk):
    codings.apply(world.project, world.pier, [Span(60, 70)], [world.lamp])
    seen, document, span = [], None, (0, None)
    while step := walk.step(1, world.lamp, document, *span):
        seen.append(place(step))
        document, span = step.stop.document_id, (step.stop.start, step.stop.end)
    assert seen == [
        (world.pier, 0, 56, 1, 3),  # coded by two: one passage
        (world.pier, 60, 70, 2, 3),
        (world.quay, 0, 29, 3, 3),
    ]
    back = []
    while step := walk.step(-1, world.lamp, document, *span):
        back.append(place(step))
        document, span = step.stop.document_id, (step.stop.start, step.stop.end)
    assert back == seen[-2::-1]


def test_from_a_caret_the_next_one_begins_there_or_later(world, walk):
    codings.apply(world.project, world.pier, [Span(60, 70)], [world.lamp])
    assert place(walk.step(1, world.lamp, world.pier, 60))[:3] == (world.pier, 60, 70)
    assert place(walk.step(1, world.lamp, world.pier, 61))[:3] == (world.quay, 0, 29)
    assert place(walk.step(-1, world.lamp, world.pier, 60))[:3] == (world.pier, 0, 56)
    assert walk.step(-1, world.lamp, world.pier, 0) is None
    assert walk.step(1, world.lamp, world.quay, 5) is None


def test_a_document_without_such_passages_is_a_place_on_the_way_too(world, walk):
    assert place(
        walk.step(1, world.care, world.quay, 3) or walk.step(-1, world.care, world.quay, 3)
    )[:3] == (world.pier, 30, 56)


def test_codes_below_are_on_the_way(world, walk):
    assert walk.step(1, world.signs, None, 0).count == 2


def test_the_walk_follows_every_change(world, walk):
    assert walk.step(1, world.lamp, world.pier, 0, 56).count == 2
    codings.apply(world.project, world.pier, [Span(60, 70)], [world.lamp])
    assert place(walk.step(1, world.lamp, world.pier, 0, 56)) == (world.pier, 60, 70, 2, 3)
    world.project.undo()
    assert place(walk.step(1, world.lamp, world.pier, 0, 56)) == (world.quay, 0, 29, 2, 2)
    codes.move(world.project, [world.care], world.lamp)
    assert place(walk.step(1, world.lamp, world.pier, 0, 56)) == (world.pier, 30, 56, 2, 3)
    documents.delete(world.project, [world.pier])
    assert place(walk.step(1, world.lamp, None, 0)) == (world.quay, 0, 29, 1, 1)
    codes.delete(world.project, [world.lamp])
    assert walk.step(1, world.lamp, None, 0) is None
