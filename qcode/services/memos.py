"""Memos: written, edited, attached, found, deleted. Without attachment a memo is on the project.

A memo is attached to any number of documents, codes, passages, relations and paradigms. Its text
may hold live links (``qcode.analysis.linked_text``).
"""

from __future__ import annotations

from collections.abc import Collection

from qcode.model.enums import MemoKind
from qcode.model.errors import QcodeError
from qcode.model.memo_records import (
    LiveSegment,
    MemoFilter,
    MemoOrder,
    Target,
    TargetKind,
)
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.records import MemoRecord
from qcode.model.span import Span
from qcode.model.table_names import TableName
from qcode.services import code_reading, live_links
from qcode.services import theory_rules as rules
from qcode.services.project import Project
from qcode.store import link_queries, merging, queries
from qcode.store.writer import Writer

GONE = QT_TRANSLATE_NOOP("core", "This memo no longer exists.")
EVERYTHING = MemoFilter()

# Kind of target → what it is a row of, the table of its links, and the sentence where it is gone.
_TARGETS: dict[TargetKind, tuple[TableName, TableName, str]] = {
    TargetKind.DOCUMENT: (
        "document",
        "memo_link",
        QT_TRANSLATE_NOOP("core", "This document no longer exists."),
    ),
    TargetKind.CODE: (
        "code",
        "memo_link",
        QT_TRANSLATE_NOOP("core", "This code no longer exists."),
    ),
    TargetKind.PASSAGE: (
        "selection",
        "memo_link",
        QT_TRANSLATE_NOOP("core", "This passage no longer exists."),
    ),
    TargetKind.RELATION: (
        "relation",
        "memo_model_link",
        QT_TRANSLATE_NOOP("core", "This relation no longer exists."),
    ),
    TargetKind.PARADIGM: (
        "paradigm",
        "memo_model_link",
        QT_TRANSLATE_NOOP("core", "This paradigm no longer exists."),
    ),
}


# ---------------------------------------------------------------------- reading


def listed(
    project: Project, wanted: MemoFilter = EVERYTHING, order: MemoOrder = MemoOrder.MODIFIED
) -> list[MemoRecord]:
    """Return the memos that are wanted, in the order that is wanted."""
    with project.read() as connection:
        found = queries.memos(connection)
    found = chosen(project, found, wanted)
    if order is MemoOrder.MODIFIED:
        return found
    found = _as_written(found)
    if order is MemoOrder.CODES:
        tree = code_reading.tree(project, counts=False)
        place = {code.id: at for at, code in enumerate(tree)}
        found.sort(
            key=lambda memo: min((place[i] for i in memo.code_ids if i in place), default=len(tree))
        )
    return found


def on(project: Project, target: Target) -> list[MemoRecord]:
    """Return the memos that are attached to a thing, those written first at the top.

    No others are read: a text with two thousand memos around it is coded as fast as any.
    """
    row, links, _ = _TARGETS[target.kind]
    with project.read() as connection:
        found = queries.memo_ids_on(connection, links, f"{row}_id", target.id)
        return _as_written(queries.memos(connection, found) if found else [])


def by_id(project: Project, memo_ids: Collection[int]) -> list[MemoRecord]:
    """Return memos by their ids, those written first at the top; those gone are left out."""
    with project.read() as connection:
        return _as_written(queries.memos(connection, memo_ids) if memo_ids else [])


def _as_written(found: list[MemoRecord]) -> list[MemoRecord]:
    return sorted(found, key=lambda memo: (memo.created, memo.id))


def chosen(
    project: Project, listed: Collection[MemoRecord], wanted: MemoFilter
) -> list[MemoRecord]:
    """Return those of some memos that are wanted, in their order."""
    found = [memo for memo in listed if _passes(memo, wanted)]
    if not wanted.words.split():
        return found
    texts = live_links.as_read(project, (memo.body for memo in found), quotations=False)
    parts = wanted.words.casefold().split()
    return [
        memo
        for memo, text in zip(found, texts, strict=True)
        if all(part in f"{memo.title}\n{text}".casefold() for part in parts)
    ]


def _passes(memo: MemoRecord, wanted: MemoFilter) -> bool:
    return (
        (not wanted.kinds or memo.kind in wanted.kinds)
        and (not wanted.coders or memo.coder in wanted.coders)
        and within(memo, wanted.since, wanted.until)
        and (not wanted.attached or not wanted.attached.isdisjoint(targets_of(memo)))
        and not (wanted.project_only and targets_of(memo))
    )


def within(memo: MemoRecord, since: str, until: str) -> bool:
    """Whether a memo was written or last changed in a time, as ``MemoFilter`` means it."""
    if not since and not until:
        return True
    return any(
        stamp >= since and (not until or stamp < until) for stamp in (memo.created, memo.modified)
    )


def targets_of(memo: MemoRecord) -> frozenset[Target]:
    """Return everything that a memo is attached to."""
    ids = {
        TargetKind.DOCUMENT: memo.document_ids,
        TargetKind.CODE: memo.code_ids,
        TargetKind.PASSAGE: memo.selection_ids,
        TargetKind.RELATION: memo.relation_ids,
        TargetKind.PARADIGM: memo.paradigm_ids,
    }
    return frozenset(Target(kind, one) for kind, listed in ids.items() for one in listed)


def segments(project: Project, memo: MemoRecord) -> list[LiveSegment]:
    """Return the stretches of a memo's text with what its links show and lead to now."""
    return live_links.resolved(project, memo.body)


def bare_passages(project: Project, document_id: int) -> dict[int, Span]:
    """Return the passages of a document that carry a memo and no code, in text order.

    The key is what ``MemoRecord.selection_ids`` names. Nothing else on the screen leads to them.
    """
    with project.read() as connection:
        found = queries.bare_memo_spans(connection, document_id)
    return {selection_id: Span(*span) for selection_id, span in found.items()}


# ---------------------------------------------------------------------- writing


def create(
    project: Project,
    kind: MemoKind,
    body: str,
    *,
    title: str = "",
    document_id: int | None = None,
    code_id: int | None = None,
    passage: tuple[int, Span] | None = None,
    targets: Collection[Target] = (),
) -> int:
    """Write a memo and return its id.

    It is attached to a document, a code, a passage (document id and span), each if given, and to
    all ``targets``. Raises ``QcodeError`` when one of them is gone.
    """
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Write {kind}"), {"kind": kind.label})
    ) as writer:
        wanted = list(targets)
        if document_id is not None:
            wanted.append(Target(TargetKind.DOCUMENT, document_id))
        if code_id is not None:
            wanted.append(Target(TargetKind.CODE, code_id))
        return write(writer, kind, body, title=title, passage=passage, targets=wanted)


def write(
    writer: Writer,
    kind: MemoKind,
    body: str,
    *,
    title: str = "",
    passage: tuple[int, Span] | None = None,
    targets: Collection[Target] = (),
) -> int:
    """Write a memo inside a step that is already open; see ``create``."""
    memo_id = writer.insert(
        "memo",
        kind=kind.value,
        title=tidy(title),
        body=body.rstrip(),
        coder_id=writer.coder_id(),
    )
    _attach(writer, memo_id, targets, () if passage is None else (passage,))
    return memo_id


def edit(
    project: Project,
    memo_id: int,
    *,
    title: str | None = None,
    body: str | None = None,
    initiator: object | None = None,
) -> None:
    """Change a memo's title or body; typing merges into one step."""
    values = {
        key: text
        for key, text in (
            ("title", None if title is None else tidy(title)),
            ("body", None if body is None else body.rstrip()),
        )
        if text is not None
    }
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Edit memo")),
        merge_key=f"memo:{memo_id}",
        initiator=initiator,
    ) as writer:
        _require(writer, [memo_id])
        if values:
            writer.update_if_new("memo", memo_id, **values)


def set_kind(project: Project, memo_ids: Collection[int], kind: MemoKind) -> None:
    """Make memos of another kind; what they are attached to stays."""
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Kind of a memo: {kind}"), {"kind": kind.label})
    ) as writer:
        _require(writer, memo_ids)
        for memo_id in memo_ids:
            writer.update_if_new("memo", memo_id, kind=kind.value)


def attach(
    project: Project,
    memo_id: int,
    targets: Collection[Target],
    passages: Collection[tuple[int, Span]] = (),
) -> None:
    """Attach a memo to more things; ``passages`` are documents with spans, marked where needed.

    What it is attached to already is passed over. Raises ``QcodeError`` when the memo or a target
    is gone, or a span is empty or leaves its document.
    """
    with project.change(Message(QT_TRANSLATE_NOOP("core", "Attach memo"))) as writer:
        _require(writer, [memo_id])
        _attach(writer, memo_id, targets, passages)


def detach(project: Project, memo_id: int, targets: Collection[Target]) -> None:
    """Take a memo off some things; a passage that carries nothing any more goes.

    Without any attachment left it is a memo on the project.
    """
    with project.change(Message(QT_TRANSLATE_NOOP("core", "Detach memo"))) as writer:
        _require(writer, [memo_id])
        for kind, row_id in targets:
            table, links, _ = _TARGETS[kind]
            writer.delete_where(links, {"memo_id": memo_id, f"{table}_id": row_id})
        passages = {row_id for kind, row_id in targets if kind is TargetKind.PASSAGE}
        merging.drop_bare_selections(writer, passages)


def delete(project: Project, memo_ids: Collection[int]) -> None:
    """Delete memos; a passage that carries nothing any more goes with them."""
    with project.change(Message(QT_TRANSLATE_NOOP("core", "Delete memo"))) as writer:
        passages = merging.passages_of_memos(writer, memo_ids)
        writer.delete("memo", memo_ids)
        merging.drop_bare_selections(writer, passages)


def _require(writer: Writer, memo_ids: Collection[int]) -> None:
    if set(memo_ids) - queries.existing(writer.connection, "memo", memo_ids):
        raise QcodeError(GONE)


def _attach(
    writer: Writer,
    memo_id: int,
    targets: Collection[Target],
    passages: Collection[tuple[int, Span]],
) -> None:
    for kind, row_id in targets:
        table, _, gone = _TARGETS[kind]
        if not queries.existing(writer.connection, table, [row_id]):
            raise QcodeError(gone)
    marked = [Target(TargetKind.PASSAGE, rules.passage_of(writer, place)) for place in passages]
    for kind, row_id in dict.fromkeys((*targets, *marked)):
        table, links, _ = _TARGETS[kind]
        if not link_queries.is_attached(writer.connection, links, memo_id, table, row_id):
            writer.insert(links, memo_id=memo_id, **{f"{table}_id": row_id})
