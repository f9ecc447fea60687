"""Which codes could be made of what was typed, and where: ``name``, ``category: name``.

Nothing is guessed silently: every place that comes into question is a row of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qcode.model.enums import CodeKind
from qcode.ui.widgets.palette.items import NewCode, PaletteItem, PaletteMatch
from qcode.ui.widgets.palette.match import PaletteIndex

_PLACED = re.compile(r"(?s)(.*\S)\s*[:：>＞›]\s*(.*)")
_PARENTS = 3  # places that are offered for one typed parent
_BELOW = 12  # codes of a typed parent that are shown


class Rows(NamedTuple):
    """What the palette shows: codes there are, then codes that could be made."""

    matches: list[PaletteMatch]
    offers: list[NewCode]


def rows_for(index: PaletteIndex, text: str, near: PaletteItem | None, limit: int) -> Rows:
    """Return the rows for what was typed.

    ``near`` is the category in which one is working; a new concept is offered there as well.
    ``category: name`` (or ``category > name``) offers the name under the categories that the first
    part fits, and shows what is there already.
    """
    matches = index.search(text, limit)
    name = " ".join(text.split())
    if not name:
        return Rows(matches, [])
    placed = _PLACED.fullmatch(name)
    if placed is None:
        return Rows(matches, _plain(index, name, near))
    first, rest = placed[1].strip(), placed[2].strip()
    parents = _parents(index, first)
    shown = {match.item.code_id for match in matches}
    below = [match for match in _below(index, parents, rest) if match.item.code_id not in shown]
    offers = [
        NewCode(rest, kind, parent)
        for parent in parents
        for kind in _kinds_under(parent)
        if rest and not index.has_name_under(rest, parent.code_id)
    ]
    if not index.has_name(name):  # the sign may simply belong to the name
        offers.append(NewCode(name, CodeKind.CONCEPT))
    return Rows([*matches, *below][:limit], offers)


def _plain(index: PaletteIndex, name: str, near: PaletteItem | None) -> list[NewCode]:
    if index.has_name(name):
        return []
    offers = [NewCode(name, CodeKind.CONCEPT)]
    if near is not None:
        offers.append(NewCode(name, CodeKind.CONCEPT, near))
    offers.append(NewCode(name, CodeKind.CATEGORY))
    return offers


def _kinds_under(parent: PaletteItem) -> list[CodeKind]:
    """A concept goes under any category; a category is offered where concepts are not usual."""
    if parent.kind.rank > CodeKind.CATEGORY.rank:
        return [CodeKind.CATEGORY, CodeKind.CONCEPT]
    return [CodeKind.CONCEPT]


def _parents(index: PaletteIndex, text: str) -> list[PaletteItem]:
    return [match.item for match in index.categories.search(text, _PARENTS)]


def _below(index: PaletteIndex, parents: list[PaletteItem], rest: str) -> list[PaletteMatch]:
    """Codes right under the typed parents that fit the rest; all of them when it is empty."""
    above = {parent.code_id for parent in parents}
    children = PaletteIndex(item for item in index.items if item.parent_id in above)
    return children.search(rest, _BELOW)
