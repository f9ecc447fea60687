"""Where the columns and cards of a board stand, and what is at a point of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize

GAP = 10  # between columns, and around
CARD_GAP = 8


class Geometry:
    """Places in pixels on a board that is as large as it needs to be.

    ``heights`` are the heights of the cards, column by column; all columns are equally wide. The
    heads stand at the top, ``head`` pixels high, and stay there when the board is scrolled.
    """

    def __init__(self, heights: Sequence[Sequence[int]], width: int, head: int) -> None:
        self.width = width
        self.head = head
        self._tops: list[list[int]] = []
        self._bottoms: list[list[int]] = []
        for column in heights:
            y = head + CARD_GAP
            tops, bottoms = [], []
            for height in column:
                tops.append(y)
                bottoms.append(y + height)
                y += height + CARD_GAP
            self._tops.append(tops)
            self._bottoms.append(bottoms)
        lowest = max((column[-1] for column in self._bottoms if column), default=head)
        count = len(heights)
        self.size = QSize(count * width + max(0, count - 1) * GAP, lowest + CARD_GAP)

    def __len__(self) -> int:
        return len(self._tops)

    def left(self, column: int) -> int:
        """Return the left edge of a column."""
        return column * (self.width + GAP)

    def head_rect(self, column: int) -> QRect:
        """Return where a column's head stands while nothing is scrolled."""
        return QRect(self.left(column), 0, self.width, self.head)

    def card_rect(self, column: int, row: int) -> QRect:
        """Return where a card stands."""
        top = self._tops[column][row]
        return QRect(self.left(column), top, self.width, self._bottoms[column][row] - top)

    def column_at(self, x: int) -> int | None:
        """Return the column at an x, None between and beside columns."""
        number, off = divmod(x, self.width + GAP)
        return number if 0 <= number < len(self) and off < self.width else None

    def nearest_column(self, x: int) -> int | None:
        """Return the column at an x or the one next to it, None on an empty board."""
        if not self._tops:
            return None
        return min(max(0, (x + GAP // 2) // (self.width + GAP)), len(self) - 1)

    def row_at(self, column: int, y: int) -> int | None:
        """Return the card of a column at a y, None between cards."""
        row = bisect_right(self._tops[column], y) - 1
        return row if row >= 0 and y < self._bottoms[column][row] else None

    def nearest_row(self, column: int, y: int) -> int | None:
        """Return the card of a column whose middle is nearest to a y, None without cards."""
        tops, bottoms = self._tops[column], self._bottoms[column]
        if not tops:
            return None
        row = min(bisect_left(bottoms, y), len(tops) - 1)
        near = [at for at in (row - 1, row, row + 1) if 0 <= at < len(tops)]
        return min(near, key=lambda at: abs((tops[at] + bottoms[at]) // 2 - y))

    def visible_rows(self, column: int, top: int, bottom: int) -> range:
        """Return the cards of a column that any of the lines from ``top`` to ``bottom`` meets."""
        first = bisect_right(self._bottoms[column], top)
        return range(first, bisect_left(self._tops[column], bottom))

    def place_at(self, column: int, y: int) -> int:
        """Return before which card of a column something dropped at a y is put."""
        middles = [
            (top + bottom) // 2
            for top, bottom in zip(self._tops[column], self._bottoms[column], strict=True)
        ]
        return bisect_left(middles, y)

    def gap_y(self, column: int, place: int) -> int:
        """Return the y in the middle of the gap before a card."""
        tops, bottoms = self._tops[column], self._bottoms[column]
        if not tops:
            return self.head + CARD_GAP // 2
        return tops[place] - CARD_GAP // 2 if place < len(tops) else bottoms[-1] + CARD_GAP // 2
