"""Looks a project file over: SQLite's own checks, the schema, and what no constraint can see."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.store import schema
from qcode.store.connection import Connection
from qcode.store.triggers import rank_sql

MOST = 20  # findings of one kind that are spelled out


def findings(connection: Connection) -> list[Message]:
    """Return what is wrong with the file, in order of gravity; empty when it is sound.

    Reads everything, so it takes seconds on a large project. Findings are sentences.
    """
    raw = connection.raw
    execute = raw.execute
    found = list(_sqlite(execute))
    if found:
        return found  # what SQLite itself cannot read need not be looked at further
    return [*_schema(raw), *_values(raw), *_texts(execute), *_rows(execute), *_journal(execute)]


def _sqlite(execute: Callable[[str], Any]) -> Iterator[Message]:
    for (line,) in execute(f"PRAGMA integrity_check({MOST})"):
        if line != "ok":
            yield Message(
                QT_TRANSLATE_NOOP("core", "The file itself is damaged: {detail}"), {"detail": line}
            )
    for table, row, parent, _ in execute("PRAGMA foreign_key_check").fetchmany(MOST):
        yield Message(
            QT_TRANSLATE_NOOP("core", "Row {row} of {table} points to a missing row of {parent}."),
            {"row": row or 0, "table": table, "parent": parent},
        )


def _schema(raw: Any) -> Iterator[Message]:
    sentences = {
        "missing": QT_TRANSLATE_NOOP("core", "The schema lacks {name}."),
        "changed": QT_TRANSLATE_NOOP("core", "{name} in the schema is not as qcode made it."),
        "unknown": QT_TRANSLATE_NOOP("core", "The schema has {name}, which qcode did not make."),
    }
    (version,) = raw.execute("PRAGMA user_version").fetchone()
    if version != schema.VERSION:
        return  # another version is compared when it is opened for writing
    for name, what in schema.differences(raw):
        yield Message(sentences[what], {"name": name})


def _values(raw: Any) -> Iterator[Message]:
    """Look for values of another type than their column's, and rows that break a CHECK.

    On a file that is only read SQLite does not know the CHECKs, so that its ``integrity_check``
    passes them over.
    """
    from sqlalchemy import CheckConstraint

    from qcode.model.tables import JOURNALED, table_of

    there = {row[0] for row in raw.execute("SELECT name FROM main.sqlite_master")}
    for table in map(table_of, JOURNALED):
        if table.name not in there:  # of a later schema than the file's
            continue
        wrong = [
            f'typeof("{column.name}") NOT IN'
            f" ('{'integer' if column.type.python_type is int else 'text'}', 'null')"
            for column in table.columns
        ]
        wrong += [
            f"NOT ({one.sqltext})" for one in table.constraints if isinstance(one, CheckConstraint)
        ]
        query = f'SELECT 1 FROM main."{table.name}" WHERE {" OR ".join(wrong)} LIMIT 1'
        if raw.execute(query).fetchone() is not None:
            yield Message(
                QT_TRANSLATE_NOOP("core", "The table {table} holds what qcode did not write."),
                {"table": table.name},
            )


def _texts(execute: Callable[[str], Any]) -> Iterator[Message]:
    for text_id, sha256, body in execute("SELECT id, sha256, body FROM document_text"):
        if hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest() != sha256:
            yield Message(
                QT_TRANSLATE_NOOP("core", "The text with number {row} was altered."),
                {"row": text_id},
            )
    for row, sha256, body in execute("SELECT id, sha256, body FROM codebook_snapshot"):
        if hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest() != sha256:
            yield Message(
                QT_TRANSLATE_NOOP("core", "The codebook kept under number {row} was altered."),
                {"row": row},
            )
    for name, said, real in execute(
        "SELECT d.name, d.characters, length(t.body) FROM document AS d"
        " JOIN document_text AS t ON t.id = d.text_id WHERE d.characters <> length(t.body)"
    ):
        yield Message(
            QT_TRANSLATE_NOOP(
                "core", "The document {name} should have {said} characters but has {real}."
            ),
            {"name": name, "said": said, "real": real},
        )


_RULES: tuple[tuple[str, str], ...] = (
    (
        "SELECT s.id FROM selection AS s JOIN document AS d ON d.id = s.document_id"
        ' WHERE s.start < 0 OR s."end" <= s.start OR s."end" > d.characters',
        QT_TRANSLATE_NOOP("core", "Passage {row} lies outside its document."),
    ),
    (
        "SELECT s.id FROM selection AS s WHERE NOT EXISTS (SELECT 1 FROM coding WHERE"
        " selection_id = s.id) AND NOT EXISTS (SELECT 1 FROM memo_link WHERE selection_id = s.id)"
        " AND NOT EXISTS (SELECT 1 FROM relation_passage WHERE selection_id = s.id)",
        QT_TRANSLATE_NOOP("core", "Passage {row} has neither code nor memo."),
    ),
    (
        "WITH RECURSIVE up(id, top) AS (SELECT id, parent_id FROM code WHERE parent_id IS NOT NULL"
        " UNION SELECT up.id, code.parent_id FROM up JOIN code ON code.id = up.top"
        " WHERE code.parent_id IS NOT NULL) SELECT code.name FROM up JOIN code ON code.id = up.id"
        " WHERE up.id = up.top",
        QT_TRANSLATE_NOOP("core", "The code {row} is below itself."),
    ),
    (
        "SELECT code.name FROM code JOIN code AS p ON p.id = code.parent_id"
        f" WHERE {rank_sql('p.kind')} < {rank_sql('code.kind')}",
        QT_TRANSLATE_NOOP("core", "The code {row} is under a code of a lower kind."),
    ),
)


def _rows(execute: Callable[[str], Any]) -> Iterator[Message]:
    for query, sentence in _RULES:
        for (row,) in execute(query).fetchmany(MOST):
            yield Message(sentence, {"row": str(row)})
    (projects,) = execute("SELECT count(*) FROM project").fetchone()
    if projects != 1:
        yield Message(QT_TRANSLATE_NOOP("core", "The project has no name and number of its own."))


def _journal(execute: Callable[[str], Any]) -> Iterator[Message]:
    (open_step,) = execute("SELECT step_id FROM journal").fetchone() or (None,)
    if open_step is not None:
        yield Message(
            QT_TRANSLATE_NOOP("core", "Step {row} of the history was never finished."),
            {"row": open_step},
        )
    for (row,) in execute(
        "SELECT DISTINCT step_id FROM change WHERE step_id NOT IN (SELECT id FROM step)"
    ).fetchmany(MOST):
        yield Message(QT_TRANSLATE_NOOP("core", "The history lacks step {row}."), {"row": row})
    for (row,) in execute(
        "SELECT id FROM step WHERE state IN ('done', 'undone') AND kind = 'do' AND NOT EXISTS"
        " (SELECT 1 FROM step AS s JOIN change AS c ON c.id BETWEEN s.first_change AND"
        " s.last_change AND c.step_id = s.id WHERE s.id = coalesce(step.images, step.id))"
    ).fetchmany(MOST):
        yield Message(
            QT_TRANSLATE_NOOP("core", "Step {row} of the history has lost what it changed."),
            {"row": row},
        )
    for tbl, row in execute(
        "SELECT tbl, id FROM change WHERE image IS NOT NULL AND NOT json_valid(image)"
    ).fetchmany(MOST):
        yield Message(
            QT_TRANSLATE_NOOP("core", "Entry {row} of the history ({table}) cannot be read."),
            {"row": row, "table": tbl},
        )
