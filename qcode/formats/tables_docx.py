"""The tables of a thesis in Word: one section a level of coding, captions that Word numbers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from qcode.formats import (
    diagram_svg,
    saturation_docx,
    tables_axial,
    tables_chains,
    tables_frequencies,
    tables_open,
    tables_selective,
    tables_typology,
)
from qcode.formats.codebook_words import DOT
from qcode.formats.docx_frame import WordFile
from qcode.formats.docx_pictures import Picture
from qcode.formats.docx_text import ink, run
from qcode.formats.docx_writing import paragraph, text
from qcode.formats.headings import load
from qcode.formats.tables_words import Captions, TableWords, rules
from qcode.model.diagram import Arrangement, Model
from qcode.model.report import PageSetup
from qcode.model.saturation import Saturation
from qcode.model.thesis import (
    Frequencies,
    SelectiveCoding,
    TableOptions,
    ThesisTables,
    Typology,
)


def write(
    found: ThesisTables,
    target: str | os.PathLike[str] | BinaryIO,
    setup: PageSetup | None = None,
    options: TableOptions | None = None,
) -> None:
    """Write the tables as a Word file.

    Raises ``QcodeError`` naming the file when it cannot be written; an older one is then kept.
    """
    _Tables(found, setup or PageSetup(), options or TableOptions()).file().write(target)


_NAMES = 12  # of what is new in a document, in the short form


class _Tables:
    """Puts the tables into a file, one after the other."""

    def __init__(self, found: ThesisTables, setup: PageSetup, options: TableOptions) -> None:
        self._found = found
        self._options = options
        self._words = TableWords.of(load(setup.headings, setup.terms), options)
        self._captions = Captions(self._words, options.chapter)
        self._rules = rules(options)
        said = self._words.headings
        title = self._words.say("title")
        self._file = WordFile(
            title=f"{title}{DOT}{found.project}",
            author=said.join(found.coders),
            date=found.date,
            setup=setup,
            header=(found.project, title),
            footer=said.page_of,
        )
        self._width = self._file.text_width
        self._sections = 0

    def file(self) -> WordFile:
        """Return the file with everything that was found."""
        self._file.add(text("Subtitle", self._words.say("title")))
        self._file.add(text("Title", self._found.project))
        self._open()
        self._axial()
        self._paradigms()
        if self._found.selective is not None:
            self._selective(self._found.selective)
        self._chains()
        if self._found.saturation is not None:
            self._saturation(self._found.saturation)
        if self._found.frequencies is not None and self._found.frequencies.rows:
            self._section("frequencies_section")
            self._frequencies(self._found.frequencies, self._words.say("frequencies_caption"))
        self._variables()
        if self._found.typology is not None:
            self._typology(self._found.typology)
        if not self._sections:
            self._file.add(text("Note", self._words.say("no_tables")))
        return self._file

    # ------------------------------------------------------------------ sections

    def _open(self) -> None:
        found = self._found.open
        if found is None or not found.categories:
            return
        self._section("open_section")
        key = "open_caption_part" if found.partial else "open_caption"
        self._table(
            self._words.say(key),
            tables_open.blocks(found, self._words, self._width, self._options, self._rules),
        )

    def _axial(self) -> None:
        mains, properties = self._found.axial, self._found.properties
        if not mains and not properties:
            return
        self._section("axial_section")
        if mains:
            self._table(
                self._words.say("axial_caption"),
                tables_axial.main_categories(
                    mains, self._words, self._width, self._rules, long=self._options.long
                ),
            )
        if properties:
            self._table(
                self._words.say("properties_caption"),
                tables_axial.properties(properties, self._words, self._width, self._rules),
            )

    def _paradigms(self) -> None:
        if not self._found.paradigms:
            return
        self._section("paradigm_section")
        for one in self._found.paradigms:
            self._table(
                self._words.say("paradigm_caption", name=one.name),
                tables_axial.paradigm(one, self._words, self._width, self._rules),
            )

    def _selective(self, found: SelectiveCoding) -> None:
        if not (found.cores or found.relations or found.stages):
            return
        self._section("selective_section")
        for core in found.cores:
            title = self._words.say("core_line", title=core.title)
            meaning = f"\u2002{core.meaning}" if core.meaning else ""
            self._file.add(paragraph("FieldText", run(title, _BOLD) + run(meaning)))
        if found.relations:
            self._table(
                self._words.say("selective_caption"),
                tables_selective.relations(
                    found.relations, self._words, self._width, self._rules, long=self._options.long
                ),
            )
        if found.stages:
            self._table(
                self._words.say("stages_caption"),
                tables_selective.stages(found.stages, self._words, self._width, self._rules),
            )
        if found.diagram is not None:
            self._diagram(*found.diagram)

    def _diagram(self, model: Model, arrangement: Arrangement) -> None:
        area = diagram_svg.extent(arrangement, model)
        title = self._words.say("diagram_caption")
        drawn = diagram_svg.svg(model, arrangement, title=title)
        self._file.picture(
            Picture(drawn, area.width, area.height, title), self._captions.figure(title)
        )

    def _saturation(self, found: Saturation) -> None:
        if not found.documents:
            return
        self._section("saturation_section")
        said = self._words.headings
        self._table(
            self._words.say("saturation_caption"),
            saturation_docx.ledger(
                found,
                said,
                self._width,
                rules=self._rules,
                most_names=None if self._options.long else _NAMES,
            ),
        )
        if self._options.long and found.measure.runs:
            self._table(
                saturation_docx.measure_caption(found.measure, said),
                saturation_docx.measure(found, said, self._width, rules=self._rules),
            )

    def _frequencies(self, found: Frequencies, caption: str) -> None:
        for title, columns in self._parted(
            caption, tables_frequencies.parts(found, self._words, self._width)
        ):
            self._table(
                title,
                tables_frequencies.blocks(found, columns, self._words, self._width, self._rules),
            )

    def _variables(self) -> None:
        shown = [one for one in self._found.variables or () if one.rows]
        if not shown:
            return
        self._section("variables_section")
        for one in shown:
            self._frequencies(one, self._words.say("variables_caption", name=one.variable))

    def _chains(self) -> None:
        if not self._found.chains:
            return
        self._section("chains_section")
        self._table(
            self._words.say("chains_caption"),
            tables_chains.blocks(
                self._found.chains,
                self._words,
                self._width,
                self._rules,
                long=self._options.long,
            ),
        )

    def _typology(self, found: Typology) -> None:
        if not tables_typology.holds_anything(found):
            return
        self._section("typology_section")
        for title, columns in self._parted(
            tables_typology.caption(found, self._words),
            tables_typology.parts(found, self._words, self._width),
        ):
            self._table(
                title,
                tables_typology.blocks(
                    found, columns, self._words, self._width, self._rules, long=self._options.long
                ),
            )

    # ------------------------------------------------------------------ pieces

    def _section(self, key: str) -> None:
        if self._sections:
            self._file.add(paragraph("SectionGap"))
        self._sections += 1
        self._file.heading(1, self._words.say(key))

    def _parted(self, caption: str, parts: Sequence[range]) -> Iterator[tuple[str, range]]:
        """Yield the caption and the columns of each part of a table."""
        for number, columns in enumerate(parts, 1):
            title = caption
            if len(parts) > 1:
                title += self._words.say("part", part=str(number), parts=str(len(parts)))
            yield title, columns

    def _table(self, title: str, blocks: Iterable[str]) -> None:
        self._file.add(self._captions.table(title))
        for block in blocks:
            self._file.add(block)


_BOLD = ink(bold=True)
