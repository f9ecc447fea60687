"""Rows of the first sheet of an XLSX file, read without trusting it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time

from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP

MAX_UNPACKED_BYTES = 300_000_000
MAX_PARTS = 5_000
MAX_COLUMNS = 200
_CUT = re.compile(r"… \[\d+ / \d+\]\Z")  # how ``sheets_out`` ends a text that no cell can hold
_LONG = 10_000
_HEAD_BYTES = 4_096
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_BROKEN = QT_TRANSLATE_NOOP("core", "It is damaged, or no Excel workbook (.xlsx).")


def sheet_rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not empty: number of the row from 1, and its cells as texts.

    Numbers are written without needless decimals, times as ISO 8601, formulas as their last value,
    line ends as LF.

    Raises:
        QcodeError: it is no workbook, is damaged, protected or unpacks to too much, or a text was
            cut when qcode wrote it, because it was longer than a cell can be.
    """
    from openpyxl import load_workbook

    _check(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            page = book.worksheets[0]
            rows = list(page.iter_rows(values_only=True, max_col=MAX_COLUMNS))
        finally:
            book.close()
    except (
        zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, IndexError, AttributeError,
        SyntaxError, OSError, EOFError, NotImplementedError, RuntimeError,
    ) as error:  # fmt: skip  # whatever openpyxl stumbles over in a damaged file
        raise QcodeError(_BROKEN) from error
    for line, cells in enumerate(rows, 1):
        texts = [_text(cell) for cell in cells]
        if any(text.strip() for text in texts):
            for text in texts:
                _require_whole(text, line)
            yield line, texts


def _check(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            size = sum(part.file_size for part in parts)
            if len(parts) > MAX_PARTS or size > MAX_UNPACKED_BYTES:
                raise QcodeError(
                    QT_TRANSLATE_NOOP("core", "It unpacks to far more than a table should be.")
                )
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    with package.open(part) as stream:
                        if _DOCTYPE.search(stream.read(_HEAD_BYTES)):
                            raise QcodeError(_BROKEN)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError) as error:
        raise QcodeError(_BROKEN) from error


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, (datetime, date, time)):
        return cell.isoformat()
    return str(cell).replace("\r\n", "\n").replace("\r", "\n")


def _require_whole(text: str, line: int) -> None:
    if len(text) > _LONG and _CUT.search(text):
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "A text in line {line} was cut, since no cell of Excel can hold it. Export as CSV"
                " and read that.",
            ),
            line=line,
        )
