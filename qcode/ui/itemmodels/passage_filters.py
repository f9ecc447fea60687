"""Which passages a list shows: conditions on documents, coders, variables, marks and words."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import NamedTuple

from qcode.model.records import Passage
from qcode.services.passages import DocumentFacts

GROUP, DOCUMENT, CODER, VARIABLE = "group", "document", "coder", "variable"

Value = int | str | None
"""Id of a group (None: of no group) or document, name of a coder, value of a variable."""


class Field(NamedTuple):
    """What a condition looks at; ``name`` is that of the variable."""

    kind: str
    name: str = ""


@dataclass(frozen=True)
class PassageFilter:
    """Conditions that a passage fulfils all of; within one, any of the values will do."""

    conditions: Mapping[Field, frozenset[Value]] = field(default_factory=dict)
    typical: bool = False
    memo: bool = False
    words: str = ""
    without_concept: bool = False

    @property
    def active(self) -> bool:
        """Whether anything is asked for."""
        return self.conditional or bool(self.words.strip())

    @property
    def conditional(self) -> bool:
        """Whether anything but words is asked for."""
        return bool(self.conditions or self.typical or self.memo or self.without_concept)

    def with_values(self, of: Field, values: Iterable[Value]) -> PassageFilter:
        """Return the filter with other values of one condition; none takes the condition away."""
        wanted = frozenset(values)
        kept = {one: chosen for one, chosen in self.conditions.items() if one != of}
        return replace(self, conditions=kept | ({of: wanted} if wanted else {}))


def reader(of: Field, facts: Mapping[int, DocumentFacts]) -> Callable[[Passage], Value]:
    """Return the function that tells a passage's value; a missing variable is an empty word."""
    if of.kind == CODER:
        return lambda passage: passage.coder
    if of.kind == DOCUMENT:
        return lambda passage: passage.document_id
    by_document: dict[int, Value] = {
        one.id: one.group_id if of.kind == GROUP else one.values.get(of.name, "")
        for one in facts.values()
    }
    missing: Value = None if of.kind == GROUP else ""
    return lambda passage: by_document.get(passage.document_id, missing)


def choices(
    passages: Iterable[Passage], of: Field, facts: Mapping[int, DocumentFacts]
) -> dict[Value, int]:
    """Return which values occur among some passages, and in how many of them."""
    read = reader(of, facts)
    seen = Counter((read(one), one.selection_id) for one in passages)
    return dict(Counter(value for value, _ in seen))


def kept(
    passages: Iterable[Passage], asked: PassageFilter, facts: Mapping[int, DocumentFacts]
) -> list[Passage]:
    """Return the passages that fulfil the conditions on documents, coders and variables."""
    found = list(passages)
    for of, values in asked.conditions.items():
        read = reader(of, facts)
        found = [one for one in found if read(one) in values]
    return found


def marked(passages: list[Passage], asked: PassageFilter) -> list[Passage]:
    """Return the passages that are typical, or carry a memo, where that is asked for."""
    if asked.typical:
        passages = [one for one in passages if one.typical]
    if asked.memo:
        passages = [one for one in passages if one.memo.strip()]
    return passages


def haystack(passage: Passage) -> str:
    """Return where words are looked for: quotation, document, its label, coder and memo."""
    label = passage.label.rpartition("-")[0]
    return "\n".join(
        (passage.quote, passage.document, label, passage.coder, passage.memo)
    ).casefold()


def together(passages: list[Passage], part_of: Mapping[int, frozenset[int]]) -> list[Passage]:
    """Return the passages on which all codes asked for meet.

    ``part_of`` maps each code that occurs to those asked-for codes that it stands for. A passage is
    kept when some character of it carries every one of them, whoever coded it.
    """
    spans: dict[int, dict[int, set[tuple[int, int]]]] = {}  # by document, by code asked for
    for one in passages:
        here = spans.setdefault(one.document_id, {})
        for code in part_of[one.code_id]:
            here.setdefault(code, set()).add((one.start, one.end))
    asked = frozenset().union(*part_of.values())
    meetings = {
        document_id: reduce(_shared, map(_covered, here.values()))
        for document_id, here in spans.items()
        if len(here) == len(asked)
    }
    ends = {document_id: [end for _, end in found] for document_id, found in meetings.items()}
    keeping = []
    for one in passages:
        stretches = meetings.get(one.document_id)
        if stretches:
            at = bisect_right(ends[one.document_id], one.start)
            if at < len(stretches) and stretches[at][0] < one.end:
                keeping.append(one)
    return keeping


def _covered(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches that some spans cover, in text order and apart from each other."""
    found: list[tuple[int, int]] = []
    first, last = -1, -1
    for start, end in sorted(spans):
        if start > last:
            if last > first:
                found.append((first, last))
            first, last = start, end
        elif end > last:
            last = end
    return [*found, (first, last)] if last > first else found


def _shared(some: list[tuple[int, int]], others: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What two lists of stretches have in common."""
    found: list[tuple[int, int]] = []
    one = other = 0
    while one < len(some) and other < len(others):
        start = max(some[one][0], others[other][0])
        end = min(some[one][1], others[other][1])
        if start < end:
            found.append((start, end))
        if some[one][1] < others[other][1]:
            one += 1
        else:
            other += 1
    return found
