"""Questions that only the tables of a thesis ask; see ``queries`` for the others."""

from __future__ import annotations

from collections.abc import Iterable

from qcode.store.connection import Connection
from qcode.store.queries import LISTED, ids_json


def occurrences(connection: Connection) -> list[tuple[int, int, int]]:
    """Return ``(code id, selection id, document id)`` of every coding, twice where two coded it."""
    return [
        (row[0], row[1], row[2])
        for row in connection.run(
            "SELECT c.code_id, s.id, s.document_id FROM coding AS c"
            " CROSS JOIN selection AS s ON s.id = c.selection_id"
        )
    ]


def passages(
    connection: Connection, selection_ids: Iterable[int]
) -> dict[int, tuple[int, int, int]]:
    """Return selection id → ``(document id, start, end)`` of passages that exist.

    They come document after document.
    """
    return {
        row[0]: (row[1], row[2], row[3])
        for row in connection.run(
            f'SELECT id, document_id, start, "end" FROM selection WHERE id IN ({LISTED})'
            " ORDER BY document_id",
            ids_json(selection_ids),
        )
    }
