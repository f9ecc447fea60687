"""Words that wrap, and that know how high they are at each width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QLabel, QWidget

_FAR = 1_000_000  # pixels down to which words are measured
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)


class WordsLabel(QLabel):
    """A label of plain words, measured once for each width.

    Layouts ask a label a dozen times for each new text how large it would like to be, and Qt breaks
    the lines anew for each answer. Of words that can be selected it makes a document, which takes
    several times as long: these become so when the pointer comes over them.
    """

    def __init__(self, parent: QWidget | None = None, *, selectable: bool = False) -> None:
        super().__init__(parent)
        self._selectable = selectable
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        self._heights.clear()
        if self._selectable and not self.underMouse():
            self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        super().setText(text)

    def heightForWidth(self, width: int) -> int:
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = self._measured(width)
        return found

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """One line however narrow: a column gives its labels all of its width."""
        around = self.contentsMargins()
        line = self.fontMetrics().lineSpacing()
        return QSize(around.left() + around.right(), around.top() + around.bottom() + line)

    def _measured(self, width: int) -> int:
        text, around = self.text(), self.contentsMargins()
        room = width - around.left() - around.right()
        if not text or room <= 0:
            return self.minimumSizeHint().height()
        words = self.fontMetrics().boundingRect(0, 0, room, _FAR, _WRAPPED, text)
        return words.height() + around.top() + around.bottom()

    def enterEvent(self, event: QEnterEvent) -> None:
        if self._selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().enterEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()  # another font, style, or direction
        super().changeEvent(event)
