"""Which passages came to be coded and which no longer are, step by step."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from qcode.model.changes import ChangeSet
from qcode.services.project import Project
from qcode.store import coding_changes, journal
from qcode.store.coding_changes import PassageChanges, Spot
from qcode.store.connection import Connection

__all__ = ["PassageChanges", "PassageSteps", "Spot"]

MOST = 1_000  # codings that came, went or moved beyond which a worker should count everything

# What the newest change of each open project did, read once for all who follow it: a step that
# deletes a large code takes several milliseconds to read.
_latest: WeakKeyDictionary[Project, tuple[int, int, PassageChanges | None]] = WeakKeyDictionary()


class PassageSteps:
    """Follows a project from now on, for who keeps something that its coded passages decide."""

    def __init__(self, project: Project) -> None:
        self._project = project
        with project.read() as connection:
            self._seen = journal.last_step(connection)

    def news(self, changes: ChangeSet) -> PassageChanges | None:
        """Return what the step just told did to passages, None where all must be read anew.

        Every step has to be handed in. None comes after several steps at once, after one that went
        on (see ``coding_changes``), and in a project that is coded blind, where the journal knows
        more than the coder may.
        """
        with self._project.read() as connection:
            seen, self._seen = self._seen, journal.last_step(connection)
            if not changes.touches("coding"):
                return PassageChanges()
            if connection.limit is not None or self._seen > seen + 1:
                return None
            found = self._newest(connection)
        if self._seen == seen and found is not None:
            return PassageChanges()  # taken already, or it went on without moving anything
        return found

    def _newest(self, connection: Connection) -> PassageChanges | None:
        last = journal.last_change(connection)
        known = _latest.get(self._project)
        if known is None or known[:2] != (self._seen, last):
            found = coding_changes.passages_of_step(connection, self._seen, MOST)
            known = _latest[self._project] = (self._seen, last, found)
        return known[2]
