"""The diagram as a window draws it: the whole of it, boxes on the move, files that need Qt."""

import pytest
from qcode.model.errors import QcodeError
from qcode.services import codes, diagram, drawing, relations, stages
from qcode.services.drawing import Wording
from qcode.services.project import Project

from tests.services.theory_project import grow

WORDING = Wording(relation=lambda one: one.key, evidence=lambda rests: f"{rests.passages}")


@pytest.fixture
def study(tmp_path):
    with Project.create(tmp_path / "study.qcode", "Study", "Ann") as project:
        kinds = dict.fromkeys(("one", "two", "three"), "main_category")
        project.ids = grow(project, {**kinds, "spare": "category", "small": "concept"}, {})
        ids = project.ids
        relations.create(project, ids["one"], ids["two"], "leads_to")
        relations.create(project, ids["two"], ids["three"], "feeds_back")
        yield project


def drawn(project, **look):
    return drawing.draw(project, WORDING, drawing.on_paper(**look))


def names(project, found):
    titles = {code.id: code.name for code in codes.tree(project)}
    return {titles[key] for key in found}


def test_a_category_is_in_the_model_by_its_kind_its_ties_its_stage_or_its_place(study):
    ids = study.ids
    assert names(study, drawn(study).arrangement.boxes) == {"one", "two", "three"}
    diagram.set_places(study, {ids["spare"]: (0, 400), ids["small"]: (0, 500)})
    found = drawn(study)
    assert names(study, found.arrangement.boxes) == {"one", "two", "three", "spare"}
    assert names(study, found.loose) == {"spare"}
    stage = stages.create(study, "then")
    stages.put(study, stage, [ids["spare"]])
    diagram.reset(study)
    found = drawn(study)
    assert "spare" in names(study, found.arrangement.boxes)
    assert not found.loose


def test_boxes_on_the_move_pull_their_lines_along_and_nothing_else(study):
    ids, whole = study.ids, drawn(study)
    part = drawing.moved(whole, [ids["one"]], 30, 50)
    here = whole.arrangement.boxes[ids["one"]]
    assert part.arrangement.boxes == {ids["one"]: here._replace(x=here.x + 30, y=here.y + 50)}
    assert [tie.label for tie in part.model.ties] == ["leads_to"]
    assert set(part.arrangement.routes) == {tie.id for tie in part.model.ties}
    assert part.svg.count("<path") == 2, "a line and its head"
    assert 'fill="#ffffff"/>\n<rect' not in part.svg[:400], "no ground that hides the rest"


def test_lines_of_boxes_on_the_move_end_at_the_boxes(study):
    ids = study.ids
    part = drawing.moved(drawn(study), [ids["two"]], 0, 200)
    for route in part.arrangement.routes.values():
        ends = (route.points[0], route.points[-1])
        box = part.arrangement.boxes[ids["two"]].grown(1)
        assert any(box.holds(end) for end in ends)


def test_shading_and_sizing_change_the_picture(study):
    plain = drawn(study).svg
    assert plain != drawn(study, shaded=True).svg
    assert drawing.look(
        ground=None,
        ink="#000000",
        muted="#000000",
        line="#000000",
        edge="#000000",
        paper="#ffffff",
        band="#eeeeee",
        accent="#00ffff",
        shaded=True,
    ).shaded


def test_a_file_that_the_window_writes_is_written_whole_or_not_at_all(study, tmp_path):
    out = tmp_path / "model.pdf"
    out.write_bytes(b"before")

    def fail(_, path):
        path.write_bytes(b"half")
        raise OSError

    with pytest.raises(QcodeError):
        drawing.write_with(out, fail, drawn(study))
    assert out.read_bytes() == b"before"
    drawing.write_with(out, lambda _, path: path.write_bytes(b"whole"), drawn(study))
    assert out.read_bytes() == b"whole"
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["model.pdf"]
