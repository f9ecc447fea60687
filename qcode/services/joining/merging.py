"""The door of merging: look the files over, choose, and write it all as one step.

``plan`` and ``decide`` only read and work in memory; ``plan`` is for a worker. ``carry_out`` writes
in one transaction, so that an error or the end of the program in the middle changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qcode.model.errors import QcodeError
from qcode.model.join_records import (
    Choice,
    Choices,
    MergePlan,
    MergeReport,
    OpenConflicts,
    Pair,
)
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.services.joining import apart as began_apart
from qcode.services.joining import ground, kin, reading, reporting, rules
from qcode.services.joining.blind import Sight
from qcode.services.joining.one_file import Coming, Joined, join
from qcode.services.joining.parts import Part
from qcode.services.joining.reading import Side
from qcode.services.joining.state import State
from qcode.services.joining.turns import Changes, changes
from qcode.services.joining.words import Namer
from qcode.services.joining.writing import Writing
from qcode.store import join_queries
from qcode.store.journal import Progress, no_progress

if TYPE_CHECKING:
    from qcode.services.project import Project
    from qcode.store.connection import Connection

NEVER = float("inf")  # the step that is not written yet comes after all others
NONE: Choices = {}
# Of a project that began apart these say nothing about mine.
_NOT_APART = frozenset({"project", "setting"})


@dataclass(slots=True)
class _Work:
    """What a plan carries along: the files as they were read, and the outcome so far.

    ``texts`` has table → SHA-256 → number, below zero for what only other files have; ``bodies``
    table → such a number → SHA-256 and text.
    """

    mine: Side
    start: State
    coming: list[Coming] = field(default_factory=list)
    texts: dict[str, dict[str, int]] = field(default_factory=dict)
    bodies: dict[str, dict[int, tuple[str, str]]] = field(default_factory=dict)
    outcome: Joined | None = None
    pairs: list[Pair] = field(default_factory=list)
    changes: Mapping[str, Changes] = field(default_factory=dict)


def plan(
    project: Project,
    paths: Sequence[Path],
    *,
    apart: bool = False,
    progress: Progress = no_progress,
) -> MergePlan:
    """Look over what merging ``paths``, one after the other, would do to ``project``.

    Nothing is written, to none of the files. ``apart`` allows files of projects that began apart
    and takes things of the same name to be the same: see ``MergePlan.pairs``. Raises ``QcodeError``
    naming the file that is missing, damaged, of a newer qcode, or of another project.
    """
    with project.read_all() as connection:
        mine = reading.read(connection, project.path)
        work = _Work(mine, State.of(mine))
        work.texts = {
            name: {sha256: number for number, sha256 in known.items()}
            for name, known in mine.texts.items()
        }
        work.bodies = {name: {} for name in rules.TEXTS}
        outcome = Joined(work.start)
        for number, path in enumerate(paths):
            step = Part(progress, number, len(paths))
            step(0, 1)
            with reading.opened(path) as theirs:
                coming = _coming(work, outcome.state, number, path, connection, theirs, apart)
            work.coming.append(coming)
            joined = _join(work, outcome.state, coming, NONE, None, connection, step)
            _mark(mine, joined.state)
            _add(outcome, joined)
        work.outcome = outcome
        return _planned(project, work, tuple(paths), connection)


def decide(
    project: Project,
    planned: MergePlan,
    choices: Choices,
    prefer: Choice | None = None,
    *,
    progress: Progress = no_progress,
) -> MergePlan:
    """Apply choices in memory; return what is open after them, and what would come in.

    A choice may give rise to another conflict; a conflict that is chosen stays in ``conflicts``.
    ``prefer`` settles all that have no choice of their own. ``progress`` may raise to stop.
    """
    work: _Work = planned.work
    with project.read_all() as connection:
        outcome = Joined(work.start)
        for number, coming in enumerate(work.coming):
            step = Part(progress, number, len(work.coming))
            _add(outcome, _join(work, outcome.state, coming, choices, prefer, connection, step))
        made = _Work(
            work.mine, work.start, work.coming, work.texts, work.bodies, outcome, work.pairs
        )
        return _planned(project, made, planned.paths, connection)


def carry_out(
    project: Project,
    planned: MergePlan,
    choices: Choices = NONE,
    *,
    prefer: Choice | None = None,
    progress: Progress = no_progress,
) -> MergeReport:
    """Write what was planned as one step; return what came in. Nothing new makes no step.

    A plan that ``decide`` has settled is written as it is; it needs no choices again.
    ``progress`` hears of each slice of rows and may raise to stop: then nothing was changed.
    Raises ``OpenConflicts`` where a conflict has neither choice nor preference, and ``QcodeError``
    when the project was changed since the plan was made.
    """
    if planned.open or (planned.conflicts and (choices or prefer)):
        planned = decide(project, planned, choices, prefer, progress=progress)
        if planned.open:
            raise OpenConflicts(planned)
    if planned.nothing:
        return planned.report
    work: _Work = planned.work
    names = ", ".join(coming.side.path.stem for coming in work.coming)
    label = Message(
        QT_TRANSLATE_NOOP("core", "Merge {names}"),
        {"names": names.encode("utf-8", "replace").decode("utf-8")},
    )
    with project.change(label) as writer:
        if join_queries.newest(writer.connection, but=1) != work.mine.newest:
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core",
                    "{file} was changed since the files were looked over; nothing was merged. Look"
                    " them over again.",
                ),
                file=str(project.path),
            )
        Writing(writer, work.changes, work.bodies, progress).write()
    return planned.report


# ---------------------------------------------------------------------- one file


def _coming(
    work: _Work,
    state: State,
    number: int,
    path: Path,
    mine: Connection,
    theirs: Connection,
    apart: bool,
) -> Coming:
    """Read one file; raises ``QcodeError`` where it has no place here."""
    side = reading.read(theirs, path)
    strange = kin.require_kin(work.mine, side, apart)
    try:
        if not side.steps:
            raise ValueError("no steps")
        common = ground.found(work.mine, mine, side, theirs)
    except ValueError as error:
        finding = Message(QT_TRANSLATE_NOOP("core", "Its history cannot be read."))
        raise reading.unsound(path, finding) from error
    if common.unknown and not strange and not kin.share_anything(work.mine, side):
        strange = kin.require_wish(side, apart)  # two samples, say, made alike
    same = {there: here for here, there in side.same.items()} | work.mine.same
    if strange:
        found, shown = began_apart.pairs(number, state, side, work.texts["document_text"], same)
        same |= found
        work.pairs += shown
    for name in rules.TEXTS:
        known, bodies = work.texts[name], work.bodies[name]
        used = {
            row[one.at]
            for rule in rules.of_tables().values()
            for one in rule.references
            if one.target == name
            for row in side.rows[rule.table]
        }
        for text, sha256 in side.texts[name].items():
            if sha256 not in known:
                known[sha256] = -len(bodies) - 1
                body = join_queries.body(theirs, name, sha256) if text in used else ""
                bodies[known[sha256]] = (sha256, body)
    skipped = _NOT_APART if strange else frozenset()
    return Coming(number, side, common, same, skipped, reading.last_rows(theirs, side))


def _join(
    work: _Work,
    state: State,
    coming: Coming,
    choices: Choices,
    prefer: Choice | None,
    connection: Connection,
    progress: Progress,
) -> Joined:
    texts = _Texts(work, connection)
    mine = work.mine.by_guid
    return join(state, coming, work.texts, choices, prefer, texts.read, mine, progress)


class _Texts:
    """Texts by number, read when a conflict quotes them."""

    def __init__(self, work: _Work, connection: Connection) -> None:
        self._work = work
        self._connection = connection
        self._known: dict[int, str] = {}

    def read(self, number: int) -> str:
        if number < 0:
            return self._work.bodies["document_text"][number][1]
        if number not in self._known:
            sha256 = self._work.mine.texts["document_text"][number]
            self._known[number] = join_queries.body(self._connection, "document_text", sha256)
        return self._known[number]


def _mark(mine: Side, state: State) -> None:
    """Let the files that follow know what the project contains by now."""
    table = state["merged"]
    for row in table.inserted():
        reading.note_merged(mine, row, NEVER)


def _add(outcome: Joined, joined: Joined) -> None:
    outcome.state = joined.state
    outcome.conflicts += joined.conflicts
    outcome.open += joined.open
    outcome.refused += joined.refused
    outcome.notes += joined.notes


def _planned(
    project: Project, work: _Work, paths: tuple[Path, ...], connection: Connection
) -> MergePlan:
    outcome = work.outcome
    assert outcome is not None
    before: Mapping[str, Mapping[int, tuple[object, ...]]] = {
        name: table.old for name, table in work.start.tables.items()
    }
    state = outcome.state
    namer = Namer(
        lambda table, row_id: state[table].rows.get(row_id) or state[table].old.get(row_id),
        _Texts(work, connection).read,
    )
    work.changes = {} if outcome.open else changes(state)  # while one is open nothing is written
    report = reporting.report(state, before, paths, namer, outcome.refused, outcome.notes)
    with project.read() as limited:
        sight = Sight(limited, project.coder, (coming.side for coming in work.coming))
    return MergePlan(
        paths,
        tuple(map(sight.conflict, outcome.conflicts)),
        tuple(map(sight.conflict, outcome.open)),
        sight.report(report),
        tuple(work.pairs),
        work,
    )
