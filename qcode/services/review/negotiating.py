"""The agreement that is reached by now: what was settled counts as settled."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from qcode.analysis.tree import ancestors
from qcode.model.agreement import Agreement, Unit
from qcode.model.agreement_enums import Verdict
from qcode.model.review import Stretch
from qcode.services.agreement import comparing
from qcode.services.agreement.gathering import Gathered
from qcode.services.project import Project
from qcode.services.review.columns import Disagreements
from qcode.services.review.outcomes import intersection, union, without
from qcode.store import review_queries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qcode.analysis.agreement.spans import Spans

_Place = tuple[int, int]  # document and code, as places in what was gathered
_Words = dict[_Place, list[Stretch]]


def negotiated(project: Project, disagreements: Disagreements) -> Agreement:
    """Return the agreement that is reached by now; it may be done in a worker.

    Each of two coders is taken to have what the consensus has wherever a disagreement of theirs was
    settled; what is open, and where they agreed to differ, stays as they coded it. The first
    reliability is that of the coders alone.
    """
    spans = _settled(project, disagreements)
    asked = disagreements.asked
    return comparing.measure(_counted_again(asked, _asked_for(disagreements, spans)))


def _settled(project: Project, disagreements: Disagreements) -> Spans:
    """Return all spans as they are after what was decided, in the codes that were given."""
    from qcode.analysis.agreement.spans import of_rows

    gathered = disagreements.gathered
    agreed, made = _consensus(project, gathered)
    regions: dict[int, _Words] = defaultdict(lambda: defaultdict(list))  # by coder
    place_of = {code.id: at for at, code in enumerate(gathered.codes)}
    for row in disagreements.settled_rows(without=(Verdict.ACCEPT,)):
        one = disagreements.row(row)
        words = (*one.first_spans, *one.second_spans)
        decided = disagreements.decided(row)
        assert decided is not None
        document = int(disagreements.document[row])
        for place in disagreements.places_of_pairs[int(disagreements.pair[row])]:
            for code in one.code_ids:
                regions[place][document, place_of[code]] += words
            for code, span in made.get(decided.decision_id, ()):
                regions[place][document, code].append(span)
    own: dict[int, _Words] = {coder: {} for coder in regions}
    rows: list[tuple[int, int, int, int, int]] = []
    columns = (column.tolist() for column in gathered.spans)
    for document, code, coder, start, end in zip(*columns, strict=True):
        if coder in regions and (document, code) in regions[coder]:
            own[coder].setdefault((document, code), []).append((start, end))
        else:
            rows.append((document, code, coder, start, end))
    for coder, places in regions.items():
        for at, marked in places.items():
            region = union(marked)
            kept = without(own[coder].get(at, []), region)
            taken = intersection(agreed.get(at, []), region)
            rows += ((*at, coder, start, end) for start, end in (*kept, *taken))
    return of_rows(rows)


def _consensus(
    project: Project, gathered: Gathered
) -> tuple[_Words, dict[int, list[tuple[int, Stretch]]]]:
    """Return what the consensus has, by place, and what each decision made: (code place, span)."""
    documents = {one.id: at for at, one in enumerate(gathered.documents)}
    codes = {one.id: at for at, one in enumerate(gathered.codes)}
    found: _Words = defaultdict(list)
    made: dict[int, list[tuple[int, Stretch]]] = defaultdict(list)
    with project.read() as connection:
        who = review_queries.consensus(connection)
        held = review_queries.codings_of_coder(connection, who.id) if who else set()
        linked = review_queries.made_by_decisions(connection)
    for document, code, start, end in held:
        if document in documents and code in codes:
            found[documents[document], codes[code]].append((start, end))
    for decision, code, start, end in linked:
        if code in codes:
            made[decision].append((codes[code], (start, end)))
    return found, made


def _asked_for(disagreements: Disagreements, spans: Spans) -> Spans:
    """Return spans of what was asked for: its places, rolled up where that was asked for."""
    import numpy as np

    from qcode.analysis.agreement.pieces import ends, ranges

    asked = disagreements.asked
    place_of = {code.id: at for at, code in enumerate(asked.codes)}
    parents: Mapping[int, int | None] = disagreements.parents
    targets = [
        [
            place_of[one]
            for one in (
                code.id,
                *(ancestors(code.id, parents) if asked.request.roll_up else ()),
            )
            if one in place_of
        ]
        for code in disagreements.gathered.codes
    ]
    counts = np.array([len(listed) for listed in targets], dtype=np.int64)
    listed = np.array([one for target in targets for one in target], dtype=np.int64)
    times = counts[spans.code]
    row = np.repeat(np.arange(len(spans.code)), times)
    place = {one.id: at for at, one in enumerate(asked.documents)}
    documents = np.array(
        [place.get(one.id, -1) for one in disagreements.gathered.documents], np.int64
    )
    chosen = type(spans)(*(column[row] for column in spans))._replace(
        document=documents[spans.document[row]],
        code=listed[ranges(ends(counts)[:-1][spans.code], times)],
    )
    return type(spans)(*(column[chosen.document >= 0] for column in chosen))


def _counted_again(gathered: Gathered, spans: Spans) -> Gathered:
    """Return what was gathered with other spans, in the same unit."""
    from qcode.analysis.agreement import units
    from qcode.analysis.agreement.spans import shared

    unit = gathered.request.unit
    if unit is Unit.DOCUMENT:
        counted = units.whole_documents(spans)
    elif unit in (Unit.CHARACTER, Unit.SEGMENT):
        counted = spans
    else:
        counted = units.in_units(spans, gathered.bounds)
    tally = gathered.tally._replace(shared=shared(counted, len(gathered.coders)))
    return replace(gathered, spans=spans, counted=counted, tally=tally)
