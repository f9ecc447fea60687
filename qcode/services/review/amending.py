"""From a disagreement to the codebook: definitions are amended, and it is kept what led to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.names import tidy
from qcode.model.records import Code
from qcode.model.review import Amended, Amendment, Disagreement
from qcode.services import code_editing, code_reading, code_rules
from qcode.services.code_life_words import AMENDED
from qcode.services.project import Project
from qcode.services.review import decisions
from qcode.store import queries, review_queries
from qcode.store.writer import Writer


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
    decisions.require_seen(project, disagreement.document_id)
    key = f"amend:{code_id}:{field}:{disagreement.key}"
    with project.change(label, merge_key=key, initiator=initiator) as writer:
        code = code_rules.present(queries.code(writer.connection, code_id))
        before, after = str(getattr(code, field)), code_rules.clean(text)
        if before == after:
            return
        code_editing.fill(writer, code_id, {field: text})
        kept = decisions.keep(writer, disagreement)
        going_on = review_queries.amendment_of_step(writer.connection, kept.id, code.guid, field)
        if going_on is None:
            _note(writer, kept.id, code, field, before, after)
        elif going_on[1] == after:
            writer.delete("amendment", [going_on[0]])  # back at the text of the beginning
            decisions.drop_empty(writer, kept)
        else:
            writer.update("amendment", going_on[0], after=after)


def note_merge(
    project: Project, disagreement: Disagreement, gone: Sequence[Code], into_id: int
) -> None:
    """Keep that codes were merged into another because of a disagreement, after it was done."""
    label = code_reading.about(
        project, QT_TRANSLATE_NOOP("core", "Merged into {code} after a disagreement"), [into_id]
    )
    lost = {code.id for code in gone}
    first, second = (
        into_id if code_id in lost else code_id
        for code_id in (disagreement.first_code_id, disagreement.second_code_id)
    )
    # What is kept about it went along with the codes: see ``store.model_merging``.
    about = replace(disagreement, first_code_id=first, second_code_id=second)
    decisions.require_seen(project, disagreement.document_id)
    with project.change(label) as writer:
        into = code_rules.present(queries.code(writer.connection, into_id))
        kept = decisions.keep(writer, about).id
        for code in gone:
            _note(writer, kept, into, Amended.MERGE, code.name, into.name)


def note_split(project: Project, disagreement: Disagreement, code_id: int, new_id: int) -> None:
    """Keep that a code was split because of a disagreement, after it was done."""
    label = code_reading.about(
        project, QT_TRANSLATE_NOOP("core", "Split {code} after a disagreement"), [code_id]
    )
    decisions.require_seen(project, disagreement.document_id)
    with project.change(label) as writer:
        code, new = (
            code_rules.present(queries.code(writer.connection, one)) for one in (code_id, new_id)
        )
        kept = decisions.keep(writer, disagreement).id
        _note(writer, kept, code, Amended.SPLIT, code.name, new.name)


def note_memo(project: Project, disagreement: Disagreement, code_id: int, title: str) -> None:
    """Keep that a memo was written because of a disagreement, after it was done."""
    label = code_reading.about(
        project, QT_TRANSLATE_NOOP("core", "Memo on {code} after a disagreement"), [code_id]
    )
    decisions.require_seen(project, disagreement.document_id)
    with project.change(label) as writer:
        code = code_rules.present(queries.code(writer.connection, code_id))
        kept = decisions.keep(writer, disagreement).id
        _note(writer, kept, code, Amended.MEMO, "", tidy(title))


def _note(
    writer: Writer, decision_id: int, code: Code, field: str, before: str, after: str
) -> None:
    writer.insert(
        "amendment",
        decision_id=decision_id,
        code_guid=code.guid,
        code_name=code.name,
        field=str(field),
        before=before,
        after=after,
        coder_id=writer.coder_id(),
    )


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
