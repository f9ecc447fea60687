"""A text in a column on screen: content, geometry, selection.

Everything here speaks in code points of the stored text; ``PositionMap`` is asked at the border to
Qt. What is painted behind the text is in ``coded_text``, what hands do to it in ``text_view``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QWidget

from qcode.model.span import Span
from qcode.ui.shell.fonts import reading_font
from qcode.ui.widgets.text.layout import JOINED, MEASURE_EM, PITCH_EM, Column, ColumnLayout, em_of
from qcode.ui.widgets.text.pieces import StripLines, VisibleBlock, turns
from qcode.ui.widgets.text.position_map import BLOCK_LIMIT, PositionMap

GAP = 18
"""Pixels between the column and what is painted beside it."""

_TOP_MARGIN = 20
# Lines of a tall block that are painted together, and how many lines do not make a block tall.
_STRIP, _WHOLE = 8, 12
# Strips whose lines are kept in mind.
_MOST_LINES = 400
_ZOOM_STEP = 1.1
_READING_FACTOR = 1.3
# Width of a character in em, rather too small than too large.
LATIN_EM, WIDE_EM = 0.45, 0.9


_Strip = tuple[QTextBlock, tuple[int, float, float, int, int, int, bool, StripLines]]
"""What is kept of a ``VisibleBlock``: all but the layout."""


class ColumnText(QPlainTextEdit):
    """Read-only text with a caret, in one column, that knows code points from pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._positions = PositionMap("")
        self._parts: list[tuple[int, float]] = []
        self._turned: dict[int, bool] = {}
        self._lines: dict[tuple[int, int], StripLines] = {}  # by block and first unit of a strip
        self._strips: dict[tuple[int, int], list[_Strip]] = {}
        self._strips_for: object = None
        self._zoom = 0
        self._family = ""
        self._measure, self._pitch_em = MEASURE_EM, PITCH_EM
        self._first = 0
        self._build_document()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(2)
        # A bar that comes and goes would change the width, and lay everything out a second time.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _build_document(self) -> None:
        font = self._reading_font()
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(_TOP_MARGIN)
        document.setDefaultFont(font)
        self._columns = ColumnLayout(document, Column.of(font, self._room()))
        document.setDocumentLayout(self._columns)
        self.setDocument(document)
        self.setFont(font)

    def _reading_font(self) -> QFont:
        application = QApplication.font()
        size = application.pointSizeF()
        if size <= 0:
            size = application.pixelSize() * 0.75
        font = reading_font(size * _READING_FACTOR * _ZOOM_STEP**self._zoom)
        if self._family:
            font.setFamilies([self._family, *font.families()])
        return font

    # The column on the paper

    def _room(self) -> int:
        """Pixels from the left edge of the paper to the scroll bar."""
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def _beside(self, _room: int, _em: float) -> int:
        """Pixels to keep free at the right of the column, for those who paint there."""
        return 0

    def _new_column(self) -> Column:
        """The column for the font and the width that the view has now.

        What is free beside it belongs to the margin at the right of the viewport.
        """
        font, room = self.font(), self._room()
        beside = self._beside(room, em_of(QFontMetricsF(font)))
        column = Column.of(
            font, room, measure=self._measure, pitch_em=self._pitch_em, beside=beside
        )
        free = max(0, room - round(column.left + column.width) - GAP) if beside else 0
        if self.viewportMargins().right() != free:
            self.setViewportMargins(0, 0, free, 0)
        return column

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and event.size() != event.oldSize():
            # Before the viewport learns of it: each change of its width lays out all lines.
            self._new_column()
        return super().event(event)

    # Content

    @property
    def text(self) -> str:
        """The stored text on screen."""
        return self._positions.text

    def _show_text(self, positions: PositionMap) -> None:
        """Show another text from its beginning."""
        self._first = 0
        self._positions = positions
        self._turned.clear()
        self._lines.clear()
        self._strips.clear()
        self.setPlainText(positions.display_text)
        self._mark_joined_blocks()
        self.verticalScrollBar().setValue(0)

    def _columns_changed(self, column: Column) -> None:
        """Lines have moved to ``column``; for those who keep what they drew."""
        self._lines.clear()
        self._strips.clear()

    def _mark_joined_blocks(self) -> None:
        """Tell the layout where a paragraph goes on in the next block."""
        text, breaks = self.text, self._positions.extra_breaks
        document = self.document()
        self._parts = []
        edges = (0, *breaks, len(text))
        for before, cp, after in zip(edges, breaks, edges[2:], strict=False):
            document.findBlock(self._positions.to_qt(cp, end=True)).setUserState(JOINED)
            for start, end in ((max(before, cp - BLOCK_LIMIT), cp), (cp, after)):
                part = text[start : min(end, start + BLOCK_LIMIT)]
                width = LATIN_EM if part.isascii() else WIDE_EM
                self._parts.append((self._positions.to_qt(start), len(part) * width))
        self._guess_lines()

    def _guess_lines(self) -> None:
        """Tell the scroll bar how long the blocks of long paragraphs are.

        A block counts as one line until it is laid out, which is far from the truth for one of
        5,000 characters. A guess that is rather short is corrected without a jump.
        """
        document, column = self.document(), self._columns.column
        for position, ems in self._parts:
            block = document.findBlock(position)
            if not block.layout().lineCount():
                block.setLineCount(max(1, int(ems * column.em / column.width)))
        if self._parts:
            self._columns.documentSizeChanged.emit(self._columns.documentSize())

    # Geometry

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        view = self.viewport()
        far = abs(dy) * self._columns.column.pitch > view.height() and view.updatesEnabled()
        if far:
            # To move pixels, Qt measures the way from the old place, laying out a page for
            # nothing; with updates off it does not.
            view.setUpdatesEnabled(False)
        super().scrollContentsBy(dx, dy)
        if far:
            view.setUpdatesEnabled(True)
            self.updateRequest.emit(view.rect(), 0)
        self._place_shown()

    def _place_shown(self) -> None:
        """Place lines now rather than when painting, so that the bar is painted only once."""
        for _ in self._shown():
            pass
        self._columns.announce()

    def _in_document(self, span: Span | None) -> tuple[int, int] | None:
        if span is None:
            return None
        return self._positions.to_qt(span.start), self._positions.to_qt(span.end, end=True)

    def _shown(self) -> Iterator[tuple[QTextBlock, float, float]]:
        """Blocks from the first visible one on, laid out, with their top and bottom edges."""
        block = self.firstVisibleBlock()
        top = self.contentOffset().y()
        height = self.viewport().height()
        bounds = self._columns.blockBoundingRect
        while block.isValid() and top <= height:
            bottom = top + bounds(block).height()
            yield block, top, bottom
            block, top = block.next(), bottom

    def _visible_blocks(self, area: QRect) -> list[VisibleBlock]:
        """Strips that meet ``area``; for one step and its picture they are asked for many times."""
        low, high = area.top(), area.bottom() + 1
        here = (
            self.firstVisibleBlock().blockNumber(),
            self.contentOffset().y(),
            self.viewport().height(),
            self._columns.column,
            self._positions,
        )
        if here != self._strips_for:
            self._strips_for = here
            self._strips.clear()
        # Layouts belong to Qt: kept, one would be taken for whatever comes to lie at its address.
        known = self._strips.get((low, high), ())
        strips = [VisibleBlock(block, block.layout(), *place) for block, place in known]
        # Qt may have taken the lines of a block away since.
        if not strips or not all(strip.layout.lineCount() for strip in strips):
            strips = self._strips_in(low, high)
            self._strips[low, high] = [(one.block, one[2:]) for one in strips]
        return strips

    def _strips_in(self, low: int, high: int) -> list[VisibleBlock]:
        shown: list[VisibleBlock] = []
        for block, top, bottom in self._shown():
            if bottom < low:
                continue
            if top > high:
                break
            layout, number, end = block.layout(), block.blockNumber(), block.length() - 1
            turned, count = self._is_turned(block), layout.lineCount()
            if count <= _WHOLE:
                shown.append(self._strip(block, number, top, 0, end, turned=turned))
                continue
            first = line_near(layout, low - top) // _STRIP * _STRIP
            final = line_near(layout, high - top)
            for line in range(first, final + 1, _STRIP):
                begin = layout.lineAt(line).textStart()
                last = layout.lineAt(min(line + _STRIP, count) - 1)
                stop = min(end, last.textStart() + last.textLength())
                shown.append(self._strip(block, number, top, begin, stop, turned=turned))
        return shown

    def _strip(
        self, block: QTextBlock, number: int, top: float, start: int, end: int, *, turned: bool
    ) -> VisibleBlock:
        if len(self._lines) > _MOST_LINES:
            self._lines.clear()
        lines = self._lines.get((number, start))
        if lines is None:
            lines = StripLines(block, start, end, self._columns.column, turned=turned)
            self._lines[number, start] = lines
        return VisibleBlock(
            block=block,
            layout=block.layout(),
            number=number,
            top=round(top),
            words_top=top,
            at=block.position(),
            start=start,
            end=end,
            turned=turned,
            lines=lines,
        )

    def _is_turned(self, block: QTextBlock) -> bool:
        """Whether the block holds right-to-left text; found once per block."""
        number = block.blockNumber()
        turned = self._turned.get(number)
        if turned is None:
            turned = self._turned[number] = turns(block.text())
        return turned

    def position_at(self, point: QPoint) -> int | None:
        """Code point of the character under ``point`` (viewport), None beside the text."""
        found = self._line_at(point.y())
        if found is None:
            return None
        block, top, line = found
        column = self._columns.column
        if point.y() > top + column.slot_bottom(line) + column.spacing:
            return None
        rect = line.naturalTextRect()
        if not rect.left() <= point.x() < rect.right() or not line.textLength():
            return None
        unit = line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
        unit = min(max(unit, line.textStart()), line.textStart() + line.textLength() - 1)
        return self._positions.from_qt(block.position() + unit)

    def span_rect(self, span: Span) -> QRect:
        """Smallest rectangle of the viewport around the visible part of ``span``.

        Null when nothing of it is on screen.
        """
        return self._span_area(span) & self.viewport().rect()

    def _span_area(self, span: Span, strips: Sequence[VisibleBlock] | None = None) -> QRect:
        """Smallest rectangle around ``span`` in the strips on screen, also beyond the viewport."""
        area = QRect()
        place = self._in_document(span)
        if strips is None:
            strips = self._visible_blocks(self.viewport().rect())
        for shown in strips:
            start, end = max(place[0] - shown.at, shown.start), min(place[1] - shown.at, shown.end)
            if start >= end:
                continue
            for line, pieces in shown.lines.pieces(start, end):
                for left, right in pieces:
                    area |= QRect(
                        QPoint(int(left), int(shown.top + line.top)),
                        QPoint(int(right), int(shown.top + line.bottom)),
                    )
        return area

    def _line_at(self, y: float) -> tuple[QTextBlock, float, QTextLine] | None:
        """Block, the block's top edge and line at height ``y``; the nearest below the top."""
        found = None
        for block, top, bottom in self._shown():
            layout = block.layout()
            number = line_near(layout, y - top)
            slot_bottom = self._columns.column.slot_bottom
            while number and slot_bottom(layout.lineAt(number - 1)) > y - top:
                number -= 1
            while number < layout.lineCount() - 1 and slot_bottom(layout.lineAt(number)) <= y - top:
                number += 1
            line = layout.lineAt(number)
            found = (block, top, line)
            if y < bottom:
                break
        return found

    # Painting

    def _paint_words(
        self, painter: QPainter, strips: Sequence[VisibleBlock], area: QRect, ink: QColor
    ) -> None:
        """Draw the glyphs of ``strips`` and the caret, as far as they meet ``area``.

        As the base class does it, but for the selection: that would have its lines drawn twice, cut
        along its edge, and they look the same, since what is selected is shown behind the glyphs.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(ink)
        width = max(self.viewport().width(), int(self._columns.documentSize().width()))
        clip = QRect(area)
        clip.setRight(min(area.right(), width - _TOP_MARGIN + self.cursorWidth()))
        painter.setClipRect(clip)
        caret = self.getPaintContext().cursorPosition
        x, seen = self.contentOffset().x(), QRectF(clip)
        for number, strip in enumerate(strips):
            if number and strip.number == strips[number - 1].number:
                continue  # another strip of the same block
            place = QPointF(x, strip.words_top)
            strip.layout.draw(painter, place, [], seen)
            if strip.at <= caret < strip.at + strip.block.length():
                strip.layout.drawCursor(painter, place, caret - strip.at, self.cursorWidth())
        painter.setClipping(False)

    # Selection

    def selected_span(self) -> Span | None:
        """What is selected, in whole grapheme clusters; None when nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        span = Span(
            self._positions.from_qt(cursor.selectionStart()),
            self._positions.from_qt(cursor.selectionEnd(), up=True),
        )
        return self._positions.snap(span) if span.start < span.end else None

    def caret(self) -> int:
        """Code point before which the caret stands."""
        return self._positions.from_qt(self.textCursor().position())

    def _cursor_over(self, span: Span) -> QTextCursor:
        """A text cursor that selects ``span``, caret at its end."""
        cursor = QTextCursor(self.document())
        start, end = self._in_document(span)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _clipped(self, span: Span) -> Span:
        size = len(self.text)
        start = min(max(span.start, 0), size)
        return Span(start, min(max(span.end, start), size))


def line_near(layout: QTextLayout, y: float) -> int:
    """Number of the last line that begins at or above ``y`` in its block; the first if none."""
    low, high = 0, layout.lineCount() - 1
    while low < high:
        middle = (low + high + 1) // 2
        if layout.lineAt(middle).y() <= y:
            low = middle
        else:
            high = middle - 1
    return max(low, 0)
