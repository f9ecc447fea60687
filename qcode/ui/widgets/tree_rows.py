"""How a row of a tree looks: badge, number, name shortened to fit, count at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qcode.ui.shell import theme
from qcode.ui.widgets.code_badge import BADGE

GAP = 7  # between badge, number and name
_HANG = 4  # between a badge in the margin and the words
_EDGE = 6  # between the count and the right edge
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex
Badge = Callable[[QPainter, QRectF], None]


class RowLook(NamedTuple):
    """What is painted in a row.

    ``lead`` stands before the name (a number, a label), ``aside`` in muted ink after it, ``count``
    in muted ink at the right edge. ``badge`` paints into the square it is given, before the words
    or, ``hanging``, in the margin where other rows have their arrow.
    """

    name: str
    lead: str = ""
    aside: str = ""
    count: str = ""
    bold: bool = False
    badge: Badge | None = None
    hanging: bool = False


class TreeRows(QStyledItemDelegate):
    """Paints what ``look`` says of a row; the view paints the band below it."""

    def __init__(self, look: Callable[[Index], RowLook], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, option.fontMetrics.height() + 5)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self._look(index)
        shown = theme.current()
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        area = option.rect.adjusted(0, 0, -_EDGE, 0)
        if look.count:
            painter.setFont(option.font)
            painter.setPen(shown.color("muted"))
            painter.drawText(area, _RIGHT | Qt.AlignmentFlag.AlignAbsolute, look.count)
            area.setRight(area.right() - option.fontMetrics.horizontalAdvance(look.count) - 2 * GAP)
        if look.badge is not None:
            left = area.left() - BADGE - _HANG if look.hanging else area.left()
            look.badge(painter, QRectF(left, area.top(), BADGE, area.height()))
        area = self._beside_badge(look, area)
        font = QFont(option.font)
        font.setBold(look.bold)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(shown.color("ink"))
        if look.lead:
            area = self._words(painter, metrics, area, look.lead)
        area = self._words(painter, metrics, area, look.name)
        if look.aside:
            painter.setPen(shown.color("muted"))
            self._words(painter, metrics, area, look.aside)
        painter.restore()

    def _beside_badge(self, look: RowLook, area: QRect) -> QRect:
        taken = 0 if look.badge is None or look.hanging else BADGE + GAP
        return area.adjusted(taken, 0, 0, 0)

    def _words(self, painter: QPainter, metrics: QFontMetrics, area: QRect, text: str) -> QRect:
        """Draw ``text`` as far as it fits and return what is left of ``area``."""
        if area.width() <= 0:
            return area
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(_LEFT | Qt.TextFlag.TextSingleLine), fitting)
        return area.adjusted(metrics.horizontalAdvance(fitting) + GAP, 0, 0, 0)

    # ------------------------------------------------------------------ editing a name

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setProperty("inline", True)
        editor.setAccessibleName(self.tr("Name"))
        return editor

    def setEditorData(self, editor: QLineEdit, index: Index) -> None:
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    def setModelData(self, editor: QLineEdit, model: QObject, index: Index) -> None:
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QLineEdit, option: QStyleOptionViewItem, index: Index
    ) -> None:
        look = self._look(index)
        area = self._beside_badge(look, option.rect)
        if look.lead:
            font = QFont(option.font)
            font.setBold(look.bold)
            area.setLeft(area.left() + QFontMetrics(font).horizontalAdvance(look.lead) + GAP)
        editor.setGeometry(area.adjusted(-5, 0, 0, 0))
