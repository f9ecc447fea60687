"""The list of disagreements and what narrows it, held together: rows, view and filter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qcode.model.errors import QcodeError
from qcode.model.review import Disagreement
from qcode.services import documents
from qcode.services.project import Project
from qcode.ui.itemmodels.disagreement_order import in_order, with_words
from qcode.ui.itemmodels.disagreement_rows import DisagreementRows
from qcode.ui.shell.operation import Job, quietly
from qcode.ui.widgets.passages.words import one_line
from qcode.ui.workspaces.review.rows_view import DisagreementView
from qcode.ui.workspaces.review.sieve_bar import SieveBar

if TYPE_CHECKING:
    from qcode.analysis.agreement.spans import Ints
    from qcode.services.review.disagreements import Disagreements

_LONGEST = 240  # code points of the words in a row
_SOUGHT = 600  # code points of a row in which words are looked for


class Listing(QObject):
    """Knows which disagreement (its number among all) has the cursor."""

    wentTo = Signal(int)  # the number, -1 for none
    shown = Signal()  # other rows than before, or the cursor in another one

    def __init__(self, project: Project, parent: QWidget) -> None:
        super().__init__(parent)
        self._project = project
        self._found: Disagreements | None = None
        self.number = -1
        self._quotes: list[str] | None = None  # of all rows, once somebody looks for words
        self._reading: Job | None = None
        self.hidden = 0
        """Rows that are left out for being trifles alone."""
        self.rows = DisagreementRows(self._words, self)
        self.bar = SieveBar(parent)
        self.bar.changed.connect(self._narrow)

    def make_view(self, parent: QWidget) -> DisagreementView:
        """Make the list itself, in its place."""
        self.view = DisagreementView(self.rows, parent)
        self.view.wentTo.connect(self._go_to)
        return self.view

    def take(
        self, found: Disagreements | None, keep: Disagreement | None = None, near: int = 0
    ) -> None:
        """Take other disagreements, with the cursor on ``keep``, else in the row ``near``."""
        self._found = found
        self.number, self.hidden = -1, 0
        self._quotes = None
        if self._reading is not None:
            self._reading.drop()
            self._reading = None
        self.rows.take(found)
        if found is None:
            self.wentTo.emit(-1)
            self.shown.emit()
            return
        self.bar.take(found)
        place = found.place(keep) if keep is not None else None
        self._sieve(-1 if place is None else place, near)

    def retake(self, found: Disagreements, touched: Ints) -> None:
        """Take the same ones with other decisions about some; the rows stay until ``sieve``."""
        self._found = found
        self.rows.retake(found, touched)

    def sieve(self) -> None:
        """Show what the filter lets through after a step: the cursor stays as near as it can."""
        self._sieve(self.number, self.view.current_row())

    def _narrow(self) -> None:
        """Show what another filter lets through: the cursor stays, or goes to the first row."""
        self._sieve(self.number, 0)

    def _sieve(self, number: int, near: int) -> None:
        found = self._found
        if found is None:
            return
        words = self.bar.wanted_words
        if words.strip() and self._quotes is None and self._reading is None:
            self._read_quotes(found)
        numbers = with_words(found, found.sieve(self.bar.wanted), words, self._quotes)
        self.rows.show_rows(in_order(found, numbers, self.bar.wanted_order))
        self.hidden = 0 if self.bar.trifles_shown else found.hidden(self.bar.wanted)
        row = self.rows.row_of(number) if number >= 0 else -1
        self.view.go_to(row if row >= 0 else max(near, 0))
        self.shown.emit()

    def _read_quotes(self, found: Disagreements) -> None:
        """Read the words of all rows; until they are there, names alone are looked at."""
        project = self._project

        def take(quotes: list[str]) -> None:
            self._reading, self._quotes = None, quotes
            if self.bar.wanted_words.strip():
                self._narrow()

        self._reading = quietly(self, lambda _: _quotes(project, found), take)
        if self._quotes is not None:  # it was done at once
            self._reading = None

    # ------------------------------------------------------------------ going

    def _go_to(self, row: int) -> None:
        number = self.rows.number(row)
        if number != self.number:
            self.number = number
            self.wentTo.emit(number)
        self.shown.emit()

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) open row."""
        row = self.rows.next_open(self.view.current_row(), step)
        if row >= 0:
            self.view.go_to(row)

    def go_on(self, number: int, row: int) -> bool:
        """Go on from a disagreement that stood in ``row`` when it was settled.

        Return False where nothing is open any more.
        """
        if self.rows.number(row) != number:
            row -= 1  # it has left the list, and another one stands in its place
        following = self.rows.next_open(row, 1)
        if following >= 0:
            self.view.go_to(following)
        return following >= 0

    def _words(self, wanted: Sequence[Disagreement]) -> list[str]:
        """Fetch the words of some rows; a text that is gone has none."""
        texts = _texts(self._project, {one.document_id for one in wanted})
        return [
            one_line(texts[one.document_id][one.start : min(one.end, one.start + _LONGEST)])
            for one in wanted
        ]


def _texts(project: Project, document_ids: Iterable[int]) -> dict[int, str]:
    """Return texts; one that is gone is empty."""
    found = {}
    for document_id in document_ids:
        try:
            found[document_id] = documents.text(project, document_id)
        except QcodeError:
            found[document_id] = ""
    return found


def _quotes(project: Project, found: Disagreements) -> list[str]:
    """Return the words of all rows as they are looked for, long ones cut; any thread may."""
    quotes = [""] * len(found)
    document = -1
    text = ""
    columns = (found.document.tolist(), found.start.tolist(), found.end.tolist())
    for row, (place, start, end) in enumerate(zip(*columns, strict=True)):
        if place != document:  # rows are in order of documents
            document, document_id = place, found.gathered.documents[place].id
            text = _texts(project, [document_id])[document_id]
        quotes[row] = text[start : min(end, start + _SOUGHT)].casefold()
    return quotes
