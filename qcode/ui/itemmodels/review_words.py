"""Figures of agreement in words: values, counts, reasons, and what heads of tables say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from qcode.model.agreement import Coefficient, Measured
from qcode.ui.shell.i18n import joined, say

NONE = "–"
"""What stands where a figure is not defined."""

MEASURES = (
    Coefficient.KRIPPENDORFF_ALPHA,
    Coefficient.PERCENT,
    Coefficient.GWET_AC1,
    Coefficient.DICE,
)
"""What the map of documents and the table of pairs can show."""

_SHORT = {
    Coefficient.PERCENT: "%",
    Coefficient.KRIPPENDORFF_ALPHA: "α",
    Coefficient.COHEN_KAPPA: "κ",
    Coefficient.FLEISS_KAPPA: "κ",
    Coefficient.GWET_AC1: "AC1",
    Coefficient.DICE: "Dice",
}


def short(coefficient: Coefficient) -> str:
    """Return the sign of a coefficient, for the head of a narrow column."""
    return _SHORT[coefficient]


def figure(value: float) -> str:
    """Return a coefficient as it is printed: two places, without the nought before the point."""
    written = QLocale().toString(abs(value), "f", 2)
    if written.startswith("0") and float(f"{abs(value):.2f}") < 1:
        written = written[1:]
    return f"−{written}" if round(value, 2) < 0 else written


def percent(value: float) -> str:
    """Return a share as per cent with one place; a whole one has none."""
    return "100" if value == 1 else QLocale().toString(min(value * 100, 99.9), "f", 1)


def written(coefficient: Coefficient, value: float) -> str:
    """Return a value as its coefficient is written."""
    return percent(value) if coefficient is Coefficient.PERCENT else figure(value)


def count(number: float) -> str:
    """Return a whole number with its groups of digits."""
    return QLocale().toString(int(number))


def value_of(measured: Measured, coefficient: Coefficient) -> str:
    """Return a coefficient of something, or the dash."""
    value = measured.get(coefficient)
    return NONE if value is None else written(coefficient, value)


def interval_of(measured: Measured) -> str:
    """Return the interval of alpha, empty where none is given."""
    if measured.interval is None:
        return ""
    low, high = measured.interval
    return f"{figure(low)}–{figure(high)}"


def told(measured: Measured, coefficient: Coefficient) -> str:
    """Return a coefficient with its name, its value or why it has none, and its interval."""
    name = say(coefficient.label)
    value = measured.get(coefficient)
    if value is None:
        reason = measured.undefined.get(coefficient)
        return joined((name, say(reason.label) if reason is not None else NONE), "heading")
    said = joined((name, written(coefficient, value)), "heading")
    if coefficient is Coefficient.PERCENT:
        said = joined((name, f"{percent(value)} %"), "heading")
    if coefficient is Coefficient.KRIPPENDORFF_ALPHA and measured.interval is not None:
        said = joined((said, interval_told(measured)), "facts")
    return said


def interval_told(measured: Measured) -> str:
    """Return the interval of alpha in words, or that none is given."""
    if measured.interval is None:
        return QCoreApplication.translate("review", "No interval is given: too few documents.")
    low, high = measured.interval
    return QCoreApplication.translate("review", "95 % interval from {low} to {high}").format(
        low=figure(low), high=figure(high)
    )
