"""The text a researcher codes: selecting, choosing, dropping, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from qcode.model.span import Span
from qcode.ui.widgets.coding_layer import PaintedCoding
from qcode.ui.widgets.reading_text import Place
from qcode.ui.widgets.text_transfer import TransferText
from qcode.ui.widgets.text_units import paragraph_at, sentence_at, word_at

__all__ = ["PaintedCoding", "Place", "TextView"]

_SETTLE_MS = 60
_UNITS = {2: word_at, 3: sentence_at, 4: paragraph_at}


class TextView(TransferText):
    """The coded text with its caret.

    Two clicks select the word, three the sentence, four the paragraph. A click (or the caret moved
    by keys) on a coded passage chooses its innermost coding; another click at the same place the
    next one. What is dragged out carries the span (``SPAN_MIME``) and its stored text.
    """

    spanSelected = Signal(object)
    """The selected ``Span`` or None, once the selection has come to rest."""

    codingChosen = Signal(object)
    """Id of the coding the user chose, or None."""

    paletteRequested = Signal()
    """Enter or C was pressed in the text."""

    contextRequested = Signal(QPoint, object)
    """A menu is wanted at a global position, for a code point (None beside the text)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Text"))
        self._reported: Span | None = None
        self._quiet = False
        self._clicks = 0
        self._click_time = 0
        self._click_point = QPoint()
        self._clicked: int | None = None
        self._unit_anchor: Span | None = None
        self._by_mouse = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_SETTLE_MS)
        self._rest.timeout.connect(self._report)
        self.selectionChanged.connect(self._stir)
        self.cursorPositionChanged.connect(self._stir)

    # Selection

    def set_document(self, text: str, codings: Iterable[PaintedCoding] = ()) -> None:
        had_chosen = self._chosen is not None
        self._quiet = True
        super().set_document(text, codings)
        self._quiet = False
        self._clicked = self._unit_anchor = None
        self._by_mouse = False
        self._rest.stop()
        self._report_span(None)
        if had_chosen:
            self.codingChosen.emit(None)

    def select_span(self, span: Span | None) -> None:
        """Select ``span`` (whole clusters), or nothing; the caret goes to its end."""
        if span is None:
            cursor = self.textCursor()
            cursor.clearSelection()
        else:
            cursor = self._cursor_over(self._positions.snap(self._clipped(span)))
        self.setTextCursor(cursor)
        self._report()

    def _stir(self) -> None:
        if not self._quiet:
            self._rest.start()
            self.viewport().update()

    def _report(self) -> None:
        """Tell about the selection, and about the coding under the caret, if they are news."""
        self._rest.stop()
        span = self.selected_span()
        self._report_span(span)
        if self._by_mouse or self._unit_anchor is not None:
            return
        if span is None:
            if self.hasFocus():
                self._choose(self._innermost_at_caret())
        elif self._chosen is not None and self.coding(self._chosen).span != span:
            self._choose(None)

    def _report_span(self, span: Span | None) -> None:
        if span != self._reported:
            self._reported = span
            self.spanSelected.emit(span)

    # Choosing

    def _after_codings(self) -> None:
        chosen = self._chosen
        super()._after_codings()
        if chosen != self._chosen:
            self.codingChosen.emit(None)

    def _choose(self, coding_id: int | None) -> None:
        if coding_id != self._chosen:
            self.set_chosen_coding(coding_id)
            self.codingChosen.emit(self._chosen)

    def _innermost_at_caret(self) -> int | None:
        at = self.caret()
        found = self.codings_at(at) or (self.codings_at(at - 1) if at else [])
        ids = [coding.coding_id for coding in found]
        return self._chosen if self._chosen in ids else (ids[0] if ids else None)

    def _choose_by_click(self, point: QPoint) -> None:
        at = self.position_at(point)
        ids = [coding.coding_id for coding in self.codings_at(at)] if at is not None else []
        if not ids:
            self._choose(None)
        elif at == self._clicked and self._chosen in ids:
            self._choose(ids[(ids.index(self._chosen) + 1) % len(ids)])
        else:
            self._choose(ids[0])
        self._clicked = at

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            if self._clicks >= 2 and self._same_click(event):
                self._select_unit(event, min(self._clicks + 1, 4))
                return
            self._clicks = 1
            self._unit_anchor = None
            self._by_mouse = True
        self._click_point = event.position().toPoint()
        super().mousePressEvent(self._on_a_line(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._select_unit(event, 2)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._unit_anchor is not None and event.buttons() & Qt.MouseButton.LeftButton:
            anchor = self._unit_anchor
            at = self._nearest(event.position().toPoint())
            here = _UNITS[self._clicks](self.text, at)
            span = Span(min(anchor.start, here.start), max(anchor.end, here.end))
            self.setTextCursor(self._cursor_over(span))
            return
        super().mouseMoveEvent(self._on_a_line(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._unit_anchor is not None:
            self._unit_anchor = None
            self._report()
            return
        super().mouseReleaseEvent(self._on_a_line(event))
        if event.button() == Qt.MouseButton.LeftButton and self._by_mouse:
            self._by_mouse = False
            point = event.position().toPoint()
            if self.textCursor().hasSelection():
                self._report()
            elif self._near(point):
                self._rest.stop()
                self._report_span(None)
                self._choose_by_click(point)

    def _select_unit(self, event: QMouseEvent, clicks: int) -> None:
        self._clicks = clicks
        self._click_time = event.timestamp()
        self._click_point = event.position().toPoint()
        self._by_mouse = False
        span = _UNITS[clicks](self.text, self._nearest(self._click_point))
        self._unit_anchor = span
        self.setTextCursor(self._cursor_over(span))
        event.accept()

    def _same_click(self, event: QMouseEvent) -> bool:
        soon = event.timestamp() - self._click_time <= QApplication.doubleClickInterval()
        return soon and self._near(event.position().toPoint())

    def _near(self, point: QPoint) -> bool:
        away = (point - self._click_point).manhattanLength()
        return away < QApplication.startDragDistance()

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

    def _on_a_line(self, event: QMouseEvent) -> QMouseEvent:
        point = event.position().toPoint()
        # Outside, the height tells Qt to scroll.
        inside = self.viewport().rect().contains(point)
        snapped = self._snapped(point) if inside else point
        if snapped == point:
            return event
        local = QPointF(event.position().x(), snapped.y())
        return QMouseEvent(
            event.type(),
            local,
            event.scenePosition(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    # Keys and menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A drag that has begun here ends without a release.
        self._by_mouse = False
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.NoModifier:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_C):
                self.paletteRequested.emit()
                event.accept()
                return
            if event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
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
