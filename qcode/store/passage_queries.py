"""Questions about codings and passages; see ``queries`` for those about everything else."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

from qcode.model.records import Coding
from qcode.store.connection import Connection
from qcode.store.queries import LISTED, ids_json, pairs, places, slices

# ---------------------------------------------------------------------- codings

_CODING = (
    'SELECT c.id, c.guid, c.selection_id, s.document_id, s.start, s."end", c.code_id, k.name,'
    " c.memo, c.typical, c.created, c.modified FROM coding AS c JOIN selection AS s ON s.id ="
    " c.selection_id JOIN coder AS k ON k.id = c.coder_id"
)


def _codings(rows: Iterable[Any]) -> list[Coding]:
    return [Coding(*(*row[:9], bool(row[9]), *row[10:])) for row in rows]


def codings_of_document(connection: Connection, document_id: int) -> list[Coding]:
    """Return a document's codings by start, longer ones first, then in order of making."""
    return _codings(
        connection.run(
            f'{_CODING} WHERE s.document_id = ? ORDER BY s.start, s."end" DESC, c.id',
            (document_id,),
        )
    )


def codings_within(connection: Connection, document_id: int, start: int, end: int) -> list[Coding]:
    """Return codings of a document that share a character with a span, in no order."""
    return _codings(
        connection.run(
            f'{_CODING} WHERE s.document_id = ? AND s.start < ? AND s."end" > ?',
            (document_id, end, start),
        )
    )


def codings_of_codes(connection: Connection, code_ids: Iterable[int]) -> list[Coding]:
    """Return the codings of some codes in the order of documents and places."""
    return _codings(
        connection.run(
            f"{_CODING} JOIN document AS d ON d.id = s.document_id WHERE c.code_id IN"
            f' ({LISTED}) ORDER BY d.position, d.id, s.start, s."end", c.id',
            ids_json(code_ids),
        )
    )


def all_codings(connection: Connection) -> list[Coding]:
    """Return every coding in the order of documents and places."""
    return _codings(
        connection.run(
            f"{_CODING} JOIN document AS d ON d.id = s.document_id"
            ' ORDER BY d.position, d.id, s.start, s."end", c.id'
        )
    )


def codings(connection: Connection, ids: Iterable[int]) -> list[Coding]:
    """Return codings by id; ids that no longer exist are left out."""
    found: list[Coding] = []
    for part in slices(ids):
        found += _codings(connection.run(f"{_CODING} WHERE c.id IN ({places(part)})", part))
    return found


def codings_among(connection: Connection, ids: Iterable[int], document_id: int) -> list[Coding]:
    """Return those codings among the ids that lie in a document."""
    found: list[Coding] = []
    for part in slices(ids):
        found += _codings(
            connection.run(
                # The plus: or SQLite reads all codings of the document for each of the slices.
                f"{_CODING} WHERE c.id IN ({places(part)}) AND +s.document_id = ?",
                (*part, document_id),
            )
        )
    return found


def coding_id(connection: Connection, selection: int, code_id: int, coder_id: int) -> int | None:
    """Return the coding of this passage, code and coder, None where there is none."""
    return connection.run(
        "SELECT id FROM coding WHERE selection_id = ? AND code_id = ? AND coder_id = ?",
        (selection, code_id, coder_id),
    ).number()


def coding_keys(
    connection: Connection, selection_ids: Iterable[int]
) -> dict[tuple[int, int, int], int]:
    """Return ``(selection id, code id, coder id)`` → coding id of every coding on some passages."""
    found: dict[tuple[int, int, int], int] = {}
    for part in slices(selection_ids):
        for selection, code, coder, coding in connection.run(
            "SELECT selection_id, code_id, coder_id, id FROM coding WHERE selection_id IN"
            f" ({places(part)})",
            part,
        ):
            found[selection, code, coder] = coding
    return found


# ---------------------------------------------------------------------- passages


def selection_id(connection: Connection, document_id: int, start: int, end: int) -> int | None:
    """Return the passage with exactly this span, None where there is none."""
    return connection.run(
        'SELECT id FROM selection WHERE document_id = ? AND start = ? AND "end" = ?',
        (document_id, start, end),
    ).number()


def passages_by_span(
    connection: Connection, document_ids: Iterable[int]
) -> dict[tuple[int, int, int], int]:
    """Return ``(document id, start, end)`` → selection id for all passages of some documents."""
    found: dict[tuple[int, int, int], int] = {}
    for part in slices(document_ids):
        for selection, document, start, end in connection.run(
            'SELECT id, document_id, start, "end" FROM selection WHERE document_id IN'
            f" ({places(part)})",
            part,
        ):
            found[document, start, end] = selection
    return found


def passage_places(
    connection: Connection, document_ids: Iterable[int] | None = None
) -> dict[int, int]:
    """Return selection id → its place (from 1) among the coded passages of its document."""
    query = (
        "SELECT document_id, id FROM selection"
        " WHERE EXISTS (SELECT 1 FROM coding WHERE selection_id = selection.id)"
    )
    order = 'ORDER BY document_id, start, "end"'
    rows = (
        connection.run(f"{query} {order}")
        if document_ids is None
        else connection.run(
            f"{query} AND document_id IN ({LISTED}) {order}", ids_json(document_ids)
        )
    )
    found: dict[int, int] = {}
    for _, run in groupby(rows, key=itemgetter(0)):
        found.update((row[1], place) for place, row in enumerate(run, 1))
    return found


def bare_selections(connection: Connection, ids: Iterable[int]) -> list[int]:
    """Return those of the given passages that nothing rests on: no coding, no memo, no relation."""
    bare: list[int] = []
    for part in slices(ids):
        bare += connection.run(
            f"SELECT s.id FROM selection AS s WHERE s.id IN ({places(part)})"
            " AND NOT EXISTS (SELECT 1 FROM coding WHERE selection_id = s.id)"
            " AND NOT EXISTS (SELECT 1 FROM memo_link WHERE selection_id = s.id)"
            " AND NOT EXISTS (SELECT 1 FROM relation_passage WHERE selection_id = s.id)",
            part,
        ).column()
    return bare


# ---------------------------------------------------------------------- passages read side by side


def codings_by_document(connection: Connection, code_ids: Iterable[int]) -> list[int]:
    """Return the ids of some codes' codings, document after document."""
    return connection.run(
        "SELECT c.id FROM coding AS c JOIN selection AS s ON s.id ="
        f" c.selection_id WHERE c.code_id IN ({LISTED}) ORDER BY s.document_id, c.id",
        ids_json(code_ids),
    ).column()


def coding_ids(connection: Connection, code_ids: Iterable[int]) -> list[int]:
    """Return the ids of some codes' codings, in no order."""
    return connection.run(
        f"SELECT id FROM coding WHERE code_id IN ({LISTED})", ids_json(code_ids)
    ).column()


def quotation(connection: Connection, document_id: int, start: int, end: int) -> str | None:
    """Return ``[start, end)`` of a document's text without decoding all of it.

    None where SQLite cannot tell: it ends a text at a NUL.
    """
    found = connection.run(
        "SELECT substr(t.body, ?, ?) FROM document AS d JOIN document_text AS t ON t.id = d.text_id"
        " WHERE d.id = ?",
        (start + 1, end - start, document_id),
    ).text()
    return found if found is not None and len(found) == end - start else None


def coded_places(connection: Connection, document_ids: Iterable[int]) -> dict[int, list[int]]:
    """Return document id → its coded passages in text order, each once, as ``start << 32 | end``.

    One number a passage: ten thousand of them are read in a third of the time that pairs take.
    Documents without any are left out.
    """
    rows = connection.run(
        'SELECT document_id, json_group_array(start << 32 | "end") FROM selection'
        f" WHERE document_id IN ({LISTED})"
        " AND EXISTS (SELECT 1 FROM coding WHERE selection_id = selection.id)"
        " GROUP BY document_id",
        ids_json(document_ids),
    )
    # They come in the order of the index; that is not promised, and sorting what is sorted is free.
    return {document: sorted(json.loads(listed)) for document, listed in rows}


def codings_across(
    connection: Connection, document_id: int, start: int, end: int
) -> list[tuple[int, int, str, int, int]]:
    """Return ``(coding id, code id, coder, start, end)`` of codings that share a character.

    They come in text order, those of one passage in the order in which they were made.
    """
    return [
        (row[0], row[1], row[2], row[3], row[4])
        for row in connection.run(
            'SELECT c.id, c.code_id, k.name, s.start, s."end" FROM selection AS s'
            " JOIN coding AS c ON c.selection_id = s.id JOIN coder AS k ON k.id = c.coder_id"
            ' WHERE s.document_id = ? AND s.start < ? AND s."end" > ?'
            ' ORDER BY s.start, s."end", c.id',
            (document_id, end, start),
        )
    ]


def stops(
    connection: Connection, code_ids: Iterable[int]
) -> list[tuple[int, int, int, int, int, int]]:
    """Return the distinct passages of some codes in the order of documents and places.

    Each is ``(document's position, document id, start, end, coding id, code id)``; where several
    codings lie on the passage, the first made is named.
    """
    return [
        (row[0], row[1], row[2], row[3], row[4], row[5])
        for row in connection.run(
            'SELECT d.position, d.id, s.start, s."end", min(c.id), c.code_id FROM coding AS c'
            " JOIN selection AS s ON s.id = c.selection_id JOIN document AS d ON d.id ="
            f" s.document_id WHERE c.code_id IN ({LISTED}) GROUP BY s.id"
            ' ORDER BY d.position, d.id, s.start, s."end"',
            ids_json(code_ids),
        )
    ]


def document_facts(
    connection: Connection, ids: Iterable[int]
) -> list[tuple[int, int, str, str, int | None]]:
    """Return ``(id, position, name, label, group id)`` of some documents, counting nothing."""
    return [
        (row[0], row[1], row[2], row[3], row[4])
        for row in connection.run(
            f"SELECT id, position, name, label, group_id FROM document WHERE id IN ({LISTED})",
            ids_json(ids),
        )
    ]


# ---------------------------------------------------------------------- how often codes occur


def coded_passages(connection: Connection) -> int:
    """Return the number of distinct passages that carry at least one coding."""
    return int(connection.run("SELECT count(DISTINCT selection_id) FROM coding").value())


def own_passages(connection: Connection) -> dict[int, int]:
    """Return code id → number of distinct passages coded with it, whoever coded them."""
    if connection.limit is not None:  # by code, each row would be looked up where it stands
        return pairs(
            connection.run(
                "SELECT code_id, count(*) FROM (SELECT DISTINCT selection_id, code_id FROM coding)"
                " GROUP BY code_id"
            )
        )
    return pairs(
        connection.run("SELECT code_id, count(DISTINCT selection_id) FROM coding GROUP BY code_id")
    )


def shared_passages(connection: Connection) -> list[list[int]]:
    """Return, for each passage with several codes, those codes (each once)."""
    return [
        sorted({int(code_id) for code_id in listed.split(",")})
        for (listed,) in connection.run(
            "SELECT group_concat(code_id) FROM coding WHERE selection_id IN (SELECT selection_id"
            " FROM coding GROUP BY selection_id HAVING count(*) > 1) GROUP BY selection_id"
        )
    ]


def code_documents(connection: Connection) -> list[tuple[int, int]]:
    """Return the distinct pairs ``(code id, document id)`` in which a code occurs."""
    return [
        (code_id, document_id)
        for code_id, document_id in connection.run(
            "SELECT DISTINCT c.code_id, s.document_id FROM selection AS s"
            " CROSS JOIN coding AS c ON c.selection_id = s.id"
        )
    ]


def code_figures(connection: Connection, code_id: int) -> tuple[int, int, int]:
    """Return how often a code occurs: distinct passages and documents of its subtree, own passages.

    All are 0 for a code that does not exist.
    """
    row = connection.run(
        "WITH RECURSIVE below(id) AS (SELECT :code UNION SELECT code.id FROM code"
        " JOIN below ON code.parent_id = below.id)"
        " SELECT count(DISTINCT s.id), count(DISTINCT s.document_id),"
        " count(DISTINCT s.id) FILTER (WHERE c.code_id = :code)"
        " FROM below CROSS JOIN coding AS c ON c.code_id = below.id"
        " CROSS JOIN selection AS s ON s.id = c.selection_id",
        {"code": code_id},
    ).one()
    return row[0], row[1], row[2]


def coder_codings(connection: Connection) -> dict[int, int]:
    """Return coder id → number of their codings."""
    return pairs(connection.run("SELECT coder_id, count(*) FROM coding GROUP BY coder_id"))


def coding_counts(connection: Connection) -> dict[int, int]:
    """Return code id → number of its codings (a passage counts once for each coder)."""
    return pairs(connection.run("SELECT code_id, count(*) FROM coding GROUP BY code_id"))
