"""Questions about named states of the codebook, and the keeping of their snapshots."""

from __future__ import annotations

from typing import cast

from qcode.store.connection import Connection
from qcode.store.writer import Writer

Row = tuple[int, str, str, str, str, str, int, str]

_VERSION = (
    "SELECT v.id, v.guid, v.name, v.note, k.name, v.created, v.snapshot_id,"
    " json_extract(s.body, '$.counts') FROM codebook_version AS v"
    " JOIN coder AS k ON k.id = v.coder_id JOIN codebook_snapshot AS s ON s.id = v.snapshot_id"
)


def versions(connection: Connection) -> list[Row]:
    """Return every version in order of time.

    Each is ``(id, guid, name, note, coder, created, snapshot id, counts as JSON)``.
    """
    return cast("list[Row]", connection.run(f"{_VERSION} ORDER BY v.id").all())


def version(connection: Connection, version_id: int) -> Row | None:
    """Return one version as ``versions`` does, None where there is none."""
    return cast("Row | None", connection.run(f"{_VERSION} WHERE v.id = ?", (version_id,)).first())


def names(connection: Connection) -> dict[int, str]:
    """Return version id → its name."""
    return {row[0]: row[1] for row in connection.run("SELECT id, name FROM codebook_version")}


def body(connection: Connection, snapshot_id: int) -> str:
    """Return a snapshot's JSON."""
    return (
        connection.run("SELECT body FROM codebook_snapshot WHERE id = ?", (snapshot_id,)).text()
        or ""
    )


def keep(writer: Writer, sha256: str, body: str) -> int:
    """Keep a snapshot, unless one of the same content is kept already; return its id.

    Snapshots are not journaled: like texts they are written once and stay, so that undo and redo
    of a version find what it names.
    """
    found = writer.connection.run(
        "SELECT id FROM codebook_snapshot WHERE sha256 = ?", (sha256,)
    ).number()
    if found is not None:
        return found
    writer.connection.run(
        "INSERT INTO codebook_snapshot (sha256, body) VALUES (?, ?)", (sha256, body)
    )
    return int(writer.connection.run("SELECT last_insert_rowid()").value())
