"""Months of the calendar at the place where one is, and what memos they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from qcode.model.records import MemoRecord


class Month(NamedTuple):
    """A month, 1 to 12, of a year; months are ordered as they come."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return self.after().first - timedelta(days=1)

    def after(self, count: int = 1) -> Month:
        """Return the month so many later, or earlier where it is negative."""
        years, rest = divmod(self.month - 1 + count, 12)
        return Month(self.year + years, rest + 1)


def local(stamp: str) -> datetime:
    """Return a time of the project (ISO 8601, UTC) as it is called here."""
    return datetime.fromisoformat(stamp).astimezone()


def start_of(day: date) -> str:
    """Return the first moment of a day here, written as the project writes times."""
    moment = datetime.combine(day, time()).astimezone().astimezone(UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def bounds(first: date, last: date) -> tuple[str, str]:
    """Return from when to before when the days from ``first`` to ``last`` are, as filters ask."""
    return start_of(first), start_of(last + timedelta(days=1))


def counted(memos: Iterable[MemoRecord]) -> dict[Month, int]:
    """Return every month from the first to the last with its memos, written or last changed then.

    A memo counts once in a month, so that a month's number is that of the memos which a filter for
    the month finds.
    """
    found: Counter[Month] = Counter()
    for memo in memos:
        days = {memo.created[:13], memo.modified[:13]}  # hours: most memos have one or two
        found.update({Month(when.year, when.month) for when in map(_hour, days)})
    if not found:
        return {}
    last, at = max(found), min(found)
    listed = {}
    while at <= last:
        listed[at] = found[at]
        at = at.after()
    return listed


@lru_cache(maxsize=4096)
def _hour(start: str) -> datetime:
    return local(f"{start}:00:00Z")
