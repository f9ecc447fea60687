"""Rows are inserted with the defaults of their table, and nothing else is loaded for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from qcode.model.messages import Message
from qcode.services import codes
from qcode.services.project import Project

from tests.store.helpers import small_project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return small_project(tmp_path / "small.qcode")


def test_what_is_not_given_has_its_default_and_a_time_and_a_guid_of_its_own(path: Path) -> None:
    with Project.open(path) as project:
        with project.change(Message("one")) as writer:
            made = writer.insert("code", name="lamp", kind="concept", position=9, color="#112233")
        with project.read() as connection:
            row = connection.run(
                "SELECT guid, name, parent_id, definition, created FROM code WHERE id = ?", (made,)
            ).one()
        assert len(row[0]) > 20
        assert row[1:4] == ("lamp", None, "")
        assert row[4] == writer.at


def test_a_column_that_there_is_not_is_a_mistake_and_leaves_nothing(path: Path) -> None:
    with Project.open(path) as project:
        with pytest.raises(TypeError, match="colour"), project.change(Message("one")) as writer:
            writer.insert("code", name="lamp", kind="concept", position=9, colour="red")
        assert [one.name for one in codes.tree(project)] == ["duty"]


def test_the_first_change_does_not_have_the_tables_mapped_to_classes(path: Path) -> None:
    """It took 50 ms in the middle of it."""
    found = subprocess.run(
        [sys.executable, "-c", FIRST, str(path)], capture_output=True, text=True, check=False
    )
    assert found.stdout.split() == ["False"], found.stderr


FIRST = """
import sys
from pathlib import Path
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.services import codes
from qcode.services.project import Project
with Project.open(Path(sys.argv[1])) as project:
    codes.create(project, CodeDraft("lamp", CodeKind.CONCEPT))
from qcode.model.tables import Code
print(Code.__mapper__.configured)
"""
