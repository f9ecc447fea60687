"""Who can be compared: all that have worked."""

from __future__ import annotations

from qcode.model.records import Coder
from qcode.services import coders
from qcode.services.project import Project
from qcode.store import agreement_queries


def who_worked(project: Project) -> tuple[Coder, ...]:
    """Return all who have coded anything or were given a document, in the order of the coders."""
    with project.read() as connection:
        worked = agreement_queries.who_worked(connection)
    return tuple(one for one in coders.listed(project) if one.id in worked)
