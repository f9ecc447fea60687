"""A project as plain Python data: what the services must do, said a second time and simply.

Written from the rules of the method and not from the services. It knows no positions, row numbers
of passages, or journal; a change that the rules forbid raises ``Refused`` and changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

RANK = {"concept": 0, "category": 1, "main_category": 2, "core_category": 3}
FIELDS = ("definition", "use_when", "not_when", "typical", "boundary")

Span = tuple[int, int]
CodingKey = tuple[int, Span, int, str]  # document, span, code, coder


class Refused(Exception):
    """The rules forbid it."""


@dataclass
class PureCode:
    name: str
    kind: str
    parent: int | None
    color: str
    texts: dict[str, str]


@dataclass
class PureDocument:
    name: str
    text: str
    group: str = ""
    values: dict[str, str] = field(default_factory=dict)


@dataclass
class PureMemo:
    title: str
    body: str
    coder: str
    documents: set[int] = field(default_factory=set)
    codes: set[int] = field(default_factory=set)
    passages: set[tuple[int, Span]] = field(default_factory=set)


@dataclass
class PureProject:
    name: str
    coders: list[str]
    numbering: str = "none"
    codes: dict[int, PureCode] = field(default_factory=dict)
    children: dict[int | None, list[int]] = field(default_factory=lambda: {None: []})
    documents: dict[int, PureDocument] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    codings: dict[CodingKey, tuple[str, bool]] = field(default_factory=dict)
    memos: dict[int, PureMemo] = field(default_factory=dict)
    work: dict[tuple[int, str], str] = field(default_factory=dict)
    blind: bool = False

    def seen_by(self, coder: str) -> PureProject:
        """The project as a coder sees it: all of it, unless coders work blind."""
        if not self.blind:
            return self
        ready = {
            d for (d, who), status in self.work.items() if (who, status) == (coder, "finished")
        }
        return replace(
            self,
            codings={
                key: value
                for key, value in self.codings.items()
                if key[3] == coder or key[0] in ready
            },
            memos={
                i: memo
                for i, memo in self.memos.items()
                if memo.coder == coder or memo.documents | {p[0] for p in memo.passages} <= ready
            },
        )

    # ------------------------------------------------------------------ codes

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
            self.recode([key for key in self.codings if key[2] == code], into)
            for memo in self.memos.values():
                if code in memo.codes:
                    memo.codes = memo.codes - {code} | {into}
        for code in gone:
            self._drop(code, [])

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
            self.codings = {k: v for k, v in self.codings.items() if k[2] != code}
            for memo in self.memos.values():
                memo.codes.discard(code)
            del self.codes[code]
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

    def _drop(self, code: int, heirs: list[int]) -> None:
        siblings = self.children.get(self.codes[code].parent)
        if siblings is not None and code in siblings:
            place = siblings.index(code)
            siblings[place : place + 1] = heirs
        self.children.pop(code, None)
        del self.codes[code]

    # ------------------------------------------------------------------ codings

    def may_code(self, document: int, span: Span) -> None:
        if document not in self.documents:
            raise Refused
        if not 0 <= span[0] < span[1] <= len(self.documents[document].text):
            raise Refused

    def apply(self, document: int, spans: list[Span], codes: list[int], coder: str) -> None:
        if not codes:
            return
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

    def counts(self, code: int) -> tuple[int, int, int]:
        """Own passages, passages of the subtree, documents of the subtree; one by one."""
        below = self.below(code)
        own = {key[:2] for key in self.codings if key[2] == code}
        all_of_them = {key[:2] for key in self.codings if key[2] in below}
        return len(own), len(all_of_them), len({document for document, _ in all_of_them})

    def passages(self) -> set[tuple[int, Span]]:
        marked = {key[:2] for key in self.codings}
        return marked.union(*(memo.passages for memo in self.memos.values()))

    # ------------------------------------------------------------------ documents and people

    def knows(self, coder: str) -> None:
        if coder not in self.coders:
            self.coders.append(coder)

    def group_named(self, name: str) -> str:
        for group in self.groups:
            if group.casefold() == name.casefold():
                return group
        if name:
            self.groups.append(name)
        return name

    def delete_documents(self, documents: set[int]) -> None:
        for document in documents:
            self.documents.pop(document, None)
        self.order = [i for i in self.order if i in self.documents]
        self.codings = {k: v for k, v in self.codings.items() if k[0] in self.documents}
        self.work = {k: v for k, v in self.work.items() if k[0] in self.documents}
        for memo in self.memos.values():
            memo.documents &= set(self.documents)
            memo.passages = {p for p in memo.passages if p[0] in self.documents}

    def move_documents(self, documents: list[int], before: int | None) -> None:
        moving = list(dict.fromkeys(i for i in documents if i in self.documents))
        rest = [i for i in self.order if i not in moving]
        place = rest.index(before) if before in rest else len(rest)
        self.order = rest[:place] + moving + rest[place:]

    def rename_coder(self, old: str, new: str) -> None:
        if not new or (new != old and new in self.coders):
            raise Refused
        self.coders[self.coders.index(old)] = new
        self.codings = {
            (d, s, c, new if who == old else who): v for (d, s, c, who), v in self.codings.items()
        }
        self.work = {(d, new if who == old else who): v for (d, who), v in self.work.items()}
        for memo in self.memos.values():
            memo.coder = new if memo.coder == old else memo.coder
