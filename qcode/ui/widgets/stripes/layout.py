"""Where the stripes beside a text go: lanes by coder, names that never cover each other.

Plain arithmetic on what is on screen; ``stripe_margin`` paints it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from qcode.ui.widgets.stripes.lanes import Extent, Lanes
from qcode.ui.widgets.text.coding_layer import PaintedCoding
from qcode.ui.widgets.text.coding_picture import Row

PITCH = 8.0
"""Pixels from one lane to the next where there is room."""

STYLES = 4
"""Shapes of stripes: 0 is the own coder's, the others take turns with the rest."""

_LEAST_PITCH = 2.5
_WIDTH = 4.0
_LEAST_GROUP = 30.0
_MOST_SHIFTS = 2.5


class Group(NamedTuple):
    """The lanes of one coder: from ``x`` on, ``width`` pixels."""

    coder: str
    style: int
    x: float
    width: float


class Stripe(NamedTuple):
    """One coding beside the text, in pixels of the margin. A bracket is for a long passage."""

    coding: PaintedCoding
    x: float
    width: float
    top: float
    bottom: float
    begins: bool
    ends: bool
    bracket: bool
    style: int


class Name(NamedTuple):
    """The name of a stripe: its top edge, whether it was moved away from the stripe's beginning.

    ``more`` are codings whose names found no room after this one.
    """

    stripe: Stripe
    top: float
    moved: bool
    more: tuple[PaintedCoding, ...]


def merged(rows: Iterable[Row]) -> list[Row]:
    """One row a coding from the rows of its strips, from top to bottom, longer ones first."""
    found: dict[int, Row] = {}
    for row in rows:
        coding_id = row.coding.coding_id
        known = found.get(coding_id)
        if known is not None:
            row = Row(
                row.coding,
                min(known.top, row.top),
                max(known.bottom, row.bottom),
                known.begins or row.begins,
                known.ends or row.ends,
            )
        found[coding_id] = row
    return sorted(found.values(), key=lambda row: (row.top, -row.bottom, row.coding.coding_id))


class CoderLanes:
    """The lanes of every coder, the own ones first."""

    def __init__(self) -> None:
        self._lanes: dict[str, Lanes] = {}
        self.coders: list[str] = []

    def set_coders(self, coders: list[str]) -> bool:
        """Keep lanes for these coders, in this order; whether that is news."""
        if coders == self.coders:
            return False
        self.coders = coders
        self._lanes = {coder: self._lanes.get(coder) or Lanes() for coder in coders}
        return True

    def forget(self, coding_ids: set[int] | None = None) -> None:
        """Take the lanes of these codings (or all) away."""
        for lanes in self._lanes.values():
            lanes.forget(coding_ids)

    def stripes(
        self, rows: list[Row], room: float, is_long: Callable[[PaintedCoding], bool]
    ) -> tuple[list[Group], list[Stripe]]:
        """Put ``rows`` (merged) into lanes that share ``room`` pixels."""
        by_coder: dict[str, list[Row]] = {coder: [] for coder in self.coders}
        for row in rows:
            by_coder.setdefault(row.coding.coder, []).append(row)
        for coder, own in by_coder.items():
            lanes = self._lanes.setdefault(coder, Lanes())
            lanes.give([Extent(row.coding.coding_id, row.top, row.bottom) for row in own])
        groups = self._groups(by_coder, room)
        stripes = []
        for group in groups:
            lanes = self._lanes[group.coder]
            pitch = min(PITCH, max(_LEAST_PITCH, group.width / max(1, lanes.count)))
            last = max(0, int(group.width / pitch) - 1)
            width = min(_WIDTH, pitch - 1)
            for row in by_coder[group.coder]:
                lane = min(lanes[row.coding.coding_id], last)
                x = group.x + lane * pitch
                stripes.append(
                    Stripe(
                        row.coding,
                        x,
                        width,
                        row.top,
                        row.bottom,
                        row.begins,
                        row.ends,
                        is_long(row.coding),
                        group.style,
                    )
                )
        return groups, stripes

    def _groups(self, by_coder: dict[str, list[Row]], room: float) -> list[Group]:
        wanted = {}
        for coder in by_coder:
            least = _LEAST_GROUP if len(by_coder) > 1 else 0.0
            wanted[coder] = max(least, self._lanes[coder].count * PITCH)
        share = min(1.0, room / max(1.0, sum(wanted.values())))
        groups, x, others = [], 0.0, 0
        for coder, rows in by_coder.items():
            mine = rows[0].coding.mine if rows else coder == self.coders[0] and not groups
            style = 0 if mine else 1 + others % (STYLES - 1)
            others += not mine
            groups.append(Group(coder, style, x, wanted[coder] * share))
            x += wanted[coder] * share
        return groups


def names(
    stripes: list[Stripe], *, line: float, top: float, bottom: float, first: int | None
) -> list[Name]:
    """Find a place for the name of each stripe, in steps down from where it begins.

    ``line`` is the height of a name. A name stays on screen as long as its stripe does: it goes
    down from ``top`` on. None goes below ``bottom`` for want of room above; what finds none is
    told at the name before it. ``first`` is the coding whose name comes before all others.
    """
    wanted = []
    for one in stripes:
        goal = one.top if one.top >= top else min(top, max(one.top, one.bottom - line))
        wanted.append((goal, one.x, one.coding.coding_id, one))
    wanted.sort()
    kept = next((goal for goal, _, coding_id, _ in wanted if coding_id == first), None)
    free = float("-inf")
    placed: list[tuple[Stripe, float, bool, list[PaintedCoding]]] = []
    for goal, _, coding_id, stripe in wanted:
        y = max(goal, free)
        if kept is not None:
            if coding_id == first:
                y = goal
            elif abs(y - kept) < line:
                y = kept + line
        moved = y - goal
        if moved > _MOST_SHIFTS * line or (moved and y + line > bottom):
            if placed:
                placed[-1][3].append(stripe.coding)
            continue
        placed.append((stripe, y, moved > line * 0.6, []))
        free = max(free, y + line)
    return [Name(stripe, y, moved, tuple(more)) for stripe, y, moved, more in placed]
