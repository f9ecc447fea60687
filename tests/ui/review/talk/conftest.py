"""Two coders who differ in every way, and the talk about it."""

from __future__ import annotations

import pytest
from qcode.ui.shell.session import Session

from tests.ui.review import talk_project
from tests.ui.review.talk.talking import opened


@pytest.fixture
def world(tmp_path):
    made = talk_project.make(tmp_path / "harbour.qcode")
    made.session = Session(made.project)
    yield made
    made.session.close()


@pytest.fixture
def talk(at_once, world, qtbot):
    return opened(world.session, qtbot)
