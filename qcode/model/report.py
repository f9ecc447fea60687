"""Content of the exports as plain data: built by services, laid out by formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from qcode.model.enums import CodeKind
from qcode.model.schools import STANDARD, Terms


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """One passage as it is printed.

    ``label`` is the document's short label, a dash, and the passage's place among that document's
    passages (``03-12``). ``start`` and ``end`` are code points, half-open.
    """

    label: str
    quote: str
    document: str
    start: int
    end: int
    code: str
    coder: str
    memo: str
    created: str
    typical: bool


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One code of the codebook, in tree order.

    ``depth`` is 0 for a code without parent. ``number`` is empty when the project shows none.
    ``own_passages`` counts the distinct passages coded with the code itself, ``passages`` those of
    its whole subtree, ``documents`` the documents in which the subtree occurs. ``quoted`` holds
    the passages to print, typical ones first.
    """

    guid: str
    name: str
    path: str
    number: str
    kind: CodeKind
    depth: int
    parent: str
    color: str
    definition: str
    use_when: str
    not_when: str
    typical: str
    boundary: str
    own_passages: int
    passages: int
    documents: int
    quoted: tuple[QuotedPassage, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Everything a codebook prints. ``date`` is ISO 8601 (day)."""

    project: str
    date: str
    coders: tuple[str, ...]
    documents: int
    passages: int
    entries: tuple[CodeEntry, ...]


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How a Word file is laid out; ``terms`` are the names that its headings have for kinds."""

    paper: Literal["a4", "letter"] = "a4"
    landscape: bool = False
    headings: Literal["en", "zh"] = "en"
    terms: Terms = STANDARD
