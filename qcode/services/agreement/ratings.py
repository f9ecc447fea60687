"""Agreement in a table of ratings that comes from anywhere: units by coders."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from qcode.formats.rows import Row, read_rows
from qcode.model.agreement import Coefficient, Measured, Undefined
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.services.agreement.rating_tables import MISSING, RatingTable

_SOME = 3  # ratings, below which two may well have no value in common
_MANY = 50  # coders, beyond which nobody is asked whether they are coders at all
PART = ";"  # separates the members of a set; alone it is the empty set

Rating = frozenset[str] | None  # None is missing


@dataclass(frozen=True, slots=True)
class Reliability:
    """What a table of ratings says: its coders, its ``units`` (rows), its values, coefficients.

    Of a table of sets ``values`` are the members that occur or were given. ``twice`` counts the
    units that two coders or more have rated, ``missing`` the ratings that are missing. ``alike``
    are groups of values that occur, count as different and look as if they were meant to be the
    same (``likeness``); ``strangers`` two coders who have no value in common, None where there are
    none such.
    """

    coders: tuple[str, ...]
    units: int
    values: tuple[str, ...]
    sets: bool
    measured: Measured
    twice: int = 0
    missing: int = 0
    alike: tuple[tuple[str, ...], ...] = ()
    strangers: tuple[str, str] | None = None


def of_file(path: Path, values: Sequence[str] = (), missing: Collection[str] = ()) -> Reliability:
    """Read a CSV or XLSX table: a row a unit, a column a coder, an empty cell a missing rating.

    So are the marks that SPSS writes for one (``.`` and ``#NULL!``), and ``missing`` (99, say).
    ``;`` separates the members of a set. ``values`` are those on offer, in their order; without
    them the ones that occur. Raises ``QcodeError`` naming the line of a rating that is not on
    offer, and for a table without rows.
    """
    return of_rows(read_rows(path, blank=True), values, str(path), missing=missing)


def of_table(
    table: RatingTable,
    values: Sequence[str] = (),
    coders: Sequence[str] | None = None,
    missing: Collection[str] = (),
) -> Reliability:
    """Like ``of_file``, for a table that was read already; ``coders`` are those of its columns.

    Without them they are the columns that look like coders. ``missing`` are cells that stand for a
    missing rating, too (99, say).
    """
    chosen = table.coders if coders is None else tuple(coders)
    return of_rows(table.rows, values, table.source, chosen, missing)


def of_rows(
    rows: Sequence[Row],
    values: Sequence[str],
    file: str | Message,
    columns: Sequence[str] | None = None,
    missing: Collection[str] = (),
) -> Reliability:
    """Like ``of_table``, for rows that were read already; ``file`` is named in errors.

    Without ``columns`` all are coders.
    """
    if not rows:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "There are no ratings in {file}."), file=file)
    named = dict.fromkeys(name for _, row in rows for name in row)  # of JSON each row has its own
    coders = tuple(named) if columns is None else tuple(columns)
    offered = tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
    table: list[list[Rating]] = []
    sets = False
    seen: dict[str, None] = {}
    absent = MISSING.union(missing)
    by_coder: list[set[str]] = [set() for _ in coders]
    for line, row in rows:
        ratings: list[Rating] = []
        for coder, used in zip(coders, by_coder, strict=True):
            given = row.get(coder)
            if isinstance(given, (dict, list)):
                raise QcodeError(
                    QT_TRANSLATE_NOOP("core", "{file}, {coder}, line {line}: this is no rating."),
                    file=file,
                    coder=coder,
                    line=line,
                )
            cell = "" if given is None else str(given).strip()
            if cell in absent:
                ratings.append(None)
                continue
            sets |= PART in cell
            members = tuple(part for part in map(str.strip, cell.split(PART)) if part)
            for member in members:
                if offered and member not in offered:
                    raise NotOnOffer(line, coder, member, offered, file)
                seen[member] = None
            used.update(members)
            ratings.append(frozenset(members))
        table.append(ratings)
    times = [sum(one is not None for one in ratings) for ratings in table]
    return Reliability(
        coders,
        len(table),
        offered or tuple(sorted(seen, key=_natural)),
        sets,
        _measured(table, len(coders), offered or tuple(seen), sets),
        sum(count >= 2 for count in times),
        len(table) * len(coders) - sum(times),
        _alike(seen),
        _strangers(coders, by_coder, table),
    )


def likeness(value: str) -> str | float:
    """Return what values have in common that are written otherwise: 1 and 1.0, yes and Yes."""
    plain = " ".join(unicodedata.normalize("NFKC", value).casefold().split())
    try:
        number = float(plain.replace(",", "."))
    except ValueError:
        return plain
    return number if math.isfinite(number) else plain


def _alike(values: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    groups: dict[str | float, list[str]] = {}
    for value in values:
        groups.setdefault(likeness(value), []).append(value)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _strangers(
    coders: Sequence[str], used: Sequence[set[str]], table: Sequence[Sequence[Rating]]
) -> tuple[str, str] | None:
    """Return the first two coders of some ratings each who share no value."""
    known = [
        place
        for place in range(min(len(coders), _MANY))
        if sum(ratings[place] is not None for ratings in table) >= _SOME
    ]
    pairs = combinations(known, 2)
    return next(((coders[a], coders[b]) for a, b in pairs if used[a].isdisjoint(used[b])), None)


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
        number = float(value)
    except ValueError:
        number = math.nan
    return (False, number, value) if math.isfinite(number) else (True, 0.0, value)


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
