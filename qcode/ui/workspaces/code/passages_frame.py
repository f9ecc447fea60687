"""What stands around the list of passages: its title line, and the divide from the one on top."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.ui.shell import icons, theme
from qcode.ui.widgets.elided_label import ElidedLabel
from qcode.ui.widgets.passages.list import PassageList


class PassagesHeader(QWidget):
    """Codes, figures, place in the list, and the buttons of the panel."""

    pinRequested = Signal()
    sideRequested = Signal(bool)
    closeRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._beside = False
        self.title = ElidedLabel()
        self.title.setStyleSheet("font-weight: 600;")
        self.counts = ElidedLabel()
        self.counts.setProperty("role", "small")
        self.place = QLabel()
        self.place.setProperty("role", "small")
        self.pin = QToolButton()
        self.side = QToolButton()
        self.close_ = QToolButton()
        self.pin.clicked.connect(self.pinRequested)
        self.side.clicked.connect(lambda: self.sideRequested.emit(not self._beside))
        self.close_.clicked.connect(self.closeRequested)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.counts)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)
        self._line.addLayout(words, 2)
        for part in (self.place, self.pin, self.side, self.close_):
            self._line.addWidget(part)
        self._line.setSpacing(6)
        self.retranslate()
        self.draw()

    def buttons(self) -> list[QWidget]:
        """Return what can be pressed, from left to right."""
        return [self.pin, self.side, self.close_]

    def take_tools(self, tools: QWidget) -> None:
        """Put the tools into the line, behind the words."""
        self._line.insertWidget(1, tools, 5)
        tools.show()

    def set_beside(self, beside: bool) -> None:
        """Say where the panel stands, so that the button offers the other place."""
        self._beside = beside
        self.retranslate()
        self.draw()

    def retranslate(self) -> None:
        """Set every text again."""
        side = (
            self.tr("Put it below the text") if self._beside else self.tr("Put it beside the text")
        )
        for button, words in (
            (self.pin, self.tr("Keep the chosen passage in view (K)")),
            (self.side, side),
            (self.close_, self.tr("Close the passages")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)

    def draw(self) -> None:
        """Take the pictures of the theme."""
        self.pin.setIcon(icons.icon("pin"))
        self.side.setIcon(icons.icon("below" if self._beside else "side"))
        self.close_.setIcon(icons.icon("close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.draw()
        super().changeEvent(event)


class ListPages(QWidget):
    """The list, or a sentence that says why it is empty; above, the divide while comparing."""

    def __init__(self, listed: PassageList) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.divide = QLabel()
        self.divide.setProperty("role", "section")
        self.divide.setContentsMargins(18, 6, 10, 4)
        self._rule = QFrame()
        self._upright = QFrame()
        self.nothing = QLabel()
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(20, 20, 20, 12)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(listed)
        self._pages.addWidget(self.nothing)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._rule)
        column.addWidget(self.divide)
        column.addWidget(pages, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._upright)
        line.addLayout(column, 1)
        self._abreast = False
        self._divided = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._draw()
        self.set_divide("")

    def set_abreast(self, abreast: bool) -> None:
        """Divide from a passage at the left, not above."""
        self._abreast = abreast
        self._show_rules()

    def set_divide(self, words: str) -> None:
        """Head the list with ``words``; no words, no divide."""
        self._divided = bool(words)
        self.divide.setText(words)
        self.divide.setVisible(self._divided)
        self._show_rules()

    def show_list(self, shown: bool) -> None:
        """Show the list, or the sentence."""
        self._pages.setCurrentIndex(0 if shown else 1)

    def _show_rules(self) -> None:
        self._rule.setVisible(self._divided and not self._abreast)
        self._upright.setVisible(self._divided and self._abreast)

    def _draw(self) -> None:
        accent = theme.current().accent
        for rule in (self._rule, self._upright):
            style = f"background: {accent}; border: none;"
            if rule.styleSheet() != style:
                rule.setStyleSheet(style)
        self._rule.setFixedHeight(2)
        self._upright.setFixedWidth(2)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)
