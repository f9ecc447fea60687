"""Properties of codes and the poles of their dimensions, and where passages lie between them.

Each coder has a place of their own for a passage, from 0 at the low pole to 100 at the high one.
Only passages of the code (or of a code below it) have places; where a passage loses the code, its
place is not shown, and is there again when it gets the code back.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qcode.analysis.ordering import put_in
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.theory_records import CodeProperty, PropertyPlace
from qcode.services import code_rules
from qcode.services import theory_rules as rules
from qcode.services.code_reading import titles
from qcode.services.project import Project
from qcode.store import queries, theory_queries
from qcode.store.writer import Writer

LOW, HIGH = 0, 100

_PROPERTY = rules.Named(
    "code_property",
    gone=QT_TRANSLATE_NOOP("core", "This property no longer exists."),
    empty=QT_TRANSLATE_NOOP("core", "A property needs a name."),
    taken=QT_TRANSLATE_NOOP("core", "The code already has a property “{name}”."),
)


# ---------------------------------------------------------------------- reading


def of_code(project: Project, code_id: int) -> list[CodeProperty]:
    """Return a code's properties in their order, with the places of its passages on each.

    Who works blind sees the places of others only in documents that they have finished.
    """
    with project.read() as connection:
        rows = theory_queries.properties(connection, code_id)
        held: dict[int, list[PropertyPlace]] = {}
        if rows:
            for found in theory_queries.property_places(
                connection, [row[0] for row in rows], theory_queries.below(connection, code_id)
            ):
                held.setdefault(found[0], []).append(PropertyPlace(*found[1:]))
    return [CodeProperty(*row, places=tuple(held.get(row[0], ()))) for row in rows]


def listed(project: Project) -> dict[int, list[CodeProperty]]:
    """Return code id → its properties in their order, without places, for codes that have any."""
    found: dict[int, list[CodeProperty]] = {}
    with project.read() as connection:
        for row in theory_queries.properties(connection):
            found.setdefault(row[2], []).append(CodeProperty(*row))
    return found


# ---------------------------------------------------------------------- properties


def create(project: Project, code_id: int, name: str, low: str = "", high: str = "") -> int:
    """Give a code a property, ``low`` and ``high`` being the poles of its dimension.

    Returns its id. Raises ``QcodeError`` when the code is gone, or the name is empty or one that a
    property of the code has already.
    """
    label = Message(
        QT_TRANSLATE_NOOP("core", "New property {name} of {code}"),
        {"name": tidy(name), "code": titles(project, [code_id])},
    )
    with project.change(label) as writer:
        code_rules.require(writer, [code_id])
        rows = theory_queries.properties(writer.connection, code_id)
        return writer.insert(
            "code_property",
            code_id=code_id,
            name=rules.free_name(_PROPERTY, (row[3] for row in rows), name),
            low=tidy(low),
            high=tidy(high),
            position=rows[-1][6] + 1 if rows else 0,
        )


def edit(
    project: Project,
    property_id: int,
    *,
    name: str | None = None,
    low: str | None = None,
    high: str | None = None,
) -> None:
    """Change a property's name or poles; raises ``QcodeError`` as ``create`` does, or when gone."""
    with project.change(
        _about(project, QT_TRANSLATE_NOOP("core", "Change property {name}"), property_id)
    ) as writer:
        row = _row(writer, property_id)
        values = {"low": low, "high": high}
        changed = {key: tidy(text) for key, text in values.items() if text is not None}
        if name is not None:
            rows = theory_queries.properties(writer.connection, row[2])
            others = (other[3] for other in rows if other[0] != property_id)
            changed["name"] = rules.free_name(_PROPERTY, others, name)
        if changed:
            writer.update("code_property", property_id, **changed)


def move(project: Project, property_ids: Sequence[int], position: int | None = None) -> None:
    """Move properties of one code, in the given order, before the place ``position``.

    None moves them to the end. Properties of other codes than the first one's stay.
    """
    with project.change(Message(QT_TRANSLATE_NOOP("core", "Reorder properties"))) as writer:
        rules.require(writer, _PROPERTY, property_ids)
        if property_ids:
            code_id = _row(writer, property_ids[0])[2]
            present = [row[0] for row in theory_queries.properties(writer.connection, code_id)]
            moving = [one for one in property_ids if one in present]
            rules.arrange(writer, "code_property", put_in(present, moving, position))


def delete(project: Project, property_id: int) -> None:
    """Delete a property with all places on it."""
    with project.change(
        _about(project, QT_TRANSLATE_NOOP("core", "Delete property {name}"), property_id)
    ) as writer:
        rules.require(writer, _PROPERTY, [property_id])
        writer.delete("code_property", [property_id])


# ---------------------------------------------------------------------- places of passages


def place(
    project: Project,
    property_id: int,
    selection_id: int,
    place: int,
    *,
    initiator: object | None = None,
) -> None:
    """Say as the current coder where a passage lies on a dimension; moving it on is one step.

    Raises ``QcodeError`` when the property is gone, the passage does not carry its code or one
    below, or the place is not from 0 to 100.
    """
    with project.change(
        _about(project, QT_TRANSLATE_NOOP("core", "Place a passage on {name}"), property_id),
        merge_key=f"place:{property_id}:{selection_id}",
        initiator=initiator,
    ) as writer:
        row = _row(writer, property_id)
        if not LOW <= place <= HIGH:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "A place on a dimension is a number from 0 to 100.")
            )
        below = theory_queries.below(writer.connection, row[2])
        if not theory_queries.carries(writer.connection, selection_id, below):
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core",
                    "This passage does not carry “{code}”; code it before placing it on one of its"
                    " properties.",
                ),
                code=code_rules.present(queries.code(writer.connection, row[2])).name,
            )
        writer.put(
            "property_place",
            {
                "property_id": property_id,
                "selection_id": selection_id,
                "coder_id": writer.coder_id(),
            },
            place=place,
        )


def unplace(project: Project, property_id: int, selection_ids: Collection[int]) -> None:
    """Take the current coder's places of passages on a dimension away."""
    with project.change(
        _about(project, QT_TRANSLATE_NOOP("core", "Take a passage off {name}"), property_id)
    ) as writer:
        rules.require(writer, _PROPERTY, [property_id])
        mine = theory_queries.places_of_coder(writer.connection, property_id, writer.coder)
        writer.delete("property_place", [mine[one] for one in selection_ids if one in mine])


def _row(writer: Writer, property_id: int) -> tuple[int, str, int, str, str, str, int]:
    row = theory_queries.property_row(writer.connection, property_id)
    if row is None:
        raise QcodeError(_PROPERTY.gone)
    return row


def _about(project: Project, template: str, property_id: int) -> Message:
    with project.read() as connection:
        row = theory_queries.property_row(connection, property_id)
    return Message(template, {"name": row[3] if row else ""})
