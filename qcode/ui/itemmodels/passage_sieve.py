"""What of many passages a filter lets through, fast enough for every keystroke."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from qcode.model.records import Passage
from qcode.ui.itemmodels.passage_filters import (
    GROUP,
    PassageFilter,
    kept,
    marked,
    together,
)
from qcode.ui.itemmodels.passage_rows import code_set

if TYPE_CHECKING:
    from qcode.ui.itemmodels.passage_feed import PassageFeed

_CODING = attrgetter("coding_id")

COUNTED = 20
"""Documents at most whose passages are counted because their label was typed."""


class Sieve:
    """Applies conditions, the meeting of codes, marks, concepts and words, in this order.

    So codes meet where the codings of the asked-for coders do. Words are looked for in what the
    feed has folded beforehand.
    """

    def __init__(self, feed: PassageFeed) -> None:
        self._feed = feed
        self.asked = PassageFilter()
        self.together = False
        self.without_concept: frozenset[int] | None = None
        """The passages (selection ids) that no concept is on, None while that is not known."""

    def prune(self) -> None:
        """Ask no more for groups that no longer exist."""
        existing = self._feed.groups.keys() | {None}
        for of, values in self.asked.conditions.items():
            if of.kind == GROUP:
                self.asked = self.asked.with_values(of, values & existing)

    def through(self, passages: list[Passage]) -> list[Passage]:
        """Return the passages that fulfil everything, in the same order."""
        found = kept(passages, self.asked, self._feed.facts)
        if self.together:
            found = self._meeting(found)
        found = marked(found, self.asked)
        if self.asked.without_concept:
            bare = self.without_concept or frozenset()
            found = [one for one in found if one.selection_id in bare]
        return self._with_words(found)

    def _meeting(self, passages: list[Passage]) -> list[Passage]:
        feed = self._feed
        asked = [one for one in feed.asked if one in feed.codes]
        if len(asked) < 2:
            return passages
        part_of: dict[int, frozenset[int]] = {}
        for one in asked:
            for code in code_set(feed.codes, [one], with_below=feed.with_below):
                part_of[code] = part_of.get(code, frozenset()) | {one}
        return together(passages, part_of)

    def _with_words(self, passages: list[Passage]) -> list[Passage]:
        for word in self.asked.words.casefold().split():
            titles = ((one, self._feed.codes[one].title) for one in self._feed.wanted)
            codes = {one for one, title in titles if word in title.casefold()}
            labels = self._labels(passages, word)
            passages = self._with_word(passages, word, codes, labels)
        return passages

    def _with_word(
        self, passages: list[Passage], word: str, codes: set[int], labels: set[int]
    ) -> list[Passage]:
        if codes == self._feed.wanted:
            return passages
        # The interpreter's own loops: this runs over everything at every keystroke.
        texts = map(self._feed.folded.__getitem__, map(_CODING, passages))
        if not codes and not labels:
            return [one for one, text in zip(passages, texts, strict=True) if word in text]
        return [
            one
            for one, text in zip(passages, texts, strict=True)
            if word in text or one.code_id in codes or one.coding_id in labels
        ]

    def _labels(self, passages: list[Passage], word: str) -> set[int]:
        """Codings whose label ends in ``word`` when it looks like one: ``03-12``."""
        document, dash, place = word.rpartition("-")
        if not (document and dash and place.isdigit()):
            return set()
        named = [one for one in passages if one.label.casefold()[: -len("-00")].endswith(document)]
        if len({one.document_id for one in named}) > COUNTED:
            return set()
        return {
            one.coding_id
            for one in named
            if self._feed.places.labelled(one).label.casefold().endswith(word)
        }
