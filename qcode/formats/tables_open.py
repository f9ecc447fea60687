"""The table of open coding: passage, concept, initial category."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from qcode.formats.docx_writing import Row, Rules, text
from qcode.formats.tables_words import TableWords, counted, is_cut, noted, passage
from qcode.model.enums import CodeKind
from qcode.model.theory_records import NO_EVIDENCE
from qcode.model.thesis import OpenCategory, OpenCoding, Quote, TableOptions

REPEAT = 14  # rows after which names stand again, so that no page is without them
_HEADS = ("passage", "concept", "category")
_CONCEPT = 1

_Cell = TypeVar("_Cell")


def blocks(
    found: OpenCoding, words: TableWords, width: int, options: TableOptions, rules: Rules
) -> list[str]:
    """Return the table and the notes below it; ``width`` is that of the text, in twips."""
    names = width * 26 // 100
    widths = _turned([width - 2 * names, names, names], options)
    rows = [Row(_turned([text("TableHead", words.say(key)) for key in _HEADS], options))]
    for category in found.categories:
        rows += _category(category, words, options)
    return noted(rows, widths, rules, words, _notes(found, words, options))


def _turned(cells: Sequence[_Cell], options: TableOptions) -> list[_Cell]:
    return list(reversed(cells)) if options.category_first else list(cells)


def _category(category: OpenCategory, words: TableWords, options: TableOptions) -> Iterator[Row]:
    lines = [
        (concept.title, quote)
        for concept in category.concepts
        for quote in concept.quotes or [None]
    ]
    lines = lines or [("", None)]
    again = [place % REPEAT == 0 for place in range(len(lines))]
    concepts = [anew or lines[place][0] != lines[place - 1][0] for place, anew in enumerate(again)]
    # In the appendix the category stands beside each concept; in the chapter once.
    categories = concepts if options.long else again
    shown = {_CONCEPT: concepts, 0 if options.category_first else 2: categories}
    for place, (concept, quote) in enumerate(lines):
        cells = [
            _passage(quote, words, options),
            text("TableText", concept or words.say("nothing")) if concepts[place] else _EMPTY,
            _title(category, words, whole=place == 0) if categories[place] else _EMPTY,
        ]
        following = place + 1
        begins = frozenset(
            column
            for column, new in shown.items()
            if new[place] and following < len(lines) and not new[following]
        )
        # In the appendix a name has the next row on its page, over which it may reach.
        keep = bool(begins) if options.long else (place + 1) % REPEAT != 0
        yield Row(
            _turned(cells, options),
            begins=begins,
            continues=frozenset(column for column, new in shown.items() if not new[place]),
            keep=keep and following < len(lines),
        )


_EMPTY = text("TableText", "")


def _passage(quote: Quote | None, words: TableWords, options: TableOptions) -> str:
    if quote is None:
        return text("TableText", words.say("nothing"))
    return passage(quote, cut=not options.long)


def _title(category: OpenCategory, words: TableWords, *, whole: bool) -> str:
    title = text("TableText", category.title or words.say("nothing"))
    if not whole or category.evidence == NO_EVIDENCE:
        return title
    return title + text("TableCount", counted(category.evidence, words.headings))


def _notes(found: OpenCoding, words: TableWords, options: TableOptions) -> list[str]:
    said = words.headings
    notes = [
        words.say(
            "sum_note",
            concept_count=said.count(found.concepts, CodeKind.CONCEPT),
            category_count=said.count(found.named, CodeKind.CATEGORY),
            passage_count=said.count(found.evidence.passages, "passages"),
            document_count=said.count(found.evidence.documents, "documents"),
        )
    ]
    quotes = [
        quote
        for category in found.categories
        for concept in category.concepts
        for quote in concept.quotes
    ]
    if quotes:
        notes.insert(0, words.say("labels_note"))
    if not options.long and any(is_cut(quote) for quote in quotes):
        notes.append(words.say("cut_note"))
    return notes
