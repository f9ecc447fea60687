"""How a row of a tree looks: badge, number, name shortened to fit, count at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
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
_AT_RIGHT = int(_RIGHT | Qt.AlignmentFlag.AlignAbsolute)
_BY_WORDS = Qt.LayoutDirection.LayoutDirectionAuto
_ANY_WIDTH = 1 << 20  # pixels: wider than any row
_KEPT = 4_000  # words whose width is kept; many of them are seen again and again

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


class Face(NamedTuple):
    """A font with its measures."""

    font: QFont
    metrics: QFontMetrics


class Pens(NamedTuple):
    """What all rows of one picture are painted with."""

    plain: Face
    bold: Face
    ink: QColor
    muted: QColor


class TreeRows(QStyledItemDelegate):
    """Paints what ``look`` says of a row; the view paints the band below it."""

    def __init__(self, look: Callable[[Index], RowLook], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._font: QFont | None = None  # of what is kept
        self._bold: Face | None = None
        self._fitted: dict[tuple[str, int, bool], tuple[str, int]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, option.fontMetrics.height() + 5)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self.paint_row(painter, self.pens(option.font), QRect(option.rect), index)
        painter.restore()

    def pens(self, font: QFont) -> Pens:
        """Return what rows are painted with now, in ``font`` and the theme shown."""
        if self._bold is None or font != self._font:
            bold = QFont(font)
            bold.setBold(True)
            self._font, self._bold = QFont(font), Face(bold, QFontMetrics(bold))
            self._fitted.clear()
        shown = theme.current()
        plain = Face(font, QFontMetrics(font))
        return Pens(plain, self._bold, shown.color("ink"), shown.color("muted"))

    def paint_row(self, painter: QPainter, pens: Pens, area: QRect, index: Index) -> None:
        """Paint a row into ``area``, with ``pens`` of the same picture; the painter is not reset.

        The view calls this instead of ``paint``, once for each of some twenty rows in a picture.
        """
        look = self._look(index)
        muted = pens.muted
        painter.setLayoutDirection(_BY_WORDS)
        painter.setFont(pens.plain.font)
        area.setRight(area.right() - _EDGE)
        if look.count:
            painter.setPen(muted)
            painter.drawText(area, _AT_RIGHT, look.count)
            _, width = self._fit(pens, look.count, _ANY_WIDTH, False)
            area.setRight(area.right() - width - 2 * GAP)
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
        bold = look.bold
        if bold:
            painter.setFont(pens.bold.font)
        painter.setPen(pens.ink)
        if look.lead:
            self._words(painter, pens, area, look.lead, bold)
        self._words(painter, pens, area, look.name, bold)
        if look.aside:
            painter.setPen(muted)
            self._words(painter, pens, area, look.aside, bold)

    def _mark(self, painter: QPainter, area: QRect, paint: Callable[[QRectF], None]) -> QRect:
        """Paint a mark into the square at the right of ``area`` and return what is left."""
        top = area.top() + (area.height() - _MARK) / 2
        paint(QRectF(area.right() + 1 - _MARK, top, _MARK, _MARK))
        return area.adjusted(0, 0, -_MARK - GAP, 0)

    def _beside_badge(self, look: RowLook, area: QRect) -> QRect:
        taken = 0 if look.badge is None or look.hanging else BADGE + GAP
        return area.adjusted(taken, 0, 0, 0)

    def _words(self, painter: QPainter, pens: Pens, area: QRect, text: str, bold: bool) -> None:
        """Draw ``text`` as far as it fits and take its place away from ``area``."""
        room = area.width()
        if room <= 0:
            return
        fitting, width = self._fit(pens, text, room, bold)
        painter.drawText(area, _AT_LEFT, fitting)
        area.setLeft(area.left() + width + GAP)

    def _fit(self, pens: Pens, text: str, room: int, bold: bool) -> tuple[str, int]:
        """Return what of ``text`` fits into ``room`` (pixels), and its width."""
        asked = text, room, bold
        found = self._fitted.get(asked)
        if found is None:
            if len(self._fitted) >= _KEPT:
                self._fitted.clear()
            metrics = (pens.bold if bold else pens.plain).metrics
            width = metrics.horizontalAdvance(text)
            if width >= room:  # it is rounded
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
                width = metrics.horizontalAdvance(text)
            found = self._fitted[asked] = text, width
        return found

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
