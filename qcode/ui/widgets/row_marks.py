"""Small marks in rows of codes: the key that applies a code, the bookmark of a favourite."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_BOOKMARK = [(-3, -5), (3, -5), (3, 5), (0, 2.4), (-3, 5)]


def paint_key(painter: QPainter, area: QRectF, key: str, color: QColor) -> None:
    """Draw a key of the keyboard into the square ``area``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
    font = painter.font()
    font.setPixelSize(max(8, round(area.height() * 0.68)))
    painter.setFont(font)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def paint_bookmark(painter: QPainter, area: QRectF, color: QColor) -> None:
    """Draw a small filled bookmark into the middle of ``area``."""
    middle = area.center()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in _BOOKMARK]))
    painter.restore()
