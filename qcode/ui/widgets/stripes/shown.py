"""What a margin shows, thing by thing, so that it paints only what looks different."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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


Places = Mapping[Look, QRect]
"""Things in the order in which they are painted, and the pixels on which each is."""


class Shown:
    """Remembers what is on screen, or will be once all that was asked for has been painted."""

    def __init__(self) -> None:
        self._places: Places = {}

    def turn_to(self, places: Places) -> None:
        """These are on screen now, or will be."""
        self._places = places

    def changes(self, places: Places) -> QRegion:
        """Where a margin that shows these looks different from what is remembered."""
        changed = QRegion()
        before = self._places
        if places is not before:
            for look in before.keys() ^ places.keys():
                changed += before[look] if look in before else places[look]
        return changed


def placed(looks: Sequence[Look], area_of: Callable[[Look], QRect], known: Places) -> Places:
    """Return the places of ``looks``; ``known`` ones are where they were."""
    return {look: known[look] if look in known else area_of(look) for look in looks}
