"""Questions about paradigms, relations, stages, properties, the diagram and the storyline.

What hangs on codes is read in one statement for the whole project: a model has hundreds of such
rows where a project has a hundred thousand codings.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from qcode.store.connection import Connection
from qcode.store.queries import LISTED, ids_json, pairs


def next_position(connection: Connection, table: str) -> int:
    """Return the position of a row that is put at the end of a table."""
    return int(connection.run(f'SELECT coalesce(max(position), -1) + 1 FROM "{table}"').value())


# ---------------------------------------------------------------------- what codes rest on


PACK = 1 << 32  # more documents than a project has: code and document go into one number


def documents_by_code(connection: Connection, code_ids: Iterable[int]) -> dict[int, set[int]]:
    """Return code id → documents in which it occurs itself, for those codes that occur.

    The pairs come in one string: a row for each coding would take twice as long.
    """
    return _unpacked(
        connection.run(
            f"SELECT group_concat(c.code_id * {PACK} + s.document_id) FROM json_each(?) AS wanted"
            " CROSS JOIN coding AS c ON c.code_id = wanted.value"
            " CROSS JOIN selection AS s ON s.id = c.selection_id",
            ids_json(code_ids),
        ).text()
    )


def all_documents_by_code(connection: Connection) -> dict[int, set[int]]:
    """Return what ``documents_by_code`` does for every code.

    Passages are gone through as they lie in the file: looked up in the order of codes, a hundred
    thousand of them take five times as long.
    """
    return _unpacked(
        connection.run(
            f"SELECT group_concat(c.code_id * {PACK} + s.document_id) FROM selection AS s"
            " NOT INDEXED CROSS JOIN coding AS c ON c.selection_id = s.id"
        ).text()
    )


def _unpacked(packed: str | None) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for pair in map(int, set(packed.split(","))) if packed else ():
        found.setdefault(pair // PACK, set()).add(pair % PACK)
    return found


def below(connection: Connection, code_id: int) -> set[int]:
    """Return a code and all codes below it."""
    return set(
        connection.run(
            "WITH RECURSIVE below(id) AS (SELECT ? UNION SELECT code.id FROM code"
            " JOIN below ON code.parent_id = below.id) SELECT id FROM below",
            (code_id,),
        ).column()
    )


def passage_documents(connection: Connection, selection_ids: Iterable[int]) -> dict[int, int]:
    """Return selection id → document id for passages that exist."""
    return pairs(
        connection.run(
            f"SELECT id, document_id FROM selection WHERE id IN ({LISTED})",
            ids_json(selection_ids),
        )
    )


def passage_spans(
    connection: Connection, selection_ids: Iterable[int]
) -> dict[int, tuple[int, int, int]]:
    """Return selection id → ``(document id, start, end)`` of passages that exist."""
    rows = connection.run(
        f'SELECT id, document_id, start, "end" FROM selection WHERE id IN ({LISTED})',
        ids_json(selection_ids),
    )
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


# ---------------------------------------------------------------------- paradigms


def paradigms(connection: Connection) -> list[tuple[int, str, str, int, str]]:
    """Return ``(id, guid, name, position, created)`` of every paradigm in order."""
    rows = connection.run(
        "SELECT id, guid, name, position, created FROM paradigm ORDER BY position, id"
    )
    return cast("list[tuple[int, str, str, int, str]]", rows.all())


def slots(
    connection: Connection, paradigm_id: int | None = None
) -> list[tuple[int, int, str, int, int]]:
    """Return ``(id, paradigm id, role, code id, position)`` of slots, in order within a role."""
    rows = connection.run(
        "SELECT id, paradigm_id, role, code_id, position FROM paradigm_slot"
        " WHERE ?1 IS NULL OR paradigm_id = ?1 ORDER BY paradigm_id, role, position, id",
        (paradigm_id,),
    )
    return cast("list[tuple[int, int, str, int, int]]", rows.all())


# ---------------------------------------------------------------------- relations


def relation_types(connection: Connection) -> list[tuple[int, str, str, str, str]]:
    """Return ``(id, guid, key, name, form)`` of every type that has a row, in order."""
    rows = connection.run(
        "SELECT id, guid, key, name, form FROM relation_type ORDER BY position, id"
    )
    return cast("list[tuple[int, str, str, str, str]]", rows.all())


def relations_by_type(connection: Connection) -> dict[int, int]:
    """Return type id → number of its relations."""
    return pairs(connection.run("SELECT type_id, count(*) FROM relation GROUP BY type_id"))


def relations(
    connection: Connection,
) -> list[tuple[int, str, int, int, int, str, str, str, str, int, str]]:
    """Return every relation in order, with its type.

    Fields: id, guid, source id, target id, type id, key, form and name of the type, meaning,
    position, created.
    """
    rows = connection.run(
        "SELECT r.id, r.guid, r.source_id, r.target_id, r.type_id, t.key, t.form, t.name,"
        " r.meaning, r.position, r.created FROM relation AS r"
        " JOIN relation_type AS t ON t.id = r.type_id ORDER BY r.position, r.id"
    )
    return cast("list[tuple[int, str, int, int, int, str, str, str, str, int, str]]", rows.all())


def relation_passages(
    connection: Connection, relation_id: int | None = None
) -> list[tuple[int, int, int]]:
    """Return ``(id, relation id, selection id)``, the passages of a relation in order."""
    rows = connection.run(
        "SELECT id, relation_id, selection_id FROM relation_passage"
        " WHERE ?1 IS NULL OR relation_id = ?1 ORDER BY relation_id, position, id",
        (relation_id,),
    )
    return cast("list[tuple[int, int, int]]", rows.all())


def codes_of_model(connection: Connection) -> set[int]:
    """Return the codes that stand in a role or a stage, have a box, a property or a relation."""
    return set(
        connection.run(
            "SELECT code_id FROM paradigm_slot UNION SELECT code_id FROM stage_code"
            " UNION SELECT code_id FROM diagram_place UNION SELECT code_id FROM code_property"
            " UNION SELECT source_id FROM relation UNION SELECT target_id FROM relation"
        ).column()
    )


def is_related(connection: Connection, code_id: int) -> bool:
    """Whether a code is an end of a relation."""
    return bool(
        connection.run(
            "SELECT EXISTS (SELECT 1 FROM relation WHERE source_id = ?1)"
            " OR EXISTS (SELECT 1 FROM relation WHERE target_id = ?1)",
            (code_id,),
        ).value()
    )


# ---------------------------------------------------------------------- stages


def stages(connection: Connection) -> list[tuple[int, str, str, str, int, str]]:
    """Return ``(id, guid, name, meaning, position, created)`` of every stage in order."""
    rows = connection.run(
        "SELECT id, guid, name, meaning, position, created FROM stage ORDER BY position, id"
    )
    return cast("list[tuple[int, str, str, str, int, str]]", rows.all())


def stage_codes(connection: Connection, stage_id: int | None = None) -> list[tuple[int, int, int]]:
    """Return ``(id, stage id, code id)``, the codes of a stage in order."""
    rows = connection.run(
        "SELECT id, stage_id, code_id FROM stage_code WHERE ?1 IS NULL OR stage_id = ?1"
        " ORDER BY stage_id, position, id",
        (stage_id,),
    )
    return cast("list[tuple[int, int, int]]", rows.all())


# ---------------------------------------------------------------------- properties

_PROPERTY = "SELECT id, guid, code_id, name, low, high, position FROM code_property"


def properties(
    connection: Connection, code_id: int | None = None
) -> list[tuple[int, str, int, str, str, str, int]]:
    """Return ``(id, guid, code id, name, low, high, position)`` of properties, by code in order."""
    rows = connection.run(
        f"{_PROPERTY} WHERE ?1 IS NULL OR code_id = ?1 ORDER BY code_id, position, id", (code_id,)
    )
    return cast("list[tuple[int, str, int, str, str, str, int]]", rows.all())


def property_row(
    connection: Connection, property_id: int
) -> tuple[int, str, int, str, str, str, int] | None:
    """Return one property as ``properties`` does, None where there is none."""
    row = connection.run(f"{_PROPERTY} WHERE id = ?", (property_id,)).first()
    return cast("tuple[int, str, int, str, str, str, int] | None", row)


def property_places(
    connection: Connection, property_ids: Iterable[int], code_ids: Iterable[int]
) -> list[tuple[int, int, str, int]]:
    """Return ``(property id, selection id, coder, place)`` in the order of documents and places.

    Only of passages that carry one of the codes now.
    """
    rows = connection.run(
        "SELECT p.property_id, p.selection_id, k.name, p.place FROM property_place AS p"
        " JOIN selection AS s ON s.id = p.selection_id JOIN document AS d ON d.id = s.document_id"
        f" JOIN coder AS k ON k.id = p.coder_id WHERE p.property_id IN ({LISTED})"
        f" AND EXISTS (SELECT 1 FROM coding AS c WHERE c.selection_id = s.id AND c.code_id IN"
        f' ({LISTED})) ORDER BY d.position, d.id, s.start, s."end", k.id',
        (*ids_json(property_ids), *ids_json(code_ids)),
    )
    return cast("list[tuple[int, int, str, int]]", rows.all())


def places_of_coder(connection: Connection, property_id: int, coder: str) -> dict[int, int]:
    """Return selection id → id of the place that a coder gave it on a dimension."""
    return pairs(
        connection.run(
            "SELECT selection_id, id FROM property_place WHERE property_id = ? AND coder_id ="
            " (SELECT id FROM coder WHERE name = ?)",
            (property_id, coder),
        )
    )


def carries(connection: Connection, selection_id: int, code_ids: Iterable[int]) -> bool:
    """Whether a passage carries one of the codes."""
    return bool(
        connection.run(
            "SELECT EXISTS (SELECT 1 FROM coding WHERE selection_id = ? AND code_id IN"
            f" ({LISTED}))",
            (selection_id, *ids_json(code_ids)),
        ).value()
    )


# ---------------------------------------------------------------------- diagram and storyline


def diagram_places(connection: Connection) -> dict[int, tuple[int, int]]:
    """Return code id → x, y of every box that was put somewhere by hand."""
    rows = connection.run("SELECT code_id, x, y FROM diagram_place ORDER BY code_id")
    return {row[0]: (row[1], row[2]) for row in rows}


def storyline(connection: Connection) -> str:
    """Return the storyline as it is stored, empty where there is none."""
    return connection.run("SELECT body FROM storyline").text() or ""
