"""Properties of codes: poles, and where each coder sees the passages between them."""

from __future__ import annotations

import pytest
from qcode.model.errors import QcodeError
from qcode.model.span import Span
from qcode.services import codes, codings, overview, properties
from qcode.services.project import Project

from tests.services.modelled import Study, build, label, passage


@pytest.fixture
def study(project: Project) -> Study:
    return build(project)


def places(project: Project, code: int) -> list[tuple[int, str, int]]:
    return [tuple(place) for one in properties.of_code(project, code) for place in one.places]


def test_properties_are_made_changed_moved_and_deleted(project: Project, study: Study) -> None:
    pace = properties.create(project, study.calling, "pace", " slow ", "fast")
    reach = properties.create(project, study.calling, "reach")
    assert label(project) == "New property reach of calling in"
    with pytest.raises(QcodeError, match="already has a property “pace”"):
        properties.create(project, study.calling, "PACE")
    properties.create(project, study.late, "pace")
    properties.edit(project, reach, low="few", high="all")
    properties.edit(project, pace, name="speed")
    properties.move(project, [reach], 0)
    assert [
        (one.name, one.low, one.high) for one in properties.of_code(project, study.calling)
    ] == [("reach", "few", "all"), ("speed", "slow", "fast")]
    assert {
        code: [one.name for one in held] for code, held in properties.listed(project).items()
    } == {
        study.calling: ["reach", "speed"],
        study.late: ["pace"],
    }
    properties.delete(project, pace)
    assert label(project) == "Delete property speed"
    with pytest.raises(QcodeError, match="property no longer exists"):
        properties.edit(project, pace, low="x")
    with pytest.raises(QcodeError, match="needs a name"):
        properties.edit(project, reach, name=" ")
    with pytest.raises(QcodeError, match="code no longer exists"):
        properties.create(project, 999, "pace")


def test_each_coder_places_the_passages_of_the_category(project: Project, study: Study) -> None:
    pace = properties.create(project, study.calling, "pace", "slow", "fast")
    first = passage(project, study.minutes, 0, 35)
    second = passage(project, study.diary, 0, 29)  # carries a concept below
    properties.place(project, pace, second, 100)
    for at in (10, 20, 30):
        properties.place(project, pace, first, at)
    project.act_as("Ben")
    properties.place(project, pace, first, 0)
    assert places(project, study.calling) == [
        (first, "Ann", 30),
        (first, "Ben", 0),
        (second, "Ann", 100),
    ]
    project.undo()
    project.undo()
    assert places(project, study.calling) == [(second, "Ann", 100)], "moving it on is one step"
    project.redo()
    project.redo()
    properties.unplace(project, pace, [first, second])
    assert places(project, study.calling) == [(first, "Ann", 30), (second, "Ann", 100)]


def test_only_passages_of_the_code_have_places_from_0_to_100(
    project: Project, study: Study
) -> None:
    pace = properties.create(project, study.calling, "pace")
    other = passage(project, study.minutes, 59, 87)
    steps = len(overview.history(project))
    with pytest.raises(QcodeError, match="does not carry “calling in”"):
        properties.place(project, pace, other, 5)
    for wrong in (-1, 101):
        with pytest.raises(QcodeError, match="from 0 to 100"):
            properties.place(project, pace, passage(project, study.diary, 0, 29), wrong)
    properties.unplace(project, pace, [other])
    project.act_as("Newcomer")
    properties.unplace(project, pace, [other])
    assert len(overview.history(project)) == steps


def test_a_place_waits_for_a_passage_that_lost_the_code(project: Project, study: Study) -> None:
    pace = properties.create(project, study.calling, "pace")
    first = passage(project, study.minutes, 0, 35)
    codings.apply(project, study.minutes, [Span(0, 35)], [study.listing])
    properties.place(project, pace, first, 40)
    held = [one.id for one in codings.of_document(project, study.minutes) if one.start == 0]
    codes.recode_many(project, held, into=study.listing)
    assert places(project, study.calling) == []
    codings.apply(project, study.minutes, [Span(0, 35)], [study.late])
    assert places(project, study.calling) == [(first, "Ann", 40)]


def test_places_go_along_when_a_passage_gets_other_edges(project: Project, study: Study) -> None:
    pace = properties.create(project, study.listing, "pace")
    (coding,) = [
        one for one in codings.of_document(project, study.minutes) if one.code_id == study.listing
    ]
    properties.place(project, pace, coding.selection_id, 70)
    codings.respan(project, coding.id, Span(60, 80))
    assert places(project, study.listing) == [(passage(project, study.minutes, 60, 80), "Ann", 70)]
    project.undo()
    assert places(project, study.listing) == [(coding.selection_id, "Ann", 70)]
