"""What follows from a verdict: which codes on which words, from the disagreement alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qcode.model.agreement_enums import Verdict
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.review import Disagreement, Spans, Stretch

Outcome = tuple[tuple[int, Stretch], ...]


def outcome(
    disagreement: Disagreement,
    verdict: Verdict,
    *,
    spans: Sequence[Stretch] | None = None,
    code_id: int | None = None,
) -> Outcome:
    """Return what a verdict would code, as (code, span), each once; see ``decisions.decide``.

    Raises ``QcodeError`` where nothing is left of the overlap, and ValueError for ``OPEN`` and when
    ``spans`` or ``code_id`` is missing.
    """
    first, second = disagreement.first_spans, disagreement.second_spans
    everything = union((*first, *second))
    if verdict is Verdict.OPEN:
        raise ValueError("a disagreement is opened again by reopen")
    if verdict is Verdict.EDIT and not spans:
        raise ValueError("say which words")
    if verdict is Verdict.OTHER_CODE and code_id is None:
        raise ValueError("say which code")
    if verdict in (Verdict.REJECT, Verdict.ACCEPT):
        return ()
    if verdict is Verdict.OTHER_CODE:
        assert code_id is not None
        return _each([code_id], union(spans) if spans else everything)
    if verdict is Verdict.EDIT:
        return _each(disagreement.code_ids, union(spans or ()))
    if verdict is Verdict.UNION:
        return _each(disagreement.code_ids, everything)
    if verdict is Verdict.INTERSECTION:
        common = intersection(first, second)
        if not common:
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core", "The two coders have no words in common here; decide in another way."
                )
            )
        return _each(disagreement.code_ids, common)
    mine = _of(disagreement.first_code_id, first)
    theirs = _of(disagreement.second_code_id, second)
    if verdict is Verdict.BOTH:
        return tuple(dict.fromkeys((*mine, *theirs)))
    return mine if verdict is Verdict.FIRST else theirs


def _of(code_id: int | None, spans: Spans) -> Outcome:
    return () if code_id is None else _each([code_id], spans)


def _each(code_ids: Iterable[int], spans: Iterable[Stretch]) -> Outcome:
    listed = tuple(spans)
    return tuple((code_id, (start, end)) for code_id in code_ids for start, end in listed)


def union(spans: Iterable[Stretch]) -> Spans:
    """Return spans in order, those that overlap or touch as one."""
    found: list[Stretch] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def intersection(first: Iterable[Stretch], second: Iterable[Stretch]) -> Spans:
    """Return in order what two lists of spans have in common."""
    theirs = union(second)
    return tuple(
        (max(start, begin), min(end, stop))
        for start, end in union(first)
        for begin, stop in theirs
        if max(start, begin) < min(end, stop)
    )


def without(spans: Iterable[Stretch], taken: Iterable[Stretch]) -> Spans:
    """Return in order what is left of spans without others."""
    away = union(taken)
    found: list[Stretch] = []
    for start, end in union(spans):
        at = start
        for begin, stop in away:
            if stop <= at or begin >= end:
                continue
            if begin > at:
                found.append((at, begin))
            at = stop
        if at < end:
            found.append((at, end))
    return tuple(found)
