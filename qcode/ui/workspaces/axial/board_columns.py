"""Which codes stand where on the two boards of axial coding."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from qcode.model.enums import CodeKind
from qcode.model.records import Code
from qcode.ui.widgets.board.model import Card, Column


class Gathering(StrEnum):
    """What is gathered: concepts into categories, or categories into main categories."""

    CONCEPTS = "concepts"
    CATEGORIES = "categories"


class Boards(NamedTuple):
    """Columns of what has a place, and the cards of what has none yet."""

    columns: list[Column]
    loose: list[Card]


_HEADS = {
    Gathering.CONCEPTS: frozenset({CodeKind.CATEGORY}),
    Gathering.CATEGORIES: frozenset({CodeKind.MAIN_CATEGORY, CodeKind.CORE_CATEGORY}),
}
_CARDS = {
    Gathering.CONCEPTS: frozenset({CodeKind.CONCEPT}),
    Gathering.CATEGORIES: frozenset({CodeKind.CATEGORY}),
}


def boards(tree: Sequence[Code], gathering: Gathering) -> Boards:
    """Arrange codes that come in tree order, with their counts.

    A card stands in the column of the nearest head above it, so that a concept under a concept
    stays with its category. What has no head above it is loose. A core category that gathers main
    categories only is no column.
    """
    heads, kinds = _HEADS[gathering], _CARDS[gathering]
    by_id = {code.id: code for code in tree}
    cards: dict[int, list[Card]] = {code.id: [] for code in tree if code.kind in heads}
    loose: list[Card] = []
    for code in tree:
        if code.kind not in kinds:
            continue
        card = Card(code, code.subtree_passages)
        above = code.parent_id
        while above is not None and above not in cards:
            above = by_id[above].parent_id
        if above is None:
            loose.append(card)
        else:
            cards[above].append(card)
    columns = [
        Column(Card(by_id[key], by_id[key].subtree_passages), tuple(found))
        for key, found in cards.items()
        if found or by_id[key].kind is not CodeKind.CORE_CATEGORY
    ]
    return Boards(columns, loose)
