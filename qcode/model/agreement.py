"""Words and records of how far coders agree: units, coefficients, and why one is not defined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import Code, Coder, Document

FEWEST_DOCUMENTS = 10  # with fewer no interval is given


class Unit(StrEnum):
    """What coders are compared by."""

    CHARACTER = "character"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    DOCUMENT = "document"
    SEGMENT = "segment"

    @property
    def label(self) -> Message:
        """Name of the unit for people, in the plural."""
        return Message(_UNITS[self])


_UNITS = {
    Unit.CHARACTER: QT_TRANSLATE_NOOP("core", "characters"),
    Unit.SENTENCE: QT_TRANSLATE_NOOP("core", "sentences"),
    Unit.PARAGRAPH: QT_TRANSLATE_NOOP("core", "paragraphs"),
    Unit.DOCUMENT: QT_TRANSLATE_NOOP("core", "whole documents"),
    Unit.SEGMENT: QT_TRANSLATE_NOOP("core", "coded segments"),
}


class Coefficient(StrEnum):
    """A measure of agreement, by its name in the JSON contract."""

    PERCENT = "percent"
    DICE = "dice"
    JACCARD = "jaccard"
    HOLSTI = "holsti"
    COHEN_KAPPA = "cohen_kappa"
    SCOTT_PI = "scott_pi"
    FLEISS_KAPPA = "fleiss_kappa"
    CONGER_KAPPA = "conger_kappa"
    BRENNAN_PREDIGER = "brennan_prediger"
    GWET_AC1 = "gwet_ac1"
    KRIPPENDORFF_ALPHA = "krippendorff_alpha"
    ALPHA_MASI = "alpha_masi"
    ALPHA_JACCARD = "alpha_jaccard"

    @property
    def label(self) -> Message:
        """Name of the coefficient for people."""
        return Message(_COEFFICIENTS[self])


_COEFFICIENTS = {
    Coefficient.PERCENT: QT_TRANSLATE_NOOP("core", "Percent agreement"),
    Coefficient.DICE: QT_TRANSLATE_NOOP("core", "Overlap (Dice)"),
    Coefficient.JACCARD: QT_TRANSLATE_NOOP("core", "Jaccard"),
    Coefficient.HOLSTI: QT_TRANSLATE_NOOP("core", "Holsti"),
    Coefficient.COHEN_KAPPA: QT_TRANSLATE_NOOP("core", "Cohen’s κ"),
    Coefficient.SCOTT_PI: QT_TRANSLATE_NOOP("core", "Scott’s π"),
    Coefficient.FLEISS_KAPPA: QT_TRANSLATE_NOOP("core", "Fleiss’ κ"),
    Coefficient.CONGER_KAPPA: QT_TRANSLATE_NOOP("core", "Conger’s κ"),
    Coefficient.BRENNAN_PREDIGER: QT_TRANSLATE_NOOP("core", "Brennan–Prediger"),
    Coefficient.GWET_AC1: QT_TRANSLATE_NOOP("core", "Gwet’s AC1"),
    Coefficient.KRIPPENDORFF_ALPHA: QT_TRANSLATE_NOOP("core", "Krippendorff’s α"),
    Coefficient.ALPHA_MASI: QT_TRANSLATE_NOOP("core", "α, sets of codes (MASI)"),
    Coefficient.ALPHA_JACCARD: QT_TRANSLATE_NOOP("core", "α, sets of codes (Jaccard)"),
}


class Undefined(StrEnum):
    """Why a coefficient has no value; the values are those of the JSON contract."""

    NO_VARIATION = "no variation"
    NOT_USED = "not used by any coder"
    ONE_CODER = "fewer than two coders"
    NO_DOCUMENT = "no document that all have finished"
    TWO_CODERS_ONLY = "for two coders only"
    NO_UNCODED_SEGMENTS = "segments that nobody coded cannot be counted"
    NOT_RATED_TWICE = "no unit was rated twice"
    NO_SINGLE_VALUE = "for one value against none"
    NO_SETS = "the ratings are no sets"
    OVERLAPPING = "codes of one coder overlap"

    @property
    def label(self) -> Message:
        """The reason for people."""
        return Message(_UNDEFINED[self])


_UNDEFINED = {
    Undefined.NO_VARIATION: QT_TRANSLATE_NOOP("core", "not defined: no variation"),
    Undefined.NOT_USED: QT_TRANSLATE_NOOP("core", "not defined: nobody used the code"),
    Undefined.ONE_CODER: QT_TRANSLATE_NOOP("core", "not defined: fewer than two coders"),
    Undefined.NO_DOCUMENT: QT_TRANSLATE_NOOP(
        "core", "not defined: no document that all have finished"
    ),
    Undefined.TWO_CODERS_ONLY: QT_TRANSLATE_NOOP("core", "for two coders only"),
    Undefined.NO_UNCODED_SEGMENTS: QT_TRANSLATE_NOOP(
        "core", "not defined: segments that nobody coded cannot be counted"
    ),
    Undefined.NOT_RATED_TWICE: QT_TRANSLATE_NOOP(
        "core", "not defined: no unit was rated by two coders"
    ),
    Undefined.NO_SINGLE_VALUE: QT_TRANSLATE_NOOP(
        "core", "not defined: it asks for one value against none"
    ),
    Undefined.NO_SETS: QT_TRANSLATE_NOOP("core", "for ratings that are sets of codes"),
    Undefined.OVERLAPPING: QT_TRANSLATE_NOOP("core", "not defined: codes of one coder overlap"),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """The coefficients of something: each has a value, or a reason why not.

    ``interval`` is that of Krippendorff's alpha (95 %, from documents drawn again), None where it
    is not given.
    """

    values: Mapping[Coefficient, float]
    undefined: Mapping[Coefficient, Undefined] = field(default_factory=dict)
    interval: tuple[float, float] | None = None

    def get(self, name: Coefficient) -> float | None:
        """Return a value, None where it is not defined."""
        return self.values.get(name)


@dataclass(frozen=True, slots=True)
class Cells:
    """Units of two coders: coded by both, by the first or the second alone, and by neither.

    ``n00`` is None where what nobody coded cannot be counted.
    """

    n11: int
    n10: int
    n01: int
    n00: int | None


@dataclass(frozen=True, slots=True)
class CodeAgreement:
    """How far coders agree about one code; ``cells`` is None for more than two coders."""

    code: Code
    measured: Measured
    cells: Cells | None


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """How far two coders agree in the ``documents`` (a number) that both have finished."""

    coders: tuple[Coder, Coder]
    documents: int
    overall: Measured
    codes: tuple[CodeAgreement, ...]


@dataclass(frozen=True, slots=True)
class DocumentAgreement:
    """How far coders agree in one document, pooled over the codes."""

    document: Document
    measured: Measured


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be compared.

    ``coders`` are names in the order in which they are printed (none: all that have coded or
    finished something). ``overlap`` (per cent) is what segments must share. ``all_documents`` takes
    documents whether they are finished or not. ``code_ids`` None means every code. With ``roll_up``
    a passage of a code counts for all codes above it as well.
    """

    coders: tuple[str, ...] = ()
    unit: Unit = Unit.CHARACTER
    overlap: int = 90
    all_documents: bool = False
    code_ids: frozenset[int] | None = None
    document_ids: frozenset[int] | None = None
    roll_up: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree: over all codes, for each code, pair and document.

    ``lowest`` and ``median`` are those of Krippendorff's alpha over the codes where it is defined,
    None where it is nowhere. ``compared`` counts the documents that all coders have finished,
    ``available`` those of the project; ``documents`` is empty where segments are compared.
    """

    request: Request
    coders: tuple[Coder, ...]
    documents: tuple[DocumentAgreement, ...]
    compared: int
    available: int
    overall: Measured
    lowest: float | None
    median: float | None
    codes: tuple[CodeAgreement, ...]
    pairs: tuple[PairAgreement, ...]
