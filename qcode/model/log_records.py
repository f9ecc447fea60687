"""What the log of a project tells: what happened to codes, the life of a code, the history.

As in ``qcode.model.records``: ids are row numbers of this file, GUIDs serve outside, dates are ISO
8601 in UTC. A count is None where it would tell of work that is hidden from who looks (coding
blind).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from qcode.model.enums import CodeEventKind
from qcode.model.messages import QT_TRANSLATE_NOOP, Message


@dataclass(frozen=True, slots=True)
class CodeEventRecord:
    """A code that was merged into another, split, or deleted; names are those of that day.

    Of a split ``code`` is the one that passages left and ``into`` the one that they went to; of a
    deletion ``into`` is empty. ``passages`` counts distinct ones. ``coder`` has today's name.
    """

    id: int
    guid: str
    what: CodeEventKind
    code_guid: str
    code_name: str
    into_guid: str
    into_name: str
    passages: int | None
    reason: str
    coder: str
    created: str


class LifeEvent(StrEnum):
    """What can happen to a code."""

    CREATED = "created"
    RENAMED = "renamed"
    RAISED = "raised"
    LOWERED = "lowered"
    MOVED = "moved"
    DESCRIBED = "described"
    COLOURED = "coloured"
    TOOK_IN = "took_in"
    MERGED = "merged"
    SPLIT = "split"
    SPLIT_OFF = "split_off"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class LifeEntry:
    """One thing that happened to a code: when, who (the name of that day), what, and why.

    ``step`` is that of the history, ``event_id`` the code event whose reason can be given.
    """

    at: str
    coder: str
    kind: LifeEvent
    what: Message
    reason: str = ""
    step: int = 0
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class Biography:
    """The life of a code, also of one that is gone; ``name`` is its last one.

    ``codings`` counts those that it has now, ``months`` them by the month (``2026-03``, local time)
    in which they were made, without months that have none; ``first`` and ``last`` are times of
    codings, empty where there are none.
    """

    guid: str
    name: str
    gone: bool
    entries: tuple[LifeEntry, ...]
    codings: int = 0
    first: str = ""
    last: str = ""
    months: tuple[tuple[str, int], ...] = ()


class StepSort(StrEnum):
    """What a step of the history was about; a step may be about several things."""

    DOCUMENTS = "documents"
    CODES = "codes"
    CODINGS = "codings"
    MEMOS = "memos"
    MODEL = "model"
    WORK = "work"
    SETTINGS = "settings"

    @property
    def label(self) -> Message:
        """Name of the sort for people."""
        return Message(_SORT_LABELS[self])


_SORT_LABELS = {
    StepSort.DOCUMENTS: QT_TRANSLATE_NOOP("core", "documents"),
    StepSort.CODES: QT_TRANSLATE_NOOP("core", "codebook"),
    StepSort.CODINGS: QT_TRANSLATE_NOOP("core", "codings"),
    StepSort.MEMOS: QT_TRANSLATE_NOOP("core", "memos"),
    StepSort.MODEL: QT_TRANSLATE_NOOP("core", "model"),
    StepSort.WORK: QT_TRANSLATE_NOOP("core", "coders and their work"),
    StepSort.SETTINGS: QT_TRANSLATE_NOOP("core", "settings"),
}


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which steps of the history are wanted; what is empty does not restrict.

    ``coders`` are names as the history shows them. ``code`` is an id or GUID (also of a code that
    is gone), ``document`` an id. ``since`` (inclusive) and ``until`` (exclusive) are dates or times
    in ISO 8601, UTC. Every one of ``words`` (parted by white space, case does not matter) must
    stand in the label. ``undone`` keeps only steps that are taken back (True) or that stand
    (False).
    """

    coders: frozenset[str] = frozenset()
    code: int | str | None = None
    document: int | None = None
    since: str = ""
    until: str = ""
    sorts: frozenset[StepSort] = frozenset()
    words: str = ""
    undone: bool | None = None


class LogChange(NamedTuple):
    """A row of the journal: ``image`` are the old values as JSON, None for an insert."""

    id: int
    step: int
    table: str
    row: int
    guid: str | None
    op: str
    image: str | None
