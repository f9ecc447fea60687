"""Lines of the diagram: all of them, or quickly those of boxes that are moved."""

import random

import pytest
from qcode.analysis import diagram_layers, diagram_routes
from qcode.model.diagram import Model, Node, Rect, Tie
from qcode.model.enums import RelationForm

SIZE = (120.0, 50.0)


def made(nodes, ties, seed):
    chance = random.Random(seed)
    pairs = set()
    while len(pairs) < ties:
        pairs.add(tuple(chance.sample(range(nodes), 2)))
    forms = list(RelationForm)
    model = Model(
        tuple(Node(key, f"box {key}", "#3b78d8") for key in range(nodes)),
        tuple(Tie(100 + at, *pair, chance.choice(forms)) for at, pair in enumerate(sorted(pairs))),
    )
    boxes = diagram_layers.boxes(model, dict.fromkeys(range(nodes), SIZE))
    return model, boxes


@pytest.mark.parametrize("seed", range(4))
def test_the_lines_of_some_boxes_run_as_in_the_whole_drawing(seed):
    model, boxes = made(20, 36, seed)
    whole = diagram_routes.routes(model, boxes, {})
    only = {tie.id for tie in model.ties if 3 in (tie.source, tie.target)}
    some = diagram_routes.routes(model, boxes, {}, only)
    assert some == {key: whole[key] for key in only}


@pytest.mark.parametrize("seed", range(4))
def test_every_line_begins_and_ends_at_the_edge_of_its_boxes(seed):
    model, boxes = made(15, 25, seed)
    for tie in model.ties:
        points = diagram_routes.routes(model, boxes, {})[tie.id].points
        for end, box in ((points[0], boxes[tie.source]), (points[-1], boxes[tie.target])):
            assert box.grown(0.5).holds(end)
            assert not box.grown(-0.5).holds(end)


def test_a_line_goes_round_a_box_in_its_way():
    nodes = tuple(Node(key, "", "#000000") for key in range(3))
    model = Model(nodes, (Tie(9, 0, 2, RelationForm.DIRECTED),))
    boxes = {0: Rect(0, 0, *SIZE), 1: Rect(300, 0, *SIZE), 2: Rect(600, 0, *SIZE)}
    points = diagram_routes.routes(model, boxes, {})[9].points
    way = [diagram_routes.at(points, step / 40) for step in range(41)]
    assert not any(boxes[1].holds(point) for point in way)


def test_words_keep_clear_of_each_other():
    nodes = tuple(Node(key, "", "#000000") for key in range(2))
    ties = tuple(Tie(key, 0, 1, RelationForm.DIRECTED, "leads to") for key in (5, 6, 7))
    boxes = {0: Rect(0, 0, *SIZE), 1: Rect(400, 0, *SIZE)}
    found = diagram_routes.routes(Model(nodes, ties), boxes, dict.fromkeys((5, 6, 7), (60.0, 14.0)))
    words = [Rect(*route.label, 60.0, 14.0) for route in found.values()]
    assert not any(a.meets(b) for a in words for b in words if a is not b)
