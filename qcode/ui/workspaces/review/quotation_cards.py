"""One quotation twice: what each of two coders made of it, and between them what is to be made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qcode.ui.shell import theme
from qcode.ui.shell.i18n import joined
from qcode.ui.shell.theme import contrast, mixed
from qcode.ui.widgets.elided_label import ElidedLabel
from qcode.ui.workspaces.review.edge_sheet import EdgeSheet
from qcode.ui.workspaces.review.quotation_sheet import Sheet, Stretch

_READABLE = 4.5  # contrast of words (WCAG 2, level AA)


class Half(NamedTuple):
    """What one coder did: who, with which code (empty: not coded), where, and with which memo."""

    coder: str
    color: str
    code: str
    stretches: Sequence[Stretch]
    memo: str


class QuotationCards(QWidget):
    """Two cards one below the other; a third one above them while edges are moved."""

    edgesKept = Signal(int, int)  # code points of the words shown
    edgesLeft = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.first, self.second = Card(self), Card(self)
        for card in (self.first, self.second):
            column.addWidget(card)

    @cached_property
    def editing(self) -> EdgeCard:
        """The card on which edges are moved, made when it is first needed."""
        made = EdgeCard(self)
        made.hide()
        made.sheet.kept.connect(self.edgesKept)
        made.sheet.left.connect(self.edgesLeft)
        self.layout().insertWidget(0, made)
        return made

    def show_halves(self, words: str, first: Half, second: Half) -> None:
        """Show the same words with what each of the two made of them."""
        self.stop_editing()
        self.first.show_half(words, first)
        self.second.show_half(words, second)

    def edit(self, words: str, stretch: Stretch) -> None:
        """Let the edges of a stretch of the words be moved."""
        self.editing.sheet.edit(words, stretch, theme.current().accent)
        self.editing.show()
        self.editing.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_editing(self) -> None:
        """Put the edges away without a word."""
        if self.is_editing:
            self.editing.hide()

    @property
    def is_editing(self) -> bool:
        """Whether edges are being moved."""
        return "editing" in self.__dict__ and self.editing.isVisibleTo(self)


class Card(QFrame):
    """The words with what one coder did, and the memo below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._half = Half("", "#808080", "", (), "")
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.code = ElidedLabel(parent=self)
        self.code.setProperty("role", "small")
        self.sheet = Sheet(self)
        self.memo = QLabel(self)
        self.memo.setProperty("role", "small")
        self.memo.setTextFormat(Qt.TextFormat.PlainText)
        self.memo.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addWidget(self.code, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 7)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.sheet)
        column.addWidget(self.memo)
        self._style()

    def show_half(self, words: str, half: Half) -> None:
        """Show the words with what ``half`` says."""
        self._half = half
        self.sheet.show_words(words, half.stretches, half.color)
        self.memo.setVisible(bool(half.memo))
        self.retranslate()
        self._style()

    def retranslate(self) -> None:
        """Set every text again."""
        half = self._half
        self.name.setText(half.coder)
        self.code.setText(half.code or self.tr("not coded"))
        self.memo.setText(self.tr("Memo: {words}").format(words=half.memo))
        told = joined((half.coder, half.code or self.tr("not coded")), "heading")
        self.setAccessibleName(told)
        self.sheet.setAccessibleName(told)
        quoted = " … ".join(self.sheet.words[start:end] for start, end in half.stretches)
        self.sheet.setAccessibleDescription(quoted or self.sheet.words)

    def _style(self) -> None:
        shown = theme.current()
        color = readable(self._half.color or shown.ink, shown.ink, shown.paper)
        style = (
            f'QFrame[role="card"] {{ background: {shown.paper}; border: 1px solid {shown.line};'
            " border-radius: 6px; }"
        )
        if self.styleSheet() != style:
            self.setStyleSheet(style)
        named = f"color: {color}; font-weight: 600;"
        if self.name.styleSheet() != named:
            self.name.setStyleSheet(named)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._style()
        super().changeEvent(event)


class EdgeCard(QFrame):
    """The words on which the edges are moved, under a line that says how."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "edges")
        self.how = QLabel(self)
        self.how.setProperty("role", "small")
        self.how.setTextFormat(Qt.TextFormat.PlainText)
        self.how.setWordWrap(True)
        self.sheet = EdgeSheet(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 7)
        column.setSpacing(3)
        column.addWidget(self.how)
        column.addWidget(self.sheet)
        self._style()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        how = self.tr(
            "Move the edges: ← → the end, ↑ ↓ the beginning, with Ctrl by words, or drag them."
            " Enter keeps them, Esc leaves."
        )
        self.how.setText(how)
        self.sheet.setAccessibleName(self.tr("Edges of the passage"))
        self.sheet.setAccessibleDescription(how)

    def _style(self) -> None:
        shown = theme.current()
        style = (
            f'QFrame[role="edges"] {{ background: {shown.paper};'
            f" border: 2px solid {shown.accent}; border-radius: 6px; }}"
        )
        if self.styleSheet() != style:
            self.setStyleSheet(style)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._style()
        super().changeEvent(event)


def readable(color: str, ink: str, paper: str) -> str:
    """Return a colour for words: ``color`` moved towards the ink until it is readable on paper."""
    for step in range(21):
        candidate = mixed(ink, color, step / 20)
        if contrast(candidate, paper) >= _READABLE:
            return candidate
    return ink
