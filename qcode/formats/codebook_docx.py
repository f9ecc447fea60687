"""The codebook in Word: title, contents, overview of the tree, then one entry a code."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import BinaryIO

from qcode.formats.codebook_words import (
    DOT,
    FilledField,
    facts,
    filled,
    heading_levels,
    summary,
    titled,
    with_parents,
)
from qcode.formats.contrast import readable
from qcode.formats.docx_frame import WordFile
from qcode.formats.docx_styles import MUTED
from qcode.formats.docx_text import PLAIN, ink, quoted, run
from qcode.formats.docx_writing import (
    TWIPS_PER_CM,
    Row,
    facts_table,
    field,
    label_width,
    link,
    paragraph,
    table,
    text,
)
from qcode.formats.headings import Headings, load
from qcode.model.enums import CodeKind
from qcode.model.report import Codebook, CodeEntry, PageSetup, QuotedPassage

_BAND = "#f3f6f6"
_STEP = 230
_DEEPEST = 8
_WHOLE = 1500
_FEW = 25
# Lines of contents that the first page holds below the title, with some to spare.
_LINES_PORTRAIT, _LINES_LANDSCAPE = 30, 12


def write(
    codebook: Codebook, target: str | os.PathLike[str] | BinaryIO, setup: PageSetup | None = None
) -> None:
    """Write ``codebook`` as a Word file.

    Raises ``QcodeError`` naming the file when it cannot be written; an older one is then kept.
    """
    setup = setup or PageSetup()
    words = load(setup.headings, setup.terms)
    file = WordFile(
        title=f"{words.codebook}{DOT}{codebook.project}",
        author=words.join(codebook.coders),
        date=codebook.date,
        setup=setup,
        header=(codebook.project, words.codebook),
        footer=words.page_of,
    )
    levels = heading_levels(codebook.entries)
    _title(file, codebook, words)
    if codebook.entries:
        depth = _contents_depth(codebook, levels)
        file.contents(words.contents, depth)
        listed = 2 + sum(levels[entry.kind] <= depth for entry in codebook.entries)
        fits = listed <= (_LINES_LANDSCAPE if setup.landscape else _LINES_PORTRAIT)
        _overview(file, codebook, words, page_break=fits)
        _entries(file, codebook, words, levels)
    else:
        file.add(paragraph("Normal"))
        file.add(text("Note", words.no_codes))
    file.write(target)


def _contents_depth(codebook: Codebook, levels: dict[CodeKind, int]) -> int:
    """Concepts are too many for the contents; the overview, which follows, has them all."""
    others = [level for kind, level in levels.items() if kind is not CodeKind.CONCEPT]
    return max(others, default=2 if len(codebook.entries) <= _FEW else 1)


def _title(file: WordFile, codebook: Codebook, words: Headings) -> None:
    file.add(text("Subtitle", words.codebook))
    file.add(text("Title", codebook.project))
    file.add(facts_table(summary(codebook, words), file.text_width))


def _overview(file: WordFile, codebook: Codebook, words: Headings, *, page_break: bool) -> None:
    # A page of its own, unless the contents go on to the next page anyway.
    if not page_break:
        file.add(paragraph("Normal"))
    file.heading(1, words.overview, page_break=page_break)
    numbered = any(entry.number for entry in codebook.entries)
    numbers = label_width([entry.number for entry in codebook.entries], least=750)
    kinds = label_width([words.kind_name(kind) for kind in CodeKind], least=900, advance=85)
    tail = [label_width([label], least=700) for label in _counts(words)]
    name_width = file.text_width - kinds - sum(tail) - (numbers if numbered else 0)
    heads = [text("TableHead", words.name), text("TableHead", words.kind)]
    heads += [text("TableHeadRight", label) for label in _counts(words)]
    widths = [name_width, kinds, *tail]
    if numbered:
        heads.insert(0, text("TableHead", words.number))
        widths.insert(0, numbers)
    rows = [Row(heads)]
    for index, entry in enumerate(codebook.entries):
        rows.append(_overview_row(entry, _anchor(index), words, numbered=numbered))
    file.add(table(rows, widths, rules="three"))


def _counts(words: Headings) -> tuple[str, str, str]:
    return words.passages, words.documents, words.page


def _overview_row(entry: CodeEntry, anchor: str, words: Headings, *, numbered: bool) -> Row:
    is_main = entry.kind.rank >= CodeKind.MAIN_CATEGORY.rank
    look = ink(bold=True) if is_main else PLAIN
    indent = min(entry.depth, _DEEPEST) * _STEP + _STEP
    name = (
        run("■", ink(color=readable(entry.color), size=7))
        + "<w:r><w:tab/></w:r>"
        + link(anchor, run(entry.name, look))
    )
    kind = f"{words.kind_name(entry.kind)}"
    cells = [
        paragraph("TableText", name, hanging=(indent, _STEP)),
        text("TableText", kind, ink(color=f"#{MUTED}", size=9)),
        text("TableNumber", str(entry.passages)),
        text("TableNumber", str(entry.documents)),
        paragraph("TableNumber", field(f"PAGEREF {anchor} \\h")),
    ]
    if numbered:
        cells.insert(0, text("TableText", entry.number, look))
    return Row(cells, shade=_BAND if is_main else "")


def _entries(
    file: WordFile, codebook: Codebook, words: Headings, levels: dict[CodeKind, int]
) -> None:
    file.heading(1, words.code_entries, page_break=True)
    labels = label_width(
        [words.definition, words.use_when, words.not_when, words.typical, words.boundary],
        least=1700,
    )
    places = label_width(
        [passage.label for entry in codebook.entries for passage in entry.quoted],
        least=900,
        most=1900,
    )
    for index, (entry, parent) in enumerate(with_parents(codebook.entries)):
        color = readable(entry.color)
        file.heading(
            levels[entry.kind],
            titled(entry),
            color=color,
            name=_anchor(index),
            rule=color if entry.kind.rank >= CodeKind.MAIN_CATEGORY.rank else "",
        )
        fields = filled(entry, words)
        file.add(text("Facts", DOT.join(facts(entry, parent, words))))
        if fields:
            file.add(_fields(fields, labels, file.text_width))
        if entry.quoted:
            if fields:
                file.add(paragraph("Gap"))
            file.add(_passages(entry.quoted, color, places, file.text_width))


def _fields(fields: list[FilledField], labels: int, width: int) -> str:
    rows = []
    length = sum(len(item.text) for item in fields)
    for index, item in enumerate(fields):
        look = ink(italic=True) if item.is_example else PLAIN
        # The heading keeps with the table, and a definition of ordinary length stays whole.
        keep = index < len(fields) - 1 and (index == 0 or length <= _WHOLE)
        rows.append(
            (
                text("FieldLabel", item.label, keep_next=keep),
                text("FieldText", item.text, look, keep_next=keep),
            )
        )
    return table(rows, (labels, width - labels), rules="rows", header_rows=0)


def _passages(passages: Sequence[QuotedPassage], color: str, labels: int, width: int) -> str:
    look = ink(color=color)
    rows = []
    for place, passage in enumerate(passages):
        # No passage stands alone above or below the foot of a page.
        keep = place + 1 < len(passages) and place in (0, len(passages) - 2)
        rows.append(
            (
                text("PassageLabel", passage.label, look, keep_next=keep),
                text("PassageText", quoted(passage.quote), keep_next=keep),
            )
        )
    indent = TWIPS_PER_CM // 2
    widths = (labels, width - labels - indent)
    return table(rows, widths, rules="none", header_rows=0, indent=indent)


def _anchor(index: int) -> str:
    return f"code_{index + 1}"
