"""A Word file: pages, styles, header, footer, contents, properties; its body comes as blocks.

``python-docx`` gives package, sections, headers and properties. What its template would leave
behind (styles nobody uses, another program's dates and preview picture) is taken out, and the
body, which may be long, never passes through it. The same content gives the same bytes: every time
stamp is the day the content is of.
"""

from __future__ import annotations

import io
import os
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

from qcode.formats.atomic import replacing
from qcode.formats.docx_pictures import HIGHEST, Picture
from qcode.formats.docx_sections import END_ACROSS, END_UPRIGHT, in_sections
from qcode.formats.docx_styles import HEADING_LEVELS, fonts_xml, styles_xml
from qcode.formats.docx_text import PLAIN, ink, run
from qcode.formats.docx_writing import (
    bookmark,
    field_end,
    field_start,
    link,
    page_numbers,
    paragraph,
)
from qcode.formats.printable import printable, shorten
from qcode.model.report import PageSetup

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import _Footer, _Header

_PAPERS = {"a4": (11906, 16838), "letter": (12240, 15840)}
_SIDE, _TOP, _BOTTOM, _EDGE = 1418, 1474, 1304, 709
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEADER_SIGNS = 60
_MARK = "body of the document"
_SMALLEST = 0.75  # of a drawing, whose letters are of 9 to 11 points
_WORTH_A_PAGE = 1.2  # times larger
_ACROSS_HIGH = 380.0  # points: with its caption it fits on a page across
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
# Parts of the template that say nothing about the document or describe another one.
_LEFTOVERS = {
    "stylesWithEffects", "webSettings", "customXml", "numbering",
    "thumbnail", "extended-properties",
}  # fmt: skip
_SETTINGS = (
    f'<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:updateFields w:val="true"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)


class WordFile:
    """Collects the blocks of a Word file and writes it.

    ``date`` is an ISO 8601 day. ``header`` is printed at the top of every page but the first, its
    two parts left and right; ``footer`` at the bottom of each, with ``{page}`` and ``{pages}``
    standing for numbers.
    """

    def __init__(
        self,
        *,
        title: str,
        author: str,
        date: str,
        setup: PageSetup,
        header: tuple[str, str],
        footer: str,
    ) -> None:
        self._title = title
        self._author = author
        self._date = _day(date)
        self._header = header
        self._footer = footer
        width, height = _PAPERS[setup.paper]
        self._landscape = setup.landscape
        self._page = (height, width) if setup.landscape else (width, height)
        self._blocks: list[str] = []
        self._contents: tuple[int, str, int] | None = None
        self._entries: list[tuple[int, str, str]] = []
        self._bookmarks = 0
        self._pictures: list[tuple[int, Picture, bool]] = []

    @property
    def text_width(self) -> int:
        """Width between the margins in twips."""
        return self._page[0] - 2 * _SIDE

    def add(self, block: str) -> None:
        """Append a paragraph or a table made by ``docx_writing``."""
        self._blocks.append(block)

    def heading(
        self,
        level: int,
        words: str,
        *,
        color: str = "",
        name: str = "",
        page_break: bool = False,
        rule: str = "",
    ) -> None:
        """Append a heading of ``level`` 1 to 5 that the contents list.

        ``name`` is a bookmark for links to it, ``rule`` the colour of a line below.
        """
        look = ink(color=color) if color else PLAIN
        self._bookmarks += 1
        anchor = f"_Toc{self._bookmarks:08d}"
        content = bookmark(anchor, self._bookmarks, run(words, look))
        if name:
            self._bookmarks += 1
            content = bookmark(name, self._bookmarks, content)
        self._entries.append((level, words, anchor))
        level = min(level, HEADING_LEVELS)
        self.add(
            paragraph(f"Heading{level}", content, keep_next=True, page_break=page_break, rule=rule)
        )

    def picture(self, picture: Picture, caption: str) -> None:
        """Append a picture, no wider than the text, and the paragraph below it.

        One that would become too small to read, and larger across, has a page across of its own.
        """
        upright, across = picture.scale(self.text_width), picture.scale(self._across, _ACROSS_HIGH)
        turned = not self._landscape and upright < _SMALLEST and across > upright * _WORTH_A_PAGE
        if turned:
            self.add(END_UPRIGHT)
        self._pictures.append((len(self._blocks), picture, turned))
        self._blocks += ["", caption]
        if turned:
            self.add(END_ACROSS)

    @property
    def _across(self) -> int:
        """Width in twips between the margins of a page that is turned."""
        return self._page[1] - 2 * _SIDE

    def contents(self, title: str, depth: int) -> None:
        """Put the table of contents here, down to headings of level ``depth``."""
        self._contents = (len(self._blocks), title, depth)

    def write(self, target: str | os.PathLike[str] | BinaryIO) -> None:
        """Write the file; an older file at that place is only replaced by a whole new one.

        Raises ``QcodeError`` naming the file when it cannot be written.
        """
        if isinstance(target, (str, os.PathLike)):
            with replacing(target) as path, path.open("wb") as file:
                self._write(file)
        else:
            self._write(target)

    def _write(self, file: BinaryIO) -> None:
        frame = io.BytesIO()
        self._frame().save(frame)
        stamp = self._date.timetuple()[:6]
        with zipfile.ZipFile(frame) as source, zipfile.ZipFile(file, "w") as result:
            for name in source.namelist():
                info = zipfile.ZipInfo(name, date_time=stamp)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o600 << 16
                info.create_system = 3
                content = source.read(name)
                if name == "word/fontTable.xml":
                    content = fonts_xml()
                if name != "word/document.xml":
                    result.writestr(info, content)
                    continue
                head, tail = content.decode().split(f"<w:p><w:r><w:t>{_MARK}</w:t></w:r></w:p>")
                whole = head + in_sections("".join(self._body()), tail)
                result.writestr(info, whole.encode())

    def _body(self) -> list[str]:
        """The blocks with the contents in their place, ending with a paragraph as Word wants."""
        blocks = list(self._blocks)
        if not blocks or blocks[-1].endswith("</w:tbl>"):
            blocks.append(paragraph("Gap"))
        if self._contents is not None:
            place, title, depth = self._contents
            listed = [entry for entry in self._entries if entry[0] <= depth]
            blocks.insert(place, _contents(title, depth, listed))
        return blocks

    def _frame(self) -> Document:
        import docx
        from docx.enum.section import WD_ORIENT
        from docx.shared import Twips

        document = docx.Document()
        document.add_paragraph(_MARK)
        package = document.part.package
        for rels in (package.rels, document.part.rels):
            for key, rel in list(rels.items()):
                if rel.reltype.rpartition("/")[2] in _LEFTOVERS:
                    del rels[key]
        for number, (place, picture, turned) in enumerate(self._pictures, 1):
            size = (self._across, _ACROSS_HIGH) if turned else (self.text_width, HIGHEST)
            self._blocks[place] = picture.block(document.part, number, *size)
        _refill(document.styles.element, styles_xml(self.text_width))
        _refill(document.settings.element, _SETTINGS)

        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE if self._landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Twips(side) for side in self._page)
        section.left_margin = section.right_margin = Twips(_SIDE)
        section.top_margin, section.bottom_margin = Twips(_TOP), Twips(_BOTTOM)
        section.header_distance = section.footer_distance = Twips(_EDGE)
        section.different_first_page_header_footer = True
        left, right = (shorten(part, _HEADER_SIGNS) for part in self._header)
        tab = "<w:r><w:tab/></w:r>"
        _fill(section.header, paragraph("Header", run(left) + tab + run(right)))
        _fill(section.first_page_header, paragraph("Normal"))
        for footer in (section.footer, section.first_page_footer):
            _fill(footer, paragraph("Footer", page_numbers(self._footer)))

        if any(turned for _, _, turned in self._pictures):
            other = document.add_section()
            other.orientation = WD_ORIENT.LANDSCAPE
            other.page_width, other.page_height = (Twips(side) for side in reversed(self._page))
            other.different_first_page_header_footer = False
            stops = f'<w:tab w:val="clear" w:pos="{self.text_width}"/>'
            stops += f'<w:tab w:val="right" w:pos="{self._across}"/>'
            line = paragraph("Header", run(left) + tab + run(right))
            style = '<w:pStyle w:val="Header"/>'
            _fill(other.header, line.replace(style, f"{style}<w:tabs>{stops}</w:tabs>"))

        properties = document.core_properties
        properties.title = printable(self._title)[:255]
        properties.author = properties.last_modified_by = printable(self._author)[:255]
        properties.comments = ""
        properties.created = properties.modified = self._date.replace(tzinfo=None)
        return document


def _day(date: str) -> datetime:
    """The day as a time; a zip archive knows none before 1980."""
    try:
        found = datetime.fromisoformat(date[:10]).replace(tzinfo=UTC)
    except ValueError:
        return _EPOCH
    return found if 1980 <= found.year <= 2107 else _EPOCH


def _refill(element: BaseOxmlElement, xml: str) -> None:
    from docx.oxml.parser import parse_xml

    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml(xml)))


def _fill(part: _Header | _Footer, block: str) -> None:
    from docx.oxml.parser import parse_xml

    part.is_linked_to_previous = False
    element = part._element
    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml(f"<w:hdr {_W}>{block}</w:hdr>")))


def _contents(title: str, depth: int, entries: list[tuple[int, str, str]]) -> str:
    """The contents as a field that Word computes, with its entries already in place.

    Page numbers are left to Word, which asks for them on opening (``w:updateFields``): no other
    number than the right one is worth printing.
    """
    if not entries:
        return ""
    begin = field_start(f'TOC \\o "1-{depth}" \\h \\z \\u')
    lines = [
        paragraph(
            f"TOC{min(level, HEADING_LEVELS)}",
            (begin if index == 0 else "")
            + link(anchor, run(words))
            + (field_end() if index == len(entries) - 1 else ""),
        )
        for index, (level, words, anchor) in enumerate(entries)
    ]
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
        f"{paragraph('TOCHeading', run(title))}{''.join(lines)}</w:sdtContent></w:sdt>"
    )
