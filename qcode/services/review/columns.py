"""Disagreements in columns: sieved, counted, and joined with what was decided about them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.records import Coder
from qcode.model.review import TURNED_VERDICT, Decided, Disagreement, Sieve
from qcode.services.agreement.gathering import Gathered
from qcode.services.project import Project
from qcode.services.review import pairing, sieving
from qcode.store import review_queries

if TYPE_CHECKING:
    from qcode.analysis.agreement.confusion import Meetings
    from qcode.analysis.agreement.disagreements import Rows
    from qcode.analysis.agreement.spans import Bools, Ints

T = TypeVar("T")

KINDS = tuple(DisagreementKind)
VERDICTS = tuple(Verdict)


class Found(NamedTuple):
    """What does not depend on decisions; ``kept`` is what is worked out when it is asked for.

    ``asked`` is what was compared, ``gathered`` the same with all codes as they were given;
    ``pairs`` are places in ``gathered.coders``, ``meant`` the codes (ids) that are looked at,
    ``parents`` those of all codes.
    """

    project: Project
    asked: Gathered
    gathered: Gathered
    pairs: tuple[tuple[int, int], ...]
    rows: Rows
    pair: Ints
    blank: Bools
    meant: frozenset[int]
    parents: Mapping[int, int | None]
    kept: dict[object, Any]


class _Kept(NamedTuple):
    """What was decided about what, and the row of that, None where it is none any more."""

    row: int | None
    about: Disagreement
    decided: Decided

    @property
    def is_stale(self) -> bool:
        return self.row is None and self.decided.verdict is not Verdict.OPEN


class Disagreements:
    """Disagreements in order of document, place and pair; nothing in it changes.

    Of ``project``, ``asked`` is what was compared, ``gathered`` the same with all codes and not
    rolled up, ``parents`` code id → that of its parent. ``pairs`` are the coders of each pair,
    ``places_of_pairs`` their places in ``gathered.coders``. Columns, one value a row: ``document``
    (its place in ``gathered.documents``), ``pair``, ``kind`` (place in ``DisagreementKind``),
    ``first_code`` and ``second_code`` (places in ``gathered.codes``, -1 for none), ``start`` and
    ``end`` (code points), ``differing`` (characters they differ in), ``blank`` (these are spaces
    and punctuation alone), ``verdict`` (place in ``Verdict``, 0 open). ``stale`` counts the
    decisions of these coders in these documents whose codings have changed since.
    """

    def __init__(self, found: Found) -> None:
        import numpy as np

        self._found = found
        self._kept: dict[int, _Kept] = {}  # by decision
        self._decided: dict[int, Decided] = {}  # by row
        self.project = found.project
        self.asked, self.gathered, self.parents = found.asked, found.gathered, found.parents
        self.places_of_pairs = found.pairs
        coders = found.gathered.coders
        self.pairs: tuple[tuple[Coder, Coder], ...] = tuple(
            (coders[one], coders[other]) for one, other in found.pairs
        )
        self._pair_of = {
            frozenset((coders[one].id, coders[other].id)): (one, other)
            for one, other in found.pairs
        }
        self._judged: list[list[bool]] = found.gathered.tally.judged.tolist()
        self._place_of = {one.id: at for at, one in enumerate(found.gathered.documents)}
        rows = found.rows
        self.document, self.pair, self.kind = rows.document, found.pair, rows.kind
        self.first_code, self.second_code = rows.first_code, rows.second_code
        self.start, self.end = rows.start, rows.end
        self.differing, self.blank = rows.differing.lengths(), found.blank
        self.verdict = np.zeros(len(rows.kind), dtype=np.int64)
        self.stale = 0

    def __len__(self) -> int:
        return len(self.kind)

    def row(self, row: int) -> Disagreement:
        """Return one disagreement."""
        rows, gathered = self._found.rows, self.gathered
        first, second = self.pairs[int(self.pair[row])]
        codes_of = [
            None if place < 0 else gathered.codes[place].id
            for place in (int(rows.first_code[row]), int(rows.second_code[row]))
        ]
        return Disagreement(
            gathered.documents[int(rows.document[row])].id,
            KINDS[int(rows.kind[row])],
            first.id,
            second.id,
            codes_of[0],
            codes_of[1],
            rows.first.of(row),
            rows.second.of(row),
        )

    def decided(self, row: int) -> Decided | None:
        """Return what was decided about a row (or only noted: verdict ``OPEN``), None: nothing."""
        return self._decided.get(row)

    def left_over(self) -> list[tuple[Disagreement, Decided]]:
        """Return the decisions that ``stale`` counts, in order of time, with what they were about.

        ``FIRST`` and ``SECOND`` are the coders in the order in which the disagreement names them.
        """
        stale = (one for _, one in sorted(self._kept.items()) if one.is_stale)
        return [(one.about, one.decided) for one in stale]

    def place(self, disagreement: Disagreement) -> int | None:
        """Return the row of a disagreement, None where it is none any more."""
        return self._places([disagreement])[0]

    def _places(self, wanted: Collection[Disagreement]) -> list[int | None]:
        """Return the row of each; rows are in order of document and start, so few are looked at."""
        import numpy as np

        rows = self._found.rows
        most = int(rows.start.max(initial=0)) + 1
        known = [self._place_of.get(one.document_id, -1) for one in wanted]
        starts = [min(one.start, most - 1) for one in wanted]
        keys = np.array(known, dtype=np.int64) * most + np.array(starts, dtype=np.int64)
        order = rows.document * most + rows.start
        low = np.searchsorted(order, keys).tolist()
        high = np.searchsorted(order, keys, side="right").tolist()
        found: list[int | None] = []
        for one, begin, stop in zip(wanted, low, high, strict=True):
            key = one.key
            same = (row for row in range(begin, stop) if self.row(row).key == key)
            found.append(next(same, None))
        return found

    # ------------------------------------------------------------------ sieving

    def sieve(self, sieve: Sieve) -> Ints:
        """Return the rows that are wanted, in order; in milliseconds for 50,000."""
        import numpy as np

        return np.flatnonzero(sieving.wanted(self, sieve) & ~sieving.trifles(self, sieve))

    def hidden(self, sieve: Sieve) -> int:
        """Return how many rows a sieve leaves out for being trifles (too short, or blank) alone."""
        return int((sieving.wanted(self, sieve) & sieving.trifles(self, sieve)).sum())

    def meetings(self, pair: int) -> Meetings:
        """Return what the coders of a pair (its place) gave the same text: see ``confusion``."""
        from qcode.analysis.agreement import confusion

        def worked_out() -> Meetings:
            return confusion.meetings(pairing.of_pair(self.gathered, self._found.pairs[pair]))

        return self.once(("meetings", pair), worked_out)

    def once(self, key: object, work_out: Callable[[], T]) -> T:
        """Return what does not depend on decisions, worked out when it is first asked for."""
        kept = self._found.kept
        if key not in kept:
            kept[key] = work_out()
        found: T = kept[key]
        return found

    # ------------------------------------------------------------------ counting

    def open_by_document(self) -> dict[int, int]:
        """Return document id → its open disagreements."""
        import numpy as np

        documents = self.gathered.documents
        counts = np.bincount(self.document[self.verdict == 0], minlength=len(documents)).tolist()
        return {one.id: count for one, count in zip(documents, counts, strict=True) if count}

    # ------------------------------------------------------------------ what was decided

    def settled_rows(self, *, without: Collection[Verdict] = ()) -> list[int]:
        """Return the rows that are decided, but for some verdicts."""
        wanted = [verdict not in (Verdict.OPEN, *without) for verdict in VERDICTS]
        return [row for row, verdict in enumerate(self.verdict.tolist()) if wanted[verdict]]

    def with_decisions(
        self, project: Project, decision_ids: Collection[int] | None = None
    ) -> Disagreements:
        """Return the same rows with what is decided by now; nothing is found again.

        ``decision_ids`` are those that a step touched (``ChangeSet.ids("decision")``): then only
        they are read. The rows are the same ones, under the same numbers.
        """
        with project.read() as connection:
            read = review_queries.decisions(connection, decision_ids)
        ours = [one for one in read if self._is_ours(one.disagreement)]
        rows = self._places([one.disagreement for one in ours])
        after = copy(self)
        after._kept, after._decided = self._kept.copy(), self._decided.copy()
        after.verdict = self.verdict.copy()
        for number in tuple(self._kept) if decision_ids is None else decision_ids:
            after._forget(number)
        for one, row in zip(ours, rows, strict=True):
            verdict = one.verdict
            if row is not None and self._turned(row, one.disagreement):
                verdict = TURNED_VERDICT.get(verdict, verdict)
            told = Decided(one.id, verdict, one.reason, one.coder, one.created, one.modified)
            after._keep(_Kept(row, one.disagreement, told))
        return after

    def _forget(self, decision_id: int) -> None:
        gone = self._kept.pop(decision_id, None)
        if gone is None:
            return
        self.stale -= gone.is_stale
        if gone.row is not None and self._decided.get(gone.row) is gone.decided:
            del self._decided[gone.row]
            self.verdict[gone.row] = 0

    def _keep(self, kept: _Kept) -> None:
        self._kept[kept.decided.decision_id] = kept
        self.stale += kept.is_stale
        if kept.row is not None:
            if kept.row in self._decided:
                return  # of two about the same, the one that was there first
            self._decided[kept.row] = kept.decided
            self.verdict[kept.row] = VERDICTS.index(kept.decided.verdict)

    def _is_ours(self, about: Disagreement) -> bool:
        """Whether a decision is about these coders and codes, where both have finished."""
        pair = self._pair_of.get(frozenset((about.first_id, about.second_id)))
        place = self._place_of.get(about.document_id)
        if pair is None or place is None or self._found.meant.isdisjoint(about.code_ids):
            return False
        return all(self._judged[place][one] for one in pair)

    def _turned(self, row: int, about: Disagreement) -> bool:
        """Whether a decision names the coders of its row in the other order."""
        return self.pairs[int(self.pair[row])][0].id != about.first_id
