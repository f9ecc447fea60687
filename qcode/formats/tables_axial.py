"""The tables of axial coding: main categories, properties, paradigms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qcode.formats.docx_text import ink, run
from qcode.formats.docx_writing import Row, Rules, label_width, paragraph, text, together
from qcode.formats.tables_words import TableWords, lines, noted, passage
from qcode.model.thesis import MainCategory, ParadigmTable, PropertyLine, Quote

_NUMBER = 900  # twips of a column of numbers, at least
_BOLD = ink(bold=True)


def main_categories(
    found: Iterable[MainCategory], words: TableWords, width: int, rules: Rules, *, long: bool
) -> list[str]:
    """Return the table of main categories; ``width`` is that of the text, in twips.

    The short form has a row for each with its initial categories and its meaning, the long one
    tells the meaning of each initial category too.
    """
    names = width * 27 // 100
    heads = ("main_category", "one_category" if long else "categories", "meaning")
    rows = [Row([text("TableHead", words.say(key)) for key in heads])]
    for main in found:
        rows += _each(main, words) if long else [_together(main, words)]
    return noted(rows, [names, names, width - 2 * names], rules, words)


def _together(main: MainCategory, words: TableWords) -> Row:
    nothing = words.say("nothing")
    return Row(
        [
            text("TableText", main.title or nothing),
            lines((one.title for one in main.below), nothing),
            text("TableText", main.meaning or nothing),
        ]
    )


def _each(main: MainCategory, words: TableWords) -> Iterator[Row]:
    nothing = words.say("nothing")
    told = [(one.title, one.meaning) for one in main.below]
    if main.meaning or not told:
        told.insert(0, ("", main.meaning))
    for place, (title, meaning) in enumerate(told):
        yield Row(
            [
                text("TableText", main.title or nothing, _BOLD) if place == 0 else _EMPTY,
                text("TableText", title),
                text("TableText", meaning or nothing),
            ],
            begins=frozenset({0} if place == 0 and len(told) > 1 else ()),
            continues=frozenset({0} if place else ()),
        )


_EMPTY = text("TableText", "")


def properties(
    found: Iterable[PropertyLine], words: TableWords, width: int, rules: Rules
) -> list[str]:
    """Return the table of properties: category, property, and its poles with a passage at each."""
    heads = ("property_of", "property", "low_pole", "high_pole")
    names = width * 19 // 100
    pole = (width - 2 * names) // 2
    rows = [Row([text("TableHead", words.say(key)) for key in heads])]
    listed = list(found)
    for place, one in enumerate(listed):
        same = place > 0 and listed[place - 1].category == one.category
        more = place + 1 < len(listed) and listed[place + 1].category == one.category
        rows.append(
            Row(
                [
                    _EMPTY if same else text("TableText", one.category),
                    text("TableText", one.name),
                    _pole(one.low, one.low_quote, words),
                    _pole(one.high, one.high_quote, words),
                ],
                begins=frozenset({0} if more and not same else ()),
                continues=frozenset({0} if same else ()),
            )
        )
    widths = [names, names, pole, width - 2 * names - pole]
    placed = any(one.low_quote or one.high_quote for one in listed)
    notes = [words.say("dimension_note")] if placed else []
    return noted(together(rows), widths, rules, words, notes)


def _pole(name: str, quote: Quote | None, words: TableWords) -> str:
    said = text("TableText", name or words.say("nothing"), _BOLD)
    return said + passage(quote, cut=True) if quote else said


def paradigm(found: ParadigmTable, words: TableWords, width: int, rules: Rules) -> list[str]:
    """Return the table of a paradigm: a row for each role with its categories and evidence."""
    heads = [text("TableHead", words.say(key)) for key in ("role", "role_categories")]
    heads += [text("TableHeadRight", words.say(key)) for key in ("passages", "documents")]
    role = width * 28 // 100
    nothing = words.say("nothing")
    rows = [Row(heads)]
    for line in found.roles:
        titles = [
            paragraph(
                "TableText",
                run(title) + run(f"\u2002{rests.passages}\u00a0/\u00a0{rests.documents}", _SMALL),
            )
            for title, rests in line.categories
        ]
        counts = line.evidence if titles else (nothing, nothing)
        rows.append(
            Row(
                [
                    text("TableText", words.headings.role_name(line.role)),
                    "".join(titles) or text("TableText", nothing),
                    *(text("TableNumber", str(count)) for count in counts),
                ]
            )
        )
    counts_of = [label_width([words.say(key)], least=_NUMBER) for key in ("passages", "documents")]
    widths = [role, width - role - sum(counts_of), *counts_of]
    return noted(together(rows), widths, rules, words, [words.say("role_note")])


_SMALL = ink(size=8.5)
