"""The stages of a process, in their order, and the categories that belong to them.

A category may belong to several stages. Stages take categories, main categories and core
categories, no concepts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qcode.analysis.ordering import put_in
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.theory_records import Stage
from qcode.services import code_rules
from qcode.services import theory_rules as rules
from qcode.services.code_reading import titles
from qcode.services.project import Project
from qcode.store import theory_queries
from qcode.store.writer import Writer

_STAGE = rules.Named(
    "stage",
    gone=QT_TRANSLATE_NOOP("core", "This stage no longer exists."),
    empty=QT_TRANSLATE_NOOP("core", "A stage needs a name."),
    taken=QT_TRANSLATE_NOOP("core", "There is already a stage “{name}”."),
)


def listed(project: Project) -> list[Stage]:
    """Return the stages in their order, each with its categories in theirs."""
    with project.read() as connection:
        rows = theory_queries.stages(connection)
        held: dict[int, list[int]] = {}
        for _, stage_id, code_id in theory_queries.stage_codes(connection):
            held.setdefault(stage_id, []).append(code_id)
    return [Stage(*row, codes=tuple(held.get(row[0], ()))) for row in rows]


def create(project: Project, name: str, meaning: str = "", position: int | None = None) -> int:
    """Make a stage before the place ``position`` (None: at the end) and return its id.

    Raises ``QcodeError`` when the name is empty or taken.
    """
    label = Message(QT_TRANSLATE_NOOP("core", "New stage {name}"), {"name": tidy(name)})
    with project.change(label) as writer:
        rows = theory_queries.stages(writer.connection)
        stage_id = writer.insert(
            "stage",
            name=rules.free_name(_STAGE, (row[2] for row in rows), name),
            meaning=code_rules.clean(meaning),
            position=rows[-1][4] + 1 if rows else 0,
        )
        if position is not None:
            rules.arrange(writer, "stage", put_in([row[0] for row in rows], [stage_id], position))
        return stage_id


def rename(project: Project, stage_id: int, name: str) -> None:
    """Give a stage another name; raises ``QcodeError`` when it is empty or taken, or gone."""
    label = Message(QT_TRANSLATE_NOOP("core", "Rename stage to {name}"), {"name": tidy(name)})
    with project.change(label) as writer:
        rules.require(writer, _STAGE, [stage_id])
        others = (row[2] for row in theory_queries.stages(writer.connection) if row[0] != stage_id)
        writer.update("stage", stage_id, name=rules.free_name(_STAGE, others, name))


def describe(
    project: Project, stage_id: int, meaning: str, *, initiator: object | None = None
) -> None:
    """Write what happens in a stage; typing merges into one step."""
    with project.change(
        _about(project, QT_TRANSLATE_NOOP("core", "Describe stage {name}"), stage_id),
        merge_key=f"stage:{stage_id}",
        initiator=initiator,
    ) as writer:
        rules.require(writer, _STAGE, [stage_id])
        writer.update("stage", stage_id, meaning=code_rules.clean(meaning))


def move(project: Project, stage_ids: Sequence[int], position: int | None = None) -> None:
    """Move stages, in the given order, before the place ``position`` (None: to the end)."""
    with project.change(Message(QT_TRANSLATE_NOOP("core", "Reorder stages"))) as writer:
        rules.require(writer, _STAGE, stage_ids)
        present = [row[0] for row in theory_queries.stages(writer.connection)]
        rules.arrange(writer, "stage", put_in(present, stage_ids, position))


def delete(project: Project, stage_id: int) -> None:
    """Delete a stage; its categories stay."""
    with project.change(
        _about(project, QT_TRANSLATE_NOOP("core", "Delete stage {name}"), stage_id)
    ) as writer:
        rules.require(writer, _STAGE, [stage_id])
        writer.delete("stage", [stage_id])


# ---------------------------------------------------------------------- categories


def put(
    project: Project,
    stage_id: int,
    code_ids: Sequence[int],
    position: int | None = None,
    *,
    out_of: int | None = None,
) -> None:
    """Put categories into a stage, before the place ``position`` (None: at the end).

    With ``out_of`` they leave that stage in the same step. Raises ``QcodeError`` when a stage or a
    code is gone, or a code is a concept.
    """
    label = Message(
        QT_TRANSLATE_NOOP("core", "Put {code} into stage {name}"),
        {"code": titles(project, code_ids), "name": _name(project, stage_id)},
    )
    with project.change(label) as writer:
        if out_of is not None and out_of != stage_id:
            _take_out(writer, out_of, code_ids)
        rules.require(writer, _STAGE, [stage_id])
        rows = _codes(writer, stage_id)
        order = put_in(list(rows), code_ids, position)
        rules.require_categories(writer, (code_id for code_id in order if code_id not in rows))
        for place, code_id in enumerate(order):
            if code_id not in rows:
                rows[code_id] = writer.insert(
                    "stage_code", stage_id=stage_id, code_id=code_id, position=place
                )
        rules.arrange(writer, "stage_code", [rows[code_id] for code_id in order])


def take_out(project: Project, stage_id: int, code_ids: Collection[int]) -> None:
    """Take categories out of a stage; those that do not belong to it are passed over."""
    label = Message(
        QT_TRANSLATE_NOOP("core", "Take {code} out of stage {name}"),
        {"code": titles(project, code_ids), "name": _name(project, stage_id)},
    )
    with project.change(label) as writer:
        _take_out(writer, stage_id, code_ids)


def _take_out(writer: Writer, stage_id: int, code_ids: Collection[int]) -> None:
    rules.require(writer, _STAGE, [stage_id])
    rows = _codes(writer, stage_id)
    writer.delete("stage_code", [rows[code_id] for code_id in code_ids if code_id in rows])


def _codes(writer: Writer, stage_id: int) -> dict[int, int]:
    """Return code id → id of the row that ties it to the stage, in order."""
    rows = theory_queries.stage_codes(writer.connection, stage_id)
    return {code_id: row_id for row_id, _, code_id in rows}


def _name(project: Project, stage_id: int) -> str:
    with project.read() as connection:
        names = {row[0]: row[2] for row in theory_queries.stages(connection)}
    return names.get(stage_id, "")


def _about(project: Project, template: str, stage_id: int) -> Message:
    return Message(template, {"name": _name(project, stage_id)})
