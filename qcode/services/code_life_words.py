"""The life of a code in sentences: what a step did to its row, and what the log has of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from qcode.model.enums import CodeEventKind, CodeKind
from qcode.model.log_records import CodeEventRecord, LifeEvent
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.services.code_reading import TEXT_FIELDS

Row = dict[str, Any]
NameOf = Callable[[int], str]
"""Number of a code's row → what it was called then."""

EMPTIED = QT_TRANSLATE_NOOP("core", "Emptied: {field}")
AMENDED = QT_TRANSLATE_NOOP("core", "Amend {code} after a disagreement")
DECIDED = QT_TRANSLATE_NOOP("core", "Decide on {code}: {verdict}, and amend when to use")
NOTED = QT_TRANSLATE_NOOP("core", "Reason of a decision on {code}, and amend when to use")
AFTER_DISAGREEMENT = frozenset({AMENDED, DECIDED, NOTED})
"""Labels of the steps in which an entry was written because of a disagreement."""

_FIELD_NAMES = {
    "definition": QT_TRANSLATE_NOOP("core", "definition"),
    "use_when": QT_TRANSLATE_NOOP("core", "when to use"),
    "not_when": QT_TRANSLATE_NOOP("core", "when not to use"),
    "typical": QT_TRANSLATE_NOOP("core", "typical example"),
    "boundary": QT_TRANSLATE_NOOP("core", "boundary example"),
}


def told_of(before: Row | None, after: Row, name_of: NameOf) -> Iterator[tuple[LifeEvent, Message]]:
    """Say what a step did to a code's row; ``before`` is None where it made the code."""
    kind = CodeKind(after["kind"])
    parent = after["parent_id"]
    if before is None:
        made: dict[str, Message | str | int] = {"kind": kind.label, "name": after["name"]}
        if parent is None:
            template = QT_TRANSLATE_NOOP("core", "Made as {kind} “{name}”")
        else:
            template = QT_TRANSLATE_NOOP("core", "Made as {kind} “{name}” in “{parent}”")
            made["parent"] = name_of(parent)
        yield LifeEvent.CREATED, Message(template, made)
        return
    if after["name"] != before["name"]:
        template = QT_TRANSLATE_NOOP("core", "Renamed from “{old}” to “{new}”")
        yield LifeEvent.RENAMED, Message(template, {"old": before["name"], "new": after["name"]})
    if (old := CodeKind(before["kind"])) is not kind:
        raised = kind.rank > old.rank
        template = (
            QT_TRANSLATE_NOOP("core", "Raised: {old} to {new}")
            if raised
            else QT_TRANSLATE_NOOP("core", "Lowered: {old} to {new}")
        )
        said = Message(template, {"old": old.label, "new": kind.label})
        yield LifeEvent.RAISED if raised else LifeEvent.LOWERED, said
    if parent != before["parent_id"]:
        yield LifeEvent.MOVED, _moved(before["parent_id"], parent, name_of)
    if after["color"] != before["color"]:
        yield LifeEvent.COLOURED, Message(QT_TRANSLATE_NOOP("core", "Given another colour"))
    for key in TEXT_FIELDS:
        if after[key] != before[key]:
            yield LifeEvent.DESCRIBED, _described(key, before[key], after[key])


def after_disagreement(what: Message) -> Message:
    """Say that something happened because two coders had differed in it."""
    return Message(QT_TRANSLATE_NOOP("core", "{what}, after a disagreement"), {"what": what})


def _moved(old: int | None, new: int | None, name_of: NameOf) -> Message:
    left = "" if old is None else name_of(old)
    if new is None:
        template = QT_TRANSLATE_NOOP("core", "Moved out of “{old}” to the top")
        return Message(template, {"old": left})
    if old is None:
        template = QT_TRANSLATE_NOOP("core", "Moved from the top into “{new}”")
        return Message(template, {"new": name_of(new)})
    template = QT_TRANSLATE_NOOP("core", "Moved from “{old}” to “{new}”")
    return Message(template, {"old": left, "new": name_of(new)})


def _described(key: str, before: str, after: str) -> Message:
    if not before:
        template = QT_TRANSLATE_NOOP("core", "Written: {field}")
    elif not after:
        template = EMPTIED
    else:
        template = QT_TRANSLATE_NOOP("core", "Rewritten: {field}")
    return Message(template, {"field": Message(_FIELD_NAMES[key])})


_EVENTS = {
    CodeEventKind.MERGE: (
        LifeEvent.MERGED,
        QT_TRANSLATE_NOOP("core", "Merged into “{code}”"),
        QT_TRANSLATE_NOOP("core", "Merged into “{code}” (passages: {passages})"),
        LifeEvent.TOOK_IN,
        QT_TRANSLATE_NOOP("core", "Took in “{code}”"),
        QT_TRANSLATE_NOOP("core", "Took in “{code}” (passages: {passages})"),
    ),
    CodeEventKind.SPLIT: (
        LifeEvent.SPLIT,
        QT_TRANSLATE_NOOP("core", "Split: passages went to “{code}”"),
        QT_TRANSLATE_NOOP("core", "Split: passages went to “{code}” (passages: {passages})"),
        LifeEvent.SPLIT_OFF,
        QT_TRANSLATE_NOOP("core", "Took passages over from “{code}”"),
        QT_TRANSLATE_NOOP("core", "Took passages over from “{code}” (passages: {passages})"),
    ),
    CodeEventKind.DELETE: (
        LifeEvent.DELETED,
        QT_TRANSLATE_NOOP("core", "Deleted"),
        QT_TRANSLATE_NOOP("core", "Deleted (passages: {passages})"),
        LifeEvent.DELETED,
        QT_TRANSLATE_NOOP("core", "Deleted"),
        QT_TRANSLATE_NOOP("core", "Deleted (passages: {passages})"),
    ),
}


def told_by(event: CodeEventRecord, guid: str) -> tuple[LifeEvent, Message]:
    """Say what a code event was to the code with this GUID: it may have lost or gained."""
    lost, went, went_with, gained, came, came_with = _EVENTS[event.what]
    params: dict[str, Message | str | int] = {}
    is_lost = event.code_guid == guid
    if event.what is not CodeEventKind.DELETE:
        params["code"] = event.into_name if is_lost else event.code_name
    kind, plain, counted = (lost, went, went_with) if is_lost else (gained, came, came_with)
    if event.passages is None:
        return kind, Message(plain, params)
    return kind, Message(counted, {**params, "passages": event.passages})
