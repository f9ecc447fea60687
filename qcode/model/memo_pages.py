"""Memos as they are printed: with the words that their links show now, and what they are about."""

from __future__ import annotations

from dataclasses import dataclass

from qcode.model.enums import MemoKind
from qcode.model.theory_records import LiveSegment, MemoOrder, TargetKind


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something a memo is attached to.

    ``words`` are a code's or document's title, a passage's label, a paradigm's name, or the source
    of a relation; ``quote`` the words of a passage. Of a relation ``type_key`` is the key of a
    built-in type, else ``type_name`` is its name, and ``target`` where it goes.
    """

    kind: TargetKind
    words: str
    quote: str = ""
    type_key: str = ""
    type_name: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class MemoPage:
    """One memo. ``created`` and ``modified`` are ISO 8601 in UTC.

    ``code`` is the title of the code that it stands under in the order of codes, ``color`` that
    code's; both are empty where there is none.
    """

    title: str
    kind: MemoKind
    coder: str
    created: str
    modified: str
    on: tuple[Attachment, ...]
    segments: tuple[LiveSegment, ...]
    code: str = ""
    color: str = ""


@dataclass(frozen=True, slots=True)
class MemoPages:
    """Everything that an export of memos prints; ``date`` is an ISO 8601 day."""

    project: str
    date: str
    order: MemoOrder
    pages: tuple[MemoPage, ...]
