"""The two small handles at the ends of the chosen coding, by which its edges are moved."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

Edge = Literal["start", "end"]

_RADIUS = 4.5
_REACH = 9
_STEM = 2.0


class Grip(NamedTuple):
    """Where a handle is, in pixels of the viewport: the edge it stands on, from ``top`` down."""

    x: float
    top: float
    bottom: float

    def knob(self, edge: Edge) -> QPointF:
        """Middle of the round part: above the text at the start, below it at the end."""
        y = self.top - _RADIUS + 1 if edge == "start" else self.bottom + _RADIUS - 1
        return QPointF(self.x, y)

    def rect(self, edge: Edge) -> QRect:
        """What a mouse hits: larger than what is painted."""
        middle = self.knob(edge).toPoint()
        return QRect(middle - QPoint(_REACH, _REACH), middle + QPoint(_REACH, _REACH))


def paint_grip(painter: QPainter, grip: Grip, edge: Edge, color: QColor, paper: QColor) -> None:
    """Draw one handle over the text."""
    painter.fillRect(
        QRectF(grip.x - _STEM / 2, grip.top - 1, _STEM, grip.bottom - grip.top + 2), color
    )
    painter.setPen(QPen(paper, 1.5))
    painter.setBrush(color)
    painter.drawEllipse(grip.knob(edge), _RADIUS, _RADIUS)


def grip_at(point: QPoint, start: QRect, end: QRect) -> Edge | None:
    """Which of two handles is under ``point``; the nearer where both are."""
    hit: list[tuple[int, Edge]] = []
    edges: tuple[tuple[Edge, QRect], ...] = (("end", end), ("start", start))
    for edge, rect in edges:
        if rect.contains(point):
            hit.append(((point - rect.center()).manhattanLength(), edge))
    return min(hit)[1] if hit else None
