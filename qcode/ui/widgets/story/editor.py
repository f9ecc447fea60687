"""The storyline as it is written: saved while one types, its links single units."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame

from qcode.model.theory_records import LinkKind, LiveSegment
from qcode.ui.shell import theme
from qcode.ui.shell.fonts import reading_font
from qcode.ui.shell.operation import busy
from qcode.ui.widgets.inspector.field_editor import DELAY
from qcode.ui.widgets.live_text import LiveTextEdit

MARGIN = 4  # pixels around the words
_BACK = QTextCursor.MoveOperation.PreviousCharacter
_KEEP = QTextCursor.MoveMode.KeepAnchor

AT = "@＠"
"""What is typed to name a category; the second with a Chinese keyboard."""


class StoryEditor(LiveTextEdit):
    """``save`` gets the stored text a moment after the last key and returns whether it is stored.

    Ctrl+Z first takes back what was typed here; when nothing is left of that, the key goes on to
    the window's own Undo.
    """

    saved = Signal()

    def __init__(self, save: Callable[[str], bool]) -> None:
        super().__init__()
        self._save = save
        self._dirty = False
        self._hint = ""
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(MARGIN)
        self.setFont(reading_font(self.font().pointSizeF() * 1.1))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._save_now)
        self.changed.connect(self._typed)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not stored yet."""
        return self._dirty

    def show_story(self, segments: Sequence[LiveSegment], body: str) -> None:
        """Show what is stored, unless something here is still to be stored."""
        if not self._dirty:
            self.show_segments(segments, body)

    def flush(self) -> None:
        """Save now what is still to be saved."""
        self._timer.stop()
        if self._dirty:
            self._dirty = False  # before saving: the change comes back to this editor at once
            self._dirty = not self._save(self.stored())
            if not self._dirty:
                self.saved.emit()

    def insert_link(self, markup: str, words: str, kind: LinkKind) -> None:
        """Put a link in place of the selection, or at the caret in place of what asked for it."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.movePosition(_BACK, _KEEP)
            if cursor.selectedText() in tuple(AT):
                self.setTextCursor(cursor)
        super().insert_link(markup, words, kind)

    def quote(self, markup: str, words: str, marks: tuple[str, str]) -> None:
        """Put a link to a passage at the caret, between marks of quotation."""
        self.textCursor().insertText(marks[0], QTextCharFormat())
        self.insert_link(markup, words, LinkKind.PASSAGE)
        self.textCursor().insertText(marks[1], QTextCharFormat())

    def _typed(self) -> None:
        self._dirty = True
        self._timer.start()

    def _save_now(self) -> None:
        if busy():  # long work is writing; this can wait
            self._timer.start()
        else:
            self.flush()

    def set_hint(self, words: str) -> None:
        """Say what is to be written here as long as nothing is; Qt's own hint has one line."""
        self._hint = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    # ------------------------------------------------------------------ events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.document().isEmpty() and self._hint:
            painter = QPainter(self.viewport())
            painter.setPen(theme.current().color("muted"))
            room = self.viewport().rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._hint)
            painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._nothing_left_for(event):
            event.ignore()  # so that the window's own Undo or Redo gets the key
            return False
        return super().event(event)

    def _nothing_left_for(self, keys: QKeyEvent) -> bool:
        if keys.matches(QKeySequence.StandardKey.Undo):
            return not self.document().isUndoAvailable()
        if keys.matches(QKeySequence.StandardKey.Redo):
            return not self.document().isRedoAvailable()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.text() and event.text() in AT:
            self._ask()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.commitString().endswith(tuple(AT)):
            self._ask()

    def _ask(self) -> None:
        """Ask for a category unless the sign is part of a word, as in an address."""
        before = self.textCursor()
        before.movePosition(_BACK, _KEEP, 2)
        word = before.selectedText()[:1]
        if not self.isReadOnly() and not (word.isascii() and word.isalnum()):
            self.linkWanted.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not busy():
            self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not busy():
            self.flush()
