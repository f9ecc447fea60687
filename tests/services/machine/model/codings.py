"""Codings: a code on a span of a document, given by a coder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.services.machine.model.coders import PureCoders
from tests.services.machine.model.codes import PureCodes
from tests.services.machine.model.documents import PureDocuments
from tests.services.machine.model.part import Refused, Span

CodingKey = tuple[int, Span, int, str]  # document, span, code, coder


@dataclass
class PureCodings(PureCodes, PureDocuments, PureCoders):
    codings: dict[CodingKey, tuple[str, bool]] = field(default_factory=dict)

    def may_lie(self, document: int, span: Span) -> None:
        if document not in self.documents:
            raise Refused
        if not 0 <= span[0] < span[1] <= len(self.documents[document].text):
            raise Refused

    def may_code(self, document: int, span: Span) -> None:
        self.may_lie(document, span)
        if self.documents[document].text[span[0] : span[1]].isspace():
            raise Refused

    def apply(self, document: int, spans: list[Span], codes: list[int], coder: str) -> None:
        if not codes:
            return
        if document not in self.documents:
            raise Refused
        for span in spans:
            self.may_code(document, span)
        if spans:
            self._require(*codes)
        for span in spans:
            for code in codes:
                self.codings.setdefault((document, span, code, coder), ("", False))
                self.knows(coder)

    def recode(self, keys: list[CodingKey], code: int) -> None:
        self._require(code)
        for key in keys:
            if key[2] == code:
                continue
            memo, typical = self.codings.pop(key)
            twin = (key[0], key[1], code, key[3])
            if twin in self.codings:
                own, was = self.codings[twin]
                parts = [part for part in dict.fromkeys((own, memo)) if part]
                memo, typical = "\n\n".join(parts), was or typical
            self.codings[twin] = (memo, typical)

    def respan(self, key: CodingKey, span: Span) -> None:
        self.may_code(key[0], span)
        if span == key[1]:
            return
        memo, typical = self.codings.pop(key)
        twin = (key[0], span, *key[2:])
        if twin in self.codings:
            own, was = self.codings[twin]
            memo = "\n\n".join(part for part in dict.fromkeys((own, memo)) if part)
            typical = was or typical
        self.codings[twin] = (memo, typical)
        if not any(other[:2] == key[:2] for other in self.codings):
            self.passage_moves(key[0], key[1], span)

    def counts(self, code: int) -> tuple[int, int, int]:
        """Own passages, passages of the subtree, documents of the subtree; one by one."""
        below = self.below(code)
        own = {key[:2] for key in self.codings if key[2] == code}
        all_of_them = {key[:2] for key in self.codings if key[2] in below}
        return len(own), len(all_of_them), len({document for document, _ in all_of_them})

    # What happens elsewhere

    def codes_go(self, gone: set[int]) -> None:
        super().codes_go(gone)
        self.codings = {k: v for k, v in self.codings.items() if k[2] not in gone}

    def code_merges(self, code: int, into: int) -> None:
        super().code_merges(code, into)
        self.recode([key for key in self.codings if key[2] == code], into)

    def documents_go(self, gone: set[int]) -> None:
        super().documents_go(gone)
        self.codings = {k: v for k, v in self.codings.items() if k[0] not in gone}

    def coder_renamed(self, old: str, new: str) -> None:
        super().coder_renamed(old, new)
        self.codings = {
            (d, s, c, new if who == old else who): v for (d, s, c, who), v in self.codings.items()
        }

    def marked(self) -> set[tuple[int, Span]]:
        return super().marked() | {key[:2] for key in self.codings}

    def as_seen(self, coder: str, ready: set[int]) -> dict[str, Any]:
        seen = {k: v for k, v in self.codings.items() if k[3] == coder or k[0] in ready}
        return super().as_seen(coder, ready) | {"codings": seen}
