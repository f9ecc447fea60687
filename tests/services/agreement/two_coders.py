"""A small study that Ann and Bo (and Cy) have coded."""

from __future__ import annotations

from collections.abc import Iterable

from qcode.model.enums import CodeKind, WorkStatus
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import coders, codes, codings
from qcode.services.project import Project

from tests.services.bringing import bring_in

LETTER = "The pier is closed. Nobody told us why.\nWe wait, and the boats wait with us. So be it.\n"


def texts(project: Project, count: int = 2) -> list[int]:
    """Bring in some documents with the same text but for their number; return their ids."""
    return list(bring_in(project, *(Source(f"d{n}", f"{LETTER}{n}") for n in range(count))))


def frame(project: Project, *names: str, under: int | None = None) -> dict[str, int]:
    """Make concepts; return name → id."""
    return {name: codes.create(project, CodeDraft(name, CodeKind.CONCEPT), under) for name in names}


def coded(project: Project, coder: str, rows: Iterable[tuple[int, int, int, int]]) -> None:
    """Let a coder code (document, code, start, end)."""
    before = project.coder
    project.act_as(coder)
    for document, code, start, end in rows:
        codings.apply(project, document, [Span(start, end)], [code])
    project.act_as(before)


def finish(project: Project, coder: str, *documents: int) -> None:
    """Let a coder be done with some documents."""
    coders.set_status(project, documents, coder, WorkStatus.FINISHED)
