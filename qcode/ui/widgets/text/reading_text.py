"""Reading: where one was in a text, going to a passage, the size of the letters."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent

from qcode.model.span import Span
from qcode.ui.widgets.text.column_text import ColumnText, line_near
from qcode.ui.widgets.text.layout import PITCH_EM

LEAST_ZOOM, MOST_ZOOM = -6, 14
LEAST_MEASURE, MOST_MEASURE = 24.0, 60.0
Spacing = Literal["tight", "normal", "wide"]
_SPACINGS: dict[Spacing, float] = {"tight": 1.42, "normal": PITCH_EM, "wide": 1.95}


class Place(NamedTuple):
    """Where a reader was: the code points of the first visible line and of the caret."""

    first: int
    caret: int


class ReadingText(ColumnText):
    """A text in a column that keeps its place when its width or its size changes."""

    zoomChanged = Signal(int)
    _spacing: Spacing = "normal"

    # Place

    def place(self) -> Place:
        """The first visible line and the caret, to come back to."""
        return Place(self._first_visible(), self._positions.from_qt(self.textCursor().position()))

    def restore_place(self, place: Place) -> None:
        """Show the line of ``place.first`` at the top and put the caret back."""
        size = len(self.text)
        cursor = self.textCursor()
        cursor.setPosition(self._positions.to_qt(min(max(place.caret, 0), size)))
        self.setTextCursor(cursor)
        self._scroll_to(min(max(place.first, 0), size), above=0.0)
        self._first = place.first

    def is_visible(self, span: Span) -> bool:
        """Whether the beginning of ``span`` is on screen."""
        return not self.span_rect(Span(span.start, min(span.end, span.start + 1))).isNull()

    def _first_visible(self) -> int:
        """Code point by which the first visible line is remembered.

        As long as that line still holds the one remembered, this stays: otherwise each change of
        width would move the text up by a few words.
        """
        block = self.firstVisibleBlock()
        if not block.isValid() or not block.layout().lineCount():
            return self._first
        number = self.verticalScrollBar().value() - block.firstLineNumber()
        layout = block.layout()
        line = layout.lineAt(min(max(number, 0), layout.lineCount() - 1))
        start = self._positions.from_qt(block.position() + line.textStart())
        end = self._positions.from_qt(block.position() + line.textStart() + line.textLength())
        if not start <= self._first < max(end, start + 1):
            self._first = start
        return self._first

    def _scroll_to(self, position: int, above: float) -> None:
        """Scroll until the line of ``position`` has at most ``above`` pixels above it."""
        bounds = self._columns.blockBoundingRect
        place = self._positions.to_qt(position)
        block = self.document().findBlock(place)
        if not block.isValid():
            return
        bounds(block)
        line = block.layout().lineForTextPosition(place - block.position())
        # Distance from the top of ``block`` down to the line, while block moves up.
        distance = line.y()
        while distance < above and block.previous().isValid():
            block = block.previous()
            distance += bounds(block).height()
        layout = block.layout()
        number = line_near(layout, max(distance - above, 0.0))
        if layout.lineAt(number).y() < distance - above and number < layout.lineCount() - 1:
            number += 1
        self._columns.announce()
        self.verticalScrollBar().setValue(block.firstLineNumber() + number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        size, before = event.size(), event.oldSize()
        if size.width() == before.width() or before.width() < 0:
            super().resizeEvent(event)
        if size.width() == before.width():
            return
        self._place_lines(self._first_visible())
        # What Qt does about a new width is to forget all lines and to lay out some of them, in
        # the old column: only the height is left for it.
        super().resizeEvent(QResizeEvent(size, QSize(size.width(), before.height())))

    def _place_lines(self, first: int) -> None:
        """Fit the column to font and width; the line of code point ``first`` stays at the top."""
        column = self._new_column()
        self._columns.set_column(column)
        self._columns_changed(column)
        self._guess_lines()
        self._scroll_to(first, above=0.0)
        self._place_shown()
        self._first = first

    # Comfort

    @property
    def measure(self) -> float:
        """Greatest width of a line in em."""
        return self._measure

    def set_measure(self, em: float) -> None:
        """Set the greatest width of a line, from 24 to 60 em; the first visible line stays."""
        em = min(max(float(em), LEAST_MEASURE), MOST_MEASURE)
        if em != self._measure:
            first = self._first_visible()
            self._measure = em
            self._place_lines(first)

    @property
    def family(self) -> str:
        """The face chosen for the text; empty for that of the program."""
        return self._family

    def set_family(self, name: str) -> None:
        """Show the text in this face, "" for the program's own; the first visible line stays.

        Characters that the face does not have come from the program's own faces.
        """
        if name != self._family:
            first = self._first_visible()
            self._family = name
            self.setFont(self._reading_font())
            self._place_lines(first)

    @property
    def spacing(self) -> Spacing:
        """How far lines are apart."""
        return self._spacing

    def set_spacing(self, spacing: Spacing) -> None:
        """Set how far lines are apart; the first visible line stays.

        Raises KeyError for any word that is not one of the three.
        """
        pitch_em = _SPACINGS[spacing]
        if spacing != self._spacing:
            first = self._first_visible()
            self._spacing, self._pitch_em = spacing, pitch_em
            self._place_lines(first)

    # Zoom

    @property
    def zoom(self) -> int:
        """Steps of 10 % away from the normal size."""
        return self._zoom

    def set_zoom(self, steps: int) -> None:
        """Set the size of the text, from -6 to 14 steps; the first visible line stays."""
        steps = min(max(steps, LEAST_ZOOM), MOST_ZOOM)
        if steps == self._zoom:
            return
        first = self._first_visible()
        self._zoom = steps
        self.setFont(self._reading_font())
        self._place_lines(first)
        self.zoomChanged.emit(steps)

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(self._zoom + 1)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(self._zoom - 1)

    def reset_zoom(self) -> None:
        """Back to the normal size."""
        self.set_zoom(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.set_zoom(self._zoom + (1 if turned > 0 else -1))
            event.accept()
            return
        super().wheelEvent(event)
