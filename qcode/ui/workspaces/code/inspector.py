"""The panel at the right: what is chosen, and what is known and thought about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from qcode.model.changes import ChangeSet
from qcode.model.records import Coding
from qcode.ui.shell.session import Session
from qcode.ui.widgets.inspector.code import CodeSection
from qcode.ui.widgets.inspector.document import DocumentSection
from qcode.ui.widgets.inspector.facts import Facts
from qcode.ui.widgets.inspector.field_editor import FieldEditor
from qcode.ui.widgets.inspector.hints import Hints
from qcode.ui.widgets.inspector.passage import PassageSection
from qcode.ui.widgets.inspector.section_stack import SectionStack

_CORNER = 3  # pixels: the panel's corners are round, the ground of what scrolls in it is not
SMALLEST = 210
"""Pixels that the panel needs at least."""


class Inspector(QWidget):
    """Shows a passage with its code, a code, a document, or hints when nothing is chosen.

    What is typed here is saved a moment later by itself. ``flush`` saves it at once: it is called
    before every other operation, before the coder changes and before the project is closed. Who
    hears of a saving and asks to show something else is not heeded: typing chooses nothing.
    """

    codingChosen = Signal(int)
    removeRequested = Signal(list)  # coding ids
    codeRequested = Signal(int)  # choose this code in the tree
    passagesRequested = Signal(int)  # of this code
    documentPropertiesRequested = Signal(int)
    linkActivated = Signal(str, str)  # kind and GUID of a live link in a memo
    leaveRequested = Signal()  # Escape in a field: back to the text

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, follow: bool = True
    ) -> None:
        """Without ``follow`` somebody else calls ``refresh`` after a change, once for all of it."""
        super().__init__(parent)
        self._session = session
        self._follow = follow
        self._facts = Facts(session.project)
        self._document_id: int | None = None
        self.setMinimumWidth(SMALLEST)
        self.scroll = SectionStack(8 - _CORNER, 12 - _CORNER, self)
        content = self.scroll.widget()
        self.hints = Hints(content)
        self.passage = PassageSection(session, self._facts, content)
        self.code = CodeSection(session, self._facts, content)
        self.document = DocumentSection(session, self._facts, content)
        self._sections = (self.passage, self.code, self.document)
        self.scroll.set_sections((self.hints, *self._sections))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_CORNER, _CORNER, _CORNER, _CORNER)
        outer.addWidget(self.scroll)
        self._connect()
        self._caret = QTimer(self)
        self._caret.setSingleShot(True)
        self._caret.timeout.connect(self._follow_caret)
        self._retranslate()
        self.clear()

    def set_sources(
        self, text: Callable[[int], str | None], passages: Callable[[int], int | None]
    ) -> None:
        """Take what somebody has in memory of some documents, by id: the text, how many passages.

        Both give None for a document that they do not know.
        """
        self._facts.text_source, self._facts.passages_source = text, passages

    # ------------------------------------------------------------------ what is shown

    def show_passage(self, document_id: int, codings: list[Coding], chosen: int | None) -> None:
        """Show codings that overlap at one place, ``chosen`` (a coding's id) among them.

        A single coding counts as chosen. Without codings the document is shown.
        """
        if self._saving():
            return
        if self.flush():  # the records may be older than what was just saved
            codings = self._facts.codings(coding.id for coding in codings)
        if not codings:
            self.show_document(document_id)
            return
        if chosen is None and len(codings) == 1:
            chosen = codings[0].id
        before = self.passage.chosen if not self.passage.isHidden() else None
        self._document_id = document_id
        self.passage.show_codings(codings, chosen)
        picked = self.passage.chosen
        code = self._facts.code(picked.code_id) if picked is not None else None
        if code is not None:
            self.code.show_code(code)
        same = before is not None and picked is not None and before.id == picked.id
        self._present(self.passage, *([self.code] if code is not None else []), keep_place=same)

    def show_code(self, code_id: int | None) -> None:
        """Show a code by itself; None, or one that is gone: nothing."""
        if self._saving():
            return
        self.flush()
        code = self._facts.code(code_id)
        if code is None:
            self.clear()
            return
        same = self.passage.isHidden() and not self.code.isHidden() and self.code.code is not None
        same = same and self.code.code.id == code.id
        self._document_id = None
        self.code.show_code(code)
        self._present(self.code, keep_place=same)

    def show_document(self, document_id: int | None) -> None:
        """Show a document; None, or one that is gone: nothing."""
        if self._saving():
            return
        self.flush()
        document = self._facts.document(document_id) if document_id is not None else None
        if document is None:
            self.clear()
            return
        same = not self.document.isHidden() and self._document_id == document_id
        self._document_id = document_id
        self.document.show_document(document)
        self._present(self.document, keep_place=same)

    def clear(self) -> None:
        """Show that nothing is chosen, and how to begin."""
        if self._saving():
            return
        self.flush()
        self._document_id = None
        self._present(self.hints)

    def flush(self) -> bool:
        """Save typing that is still pending; return whether there was any."""
        return sum(section.flush() for section in self._sections) > 0

    def focus_memo(self) -> bool:
        """Put the caret into the memo of the chosen coding; False when there is none to write."""
        editor = self.passage.memo.editor
        if self.passage.isHidden() or self.passage.chosen is None or editor.isReadOnly():
            return False
        self.passage.memo.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.moveCursor(editor.textCursor().MoveOperation.End)
        self._caret.start()
        return True

    @property
    def editing(self) -> bool:
        """Whether the caret is in one of the fields here."""
        widget = QApplication.focusWidget()
        return isinstance(widget, FieldEditor) and self.isAncestorOf(widget)

    def _saving(self) -> bool:
        now = FieldEditor.saving_now
        return now is not None and self.isAncestorOf(now)

    # ------------------------------------------------------------------ parts

    def _connect(self) -> None:
        self.passage.codingChosen.connect(self._choose)
        self.passage.removeRequested.connect(self._remove)
        self.code.codeRequested.connect(self.codeRequested)
        self.code.passagesRequested.connect(self.passagesRequested)
        self.document.propertiesRequested.connect(self.documentPropertiesRequested)
        fields = [self.passage.memo.editor, *(f.editor for f in self.code.fields.values())]
        for field in (*fields, self.passage.memos, self.document.memos):
            field.caretMoved.connect(lambda: self._caret.start())
            field.escaped.connect(self.leaveRequested)
        for listed in (self.passage.memos, self.document.memos):
            listed.linkActivated.connect(self.linkActivated)
        self._session.changed.connect(self._after_change)
        self._session.coderChanged.connect(lambda _: self.refresh())
        self._session.viewChanged.connect(self._see_anew)

    def _present(self, *shown: QWidget, keep_place: bool = False) -> None:
        writing = QApplication.focusWidget()
        going = [part for part in (self.hints, *self._sections) if part not in shown]
        if writing is not None and any(part.isAncestorOf(writing) for part in going):
            # Left to Qt, the caret would land in the next field and take the keys of the text.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.leaveRequested.emit()
        self.scroll.show_only(*shown)
        if self.code not in shown:
            self.code.leave()
        if self.document not in shown:
            self.document.leave()
        if not keep_place:
            self.scroll.verticalScrollBar().setValue(0)

    # ------------------------------------------------------------------ the user

    def _choose(self, coding_id: int) -> None:
        if self._document_id is not None:
            self.show_passage(self._document_id, self.passage.codings, coding_id)
        self.codingChosen.emit(coding_id)

    def _remove(self, coding_ids: list[int]) -> None:
        self.flush()
        self.removeRequested.emit(coding_ids)

    def _follow_caret(self) -> None:
        """Keep the line that is being written in view."""
        widget = QApplication.focusWidget()
        if isinstance(widget, FieldEditor) and self.scroll.widget().isAncestorOf(widget):
            self.scroll.place()  # what was typed may have made the field higher than is laid out
            self.scroll.keep_line(widget)

    # ------------------------------------------------------------------ changes

    def _after_change(self, changes: ChangeSet) -> None:
        self._facts.forget(changes)
        if changes.touches("coding", "code", "selection", "document") and not self.code.isHidden():
            self.code.count()
        if self._follow:
            self.refresh()

    def _see_anew(self) -> None:
        """Other codings and memos than before are to be seen, and to be counted."""
        self._facts.forget_all()
        if not self.code.isHidden():
            self.code.count()
        self.refresh()

    def refresh(self) -> None:
        """Show again what is shown, as it is now; what is being typed stays."""
        if not self.passage.isHidden():
            self._refresh_passage()
        elif not self.code.isHidden():
            self._refresh_code(self.code.code.id if self.code.code else None)
        elif not self.document.isHidden() and self._document_id is not None:
            document = self._facts.document(self._document_id)
            if document is None:
                self.document.drop()
                self.clear()
            else:
                self.document.show_document(document)
        self.scroll.place()

    def _refresh_passage(self) -> None:
        chosen = self.passage.chosen
        now = self._facts.codings(coding.id for coding in self.passage.codings)
        if chosen is not None and not any(coding.id == chosen.id for coding in now):
            self.passage.drop()
            chosen = next((c for c in now if c.selection_id == chosen.selection_id), None)
        if not now:
            self.passage.drop()
            self.code.drop()
            self.show_document(self._document_id)
            return
        self.passage.show_codings(now, chosen.id if chosen is not None else None)
        shown = self.passage.chosen
        self._refresh_code(shown.code_id if shown is not None else None)

    def _refresh_code(self, code_id: int | None) -> None:
        code = self._facts.code(code_id)
        if self.code.code is not None and (code is None or code.id != self.code.code.id):
            if self._facts.code(self.code.code.id) is None:
                self.code.drop()
            self.code.flush()
        if code is not None:
            self.code.show_code(code)
            self.code.show()
        elif self.passage.isHidden():
            self.clear()
        else:
            self.code.leave()
            self.code.hide()

    # ------------------------------------------------------------------ events

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        super().closeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Inspector"))
        self.hints.retranslate()
        for section in self._sections:
            section.retranslate()
