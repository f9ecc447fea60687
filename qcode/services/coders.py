"""Who codes, and how far they are with each document."""

from __future__ import annotations

from collections.abc import Collection

from qcode.model.enums import WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.records import Coder, WorkRecord
from qcode.services import documents
from qcode.services.project import Project, coder_name
from qcode.store import queries


def listed(project: Project) -> list[Coder]:
    """Return all coders in the order in which they came."""
    with project.read() as connection:
        return queries.coders(connection)


def rename(project: Project, coder_id: int, name: str) -> None:
    """Give a coder another name; raises ``QcodeError`` when it is empty or taken."""
    clean = tidy(name)
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Rename coder to {name}"), {"name": clean})
    ) as writer:
        coder_name(clean)
        present = queries.coders(writer.connection)
        if any(other.name == clean and other.id != coder_id for other in present):
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "There is already a coder “{name}”."), name=clean
            )
        if all(other.id != coder_id for other in present):
            raise QcodeError(QT_TRANSLATE_NOOP("core", "This coder no longer exists."))
        writer.update("coder", coder_id, name=clean)


def require(project: Project, name: str) -> Coder:
    """Return the coder of this name; raises ``QcodeError`` naming those there are."""
    found = listed(project)
    wanted = tidy(name)
    for coder in found:
        if coder.name == wanted:
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
    if not document_ids:
        return
    who = coder_name(coder)
    with project.change(
        Message(
            QT_TRANSLATE_NOOP("core", "Status of {coder}: {status}"),
            {"coder": who, "status": status.label},
        )
    ) as writer:
        documents.require(writer, document_ids)
        coder_id = writer.coder_id(who)
        for document_id in document_ids:
            writer.put(
                "work",
                {"document_id": document_id, "coder_id": coder_id},
                status=status.value,
            )
