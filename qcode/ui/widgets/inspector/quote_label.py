"""A quotation set as one reads it: serif, slanted, long ones cut."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from qcode.analysis.words.graphemes import cluster_start
from qcode.ui.shell.fonts import reading_font
from qcode.ui.widgets.inspector.field_editor import PAD
from qcode.ui.widgets.inspector.parts import link
from qcode.ui.widgets.inspector.words_label import WordsLabel

SHORT = 260
"""Width of a quotation that is shown whole, in halves of a Chinese character."""

LONGEST = 6_000
"""The same for one that was asked for with "more": a label is no place for a chapter."""


class QuoteLabel(QWidget):
    """The words of a passage between quotation marks, with "more" where they are many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote: str | None = None
        self._whole = False
        self._words = WordsLabel(self, selectable=True)
        self._words.setContentsMargins(PAD, 0, PAD, 0)
        self._more = link(self)
        self._more.clicked.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_quote(self, quote: str) -> None:
        """Show ``quote``, cut where it is long; the same again keeps what was unfolded."""
        quote = tidied(quote[: 2 * LONGEST])
        if quote != self._quote:
            self._quote, self._whole = quote, False
            self._show()

    def text(self) -> str:
        """Return what is shown, quotation marks included."""
        return self._words.text()

    def _toggle(self) -> None:
        self._whole = not self._whole
        self._show()

    def _show(self) -> None:
        quote = self._quote or ""
        short = cut(quote, SHORT)
        shown = cut(quote, LONGEST) if self._whole else short
        self._words.setText(f"“{shown}”")
        self._words.setAccessibleName(self.tr("Quotation: {words}").format(words=shown))
        self._more.setVisible(short != quote)
        self._more.setText(self.tr("less") if self._whole else self.tr("more"))
        self._more.setAccessibleName(
            self.tr("Show less of the quotation")
            if self._whole
            else self.tr("Show more of the quotation")
        )
        font = reading_font(QApplication.font().pointSizeF() * 1.12)
        font.setItalic(is_slanted(quote))
        if font != self._words.font():
            self._words.setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.ApplicationFontChange):
            self._show()
        super().changeEvent(event)


def tidied(quote: str) -> str:
    """Return ``quote`` without white space around its lines, and without empty lines."""
    return "\n".join(filter(None, map(str.strip, quote.splitlines())))


def cut(text: str, width: int) -> str:
    """Return ``text`` cut to ``width`` halves of a Chinese character, with … where it was cut.

    The cut falls on a blank where one is near, and never inside what a reader calls one character.
    """
    used = 0
    for place, character in enumerate(text):
        used += 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if used > width:
            end = cluster_start(text, place)
            blank = text.rfind(" ", max(0, end - 20), end)
            return text[: blank if blank > 0 else end].rstrip() + "…"
    return text


def is_slanted(text: str) -> bool:
    """Whether italics suit ``text``: scripts without italics are only distorted by them."""
    letters = [character for character in text[:200] if character.isalpha()]
    slanted = sum(character < "\u0530" for character in letters)  # Latin, Greek, Cyrillic
    return 2 * slanted >= len(letters)
