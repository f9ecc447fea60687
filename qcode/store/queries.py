"""Questions to a project: each takes a connection and returns records or plain rows.

Every question that a list asks is answered by one statement over an index; none reads texts that
are not shown.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from qcode.model.enums import CodeKind, MemoKind, WorkStatus
from qcode.model.records import (
    Code,
    Coder,
    Coding,
    Document,
    Group,
    MemoRecord,
    Variable,
    WorkRecord,
)
from qcode.store.connection import Connection

SLICE = 500  # ids in one statement; well below SQLite's limit on parameters


def slices(ids: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Yield sorted distinct ids in portions that fit one statement."""
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), SLICE):
        yield tuple(wanted[start : start + SLICE])


def places(values: Sequence[Any]) -> str:
    """Return ``?, ?, …`` for the values of an IN list."""
    return ", ".join("?" * len(values))


_LISTED = "SELECT value FROM json_each(?)"  # the ids of ``ids_json``, however many they are


def ids_json(ids: Iterable[int]) -> tuple[str]:
    """Return the value for ``_LISTED``: one statement, so one order, over any number of ids."""
    return (json.dumps(sorted(set(ids))),)


def _pairs(rows: Any) -> dict[Any, Any]:
    return {row[0]: row[1] for row in rows}


# ---------------------------------------------------------------------- project


def project_row(connection: Connection) -> tuple[str, str, str]:
    """Return GUID, name and time of creation of the project."""
    row = connection.run("SELECT guid, name, created FROM project").first()
    if row is None:
        # What the engine says of a file that cannot be read; named and explained like that.
        raise sqlite3.DatabaseError("malformed: the project has no row of its own")
    return row[0], row[1], row[2]


def setting(connection: Connection, key: str) -> str | None:
    """Return a setting of the project, None where it was never set."""
    return connection.run("SELECT value FROM setting WHERE key = ?", (key,)).text()


def local(connection: Connection, key: str) -> str | None:
    """Return something this copy remembers, None where it does not."""
    return connection.run("SELECT value FROM local_state WHERE key = ?", (key,)).text()


def coders(connection: Connection) -> list[Coder]:
    """Return all coders in the order in which they came."""
    return [Coder(*row) for row in connection.run("SELECT id, guid, name FROM coder ORDER BY id")]


def totals(connection: Connection) -> dict[str, int]:
    """Return the counts that ``info`` prints: documents, characters, codings, memos, schema."""
    row = connection.run(
        "SELECT (SELECT count(*) FROM document), (SELECT coalesce(sum(characters), 0) FROM"
        " document), (SELECT count(*) FROM coding), (SELECT count(*) FROM memo)"
    ).one()
    (version,) = connection.run("PRAGMA user_version").one()
    names = ("documents", "characters", "codings", "memos")
    return dict(zip(names, row, strict=True)) | {"schema": version}


def kinds(connection: Connection) -> dict[str, int]:
    """Return how many codes there are of each kind that occurs."""
    return _pairs(connection.run("SELECT kind, count(*) FROM code GROUP BY 1"))


# ---------------------------------------------------------------------- documents


def groups(connection: Connection) -> list[Group]:
    """Return the groups of documents in their order."""
    return [
        Group(*row)
        for row in connection.run(
            "SELECT id, guid, name, position FROM document_group ORDER BY position, id"
        )
    ]


def documents(connection: Connection, ids: Iterable[int] | None = None) -> list[Document]:
    """Return documents in their order, all or those with the given ids."""
    if ids is None:
        passages: dict[int, int] = {}
        codings: dict[int, int] = {}
        for document, spans, codes in connection.run(f"{_COUNTS} GROUP BY s.document_id"):
            passages[document], codings[document] = spans, codes
        return [
            Document(*(*row, passages.get(row[0], 0), codings.get(row[0], 0)))
            for row in connection.run(f"{_DOCUMENT} ORDER BY position, id")
        ]
    wanted = ids_json(ids)
    counted = {
        row[0]: row[1:]
        for row in connection.run(
            f"{_COUNTS} WHERE s.document_id IN ({_LISTED}) GROUP BY s.document_id", wanted
        )
    }
    return [
        Document(*row, *counted.get(row[0], (0, 0)))
        for row in connection.run(
            f"{_DOCUMENT} WHERE id IN ({_LISTED}) ORDER BY position, id", wanted
        )
    ]


_DOCUMENT = "SELECT id, guid, name, label, group_id, characters, position, source FROM document"

# CROSS JOIN keeps the order: passages come by document from their index, so nothing is sorted.
_COUNTS = (
    "SELECT s.document_id, count(DISTINCT s.id), count(*) FROM selection AS s"
    " CROSS JOIN coding AS c ON c.selection_id = s.id"
)


def document_order(connection: Connection) -> list[tuple[int, int]]:
    """Return ``(document id, position)`` of every document in their order."""
    return [
        (row[0], row[1])
        for row in connection.run("SELECT id, position FROM document ORDER BY position, id")
    ]


def document_by_guid(connection: Connection, guid: str) -> int | None:
    """Return the document with this GUID, None where there is none."""
    return connection.run("SELECT id FROM document WHERE guid = ?", (guid,)).number()


def document_names(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Return document id → its name and its label."""
    return {
        row[0]: (row[1], row[2])
        for row in connection.run(
            f"SELECT id, name, label FROM document WHERE id IN ({_LISTED})", ids_json(ids)
        )
    }


def document_size(connection: Connection, document_id: int) -> tuple[str, int] | None:
    """Return a document's name and its length in code points, None when there is none."""
    row = connection.run(
        "SELECT name, characters FROM document WHERE id = ?", (document_id,)
    ).first()
    return None if row is None else (row[0], row[1])


def existing(connection: Connection, table: str, ids: Iterable[int]) -> set[int]:
    """Return those of the ids that ``table`` has."""
    found: set[int] = set()
    for part in slices(ids):
        found.update(
            connection.run(f'SELECT id FROM "{table}" WHERE id IN ({places(part)})', part).column()
        )
    return found


def text(connection: Connection, document_id: int) -> str | None:
    """Return a document's stored text, None when there is no such document."""
    return connection.run(
        "SELECT t.body FROM document AS d JOIN document_text AS t ON t.id = d.text_id"
        " WHERE d.id = ?",
        (document_id,),
    ).text()


def texts(connection: Connection, document_ids: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield ``(document id, text)`` one document at a time."""
    for document_id in sorted(set(document_ids)):
        body = text(connection, document_id)
        if body is not None:
            yield document_id, body


def variables(connection: Connection) -> list[Variable]:
    """Return the variables in their order."""
    return [
        Variable(*row)
        for row in connection.run("SELECT id, guid, name FROM variable ORDER BY position, id")
    ]


def values(
    connection: Connection, document_ids: Iterable[int] | None = None
) -> dict[int, dict[str, str]]:
    """Return document id → variable name → value, in the order of the variables."""
    query = (
        "SELECT vv.document_id, v.name, vv.value FROM variable_value AS vv"
        " JOIN variable AS v ON v.id = vv.variable_id"
    )
    found: dict[int, dict[str, str]] = {}
    if document_ids is None:
        for document, name, value in connection.run(
            f"{query} ORDER BY vv.document_id, v.position, v.id"
        ):
            found.setdefault(document, {})[name] = value
        return found
    for part in slices(document_ids):
        for document, name, value in connection.run(
            f"{query} WHERE vv.document_id IN ({places(part)})"
            " ORDER BY vv.document_id, v.position, v.id",
            part,
        ):
            found.setdefault(document, {})[name] = value
    return found


def values_of(connection: Connection, names: Sequence[str]) -> dict[int, dict[str, str]]:
    """Return document id → name → value for a few variables over all documents."""
    found: dict[int, dict[str, str]] = {}
    for document, name, value in connection.run(
        "SELECT vv.document_id, v.name, vv.value FROM variable AS v JOIN variable_value AS vv"
        f" ON vv.variable_id = v.id WHERE v.name IN ({places(names)})",
        tuple(names),
    ):
        found.setdefault(document, {})[name] = value
    return found


def text_ids(connection: Connection, hashes: Sequence[str]) -> dict[str, int]:
    """Return sha256 → id of stored texts; at most a few hundred at once."""
    return _pairs(
        connection.run(
            f"SELECT sha256, id FROM document_text WHERE sha256 IN ({places(hashes)})",
            tuple(hashes),
        )
    )


def text_hashes(connection: Connection) -> list[tuple[int, str, str]]:
    """Return ``(document id, name, sha256 of the text)`` of every document."""
    return [
        (row[0], row[1], row[2])
        for row in connection.run(
            "SELECT d.id, d.name, t.sha256 FROM document AS d"
            " JOIN document_text AS t ON t.id = d.text_id ORDER BY d.position, d.id"
        )
    ]


# ---------------------------------------------------------------------- codes

_CODE = (
    "SELECT id, guid, name, kind, parent_id, position, color, definition, use_when, not_when,"
    " typical, boundary FROM code"
)


def code_rows(connection: Connection) -> list[tuple[Any, ...]]:
    """Return the stored fields of ``Code`` for all codes, ordered among their siblings."""
    return connection.run(f"{_CODE} ORDER BY position, id").all()


def codes(connection: Connection) -> list[Code]:
    """Return all codes ordered among their siblings (not yet in tree order, no counts)."""
    return [code_of(row) for row in code_rows(connection)]


def code(connection: Connection, code_id: int) -> Code | None:
    """Return one code without counts."""
    row = connection.run(f"{_CODE} WHERE id = ?", (code_id,)).first()
    return None if row is None else code_of(row)


def code_of(
    row: Sequence[Any], depth: int = 0, number: str = "", passages: int = 0, below: int = 0
) -> Code:
    """Make the record of a row of ``code_rows`` and what only the whole tree can tell."""
    fields = [*row, depth, number, passages, below]
    fields[3] = CodeKind(fields[3])
    return Code(*fields)


def children(connection: Connection, parent_id: int | None) -> list[tuple[int, str, int]]:
    """Return ``(id, name, position)`` of the codes right under one, or of those on top."""
    return [
        (row[0], row[1], row[2])
        for row in connection.run(
            "SELECT id, name, position FROM code WHERE parent_id IS ? ORDER BY position, id",
            (parent_id,),
        )
    ]


def top_colors(connection: Connection) -> dict[str, int]:
    """Return colour → how many codes without parent have it."""
    return _pairs(
        connection.run("SELECT color, count(*) FROM code WHERE parent_id IS NULL GROUP BY 1")
    )


def own_passages(connection: Connection) -> dict[int, int]:
    """Return code id → number of distinct passages coded with it, whoever coded them."""
    return _pairs(
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


def coding_counts(connection: Connection) -> dict[int, int]:
    """Return code id → number of its codings (a passage counts once for each coder)."""
    return _pairs(connection.run("SELECT code_id, count(*) FROM coding GROUP BY code_id"))


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


def codings_of_codes(connection: Connection, code_ids: Iterable[int]) -> list[Coding]:
    """Return the codings of some codes in the order of documents and places."""
    return _codings(
        connection.run(
            f"{_CODING} JOIN document AS d ON d.id = s.document_id WHERE c.code_id IN"
            f' ({_LISTED}) ORDER BY d.position, d.id, s.start, s."end", c.id',
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
            f"{query} AND document_id IN ({_LISTED}) {order}", ids_json(document_ids)
        )
    )
    found: dict[int, int] = {}
    for _, run in groupby(rows, key=itemgetter(0)):
        found.update((row[1], place) for place, row in enumerate(run, 1))
    return found


def coded_passages(connection: Connection) -> int:
    """Return the number of distinct passages that carry at least one coding."""
    return int(connection.run("SELECT count(DISTINCT selection_id) FROM coding").value())


def selection_id(connection: Connection, document_id: int, start: int, end: int) -> int | None:
    """Return the passage with exactly this span, None where there is none."""
    return connection.run(
        'SELECT id FROM selection WHERE document_id = ? AND start = ? AND "end" = ?',
        (document_id, start, end),
    ).number()


def coding_id(connection: Connection, selection: int, code_id: int, coder_id: int) -> int | None:
    """Return the coding of this passage, code and coder, None where there is none."""
    return connection.run(
        "SELECT id FROM coding WHERE selection_id = ? AND code_id = ? AND coder_id = ?",
        (selection, code_id, coder_id),
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


def coding_keys(connection: Connection, selection_ids: Iterable[int]) -> set[tuple[int, int, int]]:
    """Return ``(selection id, code id, coder id)`` of every coding on some passages."""
    found: set[tuple[int, int, int]] = set()
    for part in slices(selection_ids):
        found.update(
            map(
                tuple,
                connection.run(
                    "SELECT selection_id, code_id, coder_id FROM coding WHERE selection_id IN"
                    f" ({places(part)})",
                    part,
                ),
            )
        )
    return found


def next_id(connection: Connection, table: str) -> int:
    """Return the id that the next row of an AUTOINCREMENT table will get."""
    last = connection.run("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).value()
    return int(last or 0) + 1


def bare_selections(connection: Connection, ids: Iterable[int]) -> list[int]:
    """Return those of the given passages that carry neither a coding nor a memo."""
    bare: list[int] = []
    for part in slices(ids):
        bare += connection.run(
            f"SELECT s.id FROM selection AS s WHERE s.id IN ({places(part)})"
            " AND NOT EXISTS (SELECT 1 FROM coding WHERE selection_id = s.id)"
            " AND NOT EXISTS (SELECT 1 FROM memo_link WHERE selection_id = s.id)",
            part,
        ).column()
    return bare


# ---------------------------------------------------------------------- memos and work


def memos(connection: Connection) -> list[MemoRecord]:
    """Return all memos, newest first."""
    links: dict[int, tuple[list[int], list[int], list[int]]] = {}
    for memo_id, *targets in connection.run(
        "SELECT memo_id, document_id, code_id, selection_id FROM memo_link ORDER BY id"
    ):
        kept = links.setdefault(memo_id, ([], [], []))
        for listed, target in zip(kept, targets, strict=True):
            if target is not None:
                listed.append(target)
    found = []
    for row in connection.run(
        "SELECT m.id, m.guid, m.kind, m.title, m.body, k.name, m.created, m.modified FROM memo AS m"
        " JOIN coder AS k ON k.id = m.coder_id ORDER BY m.modified DESC, m.id DESC"
    ):
        targets_of = links.get(row[0], ([], [], []))
        found.append(
            MemoRecord(row[0], row[1], MemoKind(row[2]), *row[3:], *map(tuple, targets_of))
        )
    return found


def bare_memo_spans(connection: Connection, document_id: int) -> dict[int, tuple[int, int]]:
    """Return passages of a document with a memo and no coding, in text order: id → start, end."""
    return {
        row[0]: (row[1], row[2])
        for row in connection.run(
            'SELECT s.id, s.start, s."end" FROM selection AS s WHERE s.document_id = ?'
            " AND EXISTS (SELECT 1 FROM memo_link WHERE selection_id = s.id)"
            " AND NOT EXISTS (SELECT 1 FROM coding WHERE selection_id = s.id)"
            ' ORDER BY s.start, s."end"',
            (document_id,),
        )
    }


def work(connection: Connection) -> list[WorkRecord]:
    """Return every status that was set, by document and coder."""
    return [
        WorkRecord(row[0], row[1], row[2], WorkStatus(row[3]))
        for row in connection.run(
            "SELECT d.id, d.name, k.name, w.status FROM work AS w JOIN document AS d ON d.id ="
            " w.document_id JOIN coder AS k ON k.id = w.coder_id ORDER BY d.position, d.id, k.id"
        )
    ]
