"""The report on agreement in Word: methods in a paragraph, tables, pictures, sources."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from qcode.formats import agreement_figures as figures
from qcode.formats import agreement_pairs as of_pairs
from qcode.formats import agreement_reviewed as reviewed
from qcode.formats import agreement_tables as tables
from qcode.formats.agreement_cells import Table
from qcode.formats.agreement_prose import prose
from qcode.formats.agreement_words import (
    SOURCES,
    chosen_of,
    coders_of,
    documents_of,
    share,
    unit_of,
)
from qcode.formats.codebook_words import DOT
from qcode.formats.docx_frame import WordFile
from qcode.formats.docx_lists import Lists
from qcode.formats.docx_text import run, runs_right
from qcode.formats.docx_writing import facts_table, paragraph, text
from qcode.formats.headings import LANGUAGES, Headings, load
from qcode.formats.methods_words import number
from qcode.formats.tables_words import Captions, TableWords
from qcode.model.agreement import Unit
from qcode.model.agreement_report import AgreementReport
from qcode.model.report import PageSetup


def write(
    report: AgreementReport,
    target: str | os.PathLike[str] | BinaryIO,
    setup: PageSetup | None = None,
) -> None:
    """Write the report as a Word file; the paragraph on methods stands there in both languages.

    Raises ``QcodeError`` naming the file when it cannot be written; an older one is then kept.
    """
    setup = setup or PageSetup()
    words = load(setup.headings, setup.terms)
    said = words.agreement
    file = WordFile(
        title=f"{said['title']}{DOT}{report.project}",
        author=words.join(one.name for one in report.agreement.coders),
        date=report.date,
        setup=setup,
        header=(report.project, said["title"]),
        footer=words.page_of,
    )
    file.add(text("Subtitle", said["title"]))
    file.add(text("Title", report.project))
    file.add(facts_table(facts(report, words), file.text_width))
    sections = _Sections(report, file, words)
    sections.title("prose_section")
    for language in sorted(LANGUAGES, key=lambda one: one != setup.headings):
        told = prose(report, load(language, setup.terms))
        file.add(paragraph("FieldText", run(told), right_to_left=runs_right(told)))
    if report.agreement.pairs and report.agreement.compared:
        sections.add()
    file.write(target)


def facts(report: AgreementReport, words: Headings) -> list[tuple[str, str]]:
    """Say what was compared and how, as lines of label and text."""
    said, found = words.agreement, report.agreement
    request = found.request
    codes = [report.names[one.code.id] for one in found.codes]
    number_of = words.count(len(codes), "codes")
    if report.chosen:
        told = said["codes_chosen"].format(codes=number_of, names=words.join(codes))
    else:
        told = said["codes_all"].format(codes=number_of)
    interval = ""
    if found.overall.interval is not None:
        interval = said["interval_said"].format(draws=number(report.draws, words), seed=report.seed)
    elif found.compared < report.fewest:
        interval = said["interval_none"].format(fewest=report.fewest)
    compared = said["compared_said"].format(
        documents=documents_of(report, words),
        percent=share(report),
        which=said[f"which_{report.counted.value}"],
    )
    lines = [
        (words.date, words.day(report.date)),
        (words.coders, coders_of(found, words)),
        (said["compared"], compared),
        (said["documents_chosen"], chosen_of(report, words)),
        (words.codes, told),
        (said["roll_up"], said["roll_up_said"] if request.roll_up else ""),
        (said["unit"], unit_of(found, words)),
        (said["interval"], "" if request.unit is Unit.SEGMENT else interval),
        (said["program"], said["program_said"].format(version=report.program)),
    ]
    return [(label, line) for label, line in lines if line]


class _Sections:
    """The sections below the prose."""

    def __init__(self, report: AgreementReport, file: WordFile, words: Headings) -> None:
        self._report = report
        self._file = file
        self._words = words
        self._said = words.agreement
        self._lists = Lists(file, words)
        self._captions = Captions(TableWords.of(words), "")

    def title(self, key: str) -> None:
        """Begin a section."""
        self._file.add(paragraph("SectionGap"))
        self._file.heading(1, self._said[key])

    def add(self) -> None:
        """Add those that have anything to tell."""
        report, words, said = self._report, self._words, self._said
        self.title("overall_section")
        self._tables([tables.overall(report, words)])
        found = report.agreement
        if found.request.unit is not Unit.SEGMENT or len(found.coders) == 2:
            self.title("codes_section")
            self._tables([tables.by_code(report, words)])
        self._pictures(figures.value_lines(report, words), said["dots_note"])
        if report.agreement.documents:
            numbered = figures.numbered(report.heat)
            self.title("documents_section")
            self._tables([tables.by_document(report, words, numbered=numbered)])
            notes = (said["heat_note"], said["heat_numbers"] if numbered else "")
            self._pictures(figures.heat_maps(report, words), *notes)
        if len(report.agreement.coders) > 2:
            self.title("pairs_section")
            self._tables(of_pairs.pairs(report, words))
        self._confusion()
        self.title("continuum_section")
        self._tables(of_pairs.continuum(report, words))
        shown = list(reviewed.tables(report, words))
        if shown:
            self.title("rounds_section")
            self._tables(shown)
        self.title("thresholds_section")
        self._tables([reviewed.thresholds(words)])
        self.title("sources_section")
        for source in SOURCES:
            self._file.add(paragraph("FieldText", run(source), hanging=(420, 420)))

    def _tables(self, listed: Iterable[Table]) -> None:
        for one in listed:
            self._lists.add(
                one.caption,
                one.columns,
                one.rows,
                together=one.together,
                noted=any(one.notes),
            )
            self._note(*one.notes)

    def _pictures(self, shown: Sequence[figures.Shown], *notes: str) -> None:
        for place, (picture, caption) in enumerate(shown, 1):
            noted = place == len(shown) and any(notes)
            self._file.picture(picture, self._captions.figure(caption, noted=noted))
        if shown:
            self._note(*notes)

    def _note(self, *sentences: str) -> None:
        between = " " if self._words.language == "en" else ""
        told = between.join(one for one in sentences if one)
        if told:
            self._file.add(text("Note", told))

    def _confusion(self) -> None:
        report, said = self._report, self._said
        shown = figures.confusion(report, self._words)
        if not shown:
            return
        self.title("confusion_section")
        chosen = figures.most_confused(report)
        occurring = {code.id for one in report.confusions for code in one.codes}
        self._pictures(
            shown,
            said["confusion_note"],
            said["confusion_rows_pairs"] if len(report.confusions) > 1 else "",
            said["confusion_some"].format(n=len(chosen)) if len(chosen) < len(occurring) else "",
        )
