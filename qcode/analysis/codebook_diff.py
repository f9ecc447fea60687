"""What differs between two states of a codebook, code by code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qcode.model.enums import CodeEventKind
from qcode.model.log_records import CodeEventRecord
from qcode.model.versions import Difference, DifferenceKind, VersionCode

TEXTS = ("definition", "use_when", "not_when", "typical", "boundary")


def differences(
    older: Sequence[VersionCode],
    newer: Sequence[VersionCode],
    events: Iterable[CodeEventRecord],
) -> list[Difference]:
    """Return the differences in the order of ``DifferenceKind``, then of the codebook.

    ``events`` tell what became of codes; those of any time may be given. A code that was merged
    away counts as merged into the code that has its passages in the newer state, one that was split
    off as split from the codes whose passages it took; else it was removed or added.
    """
    found = list(_differences(older, newer, list(events)))
    order = list(DifferenceKind)
    found.sort(key=lambda one: order.index(one.kind))
    return found


def _differences(
    older: Sequence[VersionCode], newer: Sequence[VersionCode], events: list[CodeEventRecord]
) -> Iterator[Difference]:
    then = {code.guid: code for code in older}
    now = {code.guid: code for code in newer}
    gone = {event.code_guid: event for event in events if event.what is not CodeEventKind.SPLIT}
    for code in older:
        if code.guid not in now:
            yield _lost(code, then, now, gone)
    for code in newer:
        before = then.get(code.guid)
        if before is None:
            yield _gained(code, then, now, events)
        else:
            yield from _changed(before, code, then, now)


def _lost(
    code: VersionCode,
    then: Mapping[str, VersionCode],
    now: Mapping[str, VersionCode],
    gone: Mapping[str, CodeEventRecord],
) -> Difference:
    event = gone.get(code.guid)
    reason = event.reason if event else ""
    into, seen = event, {code.guid}
    # What took it in may itself have been merged away since.
    while into is not None and into.into_guid not in now and into.into_guid not in seen:
        seen.add(into.into_guid)
        into = gone.get(into.into_guid)
    if event is None or into is None or into.into_guid not in now:
        return _difference(
            DifferenceKind.REMOVED,
            code,
            code,
            None,
            before=_title(then, code.parent),
            reason=reason,
        )
    after = now[into.into_guid].title
    return _difference(DifferenceKind.MERGED, code, code, None, after=after, reason=reason)


def _gained(
    code: VersionCode,
    then: Mapping[str, VersionCode],
    now: Mapping[str, VersionCode],
    events: Sequence[CodeEventRecord],
) -> Difference:
    splits = [
        event
        for event in events
        if event.what is CodeEventKind.SPLIT and event.into_guid == code.guid
    ]
    if not splits:
        return _difference(DifferenceKind.ADDED, code, None, code, after=_title(now, code.parent))
    names = dict.fromkeys(
        _title(then, event.code_guid) or _title(now, event.code_guid) or event.code_name
        for event in splits
    )
    reasons = dict.fromkeys(event.reason for event in splits if event.reason)
    return _difference(
        DifferenceKind.SPLIT, code, None, code, before="; ".join(names), reason="; ".join(reasons)
    )


def _changed(
    before: VersionCode,
    after: VersionCode,
    then: Mapping[str, VersionCode],
    now: Mapping[str, VersionCode],
) -> Iterator[Difference]:
    if before.name != after.name:
        yield _difference(
            DifferenceKind.RENAMED, after, before, after, before=before.name, after=after.name
        )
    if before.kind is not after.kind:
        raised = after.kind.rank > before.kind.rank
        yield _difference(
            DifferenceKind.RAISED if raised else DifferenceKind.LOWERED,
            after,
            before,
            after,
            before=before.kind.value,
            after=after.kind.value,
        )
    if before.parent != after.parent:
        yield _difference(
            DifferenceKind.MOVED,
            after,
            before,
            after,
            before=_title(then, before.parent),
            after=_title(now, after.parent),
        )
    for field in TEXTS:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield _difference(
                DifferenceKind.REDEFINED, after, before, after, before=old, after=new, field=field
            )


def _title(codes: Mapping[str, VersionCode], guid: str) -> str:
    code = codes.get(guid)
    return code.title if code else ""


def _difference(
    kind: DifferenceKind,
    code: VersionCode,
    older: VersionCode | None,
    newer: VersionCode | None,
    *,
    before: str = "",
    after: str = "",
    field: str = "",
    reason: str = "",
) -> Difference:
    return Difference(
        kind,
        code.guid,
        code.title,
        code.kind,
        before,
        after,
        field,
        older.passages if older else None,
        newer.passages if newer else None,
        reason,
    )
