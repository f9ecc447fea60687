"""What a report on agreement says: figures as they stand in a text, lines, sources, names."""

from __future__ import annotations

from qcode.formats.headings import Headings
from qcode.formats.methods_words import joined
from qcode.model.agreement import Agreement, Coefficient, Undefined
from qcode.model.agreement_enums import Verdict
from qcode.model.agreement_report import AgreementReport

ALPHA = Coefficient.KRIPPENDORFF_ALPHA
SOURCES = (
    "Brennan, R. L., & Prediger, D. J. (1981). Coefficient kappa: Some uses, misuses, and"
    " alternatives. Educational and Psychological Measurement, 41(3), 687–699.",
    "Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and"
    " Psychological Measurement, 20(1), 37–46.",
    "Conger, A. J. (1980). Integration and generalization of kappas for multiple raters."
    " Psychological Bulletin, 88(2), 322–328.",
    "Dice, L. R. (1945). Measures of the amount of ecologic association between species. Ecology,"
    " 26(3), 297–302.",
    "Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological"
    " Bulletin, 76(5), 378–382.",
    "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high"
    " agreement. British Journal of Mathematical and Statistical Psychology, 61(1), 29–48.",
    "Holsti, O. R. (1969). Content analysis for the social sciences and humanities."
    " Addison-Wesley.",
    "Krippendorff, K. (2004). Measuring the reliability of qualitative text analysis data. Quality"
    " & Quantity, 38(6), 787–800.",
    "Krippendorff, K. (2011). Computing Krippendorff’s alpha-reliability. University of"
    " Pennsylvania, Annenberg School for Communication.",
    "Krippendorff, K. (2019). Content analysis: An introduction to its methodology (4th ed.)."
    " Sage.",
    "Krippendorff, K., Mathet, Y., Bouvry, S., & Widlöcher, A. (2016). On the reliability of"
    " unitizing textual continua: Further developments. Quality & Quantity, 50(6), 2347–2364.",
    "Landis, J. R., & Koch, G. G. (1977). The measurement of observer agreement for categorical"
    " data. Biometrics, 33(1), 159–174.",
    "Passonneau, R. (2006). Measuring agreement on set-valued items (MASI) for semantic and"
    " pragmatic annotation. Proceedings of LREC 2006, 831–836.",
)  # fmt: skip
_KRIPPENDORFF, _LANDIS = "Krippendorff (2019)", "Landis & Koch (1977)"
LINES: tuple[tuple[Coefficient, float, str, str], ...] = (
    (ALPHA, 0.8, "line_800", _KRIPPENDORFF),
    (ALPHA, 0.667, "line_667", _KRIPPENDORFF),
    (Coefficient.COHEN_KAPPA, 0.81, "line_81", _LANDIS),
    (Coefficient.COHEN_KAPPA, 0.61, "line_61", _LANDIS),
    (Coefficient.COHEN_KAPPA, 0.41, "line_41", _LANDIS),
    (Coefficient.COHEN_KAPPA, 0.21, "line_21", _LANDIS),
    (Coefficient.COHEN_KAPPA, 0.0, "line_00", _LANDIS),
)
"""Lines that authors have drawn: for which coefficient, where, the key of what they say, who."""


def decimal(value: float, words: Headings, places: int = 3) -> str:
    """Return a coefficient as it is printed: ``.683`` in English, ``0.683`` in Chinese."""
    shown = f"{abs(value):.{places}f}"
    if shown.startswith("0."):
        shown = f"{words.agreement['point']}{shown[2:]}"
    return f"\u2212{shown}" if value < 0 and shown.strip("0.") else shown


def percent(value: float) -> str:
    """Return a share as per cent with one decimal, without the sign."""
    return f"{value * 100:.1f}"


def unit_of(agreement: Agreement, words: Headings) -> str:
    """Name what coders are compared by."""
    request = agreement.request
    return words.agreement[f"unit_{request.unit.value}"].format(overlap=request.overlap)


def unit_head(agreement: Agreement, words: Headings) -> str:
    """Return the head above numbers of units."""
    said = words.agreement[f"unit_{agreement.request.unit.value}"]
    return said[:1].upper() + said[1:]


def reason(why: Undefined, words: Headings) -> str:
    """Say why a coefficient has no value."""
    return words.agreement[f"why_{why.name.lower()}"]


def kappa_of(agreement: Agreement) -> Coefficient:
    """Return the kappa that is printed: Cohen's for two coders, Fleiss' for more."""
    two = len(agreement.coders) <= 2
    return Coefficient.COHEN_KAPPA if two else Coefficient.FLEISS_KAPPA


def coders_of(agreement: Agreement, words: Headings) -> str:
    """Name the coders as a sentence does."""
    return joined([one.name for one in agreement.coders], words)


def share(report: AgreementReport) -> str:
    """Return what part of all characters is compared, in per cent."""
    return percent(report.compared_characters / report.characters if report.characters else 0.0)


def documents_of(report: AgreementReport, words: Headings) -> str:
    """Say how many documents of how many are compared."""
    found = report.agreement
    return words.agreement["n_of"].format(
        n=found.compared, all=words.count(found.available, "documents")
    )


def chosen_of(report: AgreementReport, words: Headings) -> str:
    """Say how many documents the comparison was restricted to; nothing where it was not."""
    if report.documents_chosen is None:
        return ""
    return words.agreement["n_of"].format(
        n=report.documents_chosen, all=words.count(report.agreement.available, "documents")
    )


def otherwise(figures: Agreement, report: AgreementReport, words: Headings) -> list[str]:
    """Say in what a frozen comparison is another one than that of the report: unit, codes.

    Its figures are not comparable then.
    """
    now, found = report.agreement, []
    told = unit_of(figures, words)
    if told != unit_of(now, words):
        found.append(told)
    if {one.code.guid for one in figures.codes} != {one.code.guid for one in now.codes}:
        found.append(words.count(len(figures.codes), "codes"))
    return found


def verdicts(report: AgreementReport) -> list[tuple[Verdict, int]]:
    """Return what was decided, each with how often; without what is open."""
    if report.settled is None:
        return []
    found: dict[Verdict, int] = {}
    for (_, verdict), count in report.settled.counts.items():
        found[verdict] = found.get(verdict, 0) + count
    return [(one, found[one]) for one in Verdict if one is not Verdict.OPEN and one in found]
