"""The course of the work: what came and went in each step, summed by day or by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qcode.model.enums import KIND_ORDER, CodeKind
from qcode.model.methods import Period

MOST_DAYS = 31
"""Days of work up to which each is told by itself; beyond, they are summed by month."""


@dataclass
class Course:
    """Collects what steps did; ``days`` are the steps that stand → their days."""

    days: Mapping[int, str]
    kinds: Counter[tuple[str, CodeKind]] = field(default_factory=Counter)
    rows: Counter[tuple[str, str]] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)

    def codes(self, step: int, kind: CodeKind, count: int) -> None:
        """So many codes of a kind came (or, below zero, went) in a step."""
        if step in self.days:
            self.kinds[self.days[step], kind] += count

    def add(self, step: int, what: str, count: int) -> None:
        """So many rows of a table came (or, below zero, went) in a step."""
        if step in self.days:
            self.rows[self.days[step], what] += count
            if what == "coding" and count > 0:
                self.made[self.days[step]] += count

    def periods(self) -> tuple[bool, list[Period]]:
        """Return whether they are months, and the days or months with any change, in order."""
        touched = {day for (day, _), n in self.kinds.items() if n}
        touched |= {day for (day, _), n in self.rows.items() if n} | set(self.made)
        monthly = len(touched) > MOST_DAYS
        length = len("2026-03" if monthly else "2026-03-14")
        names = sorted({day[:length] for day in touched})
        return monthly, list(self._summed(names, length))

    def _summed(self, names: Iterable[str], length: int) -> Iterable[Period]:
        kinds: Counter[CodeKind] = Counter()
        rows: Counter[str] = Counter()
        for name in names:
            for (day, kind), count in self.kinds.items():
                if day[:length] == name:
                    kinds[kind] += count
            for (day, what), count in self.rows.items():
                if day[:length] == name:
                    rows[what] += count
            yield Period(
                name,
                rows["document"],
                {kind: kinds[kind] for kind in KIND_ORDER if kinds[kind] > 0},
                rows["coding"],
                sum(count for day, count in self.made.items() if day[:length] == name),
                rows["memo"],
            )
