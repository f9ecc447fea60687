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
    """A font with its measures, in pixels."""

    font: QFont
    metrics: QFontMetrics
    ascent: int
    height: int


def _face(font: QFont) -> Face:
    metrics = QFontMetrics(font)
    return Face(font, metrics, metrics.ascent(), metrics.height())


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
        pens = self.pens(option.font)
        self.begin(painter, pens)
        self.paint_row(painter, pens, QRect(option.rect), index)
        painter.restore()

    def begin(self, painter: QPainter, pens: Pens) -> None:
        """Make a painter ready for rows; each leaves it so, but for the colour."""
        painter.setLayoutDirection(_BY_WORDS)
        painter.setFont(pens.plain.font)

    def pens(self, font: QFont) -> Pens:
        """Return what rows are painted with now, in ``font`` and the theme shown."""
        if self._bold is None or font != self._font:
            bold = QFont(font)
            bold.setBold(True)
            self._font, self._bold = QFont(font), _face(bold)
            self._fitted.clear()
        shown = theme.current()
        return Pens(_face(font), self._bold, shown.color("ink"), shown.color("muted"))

    def paint_row(self, painter: QPainter, pens: Pens, area: QRect, index: Index) -> None:
        """Paint a row into ``area`` with a painter made ready for ``pens`` of the same picture.

        The view calls this instead of ``paint``, once for each of some twenty rows in a picture.
        """
        look = self._look(index)
        left, top, width, height = area.getRect()
        right = left + width - _EDGE  # just behind the last pixel
        base = top + (height - pens.plain.height + 1) // 2 + pens.plain.ascent
        if look.count:
            painter.setPen(pens.muted)
            taken = self._fit(pens, look.count, _ANY_WIDTH, False)[1]
            painter.drawText(right - taken, base, look.count)
            right -= taken + 2 * GAP
        if look.key:
            right -= _MARK
            paint_key(painter, _square(right, top, height), look.key, pens.muted)
            right -= GAP
        if look.favourite:
            right -= _MARK
            paint_bookmark(painter, _square(right, top, height), pens.muted)
            right -= GAP
        if look.badge is not None:
            at = left - BADGE - _HANG if look.hanging else left
            look.badge(painter, QRectF(at, top, BADGE, height))
        left += _beside_badge(look)
        if look.bold:
            painter.setFont(pens.bold.font)
        painter.setPen(pens.ink)
        if look.lead:
            left += self._words(painter, pens, (left, right, base), look.lead, look.bold)
        left += self._words(painter, pens, (left, right, base), look.name, look.bold)
        if look.aside:
            painter.setPen(pens.muted)
            self._words(painter, pens, (left, right, base), look.aside, look.bold)
        if look.bold:
            painter.setFont(pens.plain.font)

    def _words(
        self, painter: QPainter, pens: Pens, place: tuple[int, int, int], text: str, bold: bool
    ) -> int:
        """Draw ``text`` as far as it fits between two edges on a base line; return what it takes.

        Only the edges of ``place`` are looked at to cut it; a word more begins behind a gap.
        """
        left, right, base = place
        if right <= left:
            return 0
        fitting, width = self._fit(pens, text, right - left, bold)
        painter.drawText(left, base, fitting)
        return width + GAP

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
        area = option.rect.adjusted(_beside_badge(look), 0, 0, 0)
        if look.lead:
            font = QFont(option.font)
            font.setBold(look.bold)
            area.setLeft(area.left() + QFontMetrics(font).horizontalAdvance(look.lead) + GAP)
        editor.setGeometry(area.adjusted(-5, 0, 0, 0))


def _beside_badge(look: RowLook) -> int:
    """Return how far the words are set in by a badge."""
    return 0 if look.badge is None or look.hanging else BADGE + GAP


def _square(left: int, top: int, height: int) -> QRectF:
    """Return the square of a mark in the middle of a row."""
    return QRectF(left, top + (height - _MARK) / 2, _MARK, _MARK)
