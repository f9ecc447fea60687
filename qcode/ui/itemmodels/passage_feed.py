"""The passages of some codes, read in portions and kept true to every change."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal

from qcode.model.changes import ChangeSet
from qcode.model.errors import QcodeError
from qcode.model.records import Code, Passage
from qcode.services import codes, codings, documents, passages
from qcode.services.passages import DocumentFacts, Portion, Reading
from qcode.ui.itemmodels.passage_filters import haystack
from qcode.ui.itemmodels.passage_places import PassagePlaces
from qcode.ui.itemmodels.passage_rows import code_set
from qcode.ui.shell.session import Session

MANY = 400
"""Touched codings from which everything is read again."""

PAUSE = 150
"""Milliseconds without a change after which everything is read again."""

PROMPT = 50
"""Passages that are read at once: waiting for them would flicker."""

BUDGET = 0.008
"""Seconds that reading holds the window before it lets it live."""


@dataclass(frozen=True, slots=True)
class FeedEdit:
    """What one change did to the passages."""

    added: list[Passage] = field(default_factory=list)
    removed: list[Passage] = field(default_factory=list)
    changed: list[tuple[Passage, Passage]] = field(default_factory=list)  # before, after


class _Coming:
    """What has been read so far."""

    def __init__(self) -> None:
        self.passages: dict[int, Passage] = {}
        self.folded: dict[int, str] = {}
        self.facts: dict[int, DocumentFacts] = {}

    def put(self, portion: Portion) -> None:
        """Take a portion."""
        for one in portion.passages:
            self.passages[one.coding_id] = one
            self.folded[one.coding_id] = haystack(one)
        self.facts.update((one.id, one) for one in portion.facts)


class PassageFeed(QObject):
    """Knows the passages of the codes asked for, in no particular order.

    A change costs what it touched. While asleep nothing is read; waking up brings all up to date.
    Places in labels are in ``places``.
    """

    passagesReset = Signal()  # all are different
    passagesEdited = Signal(object)  # FeedEdit
    codesChanged = Signal()  # names, colours, or which codes there are
    loaded = Signal()  # the passages of the codes asked for have come
    progressed = Signal(int, int)  # read, of how many

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._with_below = False
        self._wanted: frozenset[int] = frozenset()
        self._reading: Reading | None = None
        self._coming = _Coming()
        self._missed: set[int] = set()  # codings touched while reading
        self._asleep = self._stale = False
        self.places = PassagePlaces(session, self)
        self.asked: list[int] = []
        self.asked_codes: list[Code] = []  # those that still exist, in tree order
        self.has_below = False  # whether any of them has codes below it
        self.codes: dict[int, Code] = {}  # all of them, in tree order
        self.passages: dict[int, Passage] = {}  # by coding
        self.folded: dict[int, str] = {}  # by coding: where words are looked for
        self.facts: dict[int, DocumentFacts] = {}  # by document
        self.groups: dict[int, str] = {}
        self.ready = True
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(PAUSE)
        self._again.timeout.connect(self._load)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._read_on)
        session.changed.connect(self._after_change)
        session.viewChanged.connect(self._read_anew)

    @property
    def several(self) -> bool:
        """Whether the passages may be of different codes."""
        return len(self._wanted) > 1

    @property
    def wanted(self) -> frozenset[int]:
        """The codes whose passages are read."""
        return self._wanted

    @property
    def with_below(self) -> bool:
        """Whether codes below those asked for are taken in."""
        return self._with_below

    @property
    def asleep(self) -> bool:
        """Whether nobody looks."""
        return self._asleep

    def show_codes(self, code_ids: Iterable[int], *, with_below: bool) -> None:
        """Read the passages of some codes, with those of all codes below them if asked."""
        self.asked = list(dict.fromkeys(code_ids))
        self._with_below = with_below
        if not self.codes or not self.codes.keys() >= set(self.asked):
            self._read_codes()
        self._choose_codes()
        self.passages, self.folded, self.facts = {}, {}, {}
        self.ready = not self._wanted
        self.codesChanged.emit()
        self.passagesReset.emit()
        self._load()

    def set_asleep(self, asleep: bool) -> None:
        """Follow no changes while nobody looks; catch up afterwards."""
        if asleep == self._asleep:
            return
        self._asleep = asleep
        if asleep and self._reading is not None:
            self._stop()
            self._stale = True
        elif not asleep and self._stale:
            self._read_anew()

    # ------------------------------------------------------------------ reading

    def _read_codes(self) -> None:
        self.codes = {code.id: code for code in codes.tree(self._session.project, counts=False)}

    def _choose_codes(self) -> None:
        asked = set(self.asked)
        self._wanted = code_set(self.codes, asked, with_below=self._with_below)
        self.asked_codes = [code for code in self.codes.values() if code.id in asked]
        self.has_below = any(code.parent_id in asked for code in self.codes.values())

    def _read_anew(self) -> None:
        """Everything may be different: what is shown stays until the new has come."""
        if self._asleep:
            self._stale = True
            return
        self._stale = False
        self.places.clear()
        self.codes = {}
        if self.asked:
            self._read_codes()
            self._choose_codes()
            self.codesChanged.emit()
            self._load()

    def _load(self) -> None:
        """Read everything: a little at once, much in portions between which the window lives."""
        self._stop()
        self._missed.clear()
        if not self._wanted:
            self._take(_Coming())
            return
        try:
            self._reading = Reading(self._session.project, self._wanted)
        except QcodeError:  # closed meanwhile, or out of reach: the next step will say so
            return
        if self._reading.total <= PROMPT:
            self._read_on(patient=True)
        else:
            self._turn.start()

    def _load_later(self) -> None:
        """Read everything once the changes pause."""
        self._stop()
        self._again.start()

    def _stop(self) -> None:
        self._again.stop()
        self._turn.stop()
        self._reading = None
        self._coming = _Coming()

    def _read_on(self, *, patient: bool = False) -> None:
        reading = self._reading
        if reading is None:
            return
        until = time.perf_counter() + BUDGET
        try:
            while reading.left and (patient or time.perf_counter() < until):
                self._coming.put(reading.portion())
        except QcodeError:
            self._stop()
            return
        if reading.left:
            self.progressed.emit(reading.total - reading.left, reading.total)
            return
        coming, missed = self._coming, frozenset(self._missed)
        self._stop()
        self._take(coming)
        if missed:
            self._follow(missed)

    def _take(self, coming: _Coming) -> None:
        first = not self.ready
        self.ready = True
        self.groups = {one.id: one.name for one in documents.groups(self._session.project)}
        self.passages, self.folded, self.facts = coming.passages, coming.folded, coming.facts
        self.passagesReset.emit()
        if first:
            self.loaded.emit()

    # ------------------------------------------------------------------ changes

    def _after_change(self, changes: ChangeSet) -> None:
        if self._asleep:
            self._stale = True
            return
        self.places.follow(changes)
        if not self.asked:
            self.codes = {} if changes.touches("code", "setting") else self.codes
            return
        if changes.touches("code", "setting"):
            before = self._wanted
            self._read_codes()
            self._choose_codes()
            self.codesChanged.emit()
            if self._wanted != before:
                self._load_later()
                return
        elsewhere = ("coder", "document_group", "variable", "variable_value")
        touched = self._concerning(changes.ids("coding"))
        if (
            changes.touches(*elsewhere)
            or changes.ids("document") & self.facts.keys()
            or len(touched) > MANY
            or (self._again.isActive() and touched)
        ):
            self._load_later()
        elif self._reading is not None:
            if changes.touches("document"):
                self._load_later()
            self._missed |= touched
        elif touched:
            self._follow(touched)

    def _concerning(self, touched: frozenset[int]) -> frozenset[int]:
        """Return those of many codings that are or were among the passages."""
        if len(touched) <= MANY or self._reading is not None:
            return touched
        now = passages.codings_of(self._session.project, self._wanted)
        return touched & (now | self.passages.keys())

    def _follow(self, coding_ids: frozenset[int]) -> None:
        now = {coding.id: coding for coding in codings.by_id(self._session.project, coding_ids)}
        known = {one: self.passages[one] for one in coding_ids if one in self.passages}
        edit = FeedEdit()
        unread = []
        for coding in now.values():
            if coding.code_id not in self._wanted:
                continue
            old = known.pop(coding.id, None)
            if old is not None and old.selection_id == coding.selection_id:
                new = replace(old, code_id=coding.code_id, memo=coding.memo, typical=coding.typical)
                edit.changed.append((old, new))
                continue
            if old is not None:
                edit.removed.append(old)
            unread.append(coding.id)
        edit.removed.extend(known.values())
        if unread:
            portion = passages.by_id(self._session.project, unread)
            self.facts.update((one.id, one) for one in portion.facts)
            edit.added.extend(portion.passages)
        self._apply(edit)

    def _apply(self, edit: FeedEdit) -> None:
        for old in edit.removed:
            del self.passages[old.coding_id]
            del self.folded[old.coding_id]
        for new in [*edit.added, *(after for _, after in edit.changed)]:
            self.passages[new.coding_id] = new
            self.folded[new.coding_id] = haystack(new)
        if edit.added or edit.removed or edit.changed:
            self.passagesEdited.emit(edit)
