"""The sheets of figures in a report on agreement: every figure there is, as a number."""

from __future__ import annotations

from collections.abc import Iterable

from qcode.formats.agreement_words import ALPHA, reason, unit_head, unit_of, verdicts
from qcode.formats.headings import Headings
from qcode.formats.rows_out import Cell
from qcode.formats.sheets_out import Column, Sheet
from qcode.model.agreement import Cells, Coefficient, Measured
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.agreement_report import AgreementReport, Figure

_OF_CODINGS = tuple(one for one in Coefficient if not one.value.startswith("alpha_"))
_COUNTS = ("n11", "n10", "n01", "n00")
_NAME = 40  # width of a column in letters


class Figures:
    """Makes the sheets of figures."""

    def __init__(self, report: AgreementReport, words: Headings) -> None:
        self._report = report
        self._words = words
        self._said = words.agreement
        self._names = report.names

    def codes(self) -> Sheet:
        """Every code that was compared, and all of them together."""
        report = self._report
        found = report.agreement
        rows = [
            (
                self._names[one.code.id],
                *_counts(one.cells),
                *self._measured(one.measured, alpha_u),
            )
            for one, alpha_u in zip(found.codes, report.continuum.by_code, strict=True)
        ]
        rows.append(
            (
                self._said["pooled"],
                *_counts(self._pooled()),
                *self._measured(found.overall, report.continuum.alpha_u),
            )
        )
        for key, figure in (("lowest", found.lowest), ("median", found.median)):
            blank: list[Cell] = [None] * (len(rows[0]) - 1)
            blank[len(_COUNTS) + _OF_CODINGS.index(ALPHA)] = figure
            rows.append((self._said[key], *blank))
        for key, one in (
            ("alpha_masi", report.sets.masi),
            ("alpha_jaccard", report.sets.jaccard),
        ):
            blank = [None] * (len(rows[0]) - 1)
            blank[len(_COUNTS) + _OF_CODINGS.index(ALPHA)] = one.value
            blank[-1] = self._why_of(one)
            rows.append((self._said[key], *blank))
        return Sheet(
            self._said["sheet_codes"],
            [
                Column(self._said["code"], _NAME),
                *self._count_heads(),
                *self._heads("alpha_u"),
            ],
            rows,
        )

    def documents(self) -> Sheet:
        """Every document that is compared."""
        found = self._report.agreement.documents
        return Sheet(
            self._said["sheet_documents"],
            [
                Column(self._said["document"], _NAME),
                Column(unit_head(self._report.agreement, self._words)),
                *self._heads(ends=False),
            ],
            [
                (one.document.title, units, *self._measured(one.measured, ends=False))
                for one, units in zip(found, self._report.units, strict=True)
            ],
        )

    def pairs(self) -> Sheet:
        """Every pair of coders, with the measures of 2016."""
        families = self._report.continuum.pairs
        return Sheet(
            self._said["sheet_pairs"],
            [
                *self._pair_heads(),
                Column(self._said["documents_head"]),
                *self._heads("u", "binary", "cu", "coverage"),
            ],
            [
                (
                    *(one.name for one in pair.coders),
                    pair.documents,
                    *self._measured(
                        pair.overall, family.u, family.binary, family.cu, family.coverage
                    ),
                )
                for pair, family in zip(self._report.agreement.pairs, families, strict=True)
            ],
        )

    def pair_codes(self) -> Sheet:
        """Every code of every pair."""
        rows = []
        for pair, family in zip(
            self._report.agreement.pairs, self._report.continuum.pairs, strict=True
        ):
            # Where codes overlap none of these measures has a value, for the same reason.
            given = family.of_code or (family.u,) * len(pair.codes)
            for one, of_code in zip(pair.codes, given, strict=True):
                rows.append(
                    (
                        *(coder.name for coder in pair.coders),
                        self._names[one.code.id],
                        *_counts(one.cells),
                        *self._measured(one.measured, of_code),
                    )
                )
        return Sheet(
            self._said["sheet_pair_codes"],
            [
                *self._pair_heads(),
                Column(self._said["code"], _NAME),
                *self._count_heads(),
                *self._heads("of_code"),
            ],
            rows,
        )

    def heat(self) -> Sheet:
        """Alpha by code (rows) and document (columns)."""
        heat = self._report.heat
        assert heat is not None
        return Sheet(
            self._said["sheet_heat"],
            [Column(self._said["code"], _NAME), *(Column(one.title, 16) for one in heat.documents)],
            [
                (self._names[code.id], *values)
                for code, values in zip(heat.codes, heat.values, strict=True)
            ],
        )

    def confusion(self) -> Sheet:
        """What one coder gave where the other gave something else, a cell a row."""
        none = self._said["none"]
        return Sheet(
            self._said["sheet_confusion"],
            [
                *self._pair_heads(),
                Column(self._said["first_code"], _NAME),
                Column(self._said["second_code"], _NAME),
                Column(self._said["characters_head"]),
            ],
            [
                (
                    one.first.name,
                    one.second.name,
                    *(none if code is None else self._names[code] for code in cell),
                    size,
                )
                for one in self._report.confusions
                for cell, size in one.cells.items()
                if size
            ],
        )

    def continuum(self) -> Sheet:
        """αU of each code, and why there is none."""
        found = self._report.continuum
        rows = [
            (self._names[one.code.id], figure.value, self._why_of(figure))
            for one, figure in zip(self._report.agreement.codes, found.by_code, strict=True)
        ]
        rows.append((self._said["pooled"], found.alpha_u.value, self._why_of(found.alpha_u)))
        return Sheet(
            self._said["sheet_continuum"],
            [
                Column(self._said["code"], _NAME),
                Column("αU"),
                Column(self._said["why_head"], _NAME),
            ],
            rows,
        )

    def rounds(self) -> Sheet:
        """Frozen rounds, now, and with what was decided."""
        report, said = self._report, self._said
        listed = [(one.name, one.day, one.figures) for one in report.rounds]
        listed.append((said["now"], report.date, report.agreement))
        if report.settled is not None and report.settled.negotiated is not None:
            listed.append((said["negotiated"], report.date, report.settled.negotiated))
        return Sheet(
            said["sheet_rounds"],
            [
                Column(said["round"], _NAME),
                Column(said["day"], 14),
                Column(said["pair"], 24),
                Column(said["unit"], 14),
                Column(self._words.codes),
                Column(said["documents_head"]),
                *self._heads(),
            ],
            [
                (
                    name,
                    day,
                    self._words.join(one.name for one in figures.coders),
                    unit_of(figures, self._words),
                    len(figures.codes),
                    figures.compared,
                    *self._measured(figures.overall),
                )
                for name, day, figures in listed
            ],
        )

    def decisions(self) -> Sheet:
        """Kinds of disagreement by what was decided."""
        report, said = self._report, self._said
        assert report.settled is not None
        counts = report.settled.counts
        shown = [Verdict.OPEN, *(verdict for verdict, _ in verdicts(report))]
        kinds = {
            DisagreementKind.MISSED_BY_FIRST: "missed_by_first",
            DisagreementKind.MISSED_BY_SECOND: "missed_by_second",
            DisagreementKind.BOUNDARY: "boundary",
            DisagreementKind.CODE: "code_differs",
        }
        return Sheet(
            said["sheet_decisions"],
            [Column(said["kind"], _NAME), *(Column(said[f"verdict_{one.value}"]) for one in shown)],
            [
                (said[key], *(counts.get((kind, verdict), 0) for verdict in shown))
                for kind, key in kinds.items()
            ],
        )

    # ------------------------------------------------------------------ cells and heads

    def _measured(self, measured: Measured, *others: Figure, ends: bool = True) -> tuple[Cell, ...]:
        """Return coefficients, other figures, and why some of them are missing.

        With ``ends`` those of the interval stand behind the coefficients.
        """
        interval = (measured.interval or (None, None)) if ends else ()
        whys = {reason(why, self._words) for why in measured.undefined.values()}
        told = self._words.join(sorted({*whys, *map(self._why_of, others)} - {""}))
        values = (measured.get(name) for name in _OF_CODINGS)
        return (*values, *interval, *(one.value for one in others), told)

    def _why_of(self, figure: Figure) -> str:
        return "" if figure.why is None else reason(figure.why, self._words)

    def _heads(self, *others: str, ends: bool = True) -> Iterable[Column]:
        keys = [*(name.value for name in _OF_CODINGS), *(("low", "high") if ends else ()), *others]
        return [
            *(Column(self._said[key], 14) for key in keys),
            Column(self._said["why_head"], _NAME),
        ]

    def _pair_heads(self) -> list[Column]:
        return [Column(self._said["first_coder"], 18), Column(self._said["second_coder"], 18)]

    def _count_heads(self) -> list[Column]:
        return [Column(name, 10) for name in _COUNTS]

    def _pooled(self) -> Cells | None:
        cells = [one.cells for one in self._report.agreement.codes if one.cells is not None]
        if not cells:
            return None
        last = [one.n00 for one in cells if one.n00 is not None]
        return Cells(
            sum(one.n11 for one in cells),
            sum(one.n10 for one in cells),
            sum(one.n01 for one in cells),
            sum(last) if last else None,
        )


def _counts(cells: Cells | None) -> tuple[Cell, ...]:
    if cells is None:
        return (None,) * len(_COUNTS)
    return cells.n11, cells.n10, cells.n01, cells.n00
