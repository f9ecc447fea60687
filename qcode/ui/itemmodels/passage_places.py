"""The number in a passage's label: its place among the coded passages of its document."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

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
        self._spans: dict[int, list[Place]] = {}

    def labelled(self, passage: Passage) -> Passage:
        """Return a passage with the label that it has now."""
        spans = self._spans.get(passage.document_id)
        if spans is None:
            spans = self._count(passage.document_id)
        place = bisect_left(spans, (passage.start, passage.end)) + 1
        label = passages.numbered(passage.label.rpartition("-")[0], place)
        return passage if label == passage.label else replace(passage, label=label)

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
                at = bisect_left(spans, here)
                there = spans[at : at + 1] == [here]  # or counted since the step
                if came and not there:
                    spans.insert(at, here)
                elif there and not came:
                    del spans[at]
                first[document_id] = min(here, first.get(document_id, here))
        if first:
            self.changed.emit(first)

    def clear(self) -> None:
        """Know nothing any more."""
        self._spans.clear()

    def _count(self, document_id: int) -> list[Place]:
        try:
            found = passages.coded_spans(self._session.project, document_id)
        except QcodeError:  # closed meanwhile, or out of reach: the next step will say so
            return []
        self._spans[document_id] = found
        return found
