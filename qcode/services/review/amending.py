"""From a disagreement to the codebook: codes are amended, merged and split, memos written.

Each is one step, and it is kept which disagreement led to it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from qcode.model.agreement_enums import DisagreementKind
from qcode.model.enums import MemoKind
from qcode.model.memo_records import Target, TargetKind
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.records import CodeDraft
from qcode.model.review import Amended, Amendment, Disagreement, Spans
from qcode.model.span import Span
from qcode.services import code_merging, code_reading, code_rules, memos
from qcode.services.code_life_words import AMENDED
from qcode.services.project import Project
from qcode.services.review import about, because, decisions
from qcode.store import passage_queries, queries, review_queries
from qcode.store.connection import Connection
from qcode.store.journal import Progress, no_progress

_TITLE = 60  # characters of a memo's first line by which it is named


def amend(
    project: Project,
    disagreement: Disagreement,
    code_id: int,
    field: str,
    text: str,
    *,
    initiator: object | None = None,
) -> None:
    """Change a text of a code's entry because of a disagreement, as one step.

    ``field`` is ``definition``, ``use_when``, ``not_when``, ``typical`` or ``boundary``. Going on
    with the same field from the same disagreement is the same step and one amendment. Nothing
    happens where the text is the same. Raises ``QcodeError`` when the code or the document is gone,
    or the document is hidden from who works blind.
    """
    if field not in code_reading.TEXT_FIELDS:
        raise ValueError(f"no such field of a code: {field}")
    label = code_reading.about(project, AMENDED, [code_id])
    about.require_seen(project, disagreement.document_id)
    key = f"amend:{code_id}:{field}:{disagreement.key}"
    with project.change(label, merge_key=key, initiator=initiator) as writer:
        code = code_rules.present(queries.code(writer.connection, code_id))
        if str(getattr(code, field)) == code_rules.clean(text):
            return
        kept = decisions.keep(writer, disagreement)
        if not because.rewritten(writer, kept.id, code_id, field, text):
            decisions.drop_empty(writer, kept)


def merge(
    project: Project,
    disagreement: Disagreement,
    code_ids: Collection[int],
    into: int,
    *,
    reason: str = "",
    progress: Progress = no_progress,
) -> None:
    """Merge codes into the code ``into`` because of a disagreement, as one step.

    Raises as ``codes.merge`` and ``amend`` do.
    """
    gone = [code_id for code_id in dict.fromkeys(code_ids) if code_id != into]
    label = Message(
        QT_TRANSLATE_NOOP("core", "Merge {codes} into {code} after a disagreement"),
        {
            "codes": code_reading.titles(project, gone),
            "code": code_reading.titles(project, [into]),
        },
    )
    about.require_seen(project, disagreement.document_id)
    with project.change(label) as writer:
        lost = [code_rules.present(queries.code(writer.connection, one)) for one in gone]
        code_merging.join(writer, project, gone, into, reason=reason, progress=progress)
        # What was decided went along with the codes: see ``store.decision_codes``.
        kept = decisions.keep(writer, _after_merge(disagreement, gone, into)).id
        code = code_rules.present(queries.code(writer.connection, into))
        for one in lost:
            because.note(writer, kept, code, Amended.MERGE, one.name, code.name)


def _after_merge(disagreement: Disagreement, gone: Collection[int], into: int) -> Disagreement:
    first, second = (
        into if code_id in gone else code_id
        for code_id in (disagreement.first_code_id, disagreement.second_code_id)
    )
    kind = DisagreementKind.BOUNDARY if first == second else disagreement.kind
    return replace(disagreement, kind=kind, first_code_id=first, second_code_id=second)


def split(
    project: Project,
    disagreement: Disagreement,
    code_id: int,
    coding_ids: Collection[int],
    draft: CodeDraft | None = None,
    parent_id: int | None = None,
    *,
    into: int | None = None,
    reason: str = "",
    progress: Progress = no_progress,
) -> int:
    """Split a code because of a disagreement, as one step; return the id of the other code.

    Where all that a coder has there moves, it is noted at the disagreement that this makes of it.
    Takes and raises what ``codes.split`` does.
    """
    label = code_reading.about(
        project, QT_TRANSLATE_NOOP("core", "Split {code} after a disagreement"), [code_id]
    )
    about.require_seen(project, disagreement.document_id)
    with project.change(label) as writer:
        about.require_there(writer.connection, disagreement)
        made = code_merging.move(
            writer,
            coding_ids,
            draft,
            parent_id,
            into=into,
            only_of=code_id,
            reason=reason,
            progress=progress,
        )
        after = _after_split(writer.connection, disagreement, code_id, made)
        kept = decisions.keep(writer, after).id
        code, new = (
            code_rules.present(queries.code(writer.connection, one)) for one in (code_id, made)
        )
        because.note(writer, kept, code, Amended.SPLIT, code.name, new.name)
        return made


def _after_split(
    connection: Connection, disagreement: Disagreement, code_id: int, made: int
) -> Disagreement:
    names = {coder.id: coder.name for coder in queries.coders(connection)}
    there = passage_queries.codings_within(
        connection, disagreement.document_id, disagreement.start, disagreement.end
    )

    def code_now(coder_id: int, before: int | None, spans: Spans) -> int | None:
        given = {
            one.code_id
            for one in there
            if one.coder == names.get(coder_id)
            and any(one.start < end and start < one.end for start, end in spans)
        }
        return made if before == code_id and made in given and code_id not in given else before

    one = disagreement
    first = code_now(one.first_id, one.first_code_id, one.first_spans)
    second = code_now(one.second_id, one.second_code_id, one.second_spans)
    kind = one.kind
    if kind in (DisagreementKind.BOUNDARY, DisagreementKind.CODE):
        kind = DisagreementKind.BOUNDARY if first == second else DisagreementKind.CODE
    return replace(one, kind=kind, first_code_id=first, second_code_id=second)


def write_memo(project: Project, disagreement: Disagreement, body: str) -> int:
    """Write a memo on the words and the codes of a disagreement, as one step; return its id.

    Raises as ``amend`` does.
    """
    label = Message(
        QT_TRANSLATE_NOOP("core", "Memo on a disagreement about {code}"),
        {"code": about.names(project, disagreement)},
    )
    about.require_seen(project, disagreement.document_id)
    with project.change(label) as writer:
        kept = decisions.keep(writer, disagreement).id
        made = memos.write(
            writer,
            MemoKind.THEORETICAL,
            body,
            passage=(disagreement.document_id, Span(disagreement.start, disagreement.end)),
            targets=[Target(TargetKind.CODE, code_id) for code_id in disagreement.code_ids],
        )
        code = code_rules.present(queries.code(writer.connection, disagreement.code_ids[0]))
        title = tidy(body.strip().split("\n", 1)[0])[:_TITLE]
        because.note(writer, kept, code, Amended.MEMO, "", title)
        return made


def of_disagreement(project: Project, disagreement: Disagreement) -> list[Amendment]:
    """Return what a disagreement has led to, in order of time."""
    with project.read() as connection:
        row = review_queries.decision(connection, disagreement)
        found = [] if row is None else review_queries.amendments(connection, decision_id=row.id)
    return [Amendment(*one) for one in found]


def listed(project: Project, code_guid: str | None = None) -> list[Amendment]:
    """Return all amendments in order of time, or those of one code."""
    with project.read() as connection:
        return [
            Amendment(*one) for one in review_queries.amendments(connection, code_guid=code_guid)
        ]
