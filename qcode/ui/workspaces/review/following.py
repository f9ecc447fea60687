"""The list follows decisions by itself: from here, from undo, from other windows of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qcode.model.changes import ChangeSet

if TYPE_CHECKING:
    from qcode.services.review.disagreements import Disagreements
    from qcode.ui.workspaces.review.talk import Talk

OWN = ("decision", "amendment", "agreement_round")
"""Tables that are changed by the talk alone."""


class Follower(QObject):
    """Hears of every step, and takes what it decided without finding anything again."""

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk)
        self._talk = talk
        self._touched = -1  # the disagreement that the last step was about
        self._news: set[int] = set()  # decisions that came or went since the last load
        talk.session.changed.connect(self._hear)
        talk.session.gathered.connect(self._answer)

    def caught_up(self, found: Disagreements | None) -> Disagreements | None:
        """Return what a worker found, with what was decided while it looked."""
        if found is not None and self._news:
            found = found.with_decisions(self._talk.session.project, self._news)
        self._news.clear()
        return found

    def _hear(self, changes: ChangeSet) -> None:
        talk, found = self._talk, self._talk.found
        self._news |= changes.ids("decision")
        if found is None:
            return
        if changes.touches("decision"):
            self._take(found, found.with_decisions(talk.session.project, changes.ids("decision")))
        if changes.touches("amendment"):
            talk.current.forget_amendments()
        if talk.current.number >= 0 and changes.touches("code", "amendment") and talk.isVisible():
            talk.current.show_codebook()
        talk.standing.hear(changes)

    def _take(self, before: Disagreements, now: Disagreements) -> None:
        import numpy as np

        talk = self._talk
        talk.found = now
        touched = np.flatnonzero(before.verdict != now.verdict)
        self._touched = int(touched[0]) if len(touched) else talk.current.number
        talk.listing.retake(now, touched)
        if not talk.reason.changed:
            talk.current.show_decision()
        talk.tell_progress()

    def _answer(self) -> None:
        """After a step: a row that was settled leaves a list of what is open."""
        talk = self._talk
        if talk.found is not None and talk.isVisible() and talk.bar.asks_for_verdicts:
            talk.listing.sieve()

    def tells_of(self, changes: ChangeSet) -> bool:
        """Whether a person looking here would see what such a step changed."""
        if self._talk.found is None:
            return False
        return changes.touches(*OWN) or self._talk.standing.tells_of(changes)

    def go_to_change(self, changes: ChangeSet) -> None:
        """Show the row of a step that was taken back or done again."""
        talk = self._talk
        if not changes.touches("decision") or self._touched < 0:
            return
        row = talk.rows.row_of(self._touched)
        if row < 0 and changes.kind == "undo":
            talk.bar.reset()
            row = talk.rows.row_of(self._touched)
        if row >= 0:
            talk.view.go_to(row)
