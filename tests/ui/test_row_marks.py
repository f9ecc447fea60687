"""Arrows of branches and frames of keys are drawn once and then copied: nobody can tell."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from qcode.ui.widgets import row_marks
from qcode.ui.widgets.row_marks import _draw_arrow, paint_arrow, paint_key


def drawn(how, opened, ratio):
    image = QImage(int(24 * ratio), int(24 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#fbfaf8"))
    painter = QPainter(image)
    how(painter, QPointF(9, 11.5), opened, QColor("#6b7280"))
    painter.end()
    return image


def farthest(one, other):
    """How far two pictures are from each other at most, in a colour of a pixel."""
    return max(
        abs(getattr(one.pixelColor(x, y), part)() - getattr(other.pixelColor(x, y), part)())
        for x in range(one.width())
        for y in range(one.height())
        for part in ("red", "green", "blue")
    )


@pytest.mark.parametrize("ratio", [1, 2, 1.5])
@pytest.mark.parametrize("opened", [True, False])
def test_a_copied_arrow_is_the_arrow_that_would_be_drawn(qapp, opened, ratio):
    copied, once = drawn(paint_arrow, opened, ratio), drawn(_draw_arrow, opened, ratio)
    assert copied != drawn(lambda *_: None, opened, ratio)
    assert farthest(copied, once) <= 1  # of 255: rounding


def test_open_and_closed_branches_have_unlike_arrows(qapp):
    assert drawn(paint_arrow, True, 1) != drawn(paint_arrow, False, 1)


@pytest.mark.parametrize("ratio", [1, 2])
def test_a_copied_frame_of_a_key_is_the_frame_that_would_be_drawn(qapp, monkeypatch, ratio):
    def key(painter, _middle, _opened, color):
        paint_key(painter, QRectF(5, 5, 14, 14), "1", color)

    copied = drawn(key, True, ratio)
    monkeypatch.setattr(row_marks, "_sharp", lambda *_: False)
    assert farthest(copied, drawn(key, True, ratio)) <= 2  # of 255: rounding
    assert copied != drawn(lambda *_: None, True, ratio)
