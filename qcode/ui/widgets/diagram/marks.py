"""What is painted over the picture: what is chosen, handles, a line on its way."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from qcode.model.diagram import Point, Rect, Route
from qcode.ui.shell import theme
from qcode.ui.widgets.diagram.hits import handles

HANDLE = 5.0  # radius of a handle in pixels
ROUND = 7.0  # of the boxes' corners, in points


class Marks:
    """Paints in pixels of the viewport; ``scale`` and the offset say where the plane lies."""

    def __init__(self, painter: QPainter, scale: float, x: float, y: float) -> None:
        self._painter = painter
        self._scale = scale
        self._x, self._y = x, y
        self._theme = theme.current()

    def place(self, point: Point) -> QPointF:
        """Return where a point of the plane is seen."""
        return QPointF(point[0] * self._scale - self._x, point[1] * self._scale - self._y)

    def rect(self, box: Rect, more: float = 0.0) -> QRectF:
        """Return where a box is seen, with ``more`` pixels around it."""
        corner = self.place(Point(box.left, box.top))
        return QRectF(
            corner.x() - more,
            corner.y() - more,
            box.width * self._scale + 2 * more,
            box.height * self._scale + 2 * more,
        )

    def path(self, route: Route) -> QPainterPath:
        """Return where a line is seen."""
        points = [self.place(point) for point in route.points]
        path = QPainterPath(points[0])
        for first in range(1, len(points) - 2, 3):
            path.cubicTo(*points[first : first + 3])
        return path

    def box(self, box: Rect, *, current: bool, focused: bool) -> None:
        """Frame a chosen box; the one with the cursor more strongly while the view has the keys."""
        pen = QPen(self._theme.color("accent"), 3.0 if current and focused else 1.6)
        if not current:
            pen.setStyle(Qt.PenStyle.DashLine)
        self._outline(self.rect(box, 3.5), pen)

    def target(self, box: Rect) -> None:
        """Fill a box to which a line is being drawn."""
        soft = self._theme.color("accent")
        soft.setAlpha(40)
        self._painter.setBrush(soft)
        self._rounded(self.rect(box, 2), QPen(self._theme.color("accent"), 2))

    def tie(self, route: Route, words: tuple[float, float] | None, *, focused: bool) -> None:
        """Mark a chosen line with its words."""
        color = self._theme.color("accent")
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.save()
        if words is not None:  # they stay legible on the line
            around = QPainterPath()
            around.addRect(QRectF(self._painter.window()))
            hole = QPainterPath()
            hole.addRect(self.rect(Rect(*route.label, *words)))
            self._painter.setClipPath(around - hole)
        color.setAlpha(90)
        self._painter.setPen(_pen(color, 7.0))
        self._painter.drawPath(self.path(route))
        color.setAlpha(255)
        self._painter.setPen(_pen(color, 2.0))
        self._painter.drawPath(self.path(route))
        self._painter.restore()
        if words is not None:
            pen = QPen(color, 2.4 if focused else 1.4)
            self._outline(self.rect(Rect(*route.label, *words), 1), pen)

    def handles(self, box: Rect, lit: Point | None) -> None:
        """Paint the places from which a relation is drawn."""
        self._painter.setPen(QPen(self._theme.color("accent"), 1.6))
        for point in handles(box):
            self._painter.setBrush(self._theme.color("accent" if point == lit else "paper"))
            size = HANDLE + (1.5 if point == lit else 0)
            self._painter.drawEllipse(self.place(point), size, size)

    def line(self, start: Point, end: QPointF) -> None:
        """Paint a relation that is being drawn."""
        pen = _pen(self._theme.color("accent"), 2.0)
        pen.setStyle(Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawLine(self.place(start), end)

    def faded(self, boxes: Iterable[Rect], routes: Iterable[Route], ground: QColor) -> None:
        """Let what is on the move fade where it was."""
        ground.setAlpha(205)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(_pen(ground, max(3.0, 5.0 * self._scale)))
        for route in routes:
            self._painter.drawPath(self.path(route))
        self._painter.setBrush(ground)
        for box in boxes:
            self._rounded(self.rect(box, 2), QPen(Qt.PenStyle.NoPen))

    def _outline(self, rect: QRectF, pen: QPen) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._rounded(rect, pen)

    def _rounded(self, rect: QRectF, pen: QPen) -> None:
        self._painter.setPen(pen)
        radius = ROUND * self._scale + 2
        self._painter.drawRoundedRect(rect, radius, radius)


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
