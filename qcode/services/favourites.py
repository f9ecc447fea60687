"""Codes that a researcher keeps at hand. They belong to this copy, and marking one is no step."""

from __future__ import annotations

import json

from qcode.services.project import Project
from qcode.store import queries

FAVOURITES = "favourite_codes"


def listed(project: Project) -> list[int]:
    """Return the favourites by code id, in the order in which they became it.

    A favourite that was deleted is left out, and is one again when the deletion is undone.
    """
    with project.read() as connection:
        kept = _kept(queries.local(connection, FAVOURITES))
        there = queries.existing(connection, "code", kept)
    return [code_id for code_id in kept if code_id in there]


def set_favourite(project: Project, code_id: int, favourite: bool) -> None:
    """Make a code a favourite, or no longer; raises ``ReadOnlyProject``."""
    with project.read() as connection:
        kept = _kept(queries.local(connection, FAVOURITES))
    if favourite is (code_id in kept):
        return
    rest = [other for other in kept if other != code_id]
    project.set_local(FAVOURITES, json.dumps([*rest, code_id] if favourite else rest))


def _kept(stored: str | None) -> list[int]:
    try:
        found = json.loads(stored or "[]")
    except ValueError:  # what only this copy remembers must never keep it from opening
        return []
    return [one for one in found if isinstance(one, int)] if isinstance(found, list) else []
