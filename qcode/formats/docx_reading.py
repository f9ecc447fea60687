"""Word documents: the text of ``word/document.xml`` in reading order.

A paragraph is a line. A row of a table is a line too, its cells parted by tabs; paragraphs within
a cell keep their newlines. Text boxes follow the paragraph that holds them. Tracked insertions
are text, deletions and the old places of moved text are not. Line, page and column breaks are
newlines.

Left out: headers and footers, numbers that Word computes for lists, footnotes, endnotes and
comments (counted, so that the import can say so). Hidden text is text.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, BinaryIO

from qcode.formats.docx_package import main_part
from qcode.formats.symbol_font import character
from qcode.formats.texts import normalised_newlines
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from lxml.etree import _Element

# The same elements live in one namespace in what Word writes and in another in "strict" files.
_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_M = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_MC = ("http://schemas.openxmlformats.org/markup-compatibility/2006",)


class _Role(Enum):
    TEXT = auto()
    SIGN = auto()
    SYMBOL = auto()
    SKIP = auto()
    NOTE = auto()
    COMMENT = auto()
    ALTERNATIVE = auto()
    BOX = auto()
    PARAGRAPH = auto()
    TABLE = auto()


_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_WORDS = {
    _Role.TEXT: "t",
    _Role.SIGN: " ".join(_SIGNS),
    _Role.SYMBOL: "sym",
    # Properties, deleted and moved text, codes of fields, pronunciation above characters.
    _Role.SKIP: "pPr rPr sdtPr sdtEndPr tblPr tblGrid trPr tcPr sectPr del moveFrom delText "
    "instrText delInstrText rt",
    _Role.NOTE: "footnoteReference endnoteReference",
    _Role.COMMENT: "commentReference",
    _Role.BOX: "txbxContent",
    _Role.PARAGRAPH: "p",
    _Role.TABLE: "tbl",
}


def _names(namespaces: tuple[str, ...], words: str) -> tuple[str, ...]:
    return tuple(f"{{{space}}}{word}" for space in namespaces for word in words.split())


_ROLES = {name: role for role, words in _WORDS.items() for name in _names(_W, words)}
_ROLES.update(dict.fromkeys(_names(_M, "t"), _Role.TEXT))
_ROLES.update(dict.fromkeys(_names(_MC, "AlternateContent"), _Role.ALTERNATIVE))
_SIGN_OF = {name: sign for word, sign in _SIGNS.items() for name in _names(_W, word)}
_BLOCKS = (*_names(_W, "p tbl"), *_names(_MC, "AlternateContent"))
_ROW_PROPERTIES = frozenset(_names(_W, "trPr"))
_DELETED = frozenset(_names(_W, "del moveFrom"))
_MARKS = tuple(_names((space,), "pPr rPr") for space in _W)
_ROWS, _CELLS = frozenset(_names(_W, "tr")), frozenset(_names(_W, "tc"))
_CHOICES = frozenset(_names(_MC, "Choice Fallback"))
_DOCUMENTS = frozenset(_names(_W, "document"))


@dataclass(slots=True)
class DocxText:
    """The text of a document (LF newlines) and how many notes and comments are not in it."""

    text: str
    notes: int
    comments: int


def read_docx(file: BinaryIO) -> DocxText:
    """Return the text of the Word document in ``file`` (binary, seekable).

    Raises:
        QcodeError: as ``docx_package.main_part``; XML that is damaged, nested beyond measure, or
            declares entities.
    """
    walk = _Walk(counts=[0, 0])
    try:
        for block in _blocks(main_part(file)):
            walk.block(block)
    except RecursionError as error:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "It is no sound Word document: it is nested too deeply.")
        ) from error
    text = normalised_newlines("\n".join(walk.finished()))
    return DocxText(text, *walk.counts)


def _blocks(xml: bytes) -> Iterator[_Element]:
    """Yield the outermost paragraphs, tables and alternatives; each is freed after its turn."""
    from lxml import etree

    events = etree.iterparse(
        io.BytesIO(xml),
        events=("start", "end"),
        tag=_BLOCKS,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    depth = 0
    try:
        for event, element in events:
            if event == "start":
                if depth == 0:
                    _check_root(element)
                depth += 1
                continue
            depth -= 1
            if depth:
                continue
            yield element
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "It is damaged: its XML breaks off or is wrong at line {line}, column {column}.",
            ),
            line=line or 0,
            column=column or 0,
        ) from error
    _check_root(events.root)


def _check_root(element: _Element) -> None:
    tree = element.getroottree()
    if tree.docinfo.internalDTD is not None:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core", "It declares XML entities, which no Word document needs, and was not read."
            )
        )
    if tree.getroot().tag not in _DOCUMENTS:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "It is no sound Word document: its main part is none.")
        )


class _Walk:
    """Lines gathered from a stretch of blocks.

    ``counts`` (notes, comments) is shared by the walks through the cells and boxes of a document.
    """

    def __init__(self, counts: list[int]) -> None:
        self.counts = counts
        self._lines: list[str] = []
        self._line: list[str] = []
        self._boxes: list[str] = []

    def finished(self) -> list[str]:
        """Return all lines; a paragraph that was to go on in a next one ends here."""
        if self._line or self._boxes:
            self._end_line()
        return self._lines

    def block(self, element: _Element) -> None:
        """Add a paragraph, a table, or whatever holds such."""
        role = _ROLES.get(element.tag)
        if role is _Role.PARAGRAPH:
            self._inline(element)
            # Who deletes the mark at the end of a paragraph joins it with the next.
            if not _mark_is_deleted(element):
                self._end_line()
        elif role is _Role.TABLE:
            for row in _parts(element, _ROWS):
                self._row(row)
        elif role is _Role.ALTERNATIVE:
            self._lines += self._best_of(element, _Walk.block_children).finished()
        elif role is not _Role.SKIP:
            self.block_children(element)

    def block_children(self, element: _Element) -> None:
        """Add all blocks in ``element``."""
        for child in element:
            self.block(child)

    def _end_line(self) -> None:
        self._lines.append("".join(self._line))
        self._lines += self._boxes
        self._line, self._boxes = [], []

    def _row(self, row: _Element) -> None:
        properties = next((child for child in row if child.tag in _ROW_PROPERTIES), ())
        if any(mark.tag in _DELETED for mark in properties):
            return
        cells = ("\n".join(self._lines_of(cell)).rstrip("\n") for cell in _parts(row, _CELLS))
        self._lines.append("\t".join(cells))

    def _lines_of(self, container: _Element) -> list[str]:
        walk = _Walk(self.counts)
        walk.block_children(container)
        return walk.finished()

    def _best_of(self, alternatives: _Element, add: Callable[[_Walk, _Element], None]) -> _Walk:
        """Return the first alternative that has a text, walked: the same text stands in all."""
        walks = []
        for alternative in alternatives:
            if alternative.tag in _CHOICES:
                walk = _Walk([0, 0])
                add(walk, alternative)
                walks.append(walk)
                if walk._has_text():
                    break
        best = walks[-1] if walks else _Walk([0, 0])
        for place, count in enumerate(best.counts):
            self.counts[place] += count
        return best

    def _has_text(self) -> bool:
        return any(part.strip() for part in (*self._lines, *self._line, *self._boxes))

    def _inline(self, element: _Element) -> None:
        line = self._line
        for child in element:
            role = _ROLES.get(child.tag)
            if role is None:
                self._inline(child)
            elif role is _Role.TEXT:
                text = child.text
                if text:
                    line.append(text.replace("\n", " ") if "\n" in text else text)
            elif role is _Role.SKIP:
                continue
            elif role is _Role.SIGN:
                line.append(_SIGN_OF[child.tag])
            elif role is _Role.SYMBOL:
                line.append(_symbol(child))
            elif role is _Role.NOTE:
                self.counts[0] += 1
            elif role is _Role.COMMENT:
                self.counts[1] += 1
            elif role is _Role.ALTERNATIVE:
                best = self._best_of(child, _Walk._inline)
                line += best._line
                self._boxes += best._boxes
            elif role is _Role.BOX:
                self._boxes += self._lines_of(child)
            else:
                # A paragraph or table where none should be, such as in a foreign drawing.
                walk = _Walk(self.counts)
                walk.block(child)
                self._boxes += walk.finished()


def _symbol(element: _Element) -> str:
    values = {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}
    return character(values.get("font", ""), values.get("char", ""))


def _mark_is_deleted(paragraph: _Element) -> bool:
    for properties, run in _MARKS:
        found = paragraph.find(f"{properties}/{run}")
        if found is not None:
            return any(mark.tag in _DELETED for mark in found)
    return False


def _parts(container: _Element, wanted: frozenset[str]) -> Iterator[_Element]:
    """Yield the rows of a table, or cells of a row, also those inside content controls."""
    for child in container:
        if child.tag in wanted:
            yield child
        elif child.tag not in _ROLES:
            yield from _parts(child, wanted)
        elif _ROLES[child.tag] is _Role.ALTERNATIVE and len(child):
            yield from _parts(child[0], wanted)
