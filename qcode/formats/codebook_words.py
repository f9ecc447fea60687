"""What a codebook says about itself and its codes, in words: the same for Word and HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from qcode.formats.headings import Headings
from qcode.model.enums import KIND_ORDER, CodeKind
from qcode.model.report import Codebook, CodeEntry

FieldName = Literal["definition", "use_when", "not_when", "typical", "boundary"]
FIELDS: tuple[FieldName, ...] = ("definition", "use_when", "not_when", "typical", "boundary")
EXAMPLES: frozenset[FieldName] = frozenset({"typical", "boundary"})
_EN_SPACE = "\u2002"
DOT = " · "


@dataclass(frozen=True, slots=True)
class FilledField:
    """A field of a code's definition that says something."""

    label: str
    text: str
    is_example: bool


def titled(entry: CodeEntry) -> str:
    """Number and name as they stand in a heading; the name alone where codes have no numbers."""
    return f"{entry.number}{_EN_SPACE}{entry.name}" if entry.number else entry.name


def named(entry: CodeEntry) -> str:
    """Number and name within a line."""
    return f"{entry.number} {entry.name}" if entry.number else entry.name


def with_parents(entries: Iterable[CodeEntry]) -> Iterator[tuple[CodeEntry, CodeEntry | None]]:
    """Pair each entry with its parent, found by tree order and depth.

    The parent is None for a code without one, and where it is not among the entries.
    """
    above: list[CodeEntry] = []
    for entry in entries:
        while above and above[-1].depth >= entry.depth:
            above.pop()
        yield entry, above[-1] if above and above[-1].depth == entry.depth - 1 else None
        above.append(entry)


def facts(entry: CodeEntry, parent: CodeEntry | None, words: Headings) -> list[str]:
    """The line below a heading: kind and parent, level, passages of the subtree, its own."""
    kind = words.kind_name(entry.kind)
    parts = [
        words.kind_of.format(kind=kind, parent=named(parent)) if parent else kind,
        words.level_name(entry.kind.level),
    ]
    if entry.passages == 0:
        parts.append(words.no_passages)
        return parts
    parts.append(
        words.in_documents.format(
            passages=words.count(entry.passages, "passages"),
            documents=words.count(entry.documents, "documents"),
        )
    )
    if 0 < entry.own_passages < entry.passages:
        parts.append(words.own_count.format(n=entry.own_passages))
    return parts


def filled(entry: CodeEntry, words: Headings) -> list[FilledField]:
    """The fields of the definition that are not empty, in their fixed order."""
    found = []
    for name in FIELDS:
        text: str = getattr(entry, name).strip()
        if text:
            label: str = getattr(words, name)
            found.append(FilledField(label, text, name in EXAMPLES))
    return found


def summary(codebook: Codebook, words: Headings) -> list[tuple[str, str]]:
    """The lines of the title block, label and text, without empty ones."""
    kinds = Counter(entry.kind for entry in codebook.entries)
    counts = (words.count(kinds[kind], kind) for kind in reversed(KIND_ORDER) if kinds[kind])
    material = (
        words.count(codebook.documents, "documents"),
        words.count(codebook.passages, "passages"),
    )
    lines = [
        (words.date, words.day(codebook.date)),
        (words.coders, words.join(codebook.coders)),
        (words.material, words.join(material)),
        (words.codes, words.join(counts)),
    ]
    return [(label, text) for label, text in lines if text]


def heading_levels(entries: Iterable[CodeEntry]) -> dict[CodeKind, int]:
    """Heading level of each kind that occurs: 2 for the highest of them, one more for the next.

    By kind and not by depth, so that a category without a main category looks like the others.
    """
    present = {entry.kind for entry in entries}
    ordered = [kind for kind in reversed(KIND_ORDER) if kind in present]
    return {kind: level for level, kind in enumerate(ordered, start=2)}
