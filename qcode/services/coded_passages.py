"""Which passages came to be coded and which no longer are, step by step."""

from __future__ import annotations

from qcode.model.changes import ChangeSet
from qcode.services import last_step
from qcode.services.project import Project
from qcode.store.coding_changes import PassageChanges, Spot

__all__ = ["PassageChanges", "PassageSteps", "Spot"]


class PassageSteps:
    """Follows a project from now on, for who keeps something that its coded passages decide."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._seen = last_step.of(project).number

    def news(self, changes: ChangeSet) -> PassageChanges | None:
        """Return what the step just told did to passages, None where all must be read anew.

        Every step has to be handed in. None comes after several steps at once, after one that went
        on (see ``coding_changes``), and in a project that is coded blind, where the journal knows
        more than the coder may.
        """
        last = last_step.of(self._project)
        seen, self._seen = self._seen, last.number
        if not changes.touches("coding"):
            return PassageChanges()
        if last.hidden or last.number > seen + 1:
            return None
        found = last.passages(self._project)
        if last.number == seen and found is not None:
            return PassageChanges()  # taken already, or it went on without moving anything
        return found
