"""A text and its codings on screen: what is shown, how it is painted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractAnimation, QEvent, QPoint, QRect, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qcode.model.span import Span
from qcode.ui.shell import theme as themes
from qcode.ui.shell.theme import Theme
from qcode.ui.widgets.ground import stands_alone
from qcode.ui.widgets.text.coding_grips import Edge, Grip, grip_at, paint_grip
from qcode.ui.widgets.text.coding_layer import CodingLayer, PaintedCoding
from qcode.ui.widgets.text.coding_painter import HANGING, CodingPainter, Marks
from qcode.ui.widgets.text.layout import Column
from qcode.ui.widgets.text.pieces import VisibleBlock
from qcode.ui.widgets.text.position_map import PositionMap
from qcode.ui.widgets.text.reading_text import ReadingText

_FLASH_MS = 1100
_OVER = 16
# From so many changed codings on, all is painted anew rather than passage by passage.
_FEW = 12


class PaintedText(ReadingText):
    """Read-only text with its codings painted behind it.

    It takes on the window's theme whenever that changes.
    """

    _followed: Theme | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = themes.current()
        self._layer = CodingLayer()
        self._painter = CodingPainter(self._theme, self._columns.column)
        self._chosen: int | None = None
        self._lit: int | None = None
        self._asked: set[Span] = set()  # what will be painted anew in the next picture
        self._target: Span | None = None
        self._flash: Span | None = None
        self._flashing = QVariantAnimation(self)
        self._flashing.setStartValue(1.0)
        self._flashing.setEndValue(0.0)
        self._flashing.setDuration(_FLASH_MS)
        self._flashing.valueChanged.connect(self._fade)
        self._flashing.finished.connect(self._end_flash)
        self._followed = self._theme
        stands_alone(self.viewport())
        self.set_theme(self._theme)
        self.updateRequest.connect(self._refresh_top)

    # Content

    def set_document(self, text: str, codings: Iterable[PaintedCoding] = ()) -> None:
        """Show ``text`` from its beginning with ``codings``; nothing is selected or chosen."""
        self._end_flash()
        self._target = self._chosen = self._lit = None
        positions = PositionMap(text)
        self._layer.reset(codings)
        self._painter.set_text(positions, self._layer)
        self._show_text(positions)

    def set_codings(self, codings: Iterable[PaintedCoding]) -> None:
        """Replace all codings; text, place and selection stay."""
        self._layer.reset(codings)
        self._forget_codings()
        self._after_codings()
        self._refresh()

    def put_codings(self, codings: Iterable[PaintedCoding]) -> None:
        """Add codings, or replace those with the same ids."""
        new = list(codings)
        before = [self._layer.get(coding.coding_id) for coding in new]
        self._layer.put(new)
        self._changed([coding for coding in before if coding is not None] + new)

    def remove_codings(self, coding_ids: Iterable[int]) -> None:
        """Take codings off the text; unknown ids are ignored."""
        self._changed(self._layer.remove(coding_ids))

    def _changed(self, codings: list[PaintedCoding]) -> None:
        """These codings, as they were or as they are now, have come or gone."""
        self._forget_codings({coding.coding_id for coding in codings})
        self._after_codings()
        self._refresh_codings(codings)

    def coding(self, coding_id: int | None) -> PaintedCoding | None:
        """The coding of that id, or None."""
        return self._layer.get(coding_id)

    def codings_at(self, position: int) -> list[PaintedCoding]:
        """Codings over the character at ``position``, innermost first."""
        return self._layer.at(position)

    def codings_within(self, span: Span) -> list[PaintedCoding]:
        """Codings that share a character with ``span``, in reading order."""
        return self._layer.within(span)

    @property
    def chosen_coding(self) -> int | None:
        """Id of the emphasised coding."""
        return self._chosen

    def set_chosen_coding(self, coding_id: int | None) -> None:
        """Emphasise one coding, or none; an id that is not on the text means none."""
        chosen = coding_id if self._layer.shows(coding_id) else None
        if chosen != self._chosen:
            changed = self._known(self._chosen, chosen)
            self._chosen = chosen
            self._refresh_codings(changed)

    def show_coders(self, names: frozenset[str] | None) -> None:
        """Paint, find and choose only codings of these coders; None means those of everybody."""
        if names != self._layer.shown:
            self._layer.shown = names
            self._forget_codings()
            self._after_codings()
            self._refresh()

    def _known(self, *coding_ids: int | None) -> list[PaintedCoding]:
        return [coding for coding in map(self._layer.get, coding_ids) if coding is not None]

    def _forget_codings(self, coding_ids: set[int] | None = None) -> None:
        """What was worked out for these codings (or all) is no longer true."""
        self._painter.forget_codings(coding_ids)

    def _after_codings(self) -> None:
        """Codings have changed: let go of those that are not shown any more."""
        if not self._layer.shows(self._chosen):
            self._chosen = None
        if not self._layer.shows(self._lit):
            self._lit = None

    def _refresh(self) -> None:
        """Paint everything anew."""
        self.viewport().update()

    def _refresh_codings(self, codings: list[PaintedCoding]) -> None:
        """Paint the passages of these codings anew, with what hangs over their edges."""
        if len(codings) > _FEW or not self.isVisible():
            self.viewport().update()
            return
        if not codings:
            return
        asked = {coding.span for coding in codings} - self._asked
        if not asked:
            return
        self._asked |= asked
        column, strips = self._columns.column, self._visible_blocks(self.viewport().rect())
        for span in asked:
            area = self._span_area(span, strips)
            if area.height() > column.pitch:  # its frame is as wide as the column
                area |= QRect(round(column.left), area.top(), round(column.width), 1)
            if not area.isNull():
                self.viewport().update(area.adjusted(-_OVER, -_OVER, _OVER, _OVER))

    # Marks

    def set_lit(self, coding_id: int | None) -> None:
        """Lift the passage of one coding out of the others, as long as a pointer is on it."""
        lit = coding_id if self._layer.shows(coding_id) else None
        if lit != self._lit:
            changed = self._known(self._lit, lit)
            self._lit = lit
            self._refresh_codings(changed)

    def set_hits(self, spans: Sequence[Span], current: Span | None) -> None:
        """Mark what was found in the text, ``current`` more than the others; [] takes it away."""
        self._painter.set_hits(spans, current)
        self.viewport().update()

    def grip_rects(self) -> tuple[QRect, QRect]:
        """Where a mouse takes hold of the start and of the end of the chosen coding (viewport).

        Null where nothing is chosen or that end is not on screen.
        """
        start, end = self._grips(self._visible_blocks(self.viewport().rect()))
        return (
            start.rect("start") if start is not None else QRect(),
            end.rect("end") if end is not None else QRect(),
        )

    def grip_at(self, point: QPoint) -> Edge | None:
        """Which handle of the chosen coding is under ``point`` (viewport), if any."""
        return grip_at(point, *self.grip_rects())

    def _grips(self, strips: Sequence[VisibleBlock]) -> tuple[Grip | None, Grip | None]:
        """The handles at both ends of the chosen coding, as far as ``strips`` show them."""
        coding = self._layer.get(self._chosen)
        if coding is None or coding.start >= coding.end:
            return None, None
        start, end = self._in_document(coding.span)
        first = self._edge_grip(strips, start, last=False)
        return first, self._edge_grip(strips, end - 1, last=True)

    def _edge_grip(self, strips: Sequence[VisibleBlock], place: int, *, last: bool) -> Grip | None:
        """The handle at the beginning, or the end, of the character at ``place``."""
        for shown in strips:
            unit = place - shown.at
            if not shown.start <= unit < shown.end:
                continue
            line = shown.lines.line_of(unit)
            if shown.top + line.bottom < 0 or shown.top + line.top > self.viewport().height():
                return None
            edge = shown.lines.character_edge(unit, last=last)
            return Grip(edge, shown.top + line.top, shown.top + line.bottom)
        return None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self._asked.clear()
        area = event.rect()
        # What belongs to a line above or below may hang into the part that is painted.
        around = area.adjusted(0, -_OVER, 0, _OVER)
        strips = self._visible_blocks(around)
        if self._columns.announce():
            # The bar may have moved the text to keep it in range.
            strips = self._visible_blocks(around)
        painter = QPainter(self.viewport())
        try:
            painter.fillRect(area, self._painter.colors.paper)
            self._painter.paint(painter, strips, self._marks(), area)
            self._paint_words(painter, strips, area, self._painter.colors.ink)
            if self._chosen is not None:
                self._paint_grips(painter, strips)
        finally:  # left open, it would make every later paint of the window fail
            painter.end()
        if self._painter.take_moves() and area != self.viewport().rect():
            # Rare: the new coding and one that was painted wanted the same place.
            self.viewport().update()

    def _paint_grips(self, painter: QPainter, strips: Sequence[VisibleBlock]) -> None:
        start, end = self._grips(strips)
        if start is None and end is None:
            return
        coding, colors = self._layer.get(self._chosen), self._painter.colors
        color = colors.line(coding.color)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if start is not None:
            paint_grip(painter, start, "start", color, colors.paper)
        if end is not None:
            paint_grip(painter, end, "end", color, colors.paper)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        # A handle hangs over the edge of its line, so over the edge of what was moved.
        for rect in self.grip_rects():
            if not rect.isNull():
                self.viewport().update(rect)

    def _refresh_top(self, _area: QRect, dy: int) -> None:
        """The text was moved: underlines at the top edge may have gone out of sight, or come."""
        if dy:
            width = self.viewport().width()
            self.viewport().update(0, 0, width, HANGING)
            self.viewport().update(0, dy, width, HANGING)

    def _marks(self) -> Marks:
        cursor = self.textCursor()
        selection = (cursor.selectionStart(), cursor.selectionEnd())
        return Marks(
            selection=selection if cursor.hasSelection() else None,
            chosen=self._layer.get(self._chosen),
            lit=self._layer.get(self._lit),
            target=self._in_document(self._target),
            flash=self._in_document(self._flash),
            flash_strength=0.0 if self._flash is None else self._flashing.currentValue() or 0.0,
        )

    def _columns_changed(self, column: Column) -> None:
        super()._columns_changed(column)
        self._painter.set_column(column)

    def reveal(self, span: Span, *, flash: bool = True) -> None:
        """Scroll so that ``span`` begins a third down the view, and frame it for a moment."""
        self._scroll_to(span.start, above=self.viewport().height() / 3)
        if flash:
            self._flash = span
            self._flashing.stop()
            self._flashing.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)
            self.viewport().update()

    def _fade(self, _strength: object) -> None:
        self.viewport().update()

    def _end_flash(self) -> None:
        self._flashing.stop()
        self._flash = None
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._followed is not None:
            theme = themes.current()
            if theme is not self._followed:
                self._followed = theme
                self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme`` for paper, ink, selection and tints."""
        self._theme = theme
        self._painter.set_theme(theme)
        # Qt's own selection is kept clear: it would cover the tints, and its gaps between the
        # lines are not ours. The painter shows the selection under the text.
        self.setStyleSheet(
            "QPlainTextEdit, QPlainTextEdit:focus { border: none; border-radius: 0; padding: 0;"
            f" background: {theme.paper}; color: {theme.ink};"
            f" selection-background-color: transparent; selection-color: {theme.ink}; }}"
        )
        self.viewport().update()
