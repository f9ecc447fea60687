"""What happened to codes that their own rows cannot tell: merged, split, deleted, and why.

``codes.merge``, ``codes.split`` and ``codes.delete`` write an entry for each code inside their own
step, so that undo takes it back with the rest. Entries name codes by GUID and by their name of that
day, and outlive them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from qcode.model.enums import CodeEventKind
from qcode.model.errors import QcodeError
from qcode.model.log_records import CodeEventRecord
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import Code
from qcode.model.stamps import new_guid
from qcode.services.code_rules import clean
from qcode.services.project import Project
from qcode.store import journal, log_queries, queries
from qcode.store.writer import Writer

GONE = QT_TRANSLATE_NOOP("core", "This entry of the log no longer exists.")
_MOST = 10_000  # entries of one step that are looked for
_COLUMNS = (
    "guid",
    "what",
    "code_guid",
    "code_name",
    "into_guid",
    "into_name",
    "passages",
    "reason",
    "coder_id",
    "created",
)


class Named(NamedTuple):
    """A code as an entry names it."""

    guid: str
    name: str

    @classmethod
    def of(cls, code: Code) -> Named:
        """Name a code as it is called today."""
        return cls(code.guid, code.name)


NOBODY = Named("", "")


def record(
    writer: Writer,
    what: CodeEventKind,
    happened: Iterable[tuple[Named, Named, int]],
    reason: str = "",
) -> None:
    """Write entries inside a step that is already open.

    ``happened`` are the code that was lost or split, the code that took passages over (or
    ``NOBODY``), and how many distinct passages that concerned.
    """
    said = clean(reason)
    rows = [
        (new_guid(), what.value, *code, *into, passages, said) for code, into, passages in happened
    ]
    if rows:
        coder = writer.coder_id()
        writer.insert_rows("code_event", _COLUMNS, [(*row, coder, writer.at) for row in rows])


def listed(project: Project, guid: str | None = None) -> list[CodeEventRecord]:
    """Return all entries, or those about the code with this GUID, in order of time."""
    with project.read() as connection:
        return log_queries.code_events(connection, guid)


def of_last_step(project: Project) -> list[CodeEventRecord]:
    """Return the entries that the latest standing step wrote: those to ask a reason for."""
    with project.read() as connection:
        step = journal.next_undo(connection)
        if step is None:
            return []
        ids = journal.rows_of(connection, step[0], "code_event", _MOST)
        return log_queries.code_events_by_id(connection, ids)


def set_reason(project: Project, event_id: int, reason: str) -> None:
    """Say why a code was merged, split or deleted; typing merges into one step.

    Raises ``QcodeError`` when the entry is gone.
    """
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Reason for a change of codes")),
        merge_key=f"reason:{event_id}",
    ) as writer:
        if not queries.existing(writer.connection, "code_event", [event_id]):
            raise QcodeError(GONE)
        writer.update("code_event", event_id, reason=clean(reason))
