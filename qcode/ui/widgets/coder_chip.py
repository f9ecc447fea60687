"""A round chip with a coder's initials in their colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from qcode.model.records import Coder
from qcode.ui.shell.theme import contrast

CHIP = 22
"""Diameter in logical pixels."""


def initials(name: str) -> str:
    """Return one or two signs for a name: first letters of its words, or its first Chinese sign.

    The second time of Ann, "Ann (2)", is A2.
    """
    words = [bare for word in name.split() if (bare := word.strip("()"))]
    if not words:
        return ""
    if len(words) == 1 or not words[-1][0].isascii():
        return words[0][0].upper()
    return (words[0][0] + words[-1][0]).upper()


def coder_chip(coder: Coder) -> QIcon:
    """Return the chip of a coder."""
    ratio = QGuiApplication.instance().devicePixelRatio()
    picture = QPixmap(round(CHIP * ratio), round(CHIP * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    white = contrast(coder.color, "#ffffff") >= contrast(coder.color, "#000000")
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(coder.color))
    painter.drawEllipse(QRectF(0.5, 0.5, CHIP - 1, CHIP - 1))
    font = painter.font()
    font.setPixelSize(10)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor("white" if white else "black"))
    painter.drawText(QRectF(0, 0, CHIP, CHIP), Qt.AlignmentFlag.AlignCenter, initials(coder.name))
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # Qt would tint it in a chosen row
    return icon
