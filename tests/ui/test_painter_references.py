"""A release of PySide6 that lost references to None aborted the program after some minutes."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from tests.ui.references import none_keeps_its_references


def test_a_thousand_paintings_take_no_references_from_none(qapp):
    image = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    color, pen, box = QColor("#3b78d8"), QPen(QColor("#d0752b"), 1.5), QRectF(3, 4, 20, 10)

    def paint():
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, 2)
        painter.fillRect(box, color)
        painter.setPen(pen)
        painter.drawRect(box)
        painter.drawRoundedRect(box, 3.0, 3.0)
        painter.drawEllipse(QPointF(10, 10), 4.0, 4.0)
        painter.drawLine(QPointF(0, 0), QPointF(9, 9))
        painter.save()
        painter.restore()
        painter.end()

    paint()
    with none_keeps_its_references():
        for _ in range(1000):
            paint()
