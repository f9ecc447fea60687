"""Memos by month as a row of bars; a click, a drag or keys choose months."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QDate, QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from qcode.ui.shell import theme
from qcode.ui.workspaces.memos.months import Month

_BARS, _WIDEST, _GAP = 30, 34, 2  # height of the bars, width of one at most, between two
_LEAST = 2  # pixels of a bar that stands for something


class Timeline(QWidget):
    """One bar a month, from the first with a memo to the last."""

    chosen = Signal(object)
    """The first and the last month that were chosen, or None for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[Month, int] = {}
        self._range: tuple[Month, Month] | None = None
        self._at = 0  # the month that the keys are at
        self._anchor = 0
        self._dragged: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    # ------------------------------------------------------------------ what is shown

    def show_counts(self, counts: Mapping[Month, int], chosen: tuple[Month, Month] | None) -> None:
        """Show months without gaps with their numbers; those ``chosen`` stand out."""
        if list(counts) != list(self._counts):
            self._at = self._anchor = max(0, len(counts) - 1)
        self._counts = dict(counts)
        self._range = chosen
        self.setVisible(len(counts) > 1 or (bool(counts) and chosen is not None))
        self._describe()
        self.update()

    @property
    def months(self) -> list[Month]:
        """The months, from the first to the last."""
        return list(self._counts)

    def sizeHint(self) -> QSize:
        return QSize(160, _BARS + self.fontMetrics().height() + 6)

    def _width(self) -> float:
        return min(_WIDEST, self.width() / max(1, len(self._counts)))

    def bar(self, place: int) -> QRectF:
        """Return the whole column of a month, by its place from 0."""
        width = self._width()
        return QRectF(place * width, 0, width, _BARS + 2)

    def _month_at(self, point: QPointF) -> int:
        place = int(point.x() / self._width()) if self._counts else 0
        return min(max(place, 0), max(0, len(self._counts) - 1))

    def _words(self, place: int) -> str:
        if not 0 <= place < len(self._counts):
            return ""
        month = self.months[place]
        when = QLocale().toString(QDate(*month, 1), self.tr("MMMM yyyy"))
        count = self._counts[month]
        if count == 1:
            return self.tr("{month}: 1 memo").format(month=when)
        return self.tr("{month}: {count} memos").format(month=when, count=count)

    def _describe(self) -> None:
        words = self._words(self._at)
        self.setAccessibleDescription(words)
        if self.hasFocus() and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, words)
            QAccessible.updateAccessibility(event)

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highest = max(self._counts.values(), default=1) or 1
        months = self.months
        first, last = self._places()
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.8)
        painter.setFont(font)
        free = -1.0  # up to where the line of years is written
        for place, month in enumerate(months):
            column = self.bar(place)
            count = self._counts[month]
            inside = first <= place <= last
            if inside and self._range is not None:
                painter.fillRect(column, shown.color("accent_soft"))
            if count:
                height = max(_LEAST, round(_BARS * count / highest))
                gap = _GAP / 2 if column.width() > 4 else 0.25
                bar = QRectF(column.left() + gap, 0, column.width() - 2 * gap, height)
                bar.moveBottom(_BARS + 1)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(shown.color("accent" if inside else "edge"))
                painter.drawRoundedRect(bar, 1.5, 1.5)
            if (month.month == 1 or place == 0) and column.left() > free:
                painter.setPen(shown.color("muted"))
                at = QPointF(column.left() + 1, self.height() - painter.fontMetrics().descent())
                painter.drawText(at, str(month.year))
                free = at.x() + painter.fontMetrics().horizontalAdvance(f"{month.year} ")
        painter.setPen(QPen(shown.color("line"), 1))
        painter.drawLine(QPointF(0, _BARS + 1.5), QPointF(self.width(), _BARS + 1.5))
        if self.hasFocus() and months:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(shown.color("accent"), 1.5))
            painter.drawRoundedRect(self.bar(self._at).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
        painter.end()

    def _places(self) -> tuple[int, int]:
        """Return the first and the last place that stands out; without a choice, all."""
        if self._dragged is not None:
            return min(self._dragged), max(self._dragged)
        months = self.months
        if self._range is None or not months:
            return 0, len(months)
        low, high = self._range
        inside = [at for at, month in enumerate(months) if low <= month <= high]
        return (inside[0], inside[-1]) if inside else (len(months), -1)

    # ------------------------------------------------------------------ choosing

    def _choose(self, first: int, last: int) -> None:
        months = self.months
        wanted = (months[min(first, last)], months[max(first, last)])
        self._range = None if wanted == self._range else wanted
        self.update()
        self.chosen.emit(self._range)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._counts:
            self._at = self._anchor = self._month_at(event.position())
            self._dragged = (self._at, self._at)
            self._describe()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self._at = self._month_at(event.position())
            self._dragged = (self._anchor, self._at)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._dragged is not None:
            chosen, self._dragged = self._dragged, None
            self._choose(*chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self._counts) - 1
        wanted = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(key)
        if wanted is not None and last >= 0:
            self._at = min(max(wanted, 0), last)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._range = None
                self._choose(self._anchor, self._at)
            else:
                self._anchor = self._at
            self._describe()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and last >= 0:
            self._choose(self._at, self._at)
        elif key == Qt.Key.Key_Escape and self._range is not None:
            self._range = None
            self.chosen.emit(None)
            self.update()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ other events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._counts:
            self._tell(event)
            return True
        return super().event(event)

    def _tell(self, event: QHelpEvent) -> None:
        inside = event.pos().x() < self.bar(len(self._counts) - 1).right()
        words = self._words(self._month_at(QPointF(event.pos()))) if inside else ""
        QToolTip.showText(event.globalPos(), words, self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._describe()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(self.tr("Memos by month"))
        self._describe()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()
