from __future__ import annotations

import pytest
from qcode.services.project import Project

from tests.services.review.study import Study, build


@pytest.fixture
def study(project: Project) -> Study:
    return build(project)
