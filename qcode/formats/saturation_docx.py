"""The saturation ledger in Word: documents and what is new in each, verdict, measure by runs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import BinaryIO

from qcode.formats.codebook_words import DOT
from qcode.formats.docx_frame import WordFile
from qcode.formats.docx_text import PLAIN, ink
from qcode.formats.docx_writing import Row, Rules, label_width, paragraph, table, text
from qcode.formats.headings import Headings, load
from qcode.formats.printable import shorten
from qcode.formats.tables_words import Captions, TableWords
from qcode.model.enums import CodeKind
from qcode.model.report import PageSetup
from qcode.model.saturation import CodingOrder, DocumentNews, RunMeasure, Saturation, Verdict

_NARROW, _COUNT, _WIDE_COUNT, _NAME_SIGNS, _VERDICT_SIGNS = 900, 800, 1300, 60, 240
_MANY = 20  # names in a row, which then would be very high
_DOCUMENTS = 38  # per cent of what the other columns leave
_BOLD, _SMALL = ink(bold=True), ink(size=8.5)


def write(
    found: Saturation,
    target: str | os.PathLike[str] | BinaryIO,
    *,
    project: str,
    coders: Iterable[str],
    date: str,
    setup: PageSetup | None = None,
) -> None:
    """Write the ledger as a Word file of its own; ``date`` is an ISO 8601 day.

    Raises ``QcodeError`` naming the file when it cannot be written; an older one is then kept.
    """
    setup = setup or PageSetup()
    words = load(setup.headings, setup.terms)
    file = WordFile(
        title=f"{words.saturation['title']}{DOT}{project}",
        author=words.join(coders),
        date=date,
        setup=setup,
        header=(project, words.saturation["title"]),
        footer=words.page_of,
    )
    file.add(text("Subtitle", words.saturation["title"]))
    file.add(text("Title", project))
    captions = Captions(TableWords.of(words), "")
    file.add(captions.table(words.saturation["caption"]))
    for block in ledger(found, words, file.text_width):
        file.add(block)
    if found.measure.runs:
        file.add(captions.table(measure_caption(found.measure, words)))
    for block in measure(found, words, file.text_width):
        file.add(block)
    file.write(target)


def ledger(
    found: Saturation,
    words: Headings,
    width: int,
    *,
    rules: Rules = "three",
    most_names: int | None = None,
) -> list[str]:
    """Return the table of documents and the notes below it, for any Word file.

    ``width`` is that of the text, in twips. Of what is new in a document ``most_names`` are named,
    then … stands. The caption above the table is the caller's.
    """
    said = words.saturation
    plural = TableWords.of(words).plural
    heads = (
        said["new_concepts"].format(concept=plural(CodeKind.CONCEPT)),
        said["new_categories"].format(category=plural(CodeKind.CATEGORY)),
    )
    used = label_width([said["used_for"], said["building"], said["held_out"]], least=_NARROW)
    counts = [label_width(head.split(), least=_COUNT, most=_WIDE_COUNT) for head in heads]
    rest = width - used - sum(counts)
    first = rest * _DOCUMENTS // 100
    widths = [first, used, *counts, rest - first]
    small = any(len(_shown(one, most_names)) > _MANY for one in found.documents)
    rows = [
        Row(
            [
                text("TableHead", said["document"]),
                text("TableHead", said["used_for"]),
                *(text("TableHeadRight", head) for head in heads),
                text("TableHead", said["names"]),
            ]
        )
    ]
    rows += [_row(one, words, most_names, small=small) for one in found.documents]
    rows[-1] = replace(rows[-1], keep=True)  # the sum does not stand alone on a page
    rows.append(_sum(found.documents, words))
    order = "by_documents" if found.order is CodingOrder.DOCUMENTS else "by_first_coding"
    return [
        table(rows, widths, rules=rules),
        paragraph("Gap", keep_next=True),
        text("Note", said[order], keep_next=True),
        text("Normal", verdict(found, words)),
    ]


def _row(one: DocumentNews, words: Headings, most_names: int | None, *, small: bool) -> Row:
    said = words.saturation
    nothing = said["nothing"]
    names = _shown(one, most_names)
    counts = [str(len(new)) if one.coded else nothing for new in (one.concepts, one.categories)]
    return Row(
        [
            text("TableText", _titled(one)),
            text("TableText", said["held_out" if one.held_out else "building"]),
            *(text("TableNumber", count) for count in counts),
            text(
                "TableText",
                words.join(names) or nothing if one.coded else said["not_coded"],
                _SMALL if small else PLAIN,
            ),
        ]
    )


def _shown(one: DocumentNews, most_names: int | None) -> list[str]:
    """What the columns count; main and core categories only where they decide on the verdict."""
    shown = (*(one.higher if one.held_out else ()), *one.categories, *one.concepts)
    names = [code.name for code in shown]
    return names if most_names is None or len(names) <= most_names else [*names[:most_names], "…"]


def _sum(documents: Sequence[DocumentNews], words: Headings) -> Row:
    sums = (
        sum(len(one.concepts) for one in documents),
        sum(len(one.categories) for one in documents),
    )
    return Row(
        [
            text("TableText", words.saturation["sum"], _BOLD),
            text("TableText", ""),
            *(text("TableNumber", str(total), _BOLD) for total in sums),
            text("TableText", ""),
        ],
        keep=True,
    )


def _titled(one: DocumentNews) -> str:
    name = shorten(one.document, _NAME_SIGNS)
    return f"{one.label}  {name}" if one.label else name


def verdict(found: Saturation, words: Headings) -> str:
    """Return the verdict in one sentence, in the language of the headings."""
    held_out = [one for one in found.documents if one.held_out]
    template = words.saturation[found.verdict.value]
    if found.verdict is Verdict.NOT_YET_CODED:
        return template.format(coded=sum(one.coded for one in held_out), count=len(held_out))
    if found.verdict is Verdict.NOT_SATURATED:
        names = words.join(name for one in held_out for name in one.names)
        return template.format(names=shorten(names, _VERDICT_SIGNS))
    return template


# ---------------------------------------------------------------------- the measure


def measure_caption(found: RunMeasure, words: Headings) -> str:
    """Return the caption of the table of runs."""
    return words.saturation["measure_caption"].format(
        base_size=found.base_size, run_length=found.run_length, threshold=f"{found.threshold:g}"
    )


def measure(found: Saturation, words: Headings, width: int, *, rules: Rules = "three") -> list[str]:
    """Return the table of runs with what it comes to, or one sentence where there is no run."""
    said, numbers = words.saturation, found.measure
    if not numbers.runs:
        least = numbers.base_size + numbers.run_length
        sentence = said["too_few"].format(least=least, base_size=numbers.base_size)
        return [paragraph("Gap"), text("Note", sentence)]
    labels = [one.label or shorten(one.document, _NAME_SIGNS) for one in found.curve]
    heads = ("run", "new_in_run", "base", "percent", "reached")
    column = (width * 3 // 4) // 4
    widths = [width - 4 * column, *[column] * 4]
    rows = [
        Row(
            [text("TableHead" if head == "run" else "TableHeadRight", said[head]) for head in heads]
        )
    ]
    for run in numbers.runs:
        look = _BOLD if run.first - 1 == numbers.reached_at else PLAIN
        rows.append(
            Row(
                [
                    text("TableText", words.join(labels[run.first - 1 : run.last]), look),
                    text("TableNumber", str(run.new), look),
                    text("TableNumber", str(numbers.base), look),
                    text("TableNumber", f"{run.percent:.1f} %", look),
                    text("TableNumber", said["yes" if run.reached else "no"], look),
                ]
            )
        )
    reached = (
        said["not_reached"]
        if numbers.reached_at is None
        else said["reached_at"].format(documents=numbers.reached_at, run_length=numbers.run_length)
    )
    return [
        table(rows, widths, rules=rules),
        paragraph("Gap"),
        text("Normal", reached),
        text("Note", said["source"]),
    ]
