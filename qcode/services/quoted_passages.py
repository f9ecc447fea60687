"""Passages by what they are themselves, whatever codes they carry: their words and their labels.

Relations and the storyline hold passages, not codings; reading only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from qcode.model.span import Span
from qcode.services import codes
from qcode.services.passages import numbered
from qcode.services.project import Project
from qcode.store import passage_queries, queries, theory_queries

if TYPE_CHECKING:
    from qcode.store.connection import Connection

FEW = 4  # passages of a document whose words are read without the rest of its text


class Quoted(NamedTuple):
    """A passage as it is quoted; ``label`` names its document and its place in there."""

    selection_id: int
    document_id: int
    document: str
    label: str
    span: Span
    quote: str


class Offered(NamedTuple):
    """A passage that could stand for a relation, and which of its two ends it is coded with."""

    passage: Quoted
    source: bool
    target: bool


def quoted(project: Project, selection_ids: Collection[int]) -> dict[int, Quoted]:
    """Return passage → how it is quoted; those that no longer exist are left out."""
    with project.read() as connection:
        return _quoted(connection, theory_queries.passage_spans(connection, selection_ids))


def offered(project: Project, source_id: int, target_id: int) -> list[Offered]:
    """Return the passages coded with either end of a relation or a code below it.

    Those coded with both come first, each group in the order of documents and places in them.
    """
    source = codes.with_below(project, source_id)
    target = codes.with_below(project, target_id)
    with project.read() as connection:
        codings = passage_queries.codings_of_codes(connection, source | target)
        carried: dict[int, set[int]] = {}
        spans: dict[int, tuple[int, int, int]] = {}
        for coding in codings:
            carried.setdefault(coding.selection_id, set()).add(coding.code_id)
            spans[coding.selection_id] = (coding.document_id, coding.start, coding.end)
        words = _quoted(connection, spans)
    found = [
        Offered(words[one], bool(carried[one] & source), bool(carried[one] & target))
        for one in carried
        if one in words
    ]
    found.sort(key=lambda one: not (one.source and one.target))
    return found


def _quoted(connection: Connection, spans: Mapping[int, tuple[int, int, int]]) -> dict[int, Quoted]:
    documents = {document for document, _, _ in spans.values()}
    names = queries.document_names(connection, documents)
    places = passage_queries.passage_places(connection, documents)
    words = _words(connection, spans.values())
    found: dict[int, Quoted] = {}
    for selection_id, (document_id, start, end) in spans.items():
        name, label = names[document_id]
        found[selection_id] = Quoted(
            selection_id,
            document_id,
            name,
            numbered(label or name, places.get(selection_id, 0)),
            Span(start, end),
            words[document_id, start, end],
        )
    return found


def _words(
    connection: Connection, spans: Iterable[tuple[int, int, int]]
) -> dict[tuple[int, int, int], str]:
    by_document: dict[int, list[tuple[int, int, int]]] = {}
    for span in spans:
        by_document.setdefault(span[0], []).append(span)
    found: dict[tuple[int, int, int], str] = {}
    for document_id, asked in by_document.items():
        text: str | None = None
        for span in asked:
            words = None
            if len(asked) <= FEW:
                words = passage_queries.quotation(connection, *span)
            if words is None:
                text = queries.text(connection, document_id) or "" if text is None else text
                words = text[span[1] : span[2]]
            found[span] = words
    return found
