"""The two small handles at the ends of the chosen coding, by which its edges are moved.

They are flat and lie between two lines: a round one would cover characters of the line beside.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

Edge = Literal["start", "end"]

_WIDTH, _HEIGHT = 11.0, 4.0
_REACH = 9
_STEM = 2.0


class Grip(NamedTuple):
    """Where a handle is, in pixels of the viewport: the edge it stands on, from ``top`` down."""

    x: float
    top: float
    bottom: float

    def knob(self, edge: Edge) -> QPointF:
        """Middle of the flat part: above the text at the start, below it at the end."""
        y = self.top - _HEIGHT / 2 if edge == "start" else self.bottom + _HEIGHT / 2
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
    knob = QRectF(0, 0, _WIDTH, _HEIGHT)
    knob.moveCenter(grip.knob(edge))
    painter.setPen(QPen(paper, 1.0))
    painter.setBrush(color)
    painter.drawRoundedRect(knob, _HEIGHT / 2, _HEIGHT / 2)


def grip_at(point: QPoint, start: QRect, end: QRect) -> Edge | None:
    """Which of two handles is under ``point``; the nearer where both are."""
    hit: list[tuple[int, Edge]] = []
    edges: tuple[tuple[Edge, QRect], ...] = (("end", end), ("start", start))
    for edge, rect in edges:
        if rect.contains(point):
            hit.append(((point - rect.center()).manhattanLength(), edge))
    return min(hit)[1] if hit else None
