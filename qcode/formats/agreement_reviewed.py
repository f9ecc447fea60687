"""Tables of what became of a comparison: rounds, decisions; and the lines that authors drew."""

from __future__ import annotations

from collections.abc import Iterator

from qcode.formats.agreement_cells import Marks, Table
from qcode.formats.agreement_words import (
    ALPHA,
    LINES,
    decimal,
    kappa_of,
    otherwise,
    verdicts,
)
from qcode.formats.codebook_words import DOT
from qcode.formats.docx_lists import ListColumn
from qcode.formats.headings import Headings
from qcode.model.agreement import Agreement, Coefficient
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.agreement_report import AgreementReport

_KINDS = {
    "missed": (DisagreementKind.MISSED_BY_FIRST, DisagreementKind.MISSED_BY_SECOND),
    "boundary": (DisagreementKind.BOUNDARY,),
    "code_differs": (DisagreementKind.CODE,),
}


def tables(report: AgreementReport, words: Headings) -> Iterator[Table]:
    """Yield the rounds with what was reached since, and disagreements by what was decided."""
    negotiated = report.settled.negotiated if report.settled is not None else None
    if report.rounds or negotiated is not None:
        yield _rounds(report, words)
    if report.settled is not None and report.settled.disagreements:
        yield _decisions(report, words)


def _rounds(report: AgreementReport, words: Headings) -> Table:
    said = words.agreement
    marks = Marks(words)
    names = (Coefficient.PERCENT, ALPHA, kappa_of(report.agreement), Coefficient.GWET_AC1)

    def row(name: str, when: str, figures: Agreement) -> tuple[str, ...]:
        cells = (marks.of(figures.overall, one) for one in names)
        coders = words.join(one.name for one in figures.coders)
        called = DOT.join((name, *otherwise(figures, report, words)))
        return called, when, coders, str(figures.compared), *cells

    rows = [row(one.name, one.day, one.figures) for one in report.rounds]
    rows.append(row(said["now"], report.date, report.agreement))
    if report.settled is not None and report.settled.negotiated is not None:
        rows.append(row(said["negotiated"], report.date, report.settled.negotiated))
    return Table(
        said["rounds_caption"],
        (
            ListColumn(said["round"], 2),
            ListColumn(said["day"]),
            ListColumn(said["pair"], 2),
            ListColumn(said["documents_head"], number=True),
            *(ListColumn(head, number=True) for head in ("%", "α", "κ", "AC1")),
        ),
        tuple(rows),
        tuple(marks.notes()),
    )


def _decisions(report: AgreementReport, words: Headings) -> Table:
    """Return kinds by verdicts, those alone that occur."""
    assert report.settled is not None
    counts, said = report.settled.counts, words.agreement
    shown = [verdict for verdict, _ in verdicts(report)]
    if report.settled.open:
        shown.insert(0, Verdict.OPEN)

    def row(kinds: tuple[DisagreementKind, ...]) -> list[int]:
        return [sum(counts.get((kind, verdict), 0) for kind in kinds) for verdict in shown]

    rows = [(said[key], row(kinds)) for key, kinds in _KINDS.items()]
    rows.append((said["sum"], row(tuple(DisagreementKind))))
    return Table(
        said["decisions_caption"],
        (
            ListColumn(said["kind"], 3),
            *(ListColumn(said[f"verdict_{one.value}"], number=True) for one in shown),
            ListColumn(said["sum"], number=True),
        ),
        tuple((name, *map(str, cells), str(sum(cells))) for name, cells in rows),
        (said["decisions_note"],) if {Verdict.FIRST, Verdict.SECOND} & set(shown) else (),
    )


def thresholds(words: Headings) -> Table:
    """Return the lines that authors have drawn, with what they say of them."""
    said = words.agreement
    return Table(
        said["thresholds_caption"],
        (
            ListColumn(said["for"]),
            ListColumn(said["line"], number=True),
            ListColumn(said["meaning"], 3),
            ListColumn(said["source"], 2),
        ),
        tuple(
            (said[name.value], decimal(line, words, 3 if name is ALPHA else 2), said[key], source)
            for name, line, key, source in LINES
        ),
        (said["thresholds_note"],),
        together=True,
    )
