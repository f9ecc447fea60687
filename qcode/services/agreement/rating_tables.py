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
        QcodeError: an empty table, wrong quotation marks, columns or rows that do not fit together.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    return _table(rows.cells_of_text(plain), Message(_PASTED), headed)


def from_file(path: Path, headed: bool | None = None) -> RatingTable:
    """Like ``from_text``, for a ``.csv``, ``.tsv``, ``.txt``, ``.dat`` or ``.xlsx`` file."""
    return _table(rows.read_cells(path), path.name, headed)


def _table(cells: Sequence[Cells], source: str | Message, headed: bool | None) -> RatingTable:
    if not any(cell.strip() for _, row in cells for cell in row):
        raise QcodeError(QT_TRANSLATE_NOOP("core", "There are no ratings in {file}."), file=source)
    if headed is None:
        headed = _is_headed(cells)
    if not headed:
        width = max(len(row) for _, row in cells)
        cells = [(0, [str(place + 1) for place in range(width)]), *cells]
    try:
        found = tuple(rows.tabled(iter(cells)))
    except QcodeError as error:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "{file}: {reason}"), file=source, reason=error.message
        ) from error
    columns = tuple(found[0][1]) if found else ()
    return RatingTable(source, columns, found, headed, _coders(columns, found))


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
