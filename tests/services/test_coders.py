"""Coders: each has a name that nobody else has, and a colour."""

from __future__ import annotations

import pytest
from qcode.model.enums import MemoKind
from qcode.model.errors import QcodeError
from qcode.services import coders, memos, overview
from qcode.services.project import Project


def test_a_coder_is_added_renamed_and_coloured(project: Project) -> None:
    project.act_as("Bo")
    memos.create(project, MemoKind.PROJECT, "Nobody asks.")
    project.act_as("Ann")
    made = coders.add(project, "  Cy  Li ", "ABC")
    coders.set_color(project, 1, "#123456")
    found = {coder.name: coder.color for coder in coders.listed(project)}
    assert found["Cy Li"] == "#aabbcc" and found["Ann"] == "#123456"
    assert len(set(found.values())) == 3, "Bo has a colour without asking for one"
    labels = [step.label.text() for step in overview.history(project)]
    assert labels[-2:] == ["Add coder Cy Li", "Colour of Ann"]
    for refused in ("Ann", "  "):
        with pytest.raises(QcodeError):
            coders.add(project, refused)
    with pytest.raises(QcodeError, match="not a colour"):
        coders.set_color(project, made, "red-ish")
    with pytest.raises(QcodeError, match="no longer"):
        coders.set_color(project, 99, "#123456")
