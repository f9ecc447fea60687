"""A quiet line with a hint for the first steps; it goes away for good."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from qcode.ui.shell import icons
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.hints import Hint, HintBook, words

LOW = 25  # lines of text of the whole window


class HintStrip(QFrame):
    """Shows the hint of one place of the window, or nothing at all."""

    def __init__(
        self, book: HintBook, place: str, actions: ActionSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "hint")
        self._book = book
        self._place = place
        self._actions = actions
        self._hint: Hint | None = None
        self._text = QLabel(self)
        self._text.setProperty("role", "small")
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setIcon(icons.icon("close"))
        self._close.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 if place == "codes" else 14, 2, 6, 2)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        book.changed.connect(self.refresh)
        actions.conditionsChanged.connect(self.refresh)
        self._retranslate()
        self.hide()

    def refresh(self) -> None:
        """Show what is to be said now."""
        hint = self._book.shown(self._place, self._actions.conditions)
        if hint is not self._hint:
            self._hint = hint
            self._text.setText(words(hint) if hint else "")
            # In a very low window every line belongs to the texts.
            low = self.window().height() < LOW * self.fontMetrics().height()
            self.setVisible(hint is not None and not low)

    def _dismiss(self) -> None:
        if self._hint is not None:
            self._book.dismiss(self._hint.name)

    def _retranslate(self) -> None:
        self._close.setToolTip(self.tr("Do not show this hint again"))
        self._close.setAccessibleName(self.tr("Do not show this hint again"))
        self.setAccessibleName(self.tr("Hint"))
        if self._hint is not None:
            self._text.setText(words(self._hint))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._close.setIcon(icons.icon("close"))
        super().changeEvent(event)
