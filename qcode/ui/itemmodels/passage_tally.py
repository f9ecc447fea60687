"""How many passages there are, in how many documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from qcode.model.records import Passage


class Totals(NamedTuple):
    """How many distinct passages there are, in how many documents; the same of those shown."""

    passages: int
    documents: int
    shown: int
    shown_in: int


class Tally:
    """Counts distinct passages and documents while passages come and go."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        listed = list(passages)
        self.passages = Counter(map(attrgetter("selection_id"), listed))
        self.documents = Counter(map(attrgetter("document_id"), listed))

    def put(self, passage: Passage, count: int) -> None:
        """Count a passage that came (1) or went (-1)."""
        for counter, key in (
            (self.passages, passage.selection_id),
            (self.documents, passage.document_id),
        ):
            counter[key] += count
            if not counter[key]:
                del counter[key]
