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
    ratio, corner, side = painter.device().devicePixelRatio(), area.topLeft(), area.width()
    if _sharp(corner, ratio) and side == int(side):
        painter.drawPixmap(corner, _frame(int(side), color.rgba(), int(ratio)))
    else:  # the picture would fall between the pixels of the screen
        _draw_frame(painter, area, color)
    font = painter.font()
    font.setPixelSize(max(8, round(area.height() * 0.68)))
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


@lru_cache(maxsize=16)
def _frame(side: int, color: int, ratio: int) -> QPixmap:
    """Draw the frame of a key once: the rounded line takes longer than all words of a row."""
    picture = _empty(side, ratio)
    painter = QPainter(picture)
    _draw_frame(painter, QRectF(0, 0, side, side), QColor.fromRgba(color))
    painter.end()
    return picture


def _draw_frame(painter: QPainter, area: QRectF, color: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)


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
    if _sharp(corner, ratio):
        painter.drawPixmap(corner, _arrow(opened, color.rgba(), int(ratio)))
    else:  # the picture would fall between the pixels of the screen
        _draw_arrow(painter, middle, opened, color)


@lru_cache(maxsize=32)
def _arrow(opened: bool, color: int, ratio: int) -> QPixmap:
    """Draw an arrow once: a picture of a tree has the same many times."""
    picture = _empty(_SIDE, ratio)
    painter = QPainter(picture)
    _draw_arrow(painter, _CENTRE, opened, QColor.fromRgba(color))
    painter.end()
    return picture


def _sharp(corner: QPointF, ratio: float) -> bool:
    """Whether a picture that is drawn at ``corner`` falls on whole pixels of the screen."""
    return ratio == int(ratio) and corner == QPointF(corner.toPoint())


def _empty(side: int, ratio: int) -> QPixmap:
    """Return a transparent square picture, ``side`` logical pixels wide."""
    picture = QPixmap(side * ratio, side * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
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
