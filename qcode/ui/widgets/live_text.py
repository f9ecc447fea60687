"""Prose with live links, as memos and the storyline show it: links are read as today's words.

How to use it::

    editor = LiveTextEdit()
    editor.show_segments(live_links.resolved(project, body), body)  # show what is stored
    editor.changed.connect(…)              # typed, pasted, linked, undone here; not by showing
    editor.stored()                        # the text as it is stored, links with their markup
    editor.insert_link(markup, words, LinkKind.CODE)   # at the caret; after "[[" instead of it
    editor.linkActivated.connect(…)        # (kind, guid) of Ctrl+Enter or Ctrl+click on a link
    editor.reveal(Span(start, end))        # select a stretch of ``stored()``, in code points
    LinkHelp(session, editor)              # widgets/link_help.py: choosers for Ctrl+L and "[["

``FieldEditor`` (inspector/field_editor.py) is a ``LiveTextEdit`` that saves what is typed a moment
later and is as high as its words; ``FieldEditor.show_live`` shows segments there.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QToolTip, QWidget

from qcode.model.memo_records import LinkKind, LiveSegment
from qcode.ui.widgets.linked_text import LinkedText
from qcode.ui.widgets.live_places import stored as stored_between
from qcode.ui.widgets.live_runs import GUID, KIND, Run, shown_words
from qcode.ui.widgets.mime import Place, place_of

LIVE_MIME = "application/x-qcode-live-text"
"""Prose with its links as they are stored, UTF-8."""

_OPENERS = ("[[", "【【")
"""What one types to be offered a link; the second with a Chinese keyboard."""

_Move = QTextCursor.MoveOperation
_Keep = QTextCursor.MoveMode.KeepAnchor


class LiveTextEdit(LinkedText):
    """Edits prose with links that are asked for, followed, copied and pasted."""

    linkActivated = Signal(str, str)
    """Kind (a value of ``LinkKind``) and GUID of a link that is to be followed."""

    linkWanted = Signal()
    """A link is to be chosen and given to ``insert_link``: after Ctrl+L or ``[[``."""

    placePasted = Signal(object)
    """The words of a copied passage came in, from this ``mime.Place``: see ``link_pasted``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes_links = False
        """Whether Ctrl+L and ``[[`` ask for a link."""
        self.resolver: Callable[[str], list[LiveSegment]] | None = None
        """Tells what pasted links show now; without it they come in as plain words."""
        self._pasted: QTextCursor | None = None
        self.setMouseTracking(True)

    # ------------------------------------------------------------------ links come in

    def insert_link(self, markup: str, words: str, kind: LinkKind) -> None:
        """Put a link in place of the selection, or at the caret in place of ``[[`` before it."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            before = QTextCursor(cursor)
            before.movePosition(_Move.PreviousCharacter, _Keep, 2)
            if before.selectedText() in _OPENERS:
                cursor = before
        self._put(cursor, markup, shown_words(LiveSegment(0, 0, words, kind)))

    def link_pasted(self, markup: str, words: str, kind: LinkKind) -> bool:
        """Make a link of the passage that was pasted last; False when its words are altered."""
        cursor, self._pasted = self._pasted, None
        if cursor is None or not cursor.hasSelection():
            return False
        self._put(cursor, markup, shown_words(LiveSegment(0, 0, words, kind)))
        return True

    # ------------------------------------------------------------------ following links

    def follow(self) -> bool:
        """Follow the link at the caret or under the selection; False where there is none."""
        cursor = self.textCursor()
        found = self._link_at(cursor.selectionStart(), cursor.selectionEnd())
        if found is not None:
            self._activate(found)
        return found is not None

    def _activate(self, run: Run) -> None:
        self.linkActivated.emit(run.format.property(KIND), run.format.property(GUID))

    def _link_under(self, event: QMouseEvent) -> Run | None:
        if not self._linked:
            return None
        point = event.position().toPoint()
        found = self.cursorForPosition(point)
        run = self._link_at(found.position())
        if run is None:
            return None
        edge = QTextCursor(found)
        edge.setPosition(run.start)
        first = self.cursorRect(edge)
        edge.setPosition(run.end)
        last = self.cursorRect(edge)
        before = point.y() < first.top() or (point.y() <= first.bottom() and point.x() < first.x())
        behind = point.y() > last.bottom() or (point.y() >= last.top() and point.x() > last.x())
        return None if before or behind else run

    # ------------------------------------------------------------------ events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.ToolTip and self._linked:
            QToolTip.hideText()
        return super().event(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != (
            Qt.KeyboardModifier.ControlModifier
        ):
            return False
        if event.key() == Qt.Key.Key_L:
            return self.takes_links and not self.isReadOnly()
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._linked

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_ours(event):
            if event.key() == Qt.Key.Key_L:
                self.linkWanted.emit()
            elif not self.follow():
                super().keyPressEvent(event)
            return
        super().keyPressEvent(event)
        if event.text() == "[":
            self._offer()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.commitString().endswith(("[", "【")):
            self._offer()

    def _offer(self) -> None:
        """Ask for a link when what was just typed asks for one."""
        if not self.takes_links or self.isReadOnly():
            return
        before = self.textCursor()
        before.movePosition(_Move.PreviousCharacter, _Keep, 2)
        if before.selectedText() in _OPENERS:
            self.linkWanted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._linked and not event.buttons():
            over = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            shape = Qt.CursorShape.IBeamCursor
            if over and self._link_under(event) is not None:
                shape = Qt.CursorShape.PointingHandCursor
            if self.viewport().cursor().shape() is not shape:
                self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._follow_click(event):
            event.accept()
            return
        super().mousePressEvent(event)

    def _follow_click(self, event: QMouseEvent) -> bool:
        run = None
        if event.button() == Qt.MouseButton.LeftButton:
            run = self._link_under(event)
        if run is not None:
            self._activate(run)
        return run is not None

    # ------------------------------------------------------------------ clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        mime = QMimeData()
        cursor = self.textCursor()
        mime.setText(cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n"))
        if self._linked:
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            mime.setData(LIVE_MIME, stored_between(self.document(), start, end).encode())
        return mime

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._snap()  # what is dragged may have come down inside a link
        self._write_plainly()
        if source.hasFormat(LIVE_MIME) and self.resolver is not None:
            stored = bytes(source.data(LIVE_MIME).data()).decode(errors="replace")
            self._insert(self.resolver(stored), stored)
            return
        start = self.textCursor().selectionStart()
        super().insertFromMimeData(source)
        place = place_of(source)
        if place is not None:
            self._remember(start, place)

    def _remember(self, start: int, place: Place) -> None:
        pasted = self.textCursor()
        pasted.setPosition(start, _Keep)
        self._pasted = pasted
        self.placePasted.emit(place)
