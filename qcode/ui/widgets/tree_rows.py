"""How a row of a tree looks: badge, number, name shortened to fit, count at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qcode.ui.shell import theme
from qcode.ui.widgets.code_badge import BADGE
from qcode.ui.widgets.row_marks import paint_bookmark, paint_key

GAP = 7  # between badge, number and name
_HANG = 4  # between a badge in the margin and the words
_MARK = 14  # side of the square of a key or a bookmark
_EDGE = 6  # between the count and the right edge
# Combined once: joining flags is slow in Python.
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_AT_LEFT = int(_LEFT | Qt.TextFlag.TextSingleLine)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AT_RIGHT = _RIGHT | Qt.AlignmentFlag.AlignAbsolute
_BY_WORDS = Qt.LayoutDirection.LayoutDirectionAuto

Index = QModelIndex | QPersistentModelIndex
Badge = Callable[[QPainter, QRectF], None]


class RowLook(NamedTuple):
    """What is painted in a row.

    ``lead`` stands before the name (a number, a label), ``aside`` in muted ink after it, ``count``
    in muted ink at the right edge, before it ``key`` (of the keyboard) and the bookmark of a
    ``favourite``. ``badge`` paints into the square it is given, before the words
    or, ``hanging``, in the margin where other rows have their arrow.
    """

    name: str
    lead: str = ""
    aside: str = ""
    count: str = ""
    bold: bool = False
    badge: Badge | None = None
    hanging: bool = False
    key: str = ""
    favourite: bool = False


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
        ink, muted = shown.color("ink"), shown.color("muted")
        metrics = option.fontMetrics
        painter.save()
        painter.setLayoutDirection(_BY_WORDS)
        painter.setFont(option.font)
        area = option.rect.adjusted(0, 0, -_EDGE, 0)
        if look.count:
            painter.setPen(muted)
            painter.drawText(area, _AT_RIGHT, look.count)
            area.setRight(area.right() - metrics.horizontalAdvance(look.count) - 2 * GAP)
        if look.key:
            area = self._mark(
                painter, area, lambda square: paint_key(painter, square, look.key, muted)
            )
        if look.favourite:
            area = self._mark(painter, area, lambda square: paint_bookmark(painter, square, muted))
        if look.badge is not None:
            left = area.left() - BADGE - _HANG if look.hanging else area.left()
            look.badge(painter, QRectF(left, area.top(), BADGE, area.height()))
        area = self._beside_badge(look, area)
        if look.bold:
            font = QFont(option.font)
            font.setBold(True)
            metrics = QFontMetrics(font)
            painter.setFont(font)
        painter.setPen(ink)
        if look.lead:
            area = self._words(painter, metrics, area, look.lead)
        area = self._words(painter, metrics, area, look.name)
        if look.aside:
            painter.setPen(muted)
            self._words(painter, metrics, area, look.aside)
        painter.restore()

    def _mark(self, painter: QPainter, area: QRect, paint: Callable[[QRectF], None]) -> QRect:
        """Paint a mark into the square at the right of ``area`` and return what is left."""
        top = area.top() + (area.height() - _MARK) / 2
        paint(QRectF(area.right() + 1 - _MARK, top, _MARK, _MARK))
        return area.adjusted(0, 0, -_MARK - GAP, 0)

    def _beside_badge(self, look: RowLook, area: QRect) -> QRect:
        taken = 0 if look.badge is None or look.hanging else BADGE + GAP
        return area.adjusted(taken, 0, 0, 0)

    def _words(self, painter: QPainter, metrics: QFontMetrics, area: QRect, text: str) -> QRect:
        """Draw ``text`` as far as it fits and return what is left of ``area``."""
        if area.width() <= 0:
            return area
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _AT_LEFT, fitting)
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
