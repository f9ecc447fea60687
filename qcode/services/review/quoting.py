"""The words that a disagreement is about, with words around them, memos and the codes' entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qcode.analysis.words.units import sentence_ends
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.review import Disagreement, Quotation, Spans
from qcode.services.project import Project
from qcode.services.review.about import require_seen
from qcode.store import passage_queries, queries

if TYPE_CHECKING:
    from qcode.model.records import Coding

WIDTH = 400  # code points of context on either side at most
_NEAR = 100  # code points beyond it that tell which marks end a sentence


def quotation(project: Project, disagreement: Disagreement, width: int = WIDTH) -> Quotation:
    """Return what both coders marked, with sentences around it as far as ``width`` reaches.

    Sentences that are cut into are completed, and whole ones are added before and after as long as
    no side has more than ``width`` code points; a longer sentence is cut off there. Raises
    ``QcodeError`` when the document is gone, or hidden from who works blind.
    """
    require_seen(project, disagreement.document_id)
    start, end = disagreement.start, disagreement.end
    with project.read() as connection:
        text = project.texts.read(connection, disagreement.document_id)
        names = queries.document_names(connection, [disagreement.document_id])
        if text is None:
            raise QcodeError(QT_TRANSLATE_NOOP("core", "This document no longer exists."))
        listed = passage_queries.codings_within(connection, disagreement.document_id, start, end)
        coders = {coder.id: coder.name for coder in queries.coders(connection)}
        codes = {code_id: queries.code(connection, code_id) for code_id in disagreement.code_ids}
    begin, stop = context(text, start, end, width)
    name, label = names[disagreement.document_id]
    first, second = disagreement.first_code_id, disagreement.second_code_id
    return Quotation(
        document_id=disagreement.document_id,
        document=f"{label}  {name}" if label else name,
        text=text[begin:stop],
        start=begin,
        cut_before=begin > 0,
        cut_after=stop < len(text),
        first=_moved(disagreement.first_spans, begin),
        second=_moved(disagreement.second_spans, begin),
        first_memos=_memos(
            listed, coders.get(disagreement.first_id), first, disagreement.first_spans
        ),
        second_memos=_memos(
            listed, coders.get(disagreement.second_id), second, disagreement.second_spans
        ),
        first_code=None if first is None else codes[first],
        second_code=None if second is None else codes[second],
    )


def prepare() -> None:
    """Load what finds sentences: in a thread, before a quotation is first asked for."""
    list(sentence_ends("“Who?” she said. It was No. 3, i.e. “none”… 她说：“没有。” A. Bo."))


def context(text: str, start: int, end: int, width: int) -> tuple[int, int]:
    """Return where whole sentences around a span begin and end, at most ``width`` away from it.

    A sentence that does not fit is cut off there.
    """
    low, high = max(start - width, 0), min(end + width, len(text))
    # Marks are read as in the whole text as long as some words around them are there.
    first, last = max(low - _NEAR, 0), min(high + _NEAR, len(text))
    ends = [first + place for place in sentence_ends(text[first:last])]
    begins = [place for place in (*([0] if not first else []), *ends) if low <= place <= start]
    begin = begins[0] if begins else low
    while begin < start and text[begin].isspace():
        begin += 1
    stops = [
        end + len(text[end:place].rstrip())
        for place in ends
        if end <= place <= last or (end <= place and last == len(text))
    ]
    stop = max((place for place in stops if place <= high), default=high)
    return begin, max(stop, end)


def _moved(spans: Spans, begin: int) -> Spans:
    return tuple((start - begin, end - begin) for start, end in spans)


def _memos(
    listed: list[Coding], coder: str | None, code_id: int | None, spans: Spans
) -> tuple[str, ...]:
    """Return what a coder wrote on the codings that the spans were made of, each text once."""
    own = sorted(
        (
            coding
            for coding in listed
            if coding.coder == coder
            and coding.code_id == code_id
            and any(coding.start < end and coding.end > start for start, end in spans)
        ),
        key=lambda coding: (coding.start, coding.end, coding.id),
    )
    return tuple(dict.fromkeys(coding.memo for coding in own if coding.memo))
