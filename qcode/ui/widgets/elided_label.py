"""A label that shortens what does not fit, and tells all of it in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_ASCII = frozenset(map(chr, range(ord(" "), ord("~") + 1)))  # one of them is as high as another

_AT_ITS_END = Qt.TextElideMode.ElideRight


class ElidedLabel(QLabel):
    """One line of plain text, cut with … at its end."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._highest = 0  # pixels: Chinese words are higher than English ones
        self._measured: set[str] = set()  # the characters of all words so far
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.highest())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") * 4, self.highest())

    def highest(self) -> int:
        """Return the height (pixels) of the highest words so far: as high is the label.

        Other words must not move what is around them.
        Words are laid out for it only where there is a character in them that was not there before.
        """
        characters = set(self.text())
        if not (self._highest and characters <= self._measured):
            self._measured |= characters if characters.isdisjoint(_ASCII) else characters | _ASCII
            self._highest = max(self._highest, super().minimumSizeHint().height())
        return self._highest

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._highest = 0
            self._measured.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        words = self.text()
        shown = self.fontMetrics().elidedText(words, _AT_ITS_END, self.width())
        told = words if shown != words else ""
        if told != self.toolTip():  # Qt tells everybody of it, whether it is another or not
            self.setToolTip(told)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), shown)
