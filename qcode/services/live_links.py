"""Live links in memos and in the storyline: what they lead to, and what is read there now.

Codes and documents are shown by the name that they have, passages by their words, cut from the
stored text. So a text never quotes what nobody wrote, whatever was renamed since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from qcode.analysis import linked_text
from qcode.model.errors import QcodeError
from qcode.model.memo_records import LinkKind, LiveSegment
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.span import Span
from qcode.services.project import Project
from qcode.store import link_queries, passage_queries, queries

if TYPE_CHECKING:
    from qcode.store.connection import Connection

FEW = 4  # passages of a document whose words are read without the rest of its text


class _Goal(NamedTuple):
    """What a link leads to: its row, its words now, and where a passage stands."""

    id: int
    words: str
    document_id: int | None = None
    span: Span | None = None


def resolved(project: Project, body: str) -> list[LiveSegment]:
    """Return the stretches of a stored text with what its links show and lead to now."""
    with project.read() as connection:
        return segments(connection, body)


def segments(connection: Connection, body: str) -> list[LiveSegment]:
    """Like ``resolved``, inside a reading that is already open."""
    found = linked_text.segments(body)
    goals = _goals(connection, found)
    return [_live(segment, goals) for segment in found]


def as_read(project: Project, bodies: Iterable[str], *, quotations: bool = True) -> list[str]:
    """Return stored texts as they are read now, without links.

    Without ``quotations`` links to passages show their stored words: no document is read.
    """
    listed = list(bodies)
    with project.read() as connection:
        goals = _goals(
            connection,
            (
                link
                for body in listed
                for link in linked_text.links(body)
                if quotations or link.kind is not LinkKind.PASSAGE
            ),
        )
    return [
        linked_text.plain(body, lambda kind, guid: _words(goals, kind, guid)) for body in listed
    ]


def markup(kind: LinkKind, guid: str, words: str) -> str:
    """Return a link as texts store it; ``words`` are cut where they are very many."""
    return linked_text.link(kind, guid, words)


def code_link(project: Project, code_id: int) -> str:
    """Return a link to a code as texts store it; raises ``QcodeError`` when the code is gone."""
    with project.read() as connection:
        code = queries.code(connection, code_id)
    if code is None:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "This code no longer exists."))
    return linked_text.link(LinkKind.CODE, code.guid, code.name)


def passage_link(project: Project, selection_id: int) -> str:
    """Return a link to a passage as texts store it; raises ``QcodeError`` when it is gone."""
    with project.read() as connection:
        guid = link_queries.guid(connection, "selection", selection_id)
        goals = {} if guid is None else _passages(connection, [guid])
    if guid is None:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "This passage no longer exists."))
    return linked_text.link(LinkKind.PASSAGE, guid, goals[guid].words)


def link_at(project: Project, document_guid: str, span: Span) -> str | None:
    """Return a link to the passage on exactly these words, None where no passage is there."""
    with project.read() as connection:
        known = link_queries.documents_by_guid(connection, [document_guid]).get(document_guid)
        found = None
        if known is not None:
            found = passage_queries.selection_id(connection, known[0], span.start, span.end)
    return None if found is None else passage_link(project, found)


def document_link(project: Project, document_id: int) -> str:
    """Return a link to a document as texts store it; raises ``QcodeError`` when it is gone."""
    with project.read() as connection:
        guid = link_queries.guid(connection, "document", document_id)
        names = queries.document_names(connection, [document_id])
    if guid is None:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "This document no longer exists."))
    return linked_text.link(LinkKind.DOCUMENT, guid, names[document_id][0])


# ---------------------------------------------------------------------- what links lead to

_Goals = Mapping[tuple[LinkKind, str], _Goal]


def _goals(connection: Connection, links: Iterable[linked_text.Segment]) -> _Goals:
    wanted: dict[LinkKind, set[str]] = {kind: set() for kind in LinkKind}
    for link in links:
        if link.kind is not None:
            wanted[link.kind].add(link.guid)
    found: dict[tuple[LinkKind, str], _Goal] = {}
    if guids := wanted[LinkKind.CODE]:
        for guid, (row_id, name) in link_queries.codes_by_guid(connection, guids).items():
            found[LinkKind.CODE, guid] = _Goal(row_id, name)
    if guids := wanted[LinkKind.DOCUMENT]:
        for guid, (row_id, name) in link_queries.documents_by_guid(connection, guids).items():
            found[LinkKind.DOCUMENT, guid] = _Goal(row_id, name, row_id)
    if guids := wanted[LinkKind.PASSAGE]:
        for guid, goal in _passages(connection, guids).items():
            found[LinkKind.PASSAGE, guid] = goal
    return found


def _passages(connection: Connection, guids: Iterable[str]) -> dict[str, _Goal]:
    rows = link_queries.passages_by_guid(connection, guids)
    times = Counter(document_id for _, document_id, _, _ in rows.values())
    texts = dict(queries.texts(connection, (one for one, often in times.items() if often > FEW)))
    found = {}
    for guid, (row_id, document_id, start, end) in rows.items():
        span = Span(start, end)
        words: str | None = None
        if document_id not in texts:
            words = passage_queries.quotation(connection, document_id, start, end)
            if words is None:
                texts[document_id] = queries.text(connection, document_id) or ""
        found[guid] = _Goal(
            row_id, span.of(texts[document_id]) if words is None else words, document_id, span
        )
    return found


def _words(goals: _Goals, kind: LinkKind, guid: str) -> str | None:
    goal = goals.get((kind, guid))
    return None if goal is None else goal.words


def _live(segment: linked_text.Segment, goals: _Goals) -> LiveSegment:
    goal = None if segment.kind is None else goals.get((segment.kind, segment.guid))
    if goal is None:
        return LiveSegment(*segment)
    return LiveSegment(
        segment.start,
        segment.end,
        goal.words,
        segment.kind,
        segment.guid,
        goal.id,
        goal.document_id,
        goal.span,
    )
