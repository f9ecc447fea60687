"""The inspector's section on a code: what it is, its entry in the codebook, how often it occurs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qcode.model.records import Code
from qcode.services import codes
from qcode.ui.shell.i18n import say
from qcode.ui.shell.session import Session
from qcode.ui.widgets.inspector.biography import BiographySection
from qcode.ui.widgets.inspector.code_figures import FigureReader
from qcode.ui.widgets.inspector.facts import Facts
from qcode.ui.widgets.inspector.field_editor import PAD
from qcode.ui.widgets.inspector.labelled_field import LabelledField
from qcode.ui.widgets.inspector.parts import Badge, Section, label, link
from qcode.ui.widgets.inspector.words_label import WordsLabel


class CodeSection(Section):
    """Shows one code; its texts are edited where they stand."""

    codeRequested = Signal(int)
    passagesRequested = Signal(int)

    def __init__(self, session: Session, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._facts = facts
        self._code: Code | None = None
        self._figures: codes.Figures | None = None
        self._reader = FigureReader(session, self)
        self._reader.ready.connect(self._counted)
        self._badge = Badge(self)
        self.name = WordsLabel(self)
        self.name.setStyleSheet("font-weight: 600;")
        self.kind = label("small", self, wraps=True)
        self.parent_link = link(self)
        self.parent_link.clicked.connect(self._go_up)
        self.counts = label("small", self, wraps=True)
        self.passages_link = link(self)
        self.passages_link.clicked.connect(self._show_passages)
        self.biography = BiographySection(session, self)
        self.fields = {name: LabelledField(self._saver(name), self) for name in codes.TEXT_FIELDS}
        named = QHBoxLayout()
        named.setContentsMargins(PAD, 0, PAD, 0)
        named.setSpacing(7)
        named.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        named.addWidget(self.name, 1)
        self.column.addLayout(named)
        self.column.addWidget(self.kind)
        self.column.addWidget(self.parent_link, 0, Qt.AlignmentFlag.AlignLeft)
        for field in self.fields.values():
            self.column.addWidget(field)
        self.column.addSpacing(4)
        self.column.addWidget(self.counts)
        self.column.addWidget(self.passages_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.biography)
        self.column.setSpacing(2)
        self.retranslate()

    # ------------------------------------------------------------------ showing

    def show_code(self, code: Code) -> None:
        """Show ``code`` as it is stored now."""
        anew = self._code is None or self._code.id != code.id
        self._code = code
        if anew:
            self._figures = None
        for name, field in self.fields.items():
            field.show_text(getattr(code, name), anew=anew)
            field.set_read_only(not self._session.writable)
        self._badge.show_code(code)
        self._show_words()
        self.biography.show_code(code.id)
        if anew:
            self._reader.ask(code.id)

    @property
    def code(self) -> Code | None:
        """The code shown, None before the first."""
        return self._code

    def leave(self) -> None:
        """Show no code any more."""
        self._code = None
        self._reader.ask(None)
        self.biography.show_code(None)

    def count(self) -> None:
        """Count its passages again, after a change."""
        if self._code is not None:
            self._reader.ask(self._code.id, again=True)

    def flush(self) -> bool:
        """Save what is still to be saved; return whether there was something."""
        return sum(field.editor.flush() for field in self.fields.values()) > 0

    def drop(self) -> None:
        """Forget what is still to be saved: the code is gone."""
        for field in self.fields.values():
            field.editor.drop()

    def retranslate(self) -> None:
        """Set every text again."""
        say_ = {
            "definition": (self.tr("Definition"), self.tr("Add a definition…")),
            "use_when": (self.tr("When to use"), self.tr("Add when to use…")),
            "not_when": (self.tr("When not to use"), self.tr("Add when not to use…")),
            "typical": (self.tr("Typical example"), self.tr("Add a typical example…")),
            "boundary": (self.tr("Boundary example"), self.tr("Add a boundary example…")),
        }
        self.heading.setText(self.tr("Code"))
        for name, field in self.fields.items():
            field.say(*say_[name])
        self.passages_link.setText(self.tr("Show passages"))
        self._show_words()

    def _show_words(self) -> None:
        code = self._code
        if code is None:
            return
        self.heading_note.setText(code.number)
        self.name.setText(code.name)
        self.kind.setText(" · ".join((say(code.kind.label), say(code.kind.level.label))))
        above = self._facts.code(code.parent_id)
        self.parent_link.setVisible(above is not None)
        if above is not None:
            title = above.title if len(above.title) <= 34 else above.title[:32].rstrip() + "…"
            self.parent_link.setText(self.tr("in {code}").format(code=title))
            self.parent_link.setToolTip(above.title)
            self.parent_link.setAccessibleName(
                self.tr("Go to the code above: {code}").format(code=above.title)
            )
        self._show_figures()

    def _show_figures(self) -> None:
        found = self._figures
        self.passages_link.setVisible(found is None or found.passages > 0)
        if found is None or self._code is None:
            # The place is kept, or what is below would jump when the figures come.
            self.counts.setMinimumHeight(self.counts.height() if self.counts.isVisible() else 0)
            self.counts.setText("…")
            return
        self.counts.setMinimumHeight(0)
        if not found.passages:
            self.counts.setText(self.tr("no passages yet"))
            return
        text = self.tr("{passages} in {documents}").format(
            passages=self._passages(found.passages), documents=self._documents(found.documents)
        )
        if self._facts.has_below(self._code.id):
            own = self.tr("{count} of its own").format(count=QLocale().toString(found.own))
            text = f"{text} · {own}"
        self.counts.setText(text)

    def _passages(self, count: int) -> str:
        if count == 1:
            return self.tr("1 passage")
        return self.tr("{count} passages").format(count=QLocale().toString(count))

    def _documents(self, count: int) -> str:
        if count == 1:
            return self.tr("1 document")
        return self.tr("{count} documents").format(count=QLocale().toString(count))

    def _counted(self, code_id: int, found: codes.Figures) -> None:
        if self._code is not None and self._code.id == code_id:
            self._figures = found
            self._show_figures()

    # ------------------------------------------------------------------ changing

    def _saver(self, name: str) -> Callable[[str], bool]:
        return partial(self._save, name)

    def _save(self, name: str, text: str) -> bool:
        if self._code is None:
            return True
        return bool(
            self._session.run(
                self, self.tr("Describe the code"), _described, self._code.id, {name: text}, self
            )
        )

    def _go_up(self) -> None:
        if self._code is not None and self._code.parent_id is not None:
            self.codeRequested.emit(self._code.parent_id)

    def _show_passages(self) -> None:
        if self._code is not None:
            self.passagesRequested.emit(self._code.id)


def _described(project: object, code_id: int, texts: dict[str, str], initiator: object) -> bool:
    codes.describe(project, code_id, texts, initiator=initiator)
    return True
