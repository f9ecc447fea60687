"""Two documents that two coders coded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.services.project import Project

from tests.services.blind.study import acting, texts_of


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Project]:
    """Two documents; Ann and Bo coded the same words of the first, Ann looks."""
    with Project.create(tmp_path / "study.qcode", "Study", "Ann") as project:
        texts_of(project, "Pier", "Quay")
        codes.create(project, CodeDraft("lamp decides", CodeKind.CONCEPT))
        codes.create(project, CodeDraft("nobody asks", CodeKind.CONCEPT))
        codings.apply(project, 1, [Span(0, 6)], [1])
        with acting(project, "Bo"):
            codings.apply(project, 1, [Span(0, 6)], [2])
        yield project
