"""How a stripe, a bracket and the mark before a name are drawn; each coder has their own shapes."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from qcode.ui.widgets.stripes.layout import Stripe

_INSET = 1.0
_BEYOND = 8.0
_AROUND = 2.0
_DASHES = (None, [3.0, 2.0], [1.0, 1.5], [4.0, 1.5, 1.0, 1.5])
_TICK = 5.0
_MARK = 3.0
_NO_PEN, _NO_BRUSH = QPen(Qt.PenStyle.NoPen), QBrush(Qt.BrushStyle.NoBrush)


def around(left: float, top: float, right: float, bottom: float) -> QRect:
    """The smallest rectangle of whole pixels around these edges."""
    x, y = floor(left), floor(top)
    return QRect(x, y, ceil(right) - x, ceil(bottom) - y)


def stripe_area(stripe: Stripe) -> QRect:
    """All that ``paint_stripe`` may draw on, raised or not."""
    right = stripe.x + max(stripe.width, 1.0 + _TICK)
    above, below = _ends(stripe)
    return around(stripe.x - _AROUND, above - _AROUND, right + _AROUND, below + _AROUND)


def _ends(stripe: Stripe) -> tuple[float, float]:
    """Where a stripe is drawn from and to.

    An end that is not on screen is drawn beyond it, so that no rounded corner pretends to be one.
    """
    top = stripe.top + _INSET if stripe.begins else stripe.top - _BEYOND
    return top, stripe.bottom - _INSET if stripe.ends else stripe.bottom + _BEYOND


def paint_stripe(painter: QPainter, stripe: Stripe, color: QColor, *, raised: bool) -> None:
    """Draw one stripe; ``raised`` ones are broader."""
    top, bottom = _ends(stripe)
    if stripe.bracket:
        _paint_bracket(painter, stripe, top, bottom, color, raised=raised)
        return
    more = 1.0 if raised else 0.0
    width = stripe.width + 2 * more
    area = QRectF(stripe.x - more, top, width, bottom - top)
    if stripe.style == 0:
        painter.setPen(_NO_PEN)
        painter.setBrush(color)
        painter.drawRoundedRect(area, width / 2, 2.0)
    elif stripe.style == 1:
        painter.setPen(QPen(color, 1.5 if raised else 1.0))
        painter.setBrush(_NO_BRUSH)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
    else:
        painter.setPen(_pen(color, width, stripe.style))
        middle = area.center().x()
        painter.drawLine(QLineF(middle, top, middle, bottom))


def _paint_bracket(
    painter: QPainter, stripe: Stripe, top: float, bottom: float, color: QColor, *, raised: bool
) -> None:
    x = stripe.x + 1.0
    painter.setPen(_pen(color, 2.5 if raised else 1.5, stripe.style))
    painter.drawLine(QLineF(x, top, x, bottom))
    painter.setPen(QPen(color, 2.5 if raised else 1.5))
    tick = min(_TICK, stripe.width + 1)
    if stripe.begins:
        painter.drawLine(QLineF(x, top, x + tick, top))
    if stripe.ends:
        painter.drawLine(QLineF(x, bottom, x + tick, bottom))


def paint_mark(painter: QPainter, middle: QPointF, style: int, color: QColor) -> None:
    """Draw the mark before a name: disc, ring, square, hollow square."""
    if style in (0, 2):
        painter.setPen(_NO_PEN)
        painter.setBrush(color)
    else:
        painter.setPen(QPen(color, 1.4))
        painter.setBrush(_NO_BRUSH)
    size = _MARK if style in (0, 2) else _MARK - 0.4
    if style < 2:
        painter.drawEllipse(middle, size, size)
    else:
        painter.drawRect(QRectF(middle.x() - size, middle.y() - size, 2 * size, 2 * size))


def _pen(color: QColor, width: float, style: int) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    dashes = _DASHES[style]
    if dashes is not None:
        pen.setDashPattern(dashes)
    return pen
