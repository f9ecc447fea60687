"""Memos in Word: each with what it is, who wrote it when, what it is about, and its text."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import BinaryIO

from qcode.formats.codebook_words import DOT
from qcode.formats.contrast import readable
from qcode.formats.docx_frame import WordFile
from qcode.formats.docx_lists import marked
from qcode.formats.docx_styles import ACCENT
from qcode.formats.docx_text import PLAIN, ink, run, runs_right
from qcode.formats.docx_writing import facts_table, paragraph, text
from qcode.formats.headings import Headings, load
from qcode.formats.printable import shorten
from qcode.model.memo_pages import Attachment, MemoPage, MemoPages
from qcode.model.report import PageSetup
from qcode.model.theory_records import LinkKind, LiveSegment, MemoOrder, TargetKind

_QUOTE_SIGNS = 160
_FEW = 8  # memos that need no contents
_WHOLE = 800  # code points of a memo that is not broken across pages
_LINK = ink(color=f"#{ACCENT}")
_GONE = ink(italic=True)


def write(
    found: MemoPages, target: str | os.PathLike[str] | BinaryIO, setup: PageSetup | None = None
) -> None:
    """Write memos as a Word file.

    Raises ``QcodeError`` naming the file when it cannot be written; an older one is then kept.
    """
    setup = setup or PageSetup()
    words = load(setup.headings, setup.terms)
    said = words.memo_pages
    coders = list(dict.fromkeys(page.coder for page in found.pages))
    file = WordFile(
        title=f"{said['title']}{DOT}{found.project}",
        author=words.join(coders),
        date=found.date,
        setup=setup,
        header=(found.project, said["title"]),
        footer=words.page_of,
    )
    file.add(text("Subtitle", said["title"]))
    file.add(text("Title", found.project))
    file.add(facts_table(_facts(found, coders, words), file.text_width))
    if len(found.pages) > _FEW:
        file.contents(words.contents, 2)
    by_codes = found.order is MemoOrder.CODES
    for (code, color), pages in groupby(found.pages, key=lambda page: (page.code, page.color)):
        if by_codes:
            shade = readable(color) if color else ""
            file.heading(2, code or said["without_code"], color=shade, rule=shade)
        for page in pages:
            _memo(file, page, words, level=3 if by_codes else 2)
    if not found.pages:
        file.add(paragraph("Normal"))
        file.add(text("Note", said["none"]))
    file.write(target)


def _facts(found: MemoPages, coders: Sequence[str], words: Headings) -> list[tuple[str, str]]:
    said = words.memo_pages
    kinds = Counter(page.kind for page in found.pages)
    counts = [
        said["count_one" if len(found.pages) == 1 else "count_many"].format(n=len(found.pages))
    ]
    order = said["by_codes" if found.order is MemoOrder.CODES else "by_time"]
    lines = [
        (words.date, words.day(found.date)),
        (words.coders, words.join(coders)),
        (said["title"], words.join(counts)),
        (words.kind, words.join(f"{words.memo_name(kind)} {n}" for kind, n in kinds.items())),
        (said["order"], order),
    ]
    return [(label, line) for label, line in lines if line]


def _memo(file: WordFile, page: MemoPage, words: Headings, *, level: int) -> None:
    said = words.memo_pages
    kind, day = words.memo_name(page.kind), words.day(_day(page.created))
    title = page.title or said["untitled"].format(kind=kind, day=day)
    file.heading(level, title)
    facts = [kind, page.coder, day]
    if _day(page.modified) != _day(page.created):
        facts.append(said["changed"].format(day=words.day(_day(page.modified))))
    # What the memo stands under need not be said again.
    on = [one for one in page.on if (one.kind, one.words) != (TargetKind.CODE, page.code)]
    about = DOT.join(facts)
    if on or not page.on:
        targets = said["target_separator"].join(_attached(one, words) for one in on)
        about += f"\n{said['on'].format(targets=targets or said['project'])}"
    file.add(text("Facts", about, keep_next=bool(page.segments)))
    lines = list(_lines(page.segments))
    short = sum(len(segment.words) for line in lines for segment in line) <= _WHOLE
    for place, line in enumerate(lines, 1):
        plain = "".join(segment.words for segment in line)
        file.add(
            paragraph(
                "FieldText",
                "".join(_shown(segment) for segment in line),
                # A short memo stays on one page; of a long one no last line stands alone.
                keep_next=place < len(lines) and (short or place == len(lines) - 1),
                right_to_left=runs_right(plain),
            )
        )


def _attached(one: Attachment, words: Headings) -> str:
    if one.kind is TargetKind.PASSAGE:
        return f"{one.words} {marked(shorten(one.quote, _QUOTE_SIGNS))}"
    if one.kind is TargetKind.RELATION:
        name = words.relation_name(one.type_key) if one.type_key else one.type_name
        return words.memo_pages["relation"].format(
            source=one.words, relation=name, target=one.target
        )
    return one.words


def _lines(segments: Sequence[LiveSegment]) -> list[list[LiveSegment]]:
    """Part the text at its line ends; a link stands on one line whatever it quotes."""
    found: list[list[LiveSegment]] = [[]]
    for segment in segments:
        if segment.kind is not None:
            found[-1].append(segment)
            continue
        first, *rest = segment.words.split("\n")
        found[-1].append(LiveSegment(segment.start, segment.end, first))
        found += [[LiveSegment(segment.start, segment.end, line)] for line in rest]
    return [line for line in found if any(segment.words for segment in line)]


def _shown(segment: LiveSegment) -> str:
    if segment.kind is None:
        return run(segment.words, PLAIN)
    words = " ".join(segment.words.split())
    if segment.kind is LinkKind.PASSAGE:
        words = marked(words)
    return run(words, _GONE if segment.gone else _LINK)


def _day(at: str) -> str:
    """The local day of a time."""
    try:
        return datetime.fromisoformat(at).astimezone().date().isoformat()
    except ValueError:
        return at[:10]
