"""What is selected in a coded text and which of its codings is chosen, without a mouse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from qcode.model.span import Span
from qcode.ui.widgets.text.caret import CaretText
from qcode.ui.widgets.text.coding_layer import PaintedCoding, reading_order
from qcode.ui.widgets.text.widening import narrower, wider

_SETTLE_MS = 60
_FIRST_REACH = 2000


class _Hold(NamedTuple):
    """What was selected and chosen before it was widened: code points, id of a coding."""

    anchor: int
    caret: int
    chosen: int | None


class ChoosingText(CaretText):
    """A coded text that tells what is selected and chosen, and lets keys change both.

    The caret moved onto a coded passage chooses its innermost coding.
    """

    spanSelected = Signal(object)
    """The selected ``Span`` or None, once the selection has come to rest."""

    codingChosen = Signal(object)
    """Id of the coding the user chose, or None."""

    documentShown = Signal()
    """Another text is on screen, or the same one anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reported: Span | None = None
        self._quiet = False
        self._marked = (0, 0)
        self._widened: list[_Hold] = []
        self._widened_to: Span | None = None
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
        self._widened.clear()
        self._rest.stop()
        self._report_span(None)
        if had_chosen:
            self.codingChosen.emit(None)
        self.documentShown.emit()

    def select_span(self, span: Span | None) -> None:
        """Select ``span`` (whole clusters), or nothing; the caret goes to its end."""
        if span is None:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        else:
            self._take_cursor(self._cursor_over(self._positions.snap(self._clipped(span))))
        self._report()

    def _stir(self) -> None:
        cursor = self.textCursor()
        before, self._marked = self._marked, (cursor.selectionStart(), cursor.selectionEnd())
        if self._quiet:
            return
        self._rest.start()
        # A caret that only walks is left to Qt, which paints the places it left and came to.
        if cursor.hasSelection() or before[0] < before[1]:
            self.viewport().update()

    def settle(self) -> None:
        """Tell of the selection and choose what the caret is on now, instead of a moment later.

        What acts on them asks for this first: fast keys come before the selection is at rest.
        """
        if self._rest.isActive():
            self._report()

    def _report(self) -> None:
        """Tell about the selection, and about the coding under the caret, if they are news."""
        self._rest.stop()
        span = self.selected_span()
        self._report_span(span)
        if self._in_hand():
            return
        if span is None:
            if self.hasFocus():
                self._choose(self._innermost_at_caret())
        elif self._chosen is not None and self._chosen_span() != span:
            self._choose(None)

    def _report_span(self, span: Span | None) -> None:
        if span != self._reported:
            self._reported = span
            self.spanSelected.emit(span)

    def _in_hand(self) -> bool:
        """Whether a mouse is still selecting: what is chosen waits until it lets go."""
        return False

    # Widening

    def widen(self) -> None:
        """Select the next larger unit: word, clause, sentence, paragraph.

        Where nothing is selected, the chosen coding's passage comes first.
        """
        span, caret = self.selected_span(), self.caret()
        passage = self._chosen_span() if span is None else None
        found = passage or wider(self.text, span or Span(caret, caret))
        if found == (span or Span(caret, caret)):
            return
        if span is None or span != self._widened_to:
            self._widened.clear()
        anchor = self._positions.from_qt(self.textCursor().anchor())
        self._widened.append(_Hold(anchor, caret, self._chosen))
        self._select_in_place(found.start, found.end)
        self._widened_to = self.selected_span()
        self._report()

    def narrow(self) -> None:
        """Go back the way that ``widen`` came, else select the next smaller unit at the caret."""
        span = self.selected_span()
        if self._widened and span is not None and span == self._widened_to:
            back = self._widened.pop()
            self._select_in_place(back.anchor, back.caret)
            self._widened_to = self.selected_span()
            if back.chosen in self._layer:
                self._choose(back.chosen)
            self._report()
            return
        self._widened.clear()
        around = span or self._chosen_span()
        if around is None:
            return
        found = narrower(self.text, around, self.caret())
        if found != around:
            self._select_in_place(found.start, found.end)
            self._report()

    def _select_in_place(self, anchor: int, caret: int) -> None:
        """Select between two code points; what is on screen stays, unless none of it shows."""
        to_qt = self._positions.to_qt
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_qt(anchor, end=anchor > caret))
        cursor.setPosition(to_qt(caret, end=caret > anchor), QTextCursor.MoveMode.KeepAnchor)
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setTextCursor(cursor)
        bar.setValue(place)
        span = Span(min(anchor, caret), max(anchor, caret))
        if span.start == span.end:
            self._show_caret()
        elif self.span_rect(span).isNull():
            self.reveal(span, flash=False)

    # Choosing

    def cycle_coding(self, step: int = 1) -> None:
        """Choose the next (or previous, -1) of the codings that lie over the caret's place."""
        ids = [coding.coding_id for coding in self._codings_here()]
        if not ids:
            return
        if self._chosen in ids:
            self._choose(ids[(ids.index(self._chosen) + step) % len(ids)])
        else:
            self._choose(ids[0 if step > 0 else -1])

    def next_coding(self, step: int = 1) -> bool:
        """Go to the next (or previous, -1) coded passage and choose its coding.

        Passages come in the order of their beginnings, the longer first; codings of one and the
        same passage count as one stop. Returns whether there was one.
        """
        found = self._neighbour(step)
        if found is None:
            return False
        # Of several codings of this passage one's own.
        found = next((one for one in self.codings_at(found.start) if one.span == found.span), found)
        self._quiet = True
        cursor = self.textCursor()
        cursor.setPosition(self._positions.to_qt(found.start))
        if not self.is_visible(found.span):
            self.reveal(found.span, flash=False)
        self._take_cursor(cursor)
        self._quiet = False
        self._rest.stop()
        self._report_span(None)
        self._choose(found.coding_id)
        self.viewport().update()
        return True

    def _neighbour(self, step: int) -> PaintedCoding | None:
        chosen = self.coding(self._chosen)
        size, reach = len(self.text), _FIRST_REACH
        if chosen is not None:
            here = (chosen.start, -chosen.end)
        else:
            # Behind the caret everything that ends; before it everything that begins there too.
            here = (self.caret(), -size - 1 if step > 0 else 1)
        while True:
            low, high = (here[0], here[0] + reach) if step > 0 else (here[0] - reach, here[0] + 1)
            found = self._layer.within(Span(max(low, 0), max(high, 1)))
            if step > 0:
                ahead = [one for one in found if (one.start, -one.end) > here]
                if ahead:
                    return min(ahead, key=reading_order)
            else:
                behind = [one for one in found if max(low, 0) <= one.start]
                behind = [one for one in behind if (one.start, -one.end) < here]
                if behind:
                    last = max(behind, key=lambda one: (one.start, -one.end))
                    same = [one for one in behind if one.span == last.span]
                    return min(same, key=reading_order)
            if high >= size if step > 0 else low <= 0:
                return None
            reach *= 4

    def _codings_here(self) -> list[PaintedCoding]:
        """Codings at the caret, innermost first; else those that end there."""
        selected = self.selected_span()
        at = self.caret() if selected is None else selected.start
        return self.codings_at(at) or (self.codings_at(at - 1) if at else [])

    def _innermost_at_caret(self) -> int | None:
        ids = [coding.coding_id for coding in self._codings_here()]
        return self._chosen if self._chosen in ids else (ids[0] if ids else None)

    def _chosen_span(self) -> Span | None:
        """The passage of the chosen coding, in whole clusters as a selection is."""
        coding = self.coding(self._chosen)
        return None if coding is None else self._positions.snap(self._clipped(coding.span))

    def _choose(self, coding_id: int | None) -> None:
        if coding_id != self._chosen:
            self.set_chosen_coding(coding_id)
            self.codingChosen.emit(self._chosen)

    def _after_codings(self) -> None:
        chosen = self._chosen
        super()._after_codings()
        if chosen != self._chosen:
            self.codingChosen.emit(None)
