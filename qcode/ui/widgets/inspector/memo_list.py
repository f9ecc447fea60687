"""Memos attached to one thing, each edited where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from qcode.model.records import MemoRecord
from qcode.services import memos
from qcode.ui.shell import icons, theme
from qcode.ui.shell.i18n import day
from qcode.ui.shell.session import Session
from qcode.ui.widgets.inspector.field_editor import PAD, FieldEditor
from qcode.ui.widgets.inspector.parts import link
from qcode.ui.widgets.link_help import LinkHelp

Create = Callable[[str], int | None]

# A menu or another window on top: the typist comes back.
_STILL_HERE = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class MemoList(QWidget):
    """Shows memos and writes new ones.

    ``create`` makes a memo of some words on whatever is shown and returns its id, or None when it
    was refused. A new memo exists from its first words on.
    """

    caretMoved = Signal()
    escaped = Signal()
    created = Signal()  # a memo has been made of what was typed; show the list again
    linkActivated = Signal(str, str)  # kind and GUID of a live link that is to be followed

    def __init__(self, session: Session, create: Create, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._create = create
        self._entries: dict[int, MemoEntry] = {}
        self._draft: MemoEntry | None = None
        self._adding = False
        self._texts = ("", "", "")
        self._add = link(self)
        self._add.clicked.connect(self.start)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._column)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def say(self, add: str, name: str, placeholder: str) -> None:
        """Set the words: of the button, of a memo for screen readers, of an empty one."""
        self._texts = (add, name, placeholder)
        self._add.setText(add)
        for entry in self._all():
            entry.say(name, placeholder)

    def show_memos(
        self,
        listed: list[MemoRecord],
        quotes: Mapping[int, str] = MappingProxyType({}),
        *,
        anew: bool = False,
    ) -> None:
        """Show ``listed`` from top to bottom; ``anew``: they are about another thing now.

        ``quotes`` holds, by memo id, the words that a memo is about where they tell it apart.
        """
        if self._adding:
            return  # a memo is just being made out of the draft
        if anew:
            self._drop_draft()
        for memo_id in self._entries.keys() - {memo.id for memo in listed}:
            self._remove(self._entries.pop(memo_id))
        for place, memo in enumerate(listed):
            entry = self._entries.get(memo.id)
            if entry is None:
                entry = self._entries[memo.id] = self._made(memo.id)
            if self._column.indexOf(entry) != place:
                self._column.insertWidget(place, entry)
            entry.show_memo(self._session, memo, quotes.get(memo.id, ""))
        self._add.setVisible(self._session.writable and self._draft is None)

    def start(self) -> None:
        """Offer an empty memo and put the caret into it."""
        if self._draft is None:
            self._draft = self._made(None)
            self._column.addWidget(self._draft)
            self._draft.editor.setReadOnly(False)
            self._add.hide()
        self._draft.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Save what is still to be saved; return whether there was something."""
        return sum(entry.editor.flush() for entry in self._all()) > 0

    def drop(self) -> None:
        """Forget what is still to be saved: what the memos are attached to is gone."""
        for entry in self._all():
            entry.editor.drop()

    def entries(self) -> list[MemoEntry]:
        """Return the memos shown, from top to bottom, an unwritten one last."""
        return self._all()

    def _all(self) -> list[MemoEntry]:
        return [self._column.itemAt(place).widget() for place in range(self._column.count())]

    def _made(self, memo_id: int | None) -> MemoEntry:
        entry = MemoEntry(memo_id, self._save, self)
        entry.say(self._texts[1], self._texts[2])
        entry.editor.caretMoved.connect(self.caretMoved)
        entry.editor.escaped.connect(self.escaped)
        entry.editor.linkActivated.connect(self.linkActivated)
        LinkHelp(self._session, entry.editor)
        self._session.changed.connect(entry.editor.forget_typing)
        entry.deleteRequested.connect(lambda: self._delete(entry))
        entry.left.connect(lambda: self._left(entry))
        return entry

    def _save(self, entry: MemoEntry, text: str) -> bool:
        if entry.memo_id is not None:
            return bool(self._session.run(self, self._texts[1], _edited, entry.memo_id, text))
        if not text.strip():
            return True
        self._adding = True
        try:
            memo_id = self._create(text)
        finally:
            self._adding = False
        if memo_id is None:
            return False
        entry.memo_id = memo_id
        self._entries[memo_id] = entry
        self._draft = None
        self.created.emit()
        return True

    def _left(self, entry: MemoEntry) -> None:
        """An offer that was not taken goes away again."""
        if entry is self._draft and not entry.editor.text().strip():
            self._delete(entry)

    def _delete(self, entry: MemoEntry) -> None:
        if entry is self._draft:
            self._drop_draft()
            self._add.setVisible(self._session.writable)
            return
        entry.editor.drop()
        self._session.run(self, self._texts[1], memos.delete, [entry.memo_id])

    def _drop_draft(self) -> None:
        if self._draft is not None:
            draft, self._draft = self._draft, None
            self._remove(draft)

    def _remove(self, entry: MemoEntry) -> None:
        entry.editor.drop()
        self._column.removeWidget(entry)
        entry.hide()
        entry.deleteLater()


class MemoEntry(QWidget):
    """One memo: its words, then who wrote it and when."""

    deleteRequested = Signal()
    left = Signal()  # the focus went elsewhere in this window

    def __init__(
        self,
        memo_id: int | None,
        save: Callable[[MemoEntry, str], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.memo_id = memo_id
        self.editor = FieldEditor(lambda text: save(self, text), self)
        self._note = QLabel(self)
        self._note.setProperty("role", "small")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._delete = QToolButton(self)
        self._delete.setStyleSheet("padding: 2px;")
        self._delete.clicked.connect(self.deleteRequested)
        below = QHBoxLayout()
        below.setContentsMargins(PAD, 0, 0, 0)
        below.addWidget(self._note, 1)
        below.addWidget(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.editor)
        column.addLayout(below)
        self.editor.installEventFilter(self)
        self._draw()

    def say(self, name: str, placeholder: str) -> None:
        """Set the words."""
        self.editor.setAccessibleName(name)
        self.editor.setPlaceholderText(placeholder)
        words = self.tr("Delete this memo")
        self._delete.setToolTip(words)
        self._delete.setAccessibleName(words)

    def show_memo(self, session: Session, memo: MemoRecord, quote: str) -> None:
        """Show what is stored of the memo, and the words it is about."""
        if "](" in memo.body:
            self.editor.show_live(memos.segments(session.project, memo), memo.body)
        else:
            self.editor.show_text(memo.body)
        self.editor.setReadOnly(not session.writable)
        parts = [quote, memo.title, memo.coder, day(memo.modified)]
        self._note.setText(" · ".join(filter(None, parts)))
        self._delete.setVisible(session.writable)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and event.reason() not in _STILL_HERE:
            self.left.emit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self._delete.setIcon(QIcon(icons.pixmap("close", 16, theme.current().muted)))


def _edited(project: object, memo_id: int, body: str) -> bool:
    memos.edit(project, memo_id, body=body)
    return True
