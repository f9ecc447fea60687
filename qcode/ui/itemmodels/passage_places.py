"""The number in a passage's label: its place among the coded passages of its document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from qcode.model.changes import ChangeSet
from qcode.model.errors import QcodeError
from qcode.model.records import Passage
from qcode.services import passages
from qcode.services.coded_passages import PassageSteps
from qcode.ui.shell.session import Session

Place = tuple[int, int]
"""Start and end of a passage."""


class PassagePlaces(QObject):
    """Knows places from the documents whose passages were shown; each is counted when asked for.

    From then on it follows each step, whatever the size of the document.
    """

    changed = Signal(object)
    """Document id → the first ``Place`` that may have another number; None: any of them."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps = PassageSteps(session.project)
        self._spans: dict[int, list[int]] = {}  # see passages.coded_places

    def labelled(self, passage: Passage) -> Passage:
        """Return a passage with the label that it has now."""
        if passage.document_id not in self._spans:
            self.count([passage.document_id])
        return passages.relabelled(passage, self._spans.get(passage.document_id, ()))

    def knows(self, document_id: int) -> bool:
        """Whether the places of a document have been counted."""
        return document_id in self._spans

    def count(self, document_ids: Iterable[int]) -> None:
        """Count several documents ahead, those that are not yet: one question for all of them."""
        unknown = set(document_ids) - self._spans.keys()
        if unknown:
            try:
                self._spans.update(passages.coded_places(self._session.project, unknown))
            except QcodeError:  # closed meanwhile, or out of reach: the next step will say so
                return

    def follow(self, changes: ChangeSet) -> None:
        """Take over what a step did; every step is to be handed in."""
        news = self._steps.news(changes)
        if news is None or changes.touches("document"):
            if self._spans:
                self.clear()
                self.changed.emit(None)
            return
        first: dict[int, Place] = {}
        for spots, came in ((news.went, False), (news.came, True)):
            for document_id, *span in spots:
                spans, here = self._spans.get(document_id), (span[0], span[1])
                if spans is None:
                    continue
                spot = passages.place_of(*here)
                at = bisect_left(spans, spot)
                there = spans[at : at + 1] == [spot]  # or counted since the step
                if came and not there:
                    spans.insert(at, spot)
                elif there and not came:
                    del spans[at]
                first[document_id] = min(here, first.get(document_id, here))
        if first:
            self.changed.emit(first)

    def clear(self) -> None:
        """Know nothing any more."""
        self._spans.clear()
