"""Why a value is what it is, in plain words, with what can be done next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from qcode.model.records import Code
from qcode.model.review import Explanation
from qcode.ui.shell import theme
from qcode.ui.shell.i18n import say

_LEAST, _SHARE = 48, 0.17  # pixels that it may always take, and of the height of its panel
_GAP = 3  # between two sentences


class WhyStrip(QTextEdit):
    """A strip of words about the code with the cursor; without anything to tell it is gone.

    What does not fit is scrolled, by the keyboard too.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code: Code | None = None
        self._told: Explanation | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(6)
        self._draw()
        self.hide()

    def show_why(self, code: Code | None, told: Explanation | None) -> None:
        """Tell about a code."""
        if (code, told) != (self._code, self._told):
            self._code, self._told = code, told
            self._say()

    def _say(self) -> None:
        code, told = self._code, self._told
        if code is None or told is None or not (told.reasons or told.advice):
            self.hide()
            return
        title = self.tr("Why these values for “{code}”?").format(code=code.title)
        shown = theme.current()
        plain, bold, advice = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        plain.setForeground(shown.color("ink"))
        bold.setForeground(shown.color("ink"))
        bold.setFontWeight(QFont.Weight.DemiBold)
        advice.setForeground(shown.color("accent_strong"))
        apart = QTextBlockFormat()
        apart.setTopMargin(_GAP)
        self.clear()
        write = QTextCursor(self.document())
        write.insertText(title, bold)
        for message in told.reasons:
            write.insertBlock(apart)
            write.insertText(say(message), plain)
        for message in told.advice:
            write.insertBlock(apart)
            write.insertText(f"→ {say(message)}", advice)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setAccessibleName(title)
        self.show()
        self.fit()

    def fit(self) -> None:
        """Take the height of the words, as far as the panel has room."""
        panel = self.parentWidget().parentWidget() if self.parentWidget() is not None else None
        most = max(_LEAST, round((panel.height() if panel is not None else 0) * _SHARE))
        wanted = round(self.document().size().height()) + 2
        if self.height() != min(wanted, most):
            self.setFixedHeight(min(wanted, most))

    def _draw(self) -> None:
        shown = theme.current()
        style = (
            f"QTextEdit {{ background: {shown.accent_soft}; border: 1px solid transparent;"
            " border-radius: 6px; padding: 0; }"
            f"QTextEdit:focus {{ border-color: {shown.accent}; }}"
        )
        if self.styleSheet() != style:
            self.setStyleSheet(style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._told is not None:
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._draw()
            self._say()
        super().changeEvent(event)
