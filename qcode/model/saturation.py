"""The saturation ledger as plain data: counted by ``analysis``, laid out by ``formats``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from qcode.model.messages import QT_TRANSLATE_NOOP, Message


class CodingOrder(StrEnum):
    """In which order documents are taken to have been coded."""

    DOCUMENTS = "documents"
    FIRST_CODED = "first_coded"

    @property
    def label(self) -> Message:
        """Name of the order for people."""
        return Message(_ORDER_LABELS[self])


_ORDER_LABELS = {
    CodingOrder.DOCUMENTS: QT_TRANSLATE_NOOP("core", "order of the documents"),
    CodingOrder.FIRST_CODED: QT_TRANSLATE_NOOP("core", "order of their first coding"),
}


class Verdict(StrEnum):
    """What the held-out documents say about saturation."""

    NONE_HELD_OUT = "none_held_out"
    NOT_YET_CODED = "not_yet_coded"
    SATURATED = "saturated"
    NOT_SATURATED = "not_saturated"

    @property
    def saturated(self) -> bool | None:
        """Yes or no; None where it cannot be tested."""
        if self in (Verdict.SATURATED, Verdict.NOT_SATURATED):
            return self is Verdict.SATURATED
        return None


class NewCode(NamedTuple):
    """A code that occurs for the first time; ``name`` with its number if it has one."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class DocumentNews:
    """What a document brings that no document before it has.

    ``coded`` is false where nothing is coded in it: then that it brings nothing new says nothing.
    ``higher`` are main and core categories. The cumulative numbers include this document.
    """

    document_id: int
    guid: str
    document: str
    label: str
    held_out: bool
    coded: bool
    concepts: tuple[NewCode, ...]
    categories: tuple[NewCode, ...]
    higher: tuple[NewCode, ...]
    cumulative_concepts: int
    cumulative_categories: int

    @property
    def names(self) -> list[str]:
        """Names of all that is new, the highest kinds first."""
        return [code.name for code in (*self.higher, *self.categories, *self.concepts)]


class Run(NamedTuple):
    """One run of documents: places (from 1, both included) among the coded ones, and its news."""

    first: int
    last: int
    new: int
    percent: float
    reached: bool


@dataclass(frozen=True, slots=True)
class RunMeasure:
    """Base size, run length and new-information threshold; see ``analysis.saturation.runs``.

    ``threshold`` and ``percent`` are per cent. ``base`` is the number of distinct concepts in the
    first ``base_size`` coded documents, None where there are fewer documents or no concept in
    them. ``reached_at`` is the number of documents after which the first run at or below the
    threshold begins, None where no run is.
    """

    base_size: int
    run_length: int
    threshold: float
    base: int | None
    runs: tuple[Run, ...]

    @property
    def reached_at(self) -> int | None:
        """See the class."""
        return next((run.first - 1 for run in self.runs if run.reached), None)

    @property
    def notation(self) -> str:
        """``6+2``: reached at 6 documents, seen by 2 more; empty where it is not reached."""
        return "" if self.reached_at is None else f"{self.reached_at}+{self.run_length}"


@dataclass(frozen=True, slots=True)
class Saturation:
    """The whole ledger: documents in order (those held out last), measure and verdict."""

    order: CodingOrder
    documents: tuple[DocumentNews, ...]
    measure: RunMeasure
    verdict: Verdict
    sentence: Message

    @property
    def curve(self) -> tuple[DocumentNews, ...]:
        """The coded documents: the points of the curve of cumulative numbers."""
        return tuple(one for one in self.documents if one.coded)
