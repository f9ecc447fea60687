"""A disagreement is decided: the consensus gets what follows from it, and the reason is kept.

A coding that decisions made is linked to each of them, and goes with the last. One that the
consensus had anyway, coded by hand or taken over, is used as it is and stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qcode.model.agreement_enums import Verdict
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.review import TURNED_VERDICT, Decided, Disagreement, Stretch
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.services.code_life_words import DECIDED, NOTED
from qcode.services.code_rules import clean
from qcode.services.project import Project
from qcode.services.review import about, because, consensus
from qcode.services.review.memos import Memos
from qcode.services.review.outcomes import Outcome, outcome
from qcode.store import merging, passage_queries, review_queries
from qcode.store.writer import Writer

__all__ = ["decide", "drop_empty", "keep", "note", "of", "outcome", "reopen"]


def decide(
    project: Project,
    disagreement: Disagreement,
    verdict: Verdict,
    *,
    reason: str = "",
    spans: Sequence[Stretch] | None = None,
    code_id: int | None = None,
    into_use: bool = False,
    initiator: object | None = None,
) -> int:
    """Decide about a disagreement, as one step, and return the decision's id.

    The consensus gets: ``FIRST``, ``SECOND`` what that coder coded (nothing where they coded
    nothing); ``BOTH`` both; ``UNION`` and ``INTERSECTION`` every code that was given, on the words
    that either or both of them marked; ``EDIT`` every code that was given, on ``spans``;
    ``OTHER_CODE`` the code ``code_id`` on ``spans``, without them on the union; ``REJECT`` and
    ``ACCEPT`` (they agree to differ) nothing. What an earlier verdict on the same disagreement made
    goes. The reason becomes the memo of the codings; without ``reason`` what was noted before
    stays. With ``into_use`` it also comes to what the codebook says of when to use the code that
    was decided for (of the first one that was given, where that is more than one or none). The
    coders' own codings are never touched.

    Raises ``QcodeError`` when the document, a coder or a code is gone, nothing is left of the
    overlap, a span leaves the document, is empty or blank, or the document is hidden from who works
    blind; ValueError for ``OPEN`` (see ``reopen``), and when ``spans`` or ``code_id`` is missing.
    """
    wanted = outcome(disagreement, verdict, spans=spans, code_id=code_id)
    said = clean(reason)
    into_use = into_use and bool(said)
    label = Message(
        DECIDED if into_use else QT_TRANSLATE_NOOP("core", "Decide on {code}: {verdict}"),
        {
            "code": about.names(project, disagreement),
            "verdict": about.with_coders(project, disagreement, verdict.label),
        },
    )
    about.require_seen(project, disagreement.document_id)
    with project.change(label, initiator=initiator) as writer:
        kept = keep(writer, disagreement)
        memos = Memos(writer)
        before = review_queries.linked_codings(writer.connection, kept.id)
        memos.remember(before)
        update(writer, kept, verdict, said or kept.reason)
        _settle(writer, project, kept, disagreement.document_id, wanted, memos)
        memos.follow()
        if into_use:
            because.added_to_use(writer, kept.id, _meant(disagreement, verdict, code_id), said)
        return kept.id


def reopen(
    project: Project, disagreement: Disagreement, *, initiator: object | None = None
) -> None:
    """Take a verdict back, with what it had made in the consensus; a reason stays as a note.

    Nothing happens where there is none.
    """
    label = Message(
        QT_TRANSLATE_NOOP("core", "Open the decision on {code} again"),
        {"code": about.names(project, disagreement)},
    )
    about.require_seen(project, disagreement.document_id)
    with project.change(label, initiator=initiator) as writer:
        row = review_queries.decision(writer.connection, disagreement)
        if row is None or row.verdict is Verdict.OPEN:
            return
        kept = keep(writer, disagreement)
        memos = Memos(writer)
        memos.remember(review_queries.linked_codings(writer.connection, kept.id))
        update(writer, kept, Verdict.OPEN, kept.reason)
        _settle(writer, project, kept, disagreement.document_id, (), memos)
        memos.follow()
        drop_empty(writer, kept._replace(verdict=Verdict.OPEN))


def note(
    project: Project,
    disagreement: Disagreement,
    text: str,
    *,
    into_use: bool = False,
    initiator: object | None = None,
) -> None:
    """Write down a thought, or another reason, without changing the verdict.

    Typing merges into one step. ``into_use`` and what is raised: as for ``decide``.
    """
    wanted = clean(text)
    into_use = into_use and bool(wanted)
    label = Message(
        NOTED if into_use else QT_TRANSLATE_NOOP("core", "Note on a disagreement about {code}"),
        {"code": about.names(project, disagreement)},
    )
    key = "" if into_use else f"note:{disagreement.key}"
    about.require_seen(project, disagreement.document_id)
    with project.change(label, merge_key=key, initiator=initiator) as writer:
        if not wanted and review_queries.decision(writer.connection, disagreement) is None:
            return
        kept = keep(writer, disagreement)
        memos = Memos(writer)
        linked = review_queries.linked_codings(writer.connection, kept.id)
        memos.remember(linked)
        update(writer, kept, kept.verdict, wanted)
        memos.follow()
        if into_use:
            made = passage_queries.codings(writer.connection, linked)
            other = min((one.code_id for one in made), default=None)
            code_id = _meant(disagreement, kept.verdict, other)
            because.added_to_use(writer, kept.id, code_id, wanted)
        drop_empty(writer, kept._replace(reason=wanted))


def _meant(disagreement: Disagreement, verdict: Verdict, other: int | None) -> int:
    """Return the code that a verdict is for; ``other`` is that of ``OTHER_CODE``."""
    codes_for = {Verdict.SECOND: disagreement.second_code_id, Verdict.OTHER_CODE: other}
    found = codes_for.get(verdict)
    return disagreement.code_ids[0] if found is None else found


def of(project: Project, disagreement: Disagreement) -> Decided | None:
    """Return what was decided or noted about a disagreement, None where nothing was."""
    with project.read() as connection:
        row = review_queries.decision(connection, disagreement)
    if row is None:
        return None
    turned = row.disagreement.first_id != disagreement.first_id
    verdict = TURNED_VERDICT.get(row.verdict, row.verdict) if turned else row.verdict
    return Decided(row.id, verdict, row.reason, row.coder, row.created, row.modified)


# ---------------------------------------------------------------------- inside a step


class Kept(NamedTuple):
    """A decision as it is kept; ``turned``: it names the coders in the other order."""

    id: int
    turned: bool
    verdict: Verdict  # in the order of the disagreement that was asked for
    reason: str


def keep(writer: Writer, disagreement: Disagreement) -> Kept:
    """Return the decision on a disagreement, made without a verdict where there is none yet.

    Raises ``QcodeError`` when the document, a coder or a code is gone.
    """
    row = review_queries.decision(writer.connection, disagreement)
    if row is not None:
        turned = row.disagreement.first_id != disagreement.first_id
        verdict = TURNED_VERDICT.get(row.verdict, row.verdict) if turned else row.verdict
        return Kept(row.id, turned, verdict, row.reason)
    about.require_there(writer.connection, disagreement)
    codes.require(writer, disagreement.code_ids)
    # Always the same of the two first, so that equal disagreements are equal rows.
    turned = disagreement.first_id > disagreement.second_id
    one = disagreement.turned() if turned else disagreement
    made = writer.insert(
        "decision",
        document_id=one.document_id,
        kind=one.kind.value,
        first_id=one.first_id,
        second_id=one.second_id,
        first_code_id=one.first_code_id,
        second_code_id=one.second_code_id,
        first_spans=review_queries.spans_json(one.first_spans),
        second_spans=review_queries.spans_json(one.second_spans),
        verdict=Verdict.OPEN.value,
        coder_id=writer.coder_id(),
    )
    return Kept(made, turned, Verdict.OPEN, "")


def update(writer: Writer, kept: Kept, verdict: Verdict, reason: str) -> None:
    """Give a decision another verdict or reason; who acts has then decided it."""
    if (verdict, reason) == (kept.verdict, kept.reason):
        return
    stored = TURNED_VERDICT.get(verdict, verdict) if kept.turned else verdict
    writer.update(
        "decision",
        kept.id,
        verdict=stored.value,
        reason=reason,
        coder_id=writer.coder_id(),
        modified=writer.at,
    )


def drop_empty(writer: Writer, kept: Kept) -> None:
    """Delete an open decision that says nothing and has led to nothing."""
    says = kept.reason or kept.verdict is not Verdict.OPEN
    if not says and not review_queries.is_amended(writer.connection, kept.id):
        writer.delete("decision", [kept.id])


def _settle(
    writer: Writer,
    project: Project,
    kept: Kept,
    document_id: int,
    wanted: Outcome,
    memos: Memos,
) -> None:
    """Give the consensus what follows from a decision, and take back what no longer does."""
    before = review_queries.linked_codings(writer.connection, kept.id)
    staying: set[int] = set()
    for code_id, span in wanted:
        coding_id, known = _coding(writer, project, document_id, code_id, span)
        staying.add(coding_id)
        if coding_id in before:
            continue
        links = review_queries.links(writer.connection, coding_id)
        if known and not links:
            continue  # it was there before anything was decided, and stays whatever is decided
        memos.remember([coding_id])
        writer.insert("decision_coding", decision_id=kept.id, coding_id=coding_id)
    leaving = {one: row for one, row in before.items() if one not in staying}
    for coding_id in leaving:
        writer.delete_where("decision_coding", {"decision_id": kept.id, "coding_id": coding_id})
    gone = [coding_id for coding_id, (_, links) in leaving.items() if links == 1]
    writer.delete("coding", gone)
    merging.drop_bare_selections(writer, {leaving[coding_id][0] for coding_id in gone})


def _coding(
    writer: Writer, project: Project, document_id: int, code_id: int, span: Stretch
) -> tuple[int, bool]:
    """Return the coding of the consensus, made where it has none, and whether it had it."""
    who = consensus.require(writer)
    passage = passage_queries.selection_id(writer.connection, document_id, *span)
    if passage is None:
        passage = codings.passage_at(writer, document_id, Span(*span), project.texts)
    found = passage_queries.coding_id(writer.connection, passage, code_id, who)
    if found is not None:
        return found, True
    return codings.add(writer, passage, code_id, who), False
