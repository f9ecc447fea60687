"""What a margin shows, thing by thing, so that it paints only what looks different."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from qcode.ui.widgets.stripes.layout import Group, Name, Stripe


class Look(NamedTuple):
    """A thing in the margin as it is drawn; equal ones look the same.

    ``raised`` things are the chosen ones and those under the pointer.
    """

    thing: Group | Stripe | Name
    raised: bool


class Shown:
    """Remembers what is on screen, or will be once all that was asked for has been painted.

    ``area_of`` gives the pixels on which a thing is painted.
    """

    def __init__(self, area_of: Callable[[Look], QRect]) -> None:
        self._area_of = area_of
        self._looks: Sequence[Look] = ()

    def turn_to(self, looks: Sequence[Look]) -> None:
        """These are on screen now, or will be."""
        self._looks = looks

    def changes(self, looks: Sequence[Look]) -> QRegion:
        """Where a margin that shows these looks different from what is remembered."""
        changed = QRegion()
        if looks is not self._looks:
            for look in set(self._looks).symmetric_difference(looks):
                changed += self._area_of(look)
        return changed
