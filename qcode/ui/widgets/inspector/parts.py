"""Small parts that the sections of the inspector share."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.model.records import Code
from qcode.ui.widgets.code_badge import BADGE, paint_code_badge
from qcode.ui.widgets.inspector.field_editor import PAD
from qcode.ui.widgets.inspector.words_label import WordsLabel


class Section(QWidget):
    """A column with a small heading, and a button at its right if one is given."""

    def __init__(self, button: QToolButton | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label("section", self)
        self.heading.setContentsMargins(PAD, 0, PAD, 0)
        # Beside the heading, not in it: headings are set in capitals, which a1 and A1 are not.
        self.heading_note = label("small", self)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self.heading)
        top.addWidget(self.heading_note, 1)
        if button is not None:
            top.addWidget(button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addLayout(top)


def label(role: str, parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """Return a label of plain text in the look of ``role``, set in like the words of a field."""
    made = WordsLabel(parent) if wraps else QLabel(parent)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setContentsMargins(PAD, 0, PAD, 0)
    return made


class Link(QPushButton):
    """A button of words that are cut where the panel is too narrow for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Buttons of Qt are never narrower than their words.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """With room for the wider border of the focus, so that no word is cut by it."""
        return super().sizeHint() + QSize(0 if self.hasFocus() else 2, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.sizeHint().width() <= self.width():
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

        look = QStyleOptionButton()
        self.initStyleOption(look)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, look, self)
        look.text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter = QStylePainter(self)
        try:
            painter.drawControl(QStyle.ControlElement.CE_PushButton, look)
        finally:
            painter.end()


def link(parent: QWidget | None = None) -> QPushButton:
    """Return a quiet button that reads like a link."""
    made = Link(parent)
    made.setProperty("flat", True)
    made.setStyleSheet("padding: 2px 6px; min-height: 0; text-align: left;")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


class Badge(QWidget):
    """The badge of a code, as high as one line of words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code: Code | None = None
        self.setFixedSize(BADGE, self.fontMetrics().lineSpacing())

    def show_code(self, code: Code) -> None:
        """Show the badge of ``code``."""
        self._code = code
        self.setFixedHeight(self.fontMetrics().lineSpacing())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._code is not None:
            painter = QPainter(self)
            try:
                paint_code_badge(painter, QRectF(self.rect()), self._code.kind, self._code.color)
            finally:
                painter.end()
