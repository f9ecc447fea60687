"""Codings: a code on a passage by a coder. Applied, removed, commented, marked, listed.

A passage is a span of a document (code points, half-open) and is shared by everything on exactly
that span. The same code on the same span by the same coder a second time is no change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.records import CodeDraft, Coding, Document
from qcode.model.span import Span
from qcode.model.stamps import new_guid
from qcode.services import codes
from qcode.services.kept_text import KeptText
from qcode.services.project import Project
from qcode.store import merging, model_merging, passage_queries, queries
from qcode.store.writer import Writer

IN_VIVO_NAME = 80  # code points of a passage that still make a readable name
GONE = QT_TRANSLATE_NOOP("core", "This coding no longer exists.")


# ---------------------------------------------------------------------- reading


def of_document(project: Project, document_id: int) -> list[Coding]:
    """Return a document's codings by start, longer ones first."""
    with project.read() as connection:
        return passage_queries.codings_of_document(connection, document_id)


def within(project: Project, document_id: int, span: Span) -> list[Coding]:
    """Return a document's codings that share a character with ``span``, in no order."""
    with project.read() as connection:
        return passage_queries.codings_within(connection, document_id, span.start, span.end)


def by_id(project: Project, coding_ids: Iterable[int]) -> list[Coding]:
    """Return codings by id; those that no longer exist are left out."""
    with project.read() as connection:
        return passage_queries.codings(connection, coding_ids)


def among(project: Project, coding_ids: Iterable[int], document_id: int) -> list[Coding]:
    """Return those of some codings that lie in a document, in no order."""
    with project.read() as connection:
        return passage_queries.codings_among(connection, coding_ids, document_id)


# ---------------------------------------------------------------------- applying and removing


def apply(
    project: Project,
    document_id: int,
    spans: Sequence[Span],
    code_ids: Sequence[int],
    *,
    initiator: object | None = None,
) -> list[int]:
    """Put codes on spans as the current coder; return the ids of the codings, new or old.

    Raises ``QcodeError`` when a span is empty, blank or outside the document, or a code is gone.
    """
    if not code_ids:
        return []  # a passage without a code would be left behind
    label = codes.naming(QT_TRANSLATE_NOOP("core", "Apply {code}"), code_ids)
    with project.change(label, initiator=initiator) as writer:
        passages = _passages_at(writer, document_id, spans, project.texts)
        return _add(writer, passages, code_ids)


def in_vivo(
    project: Project,
    document_id: int,
    span: Span,
    parent_id: int | None = None,
    *,
    initiator: object | None = None,
) -> int:
    """Make the passage's own words a concept and put it on them; return the coding's id.

    Where a concept of these words exists, it is used. Words beyond 80 characters are cut off.
    """
    with project.read() as connection:
        text = project.texts.read(connection, document_id) or ""
    name = tidy(span.of(text))
    if len(name) > IN_VIVO_NAME:
        name = f"{name[:IN_VIVO_NAME].rstrip()}…"
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Code in vivo “{name}”"), {"name": name}),
        initiator=initiator,
    ) as writer:
        passage = passage_at(writer, document_id, span, project.texts)
        known = [
            code.id
            for code in queries.codes(writer.connection)
            if code.name.casefold() == name.casefold() and code.kind is CodeKind.CONCEPT
        ]
        code_id = (
            known[0]
            if known
            else codes.insert(writer, CodeDraft(name, CodeKind.CONCEPT), parent_id)
        )
        return add(writer, passage, code_id, writer.coder_id())


def create_and_apply(
    project: Project,
    document_id: int,
    span: Span,
    draft: CodeDraft,
    parent_id: int | None = None,
    *,
    also: Sequence[Span] = (),
    initiator: object | None = None,
) -> int:
    """Make a code and put it on a span, as one step; return the coding's id.

    ``also`` are further spans of the document that get the code in the same step.
    """
    with project.change(
        Message(
            QT_TRANSLATE_NOOP("core", "Apply new {kind} {name}"),
            {"kind": draft.kind.label, "name": tidy(draft.name)},
        ),
        initiator=initiator,
    ) as writer:
        places = _passages_at(writer, document_id, (span, *also), project.texts)
        code_id = codes.insert(writer, draft, parent_id)
        return _add(writer, places, [code_id])[0]


def remove(project: Project, coding_ids: Collection[int], *, initiator: object = None) -> None:
    """Take codings away; a passage that carries nothing any more goes with them."""
    listed = by_id(project, coding_ids)
    titles = codes.titles(project, list(dict.fromkeys(coding.code_id for coding in listed)))
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Remove {code}"), {"code": titles}), initiator=initiator
    ) as writer:
        gone = passage_queries.codings(writer.connection, coding_ids)
        writer.delete("coding", coding_ids)
        merging.drop_bare_selections(writer, {coding.selection_id for coding in gone})


def recode(
    project: Project, coding_ids: Collection[int], code_id: int, *, initiator: object = None
) -> None:
    """Give codings another code; coder, memo and passage stay."""
    label = codes.naming(QT_TRANSLATE_NOOP("core", "Recode as {code}"), [code_id])
    with project.change(label, initiator=initiator) as writer:
        codes.require(writer, [code_id])
        for coding in passage_queries.codings(writer.connection, coding_ids):
            if coding.code_id == code_id:
                continue
            twin = passage_queries.coding_id(
                writer.connection, coding.selection_id, code_id, writer.coder_id(coding.coder)
            )
            if twin is None:
                writer.update("coding", coding.id, code_id=code_id, modified=writer.at)
            else:
                merging.join_codings(writer, coding.id, twin)


def respan(project: Project, coding_id: int, span: Span, *, initiator: object | None = None) -> int:
    """Move the edges of one coding; return its id, or that of its twin on the new span.

    Code, coder, memo and mark stay; other codings on the old passage stay where they are. Moving
    the edges of one coding again and again is one step. Raises ``QcodeError`` when the coding is
    gone, or the span is empty, blank or leaves the document.
    """
    listed = by_id(project, [coding_id])
    titles = codes.titles(project, [coding.code_id for coding in listed])
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Move the edges of {code}"), {"code": titles}),
        merge_key=f"respan:{coding_id}",
        initiator=initiator,
    ) as writer:
        found = passage_queries.codings(writer.connection, [coding_id])
        if not found:
            raise QcodeError(GONE)
        (coding,) = found
        passage = passage_at(writer, coding.document_id, span, project.texts)
        if passage == coding.selection_id:
            return coding_id
        twin = passage_queries.coding_id(
            writer.connection, passage, coding.code_id, writer.coder_id(coding.coder)
        )
        if twin is None:
            writer.update("coding", coding_id, selection_id=passage, modified=writer.at)
        else:
            merging.join_codings(writer, coding_id, twin)
        model_merging.follow_edges(writer, coding.selection_id, passage)
        merging.drop_bare_selections(writer, {coding.selection_id})
        return coding_id if twin is None else twin


def set_memo(
    project: Project, coding_id: int, memo: str, *, initiator: object | None = None
) -> None:
    """Write the memo on one coding; typing merges into one step."""
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Memo on a passage")),
        merge_key=f"coding-memo:{coding_id}",
        initiator=initiator,
    ) as writer:
        _require(writer, coding_id)
        writer.update_if_new("coding", coding_id, memo=memo.rstrip())


def set_typical(project: Project, coding_ids: Collection[int], typical: bool) -> None:
    """Mark passages as typical of their code (printed first), or take the mark away."""
    template = (
        QT_TRANSLATE_NOOP("core", "Mark as typical")
        if typical
        else QT_TRANSLATE_NOOP("core", "Unmark as typical")
    )
    with project.change(Message(template)) as writer:
        for coding_id in coding_ids:
            _require(writer, coding_id)
            writer.update_if_new("coding", coding_id, typical=int(typical))


def use_as_example(project: Project, coding_id: int, field: Literal["typical", "boundary"]) -> None:
    """Write a passage into its code's entry as typical or boundary example, with its label."""
    found = by_id(project, [coding_id])
    if not found:
        raise QcodeError(GONE)
    from qcode.services import passages

    with project.read() as connection:
        (passage,) = passages.of_codings(connection, found)
    quote = " ".join(passage.quote.split())
    codes.describe(project, passage.code_id, {field: f"“{quote}” ({passage.label})"})


# ---------------------------------------------------------------------- inside a step


@dataclass(frozen=True, slots=True)
class NewCoding:
    """A coding that comes in with many others; its span was checked against the document."""

    document_id: int
    span: Span
    code_id: int
    coder_id: int
    memo: str = ""
    typical: bool = False
    created: str = ""


def add_many(writer: Writer, coming: Sequence[NewCoding]) -> int:
    """Write many codings at the driver's pace and return how many were new.

    Spans must lie in their documents (see ``require_span``); what is there already stays as it is.
    """
    spans = passage_queries.passages_by_span(writer.connection, {new.document_id for new in coming})
    next_id = writer.next_id("selection")
    fresh: list[tuple[int, str, int, int, int, str]] = []
    known = set(passage_queries.coding_keys(writer.connection, spans.values()))
    rows: list[tuple[str, int, int, int, str, int, str, str]] = []
    for new in coming:
        place = (new.document_id, *new.span)
        if place not in spans:
            spans[place] = next_id
            fresh.append((next_id, new_guid(), *place, writer.at))
            next_id += 1
        key = (spans[place], new.code_id, new.coder_id)
        if key in known:
            continue
        known.add(key)
        created = new.created or writer.at
        rows.append((new_guid(), *key, new.memo, int(new.typical), created, created))
    writer.insert_rows("selection", ("id", "guid", "document_id", "start", "end", "created"), fresh)
    writer.insert_rows(
        "coding",
        (
            "guid",
            "selection_id",
            "code_id",
            "coder_id",
            "memo",
            "typical",
            "created",
            "modified",
        ),
        rows,
    )
    return len(rows)


def require_span(document: str, characters: int, span: Span) -> None:
    """Refuse a span that is empty or leaves its document, which has so many code points."""
    if not 0 <= span.start < span.end <= characters:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "The span {start}–{end} does not lie in “{document}”, which has {characters}"
                " characters.",
            ),
            start=span.start,
            end=span.end,
            document=document,
            characters=characters,
        )


def require_quote(document: Document, text: str, span: Span, quote: str) -> None:
    """Refuse a span whose stored text is not the quotation that came with it.

    White space may differ (tables fold it); any other difference means that the span was made in
    another version of the text and would mark the wrong words.
    """
    found = span.of(text)
    if found.split() != quote.split():
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "“{document}” reads “{found}” at {start}–{end}, not “{quote}”; was it coded in"
                " another version of the text?",
            ),
            document=document.name,
            found=_short(found),
            start=span.start,
            end=span.end,
            quote=_short(quote),
        )


def _short(quote: str) -> str:
    return quote if len(quote) <= 60 else f"{quote[:60]}…"


def passage_at(writer: Writer, document_id: int, span: Span, texts: KeptText | None = None) -> int:
    """Return the passage with this span, made where there is none yet.

    ``texts`` may have the document's text at hand.
    Raises ``QcodeError`` when the document is gone, or the span leaves it, is empty, or holds
    nothing but white space. (Imported codings keep their spans: see ``add_many``.)
    """
    (passage,) = _passages_at(writer, document_id, [span], texts)
    return passage.id


class _Passage(NamedTuple):
    """A passage of the open step, and whether the step made it."""

    id: int
    new: bool


def _passages_at(
    writer: Writer, document_id: int, spans: Sequence[Span], texts: KeptText | None = None
) -> list[_Passage]:
    connection = writer.connection
    found = queries.document_size(connection, document_id)
    if found is None:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "This document no longer exists."))
    name, characters, text_id = found
    text = None if texts is None else texts.at_hand(text_id)
    if text is None and len(spans) > 1:
        # Of many spans the words are cut from the whole text, of one they are asked for.
        text = queries.text(connection, document_id)
    passages: list[_Passage] = []
    for span in spans:
        require_span(name, characters, span)
        words = passage_queries.quotation(connection, document_id, *span) if text is None else None
        if words is None:
            text = text or queries.text(connection, document_id) or ""
            words = span.of(text)
        _require_words(name, span, words)
        known = passage_queries.selection_id(connection, document_id, span.start, span.end)
        if known is None:
            known = writer.insert(
                "selection", document_id=document_id, start=span.start, end=span.end
            )
            passages.append(_Passage(known, new=True))
        else:
            passages.append(_Passage(known, new=False))
    return passages


def _require_words(document: str, span: Span, words: str) -> None:
    if not words or words.isspace():
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "There is only white space at {start}–{end} in “{document}”; choose a passage with"
                " words in it.",
            ),
            start=span.start,
            end=span.end,
            document=document,
        )


def _add(writer: Writer, passages: Sequence[_Passage], code_ids: Sequence[int]) -> list[int]:
    """Put all codes on all passages as who acts; return the codings' ids, new or old."""
    if not passages:
        return []
    coder_id = writer.coder_id()
    codes.require(writer, code_ids)
    known = passage_queries.coding_keys(
        writer.connection, [passage.id for passage in passages if not passage.new]
    )
    made: list[int] = []
    for passage in passages:
        for code_id in code_ids:
            key = (passage.id, code_id, coder_id)
            if key not in known:
                known[key] = writer.insert(
                    "coding", selection_id=passage.id, code_id=code_id, coder_id=coder_id
                )
            made.append(known[key])
    return made


def add(writer: Writer, selection_id: int, code_id: int, coder_id: int) -> int:
    """Put a code on a passage and return the coding's id; the same again is no change."""
    found = passage_queries.coding_id(writer.connection, selection_id, code_id, coder_id)
    if found is not None:
        return found
    codes.require(writer, [code_id])
    return writer.insert("coding", selection_id=selection_id, code_id=code_id, coder_id=coder_id)


def _require(writer: Writer, coding_id: int) -> None:
    if not queries.existing(writer.connection, "coding", [coding_id]):
        raise QcodeError(GONE)
