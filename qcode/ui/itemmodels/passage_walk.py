"""The way from passage to passage of a code, without any list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from PySide6.QtCore import QObject

from qcode.model.changes import ChangeSet
from qcode.services import codes, documents, passages
from qcode.services.passages import Stop
from qcode.ui.itemmodels.passage_rows import code_set
from qcode.ui.shell.session import Session


class Step(NamedTuple):
    """Where the walk goes on: a passage, and which of how many it is (from 1)."""

    stop: Stop
    place: int
    count: int


class PassageWalk(QObject):
    """Knows the passages of one code, and of those below it, in the order of documents and places.

    They are read at the first step and again after a change that touches them.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._code: int | None = None
        self._stops: list[Stop] | None = None
        session.changed.connect(self._after_change)
        session.viewChanged.connect(self.forget)

    def forget(self) -> None:
        """Read everything again at the next step."""
        self._stops = None

    def step(
        self,
        step: int,
        code_id: int,
        document_id: int | None,
        position: int,
        end: int | None = None,
    ) -> Step | None:
        """Return the next (1) or previous (-1) passage of a code, None where there is none.

        One stands in a document at ``position`` (code points), or on the passage from ``position``
        to ``end``; without a document before everything.
        """
        stops = self._of(code_id)
        here = self._here(document_id, position, end)
        if step > 0:
            row = bisect_right(stops, here, key=_place)
        else:
            row = bisect_left(stops, here, key=_place) - 1
        if not 0 <= row < len(stops):
            return None
        return Step(stops[row], row + 1, len(stops))

    def _here(
        self, document_id: int | None, position: int, end: int | None
    ) -> tuple[float, float, float, float]:
        if document_id is None:
            return (-1, 0, 0, 0)
        known = next((one for one in self._stops or () if one.document_id == document_id), None)
        order = known.position if known else self._position(document_id)
        # At a bare position, passages that begin there lie ahead.
        return (order, document_id, position, -1 if end is None else end)

    def _position(self, document_id: int) -> int:
        found = passages.facts(self._session.project, [document_id])
        return found[0].position if found else len(documents.places(self._session.project))

    def _of(self, code_id: int) -> list[Stop]:
        if self._stops is None or self._code != code_id:
            tree = {code.id: code for code in codes.tree(self._session.project, counts=False)}
            wanted = code_set(tree, [code_id], with_below=True)
            self._stops = passages.stops(self._session.project, wanted)
            self._code = code_id
        return self._stops

    def _after_change(self, changes: ChangeSet) -> None:
        if changes.touches("coding", "selection", "code", "document"):
            self._stops = None


def _place(stop: Stop) -> tuple[float, float, float, float]:
    return (stop.position, stop.document_id, stop.start, stop.end)
