"""Questions about codes that do not fit together; see ``queries`` for everything else."""

from __future__ import annotations

from collections.abc import Iterable

from qcode.model.enums import CodeKind
from qcode.store.connection import Connection
from qcode.store.queries import LISTED, ids_json

# The concepts are looked up in an index of codings by passage, so each passage is seen once.
_WITHOUT_CONCEPT = (
    "SELECT {wanted} FROM code AS k CROSS JOIN coding AS c ON c.code_id = k.id"
    f" WHERE {{which}} AND k.kind <> '{CodeKind.CONCEPT.value}' AND NOT EXISTS (SELECT 1 FROM"
    " coding AS o JOIN code AS ok ON ok.id = o.code_id WHERE o.selection_id = c.selection_id"
    f" AND ok.kind = '{CodeKind.CONCEPT.value}')"
)


def passages_without_concept(connection: Connection) -> dict[int, int]:
    """Return category → number of its own passages that no concept is on, for those with any."""
    statement = _WITHOUT_CONCEPT.format(wanted="k.id, count(DISTINCT c.selection_id)", which="1")
    return {row[0]: row[1] for row in connection.run(f"{statement} GROUP BY k.id")}


def selections_without_concept(connection: Connection, code_ids: Iterable[int]) -> list[int]:
    """Return the passages of some categories themselves that no concept is on, in text order."""
    statement = _WITHOUT_CONCEPT.format(
        wanted="DISTINCT c.selection_id", which=f"k.id IN ({LISTED})"
    )
    return connection.run(
        "SELECT s.id FROM selection AS s JOIN document AS d ON d.id = s.document_id"
        f' WHERE s.id IN ({statement}) ORDER BY d.position, d.id, s.start, s."end"',
        ids_json(code_ids),
    ).column()


def codes_in_model(connection: Connection) -> set[int]:
    """Return the codes that a paradigm, a relation or a stage is made of."""
    return set(
        connection.run(
            "SELECT code_id FROM paradigm_slot UNION SELECT source_id FROM relation"
            " UNION SELECT target_id FROM relation UNION SELECT code_id FROM stage_code"
        ).column()
    )
