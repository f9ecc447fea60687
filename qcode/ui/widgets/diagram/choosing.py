"""The drawing with what is chosen in it, and with boxes that are on the move."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter

from qcode.model.diagram import Point
from qcode.services.drawing import Drawing
from qcode.ui.widgets.diagram import hits
from qcode.ui.widgets.diagram.canvas import Canvas
from qcode.ui.widgets.diagram.hits import Hit
from qcode.ui.widgets.diagram.marks import Marks
from qcode.ui.widgets.diagram.moving import Moving

SETTLED = 600  # milliseconds after boxes were moved by keys until their places are kept


class ChoosingCanvas(Canvas):
    """Shows a ``Drawing``; what is done to it comes out as signals."""

    chosen = Signal()
    """Another box or relation is chosen by a person."""

    boxOpened = Signal(int)
    tieOpened = Signal(int)
    moved = Signal(object)
    """Boxes were put elsewhere: code id → middle of the box, points."""

    relationDrawn = Signal(int, int, QPoint)  # from, to, place on the screen
    relationWanted = Signal()
    removeWanted = Signal()
    menuWanted = Signal(QPoint)
    carried = Signal(list, QPoint, bool)
    """Boxes are held outside of the view: code ids, place on the screen, whether let go there."""

    def __init__(self, *, writable: bool, describe: Callable[[Hit], str]) -> None:
        """``describe`` says what a box or a relation is, for tooltips and screen readers."""
        super().__init__()
        self._writable = writable
        self._describe = describe
        self.drawing: Drawing | None = None
        self.boxes: set[int] = set()
        self.box: int | None = None  # the one with the cursor
        self.tie: int | None = None
        self._moving: Moving | None = None
        self._pressed: Point | None = None
        self._pressed_at = QPoint()
        self._panned: QPoint | None = None
        self._line: tuple[int, Point] | None = None  # from which box and place
        self._pointer = QPointF()
        self._hovered: int | None = None
        self._handle: Point | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED)
        self._settle.timeout.connect(self.settle)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    # ------------------------------------------------------------------ what others ask

    def show_drawing(self, drawn: Drawing) -> None:
        """Show a drawing; what is chosen stays chosen as far as it is there."""
        self.drawing = drawn
        self._go_on_moving(drawn)
        self.boxes &= drawn.arrangement.boxes.keys()
        if self.box not in drawn.arrangement.boxes:
            self.box = None
        if self.tie not in drawn.arrangement.routes:
            self.tie = None
        self._hovered = self._handle = self._line = None
        self.show_picture(drawn.svg, drawn.area)

    def heart(self) -> Point:
        """The core category."""
        drawn = self.drawing
        cores = [node.id for node in drawn.model.nodes if node.core] if drawn is not None else []
        if drawn is None or not cores or cores[0] not in drawn.arrangement.boxes:
            return super().heart()
        box = drawn.arrangement.boxes[cores[0]]
        return Point(box.x, box.y)

    def _go_on_moving(self, drawn: Drawing) -> None:
        """Go on from where boxes are held now if a new drawing comes while they are moved."""
        before, self._moving = self._moving, None
        if before is None or before.kept or not before.boxes <= drawn.arrangement.boxes.keys():
            self._settle.stop()
            return
        key = min(before.boxes)
        place, box = before.places()[key], drawn.arrangement.boxes[key]
        self._moving = Moving(drawn, before.boxes)
        self._moving.by(place[0] - box.x, place[1] - box.y)

    def choose(self, found: Hit, *, more: bool = False, tell: bool = False) -> None:
        """Choose a box or a relation, or nothing; ``more`` adds a box or takes it away."""
        self.settle()
        before = (self.boxes.copy(), self.box, self.tie)
        if found.box is not None and more:
            self.boxes ^= {found.box}
            self.box = found.box
        elif not more:
            self.boxes = set() if found.box is None else {found.box}
            self.box = found.box
        self.tie = found.tie if found.box is None else None
        self.viewport().update()
        if before != (self.boxes, self.box, self.tie) and tell:
            self.chosen.emit()
            self._say()

    def reveal(self) -> None:
        """Bring what is chosen into view."""
        if self.drawing is None:
            return
        where = self.drawing.arrangement
        if self.tie is not None:
            label = where.routes[self.tie].label
            self.bring_into_view(
                where.boxes[self._ends(self.tie)[0]]._replace(x=label.x, y=label.y)
            )
        elif self.box is not None:
            self.bring_into_view(where.boxes[self.box])

    @property
    def here(self) -> Hit:
        """What is chosen: the relation, or the box with the cursor."""
        return Hit(self.box, None) if self.tie is None else Hit(None, self.tie)

    def settle(self) -> None:
        """Keep where boxes were moved by keys."""
        self._settle.stop()
        if self._moving is not None and self._pressed is None and not self._moving.kept:
            self._moving.kept = True  # they stay painted there until the new drawing comes
            self.moved.emit(self._moving.places())

    def drop_moves(self) -> None:
        """Let boxes stand where they stood: keeping their places did not work."""
        self._moving = None
        self.viewport().update()

    def _ends(self, tie_id: int) -> tuple[int, int]:
        return next((t.source, t.target) for t in self.drawing.model.ties if t.id == tie_id)

    def _say(self) -> None:
        words = self._describe(self.here)
        self.setAccessibleDescription(words)
        if QAccessible.isActive() and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # ------------------------------------------------------------------ painting

    def paint_over(self, painter: QPainter) -> None:
        if self.drawing is None:
            return
        marks = Marks(painter, self.scale, *map(float, self.offset()))
        where = self.drawing.arrangement
        boxes, routes = where.boxes, where.routes
        if self._moving is not None:
            self._moving.paint(painter, marks, self.scale, self.offset(), self.ground())
            part = self._moving.drawn().arrangement
            boxes, routes = {**boxes, **part.boxes}, {**routes, **part.routes}
        focused = self.hasFocus()
        if self.tie is not None:
            marks.tie(routes[self.tie], self._words_size(self.tie), focused=focused)
        for key in self.boxes:
            marks.box(boxes[key], current=key == self.box, focused=focused)
        if self._line is not None:
            target = self._target()
            if target is not None:
                marks.target(boxes[target])
            marks.line(self._line[1], self._pointer)
        elif self._writable and self._moving is None:
            for key in {self._hovered, self.box} & boxes.keys():
                marks.handles(boxes[key], self._handle if key == self._hovered else None)

    def _words_size(self, tie_id: int) -> tuple[float, float] | None:
        return self.drawing.label_sizes.get(tie_id)

    def _target(self) -> int | None:
        """The box to which a line is being drawn."""
        found = hits.box_at(self.drawing.arrangement, self.plane(self._pointer))
        return None if found == self._line[0] else found
