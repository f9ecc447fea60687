from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qcode.services.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A new project in which Ann acts."""
    with Project.create(tmp_path / "p.qcode", "P", "Ann") as made:
        yield made
