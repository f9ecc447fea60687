"""What a disagreement is about: whether it is there and may be seen, and what it is called."""

from __future__ import annotations

from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.review import Disagreement
from qcode.services.project import Project
from qcode.store import agreement_queries, queries
from qcode.store.connection import Connection


def require_seen(project: Project, document_id: int) -> None:
    """Refuse a document in which the work of others is hidden from who acts."""
    with project.read() as connection:
        if connection.limit is None:
            return
        finished = agreement_queries.finished(connection, [connection.limit])
        if (document_id, connection.limit) not in finished:
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core",
                    "What others coded in this document is hidden from you while you work blind;"
                    " finish it first.",
                )
            )


def require_there(connection: Connection, disagreement: Disagreement) -> None:
    """Refuse what is about a document or a coder that is gone."""
    if not queries.existing(connection, "document", [disagreement.document_id]):
        raise QcodeError(QT_TRANSLATE_NOOP("core", "This document no longer exists."))
    both = {disagreement.first_id, disagreement.second_id}
    if both - queries.existing(connection, "coder", both):
        raise QcodeError(QT_TRANSLATE_NOOP("core", "This coder no longer exists."))


def names(project: Project, disagreement: Disagreement) -> str:
    """Return what the label of a step calls the codes of a disagreement."""
    with project.read() as connection:
        found = (queries.code(connection, code_id) for code_id in disagreement.code_ids)
        return " / ".join(code.name for code in found if code is not None)


def with_coders(project: Project, disagreement: Disagreement, label: Message) -> Message:
    """Return the label of a verdict with the names of the two coders in it."""
    with project.read() as connection:
        names = {coder.id: coder.name for coder in queries.coders(connection)}
    first, second = disagreement.first_id, disagreement.second_id
    return Message(label.template, {"first": names.get(first, ""), "second": names.get(second, "")})
