"""The inspector's section on a passage: its words, its codes, what was noted on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton, QWidget

from qcode.model.enums import MemoKind
from qcode.model.records import Coding
from qcode.model.span import Span
from qcode.services import codings as coding_services
from qcode.services import memos
from qcode.ui.shell import icons, theme
from qcode.ui.shell.i18n import date_and_time, day
from qcode.ui.shell.session import Session
from qcode.ui.widgets.inspector.coding_rows import CodingRow, CodingRows
from qcode.ui.widgets.inspector.facts import Facts
from qcode.ui.widgets.inspector.labelled_field import LabelledField
from qcode.ui.widgets.inspector.memo_list import MemoList
from qcode.ui.widgets.inspector.parts import Section, label
from qcode.ui.widgets.inspector.quote_label import QuoteLabel
from qcode.ui.widgets.inspector.same_code import telling_words


class PassageSection(Section):
    """Shows the codings at one place of a document, one of them chosen or none."""

    codingChosen = Signal(int)
    removeRequested = Signal(list)  # coding ids

    def __init__(self, session: Session, facts: Facts, parent: QWidget | None = None) -> None:
        self._star = QToolButton()
        super().__init__(self._star, parent)
        self._session = session
        self._facts = facts
        self._codings: list[Coding] = []
        self._chosen: Coding | None = None
        self._span: Coding | None = None  # the coding whose span is quoted
        self._star.setCheckable(True)
        self._star.setIconSize(QSize(16, 16))
        self._star.setStyleSheet("padding: 2px;")
        self._star.clicked.connect(self._mark)
        self.quote = QuoteLabel(self)
        self.about = label("small", self, wraps=True)
        self.rows = CodingRows(self)
        self.rows.chosen.connect(self.codingChosen)
        self.rows.removeRequested.connect(self.removeRequested)
        self.memo = LabelledField(self._save_memo, self)
        self.memos = MemoList(session, self._create_memo, self)
        self.memos.created.connect(self._show_memos)
        for part in (self.quote, self.about, self.rows, self.memo, self.memos):
            self.column.addWidget(part)
        self.column.setSpacing(5)
        self.retranslate()

    # ------------------------------------------------------------------ showing

    def show_codings(self, codings: list[Coding], chosen: int | None) -> None:
        """Show codings that overlap at one place; ``chosen`` is the id of one of them or None."""
        before = self._chosen
        span_before = self._span
        self._codings = codings
        self._chosen = next((coding for coding in codings if coding.id == chosen), None)
        self._span = self._chosen or (codings[0] if codings else None)
        if self._span is None:
            return
        self.quote.show_quote(
            self._facts.quote(self._span.document_id, self._span.start, self._span.end)
        )
        anew = before is None or self._chosen is None or before.id != self._chosen.id
        self.memo.show_text(self._chosen.memo if self._chosen else "", anew=anew)
        self.memo.set_read_only(not self._session.writable or self._chosen is None)
        moved = span_before is None or span_before.selection_id != self._span.selection_id
        self._show_memos(anew=moved)
        self._show_words()

    @property
    def chosen(self) -> Coding | None:
        """The coding that is marked."""
        return self._chosen

    @property
    def codings(self) -> list[Coding]:
        """The codings shown."""
        return self._codings

    def flush(self) -> bool:
        """Save what is still to be saved; return whether there was something."""
        return sum((self.memo.editor.flush(), self.memos.flush())) > 0

    def drop(self) -> None:
        """Forget what is still to be saved: the codings are gone."""
        self.memo.editor.drop()
        self.memos.drop()

    def retranslate(self) -> None:
        """Set every text again."""
        self.heading.setText(self.tr("Passage"))
        self.memo.say(self.tr("Memo"), self.tr("Write a memo on this coding…"))
        self.memos.say(
            self.tr("Add a memo on the words"),
            self.tr("Memo on the passage"),
            self.tr("Write about these words, whatever their code…"),
        )
        words = self.tr("Typical of its code: comes first in the codebook")
        self._star.setToolTip(words)
        self._star.setAccessibleName(self.tr("Typical of its code"))
        self._star.setAccessibleDescription(words)
        self.rows.retranslate()
        self._draw()
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _show_words(self) -> None:
        span = self._span
        if span is None:
            return
        document = self._facts.document(span.document_id)
        parts = [document.title if document else "", span.coder, day(span.created)]
        self.about.setText(" · ".join(filter(None, parts)))
        self.about.setToolTip(
            self.tr("Coded {when} by {coder}").format(
                when=date_and_time(span.created), coder=span.coder
            )
        )
        own = self._session.project.coder
        words = telling_words(
            self._codings, lambda start, end: self._facts.quote(span.document_id, start, end)
        )
        rows = [
            CodingRow(
                coding.id,
                code,
                "" if coding.coder == own else coding.coder,
                coding.selection_id == span.selection_id,
                coding.typical,
                words.get(coding.id, ""),
            )
            for coding in self._codings
            if (code := self._facts.code(coding.code_id)) is not None
        ]
        chosen = self._chosen
        self.rows.show_rows(rows, chosen.id if chosen else None, self._session.writable)
        self._star.setVisible(chosen is not None)
        mine = chosen is not None and chosen.coder == own
        self._star.setEnabled(self._session.writable and mine)
        self._star.setChecked(chosen is not None and chosen.typical)

    def _show_memos(self, *, anew: bool = False) -> None:
        if self._span is not None:
            listed = self._facts.memos_of_passage(self._span.selection_id)
            self.memos.show_memos(listed, anew=anew)

    def _draw(self) -> None:
        shown = theme.current()
        picture = QIcon()
        picture.addPixmap(icons.pixmap("typical", 16, shown.muted))
        picture.addPixmap(
            icons.pixmap("typical", 16, shown.accent), QIcon.Mode.Normal, QIcon.State.On
        )
        self._star.setIcon(picture)

    # ------------------------------------------------------------------ changing

    def _mark(self, typical: bool) -> None:
        if self._chosen is None:
            return
        self.flush()
        self._session.run(
            self,
            self.tr("Mark as typical"),
            coding_services.set_typical,
            [self._chosen.id],
            typical,
        )
        self._star.setChecked(self._chosen.typical)  # what is stored, also after a refusal

    def _save_memo(self, text: str) -> bool:
        if self._chosen is None:
            return True
        return bool(
            self._session.run(
                self, self.tr("Memo on a passage"), _memo_set, self._chosen.id, text, self
            )
        )

    def _create_memo(self, text: str) -> int | None:
        span = self._span
        if span is None:
            return None
        return self._session.run(
            self,
            self.tr("Memo on the passage"),
            memos.create,
            MemoKind.PASSAGE,
            text,
            passage=(span.document_id, Span(span.start, span.end)),
        )


def _memo_set(project: object, coding_id: int, memo: str, initiator: object) -> bool:
    coding_services.set_memo(project, coding_id, memo, initiator=initiator)
    return True
