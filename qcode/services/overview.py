"""The project as a whole: its figures, its name, its history, its soundness."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from qcode.model.enums import CodeKind, Level
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import Coding, HistoryStep, ProjectInfo
from qcode.services.project import Project, hidden_label
from qcode.store import check, journal, passage_queries, queries, visibility

FEW = 20


def info(project: Project) -> ProjectInfo:
    """Return the project's figures."""
    with project.read() as connection:
        totals = queries.totals(connection)
        kinds = queries.kinds(connection)
        coders = queries.coders(connection)
        blind = visibility.is_blind(connection)
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
        blind=blind,
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
    """Return every step ever done, the oldest first: what, when, by whom.

    In a project that is coded blind, steps of others that touched what is hidden are named
    neutrally, and nothing can be undone up to or beyond them.
    """
    with project.read() as connection:
        steps = journal.history(connection)
        hidden = visibility.hidden_steps(connection, project.coder)
    if not hidden:
        return steps
    found: list[HistoryStep] = []
    barred = False
    for step in reversed(steps):
        if step.id in hidden:
            barred = barred or step.can_undo_to
            step = replace(step, label=hidden_label(step.coder))
        found.append(replace(step, can_undo_to=False) if barred else step)
    return found[::-1]


def codings_before(project: Project, kind: Literal["undo", "redo"]) -> list[Coding]:
    """Return codings that the next undo or redo will touch, as they are now, a few at most.

    Once it is done some of them may be gone, and with them the place to go back to.
    """
    with project.read() as connection:
        find = journal.next_undo if kind == "undo" else journal.next_redo
        found = find(connection)
        if found is None:
            return []
        ids = journal.rows_of(connection, found[0], "coding", FEW)
        return passage_queries.codings(connection, ids)


def findings(project: Project) -> list[Message]:
    """Look the whole file over and return what is wrong with it, empty when it is sound."""
    with project.read_all() as connection:
        return check.findings(connection)
