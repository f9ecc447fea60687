"""Tables to an XLSX file: a frozen header row, wrapped text, widths that can be read.

Fractions are stored in full and shown with three decimals. On paper all columns of a sheet stand
beside each other, with the header on every page.
Excel holds no control characters and 32,767 UTF-16 units a cell: the first are shown as signs
(``printable``), a longer text is cut and says how much of it is there.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from qcode.formats.atomic import replacing
from qcode.formats.guards import is_dangerous
from qcode.formats.printable import printable
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from qcode.formats.rows_out import Cell

LONGEST = 32_767
MOST_ROWS = 1_048_576
_CORE = "docProps/core.xml"
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
# Room for the note that ends a cut text.
_NOTE = 40
_LINE, _TALLEST = 15.0, 409.0  # points; a row of Excel is no higher


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and its width in letters (0: as wide as the head needs)."""

    head: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the file; every row has a cell for every column.

    With ``tall`` each row has the height that its texts need: few programs work it out for texts of
    many lines.
    """

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    tall: bool = False


def write_sheets(
    path: str | os.PathLike[str], sheets: Iterable[Sheet], *, title: str = "", day: str = ""
) -> None:
    """Write the sheets. ``title`` goes into the properties of the file.

    With a ``day`` (ISO 8601) every time stamp is that day, so that the same sheets give the same
    bytes; without one the file tells when it was written.

    Raises ``QcodeError`` naming the file when it cannot be written or a sheet has too many rows.
    """
    from openpyxl import Workbook

    with replacing(path) as temporary:
        book = Workbook(write_only=True)
        book.properties.creator = "qcode"
        book.properties.title = printable(title) or None
        whole = io.BytesIO()
        with _ended(book):
            for sheet in sheets:
                page = book.create_sheet(_sheet_title(sheet.title))
                _write_sheet(page, sheet, os.fspath(path))
            book.save(whole)
        if day:
            whole = _settled(whole, day)
        temporary.write_bytes(whole.getvalue())


@contextlib.contextmanager
def _ended(book: Workbook) -> Iterator[None]:
    """End the pages of a book that is given up: each is a stream to a temporary file of its own.

    Raises ``OSError`` where the disk of these files is full.
    """
    from lxml.etree import LxmlError, SerialisationError
    from openpyxl.utils.exceptions import WorkbookAlreadySaved

    try:
        yield
    except BaseException as error:
        for page in book.worksheets:
            writer = page._writer  # type: ignore[attr-defined]  # None before the first row
            for close in (page.close, writer and writer.close):
                with contextlib.suppress(LxmlError, OSError, WorkbookAlreadySaved):
                    if close:
                        close()
        if isinstance(error, SerialisationError):  # “IO_ENOSPC”
            number = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
            raise OSError(number, os.strerror(number)) from error
        raise


def _settled(whole: io.BytesIO, day: str) -> io.BytesIO:
    """Set every time stamp of a file to a day."""
    when = date.fromisoformat(day)
    stamp = rf"\g<1>{day}T00:00:00Z\g<3>".encode()
    found = io.BytesIO()
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(found, "w") as result:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == _CORE:
                content = _STAMP.sub(stamp, content)
            info = zipfile.ZipInfo(part.filename, date_time=(*when.timetuple()[:3], 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            result.writestr(info, content)
    return found


def _write_sheet(page: WriteOnlyWorksheet, sheet: Sheet, shown: str) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    page.freeze_panes = "A2"
    _for_paper(page)
    widths = [column.width or min(40, max(12, len(column.head) + 4)) for column in sheet.columns]
    for index, width in enumerate(widths, start=1):
        dimensions = page.column_dimensions  # type: ignore[attr-defined]  # missing in the stubs
        dimensions[get_column_letter(index)].width = width
    rows = page.row_dimensions  # type: ignore[attr-defined]  # missing in the stubs
    rows[1].height = _height([column.head for column in sheet.columns], widths)

    head = WriteOnlyCell(page)
    head.font = Font(name="Calibri", size=11, bold=True, color="1F2A33")
    head.fill = PatternFill("solid", fgColor="E8EEEE")
    head.border = Border(bottom=Side(style="thin", color="2F6B6D"))
    head.alignment = Alignment(vertical="center", wrap_text=True)
    page.append(_filled(head, column.head) for column in sheet.columns)

    top = Alignment(vertical="top")
    wrapped = Alignment(vertical="top", wrap_text=True)
    text, quoted, number, fraction = (WriteOnlyCell(page) for _ in range(4))
    text.alignment = quoted.alignment = wrapped
    number.alignment = fraction.alignment = top
    fraction.number_format = "0.000"
    # What Excel stores when somebody types an apostrophe first: the text stays text when edited.
    quoted.quotePrefix = True
    count = 1
    for row in sheet.rows:
        count += 1
        if count > MOST_ROWS:
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core",
                    "Cannot write {path}: a sheet holds {limit} rows and there are more. "
                    "Choose CSV instead.",
                ),
                path=shown,
                limit=MOST_ROWS,
            )
        if sheet.tall:
            rows[count].height = _height(row, widths)
        page.append(_cells(row, text, quoted, number, fraction))


def _for_paper(page: WriteOnlyWorksheet) -> None:
    # What the stubs do not know: a page that is only written has these like any other.
    setup, properties = page.page_setup, page.sheet_properties  # type: ignore[attr-defined]
    setup.orientation = "landscape"
    setup.fitToHeight = 0
    properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"


def _height(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """Return the height of a row in points, by the letters of its texts."""
    lines = max(
        (
            -(-sum(2 if east_asian_width(sign) in "WF" else 1 for sign in value) // width)
            for value, width in zip(row, widths, strict=True)
            if isinstance(value, str)
        ),
        default=1,
    )
    return min(_TALLEST, _LINE * max(1, lines))


def _cells(
    row: Sequence[Cell],
    text: SheetCell,
    quoted: SheetCell,
    number: SheetCell,
    fraction: SheetCell,
) -> Iterator[SheetCell | None]:
    """Lend out four cells in turn: each is written before the next is asked for."""
    for value in row:
        if isinstance(value, str):
            yield _filled(quoted if is_dangerous(value) else text, value) if value else None
        elif value is None:
            yield None
        else:
            lent = fraction if isinstance(value, float) else number
            lent.value = value
            yield lent


def _filled(cell: SheetCell, value: str) -> SheetCell:
    cell.value = fitting(value)
    cell.data_type = "s"
    return cell


def fitting(text: str) -> str:
    """Return ``text`` as a cell can hold it: printable, and cut at 32,767 UTF-16 units.

    A cut text ends with ``… [shown / all]``, both counted in code points.
    """
    text = printable(text)
    if len(text) <= LONGEST // 2 or _units(text) <= LONGEST:
        return text
    room = LONGEST - _NOTE
    kept = text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", errors="ignore")
    return f"{kept}… [{len(kept)} / {len(text)}]"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _sheet_title(title: str) -> str:
    """A title that Excel takes: at most 31 letters, none of its own signs."""
    cleaned = "".join(" " if sign in "\\/*?:[]" else sign for sign in printable(title))
    return cleaned.strip(" '")[:31] or "qcode"
