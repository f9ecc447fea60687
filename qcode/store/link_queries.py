"""Questions about what memos are attached to, and what live links in prose lead to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import cast

from qcode.store.connection import Connection
from qcode.store.queries import LISTED, ids_json


def is_attached(
    connection: Connection, links: str, memo_id: int, target: str, target_id: int
) -> bool:
    """Whether a table of links ties a memo to a row of the table ``target``."""
    return bool(
        connection.run(
            f"SELECT EXISTS (SELECT 1 FROM {links} WHERE memo_id = ? AND {target}_id = ?)",
            (memo_id, target_id),
        ).value()
    )


def codes_by_guid(connection: Connection, guids: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Return GUID → id and name of codes that exist."""
    return {
        row[0]: (row[1], row[2])
        for row in connection.run(
            f"SELECT guid, id, name FROM code WHERE guid IN ({LISTED})", _guids(guids)
        )
    }


def documents_by_guid(connection: Connection, guids: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Return GUID → id and name of documents that exist."""
    return {
        row[0]: (row[1], row[2])
        for row in connection.run(
            f"SELECT guid, id, name FROM document WHERE guid IN ({LISTED})", _guids(guids)
        )
    }


def passages_by_guid(
    connection: Connection, guids: Iterable[str]
) -> dict[str, tuple[int, int, int, int]]:
    """Return GUID → ``(selection id, document id, start, end)`` of passages that exist."""
    return {
        row[0]: (row[1], row[2], row[3], row[4])
        for row in connection.run(
            f'SELECT guid, id, document_id, start, "end" FROM selection WHERE guid IN ({LISTED})',
            _guids(guids),
        )
    }


def guids(connection: Connection, table: str, ids: Iterable[int]) -> set[str]:
    """Return the GUIDs of some rows; those that are gone have none."""
    rows = connection.run(f'SELECT guid FROM "{table}" WHERE id IN ({LISTED})', ids_json(ids))
    return set(rows.column())


def linking_texts(connection: Connection, table: str, kind: str) -> list[tuple[int, str]]:
    """Return id and body of the memos, or of the storyline, that may have live links of a kind."""
    rows = connection.run(
        f"SELECT id, body FROM {table} WHERE instr(body, ?) ORDER BY id", (f"]({kind}:",)
    )
    return cast("list[tuple[int, str]]", rows.all())


def _guids(guids: Iterable[str]) -> tuple[str]:
    return (json.dumps(sorted(set(guids))),)


def guid(connection: Connection, table: str, row_id: int) -> str | None:
    """Return the GUID of a row, None where it is gone."""
    return connection.run(f'SELECT guid FROM "{table}" WHERE id = ?', (row_id,)).text()
