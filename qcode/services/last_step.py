"""What the last step of a project did to codings, read once for all who follow it."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from qcode.services.project import Project
from qcode.store import coding_changes
from qcode.store.coding_changes import CodingChanges, PassageChanges
from qcode.store.connection import Connection

FEW = 1_000  # changes of a step that are read whether somebody asks for them or not
MOST = 1_000  # codings that came, went or moved beyond which a worker should count everything

# After how many steps that were told, and for whom.
_State = tuple[int, str]
_known: WeakKeyDictionary[Project, tuple[_State, LastStep]] = WeakKeyDictionary()


class LastStep:
    """The step made last, as one reading saw it.

    ``number`` is the step's, 0 before the first; steps follow each other without gaps. Of a
    ``hidden`` one nothing is told, since in a project that is coded blind the journal knows more
    than the coder may.
    """

    def __init__(self, connection: Connection) -> None:
        self.hidden = connection.limit is not None
        self._step = coding_changes.newest(connection)
        self.number = self._step.number
        self._few = self._step.size <= FEW and not self.hidden
        self._codings = coding_changes.of_step(connection, self._step, FEW) if self._few else None
        self._passages = self._codings.passages if self._codings is not None else None
        self._told_passages = self._few  # or they are still to be read

    def codings(self, project: Project, most: int) -> CodingChanges | None:
        """Return what it did to codings; see ``coding_changes.of_step``.

        None as well where it is not the last one any more.
        """
        if self._few or self.hidden:
            return self._codings
        with project.read() as connection:
            if coding_changes.newest(connection) != self._step:
                return None
            return coding_changes.of_step(connection, self._step, most)

    def passages(self, project: Project) -> PassageChanges | None:
        """Return which passages it made coded ones, or none; None where that cannot be told."""
        if not (self._told_passages or self.hidden):
            with project.read() as connection:
                if coding_changes.newest(connection) == self._step:
                    self._passages = coding_changes.passages_of_step(connection, self._step, MOST)
            self._told_passages = True
        return self._passages


def of(project: Project) -> LastStep:
    """Return the step made last; it is read anew only after another one was told."""
    state = project.told, project.coder
    known = _known.get(project)
    # Another program may write on where this one only reads, and nobody is told of that.
    if known is None or known[0] != state or project.read_only:
        with project.read() as connection:
            known = _known[project] = state, LastStep(connection)
    return known[1]
