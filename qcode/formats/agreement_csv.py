"""The table of units by coders as CSV: ratings 1 and 0, nothing where one is missing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from qcode.formats.rows_out import Cell, write_csv


def write(
    path: str | os.PathLike[str],
    columns: Sequence[str],
    coders: Sequence[str],
    rows: Iterable[Sequence[Cell]],
) -> None:
    """Write rows of ``columns`` and then one rating a coder.

    A coder who is called like a column, or like another coder, gets ``_2`` (or more) behind the
    name: statistics programs tell columns apart by name, some of them without regard to case.
    Raises ``QcodeError`` for a file that cannot be written; an older one is then kept.
    """
    write_csv(path, [*columns, *_apart(coders, columns)], rows)


def _apart(names: Iterable[str], taken: Iterable[str]) -> list[str]:
    seen = {name.casefold() for name in taken}
    found = []
    for name in names:
        number, unique = 1, name
        while unique.casefold() in seen:
            number += 1
            unique = f"{name}_{number}"
        seen.add(unique.casefold())
        found.append(unique)
    return found
