"""Questions to a project: each takes a connection and returns records or plain rows.

Every question that a list asks is answered by one statement over an index; none reads texts that
are not shown.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from qcode.model.agreement_enums import CoderRole
from qcode.model.enums import CodeKind, MemoKind, WorkStatus
from qcode.model.records import (
    Code,
    Coder,
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


LISTED = "SELECT value FROM json_each(?)"  # the ids of ``ids_json``, however many they are


def ids_json(ids: Iterable[int]) -> tuple[str]:
    """Return the value for ``LISTED``: one statement, so one order, over any number of ids."""
    return (str(sorted(set(ids))),)  # Python writes a list of integers as JSON does


def pairs(rows: Any) -> dict[Any, Any]:
    """Return first column → second column."""
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
    rows = connection.run(
        "SELECT k.id, k.guid, k.name, k.color, p.role, p.of_id FROM coder AS k"
        " LEFT JOIN coder_part AS p ON p.coder_id = k.id ORDER BY k.id"
    )
    return [
        Coder(row[0], row[1], row[2], row[3], CoderRole(row[4]) if row[4] else None, row[5])
        for row in rows
    ]


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
    return pairs(connection.run("SELECT kind, count(*) FROM code GROUP BY 1"))


# ---------------------------------------------------------------------- documents


def groups(connection: Connection) -> list[Group]:
    """Return the groups of documents in their order."""
    return [
        Group(*row)
        for row in connection.run(
            "SELECT id, guid, name, position FROM document_group ORDER BY position, id"
        )
    ]


def documents(
    connection: Connection, ids: Iterable[int] | None = None, *, counts: bool = True
) -> list[Document]:
    """Return documents in their order, all or those with the given ids.

    Without ``counts`` their passages and codings are not counted but 0.
    """
    if ids is None:
        wanted: tuple[str, ...] = ()
        rows = connection.run(f"{_DOCUMENT} ORDER BY position, id")
        within = ""
    else:
        wanted = ids_json(ids)
        rows = connection.run(f"{_DOCUMENT} WHERE id IN ({LISTED}) ORDER BY position, id", wanted)
        within = f" WHERE s.document_id IN ({LISTED})"
    counted: dict[int, tuple[int, int]] = {}
    if counts:
        for document, spans, codes in connection.run(
            f"{_COUNTS}{within} GROUP BY s.document_id", wanted
        ):
            counted[document] = spans, codes
    return [Document(*(*row, *counted.get(row[0], (0, 0)))) for row in rows]


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
            f"SELECT id, name, label FROM document WHERE id IN ({LISTED})", ids_json(ids)
        )
    }


def document_size(connection: Connection, document_id: int) -> tuple[str, int, int] | None:
    """Return a document's name, its length in code points and the id of its stored text.

    None when there is no such document.
    """
    row = connection.run(
        "SELECT name, characters, text_id FROM document WHERE id = ?", (document_id,)
    ).first()
    return None if row is None else (row[0], row[1], row[2])


def text_id(connection: Connection, document_id: int) -> int | None:
    """Return the id of a document's stored text, None when there is no such document."""
    return connection.run("SELECT text_id FROM document WHERE id = ?", (document_id,)).number()


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
    return pairs(
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


def code_rows(connection: Connection, ids: Iterable[int] | None = None) -> list[tuple[Any, ...]]:
    """Return the stored fields of ``Code``, ordered among siblings: of all codes, or of some."""
    if ids is None:
        return connection.run(f"{_CODE} ORDER BY position, id").all()
    wanted = ids_json(ids)
    return connection.run(f"{_CODE} WHERE id IN ({LISTED}) ORDER BY position, id", wanted).all()


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


def code_name(connection: Connection, code_id: int) -> str | None:
    """Return a code's name, None where there is no such code."""
    return connection.run("SELECT name FROM code WHERE id = ?", (code_id,)).text()


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
    return pairs(
        connection.run("SELECT color, count(*) FROM code WHERE parent_id IS NULL GROUP BY 1")
    )


def next_id(connection: Connection, table: str) -> int:
    """Return the id that the next row of an AUTOINCREMENT table will get."""
    last = connection.run("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).value()
    return int(last or 0) + 1


# ---------------------------------------------------------------------- memos and work


def memos(connection: Connection, ids: Iterable[int] | None = None) -> list[MemoRecord]:
    """Return memos, newest first: all, or those with the given ids."""
    wanted = () if ids is None else ids_json(ids)
    of_these = "" if ids is None else f" WHERE memo_id IN ({LISTED})"
    links: dict[int, tuple[list[int], ...]] = {}
    for first, statement in (
        (0, f"SELECT memo_id, document_id, code_id, selection_id FROM memo_link{of_these}"),
        (3, f"SELECT memo_id, relation_id, paradigm_id FROM memo_model_link{of_these}"),
    ):
        for memo_id, *targets in connection.run(f"{statement} ORDER BY id", wanted):
            kept = links.setdefault(memo_id, ([], [], [], [], []))
            for place, target in enumerate(targets, first):
                if target is not None:
                    kept[place].append(target)
    found = []
    for row in connection.run(
        "SELECT m.id, m.guid, m.kind, m.title, m.body, k.name, m.created, m.modified FROM memo AS m"
        " JOIN coder AS k ON k.id = m.coder_id"
        f"{'' if ids is None else f' WHERE m.id IN ({LISTED})'}"
        " ORDER BY m.modified DESC, m.id DESC",
        wanted,
    ):
        targets_of = links.get(row[0], ())
        found.append(
            MemoRecord(row[0], row[1], MemoKind(row[2]), *row[3:], *map(tuple, targets_of))
        )
    return found


def memo_ids_on(connection: Connection, links: str, column: str, row_id: int) -> list[int]:
    """Return the ids of the memos that ``links`` (a table) attaches to a row by ``column``."""
    return connection.run(f'SELECT memo_id FROM "{links}" WHERE "{column}" = ?', (row_id,)).column()


def bare_memo_spans(connection: Connection, document_id: int) -> dict[int, tuple[int, int]]:
    """Return passages of a document with a memo and no coding, in text order: id → start, end."""
    return {
        row[0]: (row[1], row[2])
        for row in connection.run(
            # From the links, which are fewer than the passages of a long document.
            'SELECT s.id, s.start, s."end" FROM (SELECT DISTINCT selection_id AS id FROM memo_link'
            " WHERE selection_id IS NOT NULL) AS l CROSS JOIN selection AS s ON s.id = l.id"
            " WHERE s.document_id = ?"
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
