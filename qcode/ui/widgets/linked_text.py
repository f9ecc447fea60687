"""A text in which links are single units: shown as today's words, stored with their markup.

The caret never stands inside a link, and what deletes a part of one deletes it whole. Should its
words be altered all the same, it is stored as the plain words that it shows: nothing is linked
that nobody sees.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from qcode.model.memo_records import LiveSegment
from qcode.model.span import Span
from qcode.ui.widgets.live_places import inside, link_around, links, places_of
from qcode.ui.widgets.live_places import stored as stored_between
from qcode.ui.widgets.live_runs import (
    GONE,
    MARK,
    Looks,
    Run,
    link_format,
    markup_of,
    shown_words,
)
from qcode.ui.widgets.live_units import deleted_by, out_of_links


class LinkedText(QTextEdit):
    """Shows, stores and edits a text with links; what a link is for its heirs say."""

    changed = Signal()
    """The user altered the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._linked = False  # as long as there was no link, all is as in any text
        self._marks = 0
        self._caret = 0
        self._busy = False
        self._looks: Looks | None = None
        self.setAcceptRichText(False)
        self.textChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self._snap)

    # ------------------------------------------------------------------ text in, text out

    def show_segments(self, segments: Sequence[LiveSegment], body: str | None = None) -> None:
        """Show a text; what is shown already stays, with its caret and its undo.

        ``body`` is the stored text that the segments are of: with it links keep their markup as
        it stands there, so that ``stored()`` is ``body`` until something is typed.
        """
        parts = [(one, markup_of(one, body)) for one in segments]
        stored = "".join(one.words if markup is None else markup for one, markup in parts)
        shown = [(shown_words(one), one.gone) for one, markup in parts if markup is not None]
        there = links(self.document()) if self._linked else ()
        now = [(run.text, bool(run.format.property(GONE))) for run in there]
        if shown == now and stored.strip() == self.stored().strip():
            return
        place = self.textCursor().position()
        self._busy = True
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.clear()
        self._draw_links(any(markup is not None for _, markup in parts))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for one, markup in parts:
            if markup is None:
                cursor.insertText(one.words, QTextCharFormat())
            else:
                words = shown_words(one)
                cursor.insertText(words, self._link_format(markup, words, one.gone))
        cursor.endEditBlock()
        document.setUndoRedoEnabled(True)
        self._busy = False
        cursor.setPosition(min(place, document.characterCount() - 1) if self.hasFocus() else 0)
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(QTextCharFormat())
        self._snap()

    def stored(self) -> str:
        """Return the text as it is stored, links with their markup, lines parted by LF."""
        if not self._linked:
            # Unlike toPlainText it keeps no-break spaces.
            return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
        return stored_between(self.document())

    def reveal(self, span: Span) -> None:
        """Select a stretch of ``stored()`` (code points) and bring it into view.

        A place in the markup of a link means the whole link.
        """
        start, end = places_of(self.document(), span)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _link_format(self, markup: str, words: str, gone: bool) -> QTextCharFormat:
        self._marks += 1  # so that equal links side by side stay two
        self._draw_links(True)
        return link_format(self._marks, markup, words, gone)

    def _draw_links(self, linked: bool) -> None:
        self._linked |= linked
        if linked and self._looks is None:  # on a text with words Qt begins a moment later
            self._looks = Looks(self.document())

    # ------------------------------------------------------------------ links are units

    def _tell(self) -> None:
        if not self._busy:
            self.changed.emit()

    def _snap(self) -> None:
        """Keep caret and selection out of the middle of links."""
        cursor = self.textCursor()
        before, self._caret = self._caret, cursor.position()
        if self._busy or not self._linked:
            return
        moved = out_of_links(cursor, before)
        if moved is None:
            return
        self._busy = True
        self.setTextCursor(moved)
        self._caret = moved.position()
        self._busy = False

    def _write_plainly(self, writes: bool = True) -> None:
        """See to it that what is written beside a link is no part of it."""
        cursor = self.textCursor()
        if not self._linked or not writes or self.isReadOnly():
            return
        if cursor.hasSelection():  # or the look would be that of the selection
            if self._link_at(cursor.selectionStart()) is None:
                return
            cursor.removeSelectedText()
            self.setTextCursor(cursor)
        if self.currentCharFormat().property(MARK) is not None:
            self.setCurrentCharFormat(QTextCharFormat())

    def _delete(self, event: QKeyEvent) -> bool:
        """Delete whole links where a key would delete a part; False leaves it to Qt."""
        cursor = self.textCursor()
        if cursor.hasSelection() or self.isReadOnly():
            return False
        whole = deleted_by(event, cursor)
        if whole is None:
            return False
        whole.removeSelectedText()
        self.setTextCursor(whole)
        return True

    def _link_at(self, start: int, end: int | None = None) -> Run | None:
        """Return the link around a place or a stretch, or beside it."""
        if not self._linked:
            return None
        document = self.document()
        if end is None:
            return inside(document, start) or link_around(document, start, start)
        return link_around(document, start, end)

    def _put(self, cursor: QTextCursor, markup: str, words: str) -> None:
        """Write a link in place of what ``cursor`` selects."""
        cursor.beginEditBlock()
        cursor.insertText(words, self._link_format(markup, words, gone=False))
        cursor.endEditBlock()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(QTextCharFormat())

    def _insert(self, segments: Sequence[LiveSegment], body: str) -> None:
        """Write a text with links in place of the selection."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for one in segments:
            markup = markup_of(one, body)
            look = QTextCharFormat()
            if markup is not None:
                look = self._link_format(markup, shown_words(one), one.gone)
            cursor.insertText(shown_words(one) if markup is not None else one.words, look)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(QTextCharFormat())

    # ------------------------------------------------------------------ events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._linked and self._delete(event):
            return
        self._write_plainly(event.text().isprintable() and event.text() != "")
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._write_plainly(bool(event.commitString() or event.preeditString()))
        super().inputMethodEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._looks is not None:
            self._busy = True
            self._looks.rehighlight()
            self._busy = False
