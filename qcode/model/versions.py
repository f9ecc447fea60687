"""Named states of the codebook, and what differs between two of them.

Codes are known by GUID, so that a renamed code is the same one. Counts are distinct passages; they
are None where they would tell of work that is hidden from who looks (coding blind).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from qcode.model.enums import CodeKind
from qcode.model.messages import QT_TRANSLATE_NOOP, Message


@dataclass(frozen=True, slots=True)
class VersionCode:
    """A code of a state, in tree order. ``parent`` is a GUID, empty for a code without parent.

    ``own_passages`` are those of the code itself, ``passages`` those of its whole subtree,
    ``documents`` the documents with any of these.
    """

    guid: str
    name: str
    kind: CodeKind
    parent: str
    position: int
    number: str
    color: str
    definition: str
    use_when: str
    not_when: str
    typical: str
    boundary: str
    own_passages: int | None
    passages: int | None
    documents: int | None

    @property
    def title(self) -> str:
        """Number and name as people read them."""
        return f"{self.number} {self.name}" if self.number else self.name


@dataclass(frozen=True, slots=True)
class StateCounts:
    """How large a project was: codes by kind, documents, distinct coded passages, codings."""

    kinds: Mapping[CodeKind, int]
    documents: int
    passages: int | None
    codings: int | None

    @property
    def codes(self) -> int:
        """All codes."""
        return sum(self.kinds.values())


@dataclass(frozen=True, slots=True)
class CodebookState:
    """The codebook at one time, with who had coded until then."""

    codes: tuple[VersionCode, ...]
    coders: tuple[str, ...]
    counts: StateCounts


@dataclass(frozen=True, slots=True)
class Version:
    """A state of the codebook that has a name: who named it (today's name), when, and why."""

    id: int
    guid: str
    name: str
    note: str
    coder: str
    created: str
    counts: StateCounts


class DifferenceKind(StrEnum):
    """How a code differs between two states, in the order in which differences are told."""

    ADDED = "added"
    SPLIT = "split"
    MERGED = "merged"
    REMOVED = "removed"
    RENAMED = "renamed"
    RAISED = "raised"
    LOWERED = "lowered"
    MOVED = "moved"
    REDEFINED = "redefined"

    @property
    def label(self) -> Message:
        """Name of the difference for people."""
        return Message(_LABELS[self])


_LABELS = {
    DifferenceKind.ADDED: QT_TRANSLATE_NOOP("core", "added"),
    DifferenceKind.SPLIT: QT_TRANSLATE_NOOP("core", "split off"),
    DifferenceKind.MERGED: QT_TRANSLATE_NOOP("core", "merged"),
    DifferenceKind.REMOVED: QT_TRANSLATE_NOOP("core", "removed"),
    DifferenceKind.RENAMED: QT_TRANSLATE_NOOP("core", "renamed"),
    DifferenceKind.RAISED: QT_TRANSLATE_NOOP("core", "raised"),
    DifferenceKind.LOWERED: QT_TRANSLATE_NOOP("core", "lowered"),
    DifferenceKind.MOVED: QT_TRANSLATE_NOOP("core", "moved"),
    DifferenceKind.REDEFINED: QT_TRANSLATE_NOOP("core", "redefined"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. ``name`` is the code's title in the newer state, else in the older one.

    ``before`` and ``after`` are, by kind: *added*, *removed* and *moved* the parents' titles (empty
    at the top); *split* the titles of the codes that it was split from (before); *merged* the title
    of the code that took it in (after); *renamed* names; *raised* and *lowered* values of
    ``CodeKind``; *redefined* the texts of ``field``. ``then`` and ``now`` count passages of the
    code's subtree; they are None in a state without the code. ``reason`` is what the log has.
    """

    kind: DifferenceKind
    guid: str
    name: str
    code_kind: CodeKind
    before: str = ""
    after: str = ""
    field: str = ""
    then: int | None = None
    now: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two states.

    ``older`` is None for the empty codebook at the beginning, ``newer`` None for the state of now.
    """

    older: Version | None
    newer: Version | None
    older_counts: StateCounts
    newer_counts: StateCounts
    differences: tuple[Difference, ...]

    def of(self, *kinds: DifferenceKind) -> tuple[Difference, ...]:
        """Return the differences of some kinds, in tree order."""
        return tuple(one for one in self.differences if one.kind in kinds)

    def count(self) -> Mapping[DifferenceKind, int]:
        """Return how many codes differ in each way that occurs; a code counts once for a way."""
        codes: dict[DifferenceKind, set[str]] = {}
        for one in self.differences:
            codes.setdefault(one.kind, set()).add(one.guid)
        return {kind: len(codes[kind]) for kind in DifferenceKind if kind in codes}
