"""Memos as Word prints them: in order of time or of codes, with their links as they read now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from qcode.model.memo_pages import Attachment, MemoPage, MemoPages
from qcode.model.records import Code, Document, MemoRecord
from qcode.model.report import PageSetup
from qcode.model.theory_records import MemoFilter, MemoOrder, Relation, TargetKind
from qcode.services import code_reading, live_links, memos, paradigms, relations, terms
from qcode.services.exporting import Progress, nothing, require_ending
from qcode.services.project import Project
from qcode.services.quoted_passages import Quoted, quoted
from qcode.store import queries

__all__ = ["ENDINGS", "gather", "write"]

ENDINGS = (".docx",)


@dataclass(frozen=True, slots=True)
class _Things:
    """What memos can be attached to, by id."""

    codes: Mapping[int, Code]
    documents: Mapping[int, Document]
    passages: Mapping[int, Quoted]
    relations: Mapping[int, Relation]
    paradigms: Mapping[int, str]


def gather(
    project: Project,
    order: MemoOrder = MemoOrder.CREATED,
    wanted: MemoFilter = memos.EVERYTHING,
    *,
    today: date | None = None,
) -> MemoPages:
    """Gather the memos that are wanted; in the order of codes each stands under its first code."""
    found = memos.listed(project, wanted, order)
    tree = code_reading.tree(project, counts=False)
    with project.read() as connection:
        documents = {one.id: one for one in queries.documents(connection, counts=False)}
        bodies = [tuple(live_links.segments(connection, memo.body)) for memo in found]
    things = _Things(
        {code.id: code for code in tree},
        documents,
        quoted(project, {one for memo in found for one in memo.selection_ids}),
        {one.id: one for one in relations.listed(project)},
        {one.id: one.name for one in paradigms.listed(project)},
    )
    place = {code.id: at for at, code in enumerate(tree)}
    pages = []
    for memo, body in zip(found, bodies, strict=True):
        under = sorted((i for i in memo.code_ids if i in place), key=place.__getitem__)
        code = things.codes[under[0]] if under and order is MemoOrder.CODES else None
        pages.append(
            MemoPage(
                title=memo.title,
                kind=memo.kind,
                coder=memo.coder,
                created=memo.created,
                modified=memo.modified,
                on=tuple(_attachments(memo, things)),
                segments=body,
                code=code.title if code else "",
                color=code.color if code else "",
            )
        )
    day = (today or datetime.now().astimezone().date()).isoformat()
    return MemoPages(project.name, day, order, tuple(pages))


def _attachments(memo: MemoRecord, things: _Things) -> Iterator[Attachment]:
    for code_id in memo.code_ids:
        yield Attachment(TargetKind.CODE, things.codes[code_id].title)
    for relation_id in memo.relation_ids:
        one = things.relations[relation_id]
        yield Attachment(
            TargetKind.RELATION,
            things.codes[one.source_id].title,
            type_key=one.key,
            type_name=one.label if isinstance(one.label, str) else one.label.text(),
            target=things.codes[one.target_id].title,
        )
    for paradigm_id in memo.paradigm_ids:
        yield Attachment(TargetKind.PARADIGM, things.paradigms[paradigm_id])
    for document_id in memo.document_ids:
        yield Attachment(TargetKind.DOCUMENT, things.documents[document_id].title)
    for selection_id in memo.selection_ids:
        if (passage := things.passages.get(selection_id)) is not None:
            # A passage without codes has no place among the coded ones.
            label = passage.label.removesuffix("-00")
            yield Attachment(TargetKind.PASSAGE, label, passage.quote)


def write(
    project: Project,
    out: Path,
    order: MemoOrder = MemoOrder.CREATED,
    setup: PageSetup | None = None,
    *,
    wanted: MemoFilter = memos.EVERYTHING,
    progress: Progress = nothing,
) -> int:
    """Write the memos that are wanted as Word, and return how many there are.

    Raises ``QcodeError`` for another ending and for a file that cannot be written. ``progress`` as
    in ``exporting.write_codebook``.
    """
    from qcode.formats import memos_docx

    require_ending(out, ENDINGS)
    progress(0, 2)
    gathered = gather(project, order, wanted)
    progress(1, 2)
    memos_docx.write(gathered, out, terms.page_setup(project, setup))
    return len(gathered.pages)
