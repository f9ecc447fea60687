"""What memos are made of: live links in their words, what they are attached to, which are wanted.

Apart from the other records of theory, for a window that opens needs these and none of those.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from qcode.model.enums import MemoKind
from qcode.model.span import Span

# ---------------------------------------------------------------------- prose with live links


class LinkKind(StrEnum):
    """What a live link in a memo or in the storyline leads to."""

    CODE = "code"
    PASSAGE = "passage"
    DOCUMENT = "document"


class LiveSegment(NamedTuple):
    """A stretch ``[start, end)`` of a stored text and what is read there now.

    ``kind`` is None for plain text. Of a link, ``words`` are the code's name, the passage's
    quotation or the document's name as they are today, ``id`` is the row that it leads to; where
    that is gone, ``id`` is None and ``words`` are those that were last shown. ``document_id`` and
    ``span`` say where a passage (or document) stands.
    """

    start: int
    end: int
    words: str
    kind: LinkKind | None = None
    guid: str = ""
    id: int | None = None
    document_id: int | None = None
    span: Span | None = None

    @property
    def gone(self) -> bool:
        """Whether it is a link to something that was deleted."""
        return self.kind is not None and self.id is None


# ---------------------------------------------------------------------- memos


class TargetKind(StrEnum):
    """What a memo can be attached to."""

    DOCUMENT = "document"
    CODE = "code"
    PASSAGE = "passage"
    RELATION = "relation"
    PARADIGM = "paradigm"


class Target(NamedTuple):
    """Something a memo is attached to; ``id`` of a passage is that of its selection."""

    kind: TargetKind
    id: int


class MemoOrder(StrEnum):
    """How memos are listed: the one changed last first, as written, or by the code tree.

    In the order of codes a memo stands with the first of its codes; those without a code follow,
    as written.
    """

    MODIFIED = "modified"
    CREATED = "created"
    CODES = "codes"


@dataclass(frozen=True, slots=True)
class MemoFilter:
    """Which memos are wanted; what is empty does not restrict.

    ``since`` (inclusive) and ``until`` (exclusive) are dates or times in ISO 8601, UTC: a memo
    written or last changed between them is found. ``attached`` finds memos on any of the targets,
    ``project_only`` those that are attached to nothing. Every one of ``words`` (parted by white
    space, case does not matter) must stand in the title or the text as it is read.
    """

    kinds: frozenset[MemoKind] = frozenset()
    coders: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    attached: frozenset[Target] = frozenset()
    project_only: bool = False
    words: str = ""
