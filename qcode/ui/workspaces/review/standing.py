"""What takes longer to know: how far the consensus has come, the rounds, today's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from qcode.model.agreement import Agreement
from qcode.model.changes import ChangeSet
from qcode.model.errors import QcodeError
from qcode.model.review import Coverage
from qcode.services import versions
from qcode.services.agreement import comparing
from qcode.services.review import consensus, rounds
from qcode.ui.dialogs.version import VersionWords, ask_words
from qcode.ui.shell.operation import Job, background, busy, quietly, sliced
from qcode.ui.workspaces.review.rounds_strip import Kept, ask_round

if TYPE_CHECKING:
    from qcode.services.agreement.gathering import Gathered
    from qcode.services.project import Project
    from qcode.services.review.disagreements import Disagreements
    from qcode.ui.workspaces.review.talk import Talk

REST = 1_200  # milliseconds without a decision before it is counted again
_TABLES = ("coding", "decision", "agreement_round")


class _Known(NamedTuple):
    coverage: Coverage
    kept: list[Kept]
    today: Agreement
    reached: Agreement | None


class StandingReader(QObject):
    """Reads in a worker, while nobody decides, and tells the bars below the list."""

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk)
        self._talk = talk
        self._stale = False
        self._job: Job | None = None
        self._gathered: Gathered | None = None
        self._today: Agreement | None = None
        self._taking = False
        self._taken: set[frozenset[int]] = set()  # codings that came by each taking over
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST)
        self._resting.timeout.connect(self._read)
        talk.consensus.takeOverWanted.connect(self.take_over)
        talk.rounds.freezeWanted.connect(self.freeze)
        talk.rounds.editWanted.connect(self._edit)
        talk.rounds.deleteWanted.connect(self._delete)

    # ------------------------------------------------------------------ when to read

    def ask(self) -> None:
        """Read soon."""
        self._stale = True
        if self._talk.isVisible():
            self._resting.start(0)

    def hear(self, changes: ChangeSet) -> None:
        """Read again after a rest, where a step touched what is counted."""
        if self._taking and changes.touches("coding"):
            self._taken.add(changes.ids("coding"))
        if changes.touches(*_TABLES):
            self._stale = True
            self._resting.start(REST)

    def tells_of(self, changes: ChangeSet) -> bool:
        """Whether a step is one that took over what all agree on, taken back or done again."""
        return changes.ids("coding") in self._taken

    def catch_up(self) -> None:
        """Read what was missed while nobody looked."""
        if self._stale and not self._resting.isActive():
            self._resting.start(0)

    def stop(self) -> None:
        """Read no more."""
        self._resting.stop()
        if self._job is not None:
            self._job.drop()

    def _read(self) -> None:
        talk = self._talk
        gathered, found = talk.gathered, talk.found
        if gathered is None or found is None or not talk.isVisible():
            return
        if busy():
            self._resting.start(REST)
            return
        self._stale = False
        project, today = talk.session.project, self._today
        if gathered is not self._gathered:
            today = None
        if self._job is not None:
            self._job.drop()
        self._job = quietly(
            self,
            lambda _: _known(project, gathered, found, today),
            lambda known: self._take(gathered, known),
        )

    def _take(self, gathered: Gathered, known: _Known | None) -> None:
        talk = self._talk
        self._job = None
        if known is None or gathered is not talk.gathered:
            return
        self._gathered, self._today = gathered, known.today
        writable = talk.session.writable
        talk.consensus.show_agreed(known.coverage.taken, known.coverage.agreed, writable=writable)
        talk.rounds.show_rounds(known.kept, known.today, known.reached, writable=writable)

    # ------------------------------------------------------------------ what is done

    def take_over(self) -> None:
        """Give the consensus all on which everybody agrees."""
        talk, gathered = self._talk, self._talk.gathered
        if gathered is None:
            return
        talk.flush()
        project = talk.session.project
        self._taking = True
        try:
            sliced(
                talk,
                self.tr("Take over what all agree on"),
                lambda progress: consensus.take_over(project, gathered, progress=progress),
            )
        finally:
            self._taking = False
        talk.take_focus()

    def freeze(self) -> None:
        """Ask for a name and keep the figures as they are."""
        talk, gathered = self._talk, self._talk.gathered
        if gathered is None:
            return
        talk.flush()
        project = talk.session.project
        asked = ask_round(talk, len(rounds.listed(project)) + 1)
        if asked is not None:
            today = self._today if gathered is self._gathered else None
            background(
                talk,
                lambda _: (versions.take(project), today or comparing.measure(gathered)),
                lambda taken: talk.session.run(
                    talk,
                    self.tr("Keep this round"),
                    rounds.freeze,
                    gathered,
                    taken[1],
                    *asked,
                    snapshot=taken[0],
                ),
                title=self.tr("Keep this round"),
            )
        talk.take_focus()

    def _edit(self, round_id: int) -> None:
        talk = self._talk
        known = {one.id: one for one in rounds.listed(talk.session.project)}
        one = known.get(round_id)
        if one is None:
            return
        heading = self.tr("Round of comparing")
        words = ask_words(talk, heading, self.tr("Keep"), VersionWords(one.name, one.note))
        if words is not None:
            talk.session.run(talk, heading, rounds.describe, round_id, *words)

    def _delete(self, round_id: int) -> None:
        talk = self._talk
        talk.session.run(talk, self.tr("Delete the round"), rounds.delete, round_id)


def _known(
    project: Project, gathered: Gathered, found: Disagreements, today: Agreement | None
) -> _Known | None:
    """Read all of it; None when something was undone meanwhile."""
    try:
        coverage = consensus.coverage(project, gathered, found)
        kept = [Kept(one, rounds.figures(project, one.id)) for one in rounds.listed(project)]
        figures = today if today is not None else comparing.measure(gathered)
        settled = bool((found.verdict != 0).any())
        reached = rounds.negotiated(project, found) if settled else None
    except QcodeError:  # a round or a coder that was just taken back; what follows reads again
        return None
    return _Known(coverage, kept, figures, reached)
