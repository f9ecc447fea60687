"""The storyline beside the model: written with live links, counted, and warned about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.model.changes import ChangeSet
from qcode.model.enums import CodeKind
from qcode.model.theory_records import LinkKind, LiveSegment, ModelWarning, WarningKind
from qcode.services import codes, live_links, quoted_passages, storyline
from qcode.ui.shell import icons
from qcode.ui.shell.actions import native
from qcode.ui.shell.i18n import joined, own_term
from qcode.ui.shell.session import Session
from qcode.ui.widgets.link_help import LinkHelp
from qcode.ui.widgets.panel import Panel
from qcode.ui.widgets.story.editor import StoryEditor
from qcode.ui.workspaces.selective.warning_list import WarningList

QUOTE_KEYS = "Ctrl+Shift+L"
_READ = ("storyline", "code", "document", "selection")


class StorylinePanel(Panel):
    """Tools, the text, and what is worth a look."""

    passageRequested = Signal(int, int, int, int)  # document, start, end, coding id (0: none)
    passagesRequested = Signal(list)  # code ids
    codeRequested = Signal(int)
    relationRequested = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._segments: list[LiveSegment] = []
        self._found: storyline.StoryCounts | None = None
        self.editor = StoryEditor(self._save)
        self.links = LinkHelp(session, self.editor)
        self.editor.setReadOnly(not session.writable)
        self.warnings = WarningList()
        self._counts = QLabel()
        self._counts.setProperty("role", "small")
        self._counts.setWordWrap(True)
        self._category, self._quotation = QToolButton(self), QToolButton(self)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for button, pressed in (
            (self._category, self.choose_category),
            (self._quotation, self.choose_quotation),
        ):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _=False, pressed=pressed: pressed())
            button.setVisible(session.writable)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret where it is
            tools.addWidget(button)
        tools.addStretch(1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        text = QWidget(parts)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(tools)
        column.addWidget(self.editor, 1)
        column.addWidget(self._counts)
        parts.addWidget(self.warnings)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        parts.setSizes([520, 190])
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(8)
        self.column.addWidget(parts, 1)
        self.setMinimumWidth(240)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.editor.linkActivated.connect(self._follow)
        self.warnings.cureWanted.connect(self._cure)
        self._keys = QShortcut(QKeySequence(QUOTE_KEYS), self.editor)
        self._keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._keys.activated.connect(self.choose_quotation)

    # ------------------------------------------------------------------ reading and saving

    def read(self) -> None:
        """Read the storyline."""
        body = storyline.text(self.session.project)
        self._segments = live_links.resolved(self.session.project, body)
        self.editor.show_story(self._segments, body)
        self._count()

    def take_over(self, changes: ChangeSet) -> None:
        """Read again what a step touched; what was typed here is here already."""
        if changes.touches(*_READ) and changes.initiator is not self:
            self.read()

    def show_warnings(self, warnings: Sequence[ModelWarning]) -> None:
        """Show what is worth a look in the model."""
        self.warnings.show_warnings(warnings)

    def flush(self) -> None:
        """Save typing that is still pending."""
        self.editor.flush()

    def _save(self, body: str) -> bool:
        done = self.session.run(self, self.tr("Write the storyline"), _write, body, initiator=self)
        if done:
            self._segments = live_links.resolved(self.session.project, body)
            self.editor.show_story(self._segments, body)  # names may have changed meanwhile
            self._count()
        return bool(done)

    def _count(self) -> None:
        project = self.session.project
        self._found = storyline.counts(project, storyline.text(project))
        self._show_counts()

    def _show_counts(self) -> None:
        found = self._found
        if found is None:
            return
        facts = [
            self._counted(found.quotations, self.tr("1 quotation"), self.tr("{count} quotations")),
            self._counted_of(
                CodeKind.CATEGORY,
                found.categories,
                self.tr("1 category"),
                self.tr("{count} categories"),
            ),
            self._counted_of(
                CodeKind.CONCEPT, found.concepts, self.tr("1 concept"), self.tr("{count} concepts")
            ),
            self._counted(found.documents, self.tr("1 document"), self.tr("{count} documents")),
            self._counted(found.characters, self.tr("1 character"), self.tr("{count} characters")),
        ]
        self._counts.setText(joined(filter(None, facts), "facts"))
        self._counts.setVisible(bool(found.characters))

    def _counted_of(self, kind: CodeKind, count: int, one: str, many: str) -> str:
        """Count codes; a word of the project's own has one form, so it stands before a number."""
        own = own_term(kind.label)
        if own and count:
            return joined([own, self.locale().toString(count)], "heading")
        return self._counted(count, one, many)

    def _counted(self, count: int, one: str, many: str) -> str:
        if not count:
            return ""
        return one if count == 1 else many.format(count=self.locale().toString(count))

    # ------------------------------------------------------------------ naming and quoting

    def choose_category(self, words: str = "") -> None:
        """Offer what can be named at the caret, with ``words`` typed already."""
        if not self.session.writable:
            return
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.linkWanted.emit()
        chooser = self.links.chooser
        field = None if chooser is None else chooser.findChild(QLineEdit)
        if field is not None and words:
            field.setText(words)

    def choose_quotation(self) -> None:
        """Ask for a passage and quote it at the caret."""
        from qcode.ui.dialogs.choose_code import choose_any_code
        from qcode.ui.dialogs.choose_passages import Choice, choose_passages
        from qcode.ui.dialogs.waiting import waited

        if not self.session.writable:
            return
        project, title = self.session.project, self.tr("Quote a passage")
        code_id = choose_any_code(self, self.session, title, self.tr("Its passages"))
        if code_id is None:
            return
        found = waited(self, title, lambda _: quoted_passages.offered(project, code_id, code_id))
        if found is None:
            return
        chosen = choose_passages(
            self,
            title,
            self.tr("Quote"),
            [Choice(one.passage) for one in found],
            several=False,
        )
        if chosen:
            link = live_links.passage_link(project, chosen[0].selection_id)
            (segment,) = live_links.resolved(project, link)
            self.editor.quote(link, segment.words, (self.tr("“"), self.tr("”")))
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ going somewhere

    def _follow(self, kind: str, guid: str) -> None:
        self.editor.flush()
        for one in self._segments:
            if one.kind is not None and one.kind.value == kind and one.guid == guid:
                self._go(one)
                return

    def _go(self, one: LiveSegment) -> None:
        if one.id is None:
            return
        if one.kind is LinkKind.CODE:
            self.codeRequested.emit(one.id)
        elif one.document_id is not None:
            span = one.span if one.kind is LinkKind.PASSAGE and one.span else (0, 0)
            self.passageRequested.emit(one.document_id, *span, 0)

    def _cure(self, warning: ModelWarning) -> None:
        match warning.kind:
            case WarningKind.OUTSIDE_STORY if warning.code_id is not None:
                names = {
                    code.id: code.name for code in codes.tree(self.session.project, counts=False)
                }
                self.choose_category(names.get(warning.code_id, ""))
            case WarningKind.NO_DOCUMENT | WarningKind.ONE_DOCUMENT:
                self.passagesRequested.emit([warning.code_id])
            case WarningKind.NO_PASSAGE:
                self.relationRequested.emit(warning.relation_id)
            case WarningKind.DEAD_LINK if warning.span is not None:
                self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                self.editor.reveal(warning.span)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self.set_heading(self.tr("Storyline"))
        self.editor.setAccessibleName(self.tr("Storyline"))
        self.editor.set_hint(
            self.tr(
                "Tell in a few paragraphs how the main categories hang together around the core."
                " @ names a category; it keeps its name of the day."
            )
        )
        for button, icon, words in (
            (self._category, "plus", self.tr("Name")),
            (self._quotation, "passages", self.tr("Quotation")),
        ):
            button.setText(words)
            button.setIcon(icons.icon(icon))
            button.setAccessibleName(words)
        self._category.setToolTip(
            self.tr("Name a category or a document at the caret ({keys}, or type @)").format(
                keys=native("Ctrl+L")
            )
        )
        self._quotation.setToolTip(
            self.tr("Quote a passage at the caret ({keys})").format(keys=native(QUOTE_KEYS))
        )
        self._show_counts()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)


def _write(project: object, body: str, *, initiator: object) -> bool:
    """Write the storyline; True, since nothing is what comes back from a refusal."""
    storyline.write(project, body, initiator=initiator)  # type: ignore[arg-type]
    return True
