"""The text a researcher codes: selecting, choosing, dropping, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from qcode.model.span import Span
from qcode.ui.widgets.text.coding_layer import PaintedCoding
from qcode.ui.widgets.text.edges import EdgeText
from qcode.ui.widgets.text.reading_text import Place
from qcode.ui.widgets.text.tick_bar import TickBar

__all__ = ["PaintedCoding", "Place", "TextView"]


class TextView(EdgeText):
    """The coded text with its caret.

    What hands can do to it is built up below, one idea a class: giving and taking (TransferText),
    the caret's keys (CaretText), what is selected and chosen (ChoosingText), the mouse (MouseText),
    the edges of the chosen coding (EdgeText). What is dragged out carries the span (``SPAN_MIME``)
    and its stored text.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Text"))
        self._ticks = TickBar(self)
        self.setVerticalScrollBar(self._ticks)

    def set_hits(self, spans: Sequence[Span], current: Span | None) -> None:
        super().set_hits(spans, current)
        self._ticks.set_hits(spans)

    def set_document(self, text: str, codings: Iterable[PaintedCoding] = ()) -> None:
        self._ticks.set_hits(())
        super().set_document(text, codings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A drag out of the text ends without a release.
        self._by_mouse = False
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        escapes = event.key() == Qt.Key.Key_Escape and plain == Qt.KeyboardModifier.NoModifier
        if escapes and self.textCursor().hasSelection():
            self.select_span(None)
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            spot = self.cursorRect().bottomLeft()
            self.contextRequested.emit(self.viewport().mapToGlobal(spot), self.caret())
        else:
            self.contextRequested.emit(event.globalPos(), self.position_at(event.pos()))
        event.accept()
