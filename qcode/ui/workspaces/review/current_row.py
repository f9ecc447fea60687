"""The disagreement that is talked about, shown in full: words, codes, verdict, reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qcode.model.agreement_enums import Verdict
from qcode.model.errors import QcodeError
from qcode.model.review import Decided, Disagreement, Quotation, fitting
from qcode.services.review import amending, quoting

if TYPE_CHECKING:
    from qcode.ui.workspaces.review.talk import Talk

_AROUND = 80  # code points around the words on the cards: enough to judge, little to read


class CurrentRow(QObject):
    """Knows the disagreement with the cursor, and fills what stands around the list with it."""

    conditionsChanged = Signal()

    def __init__(self, talk: Talk) -> None:
        super().__init__(talk)
        self._talk = talk
        self.disagreement: Disagreement | None = None
        self._amendments_stale = True
        self._told: set[str] = set()  # the conditions that were last spoken of

    @property
    def number(self) -> int:
        """Which of all disagreements it is, -1 for none."""
        return self._talk.listing.number

    def decided(self) -> Decided | None:
        """Return what was decided about it."""
        found = self._talk.found
        return found.decided(self.number) if found is not None and self.number >= 0 else None

    def verdict(self) -> Verdict:
        """Return the verdict on it."""
        decided = self.decided()
        return decided.verdict if decided is not None else Verdict.OPEN

    def conditions(self) -> set[str]:
        """Return which of the catalogue's conditions hold of it."""
        one = self.disagreement
        if one is None:
            return set()
        held = {"disagreement": True, "both_coded": Verdict.BOTH in fitting(one.kind)}
        held["decided"] = self.verdict() is not Verdict.OPEN
        return {name for name, holds in held.items() if holds}

    def quote(self, one: Disagreement | None, width: int = _AROUND) -> Quotation | None:
        """Return the words of a disagreement with so much around them, None where it is gone."""
        if one is None:
            return None
        try:
            return quoting.quotation(self._talk.session.project, one, width)
        except QcodeError:  # the document is gone, and the list will hear of it
            return None

    # ------------------------------------------------------------------ showing

    def show(self) -> None:
        """Show all of it."""
        talk, found = self._talk, self._talk.found
        one = found.row(self.number) if found is not None and self.number >= 0 else None
        quoted = self.quote(one)
        self.disagreement = one if quoted is not None else None
        if quoted is not None and found is not None:
            coders = found.pairs[int(found.pair[self.number])]
            talk.detail.show_quotation(quoted, coders, writable=talk.session.writable)
        else:
            talk.detail.clear()
        self.show_decision()
        self.show_amendments()

    def show_decision(self) -> None:
        """Show what was decided about it, and what can be."""
        talk, one, decided = self._talk, self.disagreement, self.decided()
        usable = one is not None and talk.session.writable
        if one is None:
            talk.verdicts.show_row(("", ""), (), Verdict.OPEN)
        else:
            possible = fitting(one.kind) if usable else ()
            talk.verdicts.show_row(talk.rows.names(self.number), possible, self.verdict())
        settled = None if self.verdict() is Verdict.OPEN else decided
        talk.head.show_settled(settled, usable=usable)
        talk.reason.show_reason(decided.reason if decided is not None else "", usable=usable)
        if (held := self.conditions()) != self._told:
            self._told = held
            self.conditionsChanged.emit()

    def show_codebook(self) -> None:
        """Show what the codebook says now of its codes, and what it has led to."""
        quoted = self.quote(self.disagreement)
        if quoted is not None:
            self._talk.detail.show_codes(quoted, writable=self._talk.session.writable)
            self.show_amendments()

    def forget_amendments(self) -> None:
        """Read anew what disagreements have led to, when that is shown next."""
        self._amendments_stale = True

    def show_amendments(self) -> None:
        """Show what it has led to."""
        talk, project = self._talk, self._talk.session.project
        if self._amendments_stale and talk.found is not None:
            self._amendments_stale = False
            talk.rows.set_amended({entry.decision_id for entry in amending.listed(project)})
        one = self.disagreement if self.decided() is not None else None
        listed = amending.of_disagreement(project, one) if one is not None else []
        talk.detail.amending.show_amendments(listed)
