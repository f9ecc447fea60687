"""The methods of a comparison of coders in one paragraph, as a report on agreement prints them."""

from __future__ import annotations

from collections.abc import Iterator

from qcode.formats.agreement_words import (
    ALPHA,
    coders_of,
    decimal,
    documents_of,
    otherwise,
    percent,
    reason,
    share,
    verdicts,
)
from qcode.formats.headings import Headings
from qcode.formats.methods_words import number
from qcode.model.agreement import Agreement, Coefficient, Undefined, Unit
from qcode.model.agreement_report import AgreementReport, Counted, RoundLine


def prose(report: AgreementReport, words: Headings) -> str:
    """Return the methods in one paragraph, in the language of ``words``."""
    gap = " " if words.language == "en" else ""
    return gap.join(_Prose(report, words).sentences())


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
        if report.documents_chosen is not None:
            chosen = words.count(report.documents_chosen, "documents")
            yield self._say("documents_chosen", documents=chosen)
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
        many = len(report.agreement.coders) > 2
        if report.agreement.request.unit is Unit.SEGMENT:
            yield self._say("coefficients_segments_many" if many else "coefficients_segments")
            yield self._say("sets_segments")
            yield self._say("undefined")
            return
        yield self._say("coefficients_many" if many else "coefficients_two")
        yield self._say("sets")
        yield self._say("undefined")
        if report.agreement.overall.interval is not None:
            yield self._say("interval", draws=number(report.draws, self._words), seed=report.seed)
        elif report.agreement.compared < report.fewest:
            yield self._say("no_interval", fewest=report.fewest)

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
            words.agreement["say_round_line"].format(
                name=one.name, day=self._when(one), figure=self._figure(one.figures)
            )
            for one in self._report.rounds
        ]
        if listed:
            told = ("; " if words.language == "en" else "；").join(listed)
            key = "say_round" if len(listed) == 1 else "say_rounds"
            yield words.agreement[key].format(n=len(listed), rounds=told)

    def _when(self, one: RoundLine) -> str:
        """Say when figures were frozen, and of whom and what where that is not what it is now."""
        words, now = self._words, self._report.agreement
        whose = {coder.guid for coder in one.figures.coders}
        who = (
            [coders_of(one.figures, words)] if whose != {coder.guid for coder in now.coders} else []
        )
        between = ", " if words.language == "en" else "，"
        return between.join(
            (words.day(one.day), *who, *otherwise(one.figures, self._report, words))
        )

    def _figure(self, figures: Agreement) -> str:
        """Say the one figure that stands for all: alpha, or the overlap of segments."""
        words = self._words
        segments = figures.request.unit is Unit.SEGMENT
        name, said = (Coefficient.DICE, "Dice") if segments else (ALPHA, "α")
        return words.agreement["say_figure"].format(
            name=said, value=value(figures.overall.get(name), words)
        )

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
        elif found.open:
            decided = found.disagreements - found.open
            yield self._say(
                "decided", places=places, decided=decided, verdicts=told, open=found.open
            )
        else:
            yield self._say("decided_all", places=places, verdicts=told)
        if len(self._report.agreement.coders) > 2:
            yield self._say("by_pair")
        if found.negotiated is not None:
            alpha = found.negotiated.overall.get(ALPHA)
            if alpha is not None:
                yield self._say("negotiated", alpha=decimal(alpha, words))
        if found.consensus and told:
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
