"""The methods appendix in Word: a paragraph ready to use, then the tables it rests on."""

from __future__ import annotations

import os
from typing import BinaryIO

from qcode.formats.codebook_words import DOT
from qcode.formats.docx_frame import WordFile
from qcode.formats.docx_lists import ListColumn, Lists, marked
from qcode.formats.docx_text import run, runs_right
from qcode.formats.docx_writing import facts_table, paragraph, text
from qcode.formats.headings import LANGUAGES, Headings, load
from qcode.formats.history_out import local
from qcode.formats.methods_words import codes_in_words, measure_sentence, number, prose
from qcode.formats.saturation_docx import verdict
from qcode.formats.tables_words import TableWords
from qcode.formats.versions_docx import counted_kinds
from qcode.model.enums import KIND_ORDER, WorkStatus
from qcode.model.log_records import CodeEventRecord
from qcode.model.methods import MethodsReport, VersionLine
from qcode.model.report import PageSetup


def write(
    report: MethodsReport,
    target: str | os.PathLike[str] | BinaryIO,
    setup: PageSetup | None = None,
) -> None:
    """Write a methods appendix as a Word file.

    The paragraph of prose stands there in the language of the headings first, then in the other
    one. Raises ``QcodeError`` naming the file when it cannot be written; an older one is then kept.
    """
    setup = setup or PageSetup()
    words = load(setup.headings, setup.terms)
    said = words.methods
    file = WordFile(
        title=f"{said['title']}{DOT}{report.project}",
        author=words.join(one.name for one in report.coders),
        date=report.date,
        setup=setup,
        header=(report.project, said["title"]),
        footer=words.page_of,
    )
    file.add(text("Subtitle", said["title"]))
    file.add(text("Title", report.project))
    file.add(facts_table(_facts(report, words), file.text_width))
    _section(file, said["prose_section"])
    for language in sorted(LANGUAGES, key=lambda one: one != setup.headings):
        said_so = prose(report, load(language, setup.terms))
        file.add(paragraph("FieldText", run(said_so), right_to_left=runs_right(said_so)))
    _Sections(report, file, words).add()
    file.write(target)


def _section(file: WordFile, title: str) -> None:
    file.add(paragraph("SectionGap"))
    file.heading(1, title)


def _facts(report: MethodsReport, words: Headings) -> list[tuple[str, str]]:
    said = words.methods
    period = words.day(report.first)
    if report.last != report.first:
        period = said["from_to"].format(first=period, last=words.day(report.last))
    material = (
        words.count(report.documents, "documents"),
        said["characters"].format(n=number(report.characters, words)),
        words.count(report.passages, "passages"),
        words.count(report.codings, "codings"),
    )
    lines = [
        (words.date, words.day(report.date)),
        (said["period"], period),
        (words.coders, words.join(one.name for one in report.coders)),
        (words.material, words.join(material)),
        (words.codes, codes_in_words(report, words)),
        (said["blind"], said["blind_said"] if report.blind else ""),
        (said["log"], words.count(report.steps.recorded, "steps")),
        (said["program"], said["program_said"].format(version=report.program)),
    ]
    return [(label, line) for label, line in lines if line]


class _Sections:
    """The sections below the prose."""

    def __init__(self, report: MethodsReport, file: WordFile, words: Headings) -> None:
        self._report = report
        self._file = file
        self._words = words
        self._said = words.methods
        self._lists = Lists(file, words)

    def add(self) -> None:
        """Add those that have anything to tell."""
        self._coders()
        self._course()
        self._versions()
        self._events()
        self._saturation()
        self._log()

    def _coders(self) -> None:
        said, report = self._said, self._report
        _section(self._file, said["coders_section"])
        if not report.work:
            self._file.add(text("Note", said["nobody"]))
            return
        self._lists.add(
            said["coders_caption"],
            [
                ListColumn(said["coder"], 2),
                ListColumn(said["documents"], number=True),
                ListColumn(said["codings"], number=True),
                ListColumn(said["finished"], number=True),
                ListColumn(said["first"]),
                ListColumn(said["last"]),
            ],
            [
                (
                    one.name,
                    str(one.documents),
                    str(one.codings),
                    str(one.finished),
                    one.first or said["nothing"],
                    one.last or said["nothing"],
                )
                for one in report.coders
            ],
        )
        status = {
            WorkStatus.UNASSIGNED: said["unassigned"],
            WorkStatus.OPEN: said["open"],
            WorkStatus.FINISHED: said["finished_said"],
        }
        self._lists.add(
            said["documents_caption"],
            [
                ListColumn(said["document"], 2),
                ListColumn(said["coder"]),
                ListColumn(said["codings"], number=True),
                ListColumn(said["first"]),
                ListColumn(said["last"]),
                ListColumn(said["status"]),
            ],
            [
                (
                    one.document,
                    one.coder,
                    str(one.codings),
                    one.first or said["nothing"],
                    one.last or said["nothing"],
                    status[one.status],
                )
                for one in report.work
            ],
            together=True,
        )
        if report.hidden:
            self._file.add(text("Note", said["hidden_note"]))

    def _course(self) -> None:
        said, words, report = self._said, self._words, self._report
        if not report.periods:
            return
        _section(self._file, said["course_section"])
        kinds = [kind for kind in KIND_ORDER if any(one.kinds.get(kind) for one in report.periods)]
        plural = TableWords.of(words).plural
        names = [f"{name[:1].upper()}{name[1:]}" for name in map(plural, kinds)]
        columns = [
            ListColumn(said["month" if report.monthly else "day"]),
            *(
                ListColumn(head, number=True)
                for head in (
                    said["documents"],
                    *names,
                    said["coded"],
                    said["codings"],
                    words.memo_pages["title"],
                )
            ),
        ]
        self._lists.add(
            said["course_caption_month" if report.monthly else "course_caption_day"],
            columns,
            [
                (
                    one.name,
                    str(one.documents),
                    *(str(one.kinds.get(kind, 0)) for kind in kinds),
                    str(one.made),
                    str(one.codings),
                    str(one.memos),
                )
                for one in report.periods
            ],
        )

    def _versions(self) -> None:
        said = self._said
        if not self._report.versions:
            return
        _section(self._file, said["versions_section"])
        self._lists.add(
            said["versions_caption"],
            [
                ListColumn(said["version"], 3),
                ListColumn(said["date"]),
                ListColumn(said["by"]),
                ListColumn(said["codes"], 3),
                ListColumn(said["changes"], 3),
            ],
            [self._version(one) for one in self._report.versions],
        )

    def _version(self, one: VersionLine) -> tuple[str, ...]:
        said, words = self._said, self._words
        codes = words.join(counted_kinds(one.counts.kinds, words)) or said["nothing"]
        changes = words.differences(one.changes) or said["nothing"]
        version = one.version
        if version is None:
            return said["now"], self._report.date, said["nothing"], codes, changes
        name = f"{version.name}\n{version.note}" if version.note else version.name
        return name, local(version.created)[:10], version.coder, codes, changes

    def _events(self) -> None:
        said, events = self._said, self._report.events
        if not events:
            return
        _section(self._file, said["events_section"])
        columns = [
            ListColumn(said["date"]),
            ListColumn(said["by"]),
            ListColumn(said["what"], 3),
            ListColumn(said["reason"], 2),
        ]
        self._lists.add(
            said["events_caption"],
            columns,
            [
                (
                    local(one.created)[:10],
                    one.coder,
                    self._event(one),
                    one.reason or said["no_reason"],
                )
                for one in events
            ],
        )

    def _event(self, one: CodeEventRecord) -> str:
        key = one.what.value if one.passages is not None else f"{one.what.value}_bare"
        return self._said[key].format(
            code=marked(one.code_name), into=marked(one.into_name), passages=one.passages
        )

    def _saturation(self) -> None:
        found = self._report.saturation
        if not found.curve:
            return
        _section(self._file, self._said["saturation_section"])
        self._file.add(text("FieldText", verdict(found, self._words)))
        self._file.add(text("FieldText", measure_sentence(found, self._words)))
        self._file.add(text("Note", self._words.saturation["source"]))

    def _log(self) -> None:
        said, steps = self._said, self._report.steps
        _section(self._file, said["log_section"])
        self._lists.add(
            said["log_caption"],
            [ListColumn(said["what"], 3), ListColumn(said["number"], number=True)],
            [
                (said["steps_done"], str(steps.done)),
                (said["steps_undone"], str(steps.undone)),
                (said["undos"], str(steps.undos)),
                (said["redos"], str(steps.redos)),
            ],
        )
        self._file.add(text("Note", said["source_note"]))
