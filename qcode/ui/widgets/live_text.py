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

The caret never stands inside a link, and what deletes a part of one deletes it whole. Should its
words be altered all the same, it is stored as the plain words that it shows: nothing is linked
that nobody sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from qcode.model.span import Span
from qcode.model.theory_records import LinkKind, LiveSegment
from qcode.ui.widgets.live_runs import (
    GONE,
    GUID,
    KIND,
    MARK,
    Looks,
    Run,
    link_format,
    markup_of,
    runs_of,
    shown_words,
    utf16_part,
    utf16_size,
)
from qcode.ui.widgets.mime import Place, place_of

LIVE_MIME = "application/x-qcode-live-text"
"""Prose with its links as they are stored, UTF-8."""

_OPENERS = ("[[", "【【")
"""What one types to be offered a link; the second with a Chinese keyboard."""

_Move = QTextCursor.MoveOperation
_Keep = QTextCursor.MoveMode.KeepAnchor
_DELETIONS = (
    (QKeySequence.StandardKey.DeleteStartOfWord, _Move.PreviousWord),
    (QKeySequence.StandardKey.DeleteEndOfWord, _Move.NextWord),
    (QKeySequence.StandardKey.DeleteEndOfLine, _Move.EndOfLine),
    (QKeySequence.StandardKey.Delete, _Move.NextCharacter),
    (QKeySequence.StandardKey.Backspace, _Move.PreviousCharacter),
)


class LiveTextEdit(QTextEdit):
    """Edits prose in which links are single units."""

    linkActivated = Signal(str, str)
    """Kind (a value of ``LinkKind``) and GUID of a link that is to be followed."""

    changed = Signal()
    """The user altered the text."""

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
        self._linked = False  # as long as there was no link, all is as in any text
        self._marks = 0
        self._caret = 0
        self._busy = False
        self._pasted: QTextCursor | None = None
        self._looks: Looks | None = None
        self.setAcceptRichText(False)
        self.setMouseTracking(True)
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
        now = [(run.text, bool(run.format.property(GONE))) for run in self._links()]
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
        return self._stored(0, self.document().characterCount() - 1)

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

    def reveal(self, span: Span) -> None:
        """Select a stretch of ``stored()`` (code points) and bring it into view.

        A place in the markup of a link means the whole link.
        """
        places, at = [0, 0], 0
        pieces = [*self._pieces(0, self.document().characterCount() - 1)]
        for run in pieces:
            size = len(run.stored)
            for number, wanted in enumerate(span):
                if at <= wanted <= at + size:
                    if run.format is None:
                        places[number] = run.start + utf16_size(run.text[: wanted - at])
                    elif number or wanted < at + size:
                        places[number] = run.end if number else run.start
            at += size
        cursor = self.textCursor()
        cursor.setPosition(places[0])
        cursor.setPosition(places[1], _Keep)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _put(self, cursor: QTextCursor, markup: str, words: str) -> None:
        cursor.beginEditBlock()
        cursor.insertText(words, self._link_format(markup, words, gone=False))
        cursor.endEditBlock()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(QTextCharFormat())

    def _link_format(self, markup: str, words: str, gone: bool) -> QTextCharFormat:
        self._marks += 1  # so that equal links side by side stay two
        self._draw_links(True)
        return link_format(self._marks, markup, words, gone)

    def _draw_links(self, linked: bool) -> None:
        self._linked |= linked
        if linked and self._looks is None:  # on a text with words Qt begins a moment later
            self._looks = Looks(self.document())

    # ------------------------------------------------------------------ where links stand

    def _links(self) -> Iterator[Run]:
        block = self.document().begin()
        while self._linked and block.isValid():
            yield from (run for run in runs_of(block) if run.format is not None)
            block = block.next()

    def _link(self, start: int, end: int) -> Run | None:
        """Return the link that is around ``[start, end)``, or begins or ends there."""
        if not self._linked:
            return None
        near = [
            run
            for run in runs_of(self.document().findBlock(start))
            if run.format is not None and run.start <= start and end <= run.end
        ]
        return near[0] if near else None

    def _inside(self, position: int) -> Run | None:
        """Return the link that has a place in its middle."""
        found = self._link(position, position)
        return found if found is not None and found.start < position < found.end else None

    def _pieces(self, start: int, end: int) -> Iterator[Run]:
        """Yield what lies between two places; ends of lines are pieces of their own."""
        block = self.document().findBlock(start)
        first = True
        while block.isValid() and (block.position() <= end):
            if not first:
                yield Run(block.position() - 1, block.position(), "\n", None)
            first = False
            for run in runs_of(block):
                low, high = max(run.start, start), min(run.end, end)
                if (low, high) == run[:2]:
                    yield run
                elif low < high:
                    part = utf16_part(run.text, low - run.start, high - run.start)
                    yield Run(low, high, part, None)
            block = block.next()

    def _stored(self, start: int, end: int) -> str:
        return "".join(run.stored for run in self._pieces(start, end))

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
        place, anchor = cursor.position(), cursor.anchor()
        here, there = self._inside(place), self._inside(anchor)
        if here is None and there is None:
            return
        if here is not None:
            place = self._edge(here, place, anchor, before)
        if cursor.position() == cursor.anchor():
            anchor = place
        elif there is not None:
            anchor = there.start if cursor.anchor() < cursor.position() else there.end
        self._busy = True
        cursor.setPosition(anchor)
        cursor.setPosition(place, _Keep)
        self.setTextCursor(cursor)
        self._caret = place
        self._busy = False

    def _edge(self, here: Run, place: int, anchor: int, before: int) -> int:
        """Return the end of a link at which a caret stands that came into it from ``before``."""
        dragged = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if anchor != place and (dragged or here.start < anchor < here.end):
            return here.end if anchor < place else here.start
        if before == here.start:
            return here.end
        if before == here.end or place - here.start < here.end - place:
            return here.start
        return here.end

    def _write_plainly(self, writes: bool = True) -> None:
        """See to it that what is written beside a link is no part of it."""
        cursor = self.textCursor()
        if not self._linked or not writes or self.isReadOnly():
            return
        if cursor.hasSelection():  # or the look would be that of the selection
            if self._link(cursor.selectionStart(), cursor.selectionStart()) is None:
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
        for keys, move in _DELETIONS:
            if event.matches(keys):
                cursor.movePosition(move, _Keep)
                break
        else:
            if event.key() != Qt.Key.Key_Backspace:  # no standard key of every system
                return False
            cursor.movePosition(_Move.PreviousCharacter, _Keep)
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        hit = [
            run
            for place in (start, end)
            for run in runs_of(self.document().findBlock(place))
            if run.format is not None and run.start < end and start < run.end
        ]
        if not hit:
            return False
        cursor.setPosition(min(start, *(run.start for run in hit)))
        cursor.setPosition(max(end, *(run.end for run in hit)), _Keep)
        cursor.removeSelectedText()
        self.setTextCursor(cursor)
        return True

    # ------------------------------------------------------------------ following links

    def follow(self) -> bool:
        """Follow the link at the caret or under the selection; False where there is none."""
        cursor = self.textCursor()
        found = self._link(cursor.selectionStart(), cursor.selectionEnd())
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
        run = self._inside(found.position()) or self._link(found.position(), found.position())
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
        if self._linked and self._delete(event):
            return
        self._write_plainly(event.text().isprintable() and event.text() != "")
        super().keyPressEvent(event)
        if event.text() == "[":
            self._offer()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._write_plainly(bool(event.commitString() or event.preeditString()))
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._looks is not None:
            self._busy = True
            self._looks.rehighlight()
            self._busy = False

    # ------------------------------------------------------------------ clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        mime = QMimeData()
        cursor = self.textCursor()
        mime.setText(cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n"))
        if self._linked:
            stored = self._stored(cursor.selectionStart(), cursor.selectionEnd())
            mime.setData(LIVE_MIME, stored.encode())
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

    def _insert(self, segments: Sequence[LiveSegment], body: str) -> None:
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

    def _remember(self, start: int, place: Place) -> None:
        pasted = self.textCursor()
        pasted.setPosition(start, _Keep)
        self._pasted = pasted
        self.placePasted.emit(place)
