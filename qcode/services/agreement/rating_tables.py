"""Tables of ratings as they come from a sheet or a file, before anything is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qcode.formats import rows
from qcode.formats.rows import Cells, Row
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message

MISSING = frozenset({"", ".", "#NULL!"})
"""What stands for a missing rating: nothing, or what SPSS writes."""

_PASTED = QT_TRANSLATE_NOOP("core", "Pasted table")
_FEW = 4  # units, below which different values in a column say nothing of what they are


@dataclass(frozen=True, slots=True)
class RatingTable:
    """Rows as they stand, each with its line from 1, and what its columns seem to be.

    ``source`` names the table in errors. ``headed``: the first row named the columns; else they are
    numbered. ``coders`` are the columns that look like ratings and not like names of the units.
    """

    source: str | Message
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    headed: bool
    coders: tuple[str, ...]


def from_text(text: str, headed: bool | None = None) -> RatingTable:
    """Read a table copied from a sheet, or any with tabs, semicolons or commas between cells.

    ``headed`` says whether the first row names the columns; None: as it seems.

    Raises:
        QcodeError: an empty table or one of a single column, wrong quotation marks, columns or rows
            that do not fit together.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    return _table(rows.cells_of_text(plain), Message(_PASTED), headed)


def from_file(path: Path, headed: bool | None = None) -> RatingTable:
    """Like ``from_text``, for a ``.csv``, ``.tsv``, ``.txt``, ``.dat`` or ``.xlsx`` file."""
    return _table(rows.read_cells(path), path.name, headed)


def _table(cells: Sequence[Cells], source: str | Message, headed: bool | None) -> RatingTable:
    widths = [_width(row) for _, row in cells]
    while widths and not widths[-1]:  # a sheet is copied with more rows than it has
        widths.pop()
    cells = cells[: len(widths)]
    width = max(widths, default=0)
    if not width:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "There are no ratings in {file}."), file=source)
    if width == 1:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "{file} has one column only. A table of ratings has one for each coder; tabs,"
                " semicolons or commas part them.",
            ),
            file=source,
        )
    if headed is None:
        headed = _is_headed(cells)
    if headed:
        cells = [_header(cells[0], widths[1:], source), *cells[1:]]
    else:
        cells = [(0, [str(place + 1) for place in range(width)]), *cells]
    try:
        found = tuple(rows.tabled(iter(cells)))
    except QcodeError as error:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "{file}: {reason}"), file=source, reason=error.message
        ) from error
    columns = tuple(found[0][1]) if found else ()
    return RatingTable(source, columns, found, headed, _coders(columns, found))


def _width(row: Sequence[str]) -> int:
    """How many cells there are up to the last that is not empty."""
    return next((place for place in range(len(row), 0, -1) if row[place - 1].strip()), 0)


def _header(first: Cells, below: Sequence[int], source: str | Message) -> Cells:
    """Give the column of the units a name where it has none, as statistics programs write them.

    ``below`` are the widths of the rows below. Raises ``QcodeError`` where more columns have no
    name, since this is a title then, or cells that were merged.
    """
    line, row = first
    names = [cell.strip() for cell in row[: _width(row)]]
    if len(names) > 1 and not names[0]:
        names[0] = next(name for name in map(str, range(1, len(names) + 1)) if name not in names)
    wider = sum(width > len(names) for width in below)
    if not all(names) or (wider > 1 and 2 * wider > len(below)):
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "{file}: the first row does not name every column. Leave out what stands above the"
                " names of the coders.",
            ),
            file=source,
        )
    return line, names


def _is_headed(cells: Sequence[Cells]) -> bool:
    """Whether the first row names the columns: something in it that is no value further down."""
    first = {cell.strip() for cell in cells[0][1]}
    below = {cell.strip() for _, row in cells[1:] for cell in row}
    return bool(first - below - MISSING) and len(cells) > 1


def _coders(columns: Sequence[str], found: Sequence[Row]) -> tuple[str, ...]:
    """Leave out a first column that gives each unit a name of its own."""
    if len(columns) < 3 or len(found) < _FEW:
        return tuple(columns)
    names = [str(row[columns[0]]).strip() for _, row in found]
    others = {str(row[name]).strip() for _, row in found for name in columns[1:]} - MISSING
    different = all(names) and len(set(names)) == len(names)
    names_units = different and (len(others) < len(names) or others.isdisjoint(names))
    return tuple(columns[1:]) if names_units else tuple(columns)
