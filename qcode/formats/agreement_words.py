"""What a report on agreement says: figures as they stand in a text, and the methods in prose."""

from __future__ import annotations

from collections.abc import Iterator

from qcode.formats.headings import Headings
from qcode.formats.history_out import local
from qcode.formats.methods_words import joined, number
from qcode.model.agreement import Agreement, Coefficient, Undefined, Unit
from qcode.model.agreement_enums import Verdict
from qcode.model.agreement_report import AgreementReport, Counted

ALPHA = Coefficient.KRIPPENDORFF_ALPHA
SOURCES = (
    "Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and"
    " Psychological Measurement, 20(1), 37–46.",
    "Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological"
    " Bulletin, 76(5), 378–382.",
    "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high"
    " agreement. British Journal of Mathematical and Statistical Psychology, 61(1), 29–48.",
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


def day(iso: str, words: Headings) -> str:
    """Say a day or a moment that is stored."""
    return words.day(local(iso)[:10] if len(iso) > len("2026-11-22") else iso)


def prose(report: AgreementReport, words: Headings) -> str:
    """Return the methods in one paragraph, in the language of ``words``."""
    gap = " " if words.language == "en" else ""
    return gap.join(_Prose(report, words).sentences())


def verdicts(report: AgreementReport) -> list[tuple[Verdict, int]]:
    """Return what was decided, each with how often; without what is open."""
    if report.settled is None:
        return []
    found: dict[Verdict, int] = {}
    for (_, verdict), count in report.settled.counts.items():
        found[verdict] = found.get(verdict, 0) + count
    return [(one, found[one]) for one in Verdict if one is not Verdict.OPEN and one in found]


class _Prose:
    """The sentences of the methods paragraph."""

    def __init__(self, report: AgreementReport, words: Headings) -> None:
        self._report = report
        self._words = words

    def _say(self, key: str, **values: str | int) -> str:
        apart = {name: _apart(str(value), self._words) for name, value in values.items()}
        return self._words.agreement[f"say_{key}"].format(**apart).strip()

    def sentences(self) -> Iterator[str]:
        """Yield them in order."""
        report, words = self._report, self._words
        found = report.agreement
        nothing = found.overall.undefined.get(Coefficient.PERCENT)
        if nothing in (Undefined.ONE_CODER, Undefined.NO_DOCUMENT):
            yield self._say("nothing", why=reason(nothing, words))
            return
        yield self._say(
            "compared",
            coders=coders_of(found, words),
            documents=documents_of(report, words),
            percent=share(report),
        )
        yield self._say(
            {Counted.FINISHED: "finished", Counted.NO_STATUS: "no_status", Counted.ALL: "all"}[
                report.counted
            ]
        )
        yield from self._what()
        yield from self._how()
        yield from self._results(found)
        yield from self._rounds()
        yield from self._decisions()

    def _what(self) -> Iterator[str]:
        request = self._report.agreement.request
        overlap = {"overlap": request.overlap} if request.unit is Unit.SEGMENT else {}
        yield self._say(request.unit.value, **overlap)
        chosen = [one.code for one in self._report.agreement.codes]
        codes = self._words.count(len(chosen), "codes")
        if self._report.chosen:
            names = self._words.join(self._report.names[one.id] for one in chosen)
            yield self._say("codes_chosen", codes=codes, names=names)
        else:
            yield self._say("codes_all", codes=codes)
        if request.roll_up:
            yield self._say("roll_up")

    def _how(self) -> Iterator[str]:
        report = self._report
        if report.agreement.request.unit is Unit.SEGMENT:
            yield self._say("coefficients_segments")
        elif len(report.agreement.coders) > 2:
            yield self._say("coefficients_many")
        else:
            yield self._say("coefficients_two")
        yield self._say("sets")
        yield self._say("undefined")
        if report.agreement.request.unit is Unit.SEGMENT:
            return
        if report.agreement.compared < report.fewest:
            yield self._say("no_interval", fewest=report.fewest)
        else:
            yield self._say("interval", draws=number(report.draws, self._words), seed=report.seed)

    def _results(self, found: Agreement) -> Iterator[str]:
        words = self._words
        agreed = found.overall.get(Coefficient.PERCENT)
        alpha = found.overall.get(ALPHA)
        if found.request.unit is Unit.SEGMENT:
            dice = found.overall.get(Coefficient.DICE)
            if agreed is not None and dice is not None:
                yield self._say(
                    "result_segments", percent=percent(agreed), dice=decimal(dice, words)
                )
        elif agreed is not None and alpha is None:
            yield self._say("result_undefined", percent=percent(agreed))
        elif agreed is not None and alpha is not None:
            interval = ""
            if found.overall.interval is not None:
                low, high = (decimal(end, words) for end in found.overall.interval)
                interval = words.agreement["say_result_interval"].format(low=low, high=high)
            known = [one for one in found.codes if one.measured.get(ALPHA) is not None]
            yield words.agreement["say_result"].format(
                percent=percent(agreed),
                alpha=decimal(alpha, words),
                interval=interval,
                codes=words.count(len(known), "codes"),
                lowest=decimal(found.lowest or 0.0, words),
                median=decimal(found.median or 0.0, words),
            )

    def _rounds(self) -> Iterator[str]:
        words = self._words
        listed = [
            (one.name, day(one.day, words), value(one.figures.overall.get(ALPHA), words))
            for one in self._report.rounds
        ]
        if len(listed) == 1:
            yield words.agreement["say_round"].format(
                **dict(zip(("name", "day", "alpha"), listed[0], strict=True))
            )
        elif listed:
            line = words.agreement["say_round_line"]
            between = "; " if words.language == "en" else "；"
            told = between.join(
                line.format(name=name, day=when, alpha=alpha) for name, when, alpha in listed
            )
            yield words.agreement["say_rounds"].format(n=len(listed), rounds=told)

    def _decisions(self) -> Iterator[str]:
        found, words = self._report.settled, self._words
        if found is None or not found.disagreements:
            return
        told = words.join(
            words.agreement["verdict_count"].format(
                verdict=words.agreement[f"verdict_{one.value}"].lower()
                if words.language == "en"
                else words.agreement[f"verdict_{one.value}"],
                n=count,
            )
            for one, count in verdicts(self._report)
        )
        places = words.count(found.disagreements, "places")
        if not told:
            yield self._say("undecided", places=places)
            return
        if found.open:
            decided = found.disagreements - found.open
            yield self._say(
                "decided", places=places, decided=decided, verdicts=told, open=found.open
            )
        else:
            yield self._say("decided_all", places=places, verdicts=told)
        if found.negotiated is not None:
            alpha = found.negotiated.overall.get(ALPHA)
            yield self._say("negotiated", alpha=value(alpha, words))
        if found.consensus:
            yield self._say("rule")


def value(figure: float | None, words: Headings) -> str:
    """Return a coefficient, or what stands where there is none."""
    return words.agreement["nothing"] if figure is None else decimal(figure, words)


def _apart(said: str, words: Headings) -> str:
    """Return what goes into a sentence; Chinese has a space beside Latin letters and digits.

    Templates have their own spaces around numbers.
    """
    if words.language == "en" or not said or (said[0].isdigit() and said[-1].isdigit()):
        return said
    before = " " if said[0].isascii() and said[0].isalnum() else ""
    after = " " if said[-1].isascii() and said[-1].isalnum() else ""
    return f"{before}{said}{after}"
