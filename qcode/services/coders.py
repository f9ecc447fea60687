"""Who codes, how far they are with each document, and whether they see each other's work."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from qcode.model.colors import PALETTE
from qcode.model.enums import WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.records import Coder, WorkRecord
from qcode.services import documents
from qcode.services.code_rules import valid_color
from qcode.services.project import Project, coder_name
from qcode.store import passage_queries, queries, visibility
from qcode.store.writer import Writer


@dataclass(frozen=True, slots=True)
class CoderFigures:
    """A coder and their work: codings that who asks may see, documents in progress and finished."""

    coder: Coder
    codings: int
    open: int
    finished: int


@dataclass(frozen=True, slots=True)
class View:
    """What decides on what is seen of a project that is coded blind: who looks, what they finished.

    While it stays equal, no coding and no memo comes into view or goes out of it.
    """

    coder: str
    finished: frozenset[int]


def listed(project: Project) -> list[Coder]:
    """Return all coders in the order in which they came, each with a colour."""
    with project.read() as connection:
        return _coloured(queries.coders(connection))


def figures(project: Project) -> list[CoderFigures]:
    """Return all coders in the order in which they came, with what they have done."""
    with project.read() as connection:
        found = _coloured(queries.coders(connection))
        codings = passage_queries.coder_codings(connection)
        work = queries.work(connection)
    done = [(record.coder, record.status) for record in work]
    return [
        CoderFigures(
            coder,
            codings.get(coder.id, 0),
            done.count((coder.name, WorkStatus.OPEN)),
            done.count((coder.name, WorkStatus.FINISHED)),
        )
        for coder in found
    ]


def _coloured(found: list[Coder]) -> list[Coder]:
    """Give those without a colour one of the palette, by the order in which coders came."""
    return [
        coder if coder.color else replace(coder, color=PALETTE[place % len(PALETTE)])
        for place, coder in enumerate(found)
    ]


# ---------------------------------------------------------------------- changing


def add(project: Project, name: str, color: str = "") -> int:
    """Make a coder and return their id; raises ``QcodeError`` when the name is empty or taken.

    Without ``color`` they have one of the palette. A coder is also made by their first change.
    """
    clean = tidy(name)
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Add coder {name}"), {"name": clean})
    ) as writer:
        _require_free(queries.coders(writer.connection), clean)
        return writer.insert("coder", name=clean, color=valid_color(color) if color else "")


def rename(project: Project, coder_id: int, name: str) -> None:
    """Give a coder another name; raises ``QcodeError`` when it is empty or taken."""
    clean = tidy(name)
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Rename coder to {name}"), {"name": clean})
    ) as writer:
        others = [one for one in queries.coders(writer.connection) if one.id != coder_id]
        _require_free(others, clean)
        _require_there(writer, coder_id)
        writer.update("coder", coder_id, name=clean)


def set_color(project: Project, coder_id: int, color: str) -> None:
    """Give a coder another colour (``#RGB`` or ``#RRGGBB``)."""
    wanted = valid_color(color)
    name = next((one.name for one in listed(project) if one.id == coder_id), "")
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Colour of {coder}"), {"coder": name})
    ) as writer:
        _require_there(writer, coder_id)
        writer.update("coder", coder_id, color=wanted)


def _require_free(others: list[Coder], name: str) -> None:
    coder_name(name)
    if any(other.name == name for other in others):
        raise QcodeError(QT_TRANSLATE_NOOP("core", "There is already a coder “{name}”."), name=name)


def _require_there(writer: Writer, coder_id: int) -> None:
    if not queries.existing(writer.connection, "coder", [coder_id]):
        raise QcodeError(QT_TRANSLATE_NOOP("core", "This coder no longer exists."))


# ---------------------------------------------------------------------- blind


def is_blind(project: Project) -> bool:
    """Whether coders see the codings of others only in documents that they have finished."""
    with project.read() as connection:
        return visibility.is_blind(connection)


def set_blind(project: Project, blind: bool) -> None:
    """Hide the work of other coders in what one has not finished, or show it again.

    It holds for everybody and everywhere: texts, counts, lists, history, exports. What is done to a
    code is still done to all its codings. It keeps colleagues honest; it is no protection.
    """
    if blind == is_blind(project):
        return
    label = (
        QT_TRANSLATE_NOOP("core", "Work blind")
        if blind
        else QT_TRANSLATE_NOOP("core", "Work blind no longer")
    )
    with project.change(Message(label)) as writer:
        writer.put(
            "setting",
            {"key": visibility.BLIND},
            value=visibility.ON if blind else visibility.OFF,
        )


def view(project: Project) -> View | None:
    """Return what decides on what is seen; None where who acts sees everything."""
    with project.read() as connection:
        if connection.limit is None:
            return None
        work = queries.work(connection)
    finished = frozenset(
        record.document_id
        for record in work
        if record.coder == project.coder and record.status is WorkStatus.FINISHED
    )
    return View(project.coder, finished)


# ---------------------------------------------------------------------- who is meant, and work


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


def to_do(project: Project, coder: str) -> list[int]:
    """Return the documents (ids) given to a coder and not finished, in their order."""
    return [
        one.document_id
        for one in work(project)
        if one.coder == coder and one.status is WorkStatus.OPEN
    ]


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
