"""Memos and what each of them is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.services.machine.model.part import Part, Span


@dataclass
class PureMemo:
    title: str
    body: str
    coder: str
    documents: set[int] = field(default_factory=set)
    codes: set[int] = field(default_factory=set)
    passages: set[tuple[int, Span]] = field(default_factory=set)


@dataclass
class PureMemos(Part):
    memos: dict[int, PureMemo] = field(default_factory=dict)

    def codes_go(self, gone: set[int]) -> None:
        super().codes_go(gone)
        for memo in self.memos.values():
            memo.codes -= gone

    def code_merges(self, code: int, into: int) -> None:
        super().code_merges(code, into)
        for memo in self.memos.values():
            if code in memo.codes:
                memo.codes = memo.codes - {code} | {into}

    def documents_go(self, gone: set[int]) -> None:
        super().documents_go(gone)
        for memo in self.memos.values():
            memo.documents -= gone
            memo.passages = {p for p in memo.passages if p[0] not in gone}

    def coder_renamed(self, old: str, new: str) -> None:
        super().coder_renamed(old, new)
        for memo in self.memos.values():
            memo.coder = new if memo.coder == old else memo.coder

    def marked(self) -> set[tuple[int, Span]]:
        return super().marked().union(*(memo.passages for memo in self.memos.values()))

    def as_seen(self, coder: str, ready: set[int]) -> dict[str, Any]:
        seen = {
            i: memo
            for i, memo in self.memos.items()
            if memo.coder == coder or memo.documents | {p[0] for p in memo.passages} <= ready
        }
        return super().as_seen(coder, ready) | {"memos": seen}
