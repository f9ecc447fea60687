"""Passages read beside each other: quotations with their labels, neighbours, and the way on.

Reading only. Large collections come in portions (``Reading``), so that a window lives in between.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from qcode.analysis.surroundings import surroundings
from qcode.model.records import Coding, Passage
from qcode.model.span import Span
from qcode.services.project import Project
from qcode.store import passage_queries, queries

if TYPE_CHECKING:
    from qcode.store.connection import Connection

PORTION = 100  # codings that one portion reads
FEW = 4  # codings whose words are read without the rest of their texts


# ---------------------------------------------------------------------- all at once


def of_codes(project: Project, code_ids: Collection[int]) -> list[Passage]:
    """Return the passages of some codes in the order of documents and places."""
    with project.read() as connection:
        return of_codings(connection, passage_queries.codings_of_codes(connection, code_ids))


def of_codings(connection: Connection, codings: Sequence[Coding]) -> list[Passage]:
    """Return codings with their quotations and labels; each text is read once."""
    documents = queries.document_names(connection, {coding.document_id for coding in codings})
    places = passage_queries.passage_places(connection, documents)
    texts = _Texts(connection)
    return [
        _passage(
            coding,
            documents[coding.document_id],
            places.get(coding.selection_id, 0),
            texts.quote(coding),
        )
        for coding in codings
    ]


def numbered(label: str, place: int) -> str:
    """Return the label of a passage: its document's, and its place (from 1) in there."""
    return f"{label}-{place:02d}"


class _Texts:
    """The text of one document at a time; neighbours in a list mostly ask for the same."""

    def __init__(self, connection: Connection, text: str = "", text_of: int | None = None) -> None:
        self.connection = connection
        self.text = text
        self.text_of = text_of

    def quote(self, coding: Coding) -> str:
        """Return the words of a coding."""
        if coding.document_id != self.text_of:
            self.text = queries.text(self.connection, coding.document_id) or ""
            self.text_of = coding.document_id
        return self.text[coding.start : coding.end]


class _Words(_Texts):
    """Only the words asked for: for a few passages in what may be very long texts."""

    def quote(self, coding: Coding) -> str:
        found = passage_queries.quotation(
            self.connection, coding.document_id, coding.start, coding.end
        )
        return super().quote(coding) if found is None else found


def _passage(coding: Coding, names: tuple[str, str], place: int, quote: str) -> Passage:
    name, label = names
    return Passage(
        coding_id=coding.id,
        selection_id=coding.selection_id,
        document_id=coding.document_id,
        document=name,
        label=numbered(label or name, place),
        start=coding.start,
        end=coding.end,
        quote=quote,
        code_id=coding.code_id,
        coder=coding.coder,
        memo=coding.memo,
        typical=coding.typical,
        created=coding.created,
    )


# ---------------------------------------------------------------------- in portions


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What passages of a document are ordered and filtered by.

    ``position`` orders documents (ties by id); ``values`` maps variable names to values.
    """

    id: int
    position: int
    name: str
    label: str
    group_id: int | None
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Portion:
    """Some passages, and the facts of those documents that had not come before.

    The passages' labels end in place 0: places are asked for when they are shown (``coded_spans``).
    """

    passages: list[Passage]
    facts: list[DocumentFacts]


class Reading:
    """Reads the passages of some codes, document after document, a portion at a time.

    Each portion sees the project as it is then. Who reads on after a change brings what the change
    touched up to date at the end (``by_id``).
    """

    def __init__(self, project: Project, code_ids: Collection[int]) -> None:
        self._project = project
        with project.read() as connection:
            self._left = passage_queries.codings_by_document(connection, code_ids)
        self._left.reverse()  # taken from the end
        self._known: set[int] = set()
        self._text: tuple[str, int | None] = ("", None)
        self.total = len(self._left)

    @property
    def left(self) -> int:
        """How many codings are still to be read."""
        return len(self._left)

    def portion(self, most: int = PORTION) -> Portion:
        """Read the next passages, none when all have come."""
        taken = [self._left.pop() for _ in range(min(most, len(self._left)))]
        with self._project.read() as connection:
            texts = _Texts(connection, *self._text)
            portion = _portion(connection, taken, texts, self._known)
            self._text = (texts.text, texts.text_of)
        self._known.update(facts.id for facts in portion.facts)
        return portion


def codings_of(project: Project, code_ids: Collection[int]) -> frozenset[int]:
    """Return the codings of some codes; nothing else is read of them."""
    with project.read() as connection:
        return frozenset(passage_queries.coding_ids(connection, code_ids))


def by_id(project: Project, coding_ids: Collection[int]) -> Portion:
    """Return the passages of some codings; those that no longer exist are left out."""
    with project.read() as connection:
        texts = _Words(connection) if len(coding_ids) <= FEW else _Texts(connection)
        return _portion(connection, coding_ids, texts, set())


def _portion(
    connection: Connection, coding_ids: Iterable[int], texts: _Texts, known: set[int]
) -> Portion:
    codings = passage_queries.codings(connection, coding_ids)
    codings.sort(key=lambda coding: coding.document_id)
    names = queries.document_names(connection, {coding.document_id for coding in codings})
    return Portion(
        [_passage(coding, names[coding.document_id], 0, texts.quote(coding)) for coding in codings],
        _facts(connection, names.keys() - known),
    )


def facts(project: Project, document_ids: Collection[int]) -> list[DocumentFacts]:
    """Return what passages of some documents are ordered and filtered by."""
    with project.read() as connection:
        return _facts(connection, document_ids)


def _facts(connection: Connection, document_ids: Collection[int]) -> list[DocumentFacts]:
    if not document_ids:
        return []
    values = queries.values(connection, document_ids)
    return [
        DocumentFacts(*row, values.get(row[0], {}))
        for row in passage_queries.document_facts(connection, document_ids)
    ]


def coded_spans(project: Project, document_id: int) -> list[tuple[int, int]]:
    """Return the spans of a document's coded passages in text order: the order of their labels."""
    found = coded_places(project, [document_id])[document_id]
    return [(one >> 32, one & 0xFFFF_FFFF) for one in found]


def coded_places(project: Project, document_ids: Collection[int]) -> dict[int, list[int]]:
    """Return document id → ``place_of`` each of its coded passages, ascending: as labels count."""
    with project.read() as connection:
        found = passage_queries.coded_places(connection, document_ids)
    return {document: found.get(document, []) for document in document_ids}


def place_of(start: int, end: int) -> int:
    """Return a span (code points) as one number; they are ordered as the spans are."""
    return start << 32 | end


def relabelled(passage: Passage, places: Sequence[int]) -> Passage:
    """Return a passage with the label that it has among its document's ``coded_places``."""
    place = bisect_left(places, place_of(passage.start, passage.end)) + 1
    label = numbered(passage.label.rpartition("-")[0], place)
    return passage if label == passage.label else replace(passage, label=label)


# ---------------------------------------------------------------------- what lies around


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another coding that shares words with a passage; ``same`` says that the spans are equal."""

    code_id: int
    coder: str
    same: bool


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A passage in its place: the words before and after it, and what else lies on it.

    ``more_before`` and ``more_after`` say that the text goes on beyond them.
    """

    before: str
    quote: str
    after: str
    more_before: bool
    more_after: bool
    others: tuple[Neighbour, ...]


def neighbours(project: Project, coding_ids: Collection[int]) -> dict[int, Neighbours]:
    """Return coding id → what lies around it; codings that no longer exist are left out."""
    found: dict[int, Neighbours] = {}
    with project.read() as connection:
        codings = passage_queries.codings(connection, coding_ids)
        codings.sort(key=lambda coding: coding.document_id)
        for document_id, listed in groupby(codings, key=lambda coding: coding.document_id):
            text = queries.text(connection, document_id) or ""
            for coding in listed:
                found[coding.id] = _neighbours(connection, coding, text)
    return found


def _neighbours(connection: Connection, coding: Coding, text: str) -> Neighbours:
    around = surroundings(text, Span(coding.start, coding.end))
    across = passage_queries.codings_across(
        connection, coding.document_id, coding.start, coding.end
    )
    others: dict[tuple[int, str], bool] = {}
    for coding_id, code_id, coder, start, end in across:
        if coding_id != coding.id:
            key = (code_id, coder)
            same = (start, end) == (coding.start, coding.end)
            others[key] = others.get(key, False) or same
    listed = [Neighbour(*key, same) for key, same in others.items()]
    return Neighbours(
        before=text[around.start : coding.start],
        quote=text[coding.start : coding.end],
        after=text[coding.end : around.end],
        more_before=around.start > 0,
        more_after=around.end < len(text),
        others=tuple(sorted(listed, key=lambda one: not one.same)),
    )


# ---------------------------------------------------------------------- the way through a code


@dataclass(frozen=True, slots=True, order=True)
class Stop:
    """A passage on the way through the passages of a code, in the order of documents and places.

    Where several codings lie on it, ``coding_id`` is the one made first.
    """

    position: int
    document_id: int
    start: int
    end: int
    coding_id: int
    code_id: int


def stops(project: Project, code_ids: Collection[int]) -> list[Stop]:
    """Return the distinct passages of some codes in the order in which one walks through them."""
    with project.read() as connection:
        return [Stop(*row) for row in passage_queries.stops(connection, code_ids)]
