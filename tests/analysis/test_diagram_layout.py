"""The boxes of a model stand apart, in the order of its stages, and lines end at their boxes."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcode.analysis import diagram_layers, diagram_routes
from qcode.model.diagram import Model, Node, Point, Rect, Tie
from qcode.model.enums import RelationForm

SIZE = (120.0, 48.0)


def node(number: int, stage: int | None = None, *, core: bool = False) -> Node:
    return Node(number, f"category {number}", "#3b78d8", core=core, stage=stage)


def tie(number: int, source: int, target: int, form: RelationForm = RelationForm.DIRECTED) -> Tie:
    return Tie(number, source, target, form, "leads to")


@st.composite
def models(draw: st.DrawFn) -> Model:
    count = draw(st.integers(1, 9))
    stages = draw(st.integers(0, 3))
    places = st.none() if not stages else st.none() | st.integers(0, stages - 1)
    nodes = tuple(node(n, draw(places), core=n == 0 and draw(st.booleans())) for n in range(count))
    pairs = list(combinations(range(count), 2))
    wanted = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    ties = []
    for number, (one, other) in enumerate(wanted):
        ends = (one, other) if draw(st.booleans()) else (other, one)
        ties.append(tie(number, *ends, draw(st.sampled_from(RelationForm))))
    return Model(nodes, tuple(ties), tuple(f"stage {n}" for n in range(stages)))


def sizes(model: Model) -> dict[int, tuple[float, float]]:
    return {one.id: SIZE for one in model.nodes}


def overlapping(boxes: dict[int, Rect]) -> list[tuple[int, int]]:
    return [(a, b) for a, b in combinations(sorted(boxes), 2) if boxes[a].meets(boxes[b])]


@given(models())
def test_no_two_boxes_overlap_and_the_same_model_gives_the_same_picture(model: Model) -> None:
    boxes = diagram_layers.boxes(model, sizes(model))
    assert boxes.keys() == {one.id for one in model.nodes}
    assert overlapping(boxes) == []
    assert diagram_layers.boxes(model, sizes(model)) == boxes


@given(models())
def test_stages_follow_each_other_from_left_to_right(model: Model) -> None:
    boxes = diagram_layers.boxes(model, sizes(model))
    for one, other in combinations(model.nodes, 2):
        if one.stage is not None and other.stage is not None and one.stage < other.stage:
            assert boxes[one.id].right < boxes[other.id].left


@given(models())
def test_what_belongs_to_no_stage_stands_outside_of_the_bands(model: Model) -> None:
    boxes = diagram_layers.boxes(model, sizes(model))
    staged = [boxes[one.id] for one in model.nodes if one.stage is not None]
    if staged:
        top, bottom = min(box.top for box in staged), max(box.bottom for box in staged)
        for one in model.nodes:
            if one.stage is None:
                assert boxes[one.id].top >= bottom or boxes[one.id].bottom <= top


@given(models(), st.data())
def test_boxes_moved_by_hand_stay_and_the_others_make_room(
    model: Model, data: st.DataObject
) -> None:
    far = st.integers(-400, 400)
    moved = data.draw(st.sampled_from([one.id for one in model.nodes]))
    kept = {moved: (data.draw(far), data.draw(far))}
    boxes = diagram_layers.boxes(model, sizes(model), kept)
    assert (boxes[moved].x, boxes[moved].y) == kept[moved]
    assert [pair for pair in overlapping(boxes) if moved in pair] == []


@given(models())
def test_every_line_leaves_one_box_and_arrives_at_the_other(model: Model) -> None:
    boxes = diagram_layers.boxes(model, sizes(model))
    routes = diagram_routes.routes(model, boxes, {})
    for one in model.ties:
        points = routes[one.id].points
        assert len(points) % 3 == 1
        assert on_edge(points[0], boxes[one.source])
        assert on_edge(points[-1], boxes[one.target])


@given(models())
def test_feedback_runs_below_every_box_between_its_ends(model: Model) -> None:
    boxes = diagram_layers.boxes(model, sizes(model))
    routes = diagram_routes.routes(model, boxes, {})
    for one in model.ties:
        if one.form is RelationForm.FEEDBACK:
            ends = (boxes[one.source], boxes[one.target])
            left, right = min(box.left for box in ends), max(box.right for box in ends)
            deepest = max(point.y for point in routes[one.id].points)
            passed = [b.bottom for b in boxes.values() if b.right > left and b.left < right]
            assert deepest > max(passed)


def on_edge(point: Point, box: Rect) -> bool:
    inside = box.left <= point.x <= box.right and box.top <= point.y <= box.bottom
    return inside and not box.holds(point)


def test_a_chain_of_causes_runs_from_left_to_right() -> None:
    model = Model(tuple(node(n) for n in range(3)), (tie(0, 0, 1), tie(1, 1, 2)))
    boxes = diagram_layers.boxes(model, sizes(model))
    assert boxes[0].x < boxes[1].x < boxes[2].x
    assert boxes[0].y == boxes[1].y == boxes[2].y


def test_a_circle_of_causes_is_laid_out_all_the_same() -> None:
    model = Model(tuple(node(n) for n in range(3)), (tie(0, 0, 1), tie(1, 1, 2), tie(2, 2, 0)))
    assert overlapping(diagram_layers.boxes(model, sizes(model))) == []


def test_a_core_category_tied_to_nothing_stands_above_the_rest() -> None:
    model = Model((node(0, core=True), node(1), node(2)), (tie(0, 1, 2),))
    boxes = diagram_layers.boxes(model, sizes(model))
    assert boxes[0].bottom < min(boxes[1].top, boxes[2].top)


@pytest.mark.parametrize("heights", [[], [10.0], [10.0, 30.0, 20.0, 5.0]])
def test_places_that_are_spread_keep_their_order_and_their_distance(heights: list[float]) -> None:
    found = diagram_layers.spread([0.0] * len(heights), heights)
    for one, other in pairwise(range(len(heights))):
        apart = (heights[one] + heights[other]) / 2 + diagram_layers.ROW_GAP
        assert found[other] - found[one] >= apart - 1e-9


def test_what_is_apart_already_is_not_moved() -> None:
    assert diagram_layers.spread([0.0, 500.0, 900.0], [40.0] * 3) == [0.0, 500.0, 900.0]
