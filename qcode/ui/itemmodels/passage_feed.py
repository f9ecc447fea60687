"""The passages of some codes, read once and kept true to every change."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from qcode.model.changes import ChangeSet
from qcode.model.errors import QcodeError
from qcode.model.records import Code, Coding, Passage
from qcode.services import codes, codings, documents
from qcode.ui.itemmodels.passage_rows import code_set
from qcode.ui.shell.operation import Job, Progress, quietly
from qcode.ui.shell.session import Session

MANY = 400
"""Touched codings from which everything is read again."""

PAUSE = 300
"""Milliseconds without a change after which everything is read again in a worker."""


class PassageFeed(QObject):
    """Knows the passages of the codes asked for, in no particular order.

    All of them are read in a worker; a change rereads only those documents that it touched.
    """

    passagesChanged = Signal()
    codesChanged = Signal()  # names, colours, or which codes there are
    loaded = Signal()  # the passages of the codes asked for have come

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._with_below = False
        self._wanted: frozenset[int] = frozenset()
        self._job: Job | None = None
        self._reading = False
        self.asked: list[int] = []
        self.codes: dict[int, Code] = {}  # all of them, in tree order
        self.passages: list[Passage] = []
        self.places: dict[int, int] = {}  # document id → place in the order of documents
        self.ready = True
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(PAUSE)
        self._again.timeout.connect(self._load)
        session.changed.connect(self._after_change)

    @property
    def several(self) -> bool:
        """Whether the passages may be of different codes."""
        return len(self._wanted) > 1

    def show_codes(self, code_ids: Iterable[int], *, with_below: bool) -> None:
        """Read the passages of some codes, with those of all codes below them if asked."""
        self.asked = list(dict.fromkeys(code_ids))
        self._with_below = with_below
        self._read_codes()
        self.passages = []
        self.ready = not self._wanted
        self.codesChanged.emit()
        self.passagesChanged.emit()
        self._load()

    # ------------------------------------------------------------------ reading

    def _read_codes(self) -> None:
        project = self._session.project
        self.codes = {code.id: code for code in codes.tree(project, counts=False)}
        self._wanted = code_set(self.codes, self.asked, with_below=self._with_below)

    def _load(self) -> None:
        """Read everything in a worker."""
        self._stop()
        wanted = self._wanted
        if not wanted:
            self._take([], self.places)
            return
        project = self._session.project

        def work(progress: Progress) -> tuple[list[Passage], dict[int, int]] | None:
            del progress
            try:
                return codings.passages(project, wanted), documents.places(project)
            except QcodeError:  # closed meanwhile, or out of reach: the next step will say so
                return None

        def done(found: tuple[list[Passage], dict[int, int]] | None) -> None:
            self._reading = False
            if found is not None and wanted == self._wanted:
                self._take(*found)

        self._reading = True
        self._job = quietly(self, work, done)

    def _load_later(self) -> None:
        """Read everything once the changes pause: a busy worker would slow the next of them."""
        self._stop()
        self._again.start()

    def _stop(self) -> None:
        self._again.stop()
        if self._job is not None:
            self._job.drop()
            self._job = None
        self._reading = False

    def _take(self, passages: list[Passage], places: dict[int, int]) -> None:
        first = not self.ready
        self.ready = True
        self.passages, self.places = passages, places
        self.passagesChanged.emit()
        if first:
            self.loaded.emit()

    def _reread(self, document_ids: Collection[int]) -> None:
        """Read the passages of some documents again."""
        project = self._session.project
        fresh = []
        for document_id in document_ids:
            fresh += [
                coding
                for coding in codings.of_document(project, document_id)
                if coding.code_id in self._wanted
            ]
        with project.read() as connection:
            now = codings.passages_of(connection, fresh)
        touched = set(document_ids)
        self.passages = [p for p in self.passages if p.document_id not in touched] + now
        if not touched <= self.places.keys():
            self.places = documents.places(project)
        self.passagesChanged.emit()

    # ------------------------------------------------------------------ changes

    def _after_change(self, changes: ChangeSet) -> None:
        if not self.asked:
            return
        if changes.touches("code", "setting"):
            before = self._wanted
            self._read_codes()
            self.codesChanged.emit()
            if self._wanted != before:
                self._load_later()
                return
        if self._reading:  # what comes may be older than this change
            if changes.touches("coding", "selection", "document", "coder"):
                self._load_later()
        elif changes.touches("document", "coder") or len(changes.ids("coding")) > MANY:
            self._load_later()
        elif changes.touches("coding"):
            self._follow(changes.ids("coding"))

    def _follow(self, coding_ids: frozenset[int]) -> None:
        now = {coding.id: coding for coding in codings.by_id(self._session.project, coding_ids)}
        known = {p.coding_id: p for p in self.passages if p.coding_id in coding_ids}
        if only_texts := _only_texts(now, known):
            self.passages = [only_texts.get(p.coding_id, p) for p in self.passages]
            self.passagesChanged.emit()
            return
        touched = {coding.document_id for coding in now.values()}
        touched |= {passage.document_id for passage in known.values()}
        here = {passage.document_id for passage in self.passages}
        here |= {coding.document_id for coding in now.values() if coding.code_id in self._wanted}
        if touched & here:
            self._reread(touched & here)
        if coding_ids - now.keys() - known.keys():
            # Codings of other codes went, nobody knows where: labels may count differently now.
            self._load_later()


def _only_texts(now: dict[int, Coding], known: dict[int, Passage]) -> dict[int, Passage]:
    """Return the new records when nothing but memos and marks of known passages was changed."""
    if not now or now.keys() != known.keys():
        return {}
    found = {}
    for coding_id, coding in now.items():
        old = known[coding_id]
        if (coding.code_id, coding.selection_id) != (old.code_id, old.selection_id):
            return {}
        found[coding_id] = replace(old, memo=coding.memo, typical=coding.typical)
    return found
