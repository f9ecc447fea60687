"""What services hand out: frozen pictures of rows, safe to keep after the connection is closed.

Ids are row numbers of this file and serve inside the program; GUIDs serve outside. Positions are
Unicode code points, half-open. Dates are ISO 8601 in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from qcode.model.agreement_enums import CoderRole
from qcode.model.enums import CodeKind, MemoKind, WorkStatus
from qcode.model.messages import Message


@dataclass(frozen=True, slots=True)
class ProjectInfo:
    """The project at a glance; field by field what ``qcode info --json`` prints."""

    name: str
    schema: int
    documents: int
    characters: int
    codes: Mapping[str, int]
    kinds: Mapping[str, int]
    codings: int
    coders: tuple[str, ...]
    memos: int
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Coder:
    """A person whose work is kept apart. ``color`` is ``#rrggbb``.

    ``role`` is None for a person who works for the first time; who codes again (``AGAIN``) does so
    as the second self of the coder ``of_id``.
    """

    id: int
    guid: str
    name: str
    color: str = ""
    role: CoderRole | None = None
    of_id: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A group of documents."""

    id: int
    guid: str
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class Document:
    """A document without its text. ``passages`` counts its coded passages (spans)."""

    id: int
    guid: str
    name: str
    label: str
    group_id: int | None
    characters: int
    position: int
    source: str
    passages: int
    codings: int

    @property
    def title(self) -> str:
        """Label and name as lists show them."""
        return f"{self.label}  {self.name}" if self.label else self.name


@dataclass(frozen=True, slots=True)
class Variable:
    """An attribute of documents."""

    id: int
    guid: str
    name: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code. ``number`` follows the project's numbering preset and is empty without one.

    Codes come in tree order; ``depth`` is 0 for a code without parent. ``passages`` counts the
    distinct passages coded with the code itself, ``subtree_passages`` those of itself and all
    below, whoever coded them.
    """

    id: int
    guid: str
    name: str
    kind: CodeKind
    parent_id: int | None
    position: int
    color: str
    definition: str
    use_when: str
    not_when: str
    typical: str
    boundary: str
    depth: int = 0
    number: str = ""
    passages: int = 0
    subtree_passages: int = 0

    @property
    def title(self) -> str:
        """Number and name as people read them."""
        return f"{self.number} {self.name}" if self.number else self.name


class Coding(NamedTuple):
    """A code on a passage by a coder.

    A named tuple: ten thousand are made when a document opens, and a frozen data class takes five
    times as long for that.
    """

    id: int
    guid: str
    selection_id: int
    document_id: int
    start: int
    end: int
    code_id: int
    coder: str
    memo: str
    typical: bool
    created: str
    modified: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A coding with what a list of passages shows.

    ``label`` is the document's short label, a dash, and the passage's place among the coded
    passages of that document (``03-12``).
    """

    coding_id: int
    selection_id: int
    document_id: int
    document: str
    label: str
    start: int
    end: int
    quote: str
    code_id: int
    coder: str
    memo: str
    typical: bool
    created: str


@dataclass(frozen=True, slots=True)
class MemoRecord:
    """A memo and what it is attached to."""

    id: int
    guid: str
    kind: MemoKind
    title: str
    body: str
    coder: str
    created: str
    modified: str
    document_ids: tuple[int, ...] = ()
    code_ids: tuple[int, ...] = ()
    selection_ids: tuple[int, ...] = ()
    relation_ids: tuple[int, ...] = ()
    paradigm_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """How far a coder is with a document."""

    document_id: int
    document: str
    coder: str
    status: WorkStatus


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One line of the history. ``undone`` marks a step that is currently taken back.

    ``can_undo_to`` says that undo can go back to the state before this step.
    """

    id: int
    at: str
    coder: str
    label: Message
    kind: str
    undone: bool
    can_undo_to: bool


@dataclass(frozen=True, slots=True)
class CodeDraft:
    """A code to be made: from a dialog, a row of a codebook file, or the sample."""

    name: str
    kind: CodeKind
    color: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
