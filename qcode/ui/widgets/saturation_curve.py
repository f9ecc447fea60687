"""The curve of saturation: what each document adds, and how that flattens.

A bar for the new concepts of each document, a line for concepts and one for categories so far. What
is held out stands on a band. Every point leads to the codes that are new there; the table beside it
does the same for the keyboard.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from qcode.model.enums import CodeKind
from qcode.model.saturation import DocumentNews, Saturation
from qcode.ui.shell import theme
from qcode.ui.shell.i18n import joined, own_term

_SIGN = 4.0  # half the size of a point's sign, pixels
_SMALLEST = 2.0  # the same where points stand so close that no sign is seen
_TICKS = 4
_MOST_NAMED = 12  # names in a tooltip


class SaturationCurve(QWidget):
    """Draws a ledger. ``chosen`` is the document that is marked, as the table has it."""

    opened = Signal(int)
    """A document's id: its point was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Saturation | None = None
        self._points: tuple[DocumentNews, ...] = ()
        self._top = _top(())  # the number at the upper end of the scale
        self._chosen: int | None = None
        self._hovered = -1
        self.setMouseTracking(True)
        self.setMinimumHeight(150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(640, 240)

    def show_curve(self, found: Saturation) -> None:
        """Show the coded documents of a ledger."""
        self._found, self._points, self._hovered = found, found.curve, -1
        self._top = _top(self._points)
        self._say()
        self.update()

    def choose(self, document_id: int | None) -> None:
        """Mark the point of a document."""
        if document_id != self._chosen:
            self._chosen = document_id
            self.update()

    def retranslate(self) -> None:
        """Say everything again."""
        self._say()
        self.update()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Curve of saturation"))
        last = self._points[-1] if self._points else None
        if last is None:
            self.setAccessibleDescription("")
            return
        self.setAccessibleDescription(
            self.tr("{count} documents: {found}").format(
                count=len(self._points), found=joined(self._names())
            )
        )

    # ------------------------------------------------------------------ where things are

    def _field(self) -> QRectF:
        """What the axes enclose."""
        metrics = QFontMetrics(self._small())
        left = metrics.horizontalAdvance(str(self._top)) + 14
        right = max(metrics.horizontalAdvance(text) for text in self._names()) + 16
        below = metrics.lineSpacing() * 1.5
        return QRectF(self.rect()).adjusted(left, metrics.lineSpacing() + 4, -right, -below - 2)

    def _names(self) -> tuple[str, str]:
        """What the two lines are called, with where they end."""
        last = self._points[-1] if self._points else None
        concepts = own_term(CodeKind.CONCEPT.label) or self.tr("concepts")
        categories = own_term(CodeKind.CATEGORY.label) or self.tr("categories")
        return (
            f"{concepts} {last.cumulative_concepts if last else 0}",
            f"{categories} {last.cumulative_categories if last else 0}",
        )

    def _x(self, field: QRectF, place: int) -> float:
        return field.left() + field.width() * (place + 0.5) / len(self._points)

    def _y(self, field: QRectF, count: int) -> float:
        return field.bottom() - field.height() * count / self._top

    def _under(self, at: QPointF) -> int:
        """The place of the point whose strip of the field is at a position, -1 outside."""
        field = self._field()
        if not self._points or not field.adjusted(0, -20, 0, 20).contains(at):
            return -1
        place = int((at.x() - field.left()) / field.width() * len(self._points))
        return min(max(place, 0), len(self._points) - 1)

    # ------------------------------------------------------------------ the hand

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._under(event.position())
        if place != self._hovered:
            self._hovered = place
            leads = place >= 0 and bool(self._points[place].names)
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
            )
            self.update()
            words = self._told(self._points[place]) if place >= 0 else ""
            QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def _told(self, row: DocumentNews) -> str:
        names = row.names[:_MOST_NAMED]
        more = len(row.names) - len(names)
        lines = [f"{row.label} {row.document}".strip(), *names]
        if more:
            lines.append(self.tr("and {count} more").format(count=more))
        elif not names:
            lines.append(self.tr("nothing new"))
        return "\n".join(lines)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.opened.emit(self._points[place].document_id)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        if self._points:
            field = self._field()
            self._paint_bands(painter, field)
            self._paint_scale(painter, field)
            self._paint_bars(painter, field)
            self._paint_lines(painter, field)
        painter.end()

    def _small(self) -> QFont:
        made = QFont(self.font())
        made.setPointSizeF(made.pointSizeF() * 0.87)
        return made

    def _paint_bands(self, painter: QPainter, field: QRectF) -> None:
        """The documents held out, and the strip under the pointer or of the chosen row."""
        shown = theme.current()
        held = [i for i, one in enumerate(self._points) if one.held_out]
        wide = field.width() / len(self._points)
        if held:
            left = field.left() + held[0] * wide
            band = QRectF(left, field.top() - 2, field.right() - left, field.height() + 2)
            painter.fillRect(band, shown.color("hover"))
            painter.setPen(shown.color("muted"))
            words = self.tr("held out")
            room = max(band.width(), painter.fontMetrics().horizontalAdvance(words) + 4)
            above = QRectF(band.right() - room, 0, room, field.top() - 2)
            painter.drawText(above, int(_RIGHT), words)
        for place in {self._hovered, self._place_of_chosen()} - {-1}:
            strip = QRectF(field.left() + place * wide, field.top(), wide, field.height())
            painter.fillRect(strip, shown.color("accent_soft"))
        reached = self._found.measure.reached_at if self._found is not None else None
        if reached is not None:
            x = field.left() + reached * wide
            painter.setPen(QPen(shown.color("accent"), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, field.top() - 2), QPointF(x, field.bottom()))
            threshold = f"≤ {self._found.measure.threshold:g} %"
            painter.drawText(QRectF(x + 4, 0, 90, field.top() - 2), int(_LEFT), threshold)

    def _place_of_chosen(self) -> int:
        places = (i for i, one in enumerate(self._points) if one.document_id == self._chosen)
        return next(places, -1)

    def _paint_scale(self, painter: QPainter, field: QRectF) -> None:
        shown, metrics = theme.current(), painter.fontMetrics()
        for count in range(0, self._top + 1, _step(self._top)):
            y = self._y(field, count)
            painter.setPen(QPen(shown.color("edge" if count == 0 else "line"), 1))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            painter.setPen(shown.color("muted"))
            number = QRectF(0, y - metrics.height() / 2, field.left() - 8, metrics.height())
            painter.drawText(number, int(_RIGHT), str(count))
        labels = [one.label or str(i + 1) for i, one in enumerate(self._points)]
        wide = field.width() / len(labels)
        widest = max(metrics.horizontalAdvance(text) for text in labels) + 8
        if widest > 90:  # no short labels: the places tell enough
            labels = [str(i + 1) for i in range(len(labels))]
            widest = metrics.horizontalAdvance(labels[-1]) + 8
        for i in range(0, len(labels), max(1, math.ceil(widest / wide))):
            box = QRectF(self._x(field, i) - widest, field.bottom() + 4, widest * 2, 20)
            painter.drawText(box, int(_ABOVE), labels[i])

    def _paint_bars(self, painter: QPainter, field: QRectF) -> None:
        color = QColor(theme.current().edge)
        color.setAlphaF(0.45)
        wide = min(26.0, max(1.0, field.width() / len(self._points) * 0.5))
        for i, one in enumerate(self._points):
            if not one.concepts:
                continue
            y = self._y(field, len(one.concepts))
            painter.fillRect(
                QRectF(self._x(field, i) - wide / 2, y, wide, field.bottom() - y), color
            )

    def _paint_lines(self, painter: QPainter, field: QRectF) -> None:
        """Told apart by form as well as by colour: dots and squares, a whole line and dashes."""
        shown = theme.current()
        concepts = [one.cumulative_concepts for one in self._points]
        categories = [one.cumulative_categories for one in self._points]
        ends: list[tuple[float, str, str]] = []
        marked = sorted({self._hovered, self._place_of_chosen()})
        for counts, role, style, name in (
            (categories, "muted", Qt.PenStyle.DashLine, self._names()[1]),
            (concepts, "accent", Qt.PenStyle.SolidLine, self._names()[0]),
        ):
            line = [QPointF(self._x(field, i), self._y(field, n)) for i, n in enumerate(counts)]
            painter.setPen(QPen(shown.color(role), 2, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(line))
            painter.setPen(QPen(shown.color("paper"), 1))
            painter.setBrush(shown.color(role))
            size = min(_SIGN, max(1.5, field.width() / len(line) / 3))
            # Of a thousand documents the line alone is seen.
            signs = marked if size < _SMALLEST else range(len(line))
            for i in signs:
                if i < 0:
                    continue
                point = line[i]
                grown = max(size * 1.5, _SIGN) if i in marked else size
                box = QRectF(point.x() - grown, point.y() - grown, 2 * grown, 2 * grown)
                if style == Qt.PenStyle.SolidLine:
                    painter.drawEllipse(box)
                else:
                    painter.drawRect(box)
            ends.append((line[-1].y(), role, name))
        self._paint_names(painter, field, ends)

    def _paint_names(
        self, painter: QPainter, field: QRectF, ends: list[tuple[float, str, str]]
    ) -> None:
        """Name each line at its end; where both end alike, one below the other."""
        high = painter.fontMetrics().lineSpacing()
        (lower, *low), (upper, *top) = ends
        if lower - upper < high:
            middle = (lower + upper) / 2
            upper, lower = middle - high / 2, middle + high / 2
        for y, (role, name) in ((lower, low), (upper, top)):
            painter.setPen(theme.current().color(role))
            box = QRectF(field.right() + 8, y - high / 2, self.width() - field.right() - 8, high)
            painter.drawText(box, int(_LEFT), name)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ABOVE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


def _top(points: tuple[DocumentNews, ...]) -> int:
    last = points[-1] if points else None
    most = max(last.cumulative_concepts, last.cumulative_categories) if last else 0
    return _step(most) * math.ceil(max(1, most) / _step(most))


def _step(most: int) -> int:
    """Distance of the numbers on the scale: 1, 2 or 5 times a power of ten."""
    rough = max(1.0, most / _TICKS)
    power: int = 10 ** int(math.log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
