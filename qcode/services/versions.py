"""Versions of the codebook: a state that was given a name, compared with others, and printed."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qcode.analysis import codebook_diff
from qcode.model.errors import QcodeError
from qcode.model.log_records import CodeEventRecord
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.report import PageSetup
from qcode.model.versions import CodebookState, Comparison, Version
from qcode.services import codebook_states, exporting, terms
from qcode.services import theory_rules as rules
from qcode.services.code_rules import clean
from qcode.services.codebook_states import Snapshot, take
from qcode.services.project import Project
from qcode.store import log_queries, version_queries, visibility

if TYPE_CHECKING:
    from qcode.store.connection import Connection

__all__ = [
    "Snapshot",
    "compare",
    "delete",
    "describe",
    "find",
    "listed",
    "name_version",
    "state",
    "take",
    "write_comparison",
    "write_version",
]

_VERSION = rules.Named(
    "codebook_version",
    gone=QT_TRANSLATE_NOOP("core", "This version of the codebook no longer exists."),
    empty=QT_TRANSLATE_NOOP("core", "A version of the codebook needs a name."),
    taken=QT_TRANSLATE_NOOP("core", "There is already a version “{name}” of the codebook."),
)


# ---------------------------------------------------------------------- changing


def name_version(
    project: Project, name: str, note: str = "", *, snapshot: Snapshot | None = None
) -> int:
    """Give the present state of the codebook a name, as one step, and return the version's id.

    ``snapshot`` is one that ``take`` took in a worker, so that nothing is counted in the step:
    with 100,000 codings that takes most of a second, the step itself a millisecond.
    Raises ``QcodeError`` when the name is empty or taken.
    """
    label = Message(
        QT_TRANSLATE_NOOP("core", "Name version “{name}” of the codebook"), {"name": tidy(name)}
    )
    with project.change(label) as writer:
        others = version_queries.names(writer.connection).values()
        named = rules.free_name(_VERSION, others, name)
        kept = snapshot or codebook_states.taken(writer.connection)
        return writer.insert(
            "codebook_version",
            name=named,
            note=clean(note),
            snapshot_id=version_queries.keep(writer, kept.sha256, kept.body),
            coder_id=writer.coder_id(),
        )


def describe(project: Project, version_id: int, name: str, note: str) -> None:
    """Give a version another name and note, as one step.

    Raises ``QcodeError`` when it is gone, or the name is empty or taken.
    """
    label = Message(
        QT_TRANSLATE_NOOP("core", "Name and note of version “{name}”"), {"name": tidy(name)}
    )
    with project.change(label) as writer:
        rules.require(writer, _VERSION, [version_id])
        known = version_queries.names(writer.connection)
        others = (other for i, other in known.items() if i != version_id)
        named = rules.free_name(_VERSION, others, name)
        writer.update("codebook_version", version_id, name=named, note=clean(note))


def delete(project: Project, version_ids: Collection[int]) -> None:
    """Delete versions; the codebook itself is not touched."""
    if not version_ids:
        return
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Delete a version of the codebook"))
    ) as writer:
        rules.require(writer, _VERSION, version_ids)
        writer.delete("codebook_version", version_ids)


# ---------------------------------------------------------------------- reading


def listed(project: Project) -> list[Version]:
    """Return all versions in order of time."""
    with project.read() as connection:
        return [of_row(connection, row) for row in version_queries.versions(connection)]


def find(project: Project, wanted: str) -> Version:
    """Return the version with this name or GUID; raises ``QcodeError`` naming those there are."""
    found = listed(project)
    for one in found:
        if wanted == one.guid or tidy(wanted).casefold() == one.name.casefold():
            return one
    raise QcodeError(
        QT_TRANSLATE_NOOP(
            "core", "There is no version “{name}” of the codebook in {file}; it has: {versions}."
        ),
        name=wanted,
        file=str(project.path),
        versions=", ".join(one.name for one in found) or "–",
    )


def state(project: Project, version_id: int | None = None) -> CodebookState:
    """Return the codebook of a version, or that of now; raises ``QcodeError`` when it is gone."""
    with project.read() as connection:
        return _state(connection, version_id)[1]


def compare(project: Project, older_id: int | None, newer_id: int | None = None) -> Comparison:
    """Return what differs between two versions.

    ``older_id`` None is the empty codebook of the beginning, ``newer_id`` None the state of now.
    Raises ``QcodeError`` when a version is gone.
    """
    with project.read() as connection:
        older, before = (
            (None, codebook_states.EMPTY) if older_id is None else _state(connection, older_id)
        )
        newer, after = _state(connection, newer_id)
        events = log_queries.code_events(connection)
    return compared(older, before, newer, after, events)


def compared(
    older: Version | None,
    before: CodebookState,
    newer: Version | None,
    after: CodebookState,
    events: list[CodeEventRecord],
) -> Comparison:
    """Return what differs between two states that have been read already."""
    found = codebook_diff.differences(before.codes, after.codes, events)
    return Comparison(older, newer, before.counts, after.counts, tuple(found))


def _state(connection: Connection, version_id: int | None) -> tuple[Version | None, CodebookState]:
    if version_id is None:
        return None, codebook_states.shown(connection, codebook_states.of(connection))
    row = version_queries.version(connection, version_id)
    if row is None:
        raise QcodeError(_VERSION.gone)
    body = version_queries.body(connection, row[6])
    return of_row(connection, row), codebook_states.read(connection, body)


def of_row(connection: Connection, row: version_queries.Row) -> Version:
    """Return the version of a row, with the counts that who looks may see."""
    counts = codebook_states.counts_of(connection, json.loads(row[7]))
    return Version(row[0], row[1], row[2], row[3], row[4], row[5], counts)


# ---------------------------------------------------------------------- writing


def write_comparison(
    project: Project,
    older_id: int | None,
    newer_id: int | None,
    out: Path,
    setup: PageSetup | None = None,
) -> None:
    """Write what differs between two versions (see ``compare``) as Word tables."""
    from qcode.formats import versions_docx

    exporting.require_ending(out, (".docx",))
    versions_docx.write(
        compare(project, older_id, newer_id),
        out,
        project=project.name,
        date=datetime.now().astimezone().date().isoformat(),
        setup=terms.page_setup(project, setup),
    )


def write_version(
    project: Project, version_id: int, out: Path, setup: PageSetup | None = None
) -> None:
    """Write the codebook of a version as Word, CSV, XLSX or HTML, without passages.

    Raises ``QcodeError`` when it is gone, and where its counts are hidden from who works blind.
    """
    exporting.require_ending(out, exporting.CODEBOOK_ENDINGS)
    with project.read() as connection:
        version, found = _state(connection, version_id)
        if visibility.hides(connection):
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core",
                    "The counts of this version tell of work that is hidden from you while you"
                    " work blind; finish your documents first.",
                )
            )
    assert version is not None
    gathered = codebook_states.printable(
        found, project=f"{project.name} · {version.name}", date=version.created
    )
    exporting.write_gathered(gathered, out, terms.page_setup(project, setup))
