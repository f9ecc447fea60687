"""Memos beside the text: those on the passage, the code and the document at hand, and new ones."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.model.changes import ChangeSet
from qcode.model.enums import MemoKind
from qcode.model.records import MemoRecord
from qcode.model.span import Span
from qcode.model.theory_records import Target, TargetKind
from qcode.services import memos
from qcode.ui.shell import icons
from qcode.ui.shell.session import Session
from qcode.ui.widgets.column_scroll import ColumnScroll
from qcode.ui.widgets.inspector.field_editor import FieldEditor
from qcode.ui.widgets.inspector.memo_list import MemoList
from qcode.ui.widgets.inspector.parts import Section
from qcode.ui.workspaces.memos.at_hand import AtHand
from qcode.ui.workspaces.memos.index import MemoIndex
from qcode.ui.workspaces.memos.things import Things

SMALLEST = 210
"""Pixels that the panel needs at least."""

MOST = 12
"""Memos that a list shows at most, the newest ones: each is a field to write in."""


class NotesPanel(QWidget):
    """Three lists, the narrowest first. A memo stands in the first that it belongs to.

    New memos are theoretical. One on the passage is on the code of the chosen coding as well.
    """

    closeRequested = Signal()
    leaveRequested = Signal()  # Escape in a field: back to the text
    linkActivated = Signal(str, str)  # kind and GUID of a live link

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._index = MemoIndex(session.project)
        self._things = Things(session.project)
        self.here = AtHand()
        self._left_out = [False] * 3
        self.passage = MemoList(session, self._on_passage)
        self.code = MemoList(session, self._on_code)
        self.document = MemoList(session, self._on_document)
        self.lists = (self.passage, self.code, self.document)
        self._sections = tuple(Section() for _ in self.lists)
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._close = QToolButton()
        self._close.clicked.connect(self.closeRequested)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self.setMinimumWidth(SMALLEST)
        self._caret = QTimer(self)
        self._caret.setSingleShot(True)
        self._caret.timeout.connect(self._follow_caret)
        self._lay_out()
        for listed in self.lists:
            listed.created.connect(self._show)
            listed.escaped.connect(self.leaveRequested)
            listed.linkActivated.connect(self.linkActivated)
            listed.caretMoved.connect(self._caret.start)
        session.changed.connect(self._take_over)
        session.viewChanged.connect(self._see_anew)
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 8, 0)
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 8, 8, 12)
        column.setSpacing(16)
        column.addWidget(self._nothing)
        for section, listed in zip(self._sections, self.lists, strict=True):
            section.column.addWidget(listed)
            column.addWidget(section)
        column.addStretch(1)
        self._scroll = ColumnScroll(content)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._caret.start())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(self._scroll)

    # ------------------------------------------------------------------ what is shown

    def show_at_hand(self, here: AtHand) -> None:
        """Show the memos on what is at hand now; who types in a field here is left to it."""
        if here == self.here or self.editing:
            return
        self.flush()
        before, self.here = self.here, here
        self._show(
            anew=(
                (before.selection, before.words) != (here.selection, here.words),
                before.codes != here.codes,
                before.document != here.document,
            )
        )

    def begin(self, *, on_code: bool = False) -> None:
        """Offer a new memo on the passage at hand, else on the document, or on the code."""
        order = [self.passage, self.document, self.code]
        if on_code:
            order.insert(0, self.code)
        for listed in order:
            if not self._sections[self.lists.index(listed)].isHidden():
                listed.start()
                return

    @property
    def editing(self) -> bool:
        """Whether the caret is in one of the fields here."""
        widget = QApplication.focusWidget()
        return isinstance(widget, FieldEditor) and self.isAncestorOf(widget)

    def flush(self) -> None:
        """Save what is still to be saved."""
        for listed in self.lists:
            listed.flush()

    def _show(self, anew: tuple[bool, bool, bool] = (False, False, False)) -> None:
        if not self.isVisible():
            return
        here = self.here
        shown: set[int] = set()
        for place, (listed, found) in enumerate(zip(self.lists, self._found(), strict=True)):
            rows = [memo for memo in found if memo.id not in shown]
            shown |= {memo.id for memo in rows}
            listed.show_memos(rows[-MOST:], anew=anew[place])
            self._left_out[place] = len(rows) > MOST
        there = (
            here.selection is not None or here.words is not None,
            bool(here.codes),
            here.document is not None,
        )
        for section, wanted in zip(self._sections, there, strict=True):
            section.setVisible(wanted)
        self._nothing.setVisible(not any(there))
        self._say()

    def _found(self) -> tuple[list[MemoRecord], list[MemoRecord], list[MemoRecord]]:
        here, on = self.here, self._index.on
        passage = on(Target(TargetKind.PASSAGE, here.selection)) if here.selection else []
        code: dict[int, MemoRecord] = {}
        for code_id in here.codes:
            code |= {memo.id: memo for memo in on(Target(TargetKind.CODE, code_id))}
        document = on(Target(TargetKind.DOCUMENT, here.document)) if here.document else []
        return passage, list(code.values()), document

    def _take_over(self, changes: ChangeSet) -> None:
        self._things.forget(changes)
        touched = self._index.forget(changes)
        if touched or changes.touches("code", "document"):
            self._show()

    def _see_anew(self) -> None:
        self._index.forget()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show(anew=(True, True, True))

    # ------------------------------------------------------------------ writing

    def _on_passage(self, words: str) -> int | None:
        here = self.here
        targets = [Target(TargetKind.CODE, code) for code in here.codes if here.selection]
        passage: tuple[int, Span] | None = None
        if here.selection is not None:
            targets.append(Target(TargetKind.PASSAGE, here.selection))
        elif here.document is not None and here.words is not None:
            passage = here.document, here.words
        return self._write(words, targets, passage)

    def _on_code(self, words: str) -> int | None:
        return self._write(words, [Target(TargetKind.CODE, one) for one in self.here.codes])

    def _on_document(self, words: str) -> int | None:
        return self._write(words, [Target(TargetKind.DOCUMENT, self.here.document or 0)])

    def _write(
        self, words: str, targets: list[Target], passage: tuple[int, Span] | None = None
    ) -> int | None:
        made = self._session.run(
            self,
            self.tr("Write a memo"),
            memos.create,
            MemoKind.THEORETICAL,
            words,
            targets=targets,
            passage=passage,
        )
        return None if made is None else int(made)

    def _follow_caret(self) -> None:
        """Keep the line that is being written in view."""
        widget = QApplication.focusWidget()
        if isinstance(widget, FieldEditor) and self._scroll.widget().isAncestorOf(widget):
            self._scroll.keep_line(widget)

    # ------------------------------------------------------------------ words

    def _say(self) -> None:
        here = self.here
        titles = (self.tr("On the passage"), self.tr("On the code"), self.tr("On the document"))
        for section, title, some in zip(self._sections, titles, self._left_out, strict=True):
            section.heading.setText(title)
            words = self.tr("The {count} newest; Ctrl+4 shows all memos.").format(count=MOST)
            section.heading.setToolTip(words if some else "")
            section.heading_note.setText(
                self.tr("the {count} newest").format(count=MOST) if some else ""
            )
        if len(here.codes) > 1:
            self._sections[1].heading_note.setText(
                self.tr("{count} codes").format(count=len(here.codes))
            )
        elif here.codes and not self._left_out[1]:
            note = self._things.name(Target(TargetKind.CODE, here.codes[0]))
            self._sections[1].heading_note.setText(
                self.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, 150)
            )

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(self.tr("Memos beside the text"))
        self._title.setText(self.tr("Memos"))
        words = self.tr("Close the memos")
        self._close.setToolTip(words)
        self._close.setAccessibleName(words)
        self._close.setIcon(icons.icon("close"))
        self._nothing.setText(self.tr("Choose a passage or a code to write on."))
        add, hint = self.tr("Add a memo"), self.tr("What does this tell you? What does it ask?")
        self.passage.say(add, self.tr("Memo on the passage"), hint)
        self.code.say(add, self.tr("Memo on the code"), hint)
        self.document.say(add, self.tr("Memo on the document"), hint)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)
