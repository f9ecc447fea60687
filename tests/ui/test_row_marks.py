"""The arrow of a branch is drawn once and then copied: nobody can tell."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from qcode.ui.widgets.row_marks import _draw_arrow, paint_arrow


def drawn(how, opened, ratio):
    image = QImage(int(24 * ratio), int(24 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#fbfaf8"))
    painter = QPainter(image)
    how(painter, QPointF(9, 11.5), opened, QColor("#6b7280"))
    painter.end()
    return image


@pytest.mark.parametrize("ratio", [1, 2, 1.5])
@pytest.mark.parametrize("opened", [True, False])
def test_a_copied_arrow_is_the_arrow_that_would_be_drawn(qapp, opened, ratio):
    copied, once = drawn(paint_arrow, opened, ratio), drawn(_draw_arrow, opened, ratio)
    assert copied != drawn(lambda *_: None, opened, ratio)
    far = max(
        abs(getattr(copied.pixelColor(x, y), part)() - getattr(once.pixelColor(x, y), part)())
        for x in range(copied.width())
        for y in range(copied.height())
        for part in ("red", "green", "blue")
    )
    assert far <= 1  # of 255: rounding


def test_open_and_closed_branches_have_unlike_arrows(qapp):
    assert drawn(paint_arrow, True, 1) != drawn(paint_arrow, False, 1)
