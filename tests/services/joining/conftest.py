from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qcode.services.project import Project

from tests.services.joining import copies as study


@pytest.fixture
def two(tmp_path: Path) -> Iterator[list[Project]]:
    """The study as Ann has it, and Bo's copy."""
    with study.copies(tmp_path / "two") as projects:
        yield projects


@pytest.fixture
def three(tmp_path: Path) -> Iterator[list[Project]]:
    """The study as Ann has it, and copies for Bo and Cy."""
    with study.copies(tmp_path / "three", 3) as projects:
        yield projects
