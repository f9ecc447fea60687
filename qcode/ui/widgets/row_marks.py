"""Small marks in rows: the key that applies a code, the bookmark of a favourite, the arrow."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

_BOOKMARK = [(-3, -5), (3, -5), (3, 5), (0, 2.4), (-3, 5)]
_OPEN = [(-3.5, -1.75), (0, 1.75), (3.5, -1.75)]
_SHUT = [(-1.75, -3.5), (1.75, 0), (-1.75, 3.5)]
_SIDE = 12  # of a picture with room for an arrow
_CENTRE = QPointF(_SIDE / 2, _SIDE / 2 + 0.5)


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


def paint_arrow(painter: QPainter, middle: QPointF, opened: bool, color: QColor) -> None:
    """Draw the arrow of an open or a closed branch around ``middle``, half a pixel down."""
    ratio = painter.device().devicePixelRatio()
    corner = middle - _CENTRE
    if ratio == int(ratio) and corner == QPointF(corner.toPoint()):
        painter.drawPixmap(corner, _arrow(opened, color.rgba(), int(ratio)))
    else:  # the picture would fall between the pixels of the screen
        _draw_arrow(painter, middle, opened, color)


@lru_cache(maxsize=32)
def _arrow(opened: bool, color: int, ratio: int) -> QPixmap:
    """Draw an arrow once: a picture of a tree has the same many times."""
    picture = QPixmap(_SIDE * ratio, _SIDE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _draw_arrow(painter, _CENTRE, opened, QColor.fromRgba(color))
    painter.end()
    return picture


def _draw_arrow(painter: QPainter, middle: QPointF, opened: bool, color: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = _OPEN if opened else _SHUT
    painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
    painter.restore()
