"""The disagreements and the talk about them: a list, the words twice, the verdict, the consensus.

The keys act in the list; a verdict goes to the next open row, so that a hundred disagreements take
a hundred keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qcode.model.agreement_enums import Verdict
from qcode.model.review import Sieve
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.session import Session
from qcode.ui.workspaces.review.consensus_bar import ConsensusBar
from qcode.ui.workspaces.review.current_row import CurrentRow
from qcode.ui.workspaces.review.deciding import Deciding
from qcode.ui.workspaces.review.following import Follower
from qcode.ui.workspaces.review.left_over import left_over
from qcode.ui.workspaces.review.listing import Listing
from qcode.ui.workspaces.review.reason_line import ReasonLine
from qcode.ui.workspaces.review.rounds_strip import RoundsStrip
from qcode.ui.workspaces.review.row_detail import RowDetail
from qcode.ui.workspaces.review.standing import StandingReader
from qcode.ui.workspaces.review.talk_head import TalkHead
from qcode.ui.workspaces.review.talk_split import TalkSplit
from qcode.ui.workspaces.review.verdict_bar import VERDICTS, VerdictBar

if TYPE_CHECKING:
    from qcode.services.agreement.gathering import Gathered
    from qcode.services.review.disagreements import Disagreements

_LOW = 480  # pixels of height; below, what is read less makes room for the words
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


class Talk(QWidget):
    """Everything about disagreements that stands beside the figures.

    ``load`` gives it what was compared, ``use_actions`` the keys. It follows decisions by itself;
    other changes of the codings come with the next ``load``.
    """

    progressChanged = Signal(int, int)  # disagreements settled, of how many
    conditionsChanged = Signal()
    passageRequested = Signal(int, int, int, int)  # document, start, end, coding (-1: none)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.found: Disagreements | None = None
        self.gathered: Gathered | None = None
        self._told = False  # what is compared
        self._went_to_text = False
        self._make_parts()
        self.current = CurrentRow(self)
        self.following = Follower(self)
        self.standing = StandingReader(self)
        self.deciding.join()
        self._connect()
        self.retranslate()
        self.current.show()

    def _make_parts(self) -> None:
        """Make each part in its place: what gets another parent is styled again."""
        self.head = TalkHead(self)
        self.listing = Listing(self.session.project, self)
        self.bar = self.listing.bar
        self.split = TalkSplit(self)
        self.rows, self.view = self.listing.rows, self.listing.make_view(self.split)
        self.deciding = Deciding(self)
        self.detail = RowDetail(self.deciding.save_field, self.split)
        self.split.join(self.view, self.detail)
        self.verdicts, self.reason = VerdictBar(self), ReasonLine(self)
        self.consensus, self.rounds = ConsensusBar(self), RoundsStrip(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(7)
        for part in (self.head, self.bar, self.split, self.verdicts, self.reason):
            column.addWidget(part, 1 if part is self.split else 0)
        column.addWidget(self.consensus)
        column.addWidget(self.rounds)

    def _connect(self) -> None:
        self.listing.wentTo.connect(self._go_to)
        self.listing.shown.connect(self._say_place)
        self.view.opened.connect(self.show_in_text)
        self.bar.entered.connect(self.take_focus)
        self.head.triflesWanted.connect(lambda: self.bar.show_trifles(not self.bar.trifles_shown))
        self.head.reopenWanted.connect(lambda: self.deciding.decide(Verdict.OPEN))
        self.current.conditionsChanged.connect(self.conditionsChanged)

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
        """Take what was compared and what coders differ in.

        Without ``gathered`` nothing is compared; without ``found`` it is still being looked for.

        What one was talking about stays, where it is still a disagreement.
        """
        before, row = self.current.disagreement, self.view.current_row()
        compared = self.found is not None
        self.flush()
        found = self.following.caught_up(found)
        self.gathered, self.found, self._told = gathered, found, True
        self.current.forget_amendments()
        self.listing.take(found, before, max(row, 0))
        if found is not None:
            self.tell_progress()
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
        return self.current.conditions() | ({"comparison"} if self.found is not None else set())

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
        one = self.current.disagreement
        if one is not None:
            self.flush()
            self._went_to_text = True
            self.passageRequested.emit(one.document_id, one.start, one.end, -1)

    def go_on(self, number: int, row: int) -> None:
        """Go on from a disagreement that stood in ``row`` when it was settled."""
        if not self.listing.go_on(number, row):
            self.current.show()

    def _go_to(self, _number: int) -> None:
        self.deciding.keep_reason()  # of the row that was left
        self.current.show()

    def tell_progress(self) -> None:
        """Tell how many disagreements are settled."""
        if self.found is None:
            return
        settled = int((self.found.verdict != 0).sum())
        self.consensus.show_settled(settled, len(self.found), left_over(self.found))
        self.progressChanged.emit(settled, len(self.found))

    # ------------------------------------------------------------------ words

    def _say_place(self) -> None:
        self.head.show_place(self.view.current_row(), self.rows.rowCount())
        shown = self.found is not None and self.bar.trifles_shown
        self.head.show_trifles(self.listing.hidden, shown=shown)
        if not self._told:
            said = ""
        elif self.gathered is None:
            said = self.tr("Nothing is compared yet: choose coders and documents above.")
        elif self.found is None:
            said = self.tr("Looking for what they differ in…")
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < _LOW
        self.rounds.setVisible(not low)
        self.view.show_heading(not low)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._went_to_text:  # who comes back from there goes on in the list
            self._went_to_text = False
            QTimer.singleShot(0, self, self.take_focus)
        QTimer.singleShot(0, self, self.standing.catch_up)
