"""On which passages of the codes shown there is no concept, for who asks for just those."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from qcode.model.changes import ChangeSet
from qcode.services import coherence
from qcode.ui.itemmodels.passage_feed import PassageFeed
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell.session import Session

Answer = tuple[frozenset[int], frozenset[int]]
"""The codes that were asked about, and their passages (selection ids) that no concept is on."""


class WithoutConcept(QObject):
    """Reads only while it is switched on, and again after each change that may matter.

    A concept on the same words may be of any code, so the passages of a feed do not tell.
    """

    changed = Signal()  # others than before

    def __init__(self, session: Session, feed: PassageFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._feed = feed
        self._on = False
        self._of: frozenset[int] = frozenset()  # the codes that ``selections`` is about
        self._recount: Recount | None = None
        self.selections: frozenset[int] | None = None  # None: not read yet
        session.changed.connect(self._after_change)

    def switch(self, on: bool) -> None:
        """Say whether anybody wants to know."""
        if on != self._on:
            self._on = on
            self.selections = None
            self.ask()

    def ask(self) -> None:
        """Read for the codes that are shown now; ``changed`` tells of other passages."""
        if not self._on or self._feed.asleep:
            return
        if self._of != self._feed.wanted:
            self._of, self.selections = self._feed.wanted, None
        if self._recount is None:
            path = self._session.project.path
            self._recount = Recount(self, path, self._read, self._take)
        self._recount.ask()

    def _read(self) -> Answer:
        wanted = self._feed.wanted
        found = coherence.passages_without_concept(self._session.project, *wanted)
        return wanted, frozenset(found)

    def _take(self, answer: Answer) -> None:
        wanted, found = answer
        if self._on and wanted == self._of and found != self.selections:
            self.selections = found
            self.changed.emit()

    def _after_change(self, changes: ChangeSet) -> None:
        if changes.touches("code", "coding"):
            self.ask()
