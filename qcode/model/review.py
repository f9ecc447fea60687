"""What two coders differ in, what was decided about it, and what else the review shows.

Positions are Unicode code points, half-open. A disagreement is no row of the project: it follows
from the codings, and is known by what it is about (see ``Disagreement.key``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import Code, Coder

Stretch: TypeAlias = tuple[int, int]  # start and end of a span
Spans: TypeAlias = tuple[Stretch, ...]
Cell: TypeAlias = tuple[int | None, int | None]  # a code of the first, one of the second; None none
Key: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that two coders differ in.

    The first coder gave ``first_code_id`` to ``first_spans`` where the second gave
    ``second_code_id`` to ``second_spans``. A code is None and its spans are empty where that coder
    gave nothing. ``BOUNDARY``: one code, other edges. ``CODE``: other codes on much the same words.
    """

    document_id: int
    kind: DisagreementKind
    first_id: int
    second_id: int
    first_code_id: int | None
    second_code_id: int | None
    first_spans: Spans
    second_spans: Spans

    @property
    def start(self) -> int:
        """Where the first word begins that either coder marked."""
        return min(start for start, _ in (*self.first_spans, *self.second_spans))

    @property
    def end(self) -> int:
        """Where the last word ends that either coder marked."""
        return max(end for _, end in (*self.first_spans, *self.second_spans))

    @property
    def code_ids(self) -> tuple[int, ...]:
        """The one or two codes that it is about, that of the first coder first."""
        given = (self.first_code_id, self.second_code_id)
        return tuple(dict.fromkeys(code for code in given if code is not None))

    @property
    def key(self) -> Key:
        """What makes it this disagreement, whichever of the two coders is named first."""
        one = self if self.first_id < self.second_id else self.turned()
        return (
            one.document_id,
            one.first_id,
            one.second_id,
            one.first_code_id,
            one.second_code_id,
            one.first_spans,
            one.second_spans,
        )

    def turned(self) -> Disagreement:
        """Return the same with the coders named in the other order."""
        return Disagreement(
            self.document_id,
            TURNED_KIND.get(self.kind, self.kind),
            self.second_id,
            self.first_id,
            self.second_code_id,
            self.first_code_id,
            self.second_spans,
            self.first_spans,
        )


TURNED_KIND = {
    DisagreementKind.MISSED_BY_FIRST: DisagreementKind.MISSED_BY_SECOND,
    DisagreementKind.MISSED_BY_SECOND: DisagreementKind.MISSED_BY_FIRST,
}
TURNED_VERDICT = {Verdict.FIRST: Verdict.SECOND, Verdict.SECOND: Verdict.FIRST}


def fitting(kind: DisagreementKind) -> tuple[Verdict, ...]:
    """Return the verdicts that say something about a disagreement, in the order of the keys.

    What one of two coders alone has coded has no overlap, and its union is what that one coded.
    """
    missed = kind in TURNED_KIND
    without = {Verdict.OPEN, *((Verdict.BOTH, Verdict.UNION, Verdict.INTERSECTION) * missed)}
    return tuple(one for one in Verdict if one not in without)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about a disagreement: why, by whom (today's name), and when.

    ``verdict`` is ``OPEN`` where there is only a note (``reason``) or an amendment. ``FIRST`` and
    ``SECOND`` are the coders of the disagreement in the order in which it names them.
    """

    decision_id: int
    verdict: Verdict
    reason: str
    coder: str
    created: str
    modified: str


class Standing(StrEnum):
    """Which disagreements are wanted."""

    ALL = "all"
    OPEN = "open"
    DECIDED = "decided"

    @property
    def label(self) -> Message:
        """Its name for people."""
        return Message(_STANDINGS[self])


_STANDINGS = {
    Standing.ALL: QT_TRANSLATE_NOOP("core", "all disagreements"),
    Standing.OPEN: QT_TRANSLATE_NOOP("core", "open"),
    Standing.DECIDED: QT_TRANSLATE_NOOP("core", "decided"),
}


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which disagreements are wanted; what is None does not restrict.

    A code stands for itself and, with ``below``, for all codes below it. ``pair`` are two coders
    (ids) in any order. ``cell`` is one of the confusion matrix: what the first of two coders gave
    and what the second, in the order in which they are compared. ``shortest`` hides what differs in
    fewer characters, ``hide_blank`` what differs in spaces and punctuation alone.
    """

    code_ids: frozenset[int] | None = None
    below: bool = True
    document_ids: frozenset[int] | None = None
    kinds: frozenset[DisagreementKind] | None = None
    pair: tuple[int, int] | None = None
    verdict: Standing = Standing.ALL
    verdicts: frozenset[Verdict] | None = None
    shortest: int = 0
    hide_blank: bool = False
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Confusion:
    """What one coder gave where the other gave something else, in characters.

    ``cells`` are in order of size, the largest first; what both gave stands on the diagonal.
    ``codes`` are those that occur, in the order of the codebook.
    """

    first: Coder
    second: Coder
    codes: tuple[Code, ...]
    cells: Mapping[Cell, int]

    @property
    def confused(self) -> Mapping[Cell, int]:
        """The cells off the diagonal, the largest first."""
        return {cell: size for cell, size in self.cells.items() if cell[0] != cell[1]}


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words that a disagreement is about, with words around them.

    ``text`` begins at ``start`` of the document; the spans are places in ``text``. ``cut_before``
    and ``cut_after``: the document goes on there. Memos are those that the coders wrote on these
    codings. Codes are those of now, None where a coder gave none.
    """

    document_id: int
    document: str
    text: str
    start: int
    cut_before: bool
    cut_after: bool
    first: Spans
    second: Spans
    first_memos: tuple[str, ...]
    second_memos: tuple[str, ...]
    first_code: Code | None
    second_code: Code | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the consensus has come.

    ``rows`` disagreements, ``settled`` of them (``accepted`` of these stand as they are);
    ``agreed`` codings on which all coders agree wholly, ``taken`` of them with the consensus;
    ``documents`` that are compared, ``settled_documents`` of them with nothing open and nothing to
    be taken over. ``stale`` decisions are about codings that have changed since.
    """

    rows: int
    settled: int
    accepted: int
    agreed: int
    taken: int
    documents: int
    settled_documents: int
    stale: int


@dataclass(frozen=True, slots=True)
class Round:
    """A comparison that was frozen: who froze it (today's name) and when.

    ``coders`` and ``documents`` are names of that day; ``snapshot_id`` is the codebook of that day.
    """

    id: int
    guid: str
    name: str
    note: str
    coder: str
    created: str
    coders: tuple[str, ...]
    documents: tuple[str, ...]
    snapshot_id: int


class Amended(StrEnum):
    """What of the codebook a disagreement gave rise to change, beside a text of a code."""

    MERGE = "merge"
    SPLIT = "split"
    MEMO = "memo"


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of the codebook that a disagreement gave rise to.

    ``field`` is a text of a code (``definition``, ``use_when``, …) or a value of ``Amended``; the
    code's name is that of that day. Of a merge and a split ``before`` and ``after`` are names of
    codes, of a memo ``after`` is its title.
    """

    id: int
    decision_id: int
    document_id: int
    code_guid: str
    code_name: str
    field: str
    before: str
    after: str
    coder: str
    created: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """A line that is drawn in the literature; it is no verdict. ``source`` says who drew it."""

    value: float
    meaning: Message
    source: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a value is what it is, and what can be done: sentences with the numbers in them."""

    reasons: tuple[Message, ...]
    advice: tuple[Message, ...]
