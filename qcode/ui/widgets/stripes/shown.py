"""What a margin shows, thing by thing, so that it paints only what looks different."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


Key = tuple[str, int | str]
"""Which thing it is, however it looks: its kind, and the coding or the coder it stands for."""

Places = Mapping[Key, tuple[Look, QRect]]
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
        if places is before:
            return changed
        for key, place in places.items():
            was = before.get(key)
            if was is place or was == place:
                continue
            changed += place[1]
            if was is not None:
                changed += was[1]
        for key in before.keys() - places.keys():
            changed += before[key][1]
        return changed


def placed(
    looks: Mapping[Key, Look], area_of: Callable[[Group | Stripe | Name], QRect], known: Places
) -> Places:
    """Return the places of ``looks``; those that look as in ``known`` are where they were."""
    places = {}
    for key, look in looks.items():
        was = known.get(key)
        places[key] = was if was is not None and was[0] == look else (look, area_of(look.thing))
    return places
