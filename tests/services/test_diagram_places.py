"""Where the boxes of the diagram stand: kept when they are moved by hand, forgotten on demand."""

from __future__ import annotations

import math

import pytest
from qcode.model.errors import QcodeError
from qcode.model.theory_records import Point
from qcode.services import codes, diagram, overview
from qcode.services.project import Project

from tests.services.modelled import build, label


def test_places_are_kept_in_one_step_and_forgotten(project: Project) -> None:
    study = build(project)
    diagram.set_places(project, {study.calling: (10.4, -3.6), study.paying: (0, 0)})
    assert label(project) == "Move 2 codes in the diagram"
    diagram.set_places(project, {study.calling: (11, 7)})
    kept = {study.calling: Point(11, 7), study.paying: Point(0, 0)}
    assert diagram.places(project) == kept
    steps = len(overview.history(project))
    diagram.set_places(project, {study.calling: (11.2, 7)})
    assert len(overview.history(project)) == steps, "it stands there"
    project.undo()
    assert diagram.places(project)[study.calling] == Point(10, -4)
    project.redo()
    diagram.reset(project, [study.calling, study.core])
    assert diagram.places(project) == {study.paying: Point(0, 0)}
    project.undo()
    diagram.reset(project)
    assert diagram.places(project) == {}
    project.undo()
    assert diagram.places(project) == kept
    codes.delete(project, [study.listing, study.calling])
    assert diagram.places(project) == {study.paying: Point(0, 0)}


def test_absurd_places_and_codes_that_are_gone_are_refused(project: Project) -> None:
    study = build(project)
    for wrong in (math.nan, math.inf, 1e9):
        with pytest.raises(QcodeError, match="too far outside"):
            diagram.set_places(project, {study.core: (0, 0), study.calling: (wrong, 0)})
    with pytest.raises(QcodeError, match="code no longer exists"):
        diagram.set_places(project, {999: (0, 0)})
    assert diagram.places(project) == {}
