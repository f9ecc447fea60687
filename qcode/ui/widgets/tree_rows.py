"""How a row of a tree looks: badge, number, name shortened to fit, count at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qcode.ui.widgets.code_badge import BADGE, Surface, middle_of, surface
from qcode.ui.widgets.row_marks import paint_bookmark, paint_key

GAP = 7  # between badge, number and name
_HANG = 4  # between a badge in the margin and the words
_MARK = 14  # side of the square of a key or a bookmark
_EDGE = 6  # between the count and the right edge
_BY_WORDS = Qt.LayoutDirection.LayoutDirectionAuto
_AT_ITS_END = Qt.TextElideMode.ElideRight
_KEPT = 4_000  # words whose width is kept; many of them are seen again and again

Index = QModelIndex | QPersistentModelIndex
Badge = Callable[[QPainter, int, int, Surface], None]
"""Paints around a point; the surface is the same for all rows of a picture."""


class RowLook(NamedTuple):
    """What is painted in a row.

    ``lead`` stands before the name (a number, a label), ``aside`` in muted ink after it, ``count``
    in muted ink at the right edge, before it ``key`` (of the keyboard) and the bookmark of a
    ``favourite``. ``badge`` stands before the words or, ``hanging``, in the margin where other
    rows have their arrow.
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
    """What all rows of a picture are painted with."""

    plain: Face
    bold: Face
    ink: QColor
    muted: QColor
    surface: Surface


class Row(NamedTuple):
    """A row by its internal id, and where it is painted: pixels, the right edge just behind it."""

    key: int
    left: int
    right: int
    top: int
    height: int


class TreeRows(QStyledItemDelegate):
    """Paints what ``look`` says of rows, by internal id; the view paints the bands below them."""

    def __init__(self, look: Callable[[int], RowLook], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pens: Pens | None = None
        self._cuts: dict[tuple[str, int, bool], str] = {}
        self._widths: dict[tuple[str, bool], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, option.fontMetrics.height() + 5)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        left, top, width, height = option.rect.getRect()
        row = Row(index.internalId(), left, left + width, top, height)
        self.paint_rows(painter, self.pens(painter, option.font), [row])
        painter.restore()

    def pens(self, painter: QPainter, font: QFont) -> Pens:
        """Return what rows are painted with now, in ``font`` and the theme shown."""
        known, now = self._pens, surface(painter)
        if known is not None and known.surface == now and known.plain.font == font:
            return known
        bold = QFont(font)
        bold.setBold(True)
        self._cuts.clear()
        self._widths.clear()
        ink, muted = now.shown.color("ink"), now.shown.color("muted")
        self._pens = Pens(_face(QFont(font)), _face(bold), ink, muted, now)
        return self._pens

    def paint_rows(self, painter: QPainter, pens: Pens, rows: Iterable[Row]) -> None:
        """Paint rows of one picture, with direction, font and pen of the painter set once.

        The view calls this instead of ``paint``, for some twenty rows at a time.
        """
        painter.setLayoutDirection(_BY_WORDS)
        painter.setFont(pens.plain.font)
        painter.setPen(pens.ink)
        beside: list[tuple[int, int, str]] = []
        for row in rows:
            self._paint_row(painter, pens, row, beside)
        painter.setPen(pens.muted)
        for left, base, words in beside:
            painter.drawText(left, base, words)

    def _paint_row(
        self, painter: QPainter, pens: Pens, row: Row, beside: list[tuple[int, int, str]]
    ) -> None:
        """Paint a row but for its words in muted ink, which are put ``beside`` with their place."""
        look = self._look(row.key)
        _, left, right, top, height = row
        right -= _EDGE
        base = top + (height - pens.plain.height + 1) // 2 + pens.plain.ascent
        if look.count:
            taken = self._width(pens, look.count, False)
            beside.append((right - taken, base, look.count))
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
            middle = (left - _HANG - BADGE if look.hanging else left) + BADGE // 2
            look.badge(painter, middle, middle_of(top, height), pens.surface)
        left += _beside_badge(look)
        if look.bold:
            painter.setFont(pens.bold.font)
        if look.lead and left < right:
            words = self._cut(pens, look.lead, right - left, look.bold)
            painter.drawText(left, base, words)
            left += self._width(pens, words, look.bold) + GAP
        if left < right:
            words = self._cut(pens, look.name, right - left, look.bold)
            painter.drawText(left, base, words)
            if look.aside:
                left += self._width(pens, words, look.bold) + GAP
        if look.bold:
            painter.setFont(pens.plain.font)
        if look.aside and left < right:
            beside.append((left, base, self._cut(pens, look.aside, right - left, False)))

    def _cut(self, pens: Pens, text: str, room: int, bold: bool) -> str:
        """Return what of ``text`` fits into ``room`` (pixels)."""
        asked = text, room, bold
        found = self._cuts.get(asked)
        if found is None:
            if len(self._cuts) >= _KEPT:
                self._cuts.clear()
            metrics = (pens.bold if bold else pens.plain).metrics
            found = self._cuts[asked] = metrics.elidedText(text, _AT_ITS_END, room)
        return found

    def _width(self, pens: Pens, text: str, bold: bool) -> int:
        """Return the width of ``text`` (pixels)."""
        found = self._widths.get((text, bold))
        if found is None:
            if len(self._widths) >= _KEPT:
                self._widths.clear()
            metrics = (pens.bold if bold else pens.plain).metrics
            found = self._widths[text, bold] = metrics.horizontalAdvance(text)
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
        look = self._look(index.internalId())
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
