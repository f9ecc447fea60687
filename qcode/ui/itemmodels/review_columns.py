"""Columns of the table of codes: what stands in them, what their heads say and tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from qcode.model.agreement import Cells, CodeAgreement, Coefficient, Measured
from qcode.model.coefficient_words import asks
from qcode.model.records import Code
from qcode.services.review import explaining
from qcode.ui.itemmodels.review_words import short
from qcode.ui.shell.i18n import say

_BRIEF = 9  # characters of a name that is not shortened


class Column(Enum):
    """What stands in a column."""

    CODE = "code"
    BOTH = "both"
    FIRST = "first"
    SECOND = "second"
    NEITHER = "neither"
    PERCENT = "percent"
    ALPHA = "alpha"
    INTERVAL = "interval"
    SCALE = "scale"
    KAPPA = "kappa"
    AC1 = "ac1"
    DICE = "dice"
    OPEN = "open"


COLUMNS = tuple(Column)
OF_TWO = frozenset({Column.BOTH, Column.FIRST, Column.SECOND, Column.NEITHER, Column.DICE})
"""Columns of two coders only."""
CELLS = (Column.BOTH, Column.FIRST, Column.SECOND, Column.NEITHER)


class Row(NamedTuple):
    """A code, or all of them (``code`` None)."""

    code: Code | None
    measured: Measured
    cells: Cells | None


@dataclass(frozen=True)
class Heads:
    """Who is compared: the names of two coders, or none of more; the unit's name; its κ."""

    first: str = ""
    second: str = ""
    unit: str = ""
    kappa: Coefficient = Coefficient.COHEN_KAPPA


def of_column(column: Column, kappa: Coefficient) -> Coefficient | None:
    """Return the coefficient that a column shows, None for one of another kind."""
    return kappa if column is Column.KAPPA else _SHOWN.get(column)


_SHOWN = {
    Column.PERCENT: Coefficient.PERCENT,
    Column.ALPHA: Coefficient.KRIPPENDORFF_ALPHA,
    Column.INTERVAL: Coefficient.KRIPPENDORFF_ALPHA,
    Column.SCALE: Coefficient.KRIPPENDORFF_ALPHA,
    Column.AC1: Coefficient.GWET_AC1,
    Column.DICE: Coefficient.DICE,
}


def pooled(measured: Measured, codes: Sequence[CodeAgreement]) -> Row:
    """Return the row of all codes together."""
    known = [one.cells for one in codes if one.cells is not None]
    cells = None
    if known and len(known) == len(codes):
        neither = [one.n00 for one in known if one.n00 is not None]
        cells = Cells(
            sum(one.n11 for one in known),
            sum(one.n10 for one in known),
            sum(one.n01 for one in known),
            sum(neither) if len(neither) == len(known) else None,
        )
    return Row(None, measured, cells)


def head(column: Column, heads: Heads) -> str:
    """Return the head of a column."""
    translate = QCoreApplication.translate
    if column in (Column.FIRST, Column.SECOND):
        names = _brief(heads.first, heads.second)
        return translate("review", "only {name}").format(name=names[column is Column.SECOND])
    coefficient = of_column(column, heads.kappa)
    if coefficient is not None and column not in (Column.INTERVAL, Column.SCALE):
        return short(coefficient)
    return {
        Column.CODE: translate("review", "Code"),
        Column.BOTH: translate("review", "both"),
        Column.NEITHER: translate("review", "neither"),
        Column.INTERVAL: translate("review", "95 %"),
        Column.SCALE: translate("review", "0 – 1"),
        Column.OPEN: translate("review", "open"),
    }[column]


def about(column: Column, heads: Heads) -> str:
    """Return what a column shows, and what a coefficient asks."""
    translate = QCoreApplication.translate
    coefficient = of_column(column, heads.kappa)
    if column is Column.SCALE:
        return translate(
            "review",
            "α between 0 and 1, with its 95 % interval where one is given. The upright lines"
            " are those of the literature; they are no verdicts.",
        )
    if column is Column.INTERVAL:
        return translate(
            "review",
            "95 % interval of α. Documents are drawn again, never characters; with fewer than"
            " ten documents none is given.",
        )
    if coefficient is not None:
        return "\n".join((say(coefficient.label), say(asks(coefficient)), *_lines(coefficient)))
    unit, first, second = heads.unit, heads.first, heads.second
    return {
        Column.CODE: translate("review", "A click sorts by the order of the codebook."),
        Column.BOTH: translate("review", "Coded by both, counted in {unit} (n11)"),
        Column.FIRST: translate("review", "Coded by {name} alone, counted in {unit} (n10)"),
        Column.SECOND: translate("review", "Coded by {name} alone, counted in {unit} (n01)"),
        Column.NEITHER: translate("review", "Coded by neither, counted in {unit} (n00)"),
        Column.OPEN: translate("review", "Disagreements that are not decided yet"),
    }[column].format(unit=unit, name=second if column is Column.SECOND else first)


def _lines(coefficient: Coefficient) -> list[str]:
    """Return the lines that the literature draws for a coefficient, with their sources."""
    return [
        QCoreApplication.translate("review", "{value} {meaning} ({source})").format(
            value=f"{one.value:.3f}".removesuffix("0"), meaning=say(one.meaning), source=one.source
        )
        for one in explaining.thresholds(coefficient)
    ]


def cell_of(row: Row, column: Column) -> int | None:
    """Return a number of units, None where it is not known."""
    if row.cells is None:
        return None
    return {
        Column.BOTH: row.cells.n11,
        Column.FIRST: row.cells.n10,
        Column.SECOND: row.cells.n01,
        Column.NEITHER: row.cells.n00,
    }[column]


def title_of(row: Row) -> str:
    """Return what a row is called."""
    if row.code is not None:
        return row.code.title
    return QCoreApplication.translate("review", "All codes, pooled")


def _brief(first: str, second: str) -> tuple[str, str]:
    """Return the names of two coders as narrow heads hold them: of long ones the first word."""
    one, other = (name if len(name) <= _BRIEF else name.split()[0] for name in (first, second))
    return (one, other) if one != other else (first, second)
