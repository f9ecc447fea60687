"""The disagreements and the talk about them: a list, the words twice, the verdict, the consensus.

The keys act in the list; a verdict goes to the next open row, so that a hundred disagreements take
a hundred keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from qcode.model.agreement_enums import Verdict
from qcode.model.changes import ChangeSet
from qcode.model.errors import QcodeError
from qcode.model.review import Decided, Disagreement, Quotation, Sieve, fitting
from qcode.services.review import amending, quoting
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.session import Session
from qcode.ui.workspaces.review.consensus_bar import ConsensusBar
from qcode.ui.workspaces.review.deciding import Deciding
from qcode.ui.workspaces.review.listing import Listing
from qcode.ui.workspaces.review.reason_line import ReasonLine
from qcode.ui.workspaces.review.rounds_strip import RoundsStrip
from qcode.ui.workspaces.review.row_detail import RowDetail
from qcode.ui.workspaces.review.standing import StandingReader
from qcode.ui.workspaces.review.talk_head import TalkHead
from qcode.ui.workspaces.review.verdict_bar import VERDICTS, VerdictBar

if TYPE_CHECKING:
    from qcode.services.agreement.gathering import Gathered
    from qcode.services.review.disagreements import Disagreements

_AROUND = 80  # code points around the words on the cards: enough to judge, little to read
_MENU = (
    "review.text",
    "-",
    *(f"review.verdict.{verdict.value}" for verdict in VERDICTS),
    "review.reopen",
    "-",
    "review.reason",
    "review.amend",
    "review.memo",
)
_OWN = ("decision", "amendment", "agreement_round")


class Talk(QWidget):
    """Everything about disagreements that stands beside the figures.

    ``load`` gives it what was compared, ``use_actions`` the keys. It follows decisions by itself;
    other changes of the codings come with the next ``load``.
    """

    progress_changed = Signal(int, int)  # disagreements settled, of how many
    amended = Signal()  # the codebook was changed from a row
    conditionsChanged = Signal()
    passageRequested = Signal(int, int, int, int)  # document, start, end, coding (-1: none)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.found: Disagreements | None = None
        self.gathered: Gathered | None = None
        self.disagreement: Disagreement | None = None  # the one that is talked about
        self._touched = -1  # what the last step was about
        self._news: set[int] = set()  # decisions that came or went since the last load
        self._amendments_stale = True
        self._went_to_text = False
        self.listing = Listing(session.project, self)
        self.rows, self.view, self.bar = self.listing.rows, self.listing.view, self.listing.bar
        self.head = TalkHead()
        self.verdicts, self.reason = VerdictBar(), ReasonLine()
        self.consensus, self.rounds = ConsensusBar(), RoundsStrip()
        self.deciding = Deciding(self)
        self.detail = RowDetail(self.deciding.save_field)
        self.deciding.join()
        self.standing = StandingReader(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_row()

    def _lay_out(self) -> None:
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.view)
        self.split.addWidget(self.detail)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 3)
        self.split.setSizes([120, 360])  # a list of some rows; words and codes in full
        self.view.setMinimumHeight(106)
        self.detail.setMinimumHeight(100)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(7)
        column.addWidget(self.head)
        column.addWidget(self.bar)
        column.addWidget(self.split, 1)
        for part in (self.verdicts, self.reason, self.consensus, self.rounds):
            column.addWidget(part)

    def _connect(self) -> None:
        self.listing.wentTo.connect(self._go_to)
        self.listing.shown.connect(self._say_place)
        self.view.opened.connect(self.show_in_text)
        self.bar.entered.connect(self.take_focus)
        self.head.triflesWanted.connect(lambda: self.bar.show_trifles(not self.bar.trifles_shown))
        self.head.reopenWanted.connect(lambda: self.deciding.decide(Verdict.OPEN))
        self.session.changed.connect(self._hear)
        self.session.gathered.connect(self._answer)

    def use_actions(self, actions: ActionSet) -> None:
        """Bind the actions on disagreements, and let their keys act here."""
        self.deciding.bind(actions)
        bind = actions.bind
        bind("review.next", lambda: self.listing.step(1))
        bind("review.previous", lambda: self.listing.step(-1))
        bind("review.text", self.show_in_text)
        bind("review.trifles", self.bar.show_trifles)
        bind("review.take_over", self.standing.take_over)
        bind("review.freeze", self.standing.freeze)
        self.bar.changed.connect(
            lambda: actions["review.trifles"].setChecked(self.bar.trifles_shown)
        )
        actions.attach("review", self.view)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(
            lambda where: actions.context_menu(self, _MENU).popup(
                self.view.viewport().mapToGlobal(where)
            )
        )

    # ------------------------------------------------------------------ what is asked of it

    def load(self, gathered: Gathered | None, found: Disagreements | None) -> None:
        """Take what was compared and what coders differ in; None: nothing is compared.

        What one was talking about stays, where it is still a disagreement.
        """
        before, row = self.disagreement, self.view.current_row()
        compared = self.found is not None
        self.flush()
        if found is not None and self._news:  # it was found in a worker, while one went on deciding
            found = found.with_decisions(self.session.project, self._news)
        self._news.clear()
        self.gathered, self.found = gathered, found
        self._amendments_stale = True
        self.listing.take(found, before, max(row, 0))
        if found is not None:
            self._tell_progress()
            self.standing.ask()
        if compared != (found is not None):
            self.conditionsChanged.emit()

    def show(self, sieve: Sieve | None = None) -> None:
        """Show only what ``sieve`` lets through and give the list the focus.

        Without a sieve it only makes the widget visible, as every widget has it.
        """
        super().show()
        if sieve is not None:
            self.bar.ask(sieve)
            self.take_focus()

    def take_focus(self) -> None:
        """Give the list the focus."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def conditions(self) -> set[str]:
        """Return which of the catalogue's conditions hold here."""
        held = set()
        if self.found is not None:
            held.add("comparison")
        if self.disagreement is not None:
            held.add("disagreement")
        return held

    def flush(self) -> None:
        """Save typing that is still pending."""
        self.deciding.keep_reason()
        self.detail.amending.flush()

    def leave(self) -> None:
        """Save what is pending and read no more: the project is about to close."""
        self.flush()
        self.standing.stop()

    def show_in_text(self) -> None:
        """Show the words in their text, with the stripes of each coder beside them."""
        one = self.disagreement
        if one is not None:
            self.flush()
            self._went_to_text = True
            self.passageRequested.emit(one.document_id, one.start, one.end, -1)

    # ------------------------------------------------------------------ what is talked about

    @property
    def number(self) -> int:
        """Which of all disagreements is talked about, -1 for none."""
        return self.listing.number

    def decided(self) -> Decided | None:
        """Return what was decided about the current row."""
        if self.found is None or self.number < 0:
            return None
        return self.found.decided(self.number)

    def verdict(self) -> Verdict:
        """Return the verdict on the current row."""
        decided = self.decided()
        return decided.verdict if decided is not None else Verdict.OPEN

    def go_on(self, number: int, row: int) -> None:
        """Go on from a disagreement that stood in ``row`` when it was settled."""
        if not self.listing.go_on(number, row):
            self._show_row()

    def quote(self, one: Disagreement | None, width: int = _AROUND) -> Quotation | None:
        """Return the words of a disagreement with so much around them, None where it is gone."""
        if one is None:
            return None
        try:
            return quoting.quotation(self.session.project, one, width)
        except QcodeError:  # the document is gone, and the list will hear of it
            return None

    def _go_to(self, _number: int) -> None:
        self.deciding.keep_reason()  # of the row that was left
        self._show_row()

    def _show_row(self) -> None:
        """Show the current row in full."""
        had = self.disagreement is not None
        one = self.found.row(self.number) if self.found is not None and self.number >= 0 else None
        quoted = self.quote(one)
        self.disagreement = one = one if quoted is not None else None
        if quoted is not None and self.found is not None:
            coders = self.found.pairs[int(self.found.pair[self.number])]
            self.detail.show_quotation(quoted, coders, writable=self.session.writable)
        else:
            self.detail.clear()
        self._show_decision()
        self._show_amendments()
        if had != (one is not None):
            self.conditionsChanged.emit()

    def _show_decision(self) -> None:
        one, decided = self.disagreement, self.decided()
        usable = one is not None and self.session.writable
        if one is None:
            self.verdicts.show_row(("", ""), (), Verdict.OPEN)
        else:
            possible = fitting(one.kind) if usable else ()
            self.verdicts.show_row(self.rows.names(self.number), possible, self.verdict())
        settled = None if self.verdict() is Verdict.OPEN else decided
        self.head.show_settled(settled, usable=usable)
        self.reason.show_reason(
            decided.reason if decided is not None else "",
            usable=usable,
            amendable=one is not None,
        )

    def _show_amendments(self) -> None:
        one, decided = self.disagreement, self.decided()
        project = self.session.project
        if self._amendments_stale and self.found is not None:
            self._amendments_stale = False
            self.rows.set_amended({entry.decision_id for entry in amending.listed(project)})
        listed = amending.of_disagreement(project, one) if one is not None and decided else []
        self.detail.amending.show_amendments(listed)

    # ------------------------------------------------------------------ following

    def _hear(self, changes: ChangeSet) -> None:
        found = self.found
        self._news |= changes.ids("decision")
        if found is None:
            return
        if changes.touches("decision"):
            now = found.with_decisions(self.session.project, changes.ids("decision"))
            self._take_decisions(found, now)
        if changes.touches("amendment"):
            self._amendments_stale = True
        if self.number >= 0 and changes.touches("code", "amendment") and self.isVisible():
            quoted = self.quote(self.disagreement)
            if quoted is not None:
                self.detail.show_codes(quoted, writable=self.session.writable)
                self._show_amendments()
        self.standing.hear(changes)

    def _take_decisions(self, before: Disagreements, now: Disagreements) -> None:
        import numpy as np

        self.found = now
        touched = np.flatnonzero(before.verdict != now.verdict)
        self._touched = int(touched[0]) if len(touched) else self.number
        self.listing.retake(now, touched)
        if not self.reason.changed:
            self._show_decision()
        self._tell_progress()

    def _answer(self) -> None:
        """After a step: a row that was settled leaves a list of what is open."""
        if self.found is not None and self.isVisible() and self.bar.asks_for_verdicts:
            self.listing.sieve()

    def tells_of(self, changes: ChangeSet) -> bool:
        """Whether a person looking here would see what such a step changed."""
        if self.found is None:
            return False
        return changes.touches(*_OWN) or self.standing.tells_of(changes)

    def go_to_change(self, changes: ChangeSet) -> None:
        """Show the row of a step that was taken back or done again."""
        if not changes.touches("decision") or self._touched < 0:
            return
        row = self.rows.row_of(self._touched)
        if row < 0 and changes.kind == "undo":
            self.bar.reset()
            row = self.rows.row_of(self._touched)
        if row >= 0:
            self.view.go_to(row)

    def _tell_progress(self) -> None:
        if self.found is None:
            return
        settled = int((self.found.verdict != 0).sum())
        self.consensus.show_settled(settled, len(self.found), self.found.stale)
        self.progress_changed.emit(settled, len(self.found))

    # ------------------------------------------------------------------ words

    def _say_place(self) -> None:
        self.head.show_place(self.view.current_row(), self.rows.rowCount())
        shown = self.found is not None and self.bar.trifles_shown
        self.head.show_trifles(self.listing.hidden, shown=shown)
        if self.found is None:
            said = self.tr("Nothing is compared yet: choose coders and documents above.")
        elif not len(self.found):
            said = self.tr("They agree on everything that was compared.")
        else:
            said = self.tr(
                "None of {count} disagreements fits. Clear the filter, or show the trifles."
            ).format(count=QLocale().toString(len(self.found)))
        self.detail.empty.setText(said)

    def retranslate(self) -> None:
        """Set every text again."""
        self.view.setAccessibleName(self.tr("Disagreements"))
        self._say_place()
        self.rows.repaint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._went_to_text:  # who comes back from there goes on in the list
            self._went_to_text = False
            QTimer.singleShot(0, self, self.take_focus)
        QTimer.singleShot(0, self, self.standing.catch_up)
