"""Relations between categories, their types and their passages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from tests.services.machine.model.axial import PureAxial
from tests.services.machine.model.codings import PureCodings
from tests.services.machine.model.memos import PureMemo, PureMemos
from tests.services.machine.model.part import Refused, Span

Type = str | int  # key of a built-in type, or number of an own one


@dataclass
class PureRelation:
    source: int
    target: int
    type: Type
    meaning: str = ""
    passages: list[tuple[int, Span]] = field(default_factory=list)
    memos: set[int] = field(default_factory=set)


@dataclass
class PureRelations(PureMemos, PureCodings, PureAxial):
    own_types: dict[int, str] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)  # other names of built-in types
    mutual_types: set[int] = field(default_factory=set)  # own types that go both ways
    relations: dict[int, PureRelation] = field(default_factory=dict)  # in their order

    def require_type(self, wanted: Type) -> None:
        if isinstance(wanted, int) and wanted not in self.own_types:
            raise Refused

    def twin(self, source: int, target: int, wanted: Type, but: int | None) -> int | None:
        """Another relation that says the same."""
        for i, one in self.relations.items():
            ends = (one.source, one.target)
            both_ways = wanted == "interacts" or wanted in self.mutual_types
            mutual = both_ways and ends == (target, source)
            if i != but and one.type == wanted and (ends == (source, target) or mutual):
                return i
        return None

    def require_free(self, source: int, target: int, wanted: Type, but: int | None = None) -> None:
        if source == target or self.twin(source, target, wanted, but) is not None:
            raise Refused

    # What happens elsewhere

    def codes_go(self, gone: set[int]) -> None:
        super().codes_go(gone)
        self.relations = {
            i: one for i, one in self.relations.items() if not {one.source, one.target} & gone
        }

    def code_merges(self, code: int, into: int) -> None:
        names = {i: pure.name for i, pure in self.codes.items()}
        super().code_merges(code, into)
        for i, one in list(self.relations.items()):
            if code not in (one.source, one.target):
                continue
            before = names[one.source], names[one.target]
            source, target = (into if end == code else end for end in (one.source, one.target))
            if source == target:
                del self.relations[i]
                for memo in one.memos & self.memos.keys():
                    self.memos[memo].codes.add(into)
                if one.meaning:
                    thought = PureMemo(" → ".join(before), one.meaning, "", codes={into})
                    self.memos[min([0, *self.memos]) - 1] = thought
                continue
            twin = self.twin(source, target, one.type, i)
            if twin is None:
                one.source, one.target = source, target
                continue
            kept = self.relations[twin]
            parts = dict.fromkeys((kept.meaning, one.meaning))
            kept.meaning = "\n\n".join(part for part in parts if part)
            kept.passages = list(dict.fromkeys(kept.passages + one.passages))
            kept.memos |= one.memos
            del self.relations[i]

    def number_thoughts(self, there: list[int], coder: str) -> None:
        """Give memos that a merge has written the numbers and the coder that they got."""
        fresh = iter(sorted(set(there) - self.memos.keys()))
        for memo in sorted((i for i in self.memos if i < 0), reverse=True):
            self.knows(coder)
            self.memos[next(fresh)] = replace(self.memos.pop(memo), coder=coder)

    def documents_go(self, gone: set[int]) -> None:
        super().documents_go(gone)
        for one in self.relations.values():
            one.passages = [place for place in one.passages if place[0] not in gone]

    def passage_moves(self, document: int, old: Span, new: Span) -> None:
        super().passage_moves(document, old, new)
        for one in self.relations.values():
            places = one.passages
            if (document, new) in places:
                places = [place for place in places if place != (document, old)]
            one.passages = [
                (document, new) if place == (document, old) else place for place in places
            ]

    def marked(self) -> set[tuple[int, Span]]:
        return super().marked().union(*(one.passages for one in self.relations.values()))

    def as_seen(self, coder: str, ready: set[int]) -> dict[str, Any]:
        """A passage whose codings are all hidden does not show."""
        found = super().as_seen(coder, ready)
        shown = {key[:2] for key in found["codings"]}
        hidden = {key[:2] for key in self.codings} - shown
        seen = {
            i: replace(one, passages=[place for place in one.passages if place not in hidden])
            for i, one in self.relations.items()
        }
        return found | {"relations": seen}
