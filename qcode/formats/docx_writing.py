"""Building blocks of Word files, as strings: paragraphs, tables, fields, bookmarks.

``python-docx`` takes about half a millisecond for a paragraph and a third for a table cell; these
take a few microseconds. Everything here returns WordprocessingML whose elements stand in the order
of the schema (ECMA-376, part 1), since Word refuses a file where they do not. Widths are in
twentieths of a point (``TWIPS_PER_CM`` of them make a centimetre).

``docx_frame.WordFile`` takes the blocks and makes the file; ``docx_text`` makes the runs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from qcode.formats.docx_text import PLAIN, Ink, escaped, run, runs_right

TWIPS_PER_CM = 567
Rules: TypeAlias = "Literal['three', 'grid', 'rows', 'none']"
_TABLE_STYLES = {"three": "ThreeLine", "grid": "Grid", "rows": "RowRules", "none": "NoRules"}


def paragraph(
    style: str,
    content: str = "",
    *,
    keep_next: bool | None = False,
    page_break: bool = False,
    right_to_left: bool = False,
    hanging: tuple[int, int] | None = None,
    rule: str = "",
) -> str:
    """Return a paragraph of runs.

    ``style`` is a style id of ``docx_styles``. ``keep_next`` keeps it on the page of the next one,
    None lets go of it where the style keeps it;
    ``page_break`` starts a page. ``hanging`` is the indent of the text and how far the first line
    stands out of it, in twips. ``rule`` is the colour of a thin line below.
    """
    properties = [f'<w:pStyle w:val="{style}"/>']
    if keep_next is not False:
        properties.append("<w:keepNext/>" if keep_next else '<w:keepNext w:val="0"/>')
    if page_break:
        properties.append("<w:pageBreakBefore/>")
    if rule:
        properties.append(
            '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" '
            f'w:color="{rule.lstrip("#").upper()}"/></w:pBdr>'
        )
    if right_to_left:
        properties.append("<w:bidi/>")
    if hanging is not None:
        properties.append(f'<w:ind w:left="{hanging[0]}" w:hanging="{hanging[1]}"/>')
    return f"<w:p><w:pPr>{''.join(properties)}</w:pPr>{content}</w:p>"


def text(style: str, words: str, look: Ink = PLAIN, *, keep_next: bool = False) -> str:
    """Return a paragraph of plain text that runs in the direction of its first letter."""
    keep = "<w:keepNext/>" if keep_next else ""
    bidi = "<w:bidi/>" if runs_right(words) else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{bidi}</w:pPr>{run(words, look)}</w:p>'


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: one string of paragraphs a cell.

    ``shade`` is the ground of the whole row as ``#rrggbb``, or empty. ``begins`` are the columns
    in which a cell begins that ``continues`` in rows below; what those hold there is not shown.
    ``keep`` keeps the row on the page of the next one.
    """

    cells: Sequence[str]
    shade: str = ""
    begins: frozenset[int] = frozenset()
    continues: frozenset[int] = frozenset()
    keep: bool = False


def _cell_margins(twips: int) -> str:
    sides = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side in ("left", "right"))
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"


def table(
    rows: Iterable[Row | Sequence[str]],
    widths: Sequence[int],
    *,
    rules: Rules = "three",
    header_rows: int = 1,
    indent: int = 0,
    margin: int | None = None,
) -> str:
    """Return a table of fixed column widths whose rows do not break across pages.

    A cell is a string of one or more paragraphs. ``rules``: ``three`` is the house style of Chinese
    theses (top, below the header, bottom), ``grid`` rules every cell, ``rows`` draws thin lines
    between rows, ``none`` nothing. The first ``header_rows`` rows are repeated on each page.
    ``margin`` is what stays empty at each side of a cell, in twips, where it is not that of the
    style. Two tables in a row would become one: put a paragraph between them.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first = 1 if header_rows else 0
    head = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{_TABLE_STYLES[rules]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        + (f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else "")
        + '<w:tblLayout w:type="fixed"/>'
        + ("" if margin is None else _cell_margins(margin))
        + f'<w:tblLook w:val="{0x0020 * first + 0x0600:04X}" w:firstRow="{first}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )
    plain = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' for width in widths]
    parts = [head]
    for index, row in enumerate(rows):
        header = "<w:tblHeader/>" if index < header_rows else ""
        parts.append(f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>")
        cells = row.cells if isinstance(row, Row) else row
        if isinstance(row, Row) and row.keep:
            cells = [_STYLED.sub(r"\1<w:keepNext/>", cell) for cell in cells]
        end = "</w:tcPr>"
        if isinstance(row, Row) and row.shade:
            fill = row.shade.lstrip("#").upper()
            end = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr>'
        if isinstance(row, Row) and (row.begins or row.continues):
            for column, (start, cell) in enumerate(zip(plain, cells, strict=True)):
                parts.append(f"{start}{_merged(row, column)}{end}{cell}</w:tc>")
        else:
            for start, cell in zip(plain, cells, strict=True):
                parts.append(f"{start}{end}{cell}</w:tc>")
        parts.append("</w:tr>")
    parts.append("</w:tbl>")
    return "".join(parts)


_STYLED = re.compile(r'(<w:pStyle w:val="\w+"/>)(?!<w:keepNext/>)')


def _merged(row: Row, column: int) -> str:
    if column in row.begins:
        return '<w:vMerge w:val="restart"/>'
    return "<w:vMerge/>" if column in row.continues else ""


def together(rows: Sequence[Row], most: int = 12) -> list[Row]:
    """Return rows that stay on one page, unless there are more than ``most``."""
    if len(rows) > most:
        return list(rows)
    return [*(replace(row, keep=True) for row in rows[:-1]), *rows[-1:]]


def field_start(instruction: str, look: Ink = PLAIN) -> str:
    """Return the runs before what a field shows; ``field_end`` closes it."""
    start = _run_start(look)
    return (
        f'{start}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{start}<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'{start}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(look: Ink = PLAIN) -> str:
    """Return the run that closes a field."""
    return f'{_run_start(look)}<w:fldChar w:fldCharType="end"/></w:r>'


def field(instruction: str, shown: str = "", look: Ink = PLAIN) -> str:
    """Return the runs of a field that Word computes; ``shown`` stands there until it has."""
    words = run(shown, look) if shown else ""
    return f"{field_start(instruction, look)}{words}{field_end(look)}"


def _run_start(look: Ink) -> str:
    return f"<w:r>{look.properties()}"


def page_numbers(template: str) -> str:
    """Return runs for ``template``, whose ``{page}`` and ``{pages}`` become fields."""
    fields = {"{page}": field("PAGE", "1"), "{pages}": field("NUMPAGES", "1")}
    parts = re.split(r"(\{pages?\})", template)
    return "".join(fields.get(part) or run(part) for part in parts if part)


def bookmark(name: str, number: int, content: str) -> str:
    """Wrap runs in a bookmark. ``number`` must be unique in the file, ``name`` at most 40 long."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{escaped(name)}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def link(name: str, content: str) -> str:
    """Wrap runs in a link to the bookmark ``name``."""
    return f'<w:hyperlink w:anchor="{escaped(name)}" w:history="1">{content}</w:hyperlink>'


def facts_table(lines: Iterable[tuple[str, str]], width: int) -> str:
    """Return the table below a title: label and text, thin lines between. ``width`` in twips."""
    lines = list(lines)
    labels = label_width([label for label, _ in lines], least=1500)
    rows = [(text("FieldLabel", label), text("FieldText", said)) for label, said in lines]
    return table(rows, (labels, width - labels), rules="rows", header_rows=0)


def label_width(labels: Iterable[str], *, least: int, most: int = 2600, advance: int = 112) -> int:
    """Width in twips of a column that holds the longest label; longer ones than ``most`` break.

    ``advance`` is the usual width of a Latin letter: 112 for 9 points sans bold, 85 for 9 points
    of the reading face. East Asian letters are as wide as they are high.
    """
    wide = 185
    longest = max(
        (
            sum(wide if unicodedata.east_asian_width(sign) in "WF" else advance for sign in label)
            for label in labels
        ),
        default=0,
    )
    return max(least, min(most, longest + 260))
