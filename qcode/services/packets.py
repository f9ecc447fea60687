"""Packets: a project file for one coder, with chosen documents, to be merged again later.

A packet is written afresh from chosen rows under the same GUIDs, so it opens like any project and
finds its way back. A blind one holds the codebook and only this coder's own work: there is nothing
of the others in it to be found, neither in its history nor between the lines of the file.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qcode.model.errors import QcodeError, ReadOnlyProject
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.stamps import new_guid
from qcode.services import assignments
from qcode.services.project import CURRENT_CODER, SUFFIX, Project, coder_name
from qcode.store import packet_rows, queries, visibility
from qcode.store.failures import EXISTS
from qcode.store.journal import Progress, no_progress

if TYPE_CHECKING:
    from qcode.store.store import Store


@dataclass(frozen=True, slots=True)
class PacketReport:
    """A packet that was written, and what is in it.

    ``document_ids`` are those of the project that it was taken from; ``codings`` and ``memos``
    count what went in, ``coder_guid`` is what the coder is known by in both files. ``limited``:
    others' work was asked for, but some of it is hidden from who hands it out and stayed out.
    """

    path: Path
    coder: str
    coder_guid: str
    blind: bool
    document_ids: tuple[int, ...]
    characters: int
    codes: int
    codings: int
    memos: int
    limited: bool = False


def make(
    project: Project,
    out: Path,
    coder: str,
    document_ids: Collection[int] | None = None,
    *,
    blind: bool,
    progress: Progress = no_progress,
) -> PacketReport:
    """Write a packet for ``coder`` and give them its documents in ``project``: see both parts.

    ``write`` and ``hand_out`` in one, for who need not keep a window alive meanwhile. When the
    second fails, there is no packet.
    """
    report = write(project, out, coder, document_ids, blind=blind, progress=progress)
    try:
        hand_out(project, report)
    except BaseException:
        report.path.unlink(missing_ok=True)
        raise
    return report


def write(
    project: Project,
    out: Path,
    coder: str,
    document_ids: Collection[int] | None = None,
    *,
    blind: bool,
    progress: Progress = no_progress,
) -> PacketReport:
    """Write the file of a packet for ``coder``; of ``project`` it only reads, also in a worker.

    ``document_ids`` None means all documents. The ending ``.qcode`` is added where it is missing.
    In the packet ``coder`` is the current coder and has every document at least to do. Blind, it
    holds the codebook, the documents and this coder's own work, and coders work blind in it;
    otherwise all that belongs to the documents, the whole codebook and the model. Who works blind
    hands out no more of the others than they see themselves, and the coder's own work.
    ``progress`` may raise to stop; then, as after any failure, no file is left.

    Raises ``QcodeError`` when ``out`` exists or cannot be made, when the disk is full, and when
    there is no such document or none at all; ``ReadOnlyProject`` when ``project`` cannot be
    changed, since what is handed out is noted there.
    """
    if project.read_only:
        raise ReadOnlyProject(
            QT_TRANSLATE_NOOP(
                "core", "{file} is open read-only; open it for writing to change it."
            ),
            file=str(project.path),
        )
    who = coder_name(coder)
    target = _target(out)
    with project.read() as source:
        listed = queries.documents(source, counts=False)
        chosen = [one for one in listed if document_ids is None or one.id in document_ids]
        if len(chosen) < len(set(document_ids or ())):
            raise QcodeError(QT_TRANSLATE_NOOP("core", "This document no longer exists."))
        if not chosen:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "There is no document to hand out to {coder}."),
                coder=who,
            )
        known = next((one for one in queries.coders(source) if one.name == who), None)
        choice = packet_rows.Choice(
            file=project.path,
            documents=tuple(one.id for one in chosen),
            coder=who,
            guid=known.guid if known else new_guid(),
            coder_id=known.id if known else 0,
            blind=blind,
        )
        counts: dict[str, int] = {}

        def begin(store: Store) -> None:
            label = Message(
                QT_TRANSLATE_NOOP("core", "Packet for {coder} from {project}"),
                {"coder": who, "project": project.name},
            )
            # Who hands it out is one of those whom a blind packet does not name.
            with store.change(label, who if blind else project.coder) as writer:
                counts.update(packet_rows.fill(source, writer, choice, progress))
                writer.close_to_undo()  # there is nothing before the beginning
            store.set_local(CURRENT_CODER, who)

        packet_rows.written(target, begin)
        limited = not blind and visibility.hides(source)
    return PacketReport(
        path=target,
        coder=who,
        coder_guid=choice.guid,
        blind=blind,
        document_ids=choice.documents,
        characters=sum(one.characters for one in chosen),
        codes=counts["code"],
        codings=counts["coding"],
        memos=counts["memo"],
        limited=limited,
    )


def hand_out(project: Project, report: PacketReport) -> None:
    """Note in ``project`` that the documents of a packet are its coder's to do, as one step.

    The coder is made where unknown; what they have begun or finished stays as it is.
    """
    label = Message(
        QT_TRANSLATE_NOOP("core", "Hand out documents to {coder}"), {"coder": report.coder}
    )
    with project.change(label) as writer:
        # Meanwhile some may have been deleted.
        there = queries.existing(writer.connection, "document", report.document_ids)
        coder_id = assignments.coder_row(writer, report.coder, report.coder_guid)
        assignments.give(writer, coder_id, [one for one in report.document_ids if one in there])


def _target(out: Path) -> Path:
    """Return the path with its ending; refuse what exists before anything is read."""
    if not out.name:
        raise QcodeError(EXISTS, file=str(out))  # "." or "/"
    target = out if out.suffix.lower() == SUFFIX else out.with_name(out.name + SUFFIX)
    if os.path.lexists(target):
        raise QcodeError(EXISTS, file=str(target))
    return target
