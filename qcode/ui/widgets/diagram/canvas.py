"""A plane to look at: a picture on it, moved under the window and brought nearer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from qcode.model.diagram import Point, Rect
from qcode.ui.shell import theme
from qcode.ui.widgets.diagram.picture import Picture

SMALLEST, LARGEST = 0.12, 4.0  # pixels a point
FITTED = 1.25  # a small drawing is not blown up beyond that
LEGIBLE = 0.62  # below that words cannot be read: a drawing is not shown smaller unasked
STEP = 1.2  # of one press of a key or one notch of the wheel
EDGE = 120  # pixels of empty plane that can be scrolled to around the drawing
ROUNDING = 12  # pixels between the drawing and the window when it is fitted
SHARP = 140  # milliseconds after the last zooming until all is rendered sharp


class Canvas(QAbstractScrollArea):
    """Shows a picture of a part of the plane; lengths there are points.

    The scroll bars hold the pixels of the plane at the viewport's corner. Their range always has
    room for where one is, so that a drawing that grows or shrinks never jumps.
    """

    zoomed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.picture = Picture()
        self.area = Rect(0, 0, 0, 0)
        self.scale = 1.0
        self._fitted = True
        self._asked_for_all = False
        self._rough = False
        self._sharpen = QTimer(self)
        self._sharpen.setSingleShot(True)
        self._sharpen.setInterval(SHARP)
        self._sharpen.timeout.connect(self._render_sharp)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(40)
            bar.valueChanged.connect(lambda _: self.viewport().update())
            bar.actionTriggered.connect(lambda _: self._leave_fit())

    def show_picture(self, svg: str, area: Rect) -> None:
        """Show another picture; what is in view stays where it is, unless all of it was."""
        first = self.area.width == 0
        whole = self._fitted and self.holds(self.area)
        self.area = area
        self.picture.show(svg, area)
        if first or (whole and not self.holds(area)):
            self._fit_again()
        self._set_ranges(*self.offset())
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    # ------------------------------------------------------------------ plane and window

    def offset(self) -> tuple[int, int]:
        """Return the pixels of the plane at the viewport's corner."""
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def plane(self, place: QPointF | QPoint) -> Point:
        """Return the point of the plane under a place of the viewport."""
        x, y = self.offset()
        return Point((place.x() + x) / self.scale, (place.y() + y) / self.scale)

    def seen(self, box: Rect) -> QRect:
        """Return where a box of the plane lies in the viewport."""
        x, y = self.offset()
        return QRect(
            round(box.left * self.scale) - x,
            round(box.top * self.scale) - y,
            round(box.width * self.scale),
            round(box.height * self.scale),
        )

    def holds(self, box: Rect) -> bool:
        """Whether all of a box is in view."""
        return self.viewport().rect().contains(self.seen(box))

    def bring_into_view(self, box: Rect) -> None:
        """Scroll as little as needed to see a box."""
        if not box.width or (self._fitted and self.holds(self.area)):
            return
        rect, room = self.seen(box).adjusted(-20, -20, 20, 20), self.viewport().rect()
        x, y = self.offset()
        if rect.right() > room.right():
            x += rect.right() - room.right()
            rect.translate(room.right() - rect.right(), 0)
        if rect.left() < room.left():
            x += rect.left() - room.left()
        if rect.bottom() > room.bottom():
            y += rect.bottom() - room.bottom()
            rect.translate(0, room.bottom() - rect.bottom())
        if rect.top() < room.top():
            y += rect.top() - room.top()
        self._go(x, y)

    def _leave_fit(self) -> None:
        """Stay where somebody has scrolled to, whatever is drawn or resized."""
        self._fitted = self._asked_for_all = False

    def _go(self, x: int, y: int) -> None:
        if (x, y) != self.offset():
            self._leave_fit()
            self._set_ranges(x, y)

    def _set_ranges(self, x: int, y: int) -> None:
        area, room = self.area, self.viewport().size()
        for bar, low, high, now, shown in (
            (self.horizontalScrollBar(), area.left, area.right, x, room.width()),
            (self.verticalScrollBar(), area.top, area.bottom, y, room.height()),
        ):
            first, last = round(low * self.scale), round(high * self.scale)
            if last - first > shown:
                first, last = first - EDGE, last + EDGE
            bar.setPageStep(max(1, shown))
            bar.setRange(min(first, now), max(last - shown, now))
            bar.setValue(now)

    # ------------------------------------------------------------------ nearer and further

    def fit(self) -> None:
        """Show the whole drawing, no larger than it is comfortable to read."""
        self._asked_for_all = True
        self._fit(SMALLEST)

    def _fit_again(self) -> None:
        """Show all of a drawing, or so much of it around its heart that words can be read."""
        self._fit(SMALLEST if self._asked_for_all else LEGIBLE)

    def _fit(self, least: float) -> None:
        room, area = self.viewport().size(), self.area
        across = (room.width() - 2 * ROUNDING) / max(1.0, area.width)
        down = (room.height() - 2 * ROUNDING) / max(1.0, area.height)
        self._fitted = True
        self._set_scale(max(least, min(across, down, FITTED)))
        heart = self.heart()
        self._set_ranges(
            self._corner_of(area.left, area.right, heart.x, room.width()),
            self._corner_of(area.top, area.bottom, heart.y, room.height()),
        )

    def _corner_of(self, low: float, high: float, heart: float, room: int) -> int:
        """Return where the view begins that shows most around ``heart`` and nothing beside."""
        half = room / 2 / self.scale
        spare = ROUNDING / self.scale
        middle = (low + high) / 2
        if high - low + 2 * spare > 2 * half:
            middle = min(max(heart, low - spare + half), high + spare - half)
        return round((middle - half) * self.scale)

    def heart(self) -> Point:
        """Return the point of the plane that is in view where not all of it can be."""
        return Point(self.area.x, self.area.y)

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Bring the plane nearer; the point under ``around`` (or the middle) stays where it is."""
        middle = QPointF(self.viewport().rect().center()) if around is None else around
        under = self.plane(middle)
        self._leave_fit()
        self._set_scale(self.scale * factor)
        self._set_ranges(
            round(under.x * self.scale - middle.x()), round(under.y * self.scale - middle.y())
        )

    def show_full_size(self) -> None:
        """Show the drawing as large as it is printed."""
        self.zoom(self.logicalDpiX() / 72 / self.scale)

    def _set_scale(self, scale: float) -> None:
        scale = min(max(scale, SMALLEST), LARGEST)
        if scale != self.scale:
            self.scale = scale
            self._rough = True
            self._sharpen.start()
            self.viewport().update()
            self.zoomed.emit()

    def _render_sharp(self) -> None:
        self._rough = False
        self.viewport().update()

    # ------------------------------------------------------------------ events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            painter.fillRect(event.rect(), self.ground())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            seen = self.viewport().rect().translated(*self.offset())
            self.picture.paint(
                painter, seen, self.scale, self.devicePixelRatioF(), roughly=self._rough
            )
            self.paint_over(painter)
        finally:
            painter.end()

    def ground(self) -> QColor:
        """Return the colour of the empty plane."""
        return theme.current().color("panel")

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the picture."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self._fit_again()
        else:
            self._set_ranges(*self.offset())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._fitted:
            self._fit_again()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / 120
            if notches:
                self.zoom(STEP**notches, event.position())
            event.accept()
            return
        super().wheelEvent(event)
