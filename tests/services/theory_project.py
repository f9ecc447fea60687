"""A small study for the services of axial and selective coding, made in a few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.services.project import Project

from tests.services.bringing import bring_in

TEXT = "The office hands the list to each bureau and calls again the same afternoon."


def bring(project: Project, names: Sequence[str]) -> list[int]:
    """Import a text of each name; return the documents' ids."""
    return list(bring_in(project, *(Source(name, f"{name}. {TEXT}") for name in names)))


def grow(project: Project, kinds: Mapping[str, str], under: Mapping[str, str]) -> dict[str, int]:
    """Make codes (name → kind) below others (name → name of the parent); return their ids."""
    made: dict[str, int] = {}
    for name, kind in kinds.items():
        parent = made[under[name]] if name in under else None
        made[name] = codes.create(project, CodeDraft(name, CodeKind(kind)), parent)
    return made


def code(project: Project, document: int, *code_ids: int, start: int = 0) -> None:
    """Put codes on one passage of a document."""
    codings.apply(project, document, [Span(start, start + 5)], list(code_ids))
