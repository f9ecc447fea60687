"""Tables of a report on agreement as plain cells, and how figures stand in them."""

from __future__ import annotations

from dataclasses import dataclass

from qcode.formats.agreement_words import ALPHA, decimal, kappa_of, percent, reason
from qcode.formats.docx_lists import ListColumn
from qcode.formats.headings import Headings
from qcode.model.agreement import Coefficient, Measured, Undefined, Unit
from qcode.model.agreement_report import AgreementReport, Figure

_MARKS = "¹²³⁴⁵⁶⁷⁸⁹"
_LEAST = 480  # twips: figures are short, and there are many columns of them
_SHORT = {
    ALPHA: "α",
    Coefficient.COHEN_KAPPA: "κ",
    Coefficient.FLEISS_KAPPA: "κ",
    Coefficient.GWET_AC1: "AC1",
    Coefficient.DICE: "Dice",
    Coefficient.JACCARD: "Jaccard",
    Coefficient.PERCENT: "%",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption and notes.

    ``together`` makes one cell of equal first cells that follow each other.
    """

    caption: str
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    together: bool = False


class Marks:
    """Cells of figures: what is not defined is a dash with a mark, explained below the table."""

    def __init__(self, words: Headings) -> None:
        self._words = words
        self._found: dict[Undefined, str] = {}

    def of(self, measured: Measured, name: Coefficient) -> str:
        """Return a coefficient as it stands in a cell."""
        found = measured.get(name)
        if found is None:
            return self.dash(measured.undefined.get(name, Undefined.NO_VARIATION))
        return percent(found) if name is Coefficient.PERCENT else decimal(found, self._words)

    def figure(self, one: Figure, *, share: bool = False) -> str:
        """Return a figure; ``share`` writes it as per cent."""
        if one.value is None:
            return self.dash(one.why or Undefined.NO_VARIATION)
        return percent(one.value) if share else decimal(one.value, self._words)

    def dash(self, why: Undefined) -> str:
        """Return what stands where there is no value."""
        mark = self._found.setdefault(why, _MARKS[len(self._found)])
        return f"{self._words.agreement['nothing']}{mark}"

    def notes(self) -> list[str]:
        """Return what the marks mean."""
        template = self._words.agreement["not_defined"]
        ends = "。" if self._words.language == "zh" else "."
        return [
            template.format(mark=mark, why=reason(why, self._words)) + ends
            for why, mark in self._found.items()
        ]


def figures_of(report: AgreementReport) -> tuple[Coefficient, ...]:
    """Return the coefficients of tables by code and by document."""
    found = report.agreement
    two = (Coefficient.DICE,) if len(found.coders) == 2 else ()
    if found.request.unit is Unit.SEGMENT:
        return (Coefficient.PERCENT, Coefficient.DICE)
    return (Coefficient.PERCENT, ALPHA, kappa_of(found), Coefficient.GWET_AC1, *two)


def column_of(head: str) -> ListColumn:
    """Return a column of short figures."""
    return ListColumn(head, number=True, least=_LEAST)


def heads(names: tuple[Coefficient, ...]) -> list[ListColumn]:
    """Return a narrow column for each coefficient."""
    return [column_of(_SHORT[name]) for name in names]
