from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qcode.services.project import Project

from tests.studies.hand import Hand, Steps


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[Hand]:
    """A researcher, Ann, at a new project, with a folder for her files."""
    folder = tmp_path / "files"
    folder.mkdir()
    with Project.create(tmp_path / "study.qcode", "Study", "Ann") as project:
        yield Hand(project, folder)


@pytest.fixture
def steps(hand: Hand) -> Steps:
    """What she has done, step by step."""
    return Steps(hand.project)
