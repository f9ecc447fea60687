"""Typed relations between categories: what ties one to another, and what that means.

A relation goes from a source to a target. Its type says what it is and which way it goes: one way,
both ways, or back (feedback). Between two categories there is at most one relation of a type; of a
mutual type, whichever way round. Types are named by the key of a built-in type or the number of an
own one (``TypeRef``).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qcode.analysis.ordering import ordered, put_in
from qcode.model.enums import RelationForm
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.theory_records import PassageRef, TypeRef
from qcode.services import relation_types
from qcode.services import theory_rules as rules
from qcode.services.code_reading import titles
from qcode.services.project import Project
from qcode.services.relation_reading import chains, evidence, listed, loops
from qcode.services.relation_types import (
    add_type,
    change_type,
    delete_type,
    rename_type,
    types,
)
from qcode.store import merging, queries, theory_queries
from qcode.store.writer import Writer

__all__ = [
    "add_passages",
    "add_type",
    "chains",
    "change_type",
    "create",
    "delete",
    "delete_type",
    "edit",
    "evidence",
    "listed",
    "loops",
    "remove_passages",
    "rename_type",
    "reorder",
    "reorder_passages",
    "reverse",
    "types",
]

GONE = QT_TRANSLATE_NOOP("core", "This relation no longer exists.")


# ---------------------------------------------------------------------- relations


def create(
    project: Project, source_id: int, target_id: int, type_ref: TypeRef, meaning: str = ""
) -> int:
    """Tie two categories by a relation at the end of the list, and return its id.

    Raises ``QcodeError`` when a code is gone, a concept, or both are the same, when the type is
    gone, or when the two are tied like that already.
    """
    label = Message(
        QT_TRANSLATE_NOOP("core", "Relate {source} to {target}"),
        {"source": titles(project, [source_id]), "target": titles(project, [target_id])},
    )
    with project.change(label) as writer:
        rules.require_categories(writer, (source_id, target_id))
        type_id = relation_types.row_of(writer, type_ref)
        _require_free(writer, None, source_id, target_id, type_id)
        rows = theory_queries.relations(writer.connection)
        return writer.insert(
            "relation",
            source_id=source_id,
            target_id=target_id,
            type_id=type_id,
            meaning=_clean(meaning),
            position=rows[-1][9] + 1 if rows else 0,
        )


def edit(
    project: Project,
    relation_id: int,
    *,
    type_ref: TypeRef | None = None,
    meaning: str | None = None,
    initiator: object | None = None,
) -> None:
    """Change what a relation is or means; typing its meaning merges into one step.

    Raises ``QcodeError`` as ``create`` does, or when the relation is gone.
    """
    label, key = Message(QT_TRANSLATE_NOOP("core", "Change a relation")), ""
    if type_ref is None:
        label = Message(QT_TRANSLATE_NOOP("core", "Describe a relation"))
        key = f"relation:{relation_id}"
    with project.change(label, merge_key=key, initiator=initiator) as writer:
        source_id, target_id = _ends(writer, relation_id)
        if meaning is not None:
            writer.update("relation", relation_id, meaning=_clean(meaning))
        if type_ref is not None:
            type_id = relation_types.row_of(writer, type_ref)
            _require_free(writer, relation_id, source_id, target_id, type_id)
            writer.update("relation", relation_id, type_id=type_id)


def reverse(project: Project, relation_id: int) -> None:
    """Let a relation go the other way; raises ``QcodeError`` when there is one like that."""
    with project.change(Message(QT_TRANSLATE_NOOP("core", "Reverse a relation"))) as writer:
        source_id, target_id = _ends(writer, relation_id)
        (type_id,) = (
            row[4] for row in theory_queries.relations(writer.connection) if row[0] == relation_id
        )
        _require_free(writer, relation_id, target_id, source_id, type_id)
        writer.update("relation", relation_id, source_id=target_id, target_id=source_id)


def delete(project: Project, relation_ids: Collection[int]) -> None:
    """Delete relations; a passage that carries nothing any more goes with them.

    Memos on them stay.
    """
    label = Message(QT_TRANSLATE_NOOP("core", "Delete a relation"))
    if len(relation_ids) > 1:
        label = Message(
            QT_TRANSLATE_NOOP("core", "Delete {count} relations"), {"count": len(relation_ids)}
        )
    with project.change(label) as writer:
        passages = {
            selection_id
            for relation_id in relation_ids
            for _, _, selection_id in theory_queries.relation_passages(
                writer.connection, relation_id
            )
        }
        writer.delete("relation", relation_ids)
        merging.drop_bare_selections(writer, passages)


def reorder(project: Project, relation_ids: Sequence[int]) -> None:
    """Put relations into this order; those that are not named follow in their present one."""
    with project.change(Message(QT_TRANSLATE_NOOP("core", "Reorder relations"))) as writer:
        _require(writer, relation_ids)
        present = [row[0] for row in theory_queries.relations(writer.connection)]
        rules.arrange(writer, "relation", ordered(present, relation_ids))


# ---------------------------------------------------------------------- passages


def add_passages(
    project: Project,
    relation_id: int,
    passages: Sequence[PassageRef],
    position: int | None = None,
) -> list[int]:
    """Let passages stand for a relation; return their selections. Those there are moved.

    ``position`` is the place before which they come (None: at the end); the first passage is the
    one that tables print. Raises ``QcodeError`` when the relation or a passage is gone, or a span
    is empty or leaves its document.
    """
    label = Message(QT_TRANSLATE_NOOP("core", "Passage for a relation"))
    with project.change(label) as writer:
        _require(writer, [relation_id])
        coming = [rules.passage_of(writer, passage) for passage in passages]
        rows = _passages(writer, relation_id)
        order = put_in(list(rows), coming, position)
        for place, selection_id in enumerate(order):
            if selection_id not in rows:
                rows[selection_id] = writer.insert(
                    "relation_passage",
                    relation_id=relation_id,
                    selection_id=selection_id,
                    position=place,
                )
        rules.arrange(writer, "relation_passage", [rows[selection] for selection in order])
        return coming


def remove_passages(project: Project, relation_id: int, selection_ids: Collection[int]) -> None:
    """Let passages stand for a relation no longer; one that carries nothing any more goes."""
    label = Message(QT_TRANSLATE_NOOP("core", "Take a passage from a relation"))
    with project.change(label) as writer:
        _require(writer, [relation_id])
        rows = _passages(writer, relation_id)
        taken = [selection for selection in selection_ids if selection in rows]
        writer.delete("relation_passage", [rows[selection] for selection in taken])
        merging.drop_bare_selections(writer, taken)


def reorder_passages(project: Project, relation_id: int, selection_ids: Sequence[int]) -> None:
    """Put a relation's passages into this order; others follow. The first is printed."""
    label = Message(QT_TRANSLATE_NOOP("core", "Reorder the passages of a relation"))
    with project.change(label) as writer:
        _require(writer, [relation_id])
        rows = _passages(writer, relation_id)
        order = ordered(list(rows), selection_ids)
        rules.arrange(writer, "relation_passage", [rows[selection] for selection in order])


# ---------------------------------------------------------------------- inside a step


def _clean(meaning: str) -> str:
    return meaning.replace("\r\n", "\n").replace("\r", "\n").rstrip()


def _passages(writer: Writer, relation_id: int) -> dict[int, int]:
    """Return selection id → id of the row that ties it to the relation, in order."""
    rows = theory_queries.relation_passages(writer.connection, relation_id)
    return {selection_id: row_id for row_id, _, selection_id in rows}


def _require(writer: Writer, relation_ids: Collection[int]) -> None:
    if set(relation_ids) - queries.existing(writer.connection, "relation", relation_ids):
        raise QcodeError(GONE)


def _ends(writer: Writer, relation_id: int) -> tuple[int, int]:
    for row in theory_queries.relations(writer.connection):
        if row[0] == relation_id:
            return row[2], row[3]
    raise QcodeError(GONE)


def _require_free(
    writer: Writer, relation_id: int | None, source_id: int, target_id: int, type_id: int
) -> None:
    """Refuse a relation of a code to itself, and one that is there already."""
    if source_id == target_id:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "A relation ties two different categories."))
    for row in theory_queries.relations(writer.connection):
        ends = [(row[2], row[3])]
        if row[6] == RelationForm.MUTUAL:
            ends.append((row[3], row[2]))
        if row[0] != relation_id and row[4] == type_id and (source_id, target_id) in ends:
            names = {code.id: code.name for code in queries.codes(writer.connection)}
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core", "There is already a relation “{source}” {type} “{target}”."
                ),
                source=names[row[2]],
                type=relation_types.label(row[5], row[7]),
                target=names[row[3]],
            )
