"""Rounds: who was compared on what, with which codebook, and what came out, kept as it was."""

from __future__ import annotations

from qcode.model.agreement import Agreement
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.review import Round
from qcode.services import codebook_states
from qcode.services import theory_rules as rules
from qcode.services.agreement.gathering import Gathered
from qcode.services.code_rules import clean
from qcode.services.codebook_states import Snapshot
from qcode.services.project import Project
from qcode.services.review import round_json
from qcode.services.review.negotiating import negotiated
from qcode.store import review_queries, version_queries

__all__ = ["delete", "describe", "figures", "freeze", "listed", "negotiated"]

_ROUND = rules.Named(
    "agreement_round",
    gone=QT_TRANSLATE_NOOP("core", "This round of comparing no longer exists."),
    empty=QT_TRANSLATE_NOOP("core", "A round of comparing needs a name."),
    taken=QT_TRANSLATE_NOOP("core", "There is already a round “{name}”."),
)


def freeze(
    project: Project,
    gathered: Gathered,
    agreement: Agreement,
    name: str,
    note: str = "",
    *,
    snapshot: Snapshot | None = None,
) -> int:
    """Keep figures with what they are figures of and the codebook, as one step; return the id.

    ``snapshot`` is one that ``versions.take`` took in a worker, so that nothing is counted in the
    step. Raises ``QcodeError`` when the name is empty or taken.
    """
    request, figured = round_json.request_json(gathered), round_json.figures_json(agreement)
    label = Message(QT_TRANSLATE_NOOP("core", "Keep round “{name}”"), {"name": tidy(name)})
    with project.change(label) as writer:
        others = review_queries.round_names(writer.connection).values()
        named = rules.free_name(_ROUND, others, name)
        kept = snapshot or codebook_states.taken(writer.connection)
        return writer.insert(
            "agreement_round",
            name=named,
            note=clean(note),
            request=request,
            figures=figured,
            snapshot_id=version_queries.keep(writer, kept.sha256, kept.body),
            coder_id=writer.coder_id(),
        )


def describe(project: Project, round_id: int, name: str, note: str) -> None:
    """Give a round another name and note, as one step.

    Raises ``QcodeError`` when it is gone, or the name is empty or taken.
    """
    label = Message(
        QT_TRANSLATE_NOOP("core", "Name and note of round “{name}”"), {"name": tidy(name)}
    )
    with project.change(label) as writer:
        rules.require(writer, _ROUND, [round_id])
        known = review_queries.round_names(writer.connection)
        others = (other for i, other in known.items() if i != round_id)
        named = rules.free_name(_ROUND, others, name)
        writer.update("agreement_round", round_id, name=named, note=clean(note))


def delete(project: Project, round_id: int) -> None:
    """Delete a round; raises ``QcodeError`` when it is gone."""
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Delete a round of comparing"))
    ) as writer:
        rules.require(writer, _ROUND, [round_id])
        writer.delete("agreement_round", [round_id])


def listed(project: Project) -> list[Round]:
    """Return the rounds in order of time; who works blind sees them once all is finished."""
    with project.read() as connection:
        return review_queries.rounds(connection)


def figures(project: Project, round_id: int) -> Agreement:
    """Return the figures of a round as they were; codes and documents have names of that day.

    Ids are those of now, 0 for what is gone. Codes that neither of a pair used are not among the
    figures of the pair. Raises ``QcodeError`` when the round is gone, or hidden.
    """
    with project.read() as connection:
        kept = review_queries.round_json(connection, round_id)
        if kept is None:
            raise QcodeError(_ROUND.gone)
        ids = {
            table: review_queries.ids_by_guid(connection, table)
            for table in ("coder", "code", "document")
        }
    return round_json.agreement_of(*kept, ids)
