"""Where the levels of a codebook do not fit together: questions to the tree and to its use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from qcode.analysis.tree import ancestors
from qcode.model.enums import CodeKind

_HIGH = (CodeKind.MAIN_CATEGORY, CodeKind.CORE_CATEGORY)


@dataclass
class Tree:
    """Codes in tree order: id → kind, and id → parent."""

    kinds: Mapping[int, CodeKind]
    parents: Mapping[int, int | None]
    children: dict[int, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.children = {code: [] for code in self.kinds}
        for code, parent in self.parents.items():
            if parent is not None:
                self.children[parent].append(code)

    def of(self, *kinds: CodeKind) -> Iterator[int]:
        """Yield the codes of some kinds."""
        return (code for code, kind in self.kinds.items() if kind in kinds)

    def above(self, code: int) -> Iterator[CodeKind]:
        """Yield the kinds of the codes above one, from the nearest to the topmost."""
        return (self.kinds[one] for one in ancestors(code, self.parents))

    def with_below(self, codes: Iterable[int]) -> set[int]:
        """Return the codes of ``codes`` and everything above them."""
        found: set[int] = set()
        for code in codes:
            found.add(code)
            for above in ancestors(code, self.parents):
                if above in found:
                    break
                found.add(above)
        return found


def several_cores(tree: Tree) -> list[tuple[int, ...]]:
    """Return the core categories, all in one group, where there is more than one."""
    cores = tuple(tree.of(CodeKind.CORE_CATEGORY))
    return [cores] if len(cores) > 1 else []


def levels_skipped(tree: Tree) -> list[tuple[int, ...]]:
    """Return main and core categories that hold concepts directly, each with those concepts."""
    found = []
    for code in tree.of(*_HIGH):
        bare = [one for one in tree.children[code] if tree.kinds[one] is CodeKind.CONCEPT]
        if bare:
            found.append((code, *bare))
    return found


def concepts_in_model(tree: Tree, in_model: Collection[int]) -> list[int]:
    """Return the concepts among the codes that paradigms, relations and stages are made of."""
    return [code for code in tree.of(CodeKind.CONCEPT) if code in in_model]


def outside_main_categories(tree: Tree) -> list[int]:
    """Return the categories below no main category, once there are main categories."""
    if next(tree.of(CodeKind.MAIN_CATEGORY), None) is None:
        return []
    return [
        code
        for code in tree.of(CodeKind.CATEGORY)
        if CodeKind.MAIN_CATEGORY not in set(tree.above(code))
    ]


def without_concepts(tree: Tree) -> list[int]:
    """Return the categories without a concept below them, and main categories without anything."""
    holding = tree.with_below(tree.of(CodeKind.CONCEPT))
    return [
        code
        for code in tree.of(CodeKind.CATEGORY, CodeKind.MAIN_CATEGORY)
        if code not in holding
        and (tree.kinds[code] is CodeKind.CATEGORY or not tree.children[code])
    ]


def without_category(tree: Tree) -> list[int]:
    """Return the concepts with nothing but concepts above them."""
    return [
        code
        for code in tree.of(CodeKind.CONCEPT)
        if all(kind is CodeKind.CONCEPT for kind in tree.above(code))
    ]


def unused(tree: Tree, coded: Collection[int], in_model: Collection[int]) -> list[int]:
    """Return the codes with nothing below them that are on no passage and not in the model."""
    return [
        code
        for code in tree.kinds
        if not tree.children[code] and code not in coded and code not in in_model
    ]


def on_one_document(tree: Tree, occurrences: Mapping[int, Collection[int]]) -> dict[int, int]:
    """Return category → document, where it and all below it occur in that document alone.

    ``occurrences`` gives the codes coded in each document; with fewer than two documents nothing
    is found.
    """
    if len(occurrences) < 2:
        return {}
    only: dict[int, int | None] = {}  # None for more than one document
    for document, codes in occurrences.items():
        only.update((code, None if code in only else document) for code in codes)
    for code in reversed(list(tree.kinds)):  # so that what is below is known before
        parent = tree.parents[code]
        if code in only and parent is not None:
            mine = only[code]
            only[parent] = mine if only.get(parent, mine) == mine else None
    return {
        code: document
        for code, document in ((code, only.get(code)) for code in tree.kinds)
        if document is not None and tree.kinds[code] is not CodeKind.CONCEPT
    }
