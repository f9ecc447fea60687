"""Stages of a process: an order, and the categories in it."""

from __future__ import annotations

import pytest
from qcode.model.errors import QcodeError
from qcode.services import stages
from qcode.services.project import Project

from tests.services.modelled import build, label


def names(project: Project) -> list[str]:
    return [one.name for one in stages.listed(project)]


def test_stages_are_made_moved_named_described_and_deleted(project: Project) -> None:
    call = stages.create(project, "call", "who is\r\nasked ")
    wait = stages.create(project, "wait")
    before = stages.create(project, " agree  first ", position=0)
    assert names(project) == ["agree first", "call", "wait"]
    assert stages.listed(project)[1].meaning == "who is\nasked"
    stages.move(project, [wait, before], 2)
    assert names(project) == ["call", "wait", "agree first"]
    stages.move(project, [call])
    assert names(project) == ["wait", "agree first", "call"]
    stages.rename(project, wait, "Wait")
    for typed in ("n", "no", "nothing happens"):
        stages.describe(project, wait, typed)
    assert label(project) == "Describe stage Wait"
    assert stages.listed(project)[0].meaning == "nothing happens"
    project.undo()
    assert stages.listed(project)[0].meaning == ""
    stages.delete(project, wait)
    assert label(project) == "Delete stage Wait" and names(project) == ["agree first", "call"]
    with pytest.raises(QcodeError, match="already a stage “call”"):
        stages.create(project, "CALL")
    with pytest.raises(QcodeError, match="needs a name"):
        stages.rename(project, call, "")
    with pytest.raises(QcodeError, match="stage no longer exists"):
        stages.describe(project, wait, "gone")


def test_categories_go_into_stages_and_from_one_to_another(project: Project) -> None:
    study = build(project)
    call, wait = stages.create(project, "call"), stages.create(project, "wait")
    stages.put(project, call, [study.calling, study.paying])
    assert label(project) == "Put 2 codes into stage call"
    stages.put(project, call, [study.listing], 1)
    assert stages.listed(project)[0].codes == (study.calling, study.listing, study.paying)
    stages.put(project, wait, [study.listing], out_of=call)
    stages.put(project, wait, [study.paying])
    assert [one.codes for one in stages.listed(project)] == [
        (study.calling, study.paying),
        (study.listing, study.paying),
    ]
    project.undo()
    project.undo()
    assert stages.listed(project)[1].codes == (), "leaving and coming are one step"
    project.redo()
    stages.take_out(project, wait, [study.listing, study.core])
    assert stages.listed(project)[1].codes == ()
    with pytest.raises(QcodeError, match="is a concept"):
        stages.put(project, wait, [study.late])
    with pytest.raises(QcodeError, match="stage no longer exists"):
        stages.put(project, 999, [study.calling])
    with pytest.raises(QcodeError, match="code no longer exists"):
        stages.put(project, wait, [999])
