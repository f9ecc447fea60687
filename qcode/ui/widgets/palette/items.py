"""What the palette offers: codes, how they fit what was typed, and codes that could be made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from qcode.model.enums import CodeKind


@dataclass(slots=True, unsafe_hash=True)  # not frozen: making 2,000 took 10 ms of every opening
class PaletteItem:
    """A code as the palette offers it.

    ``path`` is the name of the code above it. ``count`` is its number of passages, None while
    nobody has counted. ``recent_rank`` is 0 for the code used last, 1 for the one before, None if
    it is not among the recent ones; ``digit`` is the key that applies it in the text, 0 for none.
    Nobody changes one.
    """

    code_id: int
    number: str
    name: str
    path: str
    color: str
    kind: CodeKind
    count: int | None = None
    recent_rank: int | None = None
    parent_id: int | None = None
    favourite: bool = False
    digit: int = 0

    @property
    def title(self) -> str:
        """Number and name as people read them."""
        return f"{self.number} {self.name}" if self.number else self.name


class Typed(NamedTuple):
    """Places of the typed letters in a name, and how many letters of the number were typed."""

    name: tuple[int, ...] = ()
    number: int = 0


class PaletteMatch:
    """A code that fits. Which letters were typed is found out when the row is painted."""

    __slots__ = ("_found", "_typed", "item")

    def __init__(self, item: PaletteItem, typed: Callable[[], Typed] | None = None) -> None:
        self.item = item
        self._typed = typed
        self._found: Typed | None = None

    @property
    def letters(self) -> tuple[int, ...]:
        """Places of the typed letters in the name."""
        return self._letters().name

    @property
    def number_letters(self) -> int:
        """How many letters of the number were typed."""
        return self._letters().number

    def _letters(self) -> Typed:
        if self._found is None:
            self._found = self._typed() if self._typed else Typed()
        return self._found


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code that could be made: its name, its kind, and the code above it."""

    name: str
    kind: CodeKind
    parent: PaletteItem | None = None

    @property
    def parent_id(self) -> int | None:
        """Id of the code above it, None at the top."""
        return self.parent.code_id if self.parent else None
