"""What a methods appendix tells of a project: all of it counted, nothing of it typed in.

Days are ISO 8601 in local time. Counts of codings are those that who asks may see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qcode.model.enums import CodeKind, WorkStatus
from qcode.model.log_records import CodeEventRecord
from qcode.model.saturation import Saturation
from qcode.model.versions import DifferenceKind, StateCounts, Version


@dataclass(frozen=True, slots=True)
class CoderWork:
    """One coder's work as a whole: documents with their codings, codings, first and last day."""

    name: str
    documents: int
    codings: int
    finished: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class DocumentWork:
    """What one coder did in one document; ``first`` and ``last`` are empty without codings."""

    document: str
    coder: str
    codings: int
    first: str
    last: str
    status: WorkStatus


@dataclass(frozen=True, slots=True)
class Period:
    """The state of the project at the end of a day or month, and the codings made in it.

    ``name`` is ``2026-03-14`` or ``2026-03``. ``made`` counts also codings that were removed later;
    what was taken back by undo never counts.
    """

    name: str
    documents: int
    kinds: Mapping[CodeKind, int]
    codings: int
    made: int
    memos: int


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version, and how many codes differ from the one before (from nothing for the first).

    ``version`` is None for the state of now, which is told where it differs from the last version.
    """

    version: Version | None
    counts: StateCounts
    changes: Mapping[DifferenceKind, int]


@dataclass(frozen=True, slots=True)
class StepFigures:
    """Steps that stand, steps that are taken back, times undo and redo were used."""

    done: int
    undone: int
    undos: int
    redos: int

    @property
    def recorded(self) -> int:
        """All steps of work that the log has, whether they stand or not."""
        return self.done + self.undone


@dataclass(frozen=True, slots=True)
class MethodsReport:
    """Everything that a methods appendix prints.

    ``program`` is the version of qcode, ``date`` the day of the report, ``first`` and ``last`` the
    days of the first and last step, ``coded_first`` and ``coded_last`` those of codings (empty
    where there are none). ``monthly`` says that periods are months. ``hidden`` says that work is
    left out which who asks may not see.
    """

    project: str
    program: str
    date: str
    first: str
    last: str
    coded_first: str
    coded_last: str
    documents: int
    characters: int
    passages: int
    codings: int
    memos: int
    kinds: Mapping[CodeKind, int]
    blind: bool
    hidden: bool
    coders: tuple[CoderWork, ...]
    work: tuple[DocumentWork, ...]
    monthly: bool
    periods: tuple[Period, ...]
    versions: tuple[VersionLine, ...]
    events: tuple[CodeEventRecord, ...]
    saturation: Saturation
    steps: StepFigures
