"""The project as a whole: its figures, its name, its history, its soundness."""

from __future__ import annotations

from qcode.model.enums import CodeKind, Level
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import HistoryStep, ProjectInfo
from qcode.services.project import Project
from qcode.store import check, journal, queries


def info(project: Project) -> ProjectInfo:
    """Return the project's figures."""
    with project.read() as connection:
        totals = queries.totals(connection)
        kinds = queries.kinds(connection)
        coders = queries.coders(connection)
    levels = dict.fromkeys((level.value for level in Level), 0)
    for kind, count in kinds.items():
        levels[CodeKind(kind).level.value] += count
    return ProjectInfo(
        name=project.name,
        schema=totals["schema"],
        documents=totals["documents"],
        characters=totals["characters"],
        codes=levels,
        kinds={kind.value: kinds.get(kind.value, 0) for kind in CodeKind},
        codings=totals["codings"],
        coders=tuple(coder.name for coder in coders),
        memos=totals["memos"],
    )


def rename(project: Project, name: str) -> None:
    """Give the project another name; the file keeps its own."""
    clean = " ".join(name.split())
    if not clean:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "A name cannot be empty."))
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Rename project to {name}"), {"name": clean})
    ) as writer:
        writer.update("project", 1, name=clean)


def history(project: Project) -> list[HistoryStep]:
    """Return every step ever done, the oldest first: what, when, by whom."""
    with project.read() as connection:
        return journal.history(connection)


def findings(project: Project) -> list[Message]:
    """Look the whole file over and return what is wrong with it, empty when it is sound."""
    with project.read() as connection:
        return check.findings(connection)
