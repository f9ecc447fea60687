"""The report on agreement in Excel: a sheet for each table, figures as numbers.

What is not defined is an empty cell; why, stands in the last column. The same report gives the same
bytes: every time stamp is the day of the report.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from qcode.formats.agreement_docx import facts
from qcode.formats.agreement_prose import prose
from qcode.formats.agreement_sheets import Figures
from qcode.formats.agreement_words import LINES
from qcode.formats.headings import LANGUAGES, Headings, load
from qcode.formats.rows_out import Cell
from qcode.formats.sheets_out import Column, Sheet, write_sheets
from qcode.model.agreement_report import AgreementReport
from qcode.model.report import PageSetup

_NAME, _WIDE = 40, 90  # widths of columns in letters


def write(
    report: AgreementReport, target: str | os.PathLike[str], setup: PageSetup | None = None
) -> None:
    """Write the report as an XLSX file with heads in the language of ``setup``.

    Raises ``QcodeError`` naming the file when it cannot be written; an older one is then kept.
    """
    setup = setup or PageSetup()
    words = load(setup.headings, setup.terms)
    write_sheets(
        target, _sheets(report, words, setup), title=words.agreement["title"], day=report.date
    )


def _sheets(report: AgreementReport, words: Headings, setup: PageSetup) -> Iterator[Sheet]:
    said = words.agreement
    yield _setup(report, words, setup)
    makers = Figures(report, words)
    yield makers.codes()
    if report.agreement.documents:
        yield makers.documents()
    yield makers.pairs()
    yield makers.pair_codes()
    if report.heat is not None:
        yield makers.heat()
    yield makers.confusion()
    yield makers.continuum()
    if report.rounds or report.settled is not None:
        yield makers.rounds()
    if report.settled is not None and report.settled.disagreements:
        yield makers.decisions()
    yield Sheet(
        said["sheet_thresholds"],
        [
            Column(said["for"], 24),
            Column(said["line"]),
            Column(said["meaning"], _NAME),
            Column(said["source"], 24),
        ],
        [(said[name.value], line, said[key], source) for name, line, key, source in LINES],
    )


def _setup(report: AgreementReport, words: Headings, setup: PageSetup) -> Sheet:
    said = words.agreement
    rows: list[tuple[str, Cell]] = [(words.project, report.project), *facts(report, words)]
    rows.append((said["prose_section"], prose(report, words)))
    rows += [
        ("", prose(report, load(language, setup.terms)))
        for language in LANGUAGES
        if language != setup.headings
    ]
    return Sheet(
        said["sheet_setup"],
        [Column(said["key"], 24), Column(said["remark"], _WIDE)],
        rows,
        tall=True,
    )
