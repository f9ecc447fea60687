"""The caret of a coded text: every way to move it by keys, and to select while moving."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor

from qcode.analysis.words.graphemes import cluster_end, cluster_start
from qcode.analysis.words.words import word_ahead, word_behind
from qcode.ui.widgets.text.transfer import TransferText

_KEYS = QKeySequence.StandardKey
# Way, and whether the selection goes with the caret.
_MOVES = (
    (_KEYS.MoveToNextChar, "right", False),
    (_KEYS.SelectNextChar, "right", True),
    (_KEYS.MoveToPreviousChar, "left", False),
    (_KEYS.SelectPreviousChar, "left", True),
    (_KEYS.MoveToNextWord, "word right", False),
    (_KEYS.SelectNextWord, "word right", True),
    (_KEYS.MoveToPreviousWord, "word left", False),
    (_KEYS.SelectPreviousWord, "word left", True),
    (_KEYS.MoveToStartOfDocument, "first", False),
    (_KEYS.SelectStartOfDocument, "first", True),
    (_KEYS.MoveToEndOfDocument, "last", False),
    (_KEYS.SelectEndOfDocument, "last", True),
    (_KEYS.MoveToEndOfLine, "end", False),
    (_KEYS.SelectEndOfLine, "end", True),
)
_MIRRORED = {
    "right": "left",
    "left": "right",
    "word right": "word left",
    "word left": "word right",
}
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
# Beyond this many blocks the view goes there first: Qt would lay out everything in between.
_FAR = 40


def _page_for_space(event: QKeyEvent) -> QKeyEvent:
    """Turn Space and Shift+Space into the keys for pages; other keys stay.

    Qt would scroll and leave the caret out of sight, and the next letter would code there.
    """
    shift = Qt.KeyboardModifier.ShiftModifier
    if event.key() != Qt.Key.Key_Space or event.modifiers() & ~shift:
        return event
    key = Qt.Key.Key_PageUp if event.modifiers() & shift else Qt.Key.Key_PageDown
    return QKeyEvent(event.type(), key, Qt.KeyboardModifier.NoModifier)


class CaretText(TransferText):
    """A coded text whose caret moves by whole characters, by words of any script, and far.

    Lines and pages are left to Qt. Characters are grapheme clusters of the stored text, so that a
    family of emoji is one step, and the extra breaks of a long paragraph are none. Ctrl+Right goes
    to the end of a word, Ctrl+Left to its beginning: what is selected on the way has no blank at
    its end. In a right-to-left paragraph left and right change places, as everywhere in Qt.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for keys, way, keep in _MOVES:
            if event.matches(keys):
                self._walk(way, keep=keep)
                event.accept()
                return
        super().keyPressEvent(_page_for_space(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self._show_caret()

    def move_caret(self, position: int, *, keep: bool = False) -> None:
        """Put the caret before code point ``position`` and show it; ``keep`` selects on the way.

        A position inside a grapheme cluster moves to the cluster's beginning.
        """
        place = self._positions.to_qt(cluster_start(self.text, position))
        self._put_caret(place, keep=keep)

    def _walk(self, way: str, *, keep: bool) -> None:
        cursor, text, at = self.textCursor(), self.text, self.caret()
        if cursor.block().textDirection() == Qt.LayoutDirection.RightToLeft:
            way = _MIRRORED.get(way, way)
        selected = self.selected_span()
        if selected is not None and not keep and way in ("right", "left"):
            # As in every editor: the first step ends the selection at its side.
            self.move_caret(selected.end if way == "right" else selected.start)
        elif way == "right":
            self.move_caret(cluster_end(text, at + 1), keep=keep)
        elif way == "left":
            self.move_caret(cluster_start(text, at - 1), keep=keep)
        elif way == "word right":
            self.move_caret(word_ahead(text, at).end, keep=keep)
        elif way == "word left":
            self.move_caret(word_behind(text, at).start, keep=keep)
        elif way == "end":
            self._put_caret(self._line_end(cursor, keep=keep), keep=keep)
        else:
            self.move_caret(0 if way == "first" else len(text), keep=keep)

    def _line_end(self, cursor: QTextCursor, *, keep: bool) -> int:
        """Position in the document of the end of the caret's line.

        Where a line breaks between two characters (Chinese), its end is also the beginning of the
        next line, and there the caret would be shown: it stops before the last character. What is
        selected reaches to the true end.
        """
        block = cursor.block()
        self._columns.blockBoundingRect(block)  # out of sight it may have no lines: Qt would crash
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        end = block.position() + line.textStart() + line.textLength()
        if line.lineNumber() >= block.layout().lineCount() - 1:
            return end
        last = self._positions.from_qt(end) - 1
        if self.text[last].isspace() or not keep:
            return self._positions.to_qt(cluster_start(self.text, last))
        return end

    def _put_caret(self, place: int, *, keep: bool) -> None:
        cursor = self.textCursor()
        mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(place, mode)
        self._take_cursor(cursor)

    def _take_cursor(self, cursor: QTextCursor) -> None:
        """Take over a cursor and show its caret, however far away it is."""
        away = abs(cursor.blockNumber() - self.firstVisibleBlock().blockNumber())
        if away > _FAR:
            self._scroll_to(self._positions.from_qt(cursor.position()), above=self._middle())
        self.setTextCursor(cursor)
        self._show_caret()

    def _show_caret(self) -> None:
        self.ensureCursorVisible()
        # Near the end of a long text the bar learns only now how far it reaches.
        if not self.viewport().rect().intersects(self.cursorRect()):
            self._scroll_to(self.caret(), above=self._middle())

    # Points

    def _nearest(self, point: QPoint) -> int:
        """Code point of the character under ``point``, or of the nearest on that line."""
        at = self.position_at(point)
        if at is not None:
            return at
        return self._positions.from_qt(self.cursorForPosition(self._snapped(point)).position())

    def _snapped(self, point: QPoint) -> QPoint:
        """``point`` moved from the space between two lines onto the line it belongs to.

        Qt's lines are only as high as their glyphs. Between two of them it finds the end of the
        line, so that a selection would leap to and fro while the mouse moves down.
        """
        found = self._line_at(point.y())
        if found is None:
            return point
        _, top, line = found
        low = int(top + line.y()) + 1
        high = int(top + line.y() + line.height()) - 1
        column = self._columns.column
        if point.y() > top + column.slot_bottom(line) + column.spacing:
            return point
        return QPoint(point.x(), min(max(point.y(), low), max(low, high)))

    def _middle(self) -> float:
        return self.viewport().height() / 2
