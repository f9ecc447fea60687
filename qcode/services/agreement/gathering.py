"""What is compared, taken out of a project once: figures are then worked out from memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qcode.analysis.tree import ancestors
from qcode.analysis.words.units import sentence_ends
from qcode.model.agreement import Request, Unit
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.records import Code, Coder, Document
from qcode.services import coders as people
from qcode.services import codes
from qcode.services.project import Project
from qcode.store import agreement_queries, queries, visibility

if TYPE_CHECKING:
    from qcode.analysis.agreement.spans import Bools, Ints, Spans
    from qcode.analysis.agreement.tally import Tally
    from qcode.store.connection import Connection

MOST_CODERS = 60


@dataclass(frozen=True, slots=True)
class Gathered:
    """Codings as columns of places: of ``documents``, ``codes`` and ``coders``, in their order.

    ``spans`` are in code points; ``tally`` is counted in the unit that was asked for (in characters
    where that is coded segments, which are matched pair by pair), and so are the spans of
    ``counted``. ``bounds`` are the starts of the units of each document, where these are sentences
    or paragraphs, else none.
    """

    request: Request
    coders: tuple[Coder, ...]
    documents: tuple[Document, ...]
    codes: tuple[Code, ...]
    spans: Spans
    tally: Tally
    counted: Spans
    bounds: tuple[Ints, ...]


def gather(project: Project, request: Request) -> Gathered:
    """Read what is compared; it may be done in a worker.

    Documents count that all coders have finished; where no status was ever set in the project, all
    documents. Who works blind compares only what they may see. Raises ``QcodeError`` for an
    unknown coder, one named twice, or very many.
    """
    from qcode.analysis.agreement.spans import of_rows, shared
    from qcode.analysis.agreement.tally import Tally

    chosen = _coders(project, request.coders)
    tree = codes.tree(project, counts=False)
    wanted = tuple(code for code in tree if request.code_ids is None or code.id in request.code_ids)
    with project.read() as connection:
        rows = agreement_queries.spans(connection, (coder.id for coder in chosen))
        listed = queries.documents(connection, counts=False)
        judged = _judged(connection, request, listed, chosen)
        place = _Places(listed, wanted, chosen, tree, request.roll_up)
        spans = of_rows(list(place.rows(rows)))
        counted, units, bounds = _in_units(connection, request.unit, spans, listed, judged)
    common = shared(counted, len(chosen))
    tally = Tally(common, units, judged, len(wanted))
    return Gathered(request, chosen, tuple(listed), wanted, spans, tally, counted, bounds)


def _coders(project: Project, names: Sequence[str]) -> tuple[Coder, ...]:
    """Return the coders of these names; of no names all who worked, as persons and once."""
    if names:
        found = [people.require(project, name) for name in names]
    else:
        with project.read() as connection:
            worked = agreement_queries.who_worked(connection)
        found = [one for one in people.listed(project) if one.id in worked and one.role is None]
    twice = [name for name, times in Counter(coder.name for coder in found).items() if times > 1]
    if twice:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "A coder cannot be compared with themselves: {names}."),
            names=", ".join(twice),
        )
    if len(found) > MOST_CODERS:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "At most {most} coders can be compared at once."),
            most=MOST_CODERS,
        )
    return tuple(found)


def _judged(
    connection: Connection, request: Request, listed: Sequence[Document], chosen: Sequence[Coder]
) -> Bools:
    """Return for each document and coder whether what they did there counts."""
    import numpy as np

    seen = np.ones(len(listed), dtype=np.bool_)
    if request.document_ids is not None:
        seen &= np.array([one.id in request.document_ids for one in listed], dtype=np.bool_)
    if visibility.hides(connection):
        assert connection.limit is not None
        mine = agreement_queries.finished(connection, [connection.limit])
        seen &= np.array([(one.id, connection.limit) in mine for one in listed], dtype=np.bool_)
    judged = np.ones((len(listed), len(chosen)), dtype=np.bool_)
    if not request.all_documents and agreement_queries.any_status(connection):
        done = agreement_queries.finished(connection, [coder.id for coder in chosen])
        for row, document in enumerate(listed):
            judged[row] = [(document.id, coder.id) in done for coder in chosen]
    return judged & seen[:, None]


class _Places:
    """Ids as places from 0, and which codes a coding counts for."""

    def __init__(
        self,
        listed: Sequence[Document],
        wanted: Sequence[Code],
        chosen: Sequence[Coder],
        tree: Sequence[Code],
        roll_up: bool,
    ) -> None:
        self._documents = {document.id: place for place, document in enumerate(listed)}
        self._coders = {coder.id: place for place, coder in enumerate(chosen)}
        place_of = {code.id: place for place, code in enumerate(wanted)}
        parents = {code.id: code.parent_id for code in tree}
        self._codes = {
            code.id: [
                place_of[one]
                for one in (code.id, *(ancestors(code.id, parents) if roll_up else ()))
                if one in place_of
            ]
            for code in tree
        }

    def rows(
        self, found: Iterable[tuple[int, int, int, int, int]]
    ) -> Iterator[tuple[int, int, int, int, int]]:
        """Yield (document, code, coder, start, end) as places."""
        for document, code, coder, start, end in found:
            for place in self._codes[code]:
                yield self._documents[document], place, self._coders[coder], start, end


def _in_units(
    connection: Connection,
    unit: Unit,
    spans: Spans,
    listed: Sequence[Document],
    judged: Bools,
) -> tuple[Spans, Ints, tuple[Ints, ...]]:
    """Return spans and the size of each document, counted in units, and where units begin."""
    import numpy as np

    from qcode.analysis.agreement import units

    if unit is Unit.DOCUMENT:
        return units.whole_documents(spans), np.ones(len(listed), dtype=np.int64), ()
    if unit in (Unit.CHARACTER, Unit.SEGMENT):
        return spans, np.array([one.characters for one in listed], dtype=np.int64), ()
    place = {document.id: row for row, document in enumerate(listed)}
    bounds = [np.zeros(1, dtype=np.int64) for _ in listed]
    needed = [listed[row].id for row in np.flatnonzero(judged.any(axis=1)).tolist()]
    for document_id, text in queries.texts(connection, needed):
        ends = sentence_ends(text) if unit is Unit.SENTENCE else units.paragraph_ends(text)
        bounds[place[document_id]] = units.starts(ends, text)
    sizes = np.array([len(one) for one in bounds], dtype=np.int64)
    return units.in_units(spans, bounds), sizes, tuple(bounds)
