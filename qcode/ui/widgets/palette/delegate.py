"""How a row of the palette looks: badge, number, name with the typed letters bold, place, marks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QModelIndex, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QPixmap,
    QStaticText,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qcode.model.enums import CodeKind
from qcode.ui.shell.theme import Theme
from qcode.ui.widgets.code_badge import paint_code_badge
from qcode.ui.widgets.palette.items import PaletteMatch
from qcode.ui.widgets.row_marks import paint_bookmark, paint_key

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PAD, _GAP, _MARK = 10, 8, 16
_NARROWEST = 40  # pixels below which the place of a code is left out
_MOST_PATHS = 500  # places of codes that are kept laid out
_FLAGS = int(_LEFT | Qt.TextFlag.TextSingleLine)


class PaletteDelegate(QStyledItemDelegate):
    """Paints rows of a ``PaletteModel``; what depends on the font alone is made once."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._font = QFont()
        self._metrics = self._heavy = QFontMetrics(self._font)
        self._small = QFont()
        self._one_line = QTextOption()
        self._one_line.setWrapMode(QTextOption.WrapMode.NoWrap)
        self._hint_width = 0
        self._badges: dict[tuple[CodeKind, str, float], QPixmap] = {}
        self._paths: dict[str, QStaticText] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._ink, self._muted = QPen(theme.color("ink")), QPen(theme.color("muted"))
        self._badges.clear()
        self._band, self._done = theme.color("accent_soft"), QPen(theme.color("success"), 1.8)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:
        return QSize(120, row_height(QFontMetrics(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        if option.font != self._font or not self._hint_width:
            self._take_font(option.font)
        painter.save()
        area = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._band)
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 5, 5)
            inner = self._hint(painter, area.adjusted(_PAD, 0, -_PAD, 0))
        else:
            inner = area.adjusted(_PAD, 0, -_PAD, 0)
        painter.setFont(self._font)
        model = index.model()
        match = model.match_at(index.row())
        if match is None:
            self._words(painter, inner, model.data(index), ())
        else:
            inner = self._marks(painter, inner, match, model.is_marked(match), model.digits)
            self._code(painter, inner, match)
        painter.restore()

    def _take_font(self, font: QFont) -> None:
        heavy, self._small = QFont(font), QFont(font)
        heavy.setBold(True)
        self._small.setPointSizeF(max(6.0, font.pointSizeF() * 0.85))
        self._font, self._metrics, self._heavy = (
            QFont(font),
            QFontMetrics(font),
            QFontMetrics(heavy),
        )
        self._hint_width = QFontMetrics(self._small).horizontalAdvance(self.tr("Enter"))
        self._paths.clear()

    def _hint(self, painter: QPainter, area: QRect) -> QRect:
        painter.setFont(self._small)
        painter.setPen(self._muted)
        painter.drawText(area, _RIGHT, self.tr("Enter"))
        return area.adjusted(0, 0, -self._hint_width - _GAP, 0)

    def _marks(
        self, painter: QPainter, area: QRect, match: PaletteMatch, done: bool, digits: bool
    ) -> QRect:
        """Draw what stands at the right: key, bookmark, and the tick of a code that is there."""
        item = match.item
        if digits and item.digit:
            paint_key(painter, _square(area), str(item.digit), self._muted.color())
            area = area.adjusted(0, 0, -_MARK - _GAP, 0)
        if item.favourite:
            paint_bookmark(painter, _square(area), self._muted.color())
            area = area.adjusted(0, 0, -_MARK - _GAP // 2, 0)
        if done:
            middle = _square(area).center()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._done)
            tick = [(-4, 0.5), (-1.25, 3.25), (4, -3)]
            painter.drawPolyline([middle + QPointF(x, y) for x, y in tick])
            area = area.adjusted(0, 0, -_MARK - _GAP // 2, 0)
        return area

    def _code(self, painter: QPainter, area: QRect, match: PaletteMatch) -> None:
        item = match.item
        badge = self._badge(item.kind, item.color, painter.device().devicePixelRatioF())
        painter.drawPixmap(area.left(), area.top() + (area.height() - _MARK) // 2, badge)
        area = area.adjusted(_MARK + _GAP - 2, 0, 0, 0)
        if item.number:
            used = self._words(painter, area, item.number, range(match.number_letters))
            area = area.adjusted(used + _GAP, 0, 0, 0)
        used = self._words(painter, area, item.name, match.letters)
        area = area.adjusted(used + 2 * _GAP, 0, 0, 0)
        if item.path and area.width() > _NARROWEST:
            painter.setPen(self._muted)
            place = self._place(item.path)
            size = place.size()
            if size.width() > area.width():
                elide = Qt.TextElideMode.ElideRight
                text = self._metrics.elidedText(item.path, elide, area.width())
                painter.drawText(area, _RIGHT, text)
            else:
                left = area.right() + 1 - round(size.width())
                top = area.top() + round((area.height() - size.height()) / 2)
                painter.drawStaticText(left, top, place)

    def _place(self, path: str) -> QStaticText:
        """The name of the code above, laid out once: many rows at every key have the same."""
        found = self._paths.get(path)
        if found is None:
            if len(self._paths) >= _MOST_PATHS:
                self._paths.clear()
            found = QStaticText(path)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.prepare(font=self._font)
            self._paths[path] = found
        return found

    def _badge(self, kind: CodeKind, color: str, ratio: float) -> QPixmap:
        found = self._badges.get((kind, color, ratio))
        if found is None:
            found = QPixmap(round(_MARK * ratio), round(_MARK * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            paint_code_badge(painter, QRectF(0, 0, _MARK, _MARK), kind, color)
            painter.end()
            self._badges[kind, color, ratio] = found
        return found

    def _words(self, painter: QPainter, area: QRect, text: str, bold: Iterable[int]) -> int:
        """Draw ``text`` with some letters bold, shortened to fit; returns the width used."""
        painter.setPen(self._ink)
        ranges = _bold_ranges(text, bold)
        if ranges:
            layout, line = self._laid_out(text, ranges, area.width())
            if line.naturalTextWidth() > area.width():
                # Cut as if all were bold, so that the row never outgrows its place.
                elide = Qt.TextElideMode.ElideRight
                text = self._heavy.elidedText(text, elide, max(0, area.width()))
                units = _units(text)
                ranges = [one for one in ranges if one.start < units]
                layout, line = self._laid_out(text, ranges, area.width())
            top = area.top() + (area.height() - line.height()) / 2
            layout.draw(painter, QPointF(area.left(), top))
            return round(line.naturalTextWidth())
        width = self._metrics.horizontalAdvance(text)
        if width > area.width():
            elide = Qt.TextElideMode.ElideRight
            text = self._metrics.elidedText(text, elide, max(0, area.width()))
            width = self._metrics.horizontalAdvance(text)
        painter.drawText(area, _FLAGS, text)
        return width

    def _laid_out(
        self, text: str, ranges: list[QTextLayout.FormatRange], width: int
    ) -> tuple[QTextLayout, QTextLine]:
        layout = QTextLayout(text, self._font)
        layout.setTextOption(self._one_line)
        layout.setFormats(ranges)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(1, width))
        layout.endLayout()
        return layout, line


def row_height(metrics: QFontMetrics) -> int:
    """Height of a row in pixels for the interface's font."""
    return metrics.height() + 12


def _square(area: QRect) -> QRectF:
    """The square at the right end of ``area`` that a mark fills."""
    top = area.top() + (area.height() - _MARK) / 2
    return QRectF(area.right() + 1 - _MARK, top, _MARK, _MARK)


def _bold_ranges(text: str, places: Iterable[int]) -> list[QTextLayout.FormatRange]:
    """Format ranges for code points ``places`` of ``text``, neighbours in one range."""
    runs: list[list[int]] = []
    for place in places:
        if place >= len(text):
            break
        if runs and runs[-1][1] == place:
            runs[-1][1] = place + 1
        else:
            runs.append([place, place + 1])
    if not runs:
        return []
    heavy = _heavy()
    ranges = []
    for first, end in runs:
        bold = QTextLayout.FormatRange()
        bold.start = _units(text[:first])
        bold.length = _units(text[first:end])
        bold.format = heavy
        ranges.append(bold)
    return ranges


@cache
def _heavy() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold)
    return made


def _units(text: str) -> int:
    """How many places Qt counts in ``text``."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
