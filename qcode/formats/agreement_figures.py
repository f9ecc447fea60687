"""What of a report on agreement is drawn, and how much of it goes into one picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor
from typing import TypeVar

from qcode.formats.agreement_pictures import (
    APART_HIGH,
    APART_LOW,
    BELOW,
    HIGH,
    LOW,
    PAPER,
    UNDEFINED,
    Dot,
    Drawn,
    Square,
    dots,
    grid,
    mixed,
    shade,
)
from qcode.formats.agreement_words import ALPHA, LINES, decimal
from qcode.formats.docx_pictures import Picture
from qcode.formats.headings import Headings
from qcode.model.agreement_report import AgreementReport, HeatMap
from qcode.model.records import Document
from qcode.model.review import Cell

T = TypeVar("T")
Shown = tuple[Picture, str]
"""A picture and its caption."""

_ROWS = 19  # in one picture: two of them fit on a page with their captions
_LINES = 24  # figures on lines in one picture, likewise
_SAID = 12  # documents whose figures can be written into the squares
_COLUMNS = 100  # in one picture, where squares are colours alone
_FIGURES, _WIDE = 24.0, 300.0  # width of a square with a figure in it, of all squares without
_CONFUSED = 12  # codes in the matrix
_CONFUSED_WIDE = 25.0
_MANY = 100_000  # characters, which no longer fit into a square


def value_lines(report: AgreementReport, words: Headings) -> list[Shown]:
    """Draw alpha of each code with its interval, the lowest first; none where there is none."""
    listed = sorted(
        (
            Dot(one.code.title, figure, one.measured.interval)
            for one in report.agreement.codes
            if (figure := one.measured.get(ALPHA)) is not None
        ),
        key=lambda dot: (dot.value, dot.name),
    )
    if not listed:
        return []
    ends = [min(dot.value, (dot.interval or (0.0, 0.0))[0]) for dot in listed]
    low = max(-1.0, min(0.0, floor(min(ends) * 5) / 5))
    lines = [(line, decimal(line, words)) for name, line, _, _ in LINES if name is ALPHA]
    caption = words.agreement["dots_caption"]
    return _shown(
        [dots(caption, part, lines, low) for part in _parts(listed, _LINES)],
        caption,
        words,
    )


def heat_maps(report: AgreementReport, words: Headings) -> list[Shown]:
    """Draw alpha by code and document, in as many pictures as it needs."""
    heat = report.heat
    if heat is None:
        return []
    said = words.agreement
    caption = said["heat_caption"].format(coefficient=said[heat.coefficient.value])
    figures = len(heat.documents) <= _SAID
    drawn = [
        _heat(heat, rows, columns, figures, words, caption)
        for rows in _parts(range(len(heat.codes)), _ROWS)
        for columns in _parts(range(len(heat.documents)), _SAID if figures else _COLUMNS)
    ]
    return _shown(drawn, caption, words)


def numbered(heat: HeatMap | None) -> bool:
    """Whether documents are told by their numbers in the table of documents."""
    return heat is not None and len(heat.documents) > _SAID


def _heat(
    heat: HeatMap,
    rows: Sequence[int],
    columns: Sequence[int],
    figures: bool,
    words: Headings,
    caption: str,
) -> Drawn:
    said = words.agreement
    cells = [
        [
            _of(heat.values[row][at], words, figures) if heat.used[row][at] else None
            for at in columns
        ]
        for row in rows
    ]
    legend = [
        (BELOW, said["heat_below"]),
        *((shade(value), decimal(value, words, 2)) for value in (0.0, 0.25, 0.5, 0.75, 1.0)),
        (UNDEFINED, said["heat_undefined"]),
        (PAPER, said["heat_empty"]),
    ]
    if figures:
        heads = [_short(heat.documents[at]) for at in columns]
    else:
        heads = [str(at + 1) if at == columns[0] or (at + 1) % 10 == 0 else "" for at in columns]
    return grid(
        caption,
        [heat.codes[row].title for row in rows],
        heads,
        cells,
        cell=_FIGURES if figures else min(_FIGURES, _WIDE / len(columns)),
        legend=legend,
        turned=figures,
    )


def _of(value: float | None, words: Headings, figures: bool) -> Square:
    if value is None:
        return Square(UNDEFINED, "–" if figures else "")
    # The colour is that of the figure as it is written: nothing that reads .00 is below 0.
    return Square(shade(round(value, 2)), decimal(value, words, 2) if figures else "")


def _short(document: Document) -> str:
    return document.label or document.name


# ---------------------------------------------------------------------- codes confused


def confusion(report: AgreementReport, words: Headings) -> list[Shown]:
    """Draw which codes two coders take for each other; for more coders, all pairs added up."""
    matrices = report.confusions
    cells = together(report)
    chosen = most_confused(report)
    if not cells or not chosen:
        return []
    said = words.agreement
    if len(matrices) == 1:
        caption = said["confusion_caption"].format(
            first=matrices[0].first.name, second=matrices[0].second.name
        )
    else:
        caption = said["confusion_caption_all"]
    titles = {code.id: code.title for one in matrices for code in one.codes}
    axis: list[int | None] = [*chosen, None]
    names = [said["none"] if code is None else titles[code] for code in axis]
    wanted = {(a, b): cells.get((a, b), 0) for a in axis for b in axis}
    same = max((size for (a, b), size in wanted.items() if a == b), default=0) or 1
    apart = max((size for (a, b), size in wanted.items() if a != b), default=0) or 1
    squares = [
        [
            None
            if first is None and second is None
            else _confused(
                wanted[first, second], same if first == second else apart, first == second
            )
            for second in axis
        ]
        for first in axis
    ]
    return _shown([grid(caption, names, names, squares, cell=_CONFUSED_WIDE)], caption, words)


def together(report: AgreementReport) -> dict[Cell, int]:
    """Return the cells of the matrices of all pairs, added up."""
    cells: dict[Cell, int] = {}
    for one in report.confusions:
        for cell, size in one.cells.items():
            cells[cell] = cells.get(cell, 0) + size
    return cells


def most_confused(report: AgreementReport) -> list[int]:
    """Return the codes most often taken for another one, or left out, in codebook order."""
    other: dict[int, int] = {}
    alone: dict[int, int] = {}
    for (first, second), size in together(report).items():
        if first == second:
            continue
        counted = alone if first is None or second is None else other
        for code in (first, second):
            if code is not None:
                counted[code] = counted.get(code, 0) + size
    order = {one.code.id: place for place, one in enumerate(report.agreement.codes)}
    worst = sorted(
        {*other, *alone}, key=lambda code: (-other.get(code, 0), -alone.get(code, 0), order[code])
    )
    return sorted(worst[:_CONFUSED], key=lambda code: order[code])


def _confused(size: int, most: int, same: bool) -> Square:
    if not size:
        return Square("#f7f7f6")
    # The root of the share, so that small amounts can be told from none.
    share = (size / most) ** 0.5
    fill = mixed(LOW, HIGH, share) if same else mixed(APART_LOW, APART_HIGH, share)
    return Square(fill, f"{size // 1000}k" if size >= _MANY else str(size))


# ---------------------------------------------------------------------- pictures


def _parts(listed: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    """Cut a sequence into parts of nearly the same size, of at most ``most``."""
    number = max(1, -(-len(listed) // most))
    size = -(-len(listed) // number)
    for at in range(0, len(listed), max(size, 1)):
        yield listed[at : at + size]


def _shown(drawn: Sequence[Drawn], caption: str, words: Headings) -> list[Shown]:
    """Return pictures with their captions; of several each says which it is."""
    found = []
    for part, one in enumerate(drawn, 1):
        of = words.agreement["part"].format(part=part, parts=len(drawn)) if len(drawn) > 1 else ""
        found.append((Picture(one.svg, one.width, one.height, f"{caption}{of}"), f"{caption}{of}"))
    return found
