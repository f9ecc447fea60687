"""What two files began from: the newest state that both contain, and how to ask it for rows.

A copy shares its first steps with the project; a packet begins with rows of it; and whoever merged
a file has noted the step that it had come to. From these the newest common state follows. It is a
former state of one of the two files, so that file's journal tells what has happened since. Where
each of the two merged the other's older state, there are two such states and neither is older.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qcode.services.joining import history
from qcode.services.joining.history import Net
from qcode.services.joining.reading import Side
from qcode.store import join_queries

if TYPE_CHECKING:
    from qcode.store.connection import Connection


Unsure = Mapping[tuple[str, int], "Mapping[str, Any] | None"]


@dataclass(frozen=True, slots=True)
class Place:
    """How far a file is contained in another: its step and its entry of the journal.

    ``written_in`` is the step by which the other came to contain it, 0: it began so. Rows in
    ``unsure`` may have changed since without an entry, since a step was typed on: with them stands
    what they were, None where nobody knows. Of a ``partial`` place only some rows are contained.
    """

    step: int
    change: int
    written_in: float = 0
    unsure: Unsure = field(default_factory=dict)
    partial: bool = False


@dataclass(slots=True)
class Ground:
    """What is known of the common state.

    ``theirs`` is what happened in the other file since it was last contained in mine, ``mine`` the
    same of my file; ``by_theirs`` and a ``mine`` that is not None say which of them lead back to
    the common state. Rows in ``unsure`` (numbers there) and ``my_unsure`` may have changed unseen.
    """

    theirs: Net
    by_theirs: bool
    partial: bool = False
    mine: Net | None = None
    unsure: Unsure = field(default_factory=dict)
    my_unsure: Unsure = field(default_factory=dict)

    @property
    def unknown(self) -> bool:
        """Whether there is no common state."""
        return not self.by_theirs and self.mine is None


def found(
    mine: Side, my_connection: Connection, other: Side, other_connection: Connection
) -> Ground:
    """Find the common state of two files."""
    there = _contained(other, other_connection, mine, my_connection)
    here = _contained(mine, my_connection, other, other_connection)
    theirs = history.net(
        other.steps,
        join_queries.entries(other_connection, there.change if there else 0),
        there.step if there else 0,
        there.change if there else 0,
    )
    by_theirs, by_mine = there is not None, False
    if here is not None and here.written_in:
        if there is None or not there.written_in or there.written_in <= here.step:
            by_theirs, by_mine = False, True
        elif here.written_in > there.step:
            by_mine = True
    my_net = None
    if by_mine and here is not None:
        entries = join_queries.entries(my_connection, here.change)
        my_net = history.net(mine.steps, entries, here.step, here.change)
    return Ground(
        theirs,
        by_theirs,
        partial=there is not None and there.partial,
        mine=my_net,
        unsure=there.unsure if there else {},
        my_unsure=here.unsure if here else {},
    )


def _contained(
    file: Side, connection: Connection, by: Side, by_connection: Connection
) -> Place | None:
    """Return the newest state of ``file`` that ``by`` contains, None where there is none."""
    for step in reversed(file.steps):
        if (common := by.by_guid.get(step.guid)) is not None:
            if (step.at, step.last) == (common.at, common.last):
                return Place(step.id, _last_until(file, step.id))
            there = join_queries.entries_of_step(connection, step.id)
            here = join_queries.entries_of_step(by_connection, common.id)
            same = 0
            for one, other in zip(there, here, strict=False):
                if one[2:] != other[2:]:
                    break
                same = one.id
            touched = dict.fromkeys((one.table, one.row) for one in there)
            return Place(step.id, same or _last_until(file, step.id - 1), unsure=touched)
        if (mark := by.marks.get(step.guid)) is not None:
            typed: Unsure = {}
            if mark.at != step.at:
                entries = join_queries.entries_of_step(connection, step.id)
                typed = {
                    (one.table, one.row): mark.rows.get((one.table, one.row))
                    for one in entries
                    if one.id <= mark.change
                }
            return Place(step.id, mark.change, mark.written_in, typed)
    if not file.steps:
        return None
    first = file.steps[0]
    if file.packet_base and file.packet_of == by.guid and file.packet_base in by.by_guid:
        return Place(first.id, first.last)
    if file.packet_base and file.packet_base == by.packet_base:
        return Place(first.id, first.last, partial=True)
    return None


def _last_until(file: Side, step: int) -> int:
    """Return the newest entry of the steps up to ``step``."""
    return max(_lasts(file, step), default=0)


def _lasts(file: Side, step: int) -> Iterable[int]:
    return (one.last for one in file.steps if one.id <= step)
