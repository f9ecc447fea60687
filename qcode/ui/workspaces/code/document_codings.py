"""The codings of the open document: read, put on the text, kept up to date.

Of a long document only those near the place that is shown are read at once; the others follow from
a worker while the first are already painted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qcode.model.records import Code, Coding
from qcode.model.span import Span
from qcode.services import codings
from qcode.ui.shell.operation import quietly
from qcode.ui.shell.session import Session
from qcode.ui.widgets.text.view import PaintedCoding, TextView

if TYPE_CHECKING:
    from qcode.services.project import Project
    from qcode.ui.shell.operation import Job

NEAR = 20_000
"""Code points around the place shown whose codings are read at once."""

AT_ONCE = 2_000
"""Codings that are put on the text in one turn; more would hold up a key."""

MANY = 1_000
"""Codings from which painting all of the document anew is cheaper than one by one."""


class DocumentCodings(QObject):
    """Codings by id in ``all``, which stays the same dictionary; the text shows them."""

    completed = Signal()
    """All codings of the document have been read."""

    def __init__(self, session: Session, text: TextView, codes: Mapping[int, Code]) -> None:
        super().__init__(text)
        self._session = session
        self._text = text
        self._codes = codes
        self._document_id: int | None = None
        self._reading: Job | None = None
        self.all: dict[int, Coding] = {}
        self.complete = True
        self._passages: Counter[int] = Counter()
        self._waiting: list[Coding] = []  # read, and not yet on the text
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._take_some)

    @property
    def passages(self) -> int:
        """Number of distinct passages with a coding."""
        return len(self._passages)

    # ------------------------------------------------------------------ another document

    def open(self, document_id: int, characters: int, text: str, place: int = 0) -> None:
        """Show a text of so many code points with its codings, first those around ``place``."""
        self._forget()
        self._document_id = document_id
        near = Span(max(0, place - NEAR), min(characters, place + NEAR))
        whole = near == Span(0, characters)
        project = self._session.project
        self._take(
            codings.of_document(project, document_id)
            if whole
            else codings.within(project, document_id, near)
        )
        self._text.set_document(text, self._painted(self.all.values()))
        if whole:
            self.completed.emit()
        else:
            self._read_rest()

    def close(self) -> None:
        """Show nothing."""
        self._forget()
        self._text.set_document("")

    def read_again(self) -> None:
        """Read everything anew: codes, coders, or what may be seen has changed."""
        document_id = self._document_id
        if document_id is not None:
            self._forget()
            self._document_id = document_id
            self._take(codings.of_document(self._session.project, document_id))
            self.repaint()
            self.completed.emit()

    def repaint(self) -> None:
        """Put all codings on the text again, as codes and coder are now."""
        self._text.set_codings(self._painted(self.all.values()))

    # ------------------------------------------------------------------ changes

    def take_over(self, touched: Collection[int], looks: Collection[int] = ()) -> None:
        """Read what a step touched; ids of other documents are left aside.

        ``looks`` are codes that are called or coloured differently now.
        """
        if self._document_id is None:
            return
        now = {
            coding.id: coding
            for coding in codings.among(self._session.project, touched, self._document_id)
        }
        gone = [coding_id for coding_id in touched if coding_id not in now]
        gone = [coding_id for coding_id in gone if self._drop(coding_id)]
        self._take(now.values())
        if looks:
            wearing = (coding for coding in self.all.values() if coding.code_id in looks)
            now.update((coding.id, coding) for coding in wearing)
        if gone:
            self._text.remove_codings(gone)
        if len(now) > MANY:
            self.repaint()
        elif now:
            self._text.put_codings(self._painted(now.values()))
        if not self.complete:
            self._read_rest()  # what is on its way was read before this step

    def _take(self, listed: Collection[Coding]) -> None:
        for coding in listed:
            self._drop(coding.id)
            self.all[coding.id] = coding
        self._passages.update(coding.selection_id for coding in listed)

    def _drop(self, coding_id: int) -> bool:
        coding = self.all.pop(coding_id, None)
        if coding is None:
            return False
        left = self._passages[coding.selection_id] - 1
        if left:
            self._passages[coding.selection_id] = left
        else:
            del self._passages[coding.selection_id]
        return True

    def _forget(self) -> None:
        if self._reading is not None:
            self._reading.drop()
            self._reading = None
        self._stop_taking()
        self._document_id = None
        self.complete = True
        self.all.clear()
        self._passages.clear()

    # ------------------------------------------------------------------ the rest

    def _read_rest(self) -> None:
        if self._reading is not None:
            self._reading.drop()
        self._stop_taking()
        self.complete = False
        work = partial(_all_of, self._session.project, self._document_id)
        job = quietly(self, work, self._take_rest)
        if not self.complete:  # a worker that is none has delivered by now
            self._reading = job

    def _stop_taking(self) -> None:
        self._waiting = []
        self._next.stop()

    def _take_rest(self, listed: list[Coding]) -> None:
        self._reading = None
        self._waiting = listed
        self._take_some()

    def _take_some(self) -> None:
        """Take a part of what was read, and the next one when keys and pictures have had a turn."""
        part, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        known = self.all
        fresh = [coding for coding in part if known.get(coding.id) != coding]
        self._take(part)
        self._text.put_codings(self._painted(fresh))
        if self._waiting:
            self._next.start()
            return
        self._reading = None
        self.complete = True
        self.completed.emit()

    # ------------------------------------------------------------------ painted

    def _painted(self, listed: Collection[Coding]) -> list[PaintedCoding]:
        codes, me = self._codes, self._session.project.coder
        looks: dict[int, tuple[str, str]] = {}
        painted = []
        for coding in listed:
            code_id = coding.code_id
            if code_id not in looks:
                looks[code_id] = codes[code_id].color, codes[code_id].title
            color, title = looks[code_id]
            mine = coding.coder == me
            painted.append(
                PaintedCoding(
                    coding.id,
                    coding.start,
                    coding.end,
                    color,
                    code_id,
                    title,
                    coding.coder,
                    coding.memo,
                    mine,
                    coding.created,
                )
            )
        return painted


def _all_of(project: Project, document_id: int, _progress: object) -> list[Coding]:
    return codings.of_document(project, document_id)
