"""Paradigms: categories in six roles around a phenomenon.

A category stands at most once in a role, and may stand in several roles and paradigms. The roles
take categories, main categories and core categories, no concepts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qcode.analysis.ordering import ordered, put_in
from qcode.model.enums import ParadigmRole
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.theory_records import Paradigm, ParadigmEvidence
from qcode.services import evidence as evidences
from qcode.services import theory_rules as rules
from qcode.services.code_reading import titles
from qcode.services.project import Project
from qcode.store import theory_queries
from qcode.store.writer import Writer

_PARADIGM = rules.Named(
    "paradigm",
    gone=QT_TRANSLATE_NOOP("core", "This paradigm no longer exists."),
    empty=QT_TRANSLATE_NOOP("core", "A paradigm needs a name."),
    taken=QT_TRANSLATE_NOOP("core", "There is already a paradigm “{name}”."),
)


# ---------------------------------------------------------------------- reading


def listed(project: Project) -> list[Paradigm]:
    """Return all paradigms in their order, with the codes of every role."""
    with project.read() as connection:
        rows = theory_queries.paradigms(connection)
        slots = theory_queries.slots(connection)
    filled: dict[int, dict[ParadigmRole, list[int]]] = {
        row[0]: {role: [] for role in ParadigmRole} for row in rows
    }
    for _, paradigm_id, role, code_id, _ in slots:
        filled[paradigm_id][ParadigmRole(role)].append(code_id)
    return [
        Paradigm(*row, slots={role: tuple(held) for role, held in filled[row[0]].items()})
        for row in rows
    ]


def evidence(project: Project, paradigm_id: int) -> ParadigmEvidence:
    """Count distinct passages and documents of each role and each code of a paradigm.

    A code counts with all below it. A paradigm that no longer exists rests on nothing.
    """
    roles = tuple(ParadigmRole)
    groups: dict[int, list[int]] = {-at: [] for at in range(1, len(roles) + 1)}  # roles, then codes
    with project.read() as connection:
        slots = theory_queries.slots(connection, paradigm_id)
    for _, _, role, code_id, _ in slots:
        groups[-1 - roles.index(ParadigmRole(role))].append(code_id)
        groups[code_id] = [code_id]
    counted = evidences.of_groups(project, groups)
    return ParadigmEvidence(
        {role: counted[-1 - at] for at, role in enumerate(roles)},
        {key: found for key, found in counted.items() if key > 0},
    )


# ---------------------------------------------------------------------- paradigms


def create(project: Project, name: str) -> int:
    """Make an empty paradigm at the end and return its id.

    Raises ``QcodeError`` when the name is empty or taken.
    """
    label = Message(QT_TRANSLATE_NOOP("core", "New paradigm {name}"), {"name": tidy(name)})
    with project.change(label) as writer:
        present = theory_queries.paradigms(writer.connection)
        return writer.insert(
            "paradigm",
            name=rules.free_name(_PARADIGM, (row[2] for row in present), name),
            position=present[-1][3] + 1 if present else 0,
        )


def rename(project: Project, paradigm_id: int, name: str) -> None:
    """Give a paradigm another name; raises ``QcodeError`` when it is empty or taken, or gone."""
    label = Message(QT_TRANSLATE_NOOP("core", "Rename paradigm to {name}"), {"name": tidy(name)})
    with project.change(label) as writer:
        rules.require(writer, _PARADIGM, [paradigm_id])
        present = theory_queries.paradigms(writer.connection)
        others = (row[2] for row in present if row[0] != paradigm_id)
        writer.update("paradigm", paradigm_id, name=rules.free_name(_PARADIGM, others, name))


def delete(project: Project, paradigm_id: int) -> None:
    """Delete a paradigm; its categories stay, and so do memos on it, then on the project."""
    with project.change(
        _about(project, QT_TRANSLATE_NOOP("core", "Delete paradigm {name}"), paradigm_id)
    ) as writer:
        rules.require(writer, _PARADIGM, [paradigm_id])
        writer.delete("paradigm", [paradigm_id])


def reorder(project: Project, paradigm_ids: Sequence[int]) -> None:
    """Put paradigms into this order; those that are not named follow in their present one."""
    with project.change(Message(QT_TRANSLATE_NOOP("core", "Reorder paradigms"))) as writer:
        rules.require(writer, _PARADIGM, paradigm_ids)
        present = [row[0] for row in theory_queries.paradigms(writer.connection)]
        rules.arrange(writer, "paradigm", ordered(present, paradigm_ids))


# ---------------------------------------------------------------------- roles


def put(
    project: Project,
    paradigm_id: int,
    role: ParadigmRole,
    code_ids: Sequence[int],
    position: int | None = None,
) -> None:
    """Put categories into a role, before the place ``position`` (None: at the end).

    Those that stand in the role already are moved within it. Raises ``QcodeError`` when the
    paradigm or a code is gone, or a code is a concept.
    """
    label = Message(
        QT_TRANSLATE_NOOP("core", "Put {code} under {role}"),
        {"code": titles(project, code_ids), "role": role.label},
    )
    with project.change(label) as writer:
        _put(writer, paradigm_id, role, code_ids, position)


def take_out(
    project: Project, paradigm_id: int, role: ParadigmRole, code_ids: Collection[int]
) -> None:
    """Take categories out of a role; those that do not stand in it are passed over."""
    label = Message(
        QT_TRANSLATE_NOOP("core", "Take {code} out of {role}"),
        {"code": titles(project, code_ids), "role": role.label},
    )
    with project.change(label) as writer:
        rules.require(writer, _PARADIGM, [paradigm_id])
        _take_out(writer, paradigm_id, role, code_ids)


def move(
    project: Project,
    paradigm_id: int,
    code_ids: Sequence[int],
    source: ParadigmRole,
    target: ParadigmRole,
    position: int | None = None,
) -> None:
    """Move categories from one role of a paradigm to another as one step; see ``put``."""
    label = Message(
        QT_TRANSLATE_NOOP("core", "Move {code} to {role}"),
        {"code": titles(project, code_ids), "role": target.label},
    )
    with project.change(label) as writer:
        if source is not target:
            _take_out(writer, paradigm_id, source, code_ids)
        _put(writer, paradigm_id, target, code_ids, position)


def _put(
    writer: Writer,
    paradigm_id: int,
    role: ParadigmRole,
    code_ids: Sequence[int],
    position: int | None,
) -> None:
    rules.require(writer, _PARADIGM, [paradigm_id])
    slots = _slots(writer, paradigm_id, role)
    order = put_in(list(slots), code_ids, position)
    rules.require_categories(writer, (code_id for code_id in order if code_id not in slots))
    for place, code_id in enumerate(order):
        if code_id not in slots:
            slots[code_id] = writer.insert(
                "paradigm_slot",
                paradigm_id=paradigm_id,
                role=role.value,
                code_id=code_id,
                position=place,
            )
    rules.arrange(writer, "paradigm_slot", [slots[code_id] for code_id in order])


def _take_out(
    writer: Writer, paradigm_id: int, role: ParadigmRole, code_ids: Collection[int]
) -> None:
    slots = _slots(writer, paradigm_id, role)
    writer.delete("paradigm_slot", [slots[code_id] for code_id in code_ids if code_id in slots])


def _slots(writer: Writer, paradigm_id: int, role: ParadigmRole) -> dict[int, int]:
    """Return code id → id of its slot in a role, in order."""
    return {
        code_id: slot
        for slot, _, held_role, code_id, _ in theory_queries.slots(writer.connection, paradigm_id)
        if held_role == role.value
    }


def _about(project: Project, template: str, paradigm_id: int) -> Message:
    with project.read() as connection:
        names = {row[0]: row[2] for row in theory_queries.paradigms(connection)}
    return Message(template, {"name": names.get(paradigm_id, "")})
