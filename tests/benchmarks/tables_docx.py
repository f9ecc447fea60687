"""The tables of a thesis with 5,000 passages in Word, against the same by python-docx's own calls.

The baseline writes the same headings, captions and tables with ``add_heading``, ``add_paragraph``,
``add_table`` and ``cell.text``. It leaves out what makes the figure's document better (merged
cells, rows that stay together, columns' widths, captions that Word numbers), so it is on the fast
side. Both run in one thread; times are the processor's, so that neighbours do not count.
"""

from __future__ import annotations

import gc
import io
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qcode.formats.headings import load
from qcode.formats.tables_docx import write
from qcode.formats.tables_words import TableWords, counted
from qcode.model.enums import CodeKind
from qcode.model.report import PageSetup
from qcode.model.theory_records import Evidence
from qcode.model.thesis import (
    ConceptPassages,
    Frequencies,
    FrequencyRow,
    MainCategory,
    OpenCategory,
    OpenCoding,
    Quote,
    Subcategory,
    TableOptions,
    ThesisTables,
)

if TYPE_CHECKING:
    from docx.document import Document

NAME = "tables_docx"
TARGET = 0.25
CATEGORIES, CONCEPTS, PASSAGES = 50, 10, 10  # a category, a concept
REPETITIONS = 3
OPTIONS = TableOptions(long=True, columns="none")


def run() -> tuple[list[float], list[float]]:
    """Return milliseconds of the figure and of the baseline, each into memory."""
    tables = _tables(CATEGORIES)
    _baseline(_tables(1))  # imports and the template are paid by neither
    write(_tables(1), io.BytesIO(), PageSetup(), OPTIONS)
    figures = [
        _milliseconds(lambda: write(tables, io.BytesIO(), PageSetup(), OPTIONS))
        for _ in range(REPETITIONS)
    ]
    return figures, [_milliseconds(lambda: _baseline(tables))]


def _milliseconds(work: Callable[[], None]) -> float:
    gc.collect()
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000


def _baseline(tables: ThesisTables) -> None:
    import docx

    words = TableWords.of(load("en"))
    document = docx.Document()
    document.add_paragraph(tables.project, style="Title")
    if tables.open is not None:
        rows = [[words.say(key) for key in ("passage", "concept", "category")]]
        for category in tables.open.categories:
            for nth, concept in enumerate(category.concepts):
                title = category.title
                if not nth:
                    title += f"\n{counted(category.evidence, words.headings)}"
                rows += [
                    [f"{quote.label} {quote.words}", *("", "")]
                    if place
                    else [f"{quote.label} {quote.words}", concept.title, title]
                    for place, quote in enumerate(concept.quotes)
                ]
        _section(document, words, "open", rows)
    if tables.axial is not None:
        rows = [[words.say(key) for key in ("main_category", "categories", "meaning")]]
        for main in tables.axial:
            rows += [[main.title, one.title, one.meaning] for one in main.below]
        _section(document, words, "axial", rows)
    if tables.frequencies is not None:
        rows = [[words.say(key) for key in ("code", "passages", "documents", "percent")]]
        whole = tables.frequencies.documents
        for row in tables.frequencies.rows:
            passages, documents = row.evidence
            share = f"{100 * documents / whole:.0f}"
            rows.append([row.title, str(passages), str(documents), share])
        _section(document, words, "frequencies", rows)
    document.save(io.BytesIO())


def _section(
    document: Document, words: TableWords, key: str, rows: Sequence[Sequence[str]]
) -> None:
    document.add_heading(words.say(f"{key}_section"), 1)
    document.add_paragraph(words.say(f"{key}_caption"))
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for line, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            if text:
                cell.text = text


def _tables(categories: int) -> ThesisTables:
    listed = tuple(
        OpenCategory(
            f"A{number} Authority lent by the leader",
            tuple(
                ConceptPassages(
                    f"a{number * CONCEPTS + concept} task taken from door to door",
                    tuple(_quote(place) for place in range(PASSAGES)),
                )
                for concept in range(CONCEPTS)
            ),
            Evidence(CONCEPTS * PASSAGES, 9),
        )
        for number in range(1, categories + 1)
    )
    titles = [one.title for one in listed]
    titles += [concept.title for one in listed for concept in one.concepts]
    return ThesisTables(
        project="Benchmark",
        date="2026-11-22",
        coders=("Anna", "李静"),
        open=OpenCoding(
            listed, categories * CONCEPTS, Evidence(categories * CONCEPTS * PASSAGES, 40), False
        ),
        axial=tuple(
            MainCategory(
                f"AA{number} Mechanism of the leading group",
                "",
                tuple(
                    Subcategory(one.title, "The leader’s standing works through somebody else.")
                    for one in listed[number::10]
                ),
            )
            for number in range(10)
            if listed[number::10]
        ),
        frequencies=Frequencies(
            (),
            tuple(
                FrequencyRow(title, CodeKind.CONCEPT, 0, Evidence(12, 6), ()) for title in titles
            ),
            40,
            "none",
        ),
    )


def _quote(place: int) -> Quote:
    if place == PASSAGES - 1:
        return Quote(f"{place:02d}-11", "主任在会上点了名，下午名单就送到各科室，谁也不好再推。")
    return Quote(
        f"{place:02d}-12",
        "The list goes round by hand, and whoever holds it speaks with the director’s voice; "
        f"that was the {place}th time this year & nobody <really> minded.",
    )
