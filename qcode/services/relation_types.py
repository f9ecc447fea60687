"""The types of relations: built-in ones, which a project may rename, and its own.

A built-in type has a row from the first time on that it is used or renamed.
"""

from __future__ import annotations

from typing import TypeAlias

from qcode.model.enums import RelationForm
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.relation_types import BUILT_IN
from qcode.model.theory_records import RelationType, TypeRef
from qcode.services import theory_rules as rules
from qcode.services.project import Project
from qcode.store import queries, theory_queries
from qcode.store.writer import Writer

_Row: TypeAlias = tuple[int, str, str, str, str]  # id, GUID, key, name, form

_TYPE = rules.Named(
    "relation_type",
    gone=QT_TRANSLATE_NOOP("core", "This type of relations no longer exists."),
    empty=QT_TRANSLATE_NOOP("core", "A type of relations needs a name."),
    taken=QT_TRANSLATE_NOOP("core", "There is already a type of relations “{name}”."),
)


def types(project: Project) -> list[RelationType]:
    """Return the built-in types in their order, then the project's own in theirs."""
    with project.read() as connection:
        rows = theory_queries.relation_types(connection)
        used = theory_queries.relations_by_type(connection)
    stored = {row[2]: row for row in rows if row[2]}
    found = []
    for key, brought in BUILT_IN.items():
        row = stored.get(key, (None, "", key, "", brought.form.value))
        found.append(_record(row, used))
    found += [_record(row, used) for row in rows if row[2] not in BUILT_IN]
    return found


def label(key: str, name: str) -> Message | str:
    """Return what people read for a type: the project's name for it, or the program's."""
    return name or (BUILT_IN[key].label if key in BUILT_IN else key)


def add_type(project: Project, name: str, form: RelationForm = RelationForm.DIRECTED) -> int:
    """Make an own type and return its id; raises ``QcodeError`` when the name is empty or taken."""
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "New type of relations {name}"), {"name": tidy(name)})
    ) as writer:
        rows = theory_queries.relation_types(writer.connection)
        return writer.insert(
            "relation_type",
            name=rules.free_name(_TYPE, _names(rows), name),
            form=form.value,
            position=theory_queries.next_position(writer.connection, "relation_type"),
        )


def rename_type(project: Project, type_ref: TypeRef, name: str) -> None:
    """Call a type otherwise; a built-in one goes by its own name again when ``name`` is empty.

    Raises ``QcodeError`` when the name of an own type is empty, any is taken, or the type is gone.
    """
    with project.change(
        Message(
            QT_TRANSLATE_NOOP("core", "Rename a type of relations to {name}"), {"name": tidy(name)}
        )
    ) as writer:
        rows = theory_queries.relation_types(writer.connection)
        known = _find(rows, type_ref)
        key = type_ref if isinstance(type_ref, str) else known[2] if known else ""
        others = [row for row in rows if row is not known]
        free = tidy(name)
        if free or key not in BUILT_IN:
            free = rules.free_name(_TYPE, _names(others, but=key), name)
        if known is None and not free:
            return  # it has no other name
        writer.update("relation_type", row_of(writer, type_ref), name=free)


def change_type(project: Project, type_id: int, name: str, form: RelationForm) -> None:
    """Give an own type another name and direction, as one step.

    Raises ``QcodeError`` when the name is empty or taken, when the type is gone or built in, and
    when it is to go both ways and two of its relations would then say the same.
    """
    step = Message(
        QT_TRANSLATE_NOOP("core", "Change the type of relations {name}"), {"name": tidy(name)}
    )
    with project.change(step) as writer:
        rules.require(writer, _TYPE, [type_id])
        rows = theory_queries.relation_types(writer.connection)
        known = next(row for row in rows if row[0] == type_id)
        if known[2] in BUILT_IN:
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core", "The type “{name}” comes with qcode and keeps its direction."
                ),
                name=label(known[2], known[3]),
            )
        others = [row for row in rows if row is not known]
        free = rules.free_name(_TYPE, _names(others), name)
        if form is RelationForm.MUTUAL:
            _require_one_way(writer, type_id, free)
        writer.update("relation_type", type_id, name=free, form=form.value)


def _require_one_way(writer: Writer, type_id: int, name: str) -> None:
    """Refuse a type to go both ways that ties two categories in both directions already."""
    ends = {row[2:4] for row in theory_queries.relations(writer.connection) if row[4] == type_id}
    twice = next((pair for pair in ends if pair[::-1] in ends), None)
    if twice is not None:
        names = {code.id: code.name for code in queries.codes(writer.connection)}
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "“{source}” {type} “{target}” and the other way round: delete one of the two"
                " relations before the type goes both ways.",
            ),
            source=names[twice[0]],
            type=name,
            target=names[twice[1]],
        )


def delete_type(project: Project, type_id: int) -> None:
    """Delete an own type; raises ``QcodeError`` when it is gone, built in, or used."""
    with project.change(Message(QT_TRANSLATE_NOOP("core", "Delete a type of relations"))) as writer:
        rules.require(writer, _TYPE, [type_id])
        rows = theory_queries.relation_types(writer.connection)
        key, name = next((row[2], row[3]) for row in rows if row[0] == type_id)
        if key in BUILT_IN:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "The type “{name}” comes with qcode and stays."),
                name=label(key, name),
            )
        count = theory_queries.relations_by_type(writer.connection).get(type_id, 0)
        if count:
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core",
                    "The type “{name}” has relations ({count}); give them another type before"
                    " deleting it.",
                ),
                name=label(key, name),
                count=count,
            )
        writer.delete("relation_type", [type_id])


def row_of(writer: Writer, type_ref: TypeRef) -> int:
    """Return the row of a type inside a step; a built-in type gets its row here.

    Raises ``QcodeError`` when there is no such type.
    """
    known = _find(theory_queries.relation_types(writer.connection), type_ref)
    if known is not None:
        return known[0]
    if not isinstance(type_ref, str) or type_ref not in BUILT_IN:
        raise QcodeError(_TYPE.gone)
    return writer.insert(
        "relation_type",
        key=type_ref,
        form=BUILT_IN[type_ref].form.value,
        position=theory_queries.next_position(writer.connection, "relation_type"),
    )


def _record(row: tuple[int | None, str, str, str, str], used: dict[int, int]) -> RelationType:
    type_id, guid, key, name, form = row
    return RelationType(
        type_id, guid, key, label(key, name), RelationForm(form), used.get(type_id or 0, 0)
    )


def _find(rows: list[_Row], type_ref: TypeRef) -> _Row | None:
    return next(
        (row for row in rows if type_ref == row[0] or (row[2] and type_ref == row[2])), None
    )


def _names(rows: list[_Row], but: str = "") -> list[str]:
    """Return the names that types go by; of built-in ones the English name, were it not renamed."""
    stored = {row[2] for row in rows if row[2]}
    return [
        *(str(label(row[2], row[3])) for row in rows),
        *(str(one.label) for key, one in BUILT_IN.items() if key not in stored and key != but),
    ]
