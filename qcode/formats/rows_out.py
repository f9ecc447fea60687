"""Rows to CSV, XLSX or JSON Lines, by the ending of the file.

CSV is UTF-8 with a byte order mark, so that Excel opens Chinese, and guards cells that begin like a
formula (``guards``: a reader takes the apostrophe away again with ``unguard``). XLSX keeps such
cells as text, unchanged and marked the way Excel itself marks them. JSON Lines is one object a row.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from qcode.formats.atomic import replacing
from qcode.formats.guards import guard, unguard
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP

__all__ = ["ROW_FORMATS", "Cell", "guard", "unguard", "write_csv", "write_jsonl", "write_rows"]

Cell: TypeAlias = "str | int | float | bool | None"
ROW_FORMATS: tuple[str, ...] = (".csv", ".xlsx", ".jsonl")


def write_rows(
    path: str | os.PathLike[str],
    columns: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    sheet: str = "qcode",
) -> None:
    """Write ``rows`` under the names ``columns``; each row has a cell for every column.

    ``sheet`` names the sheet of an XLSX file. Raises ``QcodeError`` for an unknown ending, for a
    file that cannot be written, and for more rows than a sheet holds; an older file is then kept.
    """
    ending = Path(path).suffix.lower()
    if ending == ".csv":
        write_csv(path, columns, rows)
    elif ending == ".jsonl":
        write_jsonl(path, columns, rows)
    elif ending == ".xlsx":
        from qcode.formats.sheets_out import Column, Sheet, write_sheets

        write_sheets(path, [Sheet(sheet, [Column(name) for name in columns], rows)])
    else:
        raise unknown_ending(path, ROW_FORMATS)


def write_csv(
    path: str | os.PathLike[str], columns: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> None:
    """Write a CSV file: comma, CRLF, UTF-8 with byte order mark, text cells guarded.

    Lone surrogates, which UTF-8 has no place for, become question marks.
    """
    with (
        replacing(path) as temporary,
        temporary.open("w", encoding="utf-8-sig", errors="replace", newline="") as file,
    ):
        writer = csv.writer(file)
        writer.writerow([guard(name) for name in columns])
        writer.writerows(
            [guard(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
        )


def write_jsonl(
    path: str | os.PathLike[str], columns: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> None:
    """Write one JSON object a line, UTF-8 without byte order mark, values exactly as they are."""
    with (
        replacing(path) as temporary,
        # What UTF-8 has no place for is written as JSON's own escape.
        temporary.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file,
    ):
        for row in rows:
            record = dict(zip(columns, row, strict=True))
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def unknown_ending(path: str | os.PathLike[str], known: Sequence[str]) -> QcodeError:
    """The error for a file whose ending says no format that can be written."""
    return QcodeError(
        QT_TRANSLATE_NOOP("core", "Cannot write {path}: its ending must be one of {endings}."),
        path=os.fspath(path),
        endings=", ".join(known),
    )
