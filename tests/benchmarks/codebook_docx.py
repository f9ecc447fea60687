"""The codebook of 500 codes in Word, against the same document by python-docx's own calls.

The baseline writes the text of the same title, overview, headings, fields and passages with
``add_heading``, ``add_paragraph``, ``add_table`` and ``cell.text``. It leaves out what makes the
figure's document better (links, colours, columns' widths, contents), so it is on the fast side.
"""

from __future__ import annotations

import gc
import io
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qcode.formats.codebook_docx import write
from qcode.formats.codebook_words import DOT, facts, filled, summary, titled, with_parents
from qcode.formats.docx_text import quoted
from qcode.formats.headings import load
from qcode.model.enums import CodeKind
from qcode.model.report import Codebook, CodeEntry, PageSetup, QuotedPassage

if TYPE_CHECKING:
    from docx.document import Document

NAME = "codebook_docx"
TARGET = 0.1
CODES = 500
PASSAGES = 5
REPETITIONS = 3


def run() -> tuple[list[float], list[float]]:
    """Return milliseconds of the figure and of the baseline, each into memory."""
    codebook = _codebook()
    _baseline(_codebook(codes=2))  # imports and the template are paid by neither
    write(_codebook(codes=2), io.BytesIO(), PageSetup())
    figures = [
        _milliseconds(lambda: write(codebook, io.BytesIO(), PageSetup()))
        for _ in range(REPETITIONS)
    ]
    return figures, [_milliseconds(lambda: _baseline(codebook))]


def _milliseconds(work: Callable[[], None]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _baseline(codebook: Codebook) -> None:
    import docx

    words = load("en")
    document = docx.Document()
    document.add_paragraph(codebook.project, style="Title")
    for label, text in summary(codebook, words):
        document.add_paragraph(f"{label}: {text}")
    document.add_heading(words.overview, 1)
    rows = [
        (e.number, e.name, words.kind_name(e.kind), str(e.passages), str(e.documents))
        for e in codebook.entries
    ]
    _baseline_table(document, rows)
    for entry, parent in with_parents(codebook.entries):
        document.add_heading(titled(entry), 2)
        document.add_paragraph(DOT.join(facts(entry, parent, words)))
        _baseline_table(document, [(item.label, item.text) for item in filled(entry, words)])
        document.add_paragraph()
        _baseline_table(document, [(shown.label, quoted(shown.quote)) for shown in entry.quoted])
    document.save(io.BytesIO())


def _baseline_table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for line, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text


def _codebook(codes: int = CODES) -> Codebook:
    entries = []
    for place in range(codes):
        is_category = place % 10 == 0
        name = f"Task taken from door to door, variant {place}"
        entries.append(
            CodeEntry(
                guid=f"{place:032x}",
                name=name,
                path=name,
                number=f"A{place // 10 + 1}" if is_category else f"a{place}",
                kind=CodeKind.CATEGORY if is_category else CodeKind.CONCEPT,
                depth=0 if is_category else 1,
                parent="",
                color="#3b78d8",
                definition="The office takes the task to each bureau instead of sending a paper.",
                use_when="Somebody goes or calls in person on behalf of the group.",
                not_when="There is a written notice only, and nobody follows it up.",
                typical="Nobody sends paper here, we go and stand in the door until it is done.",
                boundary="By courier, and a telephone call an hour later.",
                own_passages=12,
                passages=12,
                documents=6,
                quoted=tuple(_passage(place, index) for index in range(PASSAGES)),
            )
        )
    return Codebook(
        project="Benchmark",
        date="2026-10-19",
        coders=("Anna", "李静"),
        documents=40,
        passages=codes * PASSAGES,
        entries=tuple(entries),
    )


def _passage(place: int, index: int) -> QuotedPassage:
    quote = (
        "主任在会上点了名，下午名单就送到各科室，谁也不好再推。"
        if index == PASSAGES - 1
        else "The list goes round by hand, and whoever holds it speaks with the director's voice; "
        f"that was the {place}th time this year & nobody <really> minded."
    )
    return QuotedPassage(
        label=f"{index + 1:02d}-{place % 90 + 10}",
        quote=quote,
        document=f"Interview {index + 1}",
        start=place,
        end=place + len(quote),
        code="",
        coder="Anna",
        memo="",
        created="2026-10-01T09:30:00Z",
        typical=index == 0,
    )
