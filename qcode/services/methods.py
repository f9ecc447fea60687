"""The methods appendix: who coded what and when, and how the codebook grew, from the log alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qcode import __version__
from qcode.analysis.course import Course
from qcode.model.enums import CodeKind, WorkStatus
from qcode.model.log_records import LogChange
from qcode.model.methods import (
    CoderWork,
    DocumentWork,
    MethodsReport,
    StepFigures,
    VersionLine,
)
from qcode.model.report import PageSetup
from qcode.services import codebook_states, saturation, terms, versions
from qcode.services.exporting import Progress, nothing, require_ending
from qcode.services.project import Project
from qcode.store import log_queries, passage_queries, queries, version_queries, visibility

if TYPE_CHECKING:
    from qcode.store.connection import Connection

__all__ = ["ENDINGS", "gather", "write"]

ENDINGS = (".docx",)


def gather(project: Project, *, today: date | None = None) -> MethodsReport:
    """Gather what a methods appendix tells: seconds in a large project, so ask in a worker."""
    found = saturation.report(project)
    with project.read() as connection:
        totals = queries.totals(connection)
        days = log_queries.days_of_steps(connection)
        work = _work(connection)
        course = _course(connection, project, days)
        monthly, periods = course.periods()
        coded = [one for one in work if one.codings]
        return MethodsReport(
            project=project.name,
            program=__version__,
            date=(today or datetime.now().astimezone().date()).isoformat(),
            first=min(days.values(), default=""),
            last=max(days.values(), default=""),
            coded_first=min((one.first for one in coded), default=""),
            coded_last=max((one.last for one in coded), default=""),
            documents=totals["documents"],
            characters=totals["characters"],
            passages=passage_queries.coded_passages(connection),
            codings=totals["codings"],
            memos=totals["memos"],
            kinds={CodeKind(kind): n for kind, n in queries.kinds(connection).items()},
            blind=visibility.is_blind(connection),
            hidden=visibility.hides(connection),
            coders=tuple(_coders(connection, work)),
            work=work,
            monthly=monthly,
            periods=tuple(periods),
            versions=tuple(_versions(connection)),
            events=tuple(log_queries.code_events(connection)),
            saturation=found,
            steps=_steps(connection),
        )


def _work(connection: Connection) -> tuple[DocumentWork, ...]:
    """Return coders by document, in the order of documents, with those who have only a status."""
    names = [coder.name for coder in queries.coders(connection)]
    documents = queries.documents(connection, counts=False)
    done = {(row[0], row[1]): row[2:] for row in log_queries.work_by_document(connection)}
    status = {(one.document_id, one.coder): one.status for one in queries.work(connection)}
    return tuple(
        DocumentWork(
            document.title,
            name,
            *done.get((document.id, name), (0, "", "")),
            status=status.get((document.id, name), WorkStatus.UNASSIGNED),
        )
        for document in documents
        for name in names
        if (document.id, name) in done
        or status.get((document.id, name), WorkStatus.UNASSIGNED) is not WorkStatus.UNASSIGNED
    )


def _coders(connection: Connection, work: tuple[DocumentWork, ...]) -> Iterator[CoderWork]:
    for coder in queries.coders(connection):
        mine = [one for one in work if one.coder == coder.name]
        coded = [one for one in mine if one.codings]
        if mine:
            yield CoderWork(
                coder.name,
                len(coded),
                sum(one.codings for one in coded),
                sum(one.status is WorkStatus.FINISHED for one in mine),
                min((one.first for one in coded), default=""),
                max((one.last for one in coded), default=""),
            )


# ---------------------------------------------------------------------- from the journal


def _course(connection: Connection, project: Project, days: dict[int, str]) -> Course:
    course = Course(days)
    hidden = visibility.hidden_steps(connection, project.coder)
    for step, table, op, count in log_queries.comings_and_goings(connection):
        if table == "document" or step not in hidden:
            course.add(step, table, count if op == "i" else -count)
    present = {code.id: code.kind for code in queries.codes(connection)}
    by_row: dict[int, list[LogChange]] = {}
    for change in log_queries.changes_of_codes(connection, 0):
        if change.table == "code" and change.step in days:
            by_row.setdefault(change.row, []).append(change)
    for row, changes in by_row.items():
        _kinds(course, present.get(row), changes)
    return course


def _kinds(course: Course, kind: CodeKind | None, changes: list[LogChange]) -> None:
    """Follow the kind of one code back: the journal knows old values."""
    for change in reversed(changes):
        if change.op == "i":
            if kind is not None:
                course.codes(change.step, kind, 1)
            kind = None
            continue
        old = json.loads(change.image or "{}").get("kind")
        if old is None:
            continue
        if kind is not None:
            course.codes(change.step, kind, 1)
        kind = CodeKind(old)
        course.codes(change.step, kind, -1)


def _versions(connection: Connection) -> Iterator[VersionLine]:
    """Return versions and what changed in each; the state of now last, where it differs."""
    events = log_queries.code_events(connection)
    before, last = codebook_states.EMPTY, None
    for row in version_queries.versions(connection):
        state = codebook_states.read(connection, version_queries.body(connection, row[6]))
        version = versions.of_row(connection, row)
        found = versions.compared(last, before, version, state, events)
        yield VersionLine(version, version.counts, found.count())
        before, last = state, version
    if last is not None:
        now = codebook_states.shown(connection, codebook_states.of(connection))
        changes = versions.compared(last, before, None, now, events).count()
        if changes:
            yield VersionLine(None, now.counts, changes)


def _steps(connection: Connection) -> StepFigures:
    figures = StepFigures(0, 0, 0, 0)
    for (kind, state), count in log_queries.step_figures(connection).items():
        if kind == "undo":
            figures = replace(figures, undos=figures.undos + count)
        elif kind == "redo":
            figures = replace(figures, redos=figures.redos + count)
        elif state in ("done", "closed"):
            figures = replace(figures, done=figures.done + count)
        else:
            figures = replace(figures, undone=figures.undone + count)
    return figures


# ---------------------------------------------------------------------- writing


def write(
    project: Project, out: Path, setup: PageSetup | None = None, *, progress: Progress = nothing
) -> None:
    """Write the methods appendix as Word.

    Raises ``QcodeError`` for another ending and for a file that cannot be written. ``progress`` as
    in ``exporting.write_codebook``.
    """
    from qcode.formats import methods_docx

    require_ending(out, ENDINGS)
    progress(0, 2)
    gathered = gather(project)
    progress(1, 2)
    methods_docx.write(gathered, out, terms.page_setup(project, setup))
