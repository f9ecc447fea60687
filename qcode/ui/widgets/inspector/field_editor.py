"""Text that is edited where it stands and saved while one types."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from qcode.model.memo_records import LiveSegment
from qcode.ui.shell import theme
from qcode.ui.shell.operation import busy
from qcode.ui.widgets.ground import lies_on_top
from qcode.ui.widgets.live_text import LiveTextEdit

PAD = 6
"""Pixels between a field's edge and its words; labels above it are set in by as much."""

_MARGIN = 3  # pixels around the words inside the viewport, on all sides

_AS_WORDS = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_POINTED = (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave)

DELAY = 800
"""Milliseconds without a key after which typing is saved."""


class FieldEditor(LiveTextEdit):
    """Text without a frame until it is used, always as high as its words.

    ``save`` is called with the text a moment after the last key, and at once when the field loses
    the focus or is hidden; it returns whether the text is stored now. Ctrl+Z first takes back what
    was typed here; when there is nothing left, it goes on to the window's own Undo.

    Most fields are empty most of the time. One without words, caret and pointer rests: what Qt
    makes for words to be seen in is hidden then, and its offer to write painted here.
    """

    escaped = Signal()
    caretMoved = Signal()
    entered = Signal(bool)  # the focus has come (True) or goes

    saving_now: FieldEditor | None = None
    """The field whose text is being stored at this moment."""

    def __init__(self, save: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._save_now)
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        lies_on_top(self)
        lies_on_top(self.viewport())
        self.document().setDocumentMargin(_MARGIN)
        self.setViewportMargins(PAD - _MARGIN, 0, PAD - _MARGIN, 0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.changed.connect(self._typed)
        self.cursorPositionChanged.connect(self._moved)
        self.textChanged.connect(self._rest_or_wake)
        self._filling = False
        self._fit()
        self._rest_or_wake()

    # ------------------------------------------------------------------ text in, text out

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not stored yet."""
        return self._dirty

    def text(self) -> str:
        """Return the text as it is stored."""
        return self.stored()

    def show_live(self, segments: Sequence[LiveSegment], body: str, *, anew: bool = False) -> None:
        """Like ``show_text``, of a text with live links: ``body`` is what is stored of it."""
        if self._dirty and not anew:
            return
        self._filling = True
        self.show_segments(segments, body)
        self._filling = False
        if anew:
            self.document().clearUndoRedoStacks()
        self._fit()

    def show_text(self, text: str, *, anew: bool = False) -> None:
        """Show what is stored, unless something here is still to be stored.

        Blanks at the end that services cut off stay while one is typing. ``anew`` shows another
        object's text: nothing of what was here stays.
        """
        if not anew and (self._dirty or text.strip() == self.text().strip()):
            return
        if anew and text == self.text():
            self.document().clearUndoRedoStacks()
            return
        place = self.textCursor().position()
        self._filling = True
        self.setPlainText(text)
        self._filling = False
        if self.hasFocus():
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
        self._fit()

    def flush(self) -> bool:
        """Save now what is still to be saved; return whether there was something."""
        self._timer.stop()
        if not self._dirty:
            return False
        self._dirty = False  # before saving: the change comes back to this field at once
        before, FieldEditor.saving_now = FieldEditor.saving_now, self
        try:
            stored = self._save(self.text())
        finally:
            FieldEditor.saving_now = before
        self._dirty = not stored
        return True

    def drop(self) -> None:
        """Forget what is still to be saved: its object is gone."""
        self._timer.stop()
        self._dirty = False

    def forget_typing(self) -> None:
        """Keep nothing that Ctrl+Z would take back here: another step came after what was typed."""
        if not self._dirty and FieldEditor.saving_now is not self:
            self.document().clearUndoRedoStacks()

    def _typed(self) -> None:
        if not self._filling:
            self._dirty = True
            self._timer.start()

    def _save_now(self) -> None:
        if busy():  # long work is writing; this can wait
            self._timer.start()
        else:
            self.flush()

    def _moved(self) -> None:
        if self.hasFocus():
            self.caretMoved.emit()

    # ------------------------------------------------------------------ look

    @property
    def rests(self) -> bool:
        """Whether there is only the offer to write."""
        return self.viewport().isHidden()

    def _rest_or_wake(self) -> None:
        used = self.hasFocus() or self.underMouse()
        rests = not used and self.document().isEmpty()
        if rests is not self.rests:
            self.viewport().setVisible(not rests)
            self._fit()

    def _fit(self) -> None:
        height = self.fontMetrics().lineSpacing() + 2 * _MARGIN
        if not self.rests:  # else nothing has been laid out lately
            height = max(math.ceil(self.document().size().height()), height)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _paint_ground(self) -> None:
        if self.isReadOnly() or not (self.hasFocus() or self.underMouse()):
            return
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setBrush(QColor(shown.paper))
            painter.setPen(QPen(QColor(shown.accent), 1.5))
        else:
            painter.setBrush(QColor(shown.hover))
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _paint_offer(self) -> None:
        """Paint the placeholder where Qt has it in a field that does not rest."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().placeholderText().color())
        words = self.rect().adjusted(PAD, _MARGIN, -PAD, -_MARGIN)
        painter.drawText(words, _AS_WORDS, self.placeholderText())
        painter.end()

    # ------------------------------------------------------------------ events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._nothing_left_for(event):
            event.ignore()  # so that the window's own Undo or Redo gets the key
            return False
        if event.type() == QEvent.Type.Paint:  # of the frame around the viewport
            self._paint_ground()
            if self.rests:
                self._paint_offer()
        elif event.type() in _POINTED:
            self._rest_or_wake()
            self.update()
        return super().event(event)

    def _nothing_left_for(self, keys: QKeyEvent) -> bool:
        if keys.matches(QKeySequence.StandardKey.Undo):
            return not self.document().isUndoAvailable()
        if keys.matches(QKeySequence.StandardKey.Redo):
            return not self.document().isRedoAvailable()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the panel around scrolls; a field never does

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._rest_or_wake()
        self.entered.emit(True)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.entered.emit(False)
        super().focusOutEvent(event)
        self._rest_or_wake()
        self.update()
        # A menu or another window on top is no end of the typing, but a good moment to save.
        if not busy():
            self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not busy():
            self.flush()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
