"""The passages of one or several codes as a list that follows every change."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from qcode.model.records import Code, Passage
from qcode.services.passages import DocumentFacts
from qcode.ui.itemmodels import passage_filters
from qcode.ui.itemmodels.neighbours import Unfolded
from qcode.ui.itemmodels.passage_feed import FeedEdit, PassageFeed
from qcode.ui.itemmodels.passage_filters import Field, PassageFilter
from qcode.ui.itemmodels.passage_places import Place
from qcode.ui.itemmodels.passage_row_model import PassageRows
from qcode.ui.itemmodels.passage_rows import (
    COMPARING,
    DOCUMENT_ORDER,
    ORDERS,
    in_order,
    order_key,
    row_for,
)
from qcode.ui.itemmodels.passage_sieve import Sieve
from qcode.ui.itemmodels.passage_speech import spoken
from qcode.ui.itemmodels.passage_tally import Tally, Totals
from qcode.ui.itemmodels.passages_without_concept import WithoutConcept
from qcode.ui.itemmodels.tree_plan import runs_of
from qcode.ui.shell.session import Session

PassageRole = Qt.ItemDataRole.UserRole
"""The ``Passage`` of a row."""

CodeRole = Qt.ItemDataRole.UserRole + 1
"""The ``Code`` of a row, None in a list of one code."""

AroundRole = Qt.ItemDataRole.UserRole + 2
"""What lies ``Around`` an unfolded row, else None."""

UnlabelledRole = Qt.ItemDataRole.UserRole + 3
"""The ``Passage`` of a row for who does not look at its label, which takes a while to work out."""

AHEAD = 24
"""Rows below one that is asked for whose places are counted with it: what a screen shows."""

FEW = 40
"""Passages that go and come one by one; more let the list be compared as a whole."""


class PassagesModel(PassageRows):
    """Rows are ``Passage`` records, filtered and in one of three orders.

    When comparing, the passage on ``top`` (the one pinned, else the one chosen in the text, else
    the newest) is no row: it is read against the rows.
    """

    loaded = Signal()  # the passages of the codes asked for have come
    figuresChanged = Signal()  # numbers or titles that a header shows are different
    topChanged = Signal()
    progressed = Signal(int, int)  # passages read, of how many

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed = PassageFeed(session, self)
        self._sieve = Sieve(self._feed)
        self._bare = WithoutConcept(session, self._feed, self)
        self.unfolded = Unfolded(session, self)
        self._sorted: list[Passage] = []
        self._accepted: list[Passage] = []
        self._order = DOCUMENT_ORDER
        self._chosen: int | None = None
        self._pinned: Passage | None = None
        self._top: Passage | None = None
        self._all = Tally(())
        self._shown: Tally | None = None  # of those accepted, counted when asked for
        self._feed.passagesReset.connect(self._take)
        self._feed.passagesEdited.connect(self._edit)
        self._bare.changed.connect(self._take_bare)
        self._feed.codesChanged.connect(self._rename)
        self._feed.loaded.connect(self.loaded)
        self._feed.progressed.connect(self.progressed)
        self._feed.places.changed.connect(self._relabel)
        self.unfolded.changed.connect(self._announce_codings)

    # ------------------------------------------------------------------ what is asked for

    def show_codes(self, code_ids: Iterable[int], *, with_below: bool = False) -> None:
        """Read the passages of some codes, with those of all codes below them if asked.

        They come with ``loaded``; until then nothing is shown.
        """
        self.unfolded.clear()
        self._feed.show_codes(code_ids, with_below=with_below)

    def set_filter(self, asked: PassageFilter) -> None:
        """Show only passages that fulfil some conditions."""
        if asked != self._sieve.asked:
            self._sieve.asked = asked
            self._bare.switch(asked.without_concept)
            self._sieve.without_concept = self._bare.selections
            self._show()
            self.figuresChanged.emit()

    def set_together(self, together: bool) -> None:
        """Show only passages on which all codes asked for meet, or those of any of them."""
        if together != self._sieve.together:
            self._sieve.together = together
            self._show()
            self.figuresChanged.emit()

    def set_order(self, order: str) -> None:
        """Show passages in the ``document`` order, ``newest`` first, or for ``comparing``.

        Raises ValueError for any other word.
        """
        if order not in ORDERS:
            raise ValueError(order)
        if order != self._order:
            self._order = order
            self._sort()
            shown = self._shown
            self._show()
            self._shown = shown  # as many as before
            self.figuresChanged.emit()

    def set_pinned(self, pinned: Passage | None) -> None:
        """Keep a passage on top, whichever codes are shown; None lets go."""
        self._pinned = pinned
        self._show()

    def set_chosen(self, coding_id: int | None) -> None:
        """Say which coding is chosen in the text: comparing, it is read against the others."""
        self._chosen = coding_id
        if self._order == COMPARING:
            self._show()

    def set_asleep(self, asleep: bool) -> None:
        """Follow no changes while nobody looks; catch up afterwards."""
        self._feed.set_asleep(asleep)

    # ------------------------------------------------------------------ what is there

    @property
    def ready(self) -> bool:
        """Whether the passages asked for have been read, and what a condition must know of them."""
        known = self._bare.selections is not None or not self._sieve.asked.without_concept
        return self._feed.ready and known

    @property
    def filter(self) -> PassageFilter:
        """The conditions asked for."""
        return self._sieve.asked

    @property
    def together(self) -> bool:
        """Whether all codes asked for must meet on a passage."""
        return self._sieve.together

    @property
    def order(self) -> str:
        """The order asked for."""
        return self._order

    @property
    def top(self) -> Passage | None:
        """The passage that stands above the rows, None where there is none."""
        return self._feed.places.labelled(self._top) if self._top is not None else None

    @property
    def pinned(self) -> bool:
        """Whether the passage on top was put there to stay."""
        return self._pinned is not None

    def newest_on_top(self) -> bool:
        """Whether all rows are earlier than the passage on top."""
        top = self._top
        return top is not None and (not self._rows or self._rows[0].created <= top.created)

    @property
    def asked_codes(self) -> list[Code]:
        """The codes asked for that still exist, in tree order."""
        return self._feed.asked_codes

    @property
    def has_below(self) -> bool:
        """Whether any of the codes asked for has codes below it."""
        return self._feed.has_below

    @property
    def facts(self) -> dict[int, DocumentFacts]:
        """What is known of the documents that have such passages."""
        return self._feed.facts

    @property
    def groups(self) -> dict[int, str]:
        """The names of the groups of documents."""
        return self._feed.groups

    def code_of(self, passage: Passage) -> Code | None:
        """Return the code of a passage."""
        return self._feed.codes.get(passage.code_id)

    def choices(self, of: Field) -> dict[passage_filters.Value, int]:
        """Return which values passages have, and how many passages each."""
        return passage_filters.choices(self._sorted, of, self._feed.facts)

    def totals(self) -> Totals:
        """Return how many passages there are and are shown."""
        if self._shown is None:
            self._shown = Tally(self._accepted)
        return Totals(
            len(self._all.passages),
            len(self._all.documents),
            len(self._shown.passages),
            len(self._shown.documents),
        )

    def below_top(self) -> int:
        """Return how many distinct passages the rows are; several coders may share one."""
        return len({passage.selection_id for passage in self._rows})

    def passage_at(self, row: int) -> Passage | None:
        """Return the passage in ``row``, None outside."""
        passage = self.unlabelled_at(row)
        if passage is None:
            return None
        places = self._feed.places
        if not places.knows(passage.document_id):
            places.count(one.document_id for one in self._rows[row : row + AHEAD])
        return places.labelled(passage)

    def unlabelled_at(self, row: int) -> Passage | None:
        """Return the passage in ``row`` for who does not look at its label; counts nothing."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, coding_id: int) -> int:
        """Return the row of a coding, -1 when it is not shown."""
        return self._row_among(self._rows, coding_id)

    def _row_among(self, rows: list[Passage], coding_id: int | None) -> int:
        found = self._feed.passages.get(coding_id or -1)
        if found is None:
            return -1
        row = row_for(rows, found, order_key(self._order, self._feed.facts))
        return row if row < len(rows) and rows[row] is found else -1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        passage = self.unlabelled_at(index.row())
        if passage is None or role == UnlabelledRole:
            return passage
        if role == PassageRole:
            return self.passage_at(index.row())
        if role == CodeRole:
            return self.code_of(passage) if self._feed.several else None
        if role == AroundRole:
            return self.unfolded.around(passage.coding_id, self._feed.codes)
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(passage.quote.split())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            code = self.code_of(passage) if self._feed.several else None
            around = self.unfolded.around(passage.coding_id, self._feed.codes)
            return spoken(self.passage_at(index.row()) or passage, code, around)
        return None

    # ------------------------------------------------------------------ rows

    def _take(self) -> None:
        self._sieve.prune()
        self._all = Tally(self._feed.passages.values())
        self._sort()
        if self._feed.ready:
            self._bare.ask()
        self._sieve.without_concept = self._bare.selections
        self._show()
        self.figuresChanged.emit()

    def _edit(self, edit: FeedEdit) -> None:
        gone = [*edit.removed, *(before for before, _ in edit.changed)]
        come = [*edit.added, *(after for _, after in edit.changed)]
        order = order_key(self._order, self._feed.facts)
        for old in gone:
            self._all.put(old, -1)
            row = row_for(self._sorted, old, order)
            if row < len(self._sorted) and self._sorted[row].coding_id == old.coding_id:
                del self._sorted[row]
        for new in come:
            self._all.put(new, 1)
            self._sorted.insert(row_for(self._sorted, new, order), new)
        if len(gone) + len(come) > FEW or self._order == COMPARING or self._sieve.together:
            self._show()
        else:
            self._exchange(gone, come)
        self.figuresChanged.emit()

    def _exchange(self, gone: list[Passage], come: list[Passage]) -> None:
        """Let a few rows go and come: what a change costs must not grow with the list."""
        order = order_key(self._order, self._feed.facts)
        tally = self._shown
        staying = {one.coding_id: one for one in self._sieve.through(come)}
        for old in gone:
            row = row_for(self._rows, old, order)
            if row >= len(self._rows) or self._rows[row].coding_id != old.coding_id:
                continue
            if tally is not None:
                tally.put(old, -1)
            new = staying.get(old.coding_id)
            if new is not None and (new.start, new.created) == (old.start, old.created):
                self._rows[row] = staying.pop(old.coding_id)
                if tally is not None:
                    tally.put(new, 1)
                self._announce(row, row)
                continue
            self._take_row(row)
        for new in staying.values():
            row = row_for(self._rows, new, order)
            self._put_row(row, new)
            if tally is not None:
                tally.put(new, 1)

    def _take_bare(self) -> None:
        self._sieve.without_concept = self._bare.selections
        self._show()
        self.figuresChanged.emit()

    def _rename(self) -> None:
        if self._feed.several:  # else no row names its code
            self._announce(0, len(self._rows) - 1)
        else:
            self._announce_codings(self.unfolded.codings())
        self.figuresChanged.emit()

    def _sort(self) -> None:
        self._sorted = in_order(self._feed.passages.values(), self._order, self._feed.facts)

    def _show(self) -> None:
        """Let the rows be what filter and order ask for, with as little disturbance as possible."""
        self._shown = None
        self._accepted = self._sieve.through(self._sorted)
        self._choose_top()
        top = self._top
        new = self._accepted
        if top is not None and self._order == COMPARING:
            selection, code = top.selection_id, top.code_id
            new = [one for one in new if one.selection_id != selection or one.code_id != code]
        self._become(new)
        if self._order != COMPARING:
            self._accepted = self._rows

    def _choose_top(self) -> None:
        top = self._pinned
        if top is None and self._order == COMPARING and self._accepted:
            chosen = self._row_among(self._accepted, self._chosen)
            top = self._accepted[max(chosen, 0)]
        if top != self._top:
            self._top = top
            self.topChanged.emit()

    def _announce_codings(self, coding_ids: list[int]) -> None:
        for row in filter(lambda row: row >= 0, map(self.row_of, coding_ids)):
            self._announce(row, row)

    def _relabel(self, first: dict[int, Place] | None) -> None:
        """Let labels be read again from those places on, in every document for None."""
        for start, end in self._runs_from(first):
            rows = self.index(start), self.index(end)
            self.dataChanged.emit(*rows, [PassageRole])  # as high as before
        top = self._top
        if top is not None and (first is None or top.document_id in first):
            self.topChanged.emit()

    def _runs_from(self, first: dict[int, Place] | None) -> list[tuple[int, int]]:
        if first is None:
            return [(0, len(self._rows) - 1)] if self._rows else []
        return runs_of(
            [
                row
                for row, one in enumerate(self._rows)
                if one.document_id in first and (one.start, one.end) >= first[one.document_id]
            ]
        )
