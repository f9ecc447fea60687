"""Codes merged into one, and split in two: passages change hands, nothing of them is lost.

Both are one step, however many passages there are; ``progress`` hears of each portion of them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qcode.model.enums import CodeEventKind
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.records import CodeDraft, Coding
from qcode.services import code_events
from qcode.services import code_rules as rules
from qcode.services.code_editing import insert
from qcode.services.code_events import Named
from qcode.services.code_moves import delete_rows
from qcode.services.code_reading import TEXT_FIELDS, all_by_id, titles
from qcode.services.project import Project
from qcode.store import log_queries, merging, model_merging, passage_queries, queries
from qcode.store.journal import Progress, no_progress
from qcode.store.writer import Writer


def merge(
    project: Project,
    code_ids: Collection[int],
    into: int,
    *,
    reason: str = "",
    progress: Progress = no_progress,
) -> None:
    """Merge codes into the code ``into``: its passages, children and memos take theirs in.

    A passage that the same coder gave both codes keeps one coding; a memo on the lost one is
    added to the kept one. Empty texts of the entry are filled from the merged codes. The log keeps
    what was merged and the ``reason``. Raises ``QcodeError`` when a child would be higher than its
    new parent or ``into`` lies below.
    """
    gone = [code_id for code_id in dict.fromkeys(code_ids) if code_id != into]
    label = Message(
        QT_TRANSLATE_NOOP("core", "Merge {codes} into {code}"),
        {"codes": titles(project, gone), "code": titles(project, [into])},
    )
    with project.change(label) as writer:
        join(writer, project, gone, into, reason=reason, progress=progress)


def join(
    writer: Writer,
    project: Project,
    gone: Sequence[int],
    into: int,
    *,
    reason: str = "",
    progress: Progress = no_progress,
) -> None:
    """Merge codes inside a step that is already open and has not changed any; see ``merge``."""
    codes = all_by_id(project)
    target = rules.known(codes, into)
    rules.require_all(codes, gone)
    for code_id in gone:
        if code_id in rules.above(codes, into):
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core",
                    "“{code}” contains “{into}”; move “{into}” out of it before merging.",
                ),
                code=codes[code_id].name,
                into=target.name,
            )
    present = [c for c in codes.values() if c.parent_id == into and c.id not in gone]
    coming = [c for i in gone for c in codes.values() if c.parent_id == i and c.id not in gone]
    rules.require_free_places((c.name for c in present), (c.name for c in coming))
    last = max((c.position for c in codes.values() if c.parent_id == into), default=-1)
    for place, child in enumerate(coming, last + 1):
        rules.require_kind(target, child.kind, child.name)
        writer.update("code", child.id, parent_id=into, position=place)
    texts = {key: getattr(target, key) for key in TEXT_FIELDS}
    passages = log_queries.passages_of(writer.connection, gone)
    merging.move_codings(writer, merging.codings_of(writer, gone), into, progress)
    for code_id in gone:
        merging.move_memo_links(writer, code_id, into)
        for key in TEXT_FIELDS:
            texts[key] = texts[key] or getattr(codes[code_id], key)
    model_merging.join_model(writer, gone, into)
    writer.update("code", into, **texts)
    delete_rows(writer, codes, gone)
    kept = Named.of(target)
    happened = [(Named.of(codes[i]), kept, passages.get(i, 0)) for i in gone]
    code_events.record(writer, CodeEventKind.MERGE, happened, reason)


def split(
    project: Project,
    code_id: int,
    coding_ids: Collection[int],
    draft: CodeDraft | None = None,
    parent_id: int | None = None,
    *,
    into: int | None = None,
    reason: str = "",
    progress: Progress = no_progress,
) -> int:
    """Move some codings of a code to a new code, or to the code ``into``; return that code's id.

    The new code is made from ``draft`` under ``parent_id``. Coder, memo, mark and passage of each
    coding stay; see ``merge`` for a passage that has both codes already. The log keeps what was
    split and the ``reason``. Raises ``QcodeError`` when
    there is no coding, one is gone or no longer of that code, or the new code cannot be made, and
    ValueError when ``into`` is the code itself, or both or neither of ``draft`` and ``into`` are
    given.
    """
    return recode_many(
        project,
        coding_ids,
        draft,
        parent_id,
        into=into,
        only_of=code_id,
        reason=reason,
        progress=progress,
    )


def recode_many(
    project: Project,
    coding_ids: Collection[int],
    draft: CodeDraft | None = None,
    parent_id: int | None = None,
    *,
    into: int | None = None,
    only_of: int | None = None,
    reason: str = "",
    progress: Progress = no_progress,
) -> int:
    """Give codings of any codes a new code or the code ``into``; return its id. See ``split``.

    Where a new code is made of them, each code that they leave was split.
    """
    target: Message | str = tidy(draft.name) if draft else titles(project, [into or 0])
    label = Message(
        QT_TRANSLATE_NOOP("core", "Move {count} passages to {code}"),
        {"count": len(set(coding_ids)), "code": target},
    )
    if len(set(coding_ids)) == 1:
        label = Message(QT_TRANSLATE_NOOP("core", "Recode as {code}"), {"code": target})
    with project.change(label) as writer:
        return move(
            writer,
            coding_ids,
            draft,
            parent_id,
            into=into,
            only_of=only_of,
            reason=reason,
            progress=progress,
        )


def move(
    writer: Writer,
    coding_ids: Collection[int],
    draft: CodeDraft | None = None,
    parent_id: int | None = None,
    *,
    into: int | None = None,
    only_of: int | None = None,
    reason: str = "",
    progress: Progress = no_progress,
) -> int:
    """Give codings another code inside a step that is already open; see ``recode_many``."""
    if (draft is None) is (into is None) or (into is not None and into == only_of):
        raise ValueError("name either a new code or another existing one")
    wanted = set(coding_ids)
    if not wanted:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "Choose at least one passage first."))
    found = passage_queries.codings(writer.connection, wanted)
    if len(found) < len(wanted) or any(
        only_of is not None and coding.code_id != only_of for coding in found
    ):
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "Some of these passages no longer carry the code; look at the list again.",
            )
        )
    code_id = into
    if draft is not None:
        code_id = insert(writer, draft, parent_id)
    assert code_id is not None
    rules.require(writer, [code_id])
    leaving = [coding for coding in found if coding.code_id != code_id]
    merging.move_codings(writer, [coding.id for coding in leaving], code_id, progress)
    if draft is not None or only_of is not None:
        _record_split(writer, leaving, code_id, reason)
    return code_id


def _record_split(writer: Writer, leaving: Collection[Coding], into: int, reason: str) -> None:
    passages: dict[int, set[int]] = {}
    for coding in leaving:
        passages.setdefault(coding.code_id, set()).add(coding.selection_id)
    named = {
        code_id: Named.of(rules.present(queries.code(writer.connection, code_id)))
        for code_id in (into, *passages)
    }
    happened = [(named[i], named[into], len(listed)) for i, listed in passages.items()]
    code_events.record(writer, CodeEventKind.SPLIT, happened, reason)
