"""Memos: written, edited, attached, deleted. A memo without attachment is about the project."""

from __future__ import annotations

from collections.abc import Collection

from qcode.model.enums import MemoKind
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.records import MemoRecord
from qcode.model.span import Span
from qcode.services import codes, codings, documents
from qcode.services.project import Project
from qcode.store import merging, queries


def listed(project: Project) -> list[MemoRecord]:
    """Return all memos, the one changed last first."""
    with project.read() as connection:
        return queries.memos(connection)


def bare_passages(project: Project, document_id: int) -> dict[int, Span]:
    """Return the passages of a document that carry a memo and no code, in text order.

    The key is what ``MemoRecord.selection_ids`` names. Nothing else on the screen leads to them.
    """
    with project.read() as connection:
        found = queries.bare_memo_spans(connection, document_id)
    return {selection_id: Span(*span) for selection_id, span in found.items()}


def create(
    project: Project,
    kind: MemoKind,
    body: str,
    *,
    title: str = "",
    document_id: int | None = None,
    code_id: int | None = None,
    passage: tuple[int, Span] | None = None,
) -> int:
    """Write a memo and return its id.

    It is attached to a document, a code, or a passage (document id and span), each if given.
    """
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Write {kind}"), {"kind": kind.label})
    ) as writer:
        if document_id is not None:
            documents.require(writer, [document_id])
        if code_id is not None:
            codes.require(writer, [code_id])
        memo_id = writer.insert(
            "memo",
            kind=kind.value,
            title=tidy(title),
            body=body.rstrip(),
            coder_id=writer.coder_id(),
        )
        if document_id is not None:
            writer.insert("memo_link", memo_id=memo_id, document_id=document_id)
        if code_id is not None:
            writer.insert("memo_link", memo_id=memo_id, code_id=code_id)
        if passage is not None:
            selection = codings.passage_at(writer, *passage)
            writer.insert("memo_link", memo_id=memo_id, selection_id=selection)
        return memo_id


def edit(
    project: Project, memo_id: int, *, title: str | None = None, body: str | None = None
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
        Message(QT_TRANSLATE_NOOP("core", "Edit memo")), merge_key=f"memo:{memo_id}"
    ) as writer:
        if not queries.existing(writer.connection, "memo", [memo_id]):
            raise QcodeError(QT_TRANSLATE_NOOP("core", "This memo no longer exists."))
        if values:
            writer.update_if_new("memo", memo_id, **values)


def delete(project: Project, memo_ids: Collection[int]) -> None:
    """Delete memos; a passage that carries nothing any more goes with them."""
    with project.change(Message(QT_TRANSLATE_NOOP("core", "Delete memo"))) as writer:
        passages = merging.passages_of_memos(writer, memo_ids)
        writer.delete("memo", memo_ids)
        merging.drop_bare_selections(writer, passages)
