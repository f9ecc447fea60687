"""Reading a file whole: its rows, its steps, what it was merged from, and whether it is sound."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qcode.model.errors import NewerSchema, QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.services.joining import rules
from qcode.store import check, join_queries, schema
from qcode.store.join_queries import Row, StepRow
from qcode.store.packet_rows import PACKET_BASE, PACKET_OF
from qcode.store.store import Store
from qcode.store.visibility import BLIND

if TYPE_CHECKING:
    from qcode.store.connection import Connection

MOST_TYPED = 3  # rows of a step in which somebody may type on

# Belong to the file that has them, not to the work.
OWN_SETTINGS = frozenset({PACKET_OF, PACKET_BASE, BLIND})


@dataclass(frozen=True, slots=True)
class Mark:
    """A step of some file that another one contains; ``at`` is when it was written last.

    ``rows`` are those that it had touched, by table and number there, as they were then; empty
    where they were many, so that nobody can have typed on in them.
    """

    change: int
    at: str
    written_in: float
    rows: Mapping[tuple[str, int], Mapping[str, Any]] = field(default_factory=dict)


@dataclass(slots=True)
class Side:
    """One file as it was read. ``rows`` are by table, in order of their ids."""

    path: Path
    guid: str
    rows: dict[str, list[Row]]
    steps: list[StepRow]
    texts: dict[str, dict[int, str]]
    next_ids: dict[str, int]
    newest: tuple[int, int]
    packet_of: str = ""
    packet_base: str = ""
    by_guid: dict[str, StepRow] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the file is called in sentences."""
        return self.path.name.encode("utf-8", "replace").decode("utf-8")


def read(connection: Connection, path: Path) -> Side:
    """Read a file's rows and steps; see ``looked_over`` for a file that nobody vouches for."""
    rows = {
        name: join_queries.rows(connection, name, rule.columns)
        if join_queries.has_table(connection, name)
        else []
        for name, rule in rules.of_tables().items()
    }
    settings = {row[1]: row[2] for row in rows["setting"]}
    steps = join_queries.steps(connection)
    side = Side(
        path=path,
        guid=rows["project"][0][1],
        rows=rows,
        steps=steps,
        texts={name: join_queries.hashes(connection, name) for name in sorted(rules.TEXTS)},
        next_ids=join_queries.next_ids(connection),
        newest=join_queries.newest(connection),
        packet_of=settings.get(PACKET_OF, ""),
        packet_base=settings.get(PACKET_BASE, ""),
        by_guid={one.guid: one for one in steps},
    )
    if rows["merged"]:
        written = join_queries.steps_of_merged(connection)
        for row in rows["merged"]:
            note_merged(side, row, written.get(row[1], 0))
    return side


def note_merged(side: Side, row: Row, written_in: float) -> None:
    """Take in what a row of ``merged`` says: a step that is contained, rows that are the same."""
    rule = rules.of_tables()["merged"]
    guid, change = row[rule.at("step_guid")], row[rule.at("change")]
    report = _plain(row[rule.at("report")])
    known = side.marks.get(guid)
    if known is None or known.change <= change:
        side.marks[guid] = Mark(change, str(report.get("at", "")), written_in, _typed(report))
    same = report.get("same", {})
    if isinstance(same, dict):
        side.same.update({str(theirs): str(mine) for theirs, mine in same.items()})


def last_rows(connection: Connection, side: Side) -> list[dict[str, Any]]:
    """Return the rows that the newest step touched, as they are, for ``Mark.rows``."""
    touched = {
        (one.table, one.row)
        for one in join_queries.entries_of_step(connection, side.steps[-1].id)
        if one.table in side.rows
    }
    if len(touched) > MOST_TYPED:
        return []
    return [
        {
            "table": table,
            "row": row[0],
            "values": dict(zip(rules.of_tables()[table].columns[1:], row[1:], strict=True)),
        }
        for table, wanted in sorted(touched)
        for row in side.rows[table]
        if row[0] == wanted
    ]


def _typed(report: dict[str, Any]) -> dict[tuple[str, int], dict[str, Any]]:
    try:
        return {(str(one["table"]), int(one["row"])): dict(one["values"]) for one in report["last"]}
    except (KeyError, TypeError, ValueError):  # another hand was at it: nothing is known
        return {}


def _plain(report: str) -> dict[str, Any]:
    try:
        found = json.loads(report)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


@contextmanager
def opened(path: Path) -> Iterator[Connection]:
    """Open another file for reading, which leaves it as it is, and look whether it is sound.

    Raises ``QcodeError`` naming the file where it is missing, newer, damaged or was tampered with.
    """
    store = Store.open(path, read_only=True)
    try:
        with store.read() as connection:
            _look_over(connection, path)
            yield connection
    finally:
        store.close()


def _look_over(connection: Connection, path: Path) -> None:
    version = join_queries.version(connection)
    if version > schema.VERSION:
        raise NewerSchema(
            QT_TRANSLATE_NOOP(
                "core",
                "{file} was written by a newer qcode (schema {found}; this one knows {known})."
                " Update qcode to merge it.",
            ),
            file=str(path),
            found=version,
            known=schema.VERSION,
        )
    found = check.findings(connection)
    if found:
        raise unsound(path, found[0])


def unsound(path: Path, finding: Message) -> QcodeError:
    """Return the sentence for a file that cannot be trusted."""
    return QcodeError(
        QT_TRANSLATE_NOOP(
            "core", "{file} cannot be merged: {finding} Nothing was changed; ask for it again."
        ),
        file=str(path),
        finding=finding,
    )
