"""The passages of what is chosen, read against each other; where they lie, and what differs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from qcode.model.changes import ChangeSet
from qcode.model.enums import MemoKind
from qcode.model.records import MemoRecord
from qcode.model.theory_records import Target, TargetKind
from qcode.services import memos
from qcode.ui.shell.session import Session
from qcode.ui.shell.soon import Soon
from qcode.ui.widgets.inspector.memo_list import MemoList
from qcode.ui.widgets.inspector.parts import Section
from qcode.ui.widgets.passages.list import PassageList
from qcode.ui.workspaces.axial.dimensions import Dimensions
from qcode.ui.workspaces.code.passages_panel import PassagesPanel

BELOW = 0.4  # of the height at most is for what is written about the passages


class Comparison(QWidget):
    """Constant comparison: passages above, dimensions and the memo on the difference below."""

    passageActivated = Signal(int, int, int, int)  # document, start, end, coding id

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._codes: tuple[int, ...] = ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        parts = self._parts = QSplitter(Qt.Orientation.Vertical, self)
        outer.addWidget(parts)
        self.passages = PassagesPanel(session, parts)
        self.passages.header.side.hide()
        self.passages.header.close_.hide()
        self.passages.list.set_clicks(False)  # a click chooses which passage is placed below
        self._below = QScrollArea(parts)
        below = QWidget(self._below)
        self.dimensions = Dimensions(session, below)
        self._section = Section(parent=below)
        self.memos = MemoList(session, self._write, self._section)
        self._section.column.addWidget(self.memos)
        self._fitting = Soon(self._fit, self)
        self._parted_by_hand = False
        self._lay_out(below)
        self.passages.passageActivated.connect(self.passageActivated)
        self.passages.list.selectionModel().currentChanged.connect(lambda *_: self._follow())
        self.passages.model.modelReset.connect(self._follow)
        self.passages.model.topChanged.connect(self._follow)
        self.memos.created.connect(self._read_memos)
        session.changed.connect(self._take_over)
        session.viewChanged.connect(self._read_memos)
        QApplication.instance().focusChanged.connect(self._reveal)
        self._below.verticalScrollBar().rangeChanged.connect(lambda *_: self._show_focused())
        self._below.verticalScrollBar().rangeChanged.connect(lambda *_: self._fitting.start())
        parts.splitterMoved.connect(self._keep_parts)
        self.retranslate()
        self._show_below()

    @property
    def list(self) -> PassageList:
        """The passages."""
        return self.passages.list

    def _lay_out(self, below: QWidget) -> None:
        column = QVBoxLayout(below)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(10)
        column.addWidget(self.dimensions)
        column.addWidget(self._section)
        column.addStretch(1)
        self._below.setWidgetResizable(True)
        self._below.setFrameShape(QFrame.Shape.NoFrame)
        self._below.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._below.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._below.setWidget(below)
        parts = self._parts
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 0)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(8)

    # ------------------------------------------------------------------ what others ask

    def show_codes(self, code_ids: Sequence[int]) -> None:
        """Show the passages of codes with all below them, newest against the earlier ones."""
        wanted = tuple(code for code in code_ids if code)
        if wanted == self._codes:
            return
        self.flush()
        self._codes = wanted
        self.passages.show_codes(wanted, with_below=True)
        self.passages.compare()
        self._show_below(anew=True)

    def take_focus(self) -> None:
        """Go into the passages."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save a memo that is being typed."""
        self.memos.flush()

    # ------------------------------------------------------------------ below the passages

    def _show_below(self, *, anew: bool = False) -> None:
        """Dimensions belong to one code; a difference can be noted on several."""
        self._below.setVisible(bool(self._codes))
        self.dimensions.show_code(self._codes[0] if len(self._codes) == 1 else None)
        self._read_memos(anew=anew)
        self._fitting.start()

    def _keep_parts(self) -> None:
        self._parted_by_hand = True

    def _fit(self) -> None:
        """Give the passages all room that what is below them does not need."""
        if self._parted_by_hand or not self.isVisible():
            return
        whole = sum(self._parts.sizes())
        needed = min(self._below.widget().sizeHint().height(), round(whole * BELOW))
        self._parts.setSizes([whole - needed, needed])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fitting.start()

    def _follow(self) -> None:
        """The passage with the cursor is placed on the dimensions, without one that on top."""
        model = self.passages.model
        here = model.passage_at(self.list.currentIndex().row()) or model.top
        if here is None:
            self.dimensions.show_passage(None)
        else:
            self.dimensions.show_passage(here.selection_id, here.label)

    def _reveal(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring into view where one begins to write."""
        if now is not None and self._below.isAncestorOf(now):
            # Later: a memo that has just begun has no place yet; its place changes the range.
            QTimer.singleShot(0, self, self._show_focused)

    def _show_focused(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self._below.isAncestorOf(now):
            self._below.widget().layout().activate()
            self._below.ensureWidgetVisible(now, 0, 8)

    def _read_memos(self, *, anew: bool = False) -> None:
        found: list[MemoRecord] = []
        if self._codes:
            on_these = [Target(TargetKind.CODE, code) for code in self._codes]
            there = {one.id: one for on in on_these for one in memos.on(self.session.project, on)}
            found = sorted(there.values(), key=lambda one: (one.modified, one.id), reverse=True)
        self.memos.show_memos(found, anew=anew)

    def _write(self, words: str) -> int | None:
        first, *others = self._codes
        memo_id = self.session.run(
            self,
            self.tr("Write a memo"),
            memos.create,
            MemoKind.THEORETICAL,
            words,
            targets=[Target(TargetKind.CODE, code) for code in (first, *others)],
        )
        return None if memo_id is None else int(memo_id)

    def _take_over(self, changes: ChangeSet) -> None:
        if changes.touches("memo", "memo_link") and self.isVisible():
            self._read_memos()
        self.dimensions.take_over(changes)

    def retranslate(self) -> None:
        """Set every text again."""
        self._section.heading.setText(self.tr("What differs?"))
        self.memos.say(
            self.tr("Add a memo"),
            self.tr("Memo on the difference"),
            self.tr("What is alike in these passages, what differs, and why?"),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
