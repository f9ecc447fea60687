"""A study that several coders code, for the tests of coding blind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qcode.model.enums import WorkStatus
from qcode.model.sources import Source
from qcode.services import codings, overview
from qcode.services.project import Project

from tests.services.bringing import bring_in

CODERS = ("Ann", "Bo", "陈")
TEXT = "The lamp is lit before the ferry leaves; nobody asks the harbour master why."
FINISHED, OPEN = WorkStatus.FINISHED, WorkStatus.OPEN


def texts_of(project: Project, *names: str) -> list[int]:
    return bring_in(project, *(Source(name, f"{name}: {TEXT}") for name in names))


@contextmanager
def acting(project: Project, name: str) -> Iterator[None]:
    before = project.coder
    project.act_as(name)
    yield
    project.act_as(before)


def coders_seen(project: Project) -> list[str]:
    return [coding.coder for coding in codings.of_document(project, 1)]


def labels(project: Project) -> list[str]:
    return [step.label.text() for step in overview.history(project)]
