"""Questions of agreement: whose codings are where, and who has finished what."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from qcode.model.enums import WorkStatus
from qcode.store.connection import Connection
from qcode.store.queries import ids_json


def spans(connection: Connection, coder_ids: Iterable[int]) -> list[tuple[int, int, int, int, int]]:
    """Return (document, code, coder, start, end) of every coding of some coders."""
    return connection.run(
        "SELECT s.document_id, c.code_id, c.coder_id, s.start, s.end FROM coding AS c"
        " CROSS JOIN selection AS s ON s.id = c.selection_id"
        " WHERE c.coder_id IN (SELECT value FROM json_each(?))",
        ids_json(coder_ids),
    ).all()


def any_status(connection: Connection) -> bool:
    """Whether anybody ever said how far they are with a document."""
    return connection.run("SELECT 1 FROM work LIMIT 1").first() is not None


def finished(connection: Connection, coder_ids: Collection[int]) -> set[tuple[int, int]]:
    """Return (document, coder) of all that some coders have finished."""
    return set(
        connection.run(
            "SELECT document_id, coder_id FROM work WHERE status = ?"
            " AND coder_id IN (SELECT value FROM json_each(?))",
            (WorkStatus.FINISHED.value, *ids_json(coder_ids)),
        ).all()
    )


def who_worked(connection: Connection) -> set[int]:
    """Return the coders who have coded anything, or were given a document."""
    return set(
        connection.run(
            "SELECT coder_id FROM coding UNION SELECT coder_id FROM work WHERE status <> ?",
            (WorkStatus.UNASSIGNED.value,),
        ).column()
    )
