"""Codes: the tree of them, their levels, and what each says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.services.machine.model.part import Part, Refused

RANK = {"concept": 0, "category": 1, "main_category": 2, "core_category": 3}
FIELDS = ("definition", "use_when", "not_when", "typical", "boundary")


@dataclass
class PureCode:
    name: str
    kind: str
    parent: int | None
    color: str
    texts: dict[str, str]


@dataclass
class PureCodes(Part):
    codes: dict[int, PureCode] = field(default_factory=dict)
    children: dict[int | None, list[int]] = field(default_factory=lambda: {None: []})

    def above(self, code: int | None) -> list[int]:
        found: list[int] = []
        while code is not None and (code := self.codes[code].parent) is not None:
            found.append(code)
        return found

    def below(self, code: int) -> set[int]:
        return {code}.union(*(self.below(child) for child in self.children.get(code, [])))

    def in_order(self, parent: int | None = None) -> list[int]:
        return [
            one for child in self.children.get(parent, []) for one in (child, *self.in_order(child))
        ]

    def _require(self, *codes: int | None) -> None:
        if any(code is not None and code not in self.codes for code in codes):
            raise Refused

    def _free(self, parent: int | None, name: str, but: int | None = None) -> None:
        for sibling in self.children.get(parent, []):
            if sibling != but and self.codes[sibling].name.casefold() == name.casefold():
                raise Refused

    def _fits(self, parent: int | None, kind: str) -> None:
        if parent is not None and RANK[self.codes[parent].kind] < RANK[kind]:
            raise Refused

    def may_create(self, name: str, kind: str, parent: int | None) -> None:
        self._require(parent)
        if not name:
            raise Refused
        self._free(parent, name)
        self._fits(parent, kind)

    def create(self, code: int, name: str, kind: str, parent: int | None, color: str) -> None:
        self.may_create(name, kind, parent)
        self.codes[code] = PureCode(name, kind, parent, color, dict.fromkeys(FIELDS, ""))
        self.children.setdefault(parent, []).append(code)
        self.children[code] = []

    def rename(self, code: int, name: str) -> None:
        self._require(code)
        if not name:
            raise Refused
        self._free(self.codes[code].parent, name, but=code)
        self.codes[code].name = name

    def recolor(self, codes: list[int], color: str) -> None:
        self._require(*codes)
        for code in codes:
            self.codes[code].color = color

    def describe(self, code: int, texts: dict[str, str]) -> None:
        self._require(code)
        self.codes[code].texts.update(texts)

    def set_kind(self, codes: list[int], kind: str) -> None:
        self._require(*codes)
        wanted = {i: kind if i in codes else code.kind for i, code in self.codes.items()}
        for i, code in self.codes.items():
            if code.parent is not None and RANK[wanted[code.parent]] < RANK[wanted[i]]:
                raise Refused
        for i in codes:
            self.codes[i].kind = kind

    def move(self, codes: list[int], parent: int | None, position: int | None) -> None:
        self._require(parent, *codes)
        chosen = list(dict.fromkeys(codes))
        moving = [i for i in chosen if not set(self.above(i)) & set(chosen)]
        for code in moving:
            if parent is not None and (code == parent or code in self.above(parent)):
                raise Refused
            self._fits(parent, self.codes[code].kind)
        present = self.children.get(parent, [])
        names = [self.codes[i].name.casefold() for i in present if i not in moving]
        names += [self.codes[i].name.casefold() for i in moving]
        if len(set(names)) < len(names):
            raise Refused
        cut = len(present) if position is None else position
        before = [i for i in present[:cut] if i not in moving]
        after = [i for i in present[cut:] if i not in moving]
        for code in moving:
            self.children[self.codes[code].parent].remove(code)
            self.codes[code].parent = parent
        self.children[parent] = before + moving + after

    def merge(self, codes: list[int], into: int) -> None:
        self._require(into, *codes)
        gone = [i for i in dict.fromkeys(codes) if i != into]
        if set(gone) & set(self.above(into)):
            raise Refused
        coming = [c for i in gone for c in self.children[i] if c not in gone]
        staying = [c for c in self.children[into] if c not in gone]
        names = [self.codes[c].name.casefold() for c in staying + coming]
        if len(set(names)) < len(names):
            raise Refused
        for child in coming:
            self._fits(into, self.codes[child].kind)
        for child in coming:
            self.codes[child].parent = into
        self.children[into] = staying + coming
        for code in gone:
            for key, own in self.codes[code].texts.items():
                self.codes[into].texts[key] = self.codes[into].texts[key] or own
            self.code_merges(code, into)
        for code in gone:
            self._drop(code)

    def delete_codes(self, codes: list[int], with_below: bool) -> None:
        self._require(*codes)
        gone = set(codes)
        if with_below:
            gone = gone.union(*(self.below(i) for i in codes))
        lifted: dict[int | None, list[int]] = {}
        for parent in [None, *self.codes]:
            if parent in gone:
                continue
            lifted[parent] = self._staying(parent, gone)
            names = [self.codes[i].name.casefold() for i in lifted[parent]]
            if len(set(names)) < len(names):
                raise Refused
        for code in gone:
            del self.codes[code]
        self.codes_go(gone)
        self.children = lifted
        for parent, children in lifted.items():
            for child in children:
                self.codes[child].parent = parent

    def _staying(self, parent: int | None, gone: set[int]) -> list[int]:
        """Children of ``parent``, those of children that go in the place of these."""
        found: list[int] = []
        for child in self.children.get(parent, []):
            found += self._staying(child, gone) if child in gone else [child]
        return found

    def _drop(self, code: int) -> None:
        siblings = self.children.get(self.codes[code].parent)
        if siblings is not None and code in siblings:
            siblings.remove(code)
        self.children.pop(code, None)
        del self.codes[code]
