"""Captions, heads and notes of the tables of a thesis: the language's, the school's, or own ones.

Keys are those of the part ``tables`` of ``resources/headings``. Its words are templates that take
the names of levels and kinds; own words are printed as they were typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from qcode.formats.docx_text import ink, run, runs_right
from qcode.formats.docx_writing import Row, Rules, field, paragraph, table, text
from qcode.formats.headings import Headings
from qcode.formats.printable import shorten
from qcode.model.enums import CodeKind, Level
from qcode.model.theory_records import Evidence
from qcode.model.thesis import Quote, TableOptions

LONGEST = 320  # as many Latin letters of a passage stand in the short form

OWN = (
    "open_section", "open_caption", "passage", "concept", "category",
    "axial_section", "axial_caption", "main_category", "categories", "meaning",
    "properties_caption", "property_of", "property", "dimension", "low_pole", "high_pole",
    "paradigm_section", "paradigm_caption", "role", "role_categories", "passages", "documents",
    "selective_section", "selective_caption", "relation", "relation_meaning", "relation_passage",
    "stages_caption", "stage_number", "stage", "stage_meaning", "stage_categories",
    "diagram_caption",
    "chains_section", "chains_caption", "problem", "cause", "remedy",
    "saturation_section", "saturation_caption",
    "frequencies_section", "frequencies_caption", "code", "percent",
    "variables_section", "variables_caption", "together",
    "typology_section", "typology_caption",
)  # fmt: skip
"""Keys of the words that users may replace, in the order of the tables."""

# A caption or head with a variant follows its own words with the variant.
_VARIANTS = {
    "open_caption_part": "open_caption",
    "one_category": "categories",
    "relation_passages": "relation_passage",
}


@dataclass(frozen=True, slots=True)
class TableWords:
    """The words of one file."""

    headings: Headings
    own: Mapping[str, str]

    @classmethod
    def of(cls, headings: Headings, options: TableOptions | None = None) -> TableWords:
        """Return the words of a language, with those of ``options`` above them."""
        return cls(headings, dict(options.own_words) if options else {})

    def say(self, key: str, **values: str) -> str:
        """Return the words of ``key`` with ``values`` in the places of their names in braces."""
        own = self.own.get(key) or self.own.get(_VARIANTS.get(key, ""))
        if own:  # may hold any braces
            for name, value in values.items():
                own = own.replace(f"{{{name}}}", value)
            return own
        said = self.headings.tables[key].format(**(self._names() | values))
        return said[:1].upper() + said[1:]

    def standard(self) -> dict[str, str]:
        """Return key → words of the language for the keys of ``OWN``."""
        plain = TableWords(self.headings, {})
        kept = {name: f"{{{name}}}" for name in ("name", "down", "across")}
        return {key: plain.say(key, **kept) for key in OWN}

    def plural(self, kind: CodeKind) -> str:
        """Return the name of a kind for several of it, as it stands within a sentence."""
        many = self.headings.counts[kind.value]["many"]
        prefix = self.headings.tables["plural"]
        return many.removeprefix(prefix) if many.startswith(prefix) else self.one(kind)

    def one(self, kind: CodeKind) -> str:
        """Return the name of a kind, as a head."""
        return self.headings.kind_name(kind)

    def _names(self) -> dict[str, str]:
        words = self.headings
        return {
            "open": words.level_name(Level.OPEN),
            "axial": words.level_name(Level.AXIAL),
            "selective": words.level_name(Level.SELECTIVE),
            "concept": self.one(CodeKind.CONCEPT),
            "category": self.one(CodeKind.CATEGORY),
            "main": self.one(CodeKind.MAIN_CATEGORY),
            "core": self.one(CodeKind.CORE_CATEGORY),
            "concepts": self.plural(CodeKind.CONCEPT),
            "categories": self.plural(CodeKind.CATEGORY),
            "mains": self.plural(CodeKind.MAIN_CATEGORY),
        }


class Captions:
    """Captions numbered by Word itself, tables and figures apart."""

    def __init__(self, words: TableWords, chapter: str) -> None:
        self._words = words
        self._chapter = chapter.strip()
        self._counts: dict[str, int] = {}

    def table(self, title: str) -> str:
        """Return the caption above a table."""
        return self._caption("table", title)

    def figure(self, title: str, *, noted: bool = False) -> str:
        """Return the caption below a figure; it stays with a note that follows it."""
        return self._caption("figure", title, keep_next=noted or None)

    def _caption(self, key: str, title: str, *, keep_next: bool | None = True) -> str:
        number = self._counts[key] = self._counts.get(key, 0) + 1
        name = self._words.headings.tables[key]
        separator = self._words.headings.tables["number_separator"]
        before = f"{self._chapter}{separator}" if self._chapter else ""
        counter = field(f"SEQ {name} \\* ARABIC", str(number))
        return paragraph(
            "Caption",
            run(f"{name} {before}") + counter + run(f"\u2002{title}"),
            keep_next=keep_next,
        )


def rules(options: TableOptions) -> Rules:
    """Return the lines of all tables."""
    return "grid" if options.grid else "three"


# ---------------------------------------------------------------------- what cells hold


def noted(
    rows: Sequence[Row],
    widths: Sequence[int],
    lines: Rules,
    words: TableWords,
    sentences: Iterable[str] = (),
) -> list[str]:
    """Return a table and the note of ``sentences`` below it, which stays with its last row."""
    between = "" if words.headings.language == "zh" else " "
    said = between.join(sentences)
    if not said:
        return [table(rows, widths, rules=lines), paragraph("Gap")]
    kept = [*rows[:-1], *(replace(row, keep=True) for row in rows[-1:])]
    return [
        table(kept, widths, rules=lines),
        paragraph("Gap", keep_next=True),
        text("Note", words.say("note", sentences=said)),
    ]


def passage(quote: Quote, *, cut: bool = False) -> str:
    """Return a passage behind its label as the paragraph of a cell; ``cut`` shortens long ones."""
    said = shorten(quote.words, LONGEST) if cut else _BLANK_LINES.sub("\n", quote.words.strip())
    return paragraph(
        "TableText",
        run(f"{quote.label}\u2002", _LABEL) + run(said),
        right_to_left=runs_right(said),
    )


def is_cut(quote: Quote) -> bool:
    """Whether ``passage`` shortens it."""
    return shorten(quote.words, LONGEST).endswith("…") and not quote.words.rstrip().endswith("…")


def counted(evidence: Evidence, words: Headings) -> str:
    """Say how many passages in how many documents."""
    return words.in_documents.format(
        passages=words.count(evidence.passages, "passages"),
        documents=words.count(evidence.documents, "documents"),
    )


def lines(titles: Iterable[str], nothing: str) -> str:
    """Return one paragraph a title for a cell, ``nothing`` where there is none."""
    return "".join(text("TableText", title) for title in titles) or text("TableText", nothing)


_LABEL = ink(bold=True, size=9)
_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")
