"""Moving an edge of the chosen coding, by its handles and by keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from qcode.analysis.words.graphemes import cluster_end, cluster_start
from qcode.analysis.words.words import is_wordy, word_ahead, word_at, word_behind
from qcode.model.span import Span
from qcode.ui.widgets.text.autoscroll import AutoScroll
from qcode.ui.widgets.text.coding_grips import Edge, Grip
from qcode.ui.widgets.text.coding_layer import PaintedCoding
from qcode.ui.widgets.text.mouse import MouseText
from qcode.ui.widgets.text.pieces import VisibleBlock


class _Held(NamedTuple):
    """A handle in the hand: whose, which, the passage before, where taken, height of its line."""

    coding_id: int
    edge: Edge
    before: Span
    taken: QPoint
    level: int


class EdgeText(MouseText):
    """A coded text in which the chosen coding can be made longer and shorter.

    A handle that is dragged snaps to characters, with Shift to words; the outline shows what the
    passage will be, Esc leaves it as it was. An edge never passes the other one: at least one
    character stays.
    """

    edgeMoved = Signal(int, object)
    """A coding id and its new ``Span``: a handle was dropped, or an edge moved by a key."""

    _editable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: _Held | None = None
        self._by_words = False
        self._dropped = False
        self._gripping = AutoScroll(self, self._drag_grip)
        self.viewport().setMouseTracking(True)

    @property
    def editable(self) -> bool:
        """Whether edges can be moved."""
        return self._editable

    def set_editable(self, editable: bool) -> None:
        """Say whether edges of the chosen coding may be moved; if not, it shows no handles."""
        if editable == self._editable:
            return
        self._editable = editable
        self._give_up_grip()
        self._refresh_codings(self._known(self._chosen))

    def _grips(self, strips: Sequence[VisibleBlock]) -> tuple[Grip | None, Grip | None]:
        return super()._grips(strips) if self._editable else (None, None)

    # Keys

    def move_edge(self, edge: Edge, step: int, by_word: bool = False) -> bool:
        """Move an edge of the chosen coding one character (or word) on (1) or back (-1).

        Returns whether there was a place to move it to; then ``edgeMoved`` has been emitted.
        """
        coding = self.coding(self._chosen)
        if coding is None or not self._editable or self._held is not None:
            return False
        before = self._clipped(coding.span)
        place = before.start if edge == "start" else before.end
        after = self._with_edge(before, edge, self._stepped(edge, place, step, by_word=by_word))
        if after == before:
            return False
        self._respan(coding.coding_id, before, after)
        self._show_place(after.start if edge == "start" else after.end - 1)
        return True

    def _stepped(self, edge: Edge, place: int, step: int, *, by_word: bool) -> int:
        text = self.text
        if not by_word:
            return cluster_end(text, place + 1) if step > 0 else cluster_start(text, place - 1)
        if edge == "end":
            if step > 0:
                return word_ahead(text, place).end
            word = word_behind(text, place)
            return word.end if word.end < place else word_behind(text, word.start).end
        if step < 0:
            return word_behind(text, place).start
        word = word_ahead(text, place)
        return word.start if word.start > place else word_ahead(text, word.end).start

    def _with_edge(self, span: Span, edge: Edge, place: int) -> Span:
        """``span`` with one edge moved to ``place``, or as near to it as the other edge lets it."""
        text = self.text
        if edge == "start":
            last = cluster_start(text, max(span.end - 1, 0))
            return Span(min(max(place, 0), max(last, 0)), span.end)
        first = cluster_end(text, min(span.start + 1, len(text)))
        return Span(span.start, max(min(place, len(text)), first))

    def _respan(self, coding_id: int, before: Span, after: Span) -> None:
        if self.selected_span() == self._positions.snap(before):
            # The words selected are the passage itself: they stay what is chosen and coded next.
            self._quiet = True
            self._select_in_place(after.start, after.end)
            self._quiet = False
            self._report_span(self.selected_span())
        self.edgeMoved.emit(coding_id, after)

    def _show_place(self, position: int) -> None:
        if not self.is_visible(Span(position, position + 1)):
            self._scroll_to(position, above=self._middle())

    # Handles

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        edge = self.grip_at(point) if event.button() == Qt.MouseButton.LeftButton else None
        coding = self.coding(self._chosen)
        self._dropped = False
        if edge is None or coding is None:
            super().mousePressEvent(event)
            return
        span = self._clipped(coding.span)
        at = span.start if edge == "start" else max(span.start, span.end - 1)
        rect = self.span_rect(Span(at, at + 1))
        level = point.y() if rect.isNull() else rect.center().y()
        self._held = _Held(coding.coding_id, edge, span, point, level)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # A handle taken again at once is no double click on the word beneath.
        if self.grip_at(event.position().toPoint()) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._held is not None:
            self._by_words = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._gripping.follow(point)
            self._drag_grip(point)
            event.accept()
            return
        if event.buttons() == Qt.MouseButton.NoButton:
            self._shape_cursor(point)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
        elif self._held is not None:
            held, after = self._held, self._target
            self._give_up_grip()
            self._dropped = False
            if after is not None and after != held.before:
                self._respan(held.coding_id, held.before, after)
            self._shape_cursor(event.position().toPoint())
            event.accept()
        elif self._dropped:
            self._dropped = False
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._held is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._give_up_grip()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._give_up_grip()
        super().focusOutEvent(event)

    def _after_codings(self) -> None:
        super()._after_codings()
        if self._held is not None and self._held.coding_id != self._chosen:
            self._give_up_grip()

    def set_document(self, text: str, codings: Iterable[PaintedCoding] = ()) -> None:
        self._give_up_grip()
        super().set_document(text, codings)

    def _drag_grip(self, point: QPoint) -> None:
        if self._held is None:
            return
        held = self._held
        view = self.viewport().rect()
        # A handle hangs between two lines: it stays on its own until the hand leaves that.
        own = abs(point.y() - held.taken.y()) * 4 < self._columns.column.pitch
        height = held.level if own else min(max(point.y(), view.top()), view.bottom())
        aim = QPoint(point.x(), height)
        at = self._positions.from_qt(self.cursorForPosition(self._snapped(aim)).position())
        at = cluster_start(self.text, at)
        if self._by_words:
            at = self._word_edge(held.edge, at)
        self._set_target(self._with_edge(held.before, held.edge, at))

    def _word_edge(self, edge: Edge, at: int) -> int:
        """The edge of the word that ``at`` is in, so that the word is taken whole."""
        if edge == "end":
            return word_at(self.text, at - 1).end if is_wordy(self.text, at - 1) else at
        return word_at(self.text, at).start if is_wordy(self.text, at) else at

    def _give_up_grip(self) -> None:
        """Let go of a handle; the passage stays as it was, and so does the next release."""
        if self._held is not None:
            self._held = None
            self._dropped = True
            self._gripping.stop()
            self._set_target(None)

    def _shape_cursor(self, point: QPoint) -> None:
        over = self.grip_at(point) is not None
        shape = Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
