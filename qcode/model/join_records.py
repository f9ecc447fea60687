"""Merging project files: what is planned, what stands against each other, what came in.

Values are held as people read them (names instead of numbers of rows); a stored word such as the
kind of a code is a message. A value that is None is not there: nothing is known of the state that
both files began from, or the thing itself was deleted on that side.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message

Shown: TypeAlias = "str | Message | None"


class Choice(StrEnum):
    """Whose state holds where both sides changed the same thing.

    ``BOTH`` joins texts (mine first) and keeps what either side deleted; of what cannot be joined
    (a kind, a parent) mine stays.
    """

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"

    @property
    def label(self) -> Message:
        """Name of the choice for people."""
        return Message(_CHOICES[self])


_CHOICES = {
    Choice.MINE: QT_TRANSLATE_NOOP("core", "mine"),
    Choice.THEIRS: QT_TRANSLATE_NOOP("core", "theirs"),
    Choice.BOTH: QT_TRANSLATE_NOOP("core", "both"),
}


class ConflictKind(StrEnum):
    """How the two sides came to differ."""

    CHANGED = "changed"
    DELETED_HERE = "deleted_here"
    DELETED_THERE = "deleted_there"

    @property
    def label(self) -> Message:
        """What happened, for people."""
        return Message(_KINDS[self])


_KINDS = {
    ConflictKind.CHANGED: QT_TRANSLATE_NOOP("core", "changed on both sides"),
    ConflictKind.DELETED_HERE: QT_TRANSLATE_NOOP("core", "deleted here, used or changed there"),
    ConflictKind.DELETED_THERE: QT_TRANSLATE_NOOP("core", "deleted there, used or changed here"),
}


class ConflictKey(NamedTuple):
    """Names a conflict, or one field of it: choices are given by it.

    ``file`` is the place of the other file among those that are merged (from 0), ``table`` and
    ``row`` say what it is (a GUID, or for what has none the things that it ties together).
    ``field`` is empty for the whole conflict; a choice for a field counts before one for the whole.
    """

    file: int
    table: str
    row: str
    field: str = ""

    def of(self, name: str) -> ConflictKey:
        """Return the key of one field of this conflict."""
        return self._replace(field=name)


@dataclass(frozen=True, slots=True)
class ConflictField:
    """One thing that differs: ``base`` is what both sides began from, None where unknown.

    ``long`` texts are prose of several lines; ``joinable`` says that ``BOTH`` means more here than
    ``MINE``.
    """

    key: str
    label: Message
    base: Shown
    mine: Shown
    theirs: Shown
    long: bool = False
    joinable: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that cannot be merged without a choice.

    ``what`` is its sort (a code, a memo), ``name`` which one it is. Of something deleted on one
    side ``fields`` are those that the other side changed since (their value on the deleting side
    is None; there may be none), and ``resting`` counts the rows (codings, links) that the other
    side has put on it since; of a code that was merged ``into`` is the one that takes those in when
    it goes. Deletions are chosen as a whole, never by field.
    """

    key: ConflictKey
    kind: ConflictKind
    what: Message
    name: str
    fields: tuple[ConflictField, ...] = ()
    resting: int = 0
    into: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A thing of each file that are taken to be the same, in projects that began apart."""

    file: int
    table: str
    what: Message
    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A document whose text differs: it stays out, and ``resting`` rows (codings, …) with it."""

    file: int
    document: str
    resting: int


@dataclass(frozen=True, slots=True)
class TableCount:
    """How many rows of a table came in, were changed, or were deleted; ``what`` names them."""

    table: str
    what: Message
    added: int = 0
    changed: int = 0
    deleted: int = 0


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What merging brings, or has brought.

    ``documents`` and ``codes`` are the names of those that come in, ``deleted`` the names of
    documents, codes, memos and the like that go. ``notes`` are sentences about what could not be
    taken over as it is there. Passages (rows of ``selection``) are not counted: they come and go
    with what is on them.
    """

    files: tuple[Path, ...]
    counts: tuple[TableCount, ...] = ()
    documents: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    deleted: tuple[tuple[Message, str], ...] = ()
    refused: tuple[Refused, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing comes in, changes or goes."""
        return not self.counts

    def count(self, table: str) -> TableCount:
        """Return the figures of one table, zeros where nothing happened to it."""
        for one in self.counts:
            if one.table == table:
                return one
        return TableCount(table, Message(table))

    def plain(self) -> dict[str, Any]:
        """Return the report as JSON has it, in English."""
        return {
            "files": [str(path) for path in self.files],
            "counts": {
                one.table: {"added": one.added, "changed": one.changed, "deleted": one.deleted}
                for one in self.counts
            },
            "documents": list(self.documents),
            "codes": list(self.codes),
            "deleted": [{"what": str(what), "name": name} for what, name in self.deleted],
            "refused": [
                {"file": str(self.files[one.file]), "document": one.document, "rows": one.resting}
                for one in self.refused
            ],
            "notes": [str(note) for note in self.notes],
        }


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging some files would do to the project as it is now.

    ``conflicts`` are all that need a choice; ``open`` are those among them that no choice and no
    preference has settled yet. While a conflict is open, the figures of ``report`` take mine for
    it. ``pairs`` is the preview of projects that began apart. ``work`` is the services' own.
    """

    paths: tuple[Path, ...]
    conflicts: tuple[Conflict, ...]
    open: tuple[Conflict, ...]
    report: MergeReport
    pairs: tuple[Pair, ...] = ()
    work: Any = field(default=None, repr=False, compare=False)

    @property
    def nothing(self) -> bool:
        """Whether the project has everything already, and merging makes no step."""
        return self.report.empty and not self.conflicts


Choices: TypeAlias = Mapping[ConflictKey, Choice]


class OpenConflicts(QcodeError):
    """Merging was asked for while a conflict had neither a choice nor a preference."""

    def __init__(self, plan: MergePlan) -> None:
        self.plan = plan
        super().__init__(
            QT_TRANSLATE_NOOP(
                "core",
                "Nothing was merged: both sides changed the same things (conflicts left: {count})."
                " Choose for each whether mine, theirs or both is to hold.",
            ),
            count=len(plan.open),
        )


class OtherProject(QcodeError):
    """A file belongs to another project; asked for as one that began apart it can be matched."""


def as_written(value: Shown) -> str | None:
    """Return a value as JSON has it, in English."""
    return None if value is None else str(value)


def told(report: MergeReport) -> str:
    """Return the report as it is kept with the step that merged."""
    return json.dumps(report.plain(), ensure_ascii=False)
