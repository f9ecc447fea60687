"""What a coder sees of a project that is coded blind.

While the project's setting ``blind`` is on, the codings of other coders, and their memos on a
document or on a passage of it, are seen only in documents that the one who looks has set to
finished. Their places of passages on dimensions are hidden like codings. Relations are shared, but
a passage that stands for one does not show while it carries codings that are all hidden: it would
tell that somebody coded there. What was decided about a document in company is hidden like codings,
and rounds of comparing until all is finished. Who codes a second time does not see the first time
either, whatever the project's setting. The rule is kept below every question: on a reading
connection temporary views named like the tables stand before them (SQLite looks for temporary names
first), so that no statement can forget it. The writer has no such views: what is done to a code is
done to all its codings.
"""

from __future__ import annotations

import json
import sqlite3

from qcode.model.agreement_enums import CoderRole
from qcode.model.enums import WorkStatus
from qcode.store.connection import Connection

BLIND = "blind"  # key of the setting
ON, OFF = "1", "0"  # its values
AGAIN = CoderRole.AGAIN.value
NOBODY = 0  # stands for a coder who has no row yet: ids begin with 1

# The documents are few and found once for a statement; whose coding it is costs nothing, so most
# rows are decided without looking further.
_FINISHED = (
    "(SELECT document_id FROM main.work WHERE coder_id = {me}"
    f" AND status = '{WorkStatus.FINISHED.value}')"
)
_VIEWS = {  # a view comes after those that it looks into
    "coding": "SELECT c.* FROM main.coding AS c WHERE c.coder_id = {me} OR"
    " (SELECT s.document_id FROM main.selection AS s WHERE s.id = c.selection_id)"
    f" IN {_FINISHED}",
    # A memo on codes, on the model or on the project is shared, as the codebook is.
    "memo": "SELECT m.* FROM main.memo AS m WHERE m.coder_id = {me} OR NOT EXISTS"
    " (SELECT 1 FROM main.memo_link AS l LEFT JOIN main.selection AS s ON s.id = l.selection_id"
    " WHERE l.memo_id = m.id AND coalesce(l.document_id, s.document_id) IS NOT NULL"
    f" AND coalesce(l.document_id, s.document_id) NOT IN {_FINISHED})",
    "memo_link": "SELECT l.* FROM main.memo_link AS l"
    " WHERE EXISTS (SELECT 1 FROM temp.memo AS m WHERE m.id = l.memo_id)",
    "memo_model_link": "SELECT l.* FROM main.memo_model_link AS l"
    " WHERE EXISTS (SELECT 1 FROM temp.memo AS m WHERE m.id = l.memo_id)",
    "property_place": "SELECT p.* FROM main.property_place AS p"
    " WHERE p.coder_id = {me} OR (SELECT s.document_id FROM main.selection AS s"
    f" WHERE s.id = p.selection_id) IN {_FINISHED}",
    "relation_passage": "SELECT r.* FROM main.relation_passage AS r"
    " WHERE EXISTS (SELECT 1 FROM temp.coding AS c WHERE c.selection_id = r.selection_id)"
    " OR NOT EXISTS (SELECT 1 FROM main.coding AS c WHERE c.selection_id = r.selection_id)",
    "decision": f"SELECT d.* FROM main.decision AS d WHERE d.document_id IN {_FINISHED}",
    "decision_coding": "SELECT l.* FROM main.decision_coding AS l"
    " WHERE EXISTS (SELECT 1 FROM temp.decision AS d WHERE d.id = l.decision_id)",
    "amendment": "SELECT a.* FROM main.amendment AS a"
    " WHERE EXISTS (SELECT 1 FROM temp.decision AS d WHERE d.id = a.decision_id)",
    "agreement_round": "SELECT r.* FROM main.agreement_round AS r WHERE NOT EXISTS"
    f" (SELECT 1 FROM main.document WHERE id NOT IN {_FINISHED})",
}

_LIMIT = (
    "SELECT me, EXISTS (SELECT 1 FROM coder_part WHERE coder_id = me AND role = ?2),"
    " (SELECT value FROM setting WHERE key = ?3)"
    " FROM (SELECT (SELECT id FROM main.coder WHERE name = ?1) AS me)"
)

HIDING = frozenset(_VIEWS)  # the tables of which some rows may be hidden


def is_blind(connection: Connection) -> bool:
    """Whether the project is coded blind."""
    return connection.run("SELECT value FROM setting WHERE key = ?", (BLIND,)).text() == ON


def limit_for(raw: sqlite3.Connection, viewer: str | None) -> int | None:
    """Return the coder (an id) to whose view a connection is to be limited, None for no limit.

    ``viewer`` is the name of the coder who looks, None for what must see everything.
    """
    if viewer is None:
        return None
    # Asked before every reading, and so in one statement.
    row = raw.execute(_LIMIT, (viewer, AGAIN, BLIND)).fetchone()
    me, again, blind = row
    if blind != ON and not again:
        return None
    return NOBODY if me is None else int(me)


def limit(raw: sqlite3.Connection, coder_id: int | None) -> None:
    """Let a connection, outside of any transaction, see what this coder sees; None: everything."""
    # A file of an older schema may lack a table; an empty one stands in for it.
    there = {row[0] for row in raw.execute("SELECT name FROM main.sqlite_master").fetchall()}
    names = [name for name in _VIEWS if name in there]
    for name in reversed(names):
        raw.execute(f"DROP VIEW IF EXISTS temp.{name}")
    if coder_id is not None:
        for name in names:
            raw.execute(f"CREATE TEMP VIEW {name} AS {_VIEWS[name].format(me=coder_id)}")


# ---------------------------------------------------------------------- steps

# A row that is gone cannot be placed any more: it counts as hidden.
_TOUCHED = (
    "EXISTS (SELECT 1 FROM change AS c WHERE c.id BETWEEN s.first_change AND s.last_change"
    " AND c.step_id = s.id AND CASE c.tbl"
    " WHEN 'coding' THEN NOT EXISTS (SELECT 1 FROM coding WHERE id = c.row_id)"
    " WHEN 'memo' THEN NOT EXISTS (SELECT 1 FROM memo WHERE id = c.row_id)"
    " WHEN 'memo_link' THEN NOT EXISTS (SELECT 1 FROM memo_link WHERE id = c.row_id)"
    " WHEN 'memo_model_link' THEN NOT EXISTS (SELECT 1 FROM memo_model_link WHERE id = c.row_id)"
    " WHEN 'property_place' THEN NOT EXISTS (SELECT 1 FROM property_place WHERE id = c.row_id)"
    " WHEN 'relation_passage' THEN NOT EXISTS (SELECT 1 FROM relation_passage WHERE id = c.row_id)"
    " WHEN 'decision' THEN NOT EXISTS (SELECT 1 FROM decision WHERE id = c.row_id)"
    " ELSE 0 END)"
)


def hidden_steps(connection: Connection, viewer: str) -> frozenset[int]:
    """Return the steps of other coders that touched what ``viewer`` cannot see: see the views.

    Steps that take back or redo such a step are among them, whoever made them. On a connection
    that is not limited, nothing is hidden.
    """
    if not hides(connection):
        return frozenset()
    names = _names(connection, viewer)
    hidden = connection.run(
        "SELECT s.id FROM step AS s WHERE s.kind = 'do' AND s.coder NOT IN"
        f" (SELECT value FROM json_each(?)) AND {_TOUCHED}",
        (json.dumps(names),),
    ).column()
    also = connection.run(
        "SELECT id FROM step WHERE target IN (SELECT value FROM json_each(?))",
        (json.dumps(hidden),),
    ).column()
    return frozenset((*hidden, *also))


def is_hidden(connection: Connection, viewer: str, step: int) -> bool:
    """Whether a ``do`` step is among ``hidden_steps``."""
    if not hides(connection):
        return False
    made_by = connection.run("SELECT coder FROM step WHERE id = ?", (step,)).text()
    if made_by == viewer:
        return False
    touched = connection.run(f"SELECT {_TOUCHED} FROM step AS s WHERE s.id = ?", (step,)).value()
    return bool(touched) and made_by not in _names(connection, viewer)


def hides(connection: Connection) -> bool:
    """Whether the connection is limited and there is a document that its coder has not finished."""
    if connection.limit is None:
        return False
    finished = _FINISHED.format(me=connection.limit)
    return bool(
        connection.run(f"SELECT EXISTS (SELECT 1 FROM document WHERE id NOT IN {finished})").value()
    )


def _names(connection: Connection, viewer: str) -> list[str]:
    """Return the viewer's name and those that they had before: steps keep the name of their day."""
    strange = connection.run(
        "SELECT EXISTS (SELECT 1 FROM step WHERE coder NOT IN (SELECT name FROM coder))"
    ).value()
    if not strange:
        return [viewer]
    former = connection.run(
        "SELECT json_extract(image, '$.name') FROM change WHERE tbl = 'coder' AND op = 'u'"
        " AND row_id = ?",
        (connection.limit,),
    ).column()
    return [viewer, *former]
