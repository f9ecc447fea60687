"""Questions about work in company: what was given to whom, and who codes a second time."""

from __future__ import annotations

from typing import NamedTuple

from qcode.model.agreement_enums import CoderRole
from qcode.store.connection import Connection


class AgainRow(NamedTuple):
    """A second time: ids of both coders, the day from which on, and how it was drawn."""

    again_id: int
    of_id: int
    due: str
    seed: int
    share: int
    created: str


def work_of(connection: Connection, coder_id: int) -> list[tuple[int, int, str]]:
    """Return ``(row, document, status)`` of all that a coder has a status for."""
    return [
        (row[0], row[1], row[2])
        for row in connection.run(
            "SELECT id, document_id, status FROM work WHERE coder_id = ? ORDER BY id", (coder_id,)
        )
    ]


def lengths(connection: Connection) -> dict[int, int]:
    """Return the length of each document in code points."""
    return {row[0]: row[1] for row in connection.run("SELECT id, characters FROM document")}


def agains(connection: Connection) -> list[AgainRow]:
    """Return every second time, in the order in which they were begun."""
    return [
        AgainRow(*row)
        for row in connection.run(
            "SELECT coder_id, of_id, due, seed, share, created FROM coder_part WHERE role = ?"
            " ORDER BY id",
            (CoderRole.AGAIN.value,),
        )
    ]
