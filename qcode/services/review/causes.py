"""What there is to say about a code's values: counted, not yet put into words.

Nothing in it depends on decisions. All pairs of coders are taken together, in the documents that
both of a pair have finished; the code is taken as it was given, without those below it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qcode.analysis.words.units import sentence_ends
from qcode.model.agreement_enums import DisagreementKind
from qcode.model.records import Code, Coder
from qcode.model.review import Disagreement, Stretch
from qcode.services.review.columns import KINDS, Disagreements
from qcode.services.review.outcomes import intersection, union
from qcode.store import queries

if TYPE_CHECKING:
    from qcode.analysis.agreement.spans import Ints

MOST = 2_000  # passages beyond which no sentences are looked for: it would take seconds
_NEAR = 100  # characters beside a passage that tell which marks end a sentence


@dataclass(frozen=True, slots=True)
class Sentences:
    """Compared by sentences: of ``places`` with other edges, ``same`` are the same sentences.

    ``dice`` is the overlap of sentences, ``by_characters`` that of characters.
    """

    places: int
    same: int
    dice: float
    by_characters: float


@dataclass(frozen=True, slots=True)
class Causes:
    """Counts of one code.

    ``given`` are the passages of each coder, ``beside`` those of others in documents that both
    have finished, ``coded`` the characters that anybody gave it, of
    ``text`` characters that are compared. ``used`` of ``documents`` documents have it. Of what
    differs, in characters: ``edges`` (boundaries), ``labels`` (another code), ``missed``.
    ``passed_over`` counts for each coder the passages that another one coded and they did not,
    ``others`` how often another code stands against it.
    """

    given: tuple[tuple[Coder, int], ...]
    beside: tuple[tuple[Coder, int], ...]
    coded: int
    text: int
    used: int
    documents: int
    edges: int
    labels: int
    missed: int
    passed_over: tuple[tuple[Coder, int], ...]
    others: tuple[tuple[Code, int], ...]
    sentences: Sentences | None

    @property
    def differing(self) -> int:
        """Everything that differs, in characters."""
        return self.edges + self.labels + self.missed


def of_code(disagreements: Disagreements, code_id: int) -> Causes:
    """Return the counts of a code, worked out once. Raises ``KeyError`` for an unknown code."""
    return disagreements.once(("causes", code_id), lambda: _counted(disagreements, code_id))


def _counted(found: Disagreements, code_id: int) -> Causes:
    import numpy as np

    gathered = found.gathered
    place = {code.id: at for at, code in enumerate(gathered.codes)}[code_id]
    judged = gathered.tally.judged
    persons = sorted({one for pair in found.places_of_pairs for one in pair})
    compared = np.zeros(len(judged), dtype=np.bool_)
    for pair in found.places_of_pairs:
        compared |= gathered.tally.of(pair).compared
    spans = _spans(found, place)
    given = {one: [row for row in spans if row[1] == one] for one in persons}
    by_document: dict[int, list[Stretch]] = {}
    for document, _, start, end in spans:
        by_document.setdefault(document, []).append((start, end))
    rows = np.flatnonzero((found.first_code == place) | (found.second_code == place))
    sizes = {
        kind: int(found.differing[rows[found.kind[rows] == KINDS.index(kind)]].sum())
        for kind in KINDS
    }
    against, passed_over = _who_and_what(found, place, rows)
    characters = (one.characters for one in gathered.documents)
    return Causes(
        given=tuple((gathered.coders[one], len(listed)) for one, listed in given.items()),
        beside=tuple((gathered.coders[one], _beside(found, one, spans)) for one in persons),
        coded=sum(_length(listed) for listed in by_document.values()),
        text=sum(size for size, is_it in zip(characters, compared.tolist(), strict=True) if is_it),
        used=len(by_document),
        documents=int(compared.sum()),
        edges=sizes[DisagreementKind.BOUNDARY],
        labels=sizes[DisagreementKind.CODE],
        missed=sizes[DisagreementKind.MISSED_BY_FIRST] + sizes[DisagreementKind.MISSED_BY_SECOND],
        passed_over=tuple((gathered.coders[one], count) for one, count in passed_over),
        others=tuple((gathered.codes[one], count) for one, count in against),
        sentences=_sentences(found, rows, spans) if len(spans) <= MOST else None,
    )


def _beside(found: Disagreements, one: int, spans: list[tuple[int, int, int, int]]) -> int:
    """Return how many passages others have in documents that they and ``one`` have finished."""
    together = {
        pair[0] if pair[1] == one else pair[1]: found.gathered.tally.of(pair).compared
        for pair in found.places_of_pairs
        if one in pair
    }
    return len(
        {
            (document, start, end)
            for document, coder, start, end in spans
            if coder in together and together[coder][document]
        }
    )


def _length(spans: Iterable[Stretch]) -> int:
    return sum(end - start for start, end in union(spans))


def _spans(found: Disagreements, place: int) -> list[tuple[int, int, int, int]]:
    """Return (document, coder, start, end) of a code's passages where somebody can be compared."""
    import numpy as np

    from qcode.analysis.agreement.spans import union as joined

    gathered = found.gathered
    counts = np.zeros(gathered.tally.judged.shape, dtype=np.bool_)
    for pair in found.places_of_pairs:
        both = gathered.tally.of(pair).compared
        for one in pair:
            counts[:, one] |= both
    spans = gathered.spans
    kept = (spans.code == place) & counts[spans.document, spans.coder]
    listed = joined(type(spans)(*(column[kept] for column in spans)))
    columns = (listed.document, listed.coder, listed.start, listed.end)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def _who_and_what(
    found: Disagreements, place: int, rows: Ints
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return codes that stand against it and coders who passed it over, the most frequent first."""
    against: Counter[int] = Counter()
    passed_over: Counter[int] = Counter()
    for row in rows.tolist():
        kind = KINDS[int(found.kind[row])]
        pair = found.places_of_pairs[int(found.pair[row])]
        if kind is DisagreementKind.CODE:
            first, second = int(found.first_code[row]), int(found.second_code[row])
            against[second if first == place else first] += 1
        elif kind is not DisagreementKind.BOUNDARY:
            passed_over[pair[kind is DisagreementKind.MISSED_BY_SECOND]] += 1
    return against.most_common(), passed_over.most_common()


# ---------------------------------------------------------------------- by sentences


def _sentences(
    found: Disagreements, rows: Ints, spans: list[tuple[int, int, int, int]]
) -> Sentences | None:
    """Return how it would be by sentences; None where there are no passages of two coders."""
    documents = found.gathered.documents
    by_coder: dict[int, dict[int, list[Stretch]]] = {}
    for document, coder, start, end in spans:
        by_coder.setdefault(document, {}).setdefault(coder, []).append((start, end))
    edges = [
        found.row(row)
        for row in rows.tolist()
        if KINDS[int(found.kind[row])] is DisagreementKind.BOUNDARY
    ]
    by_document: dict[int, list[Disagreement]] = {}
    for one in edges:
        by_document.setdefault(one.document_id, []).append(one)
    same = both = given = common = marked = 0
    needed = {documents[document].id: document for document in by_coder}
    with found.project.read() as connection:
        for document_id, text in queries.texts(connection, needed):
            here = by_coder[needed[document_id]]
            sentences = _OfText(text, [span for listed in here.values() for span in listed])
            same += sum(
                sentences.of(one.first_spans) == sentences.of(one.second_spans)
                for one in by_document.get(document_id, ())
            )
            units = {coder: sentences.of(listed) for coder, listed in here.items()}
            judged = found.gathered.tally.judged[needed[document_id]]
            for pair in found.places_of_pairs:
                if not judged[list(pair)].all():
                    continue
                first, second = (units.get(one, set()) for one in pair)
                both += len(first & second)
                given += len(first) + len(second)
                mine, theirs = (here.get(one, []) for one in pair)
                common += _length(intersection(mine, theirs))
                marked += _length(mine) + _length(theirs)
    if not given or not marked:
        return None
    return Sentences(len(edges), same, 2 * both / given, 2 * common / marked)


class _OfText:
    """The sentences of a text around some spans of it; elsewhere they are not looked for."""

    def __init__(self, text: str, spans: Iterable[Stretch]) -> None:
        around = union((max(start - _NEAR, 0), end + _NEAR) for start, end in spans)
        self._starts: list[int] = []
        for start, end in around:
            ends = sentence_ends(text[start:end])
            self._starts += [start, *(start + place for place in ends if start + place < end)]

    def of(self, spans: Iterable[Stretch]) -> set[int]:
        """Return the sentences (where they begin) that have a character of some spans."""
        found: set[int] = set()
        for start, end in spans:
            low, high = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1)
            found.update(self._starts[low:high])
        return found
