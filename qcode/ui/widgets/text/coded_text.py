"""The coded text with the stripes beside it: each shows what the pointer is on in the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from qcode.ui.shell.theme import Theme
from qcode.ui.widgets.stripes.margin import StripeMargin, Stripes
from qcode.ui.widgets.text.coding_layer import PaintedCoding
from qcode.ui.widgets.text.coding_picture import Row
from qcode.ui.widgets.text.column_text import GAP, LATIN_EM, WIDE_EM
from qcode.ui.widgets.text.layout import LEAST_MARGIN, Column
from qcode.ui.widgets.text.painted_text import PaintedText

_SAMPLE = 64
_LINE_BREAK = 0.6


class CodedText(PaintedText):
    """A painted text with a margin of stripes, and tooltips over both."""

    contextRequested = Signal(QPoint, object)
    """A menu is wanted at a global position, for a code point (None beside the text)."""

    _margin: StripeMargin | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._under: frozenset[int] = frozenset()
        self._long: dict[int, bool] = {}
        margin = self._margin = StripeMargin(self._rows, self._is_long, self)
        margin.set_colors(self._painter.colors)
        margin.pointed.connect(self._point_at)
        margin.chosen.connect(self._choose)
        margin.spanWanted.connect(self._select_passage)
        margin.menuWanted.connect(self._ask_for_menu)
        self.updateRequest.connect(self._follow_text)
        self.viewport().setMouseTracking(True)

    # Content

    def set_document(self, text: str, codings: Iterable[PaintedCoding] = ()) -> None:
        self._under = frozenset()
        self._long.clear()
        self._margin.forget()
        super().set_document(text, codings)
        if self._margin.set_coders(self._layer.coders()):
            self._place_lines(0)
        self._refresh()

    def _forget_codings(self, coding_ids: set[int] | None = None) -> None:
        super()._forget_codings(coding_ids)
        self._margin.forget(coding_ids)
        if coding_ids is None:
            self._long.clear()
        else:
            for coding_id in coding_ids:
                self._long.pop(coding_id, None)

    def _after_codings(self) -> None:
        self._under = frozenset()
        if self._margin.set_coders(self._layer.coders()):
            self._place_lines(self._first_visible())
        super()._after_codings()

    def _changed(self, codings: list[PaintedCoding]) -> None:
        super()._changed(codings)
        self._margin.refresh()

    def _choose(self, coding_id: int | None) -> None:
        """Choose a coding for the user; who listens is told in a subclass."""
        self.set_chosen_coding(coding_id)

    def _refresh(self) -> None:
        super()._refresh()
        if self._margin is not None:
            self._refresh_marked()
            self._margin.update()

    def _refresh_codings(self, codings: list[PaintedCoding]) -> None:
        super()._refresh_codings(codings)
        if self._margin is not None:
            self._refresh_marked()

    def _columns_changed(self, column: Column) -> None:
        super()._columns_changed(column)
        self._long.clear()
        if self._margin is not None:
            self._margin.forget()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if self._margin is not None:
            self._margin.set_colors(self._painter.colors)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self._margin is not None:
            self._margin.update()

    # Stripes

    @property
    def stripes(self) -> Stripes:
        """What is to be shown beside the text."""
        return self._margin.mode

    def set_stripes(self, stripes: Stripes) -> None:
        """Show stripes with names ("full"), without ("lanes"), or none ("off").

        Names are left out where the text would become too narrow. The first visible line stays.
        Raises ValueError for any other word.
        """
        if stripes != self._margin.mode:
            first = self._first_visible()
            self._margin.set_mode(stripes)
            self._place_lines(first)
            self._lay_margin()

    def _beside(self, room: int, em: float) -> int:
        if self._margin is None:
            return 0
        wanted = self._margin.room_for(room, em, self._measure, 2 * LEAST_MARGIN + GAP)
        return wanted + GAP if wanted else 0

    def _lay_margin(self) -> None:
        self._long.clear()
        view, free = self.viewport().geometry(), self.viewportMargins().right()
        self._margin.setGeometry(view.right() + 1, view.top(), free, view.height())
        self._margin.setVisible(free > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._margin is not None:
            self._lay_margin()

    def _rows(self) -> list[Row]:
        strips = self._visible_blocks(self.viewport().rect())
        found = self._painter.rows(strips, self._marks())
        if self._painter.take_moves():
            self.viewport().update()
        return found

    def _is_long(self, coding: PaintedCoding) -> bool:
        """Whether a passage is taller than half the view, by the number of its characters.

        Its lines are not laid out for that: they may be far away.
        """
        known = self._long.get(coding.coding_id)
        if known is None:
            text, column = self.text, self._columns.column
            start, end = coding.start, coding.end
            sample = text[start : min(end, start + _SAMPLE)]
            em = LATIN_EM if sample.isascii() else WIDE_EM
            lines = (end - start) * em * column.em / column.width
            lines += _LINE_BREAK * text.count("\n", start, end)
            known = lines * column.pitch > self.viewport().height() / 2
            self._long[coding.coding_id] = known
        return known

    def _follow_text(self, area: QRect, _dy: int) -> None:
        if area.contains(self.viewport().rect()):
            self._margin.update()

    def _point_at(self, coding_id: int | None) -> None:
        self._under = frozenset()
        self.set_lit(coding_id)
        self._refresh_marked()

    def _select_passage(self, coding_id: int) -> None:
        coding = self._layer.get(coding_id)
        if coding is not None:
            self._choose(coding_id)
            self.setTextCursor(self._cursor_over(coding.span))
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _ask_for_menu(self, where: QPoint, coding_id: int) -> None:
        coding = self._layer.get(coding_id)
        if coding is not None:
            self._choose(coding_id)
            self.contextRequested.emit(where, coding.start)

    # Under the pointer

    def viewportEvent(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseMove and not event.buttons():
            self._hover(event.position().toPoint())
        elif kind == QEvent.Type.Leave:
            self._hover(None)
        elif kind == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def _hover(self, point: QPoint | None) -> None:
        """Emphasise the stripes of the codings under the pointer."""
        at = self.position_at(point) if point is not None and len(self._layer) else None
        codings = self.codings_at(at) if at is not None else []
        under = frozenset(coding.coding_id for coding in codings)
        if under != self._under:
            self._under = under
            self._refresh_marked()

    def _refresh_marked(self) -> None:
        lit = self._under if self._lit is None else self._under | {self._lit}
        self._margin.set_marked(self._chosen, lit)

    def _show_tip(self, event: QHelpEvent) -> None:
        at = self.position_at(event.pos())
        codings = self.codings_at(at) if at is not None else []
        if codings:
            QToolTip.showText(event.globalPos(), self.tooltip_of(codings), self.viewport())
        else:
            QToolTip.hideText()

    def tooltip_of(self, codings: list[PaintedCoding]) -> str:
        """Rich text that names codings: code, coder, date, memo."""
        from qcode.ui.widgets.stripes.tips import coding_tip

        return coding_tip(codings, self._theme)
