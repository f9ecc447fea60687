"""The disagreement that is talked about in full: its words twice, and what the codebook says."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qcode.model.records import Code, Coder
from qcode.model.review import Disagreement, Quotation
from qcode.ui.shell import theme
from qcode.ui.widgets.column_scroll import ColumnScroll
from qcode.ui.workspaces.review.amend_form import AmendForm, Save
from qcode.ui.workspaces.review.excerpt import Excerpt
from qcode.ui.workspaces.review.quotation_cards import Half, QuotationCards


class RowDetail(ColumnScroll):
    """Scrolls where it is higher than its place; without a disagreement it says why."""

    def __init__(self, save: Save, parent: QWidget | None = None) -> None:
        inside = QWidget()
        super().__init__(inside, parent)
        self.quotation: Quotation | None = None
        self._coders: tuple[Coder, Coder] | None = None
        self._edited: tuple[Quotation, Excerpt] | None = None
        self.empty = QLabel(inside)
        self.empty.setProperty("role", "muted")
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.cards, self.amending = QuotationCards(inside), AmendForm(save, inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 6, 0)
        column.setSpacing(6)
        for part in (self.empty, self.cards, self.amending):
            column.addWidget(part)
        column.addStretch(1)
        self.clear()

    def clear(self) -> None:
        """Show no disagreement."""
        self.quotation = None
        self.cards.hide()
        self.amending.hide()
        self.empty.show()

    def show_quotation(
        self, quoted: Quotation, coders: tuple[Coder, Coder], *, writable: bool
    ) -> None:
        """Show what two coders made of some words.

        The same again leaves everything as it is: somebody may be writing there.
        """
        again = quoted == self.quotation and coders == self._coders
        self._coders = coders
        if not again:
            self._show_halves(quoted, coders)
            self.verticalScrollBar().setValue(0)
        self.show_codes(quoted, writable=writable)
        self.empty.hide()
        self.cards.show()
        self.amending.show()

    def _show_halves(self, quoted: Quotation, coders: tuple[Coder, Coder]) -> None:
        words = _excerpt(quoted)
        parts = (
            (coders[0], quoted.first_code, quoted.first, quoted.first_memos),
            (coders[1], quoted.second_code, quoted.second, quoted.second_memos),
        )
        first, second = (
            Half(
                coder.name,
                coder.color or theme.current().accent,
                code.title if code is not None else "",
                words.stretches(spans),
                "\n".join(memos),
            )
            for coder, code, spans, memos in parts
        )
        self.cards.show_halves(words.words, first, second)

    def show_codes(self, quoted: Quotation, *, writable: bool) -> None:
        """Show what the codebook says now."""
        self.quotation = quoted
        self.amending.show_codes(_given(quoted), writable=writable)

    def amend(self) -> None:
        """Let the entries of the codes be written into, in sight."""
        self.amending.write(True)
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.amending, 0, 0))

    # ------------------------------------------------------------------ edges

    def edit(self, quoted: Quotation, one: Disagreement) -> None:
        """Let the edges of the words be moved, which begin as all that either coder marked."""
        words = _excerpt(quoted)
        self._edited = (quoted, words)
        stretch = words.whole(one.start - quoted.start, one.end - quoted.start)
        self.cards.edit(words.words, stretch)
        self.verticalScrollBar().setValue(0)

    def in_document(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the document that a stretch of the edited words is."""
        assert self._edited is not None
        quoted, words = self._edited
        return quoted.start + words.place(start), quoted.start + words.place(end)


def _excerpt(quoted: Quotation) -> Excerpt:
    edges = [edge for span in (*quoted.first, *quoted.second) for edge in span]
    return Excerpt(quoted.text, edges, cut_before=quoted.cut_before, cut_after=quoted.cut_after)


def _given(quoted: Quotation) -> list[Code]:
    given = [one for one in (quoted.first_code, quoted.second_code) if one is not None]
    return list({one.id: one for one in given}.values())
