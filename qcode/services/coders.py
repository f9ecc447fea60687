"""Who codes, and how far they are with each document."""

from __future__ import annotations

from collections.abc import Collection

from qcode.model.enums import WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import Coder, WorkRecord
from qcode.model.tables import Coder as CoderRow
from qcode.model.tables import Work
from qcode.services.project import Project
from qcode.store import queries


def listed(project: Project) -> list[Coder]:
    """Return all coders in the order in which they came."""
    with project.read() as connection:
        return queries.coders(connection)


def rename(project: Project, coder_id: int, name: str) -> None:
    """Give a coder another name; raises ``QcodeError`` when it is empty or taken."""
    clean = " ".join(name.split())
    before = {coder.id: coder.name for coder in listed(project)}
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Rename coder to {name}"), {"name": clean})
    ) as writer:
        if not clean:
            raise QcodeError(QT_TRANSLATE_NOOP("core", "A coder needs a name."))
        if any(other == clean and i != coder_id for i, other in before.items()):
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "There is already a coder “{name}”."), name=clean
            )
        writer.update(CoderRow, coder_id, name=clean)
    if project.coder == before.get(coder_id):
        project.act_as(clean)


def require(project: Project, name: str) -> Coder:
    """Return the coder of this name; raises ``QcodeError`` naming those there are."""
    found = listed(project)
    for coder in found:
        if coder.name == name:
            return coder
    raise QcodeError(
        QT_TRANSLATE_NOOP("core", "There is no coder “{name}” in {file}; it has: {coders}."),
        name=name,
        file=str(project.path),
        coders=", ".join(coder.name for coder in found),
    )


def work(project: Project) -> list[WorkRecord]:
    """Return every status that was set, by document and coder."""
    with project.read() as connection:
        return queries.work(connection)


def set_status(
    project: Project, document_ids: Collection[int], coder: str, status: WorkStatus
) -> None:
    """Say how far ``coder`` (made where unknown) is with documents."""
    with project.change(
        Message(
            QT_TRANSLATE_NOOP("core", "Status of {coder}: {status}"),
            {"coder": coder, "status": status.label},
        )
    ) as writer:
        coder_id = writer.coder_id(coder)
        for document_id in document_ids:
            writer.put(
                Work,
                {"document_id": document_id, "coder_id": coder_id},
                status=status.value,
            )
