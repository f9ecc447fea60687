"""The drawn picture on the screen: rendered once for a stretch of it, then only copied."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from qcode.model.diagram import Rect

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

AROUND = 0.35  # of the window: how much more than what is seen is rendered on each side


class Picture:
    """An SVG over an area of the plane (points), painted at a scale (pixels a point)."""

    def __init__(self) -> None:
        self._renderer: QSvgRenderer | None = None
        self._area = Rect(0, 0, 0, 0)
        self._tile: QPixmap | None = None
        self._tile_rect = QRect()  # in pixels of the plane at the tile's scale
        self._tile_scale = 0.0

    def show(self, svg: str, area: Rect) -> None:
        """Take another picture; nothing is rendered before it is painted."""
        from PySide6.QtSvg import QSvgRenderer

        self._renderer = QSvgRenderer(svg.encode())
        self._area = area
        self._tile = None

    def forget(self) -> None:
        """Render again at the next painting."""
        self._tile = None

    def paint(
        self, painter: QPainter, seen: QRect, scale: float, ratio: float, *, roughly: bool = False
    ) -> bool:
        """Paint what is ``seen`` (pixels of the plane) at the painter's origin.

        ``roughly`` stretches what was rendered at another scale, which costs nothing; returns
        whether that was done, so that it is to be painted again soon.
        """
        if self._renderer is None:
            return False
        if self._tile is not None and self._tile_scale != scale and roughly:
            self._stretch(painter, seen, scale)
            return True
        if self._tile is None or self._tile_scale != scale or not self._covers(seen, scale):
            self._render(seen, scale, ratio)
        painter.drawPixmap(self._tile_rect.topLeft() - seen.topLeft(), self._tile)
        return False

    def paint_directly(self, painter: QPainter, scale: float) -> None:
        """Paint all of it, the plane's origin being the painter's: for what changes every time."""
        if self._renderer is not None:
            self._renderer.render(painter, self._whole(scale))

    def _whole(self, scale: float) -> QRectF:
        area = self._area
        return QRectF(area.left * scale, area.top * scale, area.width * scale, area.height * scale)

    def _covers(self, seen: QRect, scale: float) -> bool:
        needed = seen & self._whole(scale).toAlignedRect()
        return needed.isEmpty() or self._tile_rect.contains(needed)

    def _stretch(self, painter: QPainter, seen: QRect, scale: float) -> None:
        part = scale / self._tile_scale
        there = QRectF(
            self._tile_rect.x() * part - seen.x(),
            self._tile_rect.y() * part - seen.y(),
            self._tile_rect.width() * part,
            self._tile_rect.height() * part,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(there, self._tile, QRectF(self._tile.rect()))

    def _render(self, seen: QRect, scale: float, ratio: float) -> None:
        dx, dy = round(seen.width() * AROUND), round(seen.height() * AROUND)
        rect = seen.adjusted(-dx, -dy, dx, dy) & self._whole(scale).toAlignedRect()
        tile = QPixmap(
            max(1, math.ceil(rect.width() * ratio)), max(1, math.ceil(rect.height() * ratio))
        )
        tile.setDevicePixelRatio(ratio)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-rect.x(), -rect.y())
            painter.setClipRect(rect)
            self._renderer.render(painter, self._whole(scale))
        finally:
            painter.end()
        self._tile, self._tile_rect, self._tile_scale = tile, rect, scale
