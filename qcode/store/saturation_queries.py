"""Questions of the saturation ledger; see ``queries`` for those about everything else."""

from __future__ import annotations

from qcode.store.connection import Connection


def held_out(connection: Connection) -> set[int]:
    """Return the documents that are kept back to test saturation on."""
    return set(connection.run("SELECT document_id FROM held_out").column())


def occurrences(connection: Connection) -> tuple[dict[int, set[int]], dict[int, str]]:
    """Return document id → codes coded in it, and document id → time of its first coding.

    Both have the documents with any coding. One pass over the codings as they lie in the file:
    asking the database to group them sorts them first and takes twice as long.
    """
    codes: dict[int, set[int]] = {}
    first: dict[int, str] = {}
    for document, code, created in connection.run(
        "SELECT s.document_id, c.code_id, c.created FROM coding AS c"
        " CROSS JOIN selection AS s ON s.id = c.selection_id"
    ):
        known = first.get(document)
        if known is None:
            first[document] = created
            codes[document] = {code}
            continue
        codes[document].add(code)
        if created < known:
            first[document] = created
    return codes, first
