"""Chooses a colour for codes: the palette that any eye tells apart, or any other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QColorDialog, QGridLayout, QToolButton, QWidget

from qcode.model.colors import PALETTE
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.shell.theme import contrast

SIDE = 30


def choose_colour(parent: QWidget, present: str, title: str = "") -> str | None:
    """Show the palette with ``present`` marked; return ``#rrggbb``, or None when cancelled.

    ``title`` says whose colour it is, a code's where nothing is said.
    """
    translate = QCoreApplication.translate
    title = title or translate("colour", "Colour of the code")
    dialog = FormDialog(parent, title, translate("colour", "Other colour…"))
    dialog.accept_button.setProperty("primary", False)
    dialog.accept_button.setDefault(False)
    chosen: list[str] = []
    marked: QToolButton | None = None
    grid = QGridLayout()
    grid.setSpacing(8)
    names = [
        translate("colour", "blue"),
        translate("colour", "orange"),
        translate("colour", "green"),
        translate("colour", "purple"),
        translate("colour", "ochre"),
        translate("colour", "wine"),
        translate("colour", "turquoise"),
        translate("colour", "sand"),
        translate("colour", "grey"),
    ]

    def take(color: str) -> None:
        chosen.append(color)
        dialog.accept()

    for place, (color, name) in enumerate(zip(PALETTE, names, strict=True)):
        button = QToolButton()
        button.setIcon(_swatch(color, ticked=color == present))
        button.setIconSize(QSize(SIDE, SIDE))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setCheckable(True)
        button.setChecked(color == present)
        button.clicked.connect(lambda _=False, color=color: take(color))
        grid.addWidget(button, 0, place)
        if color == present:
            marked = button
    dialog.body.addLayout(grid)
    (marked or dialog.accept_button).setFocus()
    if not dialog.asked():
        return None
    if chosen:
        return chosen[0]
    other = QColorDialog.getColor(QColor(present), parent, title)
    return other.name() if other.isValid() else None


def _swatch(color: str, *, ticked: bool) -> QIcon:
    ratio = QGuiApplication.instance().devicePixelRatio()
    picture = QPixmap(round(SIDE * ratio), round(SIDE * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(color))
    painter.setPen(QColor(color))
    painter.drawRoundedRect(2, 2, SIDE - 4, SIDE - 4, 6, 6)
    if ticked:
        white, black = contrast(color, "#ffffff"), contrast(color, "#000000")
        pen = QPen(QColor("white" if white > black else "black"), 2.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline([QPointF(9, 15.5), QPointF(13.5, 20), QPointF(21, 11)])
    painter.end()
    return QIcon(picture)
