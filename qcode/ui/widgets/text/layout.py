"""Lines of the text view: one column in the middle, every line the same distance apart.

``QPlainTextDocumentLayout`` knows neither a line height nor a column width, and its line height
jumps where a fallback face (Chinese, emoji) is taller. This layout places the lines itself: all
baselines lie on one grid. Blocks are laid out when they are first asked for, as in the base class.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextDocument,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout

_SPACING_EM = 0.3
MEASURE_EM = 36.0
"""Widest column in em: about 72 Latin letters or 36 ideographs a line."""

PITCH_EM = 1.62
"""Distance between two baselines in em."""

LEAST_MARGIN = 28
"""Pixels of paper that stay free on either side of the column."""

JOINED = 1
"""User state of a block whose paragraph goes on in the next block."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where lines go, in pixels: left edge and width of the column, grid of the baselines.

    ``rise`` is the distance from the top of a line's slot to its baseline, ``pitch`` the height of
    the slot, ``spacing`` what is added below a paragraph; ``ascent`` and ``descent`` are those of
    the first face, for bands that are equally high on every line.
    """

    left: float
    width: float
    pitch: float
    rise: float
    spacing: float
    ascent: float
    descent: float
    em: float

    @classmethod
    def of(
        cls,
        font: QFont,
        room: int,
        *,
        measure: float = MEASURE_EM,
        pitch_em: float = PITCH_EM,
        beside: int = 0,
    ) -> Column:
        """The column for ``font`` on a paper ``room`` pixels wide.

        ``measure`` is its greatest width and ``pitch_em`` the distance of the lines, in em;
        ``beside`` pixels stay free at its right. Both together are in the middle of the paper.
        """
        metrics = QFontMetricsF(font)
        em = em_of(metrics)
        width = max(6 * em, min(measure * em, room - beside - 2 * LEAST_MARGIN))
        left = float(max(LEAST_MARGIN, round((room - beside - width) / 2)))
        ascent, descent = metrics.ascent(), metrics.descent()
        pitch = float(round(max(pitch_em * em, ascent + descent)))
        rise = float(round((pitch - ascent - descent) / 2 + ascent))
        return cls(left, width, pitch, rise, round(_SPACING_EM * em), ascent, descent, em)

    def band(self, line: QTextLine) -> tuple[float, float]:
        """Top and bottom of the tint behind ``line``, in its block's coordinates."""
        baseline = round(line.y() + line.ascent())
        return round(baseline - self.ascent * 0.97), round(baseline + self.descent)

    def slot_bottom(self, line: QTextLine) -> float:
        """Where ``line`` ends and the next begins, in its block's coordinates."""
        return line.y() + line.ascent() + max(self.pitch - self.rise, line.descent())


def em_of(metrics: QFontMetricsF) -> float:
    """Pixels of one em."""
    return max(1.0, metrics.horizontalAdvance("\u2003") or metrics.height() / 1.36)


class ColumnLayout(QPlainTextDocumentLayout):
    """Document layout that puts the lines of each block into a ``Column``."""

    def __init__(self, document: QTextDocument, column: Column) -> None:
        super().__init__(document)
        self._column = column
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._option_rtl = QTextOption(self._option)
        self._option_rtl.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._counts_changed = False

    @property
    def column(self) -> Column:
        """The column in use."""
        return self._column

    def set_column(self, column: Column) -> None:
        """Use ``column`` from now on; lines are placed anew when they are next asked for."""
        if column == self._column:
            return
        self._column = column
        for option in (self._option, self._option_rtl):
            option.setTabStopDistance(4 * column.em)
        document = self.document()
        document.markContentsDirty(0, document.characterCount())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if not block.isValid() or not block.isVisible():
            return QRectF()
        column = self._column
        layout = block.layout()
        count = layout.lineCount()
        # Lines that the base class has placed (a document of one block) do not start at the
        # column's left edge.
        if count == 0 or layout.lineAt(0).x() != column.left:
            count = self._place(block, layout)
        last = layout.lineAt(count - 1)
        height = column.slot_bottom(last)
        if block.userState() != JOINED:
            height += column.spacing
        if not block.next().isValid():
            height += self.document().documentMargin()
        return QRectF(0.0, 0.0, column.left + column.width, ceil(height))

    def announce(self) -> bool:
        """Tell the scroll bar about lines placed since the last call; whether there were any.

        The base class tells it after every block, which walks the end of the document each time.
        """
        if not self._counts_changed:
            return False
        self._counts_changed = False
        self.documentSizeChanged.emit(self.documentSize())
        return True

    def _place(self, block: QTextBlock, layout: QTextLayout) -> int:
        column = self._column
        left, width, rise = column.left, column.width, column.rise
        below = column.pitch - rise
        right_to_left = block.textDirection() == Qt.LayoutDirection.RightToLeft
        layout.setTextOption(self._option_rtl if right_to_left else self._option)
        layout.beginLayout()
        count, y = 0, 0.0
        create = layout.createLine
        line = create()
        while line.isValid():
            line.setLineWidth(width)
            ascent = line.ascent()
            baseline = y + (rise if ascent <= rise else ceil(ascent))
            line.setPosition(QPointF(left, baseline - ascent))
            descent = line.descent()
            y = baseline + (below if descent <= below else ceil(descent))
            count += 1
            line = create()
        layout.endLayout()
        if block.lineCount() != count:
            block.setLineCount(count)
            self._counts_changed = True
        return count
