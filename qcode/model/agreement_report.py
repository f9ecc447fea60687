"""What a report on agreement prints: all of it worked out, nothing of it typed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from qcode.model.agreement import Agreement, Coefficient, Undefined
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.records import Code, Coder, Document
from qcode.model.review import Confusion


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, or why there is none."""

    value: float | None
    why: Undefined | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """The measures of 2016 for two coders, over the documents that both have finished.

    ``u`` (uα) asks for places and codes, ``binary`` (|uα) whether the same text was found
    relevant, ``cu`` (cuα) for the codes where both cut something out, ``coverage`` the share of
    the text that ``cu`` rests on, ``of_code`` ((k)uα) for one code among the others there; it has
    the order of the codes that were compared, and is empty where codes of a coder overlap.
    """

    coders: tuple[Coder, Coder]
    u: Figure
    binary: Figure
    cu: Figure
    coverage: Figure
    of_code: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Continuum:
    """Measures of units that coders cut out themselves, in characters.

    The documents that all compared coders have finished are laid end to end, in the order of the
    project; ``characters`` is the length of that continuum. ``by_code`` is αU of each code that
    was compared, ``alpha_u`` that of all of them.
    """

    characters: int
    alpha_u: Figure
    by_code: tuple[Figure, ...]
    pairs: tuple[Family, ...]


@dataclass(frozen=True, slots=True)
class SetAlphas:
    """Alpha where a value is the whole set of codes on a unit, by two distances."""

    masi: Figure
    jaccard: Figure


@dataclass(frozen=True, slots=True)
class HeatMap:
    """One figure for each code (row) in each document (column) that is compared.

    ``values`` has None where the coefficient is not defined, ``used`` says whether anybody used
    the code there. Codes that nobody used in any of the documents are left out.
    """

    coefficient: Coefficient
    codes: tuple[Code, ...]
    documents: tuple[Document, ...]
    values: tuple[tuple[float | None, ...], ...]
    used: tuple[tuple[bool, ...], ...]


class Counted(StrEnum):
    """Which documents count."""

    FINISHED = "finished"
    NO_STATUS = "no_status"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A comparison that was frozen before its disagreements were talked over; ``day`` ISO 8601."""

    name: str
    day: str
    figures: Agreement


@dataclass(frozen=True, slots=True)
class Settled:
    """What the coders differ in, by kind and by what was decided (``Verdict.OPEN``: nothing yet).

    ``consensus`` says whether there is a coder who stands for the consensus; ``negotiated`` is the
    agreement with what was decided, None where nothing was.
    """

    counts: Mapping[tuple[DisagreementKind, Verdict], int]
    consensus: bool
    negotiated: Agreement | None

    @property
    def disagreements(self) -> int:
        """All of them, decided or not."""
        return sum(self.counts.values())

    @property
    def open(self) -> int:
        """Those about which nothing was decided yet."""
        return sum(n for (_, verdict), n in self.counts.items() if verdict is Verdict.OPEN)


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """Everything that a report on agreement prints.

    ``program`` is the version of qcode, ``date`` the day of the report (ISO 8601). ``names`` are
    the codes by id as they are told apart; ``chosen`` says whether only some codes were asked for,
    ``used`` which codes anybody used in the documents compared; ``documents_chosen`` is the number
    of documents that the comparison was restricted to, None for all.
    ``units`` are the units of each document that is compared; ``characters`` those of all documents
    of the project, ``compared_characters`` those of the documents compared. ``seed``, ``draws`` and
    ``fewest`` (documents) belong to the intervals. ``heat`` is None where no figure can be given by
    code and document, ``settled`` where there is no pair of coders.
    """

    project: str
    program: str
    date: str
    agreement: Agreement
    names: Mapping[int, str]
    chosen: bool
    used: frozenset[int]
    documents_chosen: int | None
    counted: Counted
    units: tuple[int, ...]
    characters: int
    compared_characters: int
    seed: int
    draws: int
    fewest: int
    continuum: Continuum
    sets: SetAlphas
    heat: HeatMap | None
    confusions: tuple[Confusion, ...]
    rounds: tuple[RoundLine, ...]
    settled: Settled | None
