"""Questions about the consensus, decisions and what follows from them, amendments and rounds.

Spans are kept as JSON of one form (see ``spans_json``), so that equal spans are equal texts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, cast

from qcode.model.agreement_enums import CoderRole, DisagreementKind, Verdict
from qcode.model.records import Coder
from qcode.model.review import Disagreement, Round
from qcode.store import queries
from qcode.store.connection import Connection
from qcode.store.queries import LISTED, ids_json


class DecisionRow(NamedTuple):
    """A decision as it is kept: what about, what was decided, why, by whom (today's name)."""

    id: int
    disagreement: Disagreement
    verdict: Verdict
    reason: str
    coder: str
    created: str
    modified: str


AmendmentRow = tuple[int, int, int, str, str, str, str, str, str, str]


def spans_json(spans: Iterable[Sequence[int]]) -> str:
    """Return spans as they are kept: in order, without white space."""
    return json.dumps(sorted([start, end] for start, end in spans), separators=(",", ":"))


# ---------------------------------------------------------------------- consensus


def consensus(connection: Connection) -> Coder | None:
    """Return the coder who is the consensus, None where there is none yet."""
    found = (one for one in queries.coders(connection) if one.role is CoderRole.CONSENSUS)
    return next(found, None)


def codings_of_coder(connection: Connection, coder_id: int) -> set[tuple[int, int, int, int]]:
    """Return (document, code, start, end) of every coding of a coder."""
    return set(
        cast(
            "list[tuple[int, int, int, int]]",
            connection.run(
                'SELECT s.document_id, c.code_id, s.start, s."end" FROM coding AS c'
                " CROSS JOIN selection AS s ON s.id = c.selection_id WHERE c.coder_id = ?",
                (coder_id,),
            ).all(),
        )
    )


# ---------------------------------------------------------------------- decisions

_DECISION = (
    "SELECT d.id, d.document_id, d.kind, d.first_id, d.second_id, d.first_code_id,"
    " d.second_code_id, d.first_spans, d.second_spans, d.verdict, d.reason, k.name, d.created,"
    " d.modified FROM decision AS d JOIN coder AS k ON k.id = d.coder_id"
)


def decisions(connection: Connection, ids: Iterable[int] | None = None) -> list[DecisionRow]:
    """Return decisions in order of time: all, or those with the given ids."""
    if ids is None:
        rows = connection.run(f"{_DECISION} ORDER BY d.id").all()
    else:
        asked = f"{_DECISION} WHERE d.id IN ({LISTED}) ORDER BY d.id"
        rows = connection.run(asked, ids_json(ids)).all()
    return _decisions(rows)


def decision(connection: Connection, about: Disagreement) -> DecisionRow | None:
    """Return what was decided about a disagreement, whichever of its coders was named first."""
    for one in (about, about.turned()):
        row = connection.run(
            f"{_DECISION} WHERE d.document_id = ? AND d.first_id = ? AND d.second_id = ?"
            " AND d.first_code_id IS ? AND d.second_code_id IS ? AND d.first_spans = ?"
            " AND d.second_spans = ? ORDER BY d.id",
            (
                one.document_id,
                one.first_id,
                one.second_id,
                one.first_code_id,
                one.second_code_id,
                spans_json(one.first_spans),
                spans_json(one.second_spans),
            ),
        ).first()
        if row is not None:
            return _decisions([row])[0]
    return None


def _decisions(rows: Sequence[Sequence[Any]]) -> list[DecisionRow]:
    """Return the records of rows; the spans of all of them are read at once, which is faster."""
    first, second = (json.loads(f"[{','.join(row[column] for row in rows)}]") for column in (7, 8))
    return [
        DecisionRow(
            row[0],
            Disagreement(
                row[1],
                DisagreementKind(row[2]),
                row[3],
                row[4],
                row[5],
                row[6],
                tuple(map(tuple, mine)),
                tuple(map(tuple, theirs)),
            ),
            Verdict(row[9]),
            *row[10:],
        )
        for row, mine, theirs in zip(rows, first, second, strict=True)
    ]


def linked_codings(connection: Connection, decision_id: int) -> dict[int, tuple[int, int]]:
    """Return coding id → its passage, and how many decisions it follows from."""
    return {
        row[0]: (row[1], row[2])
        for row in connection.run(
            "SELECT c.id, c.selection_id, (SELECT count(*) FROM decision_coding"
            " WHERE coding_id = c.id) FROM decision_coding AS l CROSS JOIN coding AS c"
            " ON c.id = l.coding_id WHERE l.decision_id = ? ORDER BY c.id",
            (decision_id,),
        )
    }


def made_by_decisions(connection: Connection) -> list[tuple[int, int, int, int]]:
    """Return (decision, code, start, end) of every coding that follows from a decision."""
    return cast(
        "list[tuple[int, int, int, int]]",
        connection.run(
            'SELECT l.decision_id, c.code_id, s.start, s."end" FROM decision_coding AS l'
            " CROSS JOIN coding AS c ON c.id = l.coding_id"
            " CROSS JOIN selection AS s ON s.id = c.selection_id ORDER BY l.id"
        ).all(),
    )


def links(connection: Connection, coding_id: int) -> int:
    """Return how many decisions a coding follows from."""
    found = connection.run("SELECT count(*) FROM decision_coding WHERE coding_id = ?", (coding_id,))
    return int(found.value())


def reasons(connection: Connection, coding_id: int) -> list[str]:
    """Return the reasons of the decisions that a coding follows from, each once, in order."""
    return connection.run(
        "SELECT d.reason FROM decision_coding AS l JOIN decision AS d ON d.id = l.decision_id"
        " WHERE l.coding_id = ? AND d.reason <> '' GROUP BY d.reason ORDER BY min(d.id)",
        (coding_id,),
    ).column()


def is_amended(connection: Connection, decision_id: int) -> bool:
    """Whether a decision has led to a change of the codebook."""
    return bool(
        connection.run(
            "SELECT EXISTS (SELECT 1 FROM amendment WHERE decision_id = ?)", (decision_id,)
        ).value()
    )


def about_code(
    connection: Connection, code_id: int
) -> list[tuple[int, str, int | None, int | None]]:
    """Return (id, kind, first code, second code) of every decision about a code."""
    return cast(
        "list[tuple[int, str, int | None, int | None]]",
        connection.run(
            "SELECT id, kind, first_code_id, second_code_id FROM decision"
            " WHERE first_code_id = :code OR second_code_id = :code ORDER BY id",
            {"code": code_id},
        ).all(),
    )


def for_other_codes(connection: Connection, codes: Iterable[int]) -> list[tuple[int, str]]:
    """Return (id, reason) of the decisions for another code than were given, one of ``codes``."""
    return cast(
        "list[tuple[int, str]]",
        connection.run(
            "SELECT DISTINCT d.id, d.reason FROM coding AS c JOIN decision_coding AS l"
            " ON l.coding_id = c.id JOIN decision AS d ON d.id = l.decision_id"
            f" WHERE c.code_id IN ({LISTED}) AND d.verdict = 'other_code' ORDER BY d.id",
            ids_json(codes),
        ).all(),
    )


def twin(
    connection: Connection, decision_id: int, first: int | None, second: int | None
) -> int | None:
    """Return the decision that is about the same as another would be with other codes."""
    return connection.run(
        "SELECT t.id FROM decision AS d JOIN decision AS t ON t.document_id = d.document_id"
        " AND t.first_id = d.first_id AND t.second_id = d.second_id AND t.first_code_id IS ?"
        " AND t.second_code_id IS ? AND t.first_spans = d.first_spans"
        " AND t.second_spans = d.second_spans WHERE d.id = ? AND t.id <> d.id",
        (first, second, decision_id),
    ).number()


# ---------------------------------------------------------------------- amendments

_AMENDMENT = (
    "SELECT a.id, a.decision_id, d.document_id, a.code_guid, a.code_name, a.field, a.before,"
    " a.after, k.name, a.created FROM amendment AS a JOIN decision AS d ON d.id = a.decision_id"
    " JOIN coder AS k ON k.id = a.coder_id"
)


def amendments(
    connection: Connection, *, decision_id: int | None = None, code_guid: str | None = None
) -> list[AmendmentRow]:
    """Return amendments in order of time: all, those of a decision, or those of a code."""
    asked = {"a.decision_id": decision_id, "a.code_guid": code_guid}
    wanted = {column: value for column, value in asked.items() if value is not None}
    which = " AND ".join(f"{column} = ?" for column in wanted)
    rows = connection.run(
        f"{_AMENDMENT}{f' WHERE {which}' if wanted else ''} ORDER BY a.id", tuple(wanted.values())
    )
    return cast("list[AmendmentRow]", rows.all())


def amendment_of_step(
    connection: Connection, decision_id: int, code_guid: str, field: str
) -> tuple[int, str] | None:
    """Return id and ``before`` of the amendment that the open step has made already, else None."""
    row = connection.run(
        "SELECT a.id, a.before FROM journal AS j JOIN step AS s ON s.id = j.step_id"
        " JOIN change AS c ON c.id >= s.first_change AND c.step_id = s.id"
        " JOIN amendment AS a ON a.id = c.row_id"
        " WHERE c.tbl = 'amendment' AND c.op = 'i' AND a.decision_id = ? AND a.code_guid = ?"
        " AND a.field = ?",
        (decision_id, code_guid, field),
    ).first()
    return None if row is None else (row[0], row[1])


# ---------------------------------------------------------------------- rounds

_ROUND = (
    "SELECT r.id, r.guid, r.name, r.note, k.name, r.created, r.request, r.snapshot_id"
    " FROM agreement_round AS r JOIN coder AS k ON k.id = r.coder_id"
)


def rounds(connection: Connection) -> list[Round]:
    """Return the rounds in order of time."""
    found: list[Round] = []
    for row in connection.run(f"{_ROUND} ORDER BY r.id"):
        request = json.loads(row[6])
        coders, documents = (
            tuple(one["name"] for one in request[key]) for key in ("coders", "documents")
        )
        found.append(
            Round(row[0], row[1], row[2], row[3], row[4], row[5], coders, documents, row[7])
        )
    return found


def round_names(connection: Connection) -> dict[int, str]:
    """Return round id → its name."""
    return {row[0]: row[1] for row in connection.run("SELECT id, name FROM agreement_round")}


def round_json(connection: Connection, round_id: int) -> tuple[str, str] | None:
    """Return request and figures of a round as they are kept, None where there is none."""
    row = connection.run(
        "SELECT request, figures FROM agreement_round WHERE id = ?", (round_id,)
    ).first()
    return None if row is None else (row[0], row[1])


def ids_by_guid(connection: Connection, table: str) -> dict[str, int]:
    """Return GUID → id of every row of a table."""
    return {row[0]: row[1] for row in connection.run(f'SELECT guid, id FROM "{table}"')}
