"""Badges: a shape for each kind of code and each status of work, so that colour is never alone."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from qcode.model.enums import CodeKind, WorkStatus
from qcode.ui.shell import theme
from qcode.ui.shell.theme import Theme
from qcode.ui.widgets.tints import line_color

BADGE = 12
"""Side of the square that a badge fills, in logical pixels."""

_SIDE = 16  # of a picture with room for every badge
_HALF = _SIDE // 2


class Surface(NamedTuple):
    """What badges are painted on; asked once for all of a picture."""

    shown: Theme
    ratio: float  # pixels of the screen for a logical one


def surface(painter: QPainter) -> Surface:
    """Return what ``painter`` paints on."""
    return Surface(theme.current(), painter.device().devicePixelRatio())


def paint_code_badge(painter: QPainter, area: QRectF, kind: CodeKind, color: str) -> None:
    """Draw the badge of a code into the middle of ``area``.

    A ring is a concept, a disc an initial category, a rounded square a main category, a diamond
    the core category. ``color`` (``#rrggbb``) is darkened or lightened until it stands out.
    """
    place_code_badge(painter, *_middle(area), surface(painter), kind, color)


def place_code_badge(
    painter: QPainter, x: int, y: int, on: Surface, kind: CodeKind, color: str
) -> None:
    """Draw the badge of a code around a point, see ``paint_code_badge``."""
    shown, ratio = on
    if ratio == int(ratio):  # else the picture would fall between the pixels of the screen
        picture = _code_badge(kind, color, shown.panel, shown.ink, int(ratio))
        painter.drawPixmap(x - _HALF, y - _HALF, picture)
    else:
        _draw_code_badge(painter, x, y, kind, _visible(shown.panel, shown.ink, color))


@lru_cache(maxsize=512)
def _code_badge(kind: CodeKind, color: str, paper: str, ink: str, ratio: int) -> QPixmap:
    """Draw a badge once: many rows have the same, and each is painted again and again."""
    picture = QPixmap(_SIDE * ratio, _SIDE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _draw_code_badge(painter, _HALF, _HALF, kind, _visible(paper, ink, color))
    painter.end()
    return picture


def _draw_code_badge(painter: QPainter, x: int, y: int, kind: CodeKind, color: str) -> None:
    middle, paint = QPointF(x, y), QColor(color)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paint)
    match kind:
        case CodeKind.CONCEPT:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(paint, 2))
            painter.drawEllipse(middle, 4, 4)
        case CodeKind.CATEGORY:
            painter.drawEllipse(middle, 5, 5)
        case CodeKind.MAIN_CATEGORY:
            painter.drawRoundedRect(QRectF(middle.x() - 6, middle.y() - 6, 12, 12), 3, 3)
        case CodeKind.CORE_CATEGORY:
            corners = [(0, -7), (7, 0), (0, 7), (-7, 0)]
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
    painter.restore()


def place_status_badge(painter: QPainter, x: int, y: int, on: Surface, status: WorkStatus) -> None:
    """Draw a ring for work in progress around a point, a tick for finished work, else nothing."""
    if status is WorkStatus.UNASSIGNED:
        return
    shown = on.shown
    middle = QPointF(x, y)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status is WorkStatus.OPEN:
        painter.setPen(QPen(shown.color("muted"), 1.6))
        painter.drawEllipse(middle, 4, 4)
    else:
        pen = QPen(shown.color("success"), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        tick = [(-4, 0.5), (-1.25, 3.25), (4, -3)]
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in tick]))
    painter.restore()


def _middle(area: QRectF) -> tuple[int, int]:
    """Return the centre of ``area``, on the border between pixels so that edges are sharp."""
    x, y, width, height = area.getRect()
    return round(x + width / 2), middle_of(y, height)


def middle_of(top: float, height: float) -> int:
    """Return how far down the middle of a badge is in a row."""
    return round(top + height / 2 + 0.5)


@lru_cache(maxsize=512)
def _visible(paper: str, ink: str, color: str) -> str:
    return line_color(paper, ink, color)
