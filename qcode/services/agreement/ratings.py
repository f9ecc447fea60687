"""Agreement in a table of ratings that comes from anywhere: units by coders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qcode.formats.rows import Row, read_rows
from qcode.model.agreement import Coefficient, Measured, Undefined
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.services.agreement.rating_tables import MISSING, RatingTable

PART = ";"  # separates the members of a set; alone it is the empty set

Rating = frozenset[str] | None  # None is missing


@dataclass(frozen=True, slots=True)
class Reliability:
    """What a table of ratings says: its coders, its ``units`` (rows), its values, coefficients.

    Of a table of sets ``values`` are the members that occur or were given. ``twice`` counts the
    units that two coders or more have rated, ``missing`` the ratings that are missing.
    """

    coders: tuple[str, ...]
    units: int
    values: tuple[str, ...]
    sets: bool
    measured: Measured
    twice: int = 0
    missing: int = 0


def of_file(path: Path, values: Sequence[str] = ()) -> Reliability:
    """Read a CSV or XLSX table: a row a unit, a column a coder, an empty cell a missing rating.

    So are the marks that SPSS writes for one (``.`` and ``#NULL!``). ``;`` separates the members of
    a set. ``values`` are those on offer, in their order; without
    them the ones that occur. Raises ``QcodeError`` naming the line of a rating that is not on
    offer, and for a table without rows.
    """
    return of_rows(read_rows(path, blank=True), values, str(path))


def of_table(
    table: RatingTable, values: Sequence[str] = (), coders: Sequence[str] | None = None
) -> Reliability:
    """Like ``of_file``, for a table that was read already; ``coders`` are those of its columns.

    Without them they are the columns that look like coders.
    """
    chosen = table.coders if coders is None else tuple(coders)
    return of_rows(table.rows, values, table.source, chosen)


def of_rows(
    rows: Sequence[Row],
    values: Sequence[str],
    file: str | Message,
    columns: Sequence[str] | None = None,
) -> Reliability:
    """Like ``of_file``, for rows that were read already; ``file`` is named in errors.

    Without ``columns`` all are coders.
    """
    if not rows:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "There are no ratings in {file}."), file=file)
    coders = tuple(rows[0][1]) if columns is None else tuple(columns)
    offered = tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
    table: list[list[Rating]] = []
    sets = False
    seen: dict[str, None] = {}
    for line, row in rows:
        ratings: list[Rating] = []
        for coder in coders:
            cell = "" if row[coder] is None else str(row[coder]).strip()
            if cell in MISSING:
                ratings.append(None)
                continue
            sets |= PART in cell
            members = tuple(part for part in map(str.strip, cell.split(PART)) if part)
            for member in members:
                if offered and member not in offered:
                    raise NotOnOffer(line, coder, member, offered, file)
                seen[member] = None
            ratings.append(frozenset(members))
        table.append(ratings)
    given = [sum(one is not None for one in ratings) for ratings in table]
    return Reliability(
        coders,
        len(table),
        offered or tuple(sorted(seen, key=_natural)),
        sets,
        _measured(table, len(coders), offered or tuple(seen), sets),
        sum(count >= 2 for count in given),
        len(table) * len(coders) - sum(given),
    )


class NotOnOffer(QcodeError):
    """A rating is not among the values on offer; ``line`` and ``coder`` say where it stands."""

    def __init__(
        self, line: int, coder: str, value: str, offered: Sequence[str], file: str | Message
    ) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "core",
                "{file}, {coder}, line {line}: “{value}” is not among the values on offer:"
                " {values}.",
            ),
            file=file,
            line=line,
            coder=coder,
            value=value,
            values=", ".join(offered),
        )
        self.line = line
        self.coder = coder


def _natural(value: str) -> tuple[bool, float, str]:
    """Numbers in their order, before words."""
    try:
        return False, float(value), value
    except ValueError:
        return True, 0.0, value


def _measured(
    table: Sequence[Sequence[Rating]], coders: int, values: Sequence[str], sets: bool
) -> Measured:
    import numpy as np

    from qcode.analysis.agreement import nominal
    from qcode.analysis.agreement import sets as of_sets

    different = dict.fromkeys(rating for row in table for rating in row if rating is not None)
    # Of a table of sets every set is a value of its own.
    named = list(different) if sets else [frozenset((value,)) for value in values]
    place = {value: number for number, value in enumerate(named)}
    ratings = np.array(
        [[nominal.MISSING if one is None else place[one] for one in row] for row in table],
        dtype=np.int64,
    ).reshape(len(table), coders)
    found = nominal.coefficients(ratings, max(len(named), 1))
    if sets:
        found["alpha_masi"], found["alpha_jaccard"] = of_sets.alphas(of_sets.of_ratings(table))
    twice = bool(((ratings >= 0).sum(axis=1) >= 2).any())
    known: dict[Coefficient, float] = {}
    undefined: dict[Coefficient, Undefined] = {}
    for name in Coefficient:
        value = found.get(name.value, float("nan"))
        if value == value:
            known[name] = float(value)
        else:
            undefined[name] = _why(name, coders, twice, sets)
    return Measured(known, undefined)


def _why(name: Coefficient, coders: int, twice: bool, sets: bool) -> Undefined:
    if coders < 2:
        return Undefined.ONE_CODER
    if name in (Coefficient.DICE, Coefficient.JACCARD):
        return Undefined.NO_SINGLE_VALUE
    if name in (Coefficient.ALPHA_MASI, Coefficient.ALPHA_JACCARD) and not sets:
        return Undefined.NO_SETS
    if coders > 2 and name in (
        Coefficient.HOLSTI,
        Coefficient.COHEN_KAPPA,
        Coefficient.SCOTT_PI,
    ):
        return Undefined.TWO_CODERS_ONLY
    return Undefined.NO_VARIATION if twice else Undefined.NOT_RATED_TWICE
