"""The tables of a report on agreement: over all codes, by code, by document."""

from __future__ import annotations

from qcode.formats.agreement_cells import Marks, Table, column_of, figures_of, heads
from qcode.formats.agreement_words import ALPHA, decimal, unit_head, unit_of
from qcode.formats.codebook_words import DOT
from qcode.formats.docx_lists import ListColumn
from qcode.formats.headings import Headings
from qcode.model.agreement import CodeAgreement, Coefficient, Measured, Unit
from qcode.model.agreement_report import AgreementReport

_OF_ALL = (
    Coefficient.PERCENT,
    ALPHA,
    Coefficient.COHEN_KAPPA,
    Coefficient.FLEISS_KAPPA,
    Coefficient.CONGER_KAPPA,
    Coefficient.GWET_AC1,
    Coefficient.BRENNAN_PREDIGER,
    Coefficient.DICE,
    Coefficient.JACCARD,
    Coefficient.HOLSTI,
)
_OF_TWO = (Coefficient.COHEN_KAPPA, Coefficient.DICE, Coefficient.JACCARD, Coefficient.HOLSTI)
_TWICE = (Coefficient.FLEISS_KAPPA, Coefficient.CONGER_KAPPA)  # for two they say the same again


def overall(report: AgreementReport, words: Headings) -> Table:
    """Return the figures over all codes, with what they rest on."""
    found, said = report.agreement, words.agreement
    marks = Marks(words)
    left_out = _TWICE if len(found.coders) <= 2 else _OF_TWO
    segments = found.request.unit is Unit.SEGMENT
    rows = []
    for name in _OF_ALL:
        if name in left_out or (segments and found.overall.get(name) is None):
            continue
        label = f"{said[name.value]} (%)" if name is Coefficient.PERCENT else said[name.value]
        rows.append((label, marks.of(found.overall, name), _interval(found.overall, name, words)))
    known = sum(one.measured.get(ALPHA) is not None for one in found.codes)
    for key, figure in (("lowest", found.lowest), ("median", found.median)):
        if figure is not None:
            label = f"{said[ALPHA.value]}{DOT}{said[key]}"
            rows.append(
                (
                    label,
                    decimal(figure, words),
                    said["of_codes"].format(codes=words.count(known, "codes")),
                )
            )
    for key, one in (
        ("alpha_masi", report.sets.masi),
        ("alpha_jaccard", report.sets.jaccard),
        ("alpha_u", report.continuum.alpha_u),
    ):
        rows.append((said[key], marks.figure(one), ""))
    columns = (
        ListColumn(said["measure"], 3),
        ListColumn(said["value"], number=True),
        ListColumn(said["remark"], 3),
    )
    notes = marks.notes() if segments else [*marks.notes(), said["q_note"]]
    return Table(said["overall_caption"], columns, tuple(rows), tuple(notes))


def _interval(measured: Measured, name: Coefficient, words: Headings) -> str:
    if name is not ALPHA or measured.interval is None:
        return ""
    low, high = (decimal(end, words) for end in measured.interval)
    return words.agreement["interval_is"].format(low=low, high=high)


# ---------------------------------------------------------------------- codes and documents


def by_code(report: AgreementReport, words: Headings) -> Table:
    """Return the figures of each code that anybody used, and those of all together below.

    Segments are matched between two coders; for more there are no such figures.
    """
    found, said = report.agreement, words.agreement
    marks = Marks(words)
    two = len(found.coders) == 2
    segments = found.request.unit is Unit.SEGMENT
    names = figures_of(report)
    columns = [ListColumn(said["code"], 3)]
    if two:
        first, second = (one.name for one in found.coders)
        counted = [said["both"], said["only_first"].format(first=first)]
        counted += [said["only_second"].format(second=second), said["neither"]]
        columns += [column_of(head) for head in counted[: 3 if segments else 4]]
    columns += heads(names)
    interval = not segments and found.overall.interval is not None
    if interval:
        columns.insert(-len(names) + 2, column_of(said["interval_head"]))
    used = [one for one in found.codes if one.code.id in report.used]
    rows = [
        (
            one.code.title,
            *_counts(one, segments),
            *_of_code(one.measured, names, marks, interval, words),
        )
        for one in used
    ]
    sums: tuple[str, ...] = ()
    if two:
        cells = [one.cells for one in found.codes if one.cells is not None]
        totals = [sum(cell.n11 for cell in cells), sum(cell.n10 for cell in cells)]
        totals += [sum(cell.n01 for cell in cells), sum(cell.n00 or 0 for cell in cells)]
        sums = tuple(map(str, totals[: 3 if segments else 4]))
    rows.append((said["pooled"], *sums, *_of_code(found.overall, names, marks, interval, words)))
    unused = [report.names[one.code.id] for one in found.codes if one.code.id not in report.used]
    notes = []
    if two:
        key = "segments_note" if segments else "cells_note"
        unit = unit_of(found, words)
        notes.append(said[key].format(first=first, second=second, unit=unit))
    notes += marks.notes()
    if unused:
        notes.append(said["unused_note"].format(codes=words.join(unused)))
    caption = said["codes_caption"].format(unit=unit_of(found, words))
    return Table(caption, tuple(columns), tuple(rows), tuple(notes))


def _counts(one: CodeAgreement, segments: bool) -> tuple[str, ...]:
    cells = one.cells
    if cells is None:
        return ()
    counts = (cells.n11, cells.n10, cells.n01, cells.n00)
    return tuple(str(count) for count in counts[: 3 if segments else 4])


def _of_code(
    measured: Measured,
    names: tuple[Coefficient, ...],
    marks: Marks,
    interval: bool,
    words: Headings,
) -> tuple[str, ...]:
    """Return the cells of coefficients; the interval of alpha stands behind it."""
    cells = [marks.of(measured, name) for name in names]
    if interval:
        ends = measured.interval
        # Two places: the draws give no more, and the column has little room.
        said = "" if ends is None else ", ".join(decimal(end, words, 2) for end in ends)
        cells.insert(2, said)
    return tuple(cells)


def by_document(report: AgreementReport, words: Headings, *, numbered: bool) -> Table:
    """Return the figures of each document; ``numbered`` puts numbers before them."""
    found, said = report.agreement, words.agreement
    marks = Marks(words)
    names = figures_of(report)
    columns = [ListColumn(said["document"], 3), column_of(unit_head(found, words))]
    columns += heads(names)
    rows = [
        (one.document.title, str(units), *(marks.of(one.measured, name) for name in names))
        for one, units in zip(found.documents, report.units, strict=True)
    ]
    if numbered:
        columns.insert(0, column_of(said["document_number"]))
        rows = [(str(place), *row) for place, row in enumerate(rows, 1)]
    return Table(said["documents_caption"], tuple(columns), tuple(rows), tuple(marks.notes()))
