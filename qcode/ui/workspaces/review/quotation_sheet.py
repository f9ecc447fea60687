"""Some lines of a text as one reads them, with stretches tinted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from qcode.ui.shell import theme
from qcode.ui.shell.fonts import reading_font
from qcode.ui.widgets.passages.words import units
from qcode.ui.widgets.tints import line_color, tint

_PARAGRAPH = "\u2028"  # begins a line in a layout and is, like \n, one unit
_PITCH = 1.22  # of a line, in heights of the font
_GAP = 0.45  # of an empty one between two paragraphs


class Stretch(NamedTuple):
    """Part of the words of a sheet that is tinted: half-open, code points of those words."""

    start: int
    end: int


class Sheet(QWidget):
    """Words as one reads them, as high as they are long; what stands in ``stretches`` is tinted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._color = "#808080"
        self._ranges: list[tuple[int, int]] = []  # of the tinted stretches, in UTF-16 units
        self._layout = QTextLayout()
        self._broken = 0  # the width for which lines are broken, 0 when they are not
        self._height = 0.0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """What is shown."""
        return self._words

    def show_words(self, words: str, stretches: Sequence[Stretch], color: str) -> None:
        """Show ``words`` with ``stretches`` of them tinted in ``color`` (``#rrggbb``)."""
        self._words, self._color = words, color
        self._ranges = [(units(words[:start]), units(words[:end])) for start, end in stretches]
        self._layout = QTextLayout(words.replace("\n", _PARAGRAPH))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._restyle()

    def _restyle(self) -> None:
        """Take font and colours again and break the lines anew."""
        self._layout.setFont(reading_font(QApplication.font().pointSizeF() * 1.1))
        self._tint()
        self._broken = 0
        self.updateGeometry()
        self.update()

    def _tint(self) -> None:
        shown = theme.current()
        ground = QColor(tint(shown.paper, shown.ink, [self._color]))
        line = QColor(line_color(shown.paper, shown.ink, self._color))
        whole = QTextLayout.FormatRange()
        whole.start, whole.length = 0, units(self._words)
        plain = QTextCharFormat()
        plain.setForeground(QColor(shown.ink))
        whole.format = plain
        formats = [whole]
        for start, end in self._ranges:
            part = QTextLayout.FormatRange()
            part.start, part.length = start, end - start
            style = QTextCharFormat()
            style.setForeground(QColor(shown.ink))
            style.setBackground(ground)
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            style.setUnderlineColor(line)
            part.format = style
            formats.append(part)
        self._layout.setFormats(formats)

    # ------------------------------------------------------------------ lines

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._break(width)
        return max(1, round(self._height))

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(self.width() or 320))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.heightForWidth(max(80, self.width())))

    def _break(self, width: int) -> None:
        if width == self._broken:
            return
        self._broken = width
        self._layout.beginLayout()
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height() * (_PITCH if line.naturalTextWidth() else _GAP)
        self._layout.endLayout()
        self._height = top

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        self._break(self.width())
        painter = QPainter(self)
        try:
            self._layout.draw(painter, QPointF(0, 0))
            self.paint_over(painter)
        finally:
            painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """Draw what lies over the words; nothing here."""
        del painter

    def edge(self, unit: int) -> QRectF:
        """Return where a caret before a unit would stand, in pixels of this sheet."""
        self._break(self.width())
        line = self._layout.lineForTextPosition(unit)
        if not line.isValid():
            return QRectF()
        x = line.cursorToX(unit)
        return QRectF(x[0] if isinstance(x, tuple) else x, line.y(), 1.0, line.height())

    def unit_at(self, place: QPointF) -> int:
        """Return the unit before which a caret is nearest to a place."""
        self._break(self.width())
        lines = [self._layout.lineAt(number) for number in range(self._layout.lineCount())]
        if not lines:
            return 0
        found = lines[-1]
        for line, below in pairwise(lines):
            if place.y() < below.y():
                found = line
                break
        return int(found.xToCursor(place.x()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (
            QEvent.Type.PaletteChange,
            QEvent.Type.FontChange,
            QEvent.Type.ApplicationFontChange,
        ):
            self._restyle()
        super().changeEvent(event)
