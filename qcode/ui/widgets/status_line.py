"""The line at the bottom of a project, and the button that says who codes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from qcode.ui.shell import icons
from qcode.ui.widgets.elided_label import ElidedLabel
from qcode.ui.widgets.ground import OwnGround, paint_ground


class StatusLine(QWidget):
    """What is here and what was done last at the left, that everything is saved at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = _Room(self)
        self._left = self._room.words
        self._right = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 14, 5)
        for label in (self._left, self._right):
            label.setProperty("role", "small")
        row.addWidget(self._room, 1)
        row.addWidget(self._right)

    def add(self, offer: QWidget) -> None:
        """Let something that follows from the last step stand beside it, without moving it."""
        offer.setFixedHeight(self._right.sizeHint().height())
        self.layout().insertWidget(1, offer)

    def say(self, left: str, right: str) -> None:
        """Show both ends of the line."""
        self._room.say(left)
        self._right.setText(right)


class _Room(QWidget):
    """Room for words that change with every step, and with them nothing but their own pixels.

    Other words in a label have all around it laid out anew, up to the window, and painted; a
    label of a fixed size is let alone.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = _Words("", self)
        self._height = 0  # of the words, as all around was laid out for
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return self.words.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.words.minimumSizeHint()

    def say(self, words: str) -> None:
        """Show ``words``; higher ones than before have the line made higher."""
        self.words.setText(words)
        height = self.words.highest()
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.words.setFixedSize(self.size())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()


class _Words(OwnGround, ElidedLabel):
    """Words that paint the desk they stand on, see ``ground``: every step changes them."""

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self, event, "desk")
        super().paintEvent(event)


class CoderButton(QToolButton):
    """Name of the current coder in the corner of the menu bar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._height = 0
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._height))

    def show_coder(self, name: str, blind: bool = False) -> None:
        """Show who codes, and whether coders work blind."""
        self.setIcon(icons.icon("blind" if blind else "coder"))
        text = self.tr("{name} · blind").format(name=name) if blind else name
        # Chinese signs are higher than Latin letters: other words must not move the whole window.
        self.setText(f"{text}盲")
        self._height = super().sizeHint().height()
        self.setText(text)
        about = self.tr("Who codes. Every coding carries this name.")
        spoken = self.tr("Coder: {name}").format(name=name)
        if blind:
            about += "\n" + self.tr(
                "Coders work blind: codings of others are hidden in what you have not finished."
            )
            spoken = self.tr("Coder: {name}, works blind").format(name=name)
        self.setToolTip(about)
        self.setAccessibleName(spoken)
