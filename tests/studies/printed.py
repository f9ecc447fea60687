"""Tables of a thesis as lines of text, and the words of a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import docx
from qcode.model.saturation import Saturation
from qcode.model.theory_records import Evidence
from qcode.model.thesis import (
    Chain,
    Frequencies,
    MainCategory,
    OpenCoding,
    ParadigmTable,
    Quote,
    SelectiveCoding,
    Typology,
)


def rests(evidence: Evidence) -> str:
    """Passages and documents: ``3/2``."""
    return f"{evidence.passages}/{evidence.documents}"


def said(quotes: Iterable[Quote]) -> str:
    return "; ".join(f"{quote.label} {quote.words}" for quote in quotes)


def open_coding(found: OpenCoding | None) -> list[str]:
    assert found is not None
    return [
        f"{said(concept.quotes)} | {concept.title} | {category.title}"
        for category in found.categories
        for concept in category.concepts
    ]


def axial(found: tuple[MainCategory, ...] | None) -> list[str]:
    assert found is not None
    return [
        f"{main.title} | {', '.join(one.title for one in main.below)} | {main.meaning}"
        for main in found
    ]


def paradigm(found: ParadigmTable) -> list[str]:
    return [
        f"{line.role} | "
        + ", ".join(f"{title} {rests(evidence)}" for title, evidence in line.categories)
        for line in found.roles
        if line.categories
    ]


def relations(found: SelectiveCoding | None) -> list[str]:
    assert found is not None
    return [
        f"{one.source} {one.type_key or one.type_name} {one.target} | {one.meaning}"
        f" | {said(one.quotes)}"
        for one in found.relations
    ]


def stages(found: SelectiveCoding | None) -> list[str]:
    assert found is not None
    return [
        f"{number} {one.name} | {', '.join(one.categories)} | {one.meaning}"
        for number, one in enumerate(found.stages, 1)
    ]


def saturation(found: Saturation | None) -> list[str]:
    assert found is not None
    return [
        f"{one.document} | {'held out' if one.held_out else 'building'}"
        f" | {len(one.concepts)} | {len(one.categories)} | {len(one.higher)}"
        for one in found.documents
    ] + [str(found.sentence)]


def frequencies(found: Frequencies | None) -> list[str]:
    """Head, then every code with its sum and its columns."""
    assert found is not None
    head = " | ".join(["", "", *(f"{name} ({size})" for name, size in found.columns)]).strip()
    return [head] + [
        " | ".join(
            [
                f"{'  ' * row.depth}{row.title}",
                rests(row.evidence),
                *(rests(one) for one in row.by_column),
            ]
        )
        for row in found.rows
    ]


def variables(found: tuple[Frequencies, ...] | None) -> dict[str, list[str]]:
    """Name of the variable → its table."""
    assert found is not None
    return {one.variable: frequencies(one) for one in found}


def chains(found: tuple[Chain, ...] | None) -> list[str]:
    """Each chain from the problem on, every part with its passages and documents."""
    assert found is not None
    return [
        " ← ".join(
            f"{one.title} {rests(one.evidence)}"
            for one in (chain.problem, *chain.causes, chain.remedy)
        )
        for chain in found
    ]


def typology(found: Typology | None) -> list[str]:
    """Head, then every row with what its cells hold: summaries, else passages, else documents."""
    assert found is not None
    rows = [" | ".join([found.down.name, *found.across.titles]).strip()]
    for title, cells in zip(found.down.titles, found.cells, strict=True):
        told = [
            " / ".join(one.summaries) or said(one.quotes) or ", ".join(one.documents)
            for one in cells
        ]
        rows.append(" | ".join([title, *told]))
    return rows


def words_of(path: Path) -> str:
    """Everything that can be read in a Word file, paragraph by paragraph, then table by table."""
    return "\n".join(_lines(path))


def _lines(path: Path) -> Iterator[str]:
    document = docx.Document(str(path))
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            yield from (cell.text for cell in row.cells)
