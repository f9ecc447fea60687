"""A small study that has come as far as a model: a core category, main categories, passages."""

from __future__ import annotations

from dataclasses import dataclass

from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.services.project import Project
from qcode.store import passage_queries

from tests.services.bringing import bring_in

MINUTES = "The deputy mayor calls everyone in. Nobody knows who pays. A list is kept from then on."
DIARY = "Whoever is called comes late. The list is read out, and the late ones pay."


@dataclass(frozen=True)
class Study:
    """Numbers of what is in the study; ``late`` and ``unpaid`` are concepts."""

    minutes: int
    diary: int
    core: int
    calling: int
    listing: int
    paying: int
    late: int
    unpaid: int


def build(project: Project) -> Study:
    """``calling`` rests on both documents through ``late``, ``paying`` on one by ``unpaid``."""
    minutes, diary = bring_in(project, Source("minutes", MINUTES), Source("diary", DIARY))

    def code(name: str, kind: CodeKind, parent: int | None = None) -> int:
        return codes.create(project, CodeDraft(name, kind), parent)

    core = code("holding together", CodeKind.CORE_CATEGORY)
    calling = code("calling in", CodeKind.MAIN_CATEGORY)
    listing = code("listing", CodeKind.CATEGORY)
    paying = code("paying", CodeKind.CATEGORY)
    late = code("comes late", CodeKind.CONCEPT, calling)
    unpaid = code("nobody pays", CodeKind.CONCEPT, paying)
    codings.apply(project, minutes, [Span(0, 35)], [calling, late])
    codings.apply(project, diary, [Span(0, 29)], [late])
    codings.apply(project, minutes, [Span(36, 58)], [unpaid])
    codings.apply(project, minutes, [Span(59, 87)], [listing])
    codings.apply(project, diary, [Span(30, 74)], [listing])
    return Study(minutes, diary, core, calling, listing, paying, late, unpaid)


def passage(project: Project, document: int, start: int, end: int) -> int:
    """The number of the passage with this span."""
    with project.read_all() as connection:
        found = passage_queries.selection_id(connection, document, start, end)
    assert found is not None
    return found


def label(project: Project) -> str:
    """What undo would take back."""
    return str(project.undo_label())
