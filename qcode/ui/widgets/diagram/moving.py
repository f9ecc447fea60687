"""Boxes on the move: where they are now, drawn with the lines that they pull along."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtGui import QColor, QPainter

from qcode.services import drawing
from qcode.services.drawing import Drawing
from qcode.ui.widgets.diagram.marks import Marks
from qcode.ui.widgets.diagram.picture import Picture


class Moving:
    """Some boxes of a drawing, moved by so many points; nothing is kept before somebody asks."""

    def __init__(self, drawn: Drawing, boxes: Collection[int]) -> None:
        self._drawn = drawn
        self.boxes = frozenset(boxes)
        self.dx = self.dy = 0.0
        self.kept = False
        """Whether somebody was asked to keep where they are now."""
        self._picture = Picture()
        self._part: Drawing | None = None
        self._at = (0.0, 0.0)

    def by(self, dx: float, dy: float) -> None:
        """Say how far they are moved by now."""
        self.dx, self.dy = dx, dy
        self.kept = False

    def places(self) -> dict[int, tuple[float, float]]:
        """Return where the boxes stand now: their middles."""
        boxes = self._drawn.arrangement.boxes
        return {key: (boxes[key].x + self.dx, boxes[key].y + self.dy) for key in self.boxes}

    def paint(
        self, painter: QPainter, marks: Marks, scale: float, offset: tuple[int, int], ground: QColor
    ) -> None:
        """Fade them where they were and draw them where they are."""
        part = self.drawn()
        where = self._drawn.arrangement
        marks.faded(
            [where.boxes[key] for key in self.boxes],
            [where.routes[tie.id] for tie in part.model.ties],
            ground,
        )
        painter.save()
        painter.translate(-offset[0], -offset[1])
        self._picture.paint_directly(painter, scale)
        painter.restore()

    def drawn(self) -> Drawing:
        """Return the boxes with their lines, drawn where they are now."""
        if self._part is None or self._at != (self.dx, self.dy):
            self._at = (self.dx, self.dy)
            self._part = drawing.moved(self._drawn, self.boxes, self.dx, self.dy)
            self._picture.show(self._part.svg, self._part.area)
        return self._part
