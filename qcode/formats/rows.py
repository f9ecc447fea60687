"""Tables coming in: rows of CSV, XLSX and JSON Lines, each with the line on which it stands."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

from qcode.formats import texts
from qcode.formats.files import named, read_bytes
from qcode.formats.guards import unguard
from qcode.formats.sheets_in import sheet_rows
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP

DELIMITERS = (",", ";", "\t")
MAX_CELL_CHARACTERS = 50_000_000
_HEAD_CHARACTERS = 100_000
_TITLED = 3  # lines, the first of which may be a title
_QUOTED = re.compile('"[^"]*"')

Row = tuple[int, dict[str, object]]
"""Line from 1, on which the row begins, and its cells by column."""

Cells = tuple[int, list[str]]
"""Line from 1, on which the row begins, and its cells from the left."""


def read_rows(path: Path, encoding: str = "auto", *, blank: bool = False) -> list[Row]:
    """Return the rows of a ``.csv``, ``.tsv``, ``.xlsx`` or ``.jsonl`` file.

    CSV: the first row names the columns; delimiter comma, semicolon or tab; all cells are texts,
    absent ones empty; empty rows are skipped (with ``blank`` only empty lines), and guards against
    formulas (``guards``) are taken away. XLSX: the first sheet, likewise but without guards; see
    ``sheets_in``. JSON Lines: an object a line, values as JSON has them. Newlines inside cells are
    LF.

    Raises:
        QcodeError: with the name of the file, and the line: what ``texts.decode`` refuses, bad
            quoting, a row with more cells than columns, columns without name or with the same
            name, a line that is no JSON object, another ending.
    """
    with named(path):
        suffix = path.suffix.lower()
        if suffix not in {".csv", ".tsv", ".xlsx", ".jsonl", ".ndjson"}:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "Tables are read from .csv, .xlsx and .jsonl files.")
            )
        if suffix == ".xlsx":
            return list(tabled(sheet_rows(read_bytes(path))))
        text = texts.decode(read_bytes(path), encoding).text
        return list(_csv(text, blank) if suffix in {".csv", ".tsv"} else _json_lines(text))


def read_cells(path: Path) -> list[Cells]:
    """Return the rows of a ``.csv``, ``.tsv``, ``.txt``, ``.dat`` or ``.xlsx`` file as they stand.

    Rows of empty cells are among them where they are in a text. Raises ``QcodeError`` like
    ``read_rows``, but for what is said there of columns.
    """
    with named(path):
        suffix = path.suffix.lower()
        if suffix not in {".csv", ".tsv", ".txt", ".dat", ".xlsx"}:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "Tables are read from .csv, .tsv, .txt and .xlsx files.")
            )
        if suffix == ".xlsx":
            return list(sheet_rows(read_bytes(path)))
        return cells_of_text(texts.decode(read_bytes(path), "auto").text)


def cells_of_text(text: str) -> list[Cells]:
    """Return the rows of a table that is a text; with a tab in its first lines tabs part the cells.

    Line ends are LF. Raises ``QcodeError`` for wrong quotation marks, with the line.
    """
    delimiter, skipped = _delimiter(text)
    begin = [line for line in _QUOTED.sub("", text[:_HEAD_CHARACTERS]).split("\n") if line]
    if not skipped and any("\t" in line for line in begin[:_TITLED]):
        delimiter = "\t"  # copied from a sheet: other marks belong to the cells
    rows = _cells(text, delimiter, blank=True)
    if skipped:
        next(rows)
    return [(line, [unguard(cell) for cell in cells]) for line, cells in rows]


def _csv(text: str, blank: bool) -> Iterator[Row]:
    delimiter, skipped = _delimiter(text)
    rows = _cells(text, delimiter, blank)
    if skipped:
        next(rows)
    for line, row in tabled(rows):
        yield line, {name: unguard(str(cell)) for name, cell in row.items()}


def tabled(rows: Iterator[Cells]) -> Iterator[Row]:
    """Yield rows by the columns that the first of them names.

    Raises ``QcodeError`` for columns without a name or with the same one, and for a row with more
    cells than columns.
    """
    _, header = next(rows, (1, []))
    columns = [name.strip() for name in header]
    while columns and not columns[-1]:
        columns.pop()
    if not columns:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "Its first row does not name the columns."))
    for place, name in enumerate(columns):
        if not name:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "Column {number} has no name in the first row."),
                number=place + 1,
            )
        if name in columns[:place]:
            raise QcodeError(QT_TRANSLATE_NOOP("core", "Two columns are called {name}."), name=name)
    for line, cells in rows:
        if any(cell.strip() for cell in cells[len(columns) :]):
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core", "Line {line} has more cells than there are columns ({columns})."
                ),
                line=line,
                columns=len(columns),
            )
        cells += [""] * (len(columns) - len(cells))
        yield line, dict(zip(columns, cells, strict=False))


def _delimiter(text: str) -> tuple[str, bool]:
    """Return the delimiter that parts the first row most, and whether a line names it.

    Excel writes and believes a first line ``sep=;``.
    """
    first = text.partition("\n")[0].strip()
    if first[:4].lower() == "sep=" and first[4:] in DELIMITERS:
        return first[4:], True
    header = _QUOTED.sub("", text[:_HEAD_CHARACTERS]).lstrip("\n").partition("\n")[0]
    return max(DELIMITERS, key=header.count), False


def _cells(text: str, delimiter: str, blank: bool) -> Iterator[Cells]:
    """Yield the rows that are not empty, with the line on which each begins.

    With ``blank`` rows of empty cells are among them; lines without any cell never are.
    """
    before = csv.field_size_limit()
    reader = csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        # The limit is one for the whole process, so it is lent for a row at a time.
        csv.field_size_limit(MAX_CELL_CHARACTERS)
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core",
                    "The quotation marks of the row that begins on line {line} are wrong.",
                ),
                line=line,
            ) from error
        finally:
            csv.field_size_limit(before)
        if cells is None:
            return
        if any(cell.strip() for cell in cells) or (blank and len(cells) > 1):
            yield line, cells


def _json_lines(text: str) -> Iterator[Row]:
    for line, content in enumerate(text.split("\n"), 1):
        if not content.strip():
            continue
        try:
            value = json.loads(content, parse_constant=_refuse_constant)
            if "\\u" in content:
                # An escape may stand for half a character, which no file can store.
                json.dumps(value, ensure_ascii=False).encode("utf-8")
        except (ValueError, RecursionError) as error:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "Line {line} is not sound JSON."), line=line
            ) from error
        if not isinstance(value, dict):
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "Line {line} is no JSON object ({{…}})."), line=line
            )
        yield line, value


def _refuse_constant(name: str) -> object:
    raise ValueError(name)
